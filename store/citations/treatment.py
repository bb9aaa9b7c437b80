"""What a text does to what it cites: the verb that governs each citation, and its treatment.

In a resolution the main verb of the clause governs: the one that begins the paragraph, or a later clause that begins
with a verb of its own (回顾…，并欢迎…). An item is governed by what its paragraph begins with, a footnote by what
governs its marker. Elsewhere, as in reports, it is the nearest verb of the clause, or what the cited text itself does
where it is told (大会在第72/195号决议中促请…). Where none of these is found nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from store.citations.find import QUOTE
from store.citations.verbs import (
    RECOUNT,
    SEE,
    adverbs,
    clauses,
    coordinates,
    is_performed,
    sight,
    simplify,
    subject,
    treatment_of,
    verb_here,
    verbs,
)
from store.document import Block, Citation, Document
from store.numbers import fold

_REACH = 400
"""How many characters before a citation the word that governs it may stand."""
_AFTER = 80
_ADVERBS = 20
"""Characters before a verb in which its adverbs are looked for."""
_ENDS = "。\n"
_PARTS_CLAUSES = re.compile(r"[,。;:\n]")
_STOPS = re.compile(r"[。;\n]")
_RESOLVING = ("preamble", "operative", "item")


class Governor(NamedTuple):
    """A word that governs."""

    verb: str
    """As printed, with its adverbs."""
    treatment: str


@dataclass(frozen=True, slots=True)
class _Head:
    """A verb that begins a clause."""

    start: int
    end: int
    governor: Governor
    joined: bool
    """It may begin a later clause, because it joins the first verb or only the speaker does it."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One text taken apart for the question what governs a place in it."""

    original: str
    masked: str
    """Folded, in one script, its quotations blank."""
    heads: tuple[_Head, ...]
    """In order."""

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds a position begins, or as far back as is looked."""
        floor = max(0, at - _REACH)
        return max(floor, *(self.masked.rfind(end, floor, at) + 1 for end in _ENDS))


def treat(document: Document) -> Document:
    """The document whose citations and references say which verb governs them. Never raises on a text."""
    if not document.citations and not document.references:
        return document
    governing = _Governing(document)
    return replace(
        document,
        citations=tuple(map(governing.treated, document.citations)),
        references=tuple(map(governing.treated, document.references)),
    )


class _Governing:
    """The verbs of one document, each text taken apart once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._callers = _callers(document)
        self._text = cache(_read)

    def treated(self, citation: Citation) -> Citation:
        """The citation with its verb and treatment."""
        found = self._of(citation)
        return replace(citation, verb=found.verb, treatment=found.treatment) if found else citation

    def _of(self, citation: Citation) -> Governor | None:
        note = self._document.notes_by_id.get(citation.block)
        if note is None:
            block = self._document.by_id[citation.block]
            return self._in_block(block, citation.at, citation.end)
        text = self._text(note.text)
        own = _sent_there(text, citation.at) or _near(text, citation.at, citation.end)
        caller = self._callers.get(note.id)
        return own or (self._in_block(caller[0], caller[1], caller[1]) if caller else None)

    def _in_block(self, block: Block, at: int, end: int) -> Governor | None:
        text = self._text(block.text)
        if block.type not in _RESOLVING or self._of_report(block):
            return _sent_there(text, at) or _near(text, at, end)
        for over in reversed(list(self._parents(block))):
            if governor := _last_main(self._text(over.text), len(over.text)):
                return governor
        return _last_main(text, at) or _near(text, at, end)

    def _of_report(self, block: Block) -> bool:
        """Whether an item belongs to a paragraph that resolves nothing."""
        return any(over.type == "paragraph" for over in self._parents(block))

    def _parents(self, block: Block) -> Iterator[Block]:
        """What an item is part of, the nearest first."""
        parent = self._document.by_id.get(block.parent or "") if block.type == "item" else None
        while parent is not None and parent.type in (*_RESOLVING, "paragraph"):
            yield parent
            parent = self._document.by_id.get(parent.parent or "") if parent.type == "item" else None


def _read(text: str) -> _Text:
    masked = _quotes().sub(lambda found: "_" * len(found[0]), simplify(fold(text)))
    return _Text(text, masked, tuple(_read_heads(text, masked)))


def _read_heads(text: str, masked: str) -> Iterator[_Head]:
    for begun in clauses().finditer(masked):
        sentence = begun["sentence"] is not None
        found = verb_here().match(masked, begun.end())
        if found is None and sentence and (actor := subject().match(masked, begun.end())):
            found = verb_here().match(masked, actor.end())
        if found:
            treatment = treatment_of(found["verb"])
            joined = sentence or coordinates(found["adverbs"]) or is_performed(treatment)
            yield _Head(found.start(), found.end(), _governor(text, found.start(), found.end(), treatment), joined)


def _governor(text: str, start: int, end: int, treatment: str) -> Governor:
    return Governor(_printed(text, start, end), treatment)


