"""Pasting a text into the library: from the clipboard by a key, or by the terminal's own way to paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.events import Paste
from textual.message import Message

from store.errors import JueyiError
from tui.clipboard import paste
from tui.language import _
from tui.notices import refuse, tell
from tui.screens.cared import CaredScreen
from tui.shown_keys import keys

if TYPE_CHECKING:
    from store.document import Document


class PastingScreen(CaredScreen):
    """Takes texts in; the screen shows the library and says when it has changed."""

    class Looked(Message):
        """What was pasted was read."""

        def __init__(self, data: bytes, document: Document) -> None:
            super().__init__()
            self.data = data
            self.document = document

    class Changed(Message):
        """A document was added, or taken out again."""

        def __init__(self, key: str, said: str, added: str | None) -> None:
            super().__init__()
            self.key = key
            self.said = said
            self.added = added

    def action_paste(self) -> None:
        """Read what the clipboard holds, to add it."""
        self._take_clipboard()

    def on_paste(self, event: Paste) -> None:
        """The terminal pastes."""
        event.stop()
        self._look_at(event.text)

    @work(thread=True, exclusive=True, group="paste")
    def _take_clipboard(self) -> None:
        text = None if self.app.is_web else paste()
        if text is None:
            said = _("The clipboard can't be read here: paste with your terminal's own key, often Ctrl+Shift+V.")
            self.app.call_from_thread(refuse, self, said)
        elif not text.strip():
            self.app.call_from_thread(tell, self, _("The clipboard holds no text."))
        else:
            self._look(text)

    @work(thread=True, exclusive=True, group="paste")
    def _look_at(self, text: str) -> None:
        self._look(text)

    def _look(self, text: str) -> None:
        from store.library.reader import StandardReader
        from tui.given import as_file

        data = text.encode("utf-8", "replace")
        try:
            with as_file(data, _("pasted text")) as path:
                self.post_message(self.Looked(data, StandardReader().read(path)))
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)

    @on(Looked)
    def ask_to_add(self, message: Looked) -> None:
        """Show what it would become, unless it is there already."""
        from tui.screens.pasted import PastedScreen

        held = next((each for each in self._workspace.library.known() if each.digest == message.document.digest), None)
        if held:
            tell(self, _("{key} is in the library already.").format(key=held.key))
            return

        def add(wanted: bool | None) -> None:
            if wanted:
                self._take_in(message.data, message.document)

        self.app.push_screen(PastedScreen(message.document), add)

    @work(thread=True, group="paste")
    def _take_in(self, data: bytes, document: Document) -> None:
        from store.library.kept_name import kept_name
        from tui.given import as_file

        try:
            with as_file(data, kept_name(document, data)) as path:
                key = self._workspace.library.add(path).key
        except (JueyiError, OSError) as error:
            self.app.call_from_thread(refuse, self, error)
            return
        said = _("Added {key} to the library: {undo} takes it out again.").format(
            key=key, **keys(self, undo="library.undo")
        )
        self.post_message(self.Changed(key, said, key))

    @work(thread=True, group="paste")
    def _take_out(self, key: str) -> None:
        try:
            self._workspace.library.remove(key)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        said = _("Took {key} out of the library again; tags and notes on it are kept.").format(key=key)
        self.post_message(self.Changed(key, said, None))

    @on(Changed)
    def show_changed(self, message: Changed) -> None:
        """Say so, and list what there is now."""
        if message.added:
            self._remember(partial(self._take_out, message.added))
        tell(self, message.said)
        self.reload(message.added)
