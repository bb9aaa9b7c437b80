"""All mentions of a document: each citation with its address, its sentence and the names it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.document import Block, Citation, Document, Footnote, Span
from store.library.mention import Mention
from store.library.places import address

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
_BARE_NOTE = re.compile(r"(?:[^，。；\d]{0,16}第)?\s*号?(?:决议|决定)?(?:[，,、]\s*附件[^，。；]{0,6})?\s*[。._o]*")
"""What is left of a note that holds nothing but one number."""


def mentions(document: Document, key: str) -> Iterator[Mention]:
    """Every citation of the document in reading order, the document being known as `key`."""
    for citation in document.citations:
        text = document.text_of(citation.block)
        sentence = sentence_around(text, citation.at, citation.end)
        yield Mention(
            document=key,
            place=citation.block,
            address=address(document, citation.block),
            sentence=text[sentence.start : sentence.end],
            at=citation.at - sentence.start,
            names=tuple(dict.fromkeys(_names(document, citation, text))),
            citation=citation,
        )


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence, or part between semicolons, that holds a half-open range of the text."""
    first = max(text.rfind(sign, 0, start) for sign in _SENTENCE_ENDS) + 1
    while first < start and (text[first].isspace() or text[first] in _CLOSING):
        first += 1
    ends = [at for sign in _SENTENCE_ENDS if (at := text.find(sign, end)) >= 0]
    last = min(ends) + 1 if ends else len(text)
    while last < len(text) and text[last] in _CLOSING:
        last += 1
    return Span(first, len(text[:last].rstrip()))


def _names(document: Document, citation: Citation, text: str) -> Iterator[str]:
    if citation.title:
        yield citation.title
    if _in_list(document, citation, text):
        return
    before, after = text[: citation.at], text[citation.end :]
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
        for block, at in _callers(document, note):
            yield from _last_title(block.text[:at].rstrip("，,、；;。 "))


def _in_list(document: Document, citation: Citation, text: str) -> bool:
    """Whether the number stands beside another, so that a name would be the other's as well."""
    for other in document.citations_by_place[citation.block]:
        between = text[other.end : citation.at] or text[citation.end : other.at]
        if other.at != citation.at and _LISTED.fullmatch(between):
            return True
    return False


def _callers(document: Document, note: Footnote) -> Iterator[tuple[Block, int]]:
    """The blocks that call the note, each with the place of its marker."""
    for block in document.blocks:
        for marker in block.markers:
            if marker.footnote == note.id:
                yield block, marker.at


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
