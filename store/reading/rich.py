"""Rich text is refused: without its footnotes and columns it would be a wrong text."""

from __future__ import annotations

from typing import NoReturn

from store.errors import UnreadableSource
from store.progress import Progress


def extract(_text: str, name: str, _progress: Progress) -> NoReturn:
    """Say what to do instead.

    Raises:
        UnreadableSource: always.
    """
    raise UnreadableSource(f"“{name}”是 RTF 文件：请先另存为纯文本（UTF-8）或网页（HTML）。")
