"""Signs of Markdown and HTML that are no part of the text, taken out with their places kept.

Superscript notations (`<sup>1</sup>`, `^{1}`) stay: they tell footnote markers apart, and `markers` removes them.
"""

from __future__ import annotations

import re

from store.document import Span
from store.reading.passage import Passage, joined

# A row of a table between bars; a row that only rules is furniture and stays.
_ROW = re.compile(r"[|│┃║｜](?=.*[^|\s:\-│┃║｜─━═]).*[|│┃║｜]")
_BAR = re.compile(r"[|│┃║｜](?:\s*[|│┃║｜])*\s?")
_APART = " " * 3
_SUSPECT = re.compile(r"[$^|│┃║｜*\[<\\`_~\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_TAGS = (
    "a|b|big|blockquote|br|caption|center|div|em|font|h[1-6]|hr|i|li|p|small|span|strong|sub|table|tbody|td|tfoot|th|thead"
    "|tr|u"
)
_SIGNS = re.compile(
    # With which characters they begin is asked first: most stand for themselves.
    r"(?=[$\\^!\[*_<\u200b\u200c\u200d\u2060\ufeff\u00ad])(?:"
    r"(?P<formula>(?:\$|\\\()\s*(?:\{\s*\}\s*)?)(?P<raised>\^\s*(?:\{[^{}$]{1,20}\}|[\d*]{1,3}))\s*(?:\$|\\\))"
    r"|(?P<placeholder>^\[\^\d{1,3}\]:\s*(?=[$^]))"
    r"|(?P<caret>\^\d{1,3}(?:[,，]\d{1,3})*)\^"
    r"|(?P<escape>\\)(?=[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\]\n]*\]\([^()\s]*\))"
    r"|(?P<link>\[)(?P<words>[^\[\]\n]+)(?P<target>\]\((?:[^()\s]|\([^()\s]*\))*\))"
    r"|(?P<bold>\*\*|(?<!_)__(?!_))(?=\S)(?P<strong>[^*\n]+?)(?<=[^\s_])(?P=bold)(?!_)"
    r"|(?P<star>(?<![^\s.．、（(“\"])\*)(?=[^\s*])(?P<stressed>[^*\n]+?)(?<=\S)\*(?!\*)"
    rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]*)?/?>)"
    r"|(?P<unseen>[\u200b\u200c\u200d\u2060\ufeff\u00ad]))",
    re.IGNORECASE,
)


def plain(passage: Passage) -> Passage:
    """The passage without emphasis, links, escapes, layout tags and invisible characters."""
    if not _SUSPECT.search(passage.text):
        return passage
    if _ROW.fullmatch(passage.text):
        passage = _cells_apart(passage)
    # Emphasis may stand inside a link and a link inside emphasis: two rounds reach both.
    for _ in range(2):
        spans = [span for match in _SIGNS.finditer(passage.text) for span in _removed(match)]
        if not spans:
            break
        passage = passage.without(spans)
    return passage


def _cells_apart(row: Passage) -> Passage:
    """A row between bars with wide spaces in their place, as other tables are set."""
    ends = [0, *(place for match in _BAR.finditer(row.text) for place in match.span()), len(row.text)]
    cells = [row.slice(start, end).strip() for start, end in zip(ends[::2], ends[1::2], strict=True)]
    filled = [cell for cell in cells if cell.text]
    return joined(filled, [_APART] * (len(filled) - 1))


def _removed(match: re.Match[str]) -> tuple[Span, ...]:
    """What of one match is markup."""
    if raised := match["raised"]:
        start, end = match.span("raised")
        spaces = (Span(start + space.start(), start + space.end()) for space in re.finditer(r"\s+", raised))
        return Span(match.start(), start), *spaces, Span(end, match.end())
    for inner in ("words", "strong", "stressed", "caret"):
        if match[inner] is not None:
            return Span(match.start(), match.start(inner)), Span(match.end(inner), match.end())
    return (Span(*match.span()),)
