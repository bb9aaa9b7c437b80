"""A Word file becomes text, and what the file says of it: its footnotes, numbers, headings, heads and tables."""

from __future__ import annotations

from store.errors import UnreadableSource
from store.progress import Progress
from store.reading.docx.body import Body
from store.reading.docx.furniture import edges, masthead
from store.reading.docx.package import Package
from store.reading.docx.printing import Printer
from store.reading.docx.settings import Setting
from store.reading.source import Extract


def extract(data: bytes, name: str, progress: Progress) -> Extract:
    """Take the text out of a Word file; `name` is for messages.

    Raises:
        UnreadableSource: the file is broken, no Word document, or holds no text.
        Cancelled: `progress` said so.
    """
    package = Package(data, name)
    try:
        found = _extract(package, progress)
    except RecursionError:
        raise UnreadableSource(f"“{name}”里的内容嵌套过深，无法读取：请在 Word 中另存一份再试。") from None
    if not found.text.strip():
        raise UnreadableSource(f"“{name}”是 Word 文档，但里面没有文字：如果页面是图像，请先做文字识别（OCR）。")
    return found


def _extract(package: Package, progress: Progress) -> Extract:
    setting = Setting(package)
    printer = Printer()
    first = masthead(setting)
    for group in first:
        printer.add(group)
    body = Body(setting)
    for block in body.blocks(progress):
        printer.add(block)
    for sign, paragraphs in body.notes():
        printer.add_note(sign, paragraphs)
    for kind, line in edges(setting, besides=first):
        printer.add_edge(kind, line)
    return printer.extract()
