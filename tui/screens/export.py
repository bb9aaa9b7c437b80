"""Writing annotations to a file or folder: which, shown how, in what order and form the user may choose."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from store.errors import JueyiError
from store.export.arrange import Order
from store.export.forms import SHOWN, FileForm
from store.export.gather import Wanted
from store.export.job import Done, Job, run
from store.progress import Cancelled
from tui.commands import bindings
from tui.export_choices import Choices
from tui.export_words import NO_CONFLICT, kept_words, style_of, written_words
from tui.language import _, n_
from tui.notices import refuse, tell, warn
from tui.screens.panel import Panel
from tui.shown_keys import key_shown, keys
from tui.typeset import visible
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.widgets.key_hints import KeyHints
from tui.workspace import Workspace

_UNFIT = re.compile(r"[^\w.()-]+")


class ExportScreen(Panel[None]):
    """Asks for the file and how it is to be, and writes it; nothing of the user's is overwritten unasked."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("export")]

    class Ended(Message):
        """The work is done, or stopped before it could overwrite something."""

        def __init__(self, job: Job, done: Done, name: str) -> None:
            super().__init__()
            self.job = job
            self.done = done
            self.name = name

    def __init__(self, workspace: Workspace, key: str | None, ids: frozenset[str] = frozenset()) -> None:
        """Offer to write annotations.

        Args:
            workspace: Whose they are.
            key: Of the document whose annotations are written; None for all.
            ids: Of the annotations that are written; all when none is named.
        """
        super().__init__()
        self._workspace = workspace
        self._ids = ids
        self._key = key
        """The document whose annotations are written; None for all."""
        self._choices = Choices()
        self._warned: tuple[str, FileForm] | None = None

    def compose(self) -> ComposeResult:
        """Title, file, choices, words, hint."""
        with Vertical(classes="panel short"):
            what = self._key or _("the whole library")
            if self._ids:
                what = n_("{count} annotation", "{count} annotations", len(self._ids)).format(count=len(self._ids))
            title = Content.assemble((_("Export"), "bold"), "   ", (visible(what), "$text-muted"))
            yield Static(title, classes="panel-title", markup=False)
            yield Input(file_name(self._key), compact=True, select_on_focus=False)
            yield Static(id="choices", markup=False)
            yield Static(id="words", markup=False)
            yield KeyHints()

    def on_mount(self) -> None:
        """One may change the name at once."""
        self.query_one(Input).focus()
        self._show_choices()
        self._say(_("In {folder}").format(folder=Path.cwd()))

    def action_template(self) -> None:
        """The next template."""
        self._choose(self._choices.with_next_template())

    def action_order(self) -> None:
        """The next order."""
        self._choose(self._choices.with_next_order())

    def action_form(self) -> None:
        """The next form, and the name of a file of that form, unless the user gave it another one."""
        before, field = self._choices.form, self.query_one(Input)
        self._choose(self._choices.with_next_form())
        if field.value == file_name(self._key, before):
            field.value = file_name(self._key, self._choices.form)

    def action_write(self) -> None:
        """Write the file, or ask before overwriting other text."""
        name = self.query_one(Input).value.strip()
        if not name:
            return
        try:
            path = Path(name).expanduser().absolute()
            is_folder = path.is_dir() or name.endswith(("/", "\\"))
        except (OSError, RuntimeError) as error:  # too long; of a user who is unknown
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self._say(_("No file can have this name ({reason}): give another.").format(reason=reason))
            return
        form = self._choices.form
        if is_folder and form != "md":
            self._say(_("{file} is a folder: give the name of a file.").format(file=path))
            return
        wanted, asks = Wanted(self._key, ids=self._ids), self._warned != (name, form)
        job = Job(path, form, wanted, to_folder=is_folder, asks=asks)
        app = self.app
        assert isinstance(app, WaitingApp)
        self.write(job, name, self._choices.template, self._choices.order, app.wait_for(name))

    @work(thread=True, exclusive=True, group="export")
    def write(self, job: Job, name: str, template: str, order: Order | None, waiting: Waiting) -> None:
        """Do the work."""
        library, shelf, config = self._workspace.library, self._workspace.shelf, self._workspace.config
        try:
            with waiting:
                style = style_of(library, config, template, order)
                done = run(library, shelf, replace(job, style=style), waiting)
        except Cancelled:
            return
        except JueyiError as error:
            self.app.call_from_thread(partial(refuse, self, error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Ended(job, done, name))

    @on(Ended)
    def end(self, message: Ended) -> None:
        """Say what was done and close; or why not."""
        job, done = message.job, message.done
        if not done.annotations and done.contested:
            tell(self, _(NO_CONFLICT))
        elif not done.annotations:
            nothing = _("There is nothing to export yet: {tag} tags, {note} notes.")
            tell(self, nothing.format(**keys(self, tag="reader.tag", note="reader.note")))
        elif done.met_other and job.asks:
            self._warned = (message.name, job.form)
            self._say(_other_words(job).format(file=job.path.name, key=key_shown(self, "export.write")))
        else:
            tell(self.app, written_words(done.annotations, job.path))
            for each in done.written:
                for words in kept_words(each):
                    warn(self.app, words)
            self.dismiss(None)

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        self._show_choices()

    def _show_choices(self) -> None:
        said = self._choices.words if self._choices.form in SHOWN else self._choices.words[-1:]
        parts = [part for label, value in said for part in ((f"{label} ", "$text-muted"), visible(value), "   ")]
        self.query_one("#choices", Static).update(Content.assemble(*parts))

    def _say(self, text: str) -> None:
        self.query_one("#words", Static).update(Content(visible(text)))


def _other_words(job: Job) -> str:
    """What happens to text that stands there already."""
    if job.form == "md":
        return _("{file} holds other text, which is kept: {key} again puts the annotations after it.")
    return _("{file} is there already with other text: {key} again overwrites it.")


def file_name(key: str | None, form: FileForm = "md") -> str:
    """The file offered: `jueyi-A-C.3-80-L.4.md`."""
    if key is None:
        return f"jueyi.{form}"
    return f"jueyi-{_UNFIT.sub('-', key).strip('-')[:80]}.{form}"
