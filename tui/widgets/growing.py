"""A selection over some texts that grows and shrinks at its head, by characters, words, sentences, lines, texts.

A part of widgets. Which texts there are and how they stand a widget says; knows no dictionary and no clipboard.
"""

from __future__ import annotations

from textual.reactive import var
from textual.widget import Widget

from store.document import Document
from tui.typeset import Setting
from tui.widgets.page.selection import Chosen, Point, Selection
from tui.widgets.page.units import Cutter, Unit, Units, simple_words


class Growing(Widget):
    """Adds a selection: making it, changing it, saying what it holds."""

    chosen: var[Selection | None] = var(None, init=False)
    """What is selected; None for nothing."""

    _cut: Cutter | None = None
    _units: Units | None = None
    _taken: tuple[Point, Selection] | None = None
    """The word last taken, and where it was pointed at."""

    @property
    def texts(self) -> Document | None:
        """The texts, as blocks; None before there are any."""
        raise NotImplementedError

    def neighbour(self, index: int, step: int) -> int | None:
        """The next text that one sees, upwards or downwards; None at the end."""
        raise NotImplementedError

    def standing(self, index: int) -> tuple[Setting, int]:
        """A text in lines, and the cells before them."""
        raise NotImplementedError

    def show_point(self, point: Point) -> None:
        """See to it that a point is in view."""
        raise NotImplementedError

    def want_words(self) -> None:
        """Somebody selects by words: whoever knows where they end sets `cut`, until then simple ones do."""
        raise NotImplementedError

    @property
    def parts(self) -> list[Chosen]:
        """What is selected, text by text in the order of reading; those of which nothing is are left out."""
        return list(self.chosen.parts(self.texts.blocks)) if self.chosen is not None and self.texts is not None else []

    @property
    def word_cutter(self) -> Cutter | None:
        """Who tells the words apart as a dictionary has them; None until he is known."""
        return self._cut

    @property
    def cut(self) -> Cutter:
        """Tells the words of a text apart."""
        return self._cut or simple_words

    @cut.setter
    def cut(self, cut: Cutter) -> None:
        """Know words better; a word that was just taken is taken again."""
        self._cut = cut
        self._units = None
        if self._taken and self._taken[1] == self.chosen:
            self.take(self._taken[0], Unit.WORD)

    @property
    def units(self) -> Units:
        """The words and sentences of the texts."""
        assert self.texts is not None
        if self._units is None or self._units.document is not self.texts:
            self._units = Units(self.texts, self.cut)
        return self._units

    def begin_at(self, index: int, start: int, end: int | None = None) -> None:
        """Select a range of a text, or the character at an offset."""
        self.want_words()
        if end is None:
            start, end = self.units.around(Point(index, start), Unit.CHARACTER)
        self.chosen = Selection(Point(index, start), Point(index, end))

    def choose(self, selection: Selection) -> None:
        """Select, and see to it that the head is in view."""
        self.chosen = selection
        self.show_point(selection.head)

    def take(self, point: Point, unit: Unit) -> None:
        """Select the unit that holds the character after a point."""
        start, end = self.units.around(point, unit)
        self.chosen = Selection(Point(point.ordinal, start), Point(point.ordinal, end))
        if unit is Unit.WORD:
            self._taken = point, self.chosen
            if self._cut is None:
                self.want_words()

    def holds_any(self, selection: Selection) -> bool:
        """Whether there is a character in it."""
        return self.texts is not None and any(selection.parts(self.texts.blocks))

    def extend(self, unit: Unit, direction: int) -> None:
        """Move the head to the next end of a unit, 1, or to the beginning before it, -1; never onto the anchor."""
        if self.chosen is None:
            return
        head: Point | None = self.chosen.head
        while head is not None:
            head = self._step(head, unit, direction)
            moved = Selection(self.chosen.anchor, head) if head is not None else None
            if moved is not None and self.holds_any(moved):
                self.choose(moved)
                return

    def extend_line(self, direction: int) -> None:
        """Move the head one line down, 1, or up, -1; at the ends of the texts as far as it goes."""
        if self.texts is None or self.chosen is None:
            return
        index, at = self.chosen.head
        setting, indent = self.standing(index)
        place = setting.locate(at)
        x, row = indent + place.cell, place.row + direction
        if not 0 <= row < len(setting.lines):
            found = self.neighbour(index, direction)
            if found is None:
                self.extend(Unit.PARAGRAPH, direction)
                return
            index, (setting, indent) = found, self.standing(found)
            row = 0 if direction > 0 else len(setting.lines) - 1
        moved = Selection(self.chosen.anchor, Point(index, setting.offset_at(row, max(0, x - indent))))
        if self.holds_any(moved):
            self.choose(moved)
        else:
            self.extend(Unit.CHARACTER, direction)

    def swap_ends(self) -> None:
        """Go on at the other end of the selection."""
        if self.chosen is not None:
            self.choose(self.chosen.swapped())

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

    def action_leave_selection(self) -> None:
        """Select nothing."""
        self.chosen = None

    def _step(self, head: Point, unit: Unit, direction: int) -> Point | None:
        """Where the next unit ends, or the one before begins; None beyond the texts."""
        texts, units = self.texts, self.units
        index: int | None = head.ordinal
        point = head
        while texts is not None and index is not None:
            found = units.end_after(point, unit) if direction > 0 else units.start_before(point, unit)
            if found is not None:
                return found
            index = self.neighbour(index, direction)
            if index is not None:
                point = Point(index, 0 if direction > 0 else len(texts.blocks[index].text))
        return None
