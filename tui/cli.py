"""The command `jueyi`: its verbs, options and exit codes. What a verb does is in verbs.py, keeping.py and care.py.

Textual is imported only for the verb that opens the app, and nothing else heavy before it is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import click

from tui.language import LANGUAGES, OPTION, VARIABLE, _, hear_language, spoken_by_click
from tui.start import open_app
from tui.streams import is_terminal, leave_pipe, speak_unicode, stands_in_page

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        speak_unicode(stream)
    arguments = sys.argv[1:] if arguments is None else arguments
    hear_language(arguments)
    with spoken_by_click():
        outcome = _run(arguments)
    if isinstance(outcome, _Opening):
        return open_app(outcome.target, resume=outcome.resume)
    return outcome


class _Opening(NamedTuple):
    """The app is to be opened: at a target, where it was left, or at the library."""

    target: str | None
    resume: bool = False


def _run(arguments: list[str]) -> int | _Opening:
    try:
        outcome: int | _Opening | None = make_command().main(arguments, prog_name="jueyi", standalone_mode=False)
        return outcome or 0
    except _Refused as error:
        error.show()
        return error.code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED


def make_command() -> click.Group:
    """The command with all its verbs, in the language of the interface."""
    command = _Jueyi(
        "jueyi",
        help=_(
            "A reader and annotator for United Nations documents in Chinese. Without a verb it opens the app: "
            "the library, or the document that TARGET names."
        ),
        epilog="\n\n".join((_target_forms(), _exit_codes())),
        invoke_without_command=True,
        no_args_is_help=False,
        callback=_open_library,
        subcommand_metavar=_("[VERB ARGUMENTS… | TARGET]"),
        options_metavar=_("[OPTIONS]"),
        params=[_continue(), _language(), _version()],
    )
    for verb in _verbs():
        command.add_command(verb)
    return command


def _target_forms() -> str:
    return "\b\n" + _(
        "TARGET is a symbol (A/RES/64/293), a number (64/293), a place (A/C.3/80/L.4#op5),\n"
        "a part of a title, a file, or - for what is piped in."
    )


def _exit_codes() -> str:
    return _("Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 unreadable input.")


class _Jueyi(click.Group):
    """A first word that is no verb is a target, and opens the app there."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and (args[0] == "-" or not args[0].startswith("-")):
            return "open", click.Command("open", callback=_open, params=[_target()]), args
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _verbs() -> list[click.Command]:
    return [
        _verb("show", _("Print a document or one paragraph, typeset."), _late("tui.verbs", "show"), _target(), _json()),
        _verb(
            "lookup",
            _("Print a document, or what the library says of it."),
            _late("tui.verbs", "lookup"),
            _target("NUMBER"),
            _json(),
        ),
        _verb(
            "cites",
            _("Print what a document or paragraph cites."),
            _late("tui.verbs", "cites"),
            _target(),
            _why(),
            _numbers(),
            _json(),
        ),
        _verb(
            "cited-by",
            _("Print where a document or paragraph is cited."),
            _late("tui.verbs", "cited_by"),
            _target(),
            _json(),
        ),
        _verb(
            "search",
            _("Print the paragraphs that hold all words."),
            _late("tui.verbs", "search"),
            _words(),
            _limit(),
            _json(),
        ),
        _verb("list", _("Print the library."), _late("tui.keeping", "list_entries"), _json()),
        _verb("add", _("Copy files into the library."), _add, _files(), _symbol(), _watch(), _json()),
        _verb(
            "remove",
            _("Take added documents out of the library; annotations are kept."),
            _late("tui.keeping", "remove"),
            _targets(),
            _yes(),
        ),
        _verb(
            "check",
            _("Print doubts and how the store stands."),
            _late("tui.care", "check"),
            _target(required=False),
            _corrections(),
            _citations(),
            _json(),
        ),
        _verb(
            "export",
            _("Write annotations out."),
            _late("tui.care", "export"),
            _target(required=False),
            _tags(),
            _output(),
            _format(),
        ),
        _verb(
            "serve",
            _("Open the app in a web page of this machine."),
            _late("tui.serving", "serve"),
            _target(required=False),
            _port(),
            _browser(),
        ),
    ]


def _verb(name: str, text: str, callback: Callable[..., int], *params: click.Parameter) -> click.Command:
    return click.Command(name, callback=_told(callback), params=list(params), help=text, options_metavar=_("[OPTIONS]"))


def _told(callback: Callable[..., int]) -> Callable[..., int]:
    """The verb, with what the store refuses said in one sentence, and content when nobody reads on."""

    def run(**values: Any) -> int:
        from store.errors import JueyiError, UnknownTarget
        from tui.refusals import refusal_words

        try:
            code = callback(**values)
            if sys.stdout is not None:
                sys.stdout.flush()
            return code
        except BrokenPipeError:
            leave_pipe()
            return 0
        except OSError as error:
            leave_pipe()
            reason = _("The output can't be written ({reason}): free some space or write elsewhere.")
            raise _Refused(reason.format(reason=error.strerror), 3) from error
        except JueyiError as error:
            raise _Refused(refusal_words(str(error)), 1 if isinstance(error, UnknownTarget) else 3) from error

    return run


