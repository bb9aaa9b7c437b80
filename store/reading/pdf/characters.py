"""The characters of a page as PDFium tells them: what each is, where it stands, which way its line runs."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import addressof, c_double
from math import atan2, cos, degrees, hypot, sin
from typing import TYPE_CHECKING, Any, NamedTuple

from store.reading.pdf.frames import Frame, turning
from store.reading.pdf.glyphs import Box, Glyph
from store.reading.pdf.names import NAMELESS, named, paired

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_SLANTING = -1
_UPRIGHT = 8
"""Degrees by which a line may slant and is upright still."""
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)


class _Run(NamedTuple):
    """What all characters of one text object share."""

    number: int
    size: float
    turn: int
    """The direction of its line, in quarter turns against the clock; -1 for a slanting one."""
    angle: float
    """The same in radians."""


def read_characters(page: PdfPage, frame: Frame) -> tuple[dict[int, list[Glyph]], int]:
    """The characters that are shown, by the direction of their lines; and how many of them have no name."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    try:
        reader = _Reader(text, frame)
        for index in range(pdfium.FPDFText_CountChars(text)):
            if pdfium.FPDFText_IsGenerated(text, index) != 1:
                reader.take(index, pdfium.FPDFText_GetUnicode(text, index))
        return reader.found, reader.nameless
    finally:
        text.close()


class _Reader:
    def __init__(self, text: Any, frame: Frame) -> None:
        import pypdfium2.raw as pdfium

        self.found: dict[int, list[Glyph]] = {}
        self.nameless = 0
        self._pdfium = pdfium
        self._text = text
        self._frame = frame
        self._turnings: list[Callable[[Frame], Box]] = [turning(frame, turn) for turn in range(4)]
        self._runs: dict[int, _Run] = {}
        self._high = 0
        self._space = False
        self._x, self._y = c_double(), c_double()
        self._left, self._right, self._bottom, self._top = (c_double() for _ in range(4))
        self._loose = pdfium.FS_RECTF()

    def take(self, index: int, code: int) -> None:
        """Read one character; white space is kept with the one after it."""
        if code in _HIGH:
            self._high = code
            return
        if code in _LOW:
            code = paired(self._high, code)
        self._high = 0
        character = named(code)
        if character.isspace():
            self._space = True
            return
        self._pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        if not self._frame.holds(self._x.value, self._y.value):
            return
        run = self._run(index)
        left, right, base = self._place(index, run)
        self.nameless += character == NAMELESS
        glyph = Glyph(character, left, right, base, run.size, run.number, self._space)
        self.found.setdefault(run.turn, []).append(glyph)
        self._space = False

    def _run(self, index: int) -> _Run:
        drawn = self._pdfium.FPDFText_GetTextObject(self._text, index)
        key = addressof(drawn.contents) if drawn else 0
        run = self._runs.get(key)
        if run is None:
            matrix = self._pdfium.FS_MATRIX()
            self._pdfium.FPDFText_GetMatrix(self._text, index, matrix)
            size = self._pdfium.FPDFText_GetFontSize(self._text, index) * (hypot(matrix.c, matrix.d) or 1)
            angle = atan2(matrix.b, matrix.a)
            quarter = round(degrees(angle) / 90)
            turn = quarter % 4 if abs(degrees(angle) - quarter * 90) < _UPRIGHT else _SLANTING
            run = self._runs[key] = _Run(len(self._runs), size, turn, angle)
        return run

    def _place(self, index: int, run: _Run) -> tuple[float, float, float]:
        """Where a character begins and ends along its line, and how far down the line is."""
        x, y, loose = self._x.value, self._y.value, self._loose
        if run.turn == 0 and self._pdfium.FPDFText_GetLooseCharBox(self._text, index, loose):
            return loose.left - self._frame.left, loose.right - self._frame.left, self._frame.top - y
        if run.turn == _SLANTING:
            along, down = x * cos(run.angle) + y * sin(run.angle), x * sin(run.angle) - y * cos(run.angle)
            return along, along + run.size / 2, down
        turned = self._turnings[run.turn]
        box = turned(self._ink(index))
        return box.left, box.right, turned(Frame(x, y, x, y)).top

    def _ink(self, index: int) -> Frame:
        """The box of what is drawn of a character: PDFium tells the room that its type takes for upright text only."""
        edges = self._left, self._right, self._bottom, self._top
        self._pdfium.FPDFText_GetCharBox(self._text, index, *edges)
        left, right, bottom, top = (edge.value for edge in edges)
        return Frame(left, bottom, right, top)
