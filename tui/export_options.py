"""The options of the verbs `export` and `import`, with what they choose from, so that other verbs needn't load it."""

from __future__ import annotations

import click

from tui.language import _


def tags() -> click.Option:
    """Which tags."""
    named = _("Only what bears this tag or one under it; several mean all of them.")
    return click.Option(["--tag", "tags"], metavar=_("TAG"), multiple=True, help=named)


def kinds() -> click.Option:
    """Which kinds."""
    named = _("Only this kind: agreed, amendment, question, translation, check, highlight; several mean any of them.")
    return click.Option(["--kind", "kinds"], metavar=_("KIND"), multiple=True, help=named)


def people() -> click.Option:
    """Whose."""
    named = _("Only what this person wrote; several mean any of them.")
    return click.Option(["--author", "people"], metavar=_("NAME"), multiple=True, help=named)


def shared() -> click.Option:
    """What several people marked."""
    return click.Option(["--shared"], is_flag=True, help=_("Only places that more than one person marked."))


def order() -> click.Option:
    """By what it is ordered."""
    orders = click.Choice(["document", "tag", "cited"])
    return click.Option(["--by", "order"], type=orders, help=_("The order; without it, the template's own."))


def template() -> click.Option:
    """How it is shown."""
    named = _("notes, brief, amendments, reading, conflicts, or one of your own in the folder templates.")
    return click.Option(["--template"], metavar=_("NAME"), help=named)


def form() -> click.Option:
    """What is written."""
    formats = click.Choice(["md", "json", "jsonld", "csv", "docx"])
    return click.Option(["--format", "form"], type=formats, default="md", show_default=True, help=_("What to write."))


def output() -> click.Option:
    """Where it is written."""
    return click.Option(
        ["-o", "--output", "file"],
        metavar=_("FILE|FOLDER"),
        default="-",
        help=_("Where to write, a file, or a folder for a file a document; what you wrote there stays. - is stdout."),
    )


def front_matter() -> click.Option:
    """Tags for Obsidian."""
    text = _("Put the tags into front matter too, where Obsidian looks for them.")
    return click.Option(["--front-matter"], is_flag=True, help=text)


def paths() -> click.Argument:
    """What is taken in."""
    return click.Argument(["paths"], metavar="FILE|FOLDER…", nargs=-1, required=True)


def origin() -> click.Option:
    """Whose it is."""
    text = _("Keep all of it apart under this name.")
    return click.Option(["--from", "origin"], metavar=_("NAME"), help=text)


def merge() -> click.Option:
    """One with the user's own."""
    text = _("Make what others wrote one with your own instead of keeping it apart.")
    return click.Option(["--merge"], is_flag=True, help=text)
