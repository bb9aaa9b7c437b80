"""A view in which text is selected, from the cursor on, or whole paragraphs are picked out.

That words are wanted, and that the selection should be copied, it says in messages.
"""

from __future__ import annotations

from textual.reactive import var

from store.document import Document, Span
from tui.typeset import Setting
from tui.widgets.growing import Growing
from tui.widgets.link_view import LinkView, PaneMessage
from tui.widgets.page.page import Page
from tui.widgets.page.selection import Chosen, Point, Selection
from tui.widgets.page.units import Unit


class SelectionView(LinkView, Growing):
    """Adds a selection to the document."""

    picked: var[frozenset[str]] = var(frozenset(), init=False)
    """Ids of paragraphs that were picked out, to be annotated together."""

    class SelectionChanged(PaneMessage):
        """More, less or nothing is selected now."""

    class WordsWanted(PaneMessage):
        """Somebody selects by words: whoever knows where they end sets `cut`, until then simple ones do."""

    class CopyRequested(PaneMessage):
        """The selection should be copied."""

        def __init__(self, pane: LinkView, cited: bool) -> None:
            super().__init__(pane)
            self.cited = cited
            """With where it stands."""

    @property
    def texts(self) -> Document | None:
        """The document."""
        return self.document if self.page is not None else None

    def neighbour(self, index: int, step: int) -> int | None:
        """The next block that is not folded away."""
        return self.page.neighbour(index, step) if self.page is not None else None

    def standing(self, index: int) -> tuple[Setting, int]:
        """A block in lines."""
        assert self.page is not None
        layout = self.page.layout(index)
        return layout.setting, layout.indent

    def show_point(self, point: Point) -> None:
        """See to it that a point is in view."""
        if self.page is not None and self.page.is_shown(point.ordinal):
            self.show_line(point.at)

    def want_words(self) -> None:
        """Say that somebody selects by words."""
        self.post_message(self.WordsWanted(self))

    @property
    def selection(self) -> list[Chosen]:
        """What is selected, block by block in the order of reading; nothing of a block is left out of the list."""
        if self.document is None:
            return []
        if self.chosen is None:
            # A long document is gone through only for those who picked something: this is asked at each step.
            blocks = self.document.blocks if self.picked else ()
            return [Chosen(each.id, 0, len(each.text)) for each in blocks if each.id in self.picked and each.text]
        return list(self.chosen.parts(self.document.blocks))

    def watch_chosen(self, before: Selection | None, chosen: Selection | None) -> None:
        """Show it, and say so."""
        page = self.page
        if page is not None and chosen is not None and page.is_shown(chosen.head.ordinal):
            self.lead_to(page, chosen.head.ordinal)
        if (before is None) != (chosen is None):
            self.refresh_bindings()
        self.refresh()
        self.post_message(self.SelectionChanged(self))

    def watch_picked(self) -> None:
        """Show it, and say so."""
        self.refresh()
        self.post_message(self.SelectionChanged(self))

    def pick(self) -> bool:
        """Pick out the paragraph, or leave it out again; False if there is none."""
        if self.cursor is None:
            return False
        self.picked = self.picked ^ {self.cursor}
        return True

    def leave_chosen(self) -> None:
        """Have done with what is selected and picked out."""
        self.chosen = None
        self.picked = frozenset()

    def chosen_in(self, index: int) -> Span | None:
        """The range of a block that is painted as selected."""
        if self.chosen is None or self.document is None:
            return None
        start, end = self.chosen.within(index, len(self.document.blocks[index].text))
        return Span(start, end) if start < end else None

    def toggle_selection(self) -> bool:
        """Begin to select, or have done with it; False if there is nothing to select."""
        if self.chosen is None:
            return self.begin_selection()
        self.chosen = None
        return True

    def begin_selection(self) -> bool:
        """Select the link at the cursor, else the first character of its paragraph in view; False if it has none."""
        page, index = self.page, self.index
        if page is None or index is None or not page.blocks[index].text:
            return False
        link = self.link
        if link is not None and (link.kind == "note" or link.block != page.blocks[index].id):
            link = None  # it stands in other words than those of the paragraph
        if link is not None and link.at < link.end:
            self.begin_at(index, link.at, link.end)
        else:
            last = len(page.blocks[index].text) - 1
            self.begin_at(index, min(last, self._first_seen(page, index) if link is None else link.at))
        return True

    def select_paragraph(self) -> bool:
        """Select the paragraph, or while one selects up to the end of the next one; False if it has no text."""
        if self.chosen is not None:
            self.extend(Unit.PARAGRAPH, 1)
            return True
        if self.index is None or self.document is None or not self.document.blocks[self.index].text:
            return False
        self.chosen = Selection(Point(self.index, 0), Point(self.index, len(self.document.blocks[self.index].text)))
        return True

    def action_copy_selection(self) -> None:
        """Ask for a copy of what is selected, with its citation."""
        self.post_message(self.CopyRequested(self, True))

    def action_copy_bare(self) -> None:
        """Ask for a copy of nothing but the text."""
        self.post_message(self.CopyRequested(self, False))

    def _first_seen(self, page: Page, index: int) -> int:
        """The offset of the first character of a block that is in view."""
        lines = page.layout(index).setting.lines
        above = self.scroll_offset.y - page.content(index)[0]
        return lines[above].start if 0 < above < len(lines) else 0
