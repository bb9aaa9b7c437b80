"""What PDFium tells of a page, as a `Sheet`. The only module that asks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import addressof, c_double, c_float, c_int, c_ulong, create_string_buffer
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from store.reading.pdf.glyphs import Box, Glyph, Sheet, Target

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_THIN = 2.5
"""Points that a stroke is wide, at most."""
_MEANT = {"\u0002": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-"}
"""What PDFium makes of a hyphen at the end of a line; list signs of symbol fonts."""
_DISGUISED = re.compile(r"[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
"""Radicals and forms of compatibility that some programs write for the characters themselves; ligatures."""
_NAMED = re.compile(r"[^\x00-\x1f\x7f-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NAMELESS = "\ufffd"
_SURROGATES = range(0xD800, 0xE000)


class _Run(NamedTuple):
    """What all characters of one text object share."""

    number: int
    size: float
    turn: int
    """The direction of its text, in quarter turns against the clock; -1 for a slanting one."""


class _Frame(NamedTuple):
    """The part of the page that is shown, in the file's own coordinates, which count from the bottom."""

    left: float
    bottom: float
    right: float
    top: float


def read_sheet(document: PdfDocument, index: int) -> Sheet:
    """One page; nothing of it stays open."""
    import pypdfium2.raw as pdfium

    page = document[index]
    try:
        frame = _Frame(*page.get_cropbox())
        by_turn, nameless = _characters(page, frame)
        main = max(by_turn, key=lambda turn: len(by_turn[turn]), default=0)
        turned = _turning(frame, max(main, 0))
        glyphs = by_turn.pop(main, [])
        size = (frame.right - frame.left, frame.top - frame.bottom)
        width, height = size[::-1] if main in (1, 3) else size
        strokes = [box for box in (turned(stroke) for stroke in _strokes(page)) if _is_thin(box)]
        targets = [Target(turned(box), address) for box, address in _links(document, page)]
        drawn = pdfium.FPDFPage_CountObjects(page) > 0
        return Sheet(width, height, glyphs, list(by_turn.values()), strokes, targets, nameless, drawn)
    finally:
        page.close()


def _turning(frame: _Frame, turn: int) -> Callable[[_Frame], Box]:
    """How a box of the file becomes one on the page that is turned so that text of this direction stands upright."""

    def turned(box: _Frame) -> Box:
        left, bottom, right, top = box
        if turn == 1:
            return Box(bottom - frame.bottom, left - frame.left, top - frame.bottom, right - frame.left)
        if turn == 2:
            return Box(frame.right - right, bottom - frame.bottom, frame.right - left, top - frame.bottom)
        if turn == 3:
            return Box(frame.top - top, frame.right - right, frame.top - bottom, frame.right - left)
        return Box(left - frame.left, frame.top - top, right - frame.left, frame.top - bottom)

    return turned


def _characters(page: PdfPage, frame: _Frame) -> tuple[dict[int, list[Glyph]], int]:
    """The characters that are shown, by the direction of their text; and how many have no name."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    runs: dict[int, _Run] = {}
    turnings = {turn: _turning(frame, max(turn, 0)) for turn in (-1, 0, 1, 2, 3)}
    found: dict[int, list[Glyph]] = {}
    nameless = 0
    left, bottom, right, top, x, y = (c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    high, space = 0, False
    try:
        for index in range(pdfium.FPDFText_CountChars(text)):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in _SURROGATES:
                if code < 0xDC00:
                    high = code
                    continue
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
                high = 0
            run = _run_of(text, index, runs)
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            if run.turn == 0 and pdfium.FPDFText_GetLooseCharBox(text, index, loose):
                box = _Frame(loose.left, loose.bottom, loose.right, loose.top)
            else:
                pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
                box = _Frame(left.value, bottom.value, right.value, top.value)
            if not _shown(x.value, y.value, frame):
                continue
            character = _named(code)
            nameless += character == _NAMELESS
            turned = turnings[run.turn]
            upright = turned(box)
            base = turned(_Frame(x.value, y.value, x.value, y.value)).top
            if character.isspace():
                space = True
                continue
            glyph = Glyph(character, upright.left, upright.right, base, run.size, run.number, space)
            space = False
            found.setdefault(run.turn, []).append(glyph)
    finally:
        text.close()
    return found, nameless


def _run_of(text: Any, index: int, runs: dict[int, _Run]) -> _Run:
    import pypdfium2.raw as pdfium

    drawn = pdfium.FPDFText_GetTextObject(text, index)
    key = addressof(drawn.contents) if drawn else -1
    run = runs.get(key)
    if run is None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * (hypot(matrix.c, matrix.d) or 1)
        angle = degrees(atan2(matrix.b, matrix.a))
        quarter = round(angle / 90)
        turn = quarter % 4 if abs(angle - quarter * 90) < 8 else -1
        run = runs[key] = _Run(len(runs), size, turn)
    return run


def _named(code: int) -> str:
    """The character of a code, or the sign for one that the file does not name."""
    character = chr(code) if 0 < code < 0x110000 and code not in _SURROGATES else _NAMELESS
    if character in _MEANT:
        return _MEANT[character]
    if _DISGUISED.match(character):
        return normalize("NFKC", character)
    return character if _NAMED.match(character) or character.isspace() else _NAMELESS


def _shown(x: float, y: float, frame: _Frame) -> bool:
    return frame.left - 1 <= x <= frame.right + 1 and frame.bottom - 1 <= y <= frame.top + 1


def _is_thin(box: Box) -> bool:
    across, down = box.right - box.left, box.bottom - box.top
    return min(across, down) <= _THIN and max(across, down) >= 4 * _THIN


def _strokes(page: PdfPage) -> Iterator[_Frame]:
    """The boxes of what is drawn on the page itself; a frame of a table comes as its four sides."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            box = _Frame(left.value, bottom.value, right.value, top.value)
            filled, stroked = c_int(), c_int()
            pdfium.FPDFPath_GetDrawMode(drawn, filled, stroked)
            yield from _sides(box) if stroked.value and not filled.value else (box,)


def _sides(box: _Frame) -> Iterator[_Frame]:
    if min(box.right - box.left, box.top - box.bottom) <= _THIN:
        yield box
        return
    yield _Frame(box.left, box.top, box.right, box.top)
    yield _Frame(box.left, box.bottom, box.right, box.bottom)
    yield _Frame(box.left, box.bottom, box.left, box.top)
    yield _Frame(box.right, box.bottom, box.right, box.top)


def _links(document: PdfDocument, page: PdfPage) -> Iterator[tuple[_Frame, str]]:
    import pypdfium2.raw as pdfium

    place, link, rectangle = c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        address = _address(document, link)
        if not address:
            continue
        for box in _quads(link) or ():
            yield box, address
        if not pdfium.FPDFLink_CountQuadPoints(link) and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            yield _Frame(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top), address


def _quads(link: Any) -> list[_Frame]:
    """The boxes of a link whose words stand on several lines."""
    import pypdfium2.raw as pdfium

    boxes = []
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFLink_CountQuadPoints(link)):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            down = (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append(_Frame(min(across), min(down), max(across), max(down)))
    return boxes


def _address(document: PdfDocument, link: Any) -> str:
    import pypdfium2.raw as pdfium

    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, c_ulong(0))
    buffer = create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, c_ulong(length))
    return buffer.value.decode("utf-8", "replace")
