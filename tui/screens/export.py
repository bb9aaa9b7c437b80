"""Writing tags and notes to a Markdown file, whose name the user may change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from store.errors import JueyiError
from store.export.markdown import Section, to_markdown
from store.files import write_atomically
from tui.commands import bindings
from tui.language import _, n_
from tui.notices import refuse, tell
from tui.screens.panel import Panel
from tui.shown_keys import keys
from tui.typeset import visible
from tui.widgets.key_hints import KeyHints
from tui.workspace import Workspace

_UNFIT = re.compile(r"[^\w.()-]+")


class ExportScreen(Panel[None]):
    """Asks for the file and writes it; what stands in a file already is not overwritten unasked."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("export")]

    def __init__(self, workspace: Workspace, key: str | None) -> None:
        super().__init__()
        self._workspace = workspace
        self._key = key
        """The document whose annotations are written; None for all."""
        self._warned: str | None = None

    def compose(self) -> ComposeResult:
        """Title, file, hint."""
        with Vertical(classes="panel short"):
            what = self._key or _("the whole library")
            title = Content.assemble((_("Export"), "bold"), "   ", (visible(what), "$text-muted"))
            yield Static(title, classes="panel-title", markup=False)
            yield Input(file_name(self._key), compact=True, select_on_focus=False)
            yield Static(id="words", markup=False)
            yield KeyHints()

    def on_mount(self) -> None:
        """One may change the name at once."""
        self.query_one(Input).focus()
        self._say(_("In {folder}").format(folder=Path.cwd()))

    def action_write(self) -> None:
        """Write the file, or ask before overwriting other text."""
        name = self.query_one(Input).value.strip()
        if not name:
            return
        try:
            path = Path(name).expanduser().absolute()
            is_folder = path.is_dir()
        except (OSError, RuntimeError) as error:  # too long; of a user who is unknown
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self._say(_("No file can have this name ({reason}): give another.").format(reason=reason))
            return
        if is_folder:
            self._say(_("{file} is a folder: give the name of a file.").format(file=path))
        else:
            self._write(path, name)

    def _write(self, path: Path, name: str) -> None:
        try:
            sections = list(self._sections())
            count = sum(len(section.annotations) for section in sections)
            if not count:
                tell(
                    self,
                    _("There is nothing to export yet: {tag} tags, {note} notes.").format(
                        **keys(self, tag="reader.tag", note="reader.note")
                    ),
                )
                return
            data = to_markdown(sections).encode()
            if self._warned != name and holds_other(path, data):
                self._warned = name
                self._say(
                    _("{file} is there already with other text: {key} again overwrites it.").format(
                        file=path.name, **keys(self, key="export.write")
                    )
                )
                return
            write_atomically(path, data)
        except JueyiError as error:
            refuse(self, error)
            return
        written = n_("{count} annotation written to {file}.", "{count} annotations written to {file}.", count)
        tell(self.app, written.format(count=count, file=path))
        self.dismiss(None)

    def _sections(self) -> Iterator[Section]:
        shelf, library = self._workspace.shelf, self._workspace.library
        keys = [self._key] if self._key else _in_order(self._workspace)
        for key in keys:
            entry = library.entry(key)
            document = library.document(key) if entry and not entry.problem else None
            yield Section(key, document, shelf.of(key))

    def _say(self, text: str) -> None:
        self.query_one("#words", Static).update(Content(visible(text)))


def file_name(key: str | None) -> str:
    """The file offered: `jueyi-A-C.3-80-L.4.md`."""
    if key is None:
        return "jueyi.md"
    return f"jueyi-{_UNFIT.sub('-', key).strip('-')[:80]}.md"


def holds_other(path: Path, data: bytes) -> bool:
    """Whether something else stands under this name: another file, or an export that was edited or is older."""
    try:
        return path.read_bytes() != data if path.is_file() else path.exists()
    except OSError:
        return True


def _in_order(workspace: Workspace) -> list[str]:
    """Keys of annotated documents: the library's in its order, then those it no longer holds."""
    annotated = dict.fromkeys(workspace.shelf.documents())
    held = [entry.key for entry in workspace.library.known() if entry.key in annotated]
    return list(dict.fromkeys([*held, *annotated]))
