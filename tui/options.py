"""The arguments and options of the verbs, each made anew in the language of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.language import LANGUAGES, OPTION, VARIABLE, _


def target(metavar: str = "TARGET", required: bool = True) -> click.Argument:
    """What is meant, one word."""
    return click.Argument(["target"], metavar=metavar if required else f"[{metavar}]", required=required)


def json_form() -> click.Option:
    """Data instead of words."""
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON for scripts."))


def why() -> click.Option:
    """`--why`: the reason of each reading."""
    text = _("Print also the rule and words by which each was read, how sure that is, and what else it may be.")
    return click.Option(["--why"], is_flag=True, help=text)


def numbers() -> click.Option:
    """Only what is cited by number or symbol."""
    text = _("Only what is cited by number or symbol: no names, short forms, treaties, goals, places of the document.")
    return click.Option(["--numbers", "only_numbers"], is_flag=True, help=text)


def corrections() -> click.Option:
    """Of `check`: what was corrected too."""
    text = _("Print also what was corrected, one correction a line.")
    return click.Option(["--corrections"], is_flag=True, help=text)


def store() -> click.Option:
    """Of `check`: the files of annotations."""
    text = _("Look at every file and record of the annotations, and mend what can be mended after asking.")
    return click.Option(["--store"], is_flag=True, help=text)


def mend_unasked() -> click.Option:
    """Of `check --store`: without asking."""
    return click.Option(["--yes"], is_flag=True, help=_("With --store: mend without asking."))


def citations() -> click.Option:
    """Of `check`: what its citations say."""
    return click.Option(
        ["--citations"], is_flag=True, help=_("Compare each citation of the text with what the library knows.")
    )


def files() -> click.Argument:
    """Files, folders and patterns."""
    return click.Argument(["files"], metavar="FILE…", nargs=-1, required=True)


def targets() -> click.Argument:
    """Several targets."""
    return click.Argument(["targets"], metavar="TARGET…", nargs=-1, required=True)


def words() -> click.Argument:
    """What is searched for."""
    return click.Argument(["words"], metavar="QUERY…", nargs=-1, required=True)


def limit(shown: str, default: int | None = 20) -> click.Option:
    """At most so many."""
    count = click.IntRange(min=1)
    count.name = _("whole number")
    return click.Option(
        ["--limit"], type=count, metavar=_("NUMBER"), default=default, show_default=default is not None, help=shown
    )


if TYPE_CHECKING:
    _Named = click.ParamType[str]
else:
    _Named = click.ParamType  # generic only in newer versions


class _Way(_Named):
    """A way of citing. The names are looked up when one is given, so that other verbs need not wait for them."""

    name = "way"

    def __init__(self, table: str) -> None:
        self._table = table

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, of a verb the name of its treatment; a wrong one is told with those that there are."""
        from store.library import treatments

        known: tuple[str, ...] = getattr(treatments, self._table)
        if self._table == "CHOICES":
            value = treatments.treatment_named(value) or value
        if value not in known:
            self.fail(_("{value} is none of {names}.").format(value=value, names=_(", ").join(known)), param, ctx)
        return value


def treatment() -> click.Option:
    """Of `cited-by`: only these citations."""
    text = _("Only citations of this treatment: recall (回顾), reaffirm (重申), welcome (欢迎), request (请), …")
    return click.Option(["--treatment"], type=_Way("CHOICES"), metavar=_("TREATMENT"), help=text)


def part() -> click.Option:
    """Of `cited-by`: only citations there."""
    text = _("Only citations in this part of the citing texts: preamble, operative, text, footnote.")
    return click.Option(["--part"], type=_Way("PARTS"), metavar=_("PART"), help=text)


def dot() -> click.Option:
    """Of `graph`: how it is written."""
    return click.Option(["--dot"], is_flag=True, help=_("Write it in the language of Graphviz."))


def symbol() -> click.Option:
    """The symbol of an added file."""
    return click.Option(["--symbol"], metavar=_("SYMBOL"), help=_("The symbol of a document that does not state it."))


def watch() -> click.Option:
    """Of `add`: go on."""
    text = _("Take in what is saved in a folder until Ctrl+C, beginning with what lies there.")
    return click.Option(["--watch"], is_flag=True, help=text)


def yes() -> click.Option:
    """Of `remove`: no question."""
    return click.Option(["--yes"], is_flag=True, help=_("Don't ask before an annotated document is removed."))


def documents() -> tuple[click.Argument, click.Argument]:
    """Of `carry`: from where and to where."""
    return click.Argument(["source"], metavar="FROM"), click.Argument(["target"], metavar="TO")


def all_exact() -> click.Option:
    """Of `carry`: which ones."""
    return click.Option(["--all-exact"], is_flag=True, help=_("All annotations whose very words stand in TO."))


def written() -> click.Option:
    """Of `carry`: do it."""
    text = _("Carry them over; without it only what would become of them is printed.")
    return click.Option(["--yes"], is_flag=True, help=text)


def output() -> click.Option:
    """Where data goes."""
    return click.Option(
        ["-o", "--output", "file"], metavar=_("FILE"), default="-", help=_("Where to write; - is stdout.")
    )


def language() -> click.Option:
    """Of the interface."""
    text = _("The language of the interface; written before the verb.")
    spoken = click.Choice(LANGUAGES)
    return click.Option([OPTION], type=spoken, envvar=VARIABLE, show_envvar=True, expose_value=False, help=text)


def resume() -> click.Option:
    """Open what was open last."""
    text = _("Open what was open last, as it was left.")
    return click.Option(["-c", "--continue", "resume"], is_flag=True, help=text)


def port() -> click.Option:
    """Of `serve`."""
    ports = click.IntRange(0, 65535)
    text = _("The port of the page; 0 for any that is free.")
    return click.Option(["--port"], type=ports, metavar=_("PORT"), default=8642, show_default=True, help=text)


def browser() -> click.Option:
    """Of `serve`."""
    text = _("Open the page in the browser, or only print its address.")
    return click.Option(["--browser/--no-browser"], default=True, show_default=True, help=text)


def version() -> click.Option:
    """Of the program."""

    def show(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"jueyi {_installed_version()}")
            ctx.exit()

    text = _("Show the version and exit.")
    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=text)


def _installed_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("jueyi")
    except PackageNotFoundError:
        return _("(a checkout, not installed)")
