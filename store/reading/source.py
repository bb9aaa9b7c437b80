"""A file becomes text: bytes, their digest and their encoding. Owns nothing of what the text means."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from store.errors import UnreadableSource

# A mark at the start settles it; the longer mark of UTF-32 must be tried before UTF-16's.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word（DOCX）"),
    (b"\xd0\xcf\x11\xe0", "Word（DOC）"),
    (b"\x89PNG", "图像"),
    (b"\xff\xd8\xff", "图像"),
)
# Characters that running Chinese text is made of; a wrong decoding yields rare ones instead.
_COMMON = frozenset(
    "的一是在和有不了人大会国决议文件联合年月日第号关于与及其各之為會國議決聯與關於，。、；：（）《》“”"
)

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, as it came."""

    text: str
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""
    name: str
    """The file's name, for messages."""


def load(path: Path) -> Source:
    """Read a text file.

    Raises:
        UnreadableSource: it is missing, can't be opened, or is not text.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource(f"找不到文件“{path}”：请检查路径。") from None
    except IsADirectoryError:
        raise UnreadableSource(f"“{path}”是文件夹：请指明其中的文件。") from None
    except OSError as error:
        raise UnreadableSource(f"无法读取“{path}”（{error.strerror}）：请检查权限。") from error
    return from_bytes(data, path.name)


def from_bytes(data: bytes, name: str) -> Source:
    """Decode what a file holds.

    Raises:
        UnreadableSource: the bytes are no text.
    """
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise UnreadableSource(f"“{name}”是{kind}文件，不是文本：请先另存为纯文本（UTF-8）。")
    text = decode(data, name)
    if len(_CONTROLS.findall(text)) * 200 > len(text):
        raise UnreadableSource(f"“{name}”不是文本文件：请先另存为纯文本（UTF-8）。")
    return Source(text, hashlib.sha256(data).hexdigest(), name)


def decode(data: bytes, name: str) -> str:
    """The text of bytes in UTF-8, UTF-16, UTF-32, GB18030 or Big5, told apart by their content.

    Raises:
        UnreadableSource: none of these fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if b"\x00" in data:
        return _strictly(data, _without_mark(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _national(data, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"“{name}”标明为 {encoding}，第 {error.start + 1} 个字节起却不符：文件可能已损坏，请重新取得。"
        ) from None


def _without_mark(data: bytes, name: str) -> str:
    """UTF-16 without a mark shows its zero bytes all at even or all at odd places."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > 20 * min(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    raise UnreadableSource(f"“{name}”含有零字节，不是文本文件：请先另存为纯文本（UTF-8）。")


def _national(data: bytes, name: str) -> str:
    """GB18030 or Big5, whichever yields more of the characters that Chinese text is made of."""
    readings = []
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((sum(character in _COMMON for character in text), text))
    if not readings:
        raise UnreadableSource(f"“{name}”的编码无法识别（试过 UTF-8、UTF-16、GB18030、Big5）：请另存为 UTF-8。")
    return max(readings, key=lambda reading: reading[0])[1]
