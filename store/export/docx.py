"""Markdown of an export as a Word file: the same template, for those who work in Word.

It writes what templates and notes hold: headings, paragraphs, quotations, lists, tables, code, and inside a line what
is bold, slanted or struck out. The same Markdown gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import StoreUnavailable
from store.files import read_if_there

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.token import Token

WRITER = "jueyi"
"""Who wrote a file last; Word puts the user's name there."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?)(strong|b|em|i|del|s|br)\s*/?>", re.IGNORECASE)
_MARKS = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "s": "strike", "del": "strike"}
_FONTS = {"Normal": "宋体", "Title": "黑体", **{f"Heading {depth}": "黑体" for depth in range(1, 7)}}
_CODE = "Courier New"
_DEEPEST_LIST = 3
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def to_docx(markdown: str, author: str = "") -> bytes:
    """A Word file.

    Args:
        markdown: What it says.
        author: Who signs it.
    """
    from docx import Document as new_document
    from markdown_it import MarkdownIt

    document = new_document()
    _dress(document, author)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_NOT_IN_XML.sub("\ufffd", markdown))
    _Writer(document).write(tokens)
    file = io.BytesIO()
    document.save(file)
    return _without_times(file.getvalue())


def refuse_edited(path: Path) -> None:
    """Refuse to write over a Word file that somebody worked in.

    Raises:
        StoreUnavailable: somebody did, or it is no file of ours.
    """
    data = read_if_there(path)
    if data is not None and not _is_untouched(data):
        raise StoreUnavailable(f"{path} 在 Word 中改动过，或不是导出的文件，没有覆盖：请另选一个文件名，或先移走它。")