def _with_adverbs(text: _Text, verb: re.Match[str], treatment: str) -> Governor:
    floor = max(0, verb.start() - _ADVERBS)
    before = adverbs().search(text.masked[floor : verb.start()])
    start = floor + before.start() if before else verb.start()
    return _governor(text.original, start, verb.end(), treatment)


def _printed(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split()).rstrip("了")


def _last_main(text: _Text, at: int) -> Governor | None:
    """The verb of the last clause before a position that has a main verb."""
    before = bisect_right(text.heads, at, key=lambda head: head.end)
    return next((head.governor for head in reversed(text.heads[:before]) if head.joined), None)


def _sent_there(text: _Text, at: int) -> Governor | None:
    """见, with nothing but names between it and the citation."""
    start = max(0, at - _REACH)
    found = _last(sight(), text.masked, start, at)
    if found is None or _STOPS.search(text.masked, found.end(), at):
        return None
    return Governor(_printed(text.original, *found.span("verb")), SEE)


def _near(text: _Text, at: int, end: int) -> Governor | None:
    """The verb nearest to a citation of a text that does not resolve."""
    clause = _clause_start(text, at)
    if told := _told(text, clause, at, end):
        return told
    if found := _last(verbs(), text.masked, clause, at):
        return _with_adverbs(text, found, treatment_of(found[0]))
    if felt := _shown_after(text, clause, end):
        return felt
    if carried := _carried_out().match(text.masked, end):
        return Governor(text.original[carried.start("verb") : carried.end("verb")], treatment_of(carried["verb"]))
    start = text.sentence_start(at)
    before = [head for head in text.heads if start <= head.start and head.end <= at and head.joined]
    return before[-1].governor if before else None


def _clause_start(text: _Text, at: int) -> int:
    """Where the clause of a citation begins; commas between the numbers of a list end none."""
    floor = text.sentence_start(at)
    start = at
    while True:
        breaks = [found.end() for found in _PARTS_CLAUSES.finditer(text.masked, floor, start)]
        if not breaks:
            return floor
        if not _listed().fullmatch(text.masked, breaks[-1], at):
            return breaks[-1]
        start = breaks[-1] - 1


def _told(text: _Text, clause: int, at: int, end: int) -> Governor | None:
    """在第72/195号决议中，大会促请: the verb that follows, or 在 where none does."""
    before = _within().search(text.masked, max(clause, at - 160), at)
    after = _in_it().match(text.masked, end)
    if before is None or after is None:
        return None
    stop = _PARTS_CLAUSES.search(text.masked, after.end() + 1)
    last = min(stop.start() if stop else len(text.masked), after.end() + _AFTER)
    if verb := verbs().search(text.masked, after.end(), last):
        return _with_adverbs(text, verb, RECOUNT)
    return Governor(text.original[before.start() : before.start() + 1], RECOUNT)


def _shown_after(text: _Text, clause: int, end: int) -> Governor | None:
    """对第72/195号决议获得通过表示欢迎."""
    if not _towards().match(text.masked, clause):
        return None
    found = _shown().match(text.masked, end)
    verb = verb_here().match(text.masked, found.end()) if found else None
    return _governor(text.original, verb.start(), verb.end(), treatment_of(verb["verb"])) if verb else None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match within a range."""
    last = None
    for found in pattern.finditer(text, start, end):
        last = found
    return last


@cache
def _towards() -> re.Pattern[str]:
    return re.compile(r"[\s又还也并]{0,4}对")


@cache
def _shown() -> re.Pattern[str]:
    return re.compile(rf"[^。;\n]{{0,{_AFTER}}}?(?:表示|感到|深表)")


@cache
def _quotes() -> re.Pattern[str]:
    return re.compile(QUOTE)


@cache
def _listed() -> re.Pattern[str]:
    """What stands between the numbers of a list and in them."""
    return re.compile(r"(?:[\s\d/()A-ZX_,、;.和及与以至第号年月日]|决议|决定|其)*")


@cache
def _within() -> re.Pattern[str]:
    """在, with nothing but an owner, a title and a date between it and the number."""
    return re.compile(r"(?<![存所现实])在(?=[^,。;\n在]{0,150}$)")


@cache
def _in_it() -> re.Pattern[str]:
    return re.compile(
        r"[\s\d/()A-Z、和及第号]{0,80}号?\s?(?:决议|决定)?\s?(?:附件)?(?:,?其?中?第[^,。;\n段]{1,16}段)?[中内里](?![国的]|所[载列])"
    )


@cache
def _carried_out() -> re.Pattern[str]:
    """Behind a number: 号决议的执行情况."""
    return re.compile(r"\s?号?\s?(?:决议|决定)?(?:所载)?[^,。;\n]{0,12}?的?(?P<verb>执行|落实|实施|履行)")


def _callers(document: Document) -> Mapping[str, tuple[Block, int]]:
    """Footnotes to the block and position that call them first."""
    callers: dict[str, tuple[Block, int]] = {}
    for block in document.blocks:
        for marker in block.markers:
            if marker.footnote:
                callers.setdefault(marker.footnote, (block, marker.at))
    return callers
