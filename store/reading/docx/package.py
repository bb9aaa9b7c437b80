"""The parts of a Word file, out of its zip."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from store.errors import UnreadableSource
from store.reading.docx.tree import Malformed, parse

_LARGEST = 96 << 20
"""Bytes of a part beyond which it is no text that somebody wrote."""
_AGAIN = "请在 Word 中打开并另存为 DOCX 后再试。"
_OTHERS = {
    "workbook": "表格（Excel）",
    "presentation": "演示文稿（PowerPoint）",
}
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", "开放文档（ODT）"),
    (b"application/vnd.oasis.opendocument", "开放文档（OpenDocument）"),
    (b"application/epub+zip", "电子书（EPUB）"),
)


class Package:
    """One Word file, open.

    Raises:
        UnreadableSource: it is no Word file, or one that can't be opened.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise UnreadableSource(f"“{name}”已损坏，不是完整的 Word 文件（DOCX）：请重新下载，或{_AGAIN}") from None
        self._names = {each.replace("\\", "/").lstrip("/").lower(): each for each in self._zip.namelist()}
        self._main = self._find_main()
        self.document = self._document()
        self._relations = self._relations_of(self._main)

    def part(self, kind: str) -> Element | None:
        """The part that the document names as its "styles", "numbering", "footnotes", …; None when it has none."""
        for target, its_kind, external in self._relations.values():
            if its_kind == kind and not external:
                return self._read(target)
        return None

    def header(self, relation: str) -> Element | None:
        """The header or footer that a section names."""
        target, _kind, external = self._relations.get(relation, ("", "", True))
        return None if external else self._read(target)

    def links(self, part: str | None = None) -> dict[str, str]:
        """The addresses outside the file that a part (the document itself, or "footnotes", …) leads to, by relation."""
        relations = self._relations if part is None else self._part_relations(part)
        return {name: target for name, (target, _kind, external) in relations.items() if external}

    def _part_relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        target = next((target for target, kind, _ in self._relations.values() if kind == part), None)
        return self._relations_of(target) if target else {}

    def _find_main(self) -> str:
        for target, kind, _external in self._relations_of("").values():
            if kind == "officeDocument":
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise self._foreign()

    def _foreign(self) -> UnreadableSource:
        mimetype = self._bytes("mimetype") if "mimetype" in self._names else b""
        kind = next((kind for start, kind in _MIMETYPES if mimetype.startswith(start)), "压缩包（ZIP）")
        return UnreadableSource(f"“{self.name}”是{kind}，不是 Word 文档：请另存为 DOCX 或纯文本（UTF-8）。")

    def _document(self) -> Element:
        root = self._read(self._main)
        if root is None:
            raise UnreadableSource(f"“{self.name}”里缺少正文部分（{self._main}）：文件已损坏，{_AGAIN}")
        if root.tag != "document":
            kind = _OTHERS.get(root.tag.removeprefix("other_"), "另一种 Office 文件")
            raise UnreadableSource(
                f"“{self.name}”是{kind}，不是 Word 文档：请把要读的文字另存为 DOCX 或纯文本（UTF-8）。"
            )
        return root

    def _relations_of(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """By name: what a part is related to, as what, and whether that is outside the file."""
        folder, base = posixpath.split(part)
        root = self._read(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for each in root if root is not None else ():
            target = each.get("Target", "")
            external = each.get("TargetMode") == "External"
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = (target if external else inside, kind, external)
        return found

    def _read(self, part: str) -> Element | None:
        if part.lower() not in self._names:
            return None
        try:
            return parse(self._bytes(part))
        except Malformed:
            raise UnreadableSource(f"“{self.name}”里的 {part} 无法解析：文件已损坏，{_AGAIN}") from None

    def _bytes(self, part: str) -> bytes:
        info = self._zip.getinfo(self._names[part.lower()])
        if info.flag_bits & 1:
            raise UnreadableSource(f"“{self.name}”加了密码：请在 Word 中取消密码并另存后再试。")
        if info.file_size > _LARGEST:
            raise UnreadableSource(f"“{self.name}”里的 {part} 展开后过大，不像是文档：请{_AGAIN[1:]}")
        try:
            return self._zip.read(info)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise UnreadableSource(f"“{self.name}”里的 {part} 已损坏：请重新下载，或{_AGAIN}") from None
