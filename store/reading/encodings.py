"""Bytes become text: their encoding, told by what they hold."""

from __future__ import annotations

import re

from store.errors import UnreadableSource

# A mark at the start settles it; the longer mark of UTF-32 must be tried before UTF-16's.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Characters that running Chinese text is made of; a wrong decoding yields rare ones instead.
_COMMON = frozenset(
    "的一是在和有不了人大会国决议文件联合年月日第号关于与及其各之為會國議決聯與關於，。、；：（）《》“”"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def text_of(data: bytes, name: str) -> str:
    """The text that a file holds.

    Raises:
        UnreadableSource: the bytes are no text.
    """
    text = decode(data, name)
    if len(_CONTROLS.findall(text)) * 200 > len(text):
        raise UnreadableSource(f"“{name}”不是文本文件：请先另存为纯文本（UTF-8）。")
    return text


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
