"""Which lines were taken out of the text on thin evidence: they look like the page's own, and could be text as well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from store.document import Block, Doubt
from store.reading.lines import Line
from store.reading.phrases import opens_preamble
from store.reading.whereabouts import Whereabouts

# What nothing but a page prints: job and bar codes, "page 3 of 13", a number between strokes, a plea to recycle.
_SURE = re.compile(
    r".*\d{2}-\d{5,6}.*|K\d{7}.*|\*?\d{7,8}\*?|[-–—].*[-–—]|.*\s[-–—]|第.*页.*|[Pp]age.*|.*回收.*|.*\d{6}\s+\d{6}|.*(?:\.{2}|…)"
)
_BARE = re.compile(r"\d{1,4}\s?-?")
_OF = re.compile(r"\d{1,4}\s?/\s?(\d{1,4})")
_HEADS = 3
"""Times that a symbol stands on a line of its own, to head pages for certain."""
_SHOWN = 30
"""Characters of the line that are shown."""
_REASONS = {
    "page": "在全文只见这一处，按页码取出，也可能是正文。",
    "head": "按页眉取出，但旁边没有页码，也可能是正文。",
    "link": "在全文只见这一处，按链接地址取出，也可能是正文。",
    "menu": "按网页的栏目取出，但像是正文。",
}


def find_taken_out(
    lines: Sequence[Line],
    furniture: Mapping[int, str],
    source: str,
    blocks: Sequence[Block],
    *,
    told: Collection[int],
    noted: Collection[int],
    symbol: str | None,
) -> Iterator[Doubt]:
    """A doubt for each line of which little says that it is the page's, where it stood in the text.

    Args:
        lines: all lines.
        furniture: what was taken out of them, by index.
        source: the text of the file.
        blocks: what was made of the others.
        told: what of the furniture the file itself says.
        noted: the lines of footnotes, which stand at the foot of a page.
        symbol: the document's own, which heads its pages.
    """
    thin = list(_thin(lines, furniture, source, told, noted, symbol))
    if not thin:
        return
    places = Whereabouts(blocks)
    for index in thin:
        place, at = places.of(lines[index].span.start)
        text = " ".join(lines[index].text.split())
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        yield Doubt(place, at, "furniture", f"“{shown}”{_REASONS[furniture[index]]}")


def _thin(
    lines: Sequence[Line],
    furniture: Mapping[int, str],
    source: str,
    told: Collection[int],
    noted: Collection[int],
    symbol: str | None,
) -> Iterator[int]:
    times = Counter(_shape(lines[index].text, kind) for index, kind in furniture.items())
    text = [index for index in range(len(lines)) if index not in furniture]
    first, last = (text[0], text[-1]) if text else (0, 0)
    for index, kind in furniture.items():
        line = lines[index]
        if kind == "menu":
            if index - 1 not in furniture and _speaks(line):
                yield index
            continue
        if kind not in _REASONS or index in told or not first < index < last or _SURE.fullmatch(line.text):
            continue
        enough = _HEADS if kind == "head" else 2
        own = symbol is not None and symbol in line.text
        if times[_shape(line.text, kind)] >= enough or own or _at_edge(index, lines, furniture, source, noted):
            continue
        yield index


def _shape(text: str, kind: str) -> str:
    """What lines of one sort have in common: pages of so many, numbers alone, one symbol."""
    if kind == "link":
        return kind
    if of := _OF.fullmatch(text):
        return f"/{of[1]}"
    return "number" if _BARE.fullmatch(text) else text


def _at_edge(
    index: int, lines: Sequence[Line], furniture: Mapping[int, str], source: str, noted: Collection[int]
) -> bool:
    """Whether a page ends here for other reasons: a form feed, a footnote, or another line of the page's beside it."""
    above = source[lines[index - 1].span.start : lines[index].span.end]
    beside = {furniture.get(index - 1), furniture.get(index + 1)} - {None, "markup"}
    if _BARE.fullmatch(lines[index].text):
        beside -= {"rule"}
    return bool(beside) or "\f" in above or index - 1 in noted


def _speaks(line: Line) -> bool:
    """Whether a line beside the text of a web page is a whole clause of a resolution."""
    return line.complete and (line.label is not None or opens_preamble(line.text)) and len(line.text) > _SHOWN
