"""What PDFium tells of a page, as a `Sheet`: its characters, strokes and links."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float, c_int, c_ulong, create_string_buffer
from typing import TYPE_CHECKING, Any

from store.reading.pdf.characters import read_characters
from store.reading.pdf.frames import Frame, turning
from store.reading.pdf.glyphs import Box, Sheet, Target

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_THIN = 2.5
"""Points that a stroke is wide, at most."""


def read_sheet(document: PdfDocument, index: int) -> Sheet:
    """One page; nothing of it stays open."""
    import pypdfium2.raw as pdfium

    page = document[index]
    try:
        frame = Frame(*page.get_cropbox())
        by_turn, nameless = read_characters(page, frame)
        main = max(by_turn, key=lambda turn: len(by_turn[turn]), default=0)
        turned = turning(frame, max(main, 0))
        glyphs = by_turn.pop(main, [])
        size = (frame.right - frame.left, frame.top - frame.bottom)
        width, height = size[::-1] if main in (1, 3) else size
        strokes = [box for box in (turned(stroke) for stroke in _strokes(page)) if _is_thin(box)]
        targets = [Target(turned(box), address) for box, address in _links(document, page)]
        drawn = pdfium.FPDFPage_CountObjects(page) > 0
        return Sheet(width, height, glyphs, list(by_turn.values()), strokes, targets, nameless, drawn)
    finally:
        page.close()


def _is_thin(box: Box) -> bool:
    across, down = box.right - box.left, box.bottom - box.top
    return min(across, down) <= _THIN and max(across, down) >= 4 * _THIN


def _strokes(page: PdfPage) -> Iterator[Frame]:
    """The boxes of what is drawn on the page itself; a frame of a table comes as its four sides."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            box = Frame(left.value, bottom.value, right.value, top.value)
            filled, stroked = c_int(), c_int()
            pdfium.FPDFPath_GetDrawMode(drawn, filled, stroked)
            yield from _sides(box) if stroked.value and not filled.value else (box,)


def _sides(box: Frame) -> Iterator[Frame]:
    if min(box.right - box.left, box.top - box.bottom) <= _THIN:
        yield box
        return
    yield Frame(box.left, box.top, box.right, box.top)
    yield Frame(box.left, box.bottom, box.right, box.bottom)
    yield Frame(box.left, box.bottom, box.left, box.top)
    yield Frame(box.right, box.bottom, box.right, box.top)


def _links(document: PdfDocument, page: PdfPage) -> Iterator[tuple[Frame, str]]:
    import pypdfium2.raw as pdfium

    place, link, rectangle = c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        address = _address(document, link)
        if not address:
            continue
        for box in _quads(link) or ():
            yield box, address
        if not pdfium.FPDFLink_CountQuadPoints(link) and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            yield Frame(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top), address


def _quads(link: Any) -> list[Frame]:
    """The boxes of a link whose words stand on several lines."""
    import pypdfium2.raw as pdfium

    boxes = []
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFLink_CountQuadPoints(link)):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            down = (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append(Frame(min(across), min(down), max(across), max(down)))
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
