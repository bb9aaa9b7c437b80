"""Bytes become text: their encoding, told by what they hold."""

from __future__ import annotations

import re
from typing import NamedTuple

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
_NATIONAL = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
"""What pages name, and what they mean by it."""
_HEAD, _SAMPLE = 4096, 4000
_LIKELY = 0.7
_SOUND = 4
"""Sound characters for each broken place, at least; three times as many in sets where nearly all bytes are sound."""
_LOST = re.compile("\ufffd+")
_HALVES = re.compile("[\ud800-\udfff]")
"""What a list in JSON may name though no encoding can print it."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


class Decoded(NamedTuple):
    """What bytes say, and what of them could not be read."""

    text: str
    doubts: tuple[tuple[str, str], ...] = ()
    """Kinds of doubt, and a sentence for each."""


def decoded(data: bytes, name: str) -> Decoded:
    """The text that a file holds.

    Raises:
        UnreadableSource: the bytes are no text.
    """
    text = decode(data, name)
    if not text.strip("\ufeff \t\r\n\f\v\u3000"):
        raise UnreadableSource(f"“{name}”是空的，没有可读的文字：请检查文件。")
    if len(_CONTROLS.findall(text)) * 200 > len(text):
        raise UnreadableSource(f"“{name}”不是文本文件：请先另存为纯文本（UTF-8）。")
    return without_lost(text)


def without_lost(text: str) -> Decoded:
    """A text with U+FFFD for each half of a character that stands alone, and how many places are lost in all."""
    text = _HALVES.sub("\ufffd", text)
    lost = len(_LOST.findall(text))
    said = f"有 {lost} 处字符已经损坏，显示为“\ufffd”：请对照原件，或重新取得文件。"
    return Decoded(text, (("lost-characters", said),) if lost else ())


def decode(data: bytes, name: str) -> str:
    """The text of bytes in UTF-8, UTF-16, UTF-32, GB18030 or Big5, told apart by their content.

    Where a few bytes are broken, as after a transfer that was cut off, they become U+FFFD.

    Raises:
        UnreadableSource: none of these fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_marked(data, encoding, name)
    if b"\x00" in data:
        return _as_marked(data, _without_mark(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data, "utf-8") or _declared(data) or _guessed(data, name)


def _as_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if mended := _mended(data, encoding):
            return mended
        raise UnreadableSource(
            f"“{name}”标明为 {encoding}，第 {error.start + 1} 个字节起却不符：文件可能已损坏，请重新取得。"
        ) from None


def _mended(data: bytes, encoding: str) -> str | None:
    """The text with a sign for each broken place, if these are few beside its Chinese characters."""
    text = data.decode(encoding, "replace")
    broken = len(_LOST.findall(text))
    sound = sum(character > "\u2000" for character in text) - text.count("\ufffd")
    return text if sound >= (_SOUND if encoding.startswith("utf") else 3 * _SOUND) * broken else None


def _without_mark(data: bytes, name: str) -> str:
    """UTF-16 without a mark: whichever order of its bytes yields characters that texts are made of."""
    even = data[: len(data) // 2 * 2][:_SAMPLE]
    best = max(("utf-16-le", "utf-16-be"), key=lambda encoding: _likeness(even.decode(encoding, "replace")))
    if _likeness(even.decode(best, "replace")) > _LIKELY:
        return best
    raise UnreadableSource(f"“{name}”含有零字节，不是文本文件：请先另存为纯文本（UTF-8）。")


def _declared(data: bytes) -> str | None:
    """The text in the encoding that a web page names at its head."""
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    try:
        return data.decode(_WIDER.get(name, name))
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, name: str) -> str:
    """GB18030, Big5 or UTF-16 without a mark: whichever yields more of what texts are made of."""
    tried = ((encoding, _in(data, encoding)) for encoding in _NATIONAL)
    likely = ((encoding, text, _likeness(text)) for encoding, text in tried if text is not None)
    # Any two bytes are a character of UTF-16: that alone tells nothing.
    readings = [(how, text) for encoding, text, how in likely if how > _LIKELY or not encoding.startswith("utf-16")]
    if not readings:
        raise UnreadableSource(f"“{name}”的编码无法识别（试过 UTF-8、UTF-16、GB18030、Big5）：请另存为 UTF-8。")
    return max(readings, key=lambda reading: reading[0])[1]


def _in(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _mended(data, encoding)


def _likeness(text: str) -> float:
    """How much a text is like one: the share of its characters that are everyday ones, the commonest counted twice."""
    sample = [character for character in text[:_SAMPLE] if character > "\x7f"]
    if not sample:
        return 1.0 if text.isprintable() or "\n" in text else 0.0
    everyday = sum(_is_everyday(character) for character in sample)
    return (everyday + sum(character in _COMMON for character in sample)) / len(sample)


def _is_everyday(character: str) -> bool:
    """Whether both of the old national sets, or one of them, count a character among the first they list."""
    return any(
        len(code := character.encode(encoding, "ignore")) == 2 and code[0] < last
        for encoding, last in (("gb2312", 0xD8), ("big5", 0xC7))
    )
