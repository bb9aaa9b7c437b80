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

from tui import export_options, notes_options, options
from tui.help_pages import HelpContext
from tui.language import _, hear_language, spoken_by_click
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
        params=[options.resume(), options.language(), options.version()],
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

    context_class = HelpContext

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and (args[0] == "-" or not args[0].startswith("-")):
            opening = _Verb("open", callback=_open, params=[options.target()], options_metavar=_("[OPTIONS]"))
            return "open", opening, args
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class _Verb(click.Command):
    """A verb, whose help fits a terminal."""

    context_class = HelpContext


def _verbs() -> list[click.Command]:
    return [
        _verb(
            "show",
            _("Print a document or one paragraph, typeset."),
            _late("tui.verbs", "show"),
            options.target(),
            options.json_form(),
        ),
        _verb(
            "lookup",
            _("Print a document, or what the library says of it."),
            _late("tui.verbs", "lookup"),
            options.target("NUMBER"),
            options.json_form(),
        ),
        _verb(
            "cites",
            _("Print what a document or paragraph cites."),
            _late("tui.verbs", "cites"),
            options.target(),
            options.why(),
            options.numbers(),
            options.json_form(),
        ),
        _verb(
            "cited-by",
            _("Print where a document or paragraph is cited."),
            _late("tui.relations", "cited_by"),
            options.target(),
            options.treatment(),
            options.part(),
            options.json_form(),
        ),
        _verb(
            "wanted",
            _("Print what the library cites most and does not hold."),
            _late("tui.relations", "wanted"),
            options.limit(_("How many documents to print.")),
            options.json_form(),
        ),
        _verb(
            "graph",
            _("Print who cites whom, by year; or write it for Graphviz."),
            _late("tui.relations", "graph"),
            options.target(required=False),
            options.limit(_("How many documents to show that are cited but not held."), None),
            options.dot(),
            options.output(),
            options.json_form(),
        ),
        _verb(
            "search",
            _("Print the paragraphs that hold all words."),
            _late("tui.verbs", "search"),
            options.words(),
            options.limit(_("How many paragraphs to print.")),
            options.json_form(),
        ),
        _verb("list", _("Print the library."), _late("tui.keeping", "list_entries"), options.json_form()),
        _verb(
            "add",
            _("Copy files into the library."),
            _add,
            options.files(),
            options.symbol(),
            options.watch(),
            options.json_form(),
        ),
        _verb(
            "remove",
            _("Take added documents out of the library; annotations are kept."),
            _late("tui.keeping", "remove"),
            options.targets(),
            options.yes(),
        ),
        _verb(
            "check",
            _("Print doubts and how the store stands."),
            _late("tui.care", "check"),
            options.target(required=False),
            options.corrections(),
            options.citations(),
            options.store(),
            options.mend_unasked(),
            options.json_form(),
        ),
        _verb(
            "export",
            _("Write annotations out."),
            _late("tui.exporting", "export"),
            options.target(required=False),
            export_options.tags(),
            export_options.kinds(),
            export_options.people(),
            export_options.shared(),
            export_options.order(),
            export_options.template(),
            export_options.form(),
            export_options.output(),
            export_options.front_matter(),
        ),
        _verb(
            "import",
            _("Take annotations in, of your own or of a colleague, and say where they stand."),
            _late("tui.importing", "import_annotations"),
            export_options.paths(),
            export_options.origin(),
            export_options.merge(),
            options.json_form(),
        ),
        _verb(
            "carry",
            _("Print what becomes of annotations in another version; carry them over."),
            _carry,
            *options.documents(),
            options.all_exact(),
            options.written(),
            options.json_form(),
        ),
        _verb(
            "notes",
            _("Print annotations: of a document or place, or all that hold some words."),
            _late("tui.notes_verb", "notes"),
            *notes_options.narrowing(),
            *notes_options.arranging(),
            options.json_form(),
        ),
        _verb(
            "serve",
            _("Open the app in a web page of this machine."),
            _late("tui.serving", "serve"),
            options.target(required=False),
            options.port(),
            options.browser(),
        ),
    ]


def _verb(name: str, text: str, callback: Callable[..., int], *params: click.Parameter) -> click.Command:
    return _Verb(name, callback=_told(callback), params=list(params), help=text, options_metavar=_("[OPTIONS]"))


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


def _carry(source: str, target: str, all_exact: bool, yes: bool, as_json: bool) -> int:
    if yes and not all_exact:
        raise click.UsageError(_("--yes carries over what --all-exact names; the rest is decided in the reader (J)."))
    wanted = {"source": source, "target": target, "all_exact": all_exact, "yes": yes, "as_json": as_json}
    return _late("tui.carry_verb", "carry")(**wanted)


if __name__ == "__main__":
    sys.exit(main())
