"""Search over the whole library: paragraphs that hold all words, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import JueyiError
from store.search.query import Hit, search
from tui.addresses import spoken_address
from tui.excerpt import excerpt
from tui.language import _, n_
from tui.messages import OpenDocument
from tui.notices import refuse
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.widgets.rows import Heading
from tui.workspace import Workspace

_LIMIT = 200
_ADDRESS = 20


@dataclass(frozen=True, slots=True)
class HitRow:
    """A paragraph found: its address, and its text around the words."""

    hit: Hit
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        cells = min(_ADDRESS, width // 3)
        address = cell(visible(spoken_address(self.hit.address)), cells, self.widths)
        text = excerpt(self.hit.text, self.hit.spans, width - cells - 2, self.widths, "$accent bold")
        return Content.assemble((address, "$text-muted"), "  ", text)


class SearchScreen(Picker[HitRow, OpenDocument]):
    """Returns the request to go to the paragraph chosen."""

    class Found(Message):
        """The library was searched."""

        def __init__(self, text: str, hits: tuple[Hit, ...]) -> None:
            super().__init__()
            self.text = text
            self.hits = hits

    def __init__(self, workspace: Workspace, text: str = "") -> None:
        super().__init__(Content(_("Search the library")), _("words, or “a phrase”"), value=text)
        self._workspace = workspace
        self._widths = widths_for(workspace.config.ambiguous_width)

    def typed(self, text: str) -> None:
        """Search for it."""
        if text.strip():
            self.search(text)
        else:
            self.show_rows([], _("Paragraphs and footnotes that hold all the words, in every document."))

    @work(thread=True, exclusive=True, group="search")
    def search(self, text: str) -> None:
        """Ask the library."""
        try:
            hits = search(self._workspace.library, text, _LIMIT)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Found(text, hits))

    @on(Found)
    def show_hits(self, message: Found) -> None:
        """Show them, unless the user typed on."""
        if message.text != self.text:
            return
        rows = list(_grouped(message.hits, self._widths))
        count = len(message.hits)
        more = _("the best {count}") if count == _LIMIT else n_("{count} hit", "{count} hits", count)
        self.show_rows(rows, more.format(count=count) if rows else nothing_found(message.text))

    def chosen(self, row: HitRow | None, text: str) -> None:
        """Go there, with the words lit."""
        if row:
            self.dismiss(OpenDocument(row.hit.document, row.hit.place, text))


def _grouped(hits: Iterable[Hit], widths: Widths) -> Iterable[HitRow | Heading]:
    """By document, the one with the best hit first."""
    by_document: dict[str, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.document, []).append(hit)
    for key, those in by_document.items():
        yield Heading(Content.styled(visible(key), "bold"))
        yield from (HitRow(hit, widths) for hit in those)
