"""A file becomes a source: text, and what the file itself says of it. Owns which kinds of files there are."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from store.errors import UnreadableSource
from store.files import IrregularFile, read_regular, shown_name
from store.progress import Progress, silent
from store.reading.encodings import decoded, without_lost
from store.reading.kinds_of_text import kind_of_text
from store.reading.markdown import marks_of
from store.reading.marks import Mark

_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "store.reading.docx"),
    (b"\xd0\xcf\x11\xe0", "store.reading.docx.compound"),
    (b"%PDF", "store.reading.pdf.extract"),
)
"""How a file of a kind begins, and the module that takes the text out of it, imported when one comes: its function
`extract(data, name, progress)` answers an `Extract` and raises UnreadableSource."""
_ANYWHERE = b"%PDF"
"""The one start that other bytes may stand before, within so many of the file's first:"""
_HEAD = 1024
_REFUSED = (
    (b"\x89PNG", "图像"),
    (b"\xff\xd8\xff", "图像"),
)


class Unsure(NamedTuple):
    """Something in a file that could not be read with certainty, though its text could."""

    kind: str
    """As the doubts of a document name it."""
    message: str


class Extract(NamedTuple):
    """What is taken out of a file."""

    text: str
    marks: tuple[Mark, ...] = ()
    """What the file itself says of stretches of the text."""
    doubts: tuple[Unsure, ...] = ()
    """What could not be taken out of it with certainty."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, as it came."""

    text: str
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""
    name: str
    """The file's name, for messages."""
    marks: tuple[Mark, ...] = ()
    """What the file itself says of stretches of the text."""
    corrections: tuple[Mark, ...] = ()
    """What the user says of them, in the order in which it was said: it goes before the file and all rules."""
    doubts: tuple[Unsure, ...] = ()
    """What could not be taken out of it with certainty."""


def load(path: Path, progress: Progress = silent) -> Source:
    """Read a file.

    Raises:
        UnreadableSource: it is missing, can't be opened, or holds no text that can be read.
        Cancelled: `progress` said so.
    """
    shown = shown_name(path)
    try:
        data = read_regular(path)
    except IrregularFile:
        raise UnreadableSource(f"“{shown}”是管道、设备或套接字，不是文件：管道里的文字请用 - 读入。") from None
    except FileNotFoundError:
        raise UnreadableSource(f"找不到文件“{shown}”：请检查路径。") from None
    except IsADirectoryError:
        if not os.access(path, os.R_OK | os.X_OK):
            raise UnreadableSource(f"无法读取“{shown}”（{os.strerror(errno.EACCES)}）：请检查权限。") from None
        raise UnreadableSource(f"“{shown}”是文件夹：请指明其中的文件。") from None
    except OSError as error:
        raise UnreadableSource(f"无法读取“{shown}”（{error.strerror}）：请检查权限。") from error
    return from_bytes(data, shown_name(path.name), progress)


def from_bytes(data: bytes, name: str, progress: Progress = silent) -> Source:
    """Take the text out of what a file holds; `name` is for messages, the content tells the kind.

    Raises:
        UnreadableSource: the bytes hold no text that can be read.
        Cancelled: `progress` said so.
    """
    extract = _extract(data, name, progress)
    return Source(extract.text, hashlib.sha256(data).hexdigest(), name, extract.marks, doubts=extract.doubts)


def _extract(data: bytes, name: str, progress: Progress) -> Extract:
    for start, module in _FORMATS:
        if data.startswith(start) or (start == _ANYWHERE and start in data[:_HEAD]):
            found: Extract = import_module(module).extract(data, name, progress)
            return found
    for start, kind in _REFUSED:
        if data.startswith(start):
            raise UnreadableSource(f"“{name}”是{kind}文件，不是文本：请先另存为纯文本（UTF-8）。")
    text, said = decoded(data, name)
    doubts = tuple(Unsure(*each) for each in said)
    if reader := kind_of_text(text):
        extract: Extract = import_module(reader).extract(text, name, progress)
        if not extract.text.strip():
            raise UnreadableSource(f"“{name}”里没有可读的文字：请检查文件。")
        whole = without_lost(extract.text)
        doubts = doubts or tuple(Unsure(*each) for each in whole.doubts)
        return extract._replace(text=whole.text, doubts=doubts + extract.doubts)
    return Extract(text, marks_of(text), doubts)


def is_readable(head: bytes) -> bool:
    """Whether a file that begins so may be of a kind that is read here, and not a picture or a program."""
    if any(head.startswith(start) for start, _module in _FORMATS):
        return True
    if any(head.startswith(start) for start, _kind in _REFUSED):
        return False
    if b"\0" not in head:
        return True
    try:
        decoded(head[: len(head) // 4 * 4], "")
    except UnreadableSource:
        return False
    return True
