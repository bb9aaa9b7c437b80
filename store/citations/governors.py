"""The verbs of one text, and which of them governs a place in it.

Owns reading the clauses of a text; whether the text resolves, and what its paragraph or footnote inherits, is
treatment.py's. Works on folded text with its quotations blank, in one pass a text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from store.citations.find import QUOTE
from store.citations.verbs import (
    RECOUNT,
    SEE,
    adverbs,
    clauses,
    coordinates,
    first_characters,
    is_performed,
    sight,
    simplify,
    subject,
    treatment_of,
    verb_here,
    verbs,
)
from store.numbers import fold

_REACH = 400
"""How many characters before a citation the word that governs it may stand."""
_AFTER = 80
_ADVERBS = 20
"""Characters before a verb in which its adverbs are looked for."""
_ENDS = "。\n"
_PART_CLAUSES = ",。;:\n"
_BREAK = re.compile(f"[{_PART_CLAUSES}]")
_STOPS = re.compile(r"[。;\n]")


class Governor(NamedTuple):
    """A word that governs."""

    verb: str
    """As printed, with its adverbs."""
    treatment: str


class _Head(NamedTuple):
    """A main verb that begins a clause, with its adverbs."""

    start: int
    end: int
    treatment: str


@dataclass(frozen=True, slots=True)
class Clauses:
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


def read_clauses(text: str) -> Clauses:
    """Take a text apart."""
    masked = _quotes().sub(lambda found: "_" * len(found[0]), simplify(fold(text)))
    return Clauses(text, masked, tuple(_read_heads(masked)))


def _read_heads(masked: str) -> Iterator[_Head]:
    begins = first_characters()
    # The text begins as if another had ended before it.
    for before in clauses().finditer("\n" + masked):
        at, sentence = before.end() - 1, before[0][0] in _ENDS
        found = verb_here().match(masked, at) if masked[at : at + 1] in begins else None
        if found is None and sentence and (actor := subject().match(masked, at)):
            found = verb_here().match(masked, actor.end())
        if found:
            treatment = treatment_of(found["verb"])
            if sentence or coordinates(found["adverbs"]) or is_performed(treatment):
                yield _Head(found.start(), found.end(), treatment)


def _governor(text: str, start: int, end: int, treatment: str) -> Governor:
    return Governor(_printed(text, start, end), treatment)


def _with_adverbs(text: Clauses, verb: re.Match[str], treatment: str) -> Governor:
    floor = max(0, verb.start() - _ADVERBS)
    before = adverbs().search(text.masked[floor : verb.start()])
    start = floor + before.start() if before else verb.start()
    return _governor(text.original, start, verb.end(), treatment)


def _printed(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split()).rstrip("了")


def main_verb(text: Clauses, at: int) -> Governor | None:
    """The verb of the last clause before a position that has a main verb."""
    head = _head_before(text, at)
    return _governor(text.original, *head) if head else None


def _head_before(text: Clauses, at: int) -> _Head | None:
    before = bisect_right(text.heads, at, key=lambda head: head.end)
    return text.heads[before - 1] if before else None


def sent_there(text: Clauses, at: int) -> Governor | None:
    """见, with nothing but names between it and the citation."""
    start = max(0, at - _REACH)
    found = _last(sight(), text.masked, start, at)
    if found is None or _STOPS.search(text.masked, found.end(), at):
        return None
    return Governor(_printed(text.original, *found.span("verb")), SEE)


def nearest_verb(text: Clauses, at: int, end: int) -> Governor | None:
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
    head = _head_before(text, at)
    return _governor(text.original, *head) if head and head.start >= text.sentence_start(at) else None


def _clause_start(text: Clauses, at: int) -> int:
    """Where the clause of a citation begins; commas between the numbers of a list end none."""
    floor = text.sentence_start(at)
    start = at
    while True:
        last = max(text.masked.rfind(sign, floor, start) for sign in _PART_CLAUSES)
        if last < 0:
            return floor
        if not _listed().fullmatch(text.masked, last + 1, at):
            return last + 1
        start = last


def _told(text: Clauses, clause: int, at: int, end: int) -> Governor | None:
    """在第72/195号决议中，大会促请: the verb that follows, or 在 where none does."""
    before = _within().search(text.masked, max(clause, at - 160), at)
    after = _in_it().match(text.masked, end) if before else None
    if before is None or after is None:
        return None
    stop = _BREAK.search(text.masked, after.end() + 1)
    last = min(stop.start() if stop else len(text.masked), after.end() + _AFTER)
    if verb := verbs().search(text.masked, after.end(), last):
        return _with_adverbs(text, verb, RECOUNT)
    return Governor(text.original[before.start() : before.start() + 1], RECOUNT)


def _shown_after(text: Clauses, clause: int, end: int) -> Governor | None:
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
    return re.compile(r"在(?<![存所现实]在)(?=[^,。;\n在]{0,150}$)")


@cache
def _in_it() -> re.Pattern[str]:
    return re.compile(
        r"[\s\d/()A-Z、和及第号]{0,80}号?\s?(?:决议|决定)?\s?(?:附件)?(?:,?其?中?第[^,。;\n段]{1,16}段)?[中内里](?![国的]|所[载列])"
    )


@cache
def _carried_out() -> re.Pattern[str]:
    """Behind a number: 号决议的执行情况."""
    return re.compile(r"\s?号?\s?(?:决议|决定)?(?:所载)?[^,。;\n]{0,12}?的?(?P<verb>执行|落实|实施|履行)")
