"""The name under which a text is kept that came without one: typed, piped or pasted."""

from __future__ import annotations

import re

from store.document import Document
from store.reading.encodings import decode
from store.reading.kinds_of_text import kind_of_text

_UNFIT = re.compile(r"[^\w.()-]+")
_LONGEST = 60
_STARTS = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"))
_ENDINGS = {"store.reading.web.page": ".html", "store.reading.listed": ".json"}


def kept_name(document: Document, data: bytes) -> str:
    """A file's name for what was read of `data`: by its symbol, else its title, else how it begins."""
    front = document.front
    words = front.symbol or front.title or next((block.text[:20] for block in document.blocks), "")
    stem = _UNFIT.sub("-", words)[:_LONGEST].strip("-._") or document.digest[:8]
    return stem + _ending(data)


def _ending(data: bytes) -> str:
    for start, ending in _STARTS:
        if data.startswith(start):
            return ending
    return _ENDINGS.get(kind_of_text(decode(data, "")) or "", ".txt")
