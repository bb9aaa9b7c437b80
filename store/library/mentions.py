"""All mentions of a document: each citation with its address, its sentence and the names it gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from store.document import Block, Citation, Document, Span
from store.library.mention import Mention
from store.places import address

_Callers: TypeAlias = Mapping[str, Sequence[tuple[Block, int]]]
_SENTENCE_ENDS = "。！？；\n"
_CLOSING = "”’」』）)》"

_GIVES = re.compile(
    r"\s*号(?:决议|决定)[，,]?(?:其?中|附件)?所?(?:通过|核可|认可|批准|载列|载有|载|附)(?:了|的)*(?:题为)?(?=《)"
)
"""Between a number and the name of what it adopted: 第64/293号决议通过《…》."""
_EXPLAINED = re.compile(r"(?<=》)\s*[（(][^（()）。；]{0,12}$")
"""Between a name and the number that explains it: 《…》（大会第70/1号决议，附件）."""
_HOLDING = re.compile(r"(?:载有|载列|通过|核可)(?P<name>《.+》)的[^，。；《》]{0,8}第\s*$")
_LISTED = re.compile(r"[、,，和及与以第号\s]*")
_LONGEST = 4000
"""Characters on either side of a citation that may have to do with it; a file without paragraphs is one sentence."""
_BARE_NOTE = re.compile(r"(?:[^，。；\d]{0,16}第)?\s*号?(?:决议|决定)?(?:[，,、]\s*附件[^，。；]{0,6})?\s*[。._o]*")
"""What is left of a note that holds nothing but one number."""


def mentions(document: Document, key: str) -> Iterator[Mention]:
    """Every citation of the document in reading order, then every other reference to a document.

    The document is known as `key`.
    """
    callers = _callers(document)
    for citation in (*document.citations, *(each for each in document.references if each.symbol)):
        text = document.text_of(citation.block)
        sentence = sentence_around(text, citation.at, citation.end)
        yield Mention(
            document=key,
            place=citation.block,
            address=address(document, citation.block),
            sentence=text[sentence.start : sentence.end],
            at=citation.at - sentence.start,
            names=tuple(dict.fromkeys(_names(document, citation, text, callers))),
            citation=citation,
        )


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence, or part between semicolons, that holds a half-open range of the text; of an endless one a part."""
    floor, ceiling = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    first = max(max(text.rfind(sign, floor, start) for sign in _SENTENCE_ENDS) + 1, floor)
    while first < start and (text[first].isspace() or text[first] in _CLOSING):
        first += 1
    ends = [at for sign in _SENTENCE_ENDS if (at := text.find(sign, end, ceiling)) >= 0]
    last = min(ends) + 1 if ends else ceiling
    while last < len(text) and text[last] in _CLOSING:
        last += 1
    while last and text[last - 1].isspace():
        last -= 1
    return Span(first, last)


def _names(document: Document, citation: Citation, text: str, callers: _Callers) -> Iterator[str]:
    if citation.title:
        yield citation.title
    if not citation.is_numbered or citation.form == "range" or _in_list(document, citation, text):
        return
    before = text[max(0, citation.at - _LONGEST) : citation.at]
    after = text[citation.end : citation.end + _LONGEST]
    gives = _GIVES.match(after)
    if gives:
        yield from _first_title(after[gives.end() :])
    explained = _EXPLAINED.search(before)
    if explained:
        yield from _last_title(before[: explained.start()])
    holding = _HOLDING.search(before)
    if holding:
        yield from _last_title(holding["name"])
    note = document.notes_by_id.get(citation.block)
    if note and _BARE_NOTE.fullmatch(before + after):
        for block, at in callers.get(note.id, ()):
            yield from _last_title(block.text[:at].rstrip("，,、；;。 "))


def _in_list(document: Document, citation: Citation, text: str) -> bool:
    """Whether the number stands beside another, so that a name would be the other's as well."""
    others = document.citations_by_place[citation.block]
    before = bisect_left(others, citation.at, key=_at) - 1
    after = bisect_right(others, citation.at, key=_at)
    return (before >= 0 and _listed(text, others[before].end, citation.at)) or (
        after < len(others) and _listed(text, citation.end, others[after].at)
    )


def _listed(text: str, start: int, end: int) -> bool:
    """Whether nothing but what joins the numbers of a list stands between two of them."""
    return _LISTED.fullmatch(text, start, max(start, end)) is not None


def _at(citation: Citation) -> int:
    return citation.at


def _callers(document: Document) -> _Callers:
    """By note, the blocks that call it, each with the place of its marker."""
    callers: dict[str, list[tuple[Block, int]]] = {}
    for block in document.blocks:
        for marker in block.markers:
            if marker.footnote:
                callers.setdefault(marker.footnote, []).append((block, marker.at))
    return callers


def _first_title(text: str) -> Iterator[str]:
    """The name in 《》 with which a text begins, inner pairs included."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "《") - (character == "》")
        if depth == 0:
            yield text[1:at]
            return


def _last_title(text: str) -> Iterator[str]:
    """The name in 《》 with which a text ends."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == "》") - (text[at] == "《")
        if depth == 0:
            if at < len(text) - 1:
                yield text[at + 1 : -1]
            return
