"""The words and options of the verb `notes`."""

from __future__ import annotations

import click

from tui import export_options
from tui.language import _


def narrowing() -> tuple[click.Parameter, ...]:
    """Which annotations."""
    return (
        click.Argument(["words"], metavar="[TARGET] [WORDS…]", nargs=-1),
        export_options.tags(),
        export_options.kinds(),
        click.Option(
            ["--author", "--by-author", "people"],
            metavar=_("NAME"),
            multiple=True,
            help=_("Only what this person wrote; several mean any of them."),
        ),
        click.Option(
            ["--cites"],
            metavar=_("SYMBOL"),
            multiple=True,
            help=_("Only what stands where this document is cited; several mean any of them."),
        ),
        _date("--since", _("Only what was changed on this day, month or year, or later.")),
        _date("--until", _("Only what was changed on this day, month or year, or before.")),
        _flag("--orphans", _("Only what was not found again in its text.")),
        _flag("--conflicts", _("Only what has another state that gave way.")),
    )


def arranging() -> tuple[click.Parameter, ...]:
    """Under which headings."""
    groupings = click.Choice(["document", "tag", "kind", "date", "month", "author", "cited"])
    return (click.Option(["--group"], type=groupings, help=_("Under which headings; documents if it is left out.")),)


def _date(name: str, text: str) -> click.Option:
    return click.Option([name], metavar=_("DATE"), help=text)


def _flag(name: str, text: str) -> click.Option:
    return click.Option([name], is_flag=True, help=text)
