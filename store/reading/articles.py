"""Treaties and rules of procedure: their parts, chapters and articles, each under its number."""

from __future__ import annotations

import re

from store.reading.drafts import Body
from store.reading.labels import Label, Style, rank
from store.reading.lines import Line

_UNITS: dict[str, Style] = {
    **dict.fromkeys(("编", "編"), "book"),
    "部分": "part",
    "章": "chapter",
    **dict.fromkeys(("节", "節"), "section"),
    **dict.fromkeys(("条", "條"), "article"),
}
_NUMBER = (
    r"第\s?(?P<number>[〇零一二三四五六七八九十百\d]{1,5})\s?(?P<unit>编|編|部分|章|节|節|条|條)"
    r"(?:\s?之[一二三四五六七八九十])?"
)
_HEADING = re.compile(rf"(?P<printed>{_NUMBER})(?:(?:[\s　]+|[：:]\s*)(?=[^，。；：]{{1,60}}$)|$)")
_SENTENCE = re.compile(rf"(?P<printed>{_NUMBER})[\s　：:.．、]+(?=\S)")
_SHORT = 60
"""Cells of an article's title, at most."""


def is_articled(body: Body) -> bool:
    """Whether a text is divided into articles: two of them at least head what follows, or a chapter."""
    if any(_is_chapter(line, at) for at, line in enumerate(body)):
        return True
    return (
        sum(
            line.text.startswith("第") and (_label(_HEADING, line) or _label(_SENTENCE, line)) is not None
            for line in body
        )
        > 1
    )


def _is_chapter(line: Line, at: int) -> bool:
    """Whether a line is the number of a chapter or part alone, or heads all of an extract with its title."""
    if not line.text.startswith("第"):
        return False
    label = heading_label(line)
    return label is not None and label.style in ("book", "part", "chapter") and (not at or label.end == len(line.text))


def heading_label(line: Line) -> Label | None:
    """The number of a part, chapter or article that a line heads, with its title or without."""
    return _label(_HEADING, line) if not line.complete else None


def sentence_label(line: Line) -> Label | None:
    """The number of an article whose text begins on the same line."""
    label = _label(_SENTENCE, line)
    return label if label and label.style == "article" and heading_label(line) is None else None


def titled_below(body: Body, index: int, label: Label) -> bool:
    """Whether the title of an article stands on the line below its number."""
    line = body[index]
    if label.end < len(line.text) or index + 1 >= len(body):
        return False
    title = body[index + 1]
    if title.complete or title.label is not None or title.cells > _SHORT or heading_label(title):
        return False
    following = body[index + 2] if index + 2 < len(body) else None
    return following is None or following.gap > 0 or following.label is not None or following.complete or title.gap == 0


def _label(form: re.Pattern[str], line: Line) -> Label | None:
    match = form.match(line.text)
    if match is None:
        return None
    value = _value(match["number"])
    return Label(_UNITS[match["unit"]], value, match["printed"].strip(), match.end()) if value is not None else None


def _value(number: str) -> int | None:
    hundreds, hundred, rest = number.rpartition("百")
    if not hundred:
        return rank(number)
    ahead = rank(hundreds) if hundreds else 1
    after = rank(rest.removeprefix("零").removeprefix("〇")) if rest else 0
    return None if ahead is None or after is None else 100 * ahead + after
