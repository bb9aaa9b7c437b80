"""A PDF file's text, with the marks that its pages give; page by page, so that a long file takes little memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.errors import UnreadableSource
from store.progress import Progress
from store.reading.pdf.layout import lay_out
from store.reading.pdf.opening import opened
from store.reading.pdf.pages import Page, page_of
from store.reading.pdf.printing import printed
from store.reading.pdf.sheets import read_sheet
from store.reading.source import Extract, Unsure

_NAMED = 12
"""Pages that a doubt names, at most."""


def extract(data: bytes, name: str, progress: Progress) -> Extract:
    """Take out the text of a PDF file.

    Raises:
        UnreadableSource: it is broken, wants a password, or shows no text.
        Cancelled: `progress` said so.
    """
    pages: list[Page] = []
    with opened(data, name) as document:
        for index in range(len(document)):
            progress("pdf", index, len(document))
            pages.append(page_of(read_sheet(document, index), index + 1))
        progress("pdf", len(pages), len(pages))
    if not any(page.shows_text for page in pages):
        raise UnreadableSource(f"“{name}”里只有图像，没有文字（可能是扫描件）：请先用文字识别（OCR）软件处理，再打开。")
    doubts = tuple(_doubts(pages))
    return Extract(*printed(lay_out(pages)), doubts)


def _doubts(pages: Sequence[Page]) -> Iterator[Unsure]:
    silent = [page.number for page in pages if page.drawn and not page.shows_text]
    if silent:
        yield Unsure("no-text", f"第{_listed(silent)}页没有文字，只有图像：这些页的内容没有读入。")
    nameless = [page.number for page in pages if page.nameless]
    if nameless:
        yield Unsure("nameless", f"第{_listed(nameless)}页有文件没有说明的字，印作“\ufffd”：请对照原文件。")


def _listed(numbers: Sequence[int]) -> str:
    more = "等" if len(numbers) > _NAMED else ""
    return "、".join(map(str, numbers[:_NAMED])) + more