def _is_untouched(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return f"<cp:lastModifiedBy>{WRITER}<".encode() in package.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False


def _dress(document: Document, author: str) -> None:
    """Black headings, and fonts that Chinese text is printed in."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for name, font in _FONTS.items():
        style: Any = document.styles[name]
        style.font.name = "Times New Roman"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        style.font.color.rgb = RGBColor(0, 0, 0)
    properties = document.core_properties
    properties.author = author or WRITER
    properties.last_modified_by = WRITER
    properties.title = properties.comments = ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)


class _Writer:
    """Puts blocks into a document, one after the other."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = document.element.body[-1]
        """The properties of the section, before which all stands."""
        self._styles: dict[str, str] = {}
        self._lists: list[str] = []
        self._quotes = 0
        self._is_first_of_item = False
        self._number = ""
        """Of an item, as it was written: Word would count on from the list before."""

    def write(self, tokens: list[Token]) -> None:
        """Write all blocks."""
        blocks = iter(tokens)
        for token in blocks:
            if token.type == "table_open":
                self._table(blocks)
            elif token.type == "inline":
                _Line(self._paragraph).write(token.children or [])
            else:
                self._block(token)

    def _block(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._paragraph = self._new(f"Heading {token.tag[1:]}")
            case "paragraph_open":
                self._paragraph = self._new(self._style(), self._number)
                self._is_first_of_item, self._number = False, ""
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append("List Bullet" if token.type.startswith("bullet") else "List Continue")
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._is_first_of_item = True
                self._number = f"{token.info}{token.markup} " if token.info else ""
            case "fence" | "code_block":
                self._lines(token.content.rstrip("\n"))
            case "html_block":
                self._lines(_COMMENT.sub("", token.content).strip())
            case "hr":
                self._document.add_paragraph("* * *")

    def _new(self, style: str, text: str = "") -> Paragraph:
        """A paragraph. For each python-docx would look through all styles, and through the whole text for its end."""
        from docx.oxml.parser import OxmlElement
        from docx.text.paragraph import Paragraph

        if style not in self._styles:
            self._styles[style] = self._document.styles[style].style_id
        made = OxmlElement("w:p")
        self._end.addprevious(made)
        paragraph = Paragraph(made, self._document._body)
        paragraph._p.style = self._styles[style]
        if text:
            paragraph.add_run(text)
        return paragraph

    def _style(self) -> str:
        if not self._lists:
            return "Quote" if self._quotes else "Normal"
        depth = min(len(self._lists), _DEEPEST_LIST)
        name = self._lists[-1] if self._is_first_of_item else "List Continue"
        return name if depth == 1 else f"{name} {depth}"

    def _lines(self, text: str) -> None:
        """Text that keeps its lines."""
        if text:
            run = self._new(self._style(), text).runs[0]
            run.font.name = _CODE

    def _table(self, blocks: Iterator[Token]) -> None:
        rows = list(_rows(blocks))
        table = self._document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
        for turn, row in enumerate(rows):
            cells = table.add_row().cells
            for cell, children in zip(cells, row, strict=False):
                _Line(cell.paragraphs[0], bold=turn == 0).write(children)
        self._document.add_paragraph()


def _rows(blocks: Iterator[Token]) -> Iterator[list[list[Token]]]:
    """The cells of a table, row by row, up to its end."""
    row: list[list[Token]] = []
    for token in blocks:
        match token.type:
            case "table_close":
                return
            case "tr_open":
                row = []
            case "inline":
                row.append(token.children or [])
            case "tr_close":
                yield row


class _Line:
    """Puts what stands in a line into a paragraph."""

    def __init__(self, paragraph: Paragraph, bold: bool = False) -> None:
        self._paragraph = paragraph
        self._on = {"bold": int(bold), "italic": 0, "strike": 0}
        self._last = ""
        self._address = ""

    def write(self, children: Iterable[Token]) -> None:
        """Write all of it."""
        held = list(children)
        for turn, token in enumerate(held):
            if token.type == "softbreak":
                following = next((each.content for each in held[turn + 1 :] if each.content), "")
                self._soft_break(following)
            else:
                self._token(token)

    def _token(self, token: Token) -> None:
        kind, _, step = token.type.rpartition("_")
        if kind in ("strong", "em", "s") and step in ("open", "close"):
            self._on[_MARKS[kind]] += token.nesting
            return
        does: dict[str, Callable[[Token], None]] = {
            "text": lambda token: self._run(token.content),
            "code_inline": self._code,
            "hardbreak": lambda _token: self._paragraph.add_run().add_break(),
            "html_inline": self._html,
            "link_open": self._open_link,
            "link_close": self._close_link,
            "image": lambda token: self._run(f"{token.content}（{token.attrGet('src')}）"),
        }
        does[token.type](token)

    def _soft_break(self, following: str) -> None:
        """A line's end is a space, but not between ideographs."""
        if not (_IDEOGRAPH.match(self._last) and _IDEOGRAPH.match(following)):
            self._run(" ")

    def _run(self, text: str) -> None:
        if not text:
            return
        run = self._paragraph.add_run(text)
        self._last = text[-1:] or self._last
        for name, depth in self._on.items():
            if depth > 0:
                setattr(run.font, name, True)

    def _code(self, token: Token) -> None:
        self._run(token.content)
        self._paragraph.runs[-1].font.name = _CODE

    def _html(self, token: Token) -> None:
        """The few tags that say what signs of Markdown say; a comment is for programs; any other is shown."""
        found = _TAG.fullmatch(token.content)
        if found is None:
            self._run(_COMMENT.sub("", token.content))
        elif found[2].lower() == "br":
            self._paragraph.add_run().add_break()
        else:
            self._on[_MARKS[found[2].lower()]] += -1 if found[1] else 1

    def _open_link(self, token: Token) -> None:
        self._address = str(token.attrGet("href") or "")
        self._text_before = self._paragraph.text

    def _close_link(self, _token: Token) -> None:
        """The address follows the words, unless they are the address: paper has no links."""
        words = self._paragraph.text.removeprefix(self._text_before)
        if self._address.removeprefix("mailto:") not in (words, ""):
            self._run(f"（{self._address}）")


def _without_times(data: bytes) -> bytes:
    """The package with no word of when it was written."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
