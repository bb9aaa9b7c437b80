"""A stream of paragraphs and tables: the body, a cell, a note, a header, a text box."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from store.reading.docx.notes import NoteSigns
from store.reading.docx.runs import Runs
from store.reading.docx.settings import Setting
from store.reading.docx.tables import Table, read_table
from store.reading.docx.tree import is_on, opened
from store.reading.docx.writing import Paragraph, Writing

Block = Paragraph | Table


class Story:
    """Reads the blocks of one part of a document in order."""

    def __init__(
        self, setting: Setting, signs: NoteSigns | None = None, links: Mapping[str, str] | None = None
    ) -> None:
        self._setting = setting
        self._signs = signs
        self._runs = Runs(setting.styles, signs, links or {})

    def blocks(self, parent: Element, passed: Callable[[], None] | None = None) -> Iterator[Block]:
        """The paragraphs and tables under an element; those whose text is blank are left out.

        Args:
            parent: what holds them.
            passed: called after each.
        """
        writing: Writing | None = None
        apart = False
        for child in opened(parent):
            if child.tag == "p":
                writing = writing or Writing()
                style = self._setting.styles.of(child)
                self._runs.write(child, writing, style)
                self._leave_section(child)
                if not self._ends(child, style):
                    continue
                apart = apart or not writing.text.strip()
                for block in self._finished(child, style, writing):
                    if isinstance(block, Paragraph):
                        block.apart, apart = apart, False
                    yield block
                writing = None
            elif child.tag == "tbl":
                yield from self._close(writing)
                writing, apart = None, False
                yield read_table(child, self.blocks)
            if passed is not None:
                passed()
        yield from self._close(writing)

    def _ends(self, paragraph: Element, style: str | None) -> bool:
        """Whether a paragraph's end is there: it is not when it was deleted, moved away or hidden."""
        mark = paragraph.find("pPr/rPr")
        if mark is None:
            return True
        gone = mark.find("del") is not None or mark.find("moveFrom") is not None
        return not (gone or is_on(mark, "vanish") or is_on(mark, "specVanish"))

    def _finished(self, element: Element, style: str | None, writing: Writing) -> Iterator[Block]:
        styles = self._setting.styles
        label = self._setting.numbering.label(element, style)
        if writing.text.strip():
            text = writing.text.rstrip("\n")
            marks = tuple(
                each._replace(start=each.start + len(label), end=each.end + len(label)) for each in writing.marks
            )
            yield Paragraph(label + text, marks, styles.heading(element, style), contents=styles.lists_contents(style))
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            yield from Story(self._setting, self._signs).blocks(box)

    def _leave_section(self, paragraph: Element) -> None:
        if self._signs is not None and paragraph.find("pPr/sectPr") is not None:
            self._signs.section += 1

    def _close(self, writing: Writing | None) -> Iterator[Block]:
        """What is left when a story, or what stands before a table, ends without the end of a paragraph."""
        if writing is not None and writing.text.strip():
            yield Paragraph(writing.text.rstrip("\n"), tuple(writing.marks))