class _Refused(click.ClickException):
    """What the store refuses."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.code = exit_code

    def show(self, file: Any = None) -> None:
        """One sentence, without "Error:"; the sentence says what went wrong."""
        click.echo(self.message, err=True)


def _open_library(resume: bool) -> _Opening | None:
    if not click.get_current_context().invoked_subcommand:
        return _open(None, resume)
    if resume:
        raise click.UsageError(_("--continue opens what was open last: it takes neither a TARGET nor a verb."))
    return None


def _open(target: str | None, resume: bool = False) -> _Opening:
    if not ((is_terminal(sys.stdin) and is_terminal(sys.stdout)) or stands_in_page()):
        raise _Refused(_("The app needs a terminal; `jueyi show TARGET` prints a document anywhere."), 2)
    return _Opening(target, resume)


def _late(module: str, verb: str) -> Callable[..., int]:
    """A verb whose module is imported when it is called."""

    def call(**values: Any) -> int:
        run: Callable[..., int] = getattr(import_module(module), verb)
        if "-" not in (values.get("target"), *values.get("targets", ()), *values.get("files", ())):
            return run(**values)
        from tui.given import with_stdin

        with with_stdin(values) as given:
            return run(**given)

    return call


def _add(files: tuple[str, ...], symbol: str | None, watch: bool, as_json: bool) -> int:
    if symbol is not None and (len(files) > 1 or watch or os.path.isdir(files[0])):
        raise click.UsageError(_("A symbol belongs to one file: name one FILE with --symbol."))
    if watch and as_json:
        raise click.UsageError(_("--watch says one line for each file, and has no summary for --json."))
    if watch:
        return _late("tui.watching", "watch")(folders=files)
    return _late("tui.adding", "add")(files=files, symbol=symbol, as_json=as_json)


def _target(metavar: str = "TARGET", required: bool = True) -> click.Argument:
    return click.Argument(["target"], metavar=metavar if required else f"[{metavar}]", required=required)


def _json() -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON for scripts."))


def _why() -> click.Option:
    text = _("Print also the rule and words by which each was read, how sure that is, and what else it may be.")
    return click.Option(["--why"], is_flag=True, help=text)


def _numbers() -> click.Option:
    text = _("Only what is cited by number or symbol: no names, short forms, treaties, goals, places of the document.")
    return click.Option(["--numbers", "only_numbers"], is_flag=True, help=text)


def _corrections() -> click.Option:
    text = _("Print also what was corrected, one correction a line.")
    return click.Option(["--corrections"], is_flag=True, help=text)


def _citations() -> click.Option:
    return click.Option(
        ["--citations"], is_flag=True, help=_("Compare each citation of the text with what the library knows.")
    )


def _files() -> click.Argument:
    return click.Argument(["files"], metavar="FILE…", nargs=-1, required=True)


def _targets() -> click.Argument:
    return click.Argument(["targets"], metavar="TARGET…", nargs=-1, required=True)


def _words() -> click.Argument:
    return click.Argument(["words"], metavar="QUERY…", nargs=-1, required=True)


def _limit() -> click.Option:
    shown = _("How many paragraphs to print.")
    count = click.IntRange(min=1)
    count.name = _("whole number")
    return click.Option(["--limit"], type=count, metavar=_("NUMBER"), default=20, show_default=True, help=shown)


def _symbol() -> click.Option:
    return click.Option(["--symbol"], metavar=_("SYMBOL"), help=_("The symbol of a document that does not state it."))


def _watch() -> click.Option:
    text = _("Take in what is saved in a folder until Ctrl+C, beginning with what lies there.")
    return click.Option(["--watch"], is_flag=True, help=text)


def _yes() -> click.Option:
    return click.Option(["--yes"], is_flag=True, help=_("Don't ask before an annotated document is removed."))


def _tags() -> click.Option:
    named = _("Only what bears this tag; several mean all of them.")
    return click.Option(["--tag", "tags"], metavar=_("TAG"), multiple=True, help=named)


def _output() -> click.Option:
    return click.Option(
        ["-o", "--output", "file"], metavar=_("FILE"), default="-", help=_("Where to write; - is stdout.")
    )


def _format() -> click.Option:
    formats = click.Choice(["md", "json", "csv"])
    return click.Option(["--format", "form"], type=formats, default="md", show_default=True, help=_("What to write."))


def _language() -> click.Option:
    text = _("The language of the interface; written before the verb.")
    spoken = click.Choice(LANGUAGES)
    return click.Option([OPTION], type=spoken, envvar=VARIABLE, show_envvar=True, expose_value=False, help=text)


def _continue() -> click.Option:
    text = _("Open what was open last, as it was left.")
    return click.Option(["-c", "--continue", "resume"], is_flag=True, help=text)


def _port() -> click.Option:
    ports = click.IntRange(0, 65535)
    text = _("The port of the page; 0 for any that is free.")
    return click.Option(["--port"], type=ports, default=8642, show_default=True, help=text)


def _browser() -> click.Option:
    text = _("Open the page in the browser, or only print its address.")
    return click.Option(["--browser/--no-browser"], default=True, show_default=True, help=text)


def _version() -> click.Option:
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


if __name__ == "__main__":
    sys.exit(main())
