"""Long documents for the benchmarks: the largest bundled report, over and over."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from store.reading.pipeline import read
from store.reading.source import Source, load

LARGEST = max((Path(__file__).parent.parent / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)
"""The report of which they are made."""
BEGINNING = "本报告系根据题为"
"""In its first paragraph."""
ENDING = "本文件至此结束"
"""The last paragraph of a long document."""


def report(paragraphs: int) -> str:
    """The text of a report of so many paragraphs: copies of the bundled one, the last of them cut short."""
    text = load(LARGEST).text
    starts = _starts(text)
    # One in a hundred more, since a few paragraphs grow together where two copies meet.
    copies, rest = divmod(paragraphs + paragraphs // 100, len(starts))
    return "\n".join([*[text] * copies, text[: starts[rest]], "", f"{ENDING}。", ""])


def _starts(text: str) -> list[int]:
    """Where in the source each of its paragraphs begins, its label included."""
    document = read(Source(text, "", "report"))
    first = {}
    for piece in document.pieces:
        if piece.role in ("block", "label"):
            first.setdefault(piece.owner, piece.start)
    return sorted(first.values())
