"""The annexes, chapters and sections that are named with a citation, looked for in the cited document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from store.document import Block, Document

_COUNT = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_NAMED = re.compile(
    r"(?P<annex>附件|附录|附文|annex|appendix)"
    r"(?P<label>[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-z](?![a-z])|\d{1,2})?"
    rf"|第?(?P<sections>{_COUNT}(?:\.[a-z](?=节))?|[a-z](?=节|部分))(?:章|节|部分|编|条)"
)
_BETWEEN = re.compile(r"[,、的]{0,3}")
_HAN = "一二三四五六七八九十"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def cited_heading(document: Document, folded: str) -> tuple[Block | None, int]:
    """The innermost heading that the beginning of a part names, and where in the part it ends.

    Args:
        folded: the part in one width and case, without spaces: 附件一,第二节第3段.

    Returns None and 0 when the part names no heading, None and a position behind it when the document has it not.
    """
    scope, at = None, 0
    while found := _NAMED.match(folded, at):
        scope = _heading(document, found, scope)
        between = _BETWEEN.match(folded, found.end())
        at = between.end() if between else found.end()
        if scope is None:
            break
    return scope, at


def below(document: Document, scope: Block | None) -> Iterator[Block]:
    """What stands under a heading, in order; the whole document under none."""
    for child in document.children.get(scope.id if scope else None, ()):
        yield child
        yield from below(document, child)


def _heading(document: Document, found: re.Match[str], scope: Block | None) -> Block | None:
    """The heading of an annex by its words, of chapters and sections by their numbers, one below the other."""
    if found["annex"]:
        words = _annex_names(found["annex"], found["label"] or "")
        return _first(b for b in below(document, scope) if b.type == "heading" and _bare(b.text) in words)
    for label in found["sections"].split("."):
        scope = _first(b for b in below(document, scope) if b.type == "heading" and _is_labelled(b, label))
        if scope is None:
            return None
    return scope


def _first(blocks: Iterable[Block]) -> Block | None:
    return next(iter(blocks), None)


def _annex_names(annex: str, label: str) -> tuple[str, ...]:
    chinese = {"annex": "附件", "appendix": "附录"}.get(annex, annex)
    value = int(label) if label.isdecimal() else _ROMAN.get(label, 0)
    counted = _HAN[value - 1] if 0 < value <= len(_HAN) else label
    return (f"{chinese}{counted}", f"{chinese}{label}", f"{annex}{label}")


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_labelled(heading: Block, label: str) -> bool:
    return re.sub(r"第|[章节编条]|部分|[.、()]", "", _bare(heading.label or "")) == label
