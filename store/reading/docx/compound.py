"""Files in the older container of Office: documents of Word 97, and newer ones under a password. None can be read."""

from __future__ import annotations

from typing import NoReturn

from store.errors import UnreadableSource
from store.progress import Progress


def extract(data: bytes, name: str, _progress: Progress) -> NoReturn:
    """Say what the file is.

    Raises:
        UnreadableSource: always.
    """
    if _names(data, "EncryptedPackage"):
        raise UnreadableSource(f"“{name}”加了密码：请在 Word 中取消密码并另存后再试。")
    if _names(data, "WordDocument"):
        raise UnreadableSource(f"“{name}”是旧版 Word 文件（DOC）：请在 Word 中另存为 DOCX 后再试。")
    raise UnreadableSource(f"“{name}”是旧版 Office 文件，不是 Word 文档：请另存为 DOCX 或纯文本（UTF-8）。")


def _names(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data
