"""A view in which text is selected, from the cursor on by characters, words, sentences, paragraphs.

Knows no dictionary and no clipboard: that words are wanted, and that the selection should be copied, it says in
messages.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.reactive import var

from store.document import Span
from tui.widgets.link_view import LinkView, PaneMessage
from tui.widgets.page.page import Page
from tui.widgets.page.selection import Chosen, Point, Selection
from tui.widgets.page.units import Cutter, Unit, Units, simple_words


class SelectionView(LinkView):
    """Adds a selection: making it, changing it, saying what it holds."""

    chosen: var[Selection | None] = var(None, init=False)
    """What is selected; None for nothing."""

    picked: var[frozenset[str]] = var(frozenset(), init=False)
    """Ids of paragraphs that were picked out, to be annotated together."""

    @dataclass
    class SelectionChanged(PaneMessage):
        """More, less or nothing is selected now."""

    @dataclass
    class WordsWanted(PaneMessage):
        """Somebody selects by words: whoever knows where they end sets `cut`, until then simple ones do."""

    @dataclass
    class CopyRequested(PaneMessage):
        """The selection should be copied."""

        cited: bool
        """With where it stands."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._cut: Cutter = simple_words
        self._units: Units | None = None
        self._taken: tuple[Point, Selection] | None = None
        """The word last taken, and where it was pointed at."""

    @property
    def selection(self) -> list[Chosen]:
        """What is selected, block by block in the order of reading; nothing of a block is left out of the list."""
        if self.document is None:
            return []
        if self.chosen is None:
            blocks = (block for block in self.document.blocks if block.id in self.picked and block.text)
            return [Chosen(block.id, 0, len(block.text)) for block in blocks]
        return list(self.chosen.parts(self.document.blocks))

    @property
    def word_cutter(self) -> Cutter | None:
        """Who tells the words apart as a dictionary has them; None until he is known."""
        return None if self._cut is simple_words else self._cut

    @property
    def cut(self) -> Cutter:
        """Tells the words of a text apart."""
        return self._cut

    @cut.setter
    def cut(self, cut: Cutter) -> None:
        """Know words better; a word that was just taken is taken again."""
        self._cut = cut
        self._units = None
        if self._taken and self._taken[1] == self.chosen:
            self.take(self._taken[0], Unit.WORD)

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
        self.post_message(self.WordsWanted(self))
        link = self.link
        if link is not None and (link.kind == "note" or link.block != page.blocks[index].id):
            link = None  # it stands in other words than those of the paragraph
        last = len(page.blocks[index].text) - 1
        if link is not None and link.at < link.end:
            start, end = link.at, link.end
        else:
            at = min(last, self._first_seen(page, index) if link is None else link.at)
            start, end = self.units.around(Point(index, at), Unit.CHARACTER)
        self.chosen = Selection(Point(index, start), Point(index, end))
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

    def extend(self, unit: Unit, direction: int) -> None:
        """Move the head to the next end of a unit, 1, or to the beginning before it, -1; never onto the anchor."""
        if self.chosen is None:
            return
        head: Point | None = self.chosen.head
        while head is not None:
            head = self._step(head, unit, direction)
            moved = Selection(self.chosen.anchor, head) if head is not None else None
            if moved is not None and self.holds_any(moved):
                self._choose(moved)
                return

    def extend_line(self, direction: int) -> None:
        """Move the head one line down, 1, or up, -1; at the ends of the document as far as it goes."""
        page = self.page
        if page is None or self.chosen is None:
            return
        index, at = self.chosen.head
        layout = page.layout(index)
        place = layout.setting.locate(at)
        x, row = layout.indent + place.cell, place.row + direction
        if not 0 <= row < len(layout.setting.lines):
            found = page.neighbour(index, direction)
            if found is None:
                self.extend(Unit.PARAGRAPH, direction)
                return
            index, layout = found, page.layout(found)
            row = 0 if direction > 0 else len(layout.setting.lines) - 1
        moved = Selection(self.chosen.anchor, Point(index, layout.setting.offset_at(row, max(0, x - layout.indent))))
        if self.holds_any(moved):
            self._choose(moved)
        else:
            self.extend(Unit.CHARACTER, direction)

    def swap_ends(self) -> None:
        """Go on at the other end of the selection."""
        if self.chosen is not None:
            self._choose(self.chosen.swapped())

    def action_extend_character(self) -> None:
        """To the next character."""
        self.extend(Unit.CHARACTER, 1)

    def action_extend_character_back(self) -> None:
        """Back by a character."""
        self.extend(Unit.CHARACTER, -1)

    def action_extend_word(self) -> None:
        """To the end of the word, or of the next one."""
        self.extend(Unit.WORD, 1)

    def action_extend_word_back(self) -> None:
        """To its beginning, or to that of the one before."""
        self.extend(Unit.WORD, -1)

    def action_extend_sentence(self) -> None:
        """To the end of the sentence, or of the next one."""
        self.extend(Unit.SENTENCE, 1)

    def action_extend_sentence_back(self) -> None:
        """To its beginning, or to that of the one before."""
        self.extend(Unit.SENTENCE, -1)

    def action_extend_paragraph(self) -> None:
        """To the end of the paragraph, or of the next one."""
        self.extend(Unit.PARAGRAPH, 1)

    def action_extend_paragraph_back(self) -> None:
        """To its beginning, or to that of the one before."""
        self.extend(Unit.PARAGRAPH, -1)

    def action_extend_line(self) -> None:
        """One line down."""
        self.extend_line(1)

    def action_extend_line_back(self) -> None:
        """One line up."""
        self.extend_line(-1)

    def action_swap_ends(self) -> None:
        """Go on at the other end."""
        self.swap_ends()

    def action_copy_selection(self) -> None:
        """Ask for a copy of what is selected, with its citation."""
        self.post_message(self.CopyRequested(self, True))

    def action_copy_bare(self) -> None:
        """Ask for a copy of nothing but the text."""
        self.post_message(self.CopyRequested(self, False))

    def action_leave_selection(self) -> None:
        """Select nothing."""
        self.chosen = None

    @property
    def units(self) -> Units:
        """The words and sentences of the document."""
        assert self.document is not None
        if self._units is None or self._units.document is not self.document:
            self._units = Units(self.document, self._cut)
        return self._units

    def _choose(self, selection: Selection) -> None:
        """Select, and see to it that the head is in view."""
        self.chosen = selection
        if self.page is not None and self.page.is_shown(selection.head.ordinal):
            self.show_line(selection.head.at)

    def take(self, point: Point, unit: Unit) -> None:
        """Select the unit that holds the character after a point."""
        start, end = self.units.around(point, unit)
        self.chosen = Selection(Point(point.ordinal, start), Point(point.ordinal, end))
        if unit is Unit.WORD:
            self._taken = point, self.chosen
            if self._cut is simple_words:
                self.post_message(self.WordsWanted(self))

    def _step(self, head: Point, unit: Unit, direction: int) -> Point | None:
        """Where the next unit ends, or the one before begins; None beyond the document."""
        page, units = self.page, self.units
        index: int | None = head.ordinal
        point = head
        while page is not None and index is not None:
            found = units.end_after(point, unit) if direction > 0 else units.start_before(point, unit)
            if found is not None:
                return found
            index = page.neighbour(index, direction)
            if index is not None:
                point = Point(index, 0 if direction > 0 else len(page.blocks[index].text))
        return None

    def holds_any(self, selection: Selection) -> bool:
        """Whether there is a character in it."""
        return self.document is not None and any(selection.parts(self.document.blocks))

    def _first_seen(self, page: Page, index: int) -> int:
        """The offset of the first character of a block that is in view."""
        lines = page.layout(index).setting.lines
        above = self.scroll_offset.y - page.content(index)[0]
        return lines[above].start if 0 < above < len(lines) else 0
