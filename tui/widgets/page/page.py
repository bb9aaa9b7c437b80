"""A document on a page of endless length: which row belongs to which block, and how each block is laid out.

Blocks are laid out when they are looked at; until then their height is an estimate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.document import Document
from tui.typeset import Manner, Widths
from tui.widgets.links import links_of
from tui.widgets.marks import Mark
from tui.widgets.page.block import BlockLayout, air_above, column_of, lay_out, text_rows
from tui.widgets.page.called import called_by, set_called
from tui.widgets.page.galley import Galley
from tui.widgets.page.geometry import Geometry
from tui.widgets.page.heights import Heights
from tui.widgets.page.survey import Survey
from tui.widgets.page.view import View

_KEPT = 512
"""Layouts kept at hand: several screens."""

_NO_MARKS: Mapping[str, Mark] = {}


class Page:
    """The rows of a document for one width. Blocks go by their index, rows count from the top."""

    def __init__(
        self,
        document: Document,
        geometry: Geometry,
        widths: Widths,
        marks: Mapping[str, Mark] = _NO_MARKS,
        folded: Iterable[str] = (),
        *,
        survey: Survey | None = None,
        galley: Galley | None = None,
        spacing: int = 1,
        view: View | None = None,
    ) -> None:
        """A page of which nothing is laid out yet.

        Args:
            document: What stands on it.
            geometry: Its columns.
            widths: Cells of characters.
            marks: The reader's tags and notes by block id.
            folded: Ids of the blocks whose children are not shown.
            survey: Of the document, when there is one already.
            galley: What sets its text; else one for the document's language.
            spacing: Rows from one line of the text to the next.
            view: What is shown below the paragraphs.
        """
        self.survey = survey or Survey(document)
        self.galley = galley or Galley(document, widths, Manner(self.survey.language))
        self.spacing = spacing
        self.document = document
        self.blocks = document.blocks
        self.geometry = geometry
        self.widths = widths
        self.marks = marks
        self.view = view or View()
        """What is shown below the paragraphs."""
        self.marks_shown = _reduced(marks, self.view)
        """The marks without what is switched off."""
        self.index_of = self.survey.index_of
        """Indices by block id."""
        self.folded = frozenset(folded)
        """Ids of the blocks whose children are not shown."""
        self._under = self._count_folded()
        self._rows = self._estimate()
        self._measured = bytearray(len(self.blocks))
        self._layouts: dict[int, BlockLayout] = {}
        self.heights = self._stack()
        """Rows of each block; 0 for one folded away."""

    @property
    def height(self) -> int:
        """Rows of all, with a last one of air."""
        return self.heights.total + 1

    def is_shown(self, index: int) -> bool:
        """Whether a block is not folded away."""
        return self.heights[index] > 0

    def layout(self, index: int) -> BlockLayout:
        """A block laid out."""
        layout = self._layouts.get(index)
        if layout is None:
            if len(self._layouts) >= _KEPT:
                del self._layouts[next(iter(self._layouts))]
            layout = self._layouts[index] = self._lay_out(index)
        return layout

    def measure(self, index: int) -> int:
        """Replace the estimate of a block's height by the truth; returns by how many rows that was wrong."""
        if self._measured[index] or not self.is_shown(index):
            return 0
        self._measured[index] = True
        rows = self._count(index)
        growth = rows - self._rows[index]
        if growth:
            self._rows[index] = self.heights[index] = rows
        return growth

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show other marks; only blocks whose marks differ are laid out anew."""
        before, self.marks = self.marks, marks
        self.marks_shown = _reduced(marks, self.view)
        for place in before.keys() | marks.keys():
            if before.get(place) != marks.get(place):
                for index in self._showing(place):
                    self._forget(index)
                    self.measure(index)

    def refold(self, folded: Iterable[str]) -> None:
        """Fold away what is under the blocks of the given ids, and nothing else."""
        before, self.folded = self.folded, frozenset(folded)
        self._under = self._count_folded()
        self.heights = self._stack()
        for place in before ^ self.folded:
            if place in self.index_of:
                self._forget(self.index_of[place])
                self.measure(self.index_of[place])

    def end_of(self, index: int) -> int:
        """The index after the last block under a block."""
        inside = {self.blocks[index].id}
        end = index + 1
        while end < len(self.blocks) and self.blocks[end].parent in inside:
            inside.add(self.blocks[end].id)
            end += 1
        return end

    def ancestors(self, index: int) -> list[str]:
        """Ids of the blocks above a block, from its parent up."""
        found: list[str] = []
        parent = self.blocks[index].parent
        while parent is not None and parent in self.index_of and parent not in found:
            found.append(parent)
            parent = self.blocks[self.index_of[parent]].parent
        return found

    def neighbour(self, index: int, step: int) -> int | None:
        """The next block shown, upwards or downwards; None at the end."""
        index += step
        while 0 <= index < len(self.blocks):
            if self.is_shown(index):
                return index
            index += step
        return None

    def content(self, index: int) -> tuple[int, int]:
        """The range of rows of a block without the air above it."""
        top = self.heights.top(index)
        return top + self.layout(index).air, top + self.heights[index]

    def _lay_out(self, index: int) -> BlockLayout:
        block = self.blocks[index]
        column = column_of(block, self.geometry, self.widths)
        below = self.view.footnotes
        called = set_called(self.document, block, column.width, self.widths, self.marks_shown) if below else ()
        return lay_out(
            block,
            links_of(self.document, block.id),
            column,
            self.galley.setting(index, column.inset, column.width),
            mark=self.marks_shown.get(block.id),
            called=called,
            hidden=self._under.get(index, 0),
            first=index == 0,
            spacing=self.spacing,
        )

    def _count(self, index: int) -> int:
        """The rows of a block; those of one with nothing but text are counted without laying it out."""
        block = self.blocks[index]
        calls = self.view.footnotes and block.markers
        if index in self._layouts or index in self._under or block.id in self.marks_shown or calls:
            return len(self.layout(index).rows)
        column = column_of(block, self.geometry, self.widths)
        lines = self.galley.count(index, column.inset, column.width)
        return air_above(block, index == 0, self.spacing) + text_rows(lines, self.spacing)

    def _showing(self, place: str) -> list[int]:
        """The blocks in whose rows the marks of a place stand: its own, or those that call the footnote."""
        if place in self.index_of:
            return [self.index_of[place]]
        if not self.view.footnotes or place not in self.document.notes_by_id:
            return []
        blocks = enumerate(self.blocks)
        return [index for index, block in blocks if any(marker.footnote == place for marker in block.markers)]

    def _forget(self, index: int) -> None:
        self._layouts.pop(index, None)
        self._measured[index] = False

    def _count_folded(self) -> dict[int, int]:
        """By the index of each folded block, how many blocks it hides."""
        indices = (self.index_of[place] for place in self.folded if place in self.index_of)
        counts = {index: self.end_of(index) - index - 1 for index in indices}
        return {index: count for index, count in counts.items() if count}

    def _stack(self) -> Heights:
        rows = self._rows.copy() if self._under else self._rows
        for index, count in self._under.items():
            rows[index + 1 : index + 1 + count] = [0] * count
        return Heights(rows)

    def _estimate(self) -> list[int]:
        """Rows of each block if all of its characters were Chinese and could stand anywhere."""
        geometry = self.geometry
        rows = self.survey.estimate([geometry.text - indent for indent in geometry.indents], self.spacing)
        for place, mark in self.marks_shown.items():
            if mark and place in self.index_of:
                rows[self.index_of[place]] += 2
        if self.view.footnotes:
            for index, block in enumerate(self.blocks):
                rows[index] += sum(1 + 2 * len(note.text) // geometry.text for note in called_by(self.document, block))
        for index in self._under:
            rows[index] += 1
        return rows


def _reduced(marks: Mapping[str, Mark], view: View) -> Mapping[str, Mark]:
    """The marks without what is switched off."""
    if view.tags and view.notes:
        return marks
    return {place: _without(mark, view) for place, mark in marks.items()}


def _without(mark: Mark, view: View) -> Mark:
    """A mark as far as it is to be seen; its words keep their ground."""
    asides = tuple(
        each._replace(
            tags=each.tags if view.tags else (),
            note=each.note if view.notes else "",
            changes=each.changes if view.notes else (),
        )
        for each in mark.asides
        if view.notes or (view.tags and (each.tags or each.kind))
    )
    return Mark(mark.tags if view.tags else (), mark.note if view.notes else "", asides, mark.stains)
