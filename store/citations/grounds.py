"""Why a number was given to an organ: the rule, the words that decided, and how sure that makes it.

Owns telling the reason of a decision that was made elsewhere: evidence.py gathers, resolve.py decides. A rule's
name is stable; what it means in a sentence, the interface says, and docs/citations.md lists them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from store.citations.context import Head
from store.citations.evidence import Evidence, Place, fits, is_subject, meanings, subject_after
from store.citations.find import Surface
from store.document import Confidence

Rule = Literal[
    "named-before",
    "named-after",
    "list",
    "pronoun",
    "pronoun-speaker",
    "shared-treaty",
    "shared-name",
    "shared-speaker",
    "shared-document",
    "sentence",
    "later",
    "caller",
    "elsewhere",
    "settled-elsewhere",
    "completed",
    "well-known",
    "speaker",
    "receiver",
    "shape",
    "own-shape",
    "only",
    "symbol",
    "component",
    "misread",
    "range",
    "link",
    "settled",
    "foreign",
    "unlike",
    "between",
    "several",
    "nothing",
    "incomplete",
]
"""The rules for numbers and symbols: what the words join, what the document weighs, what is printed or said, and last
those that decide nothing. docs/citations.md has an example of each."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The reason for a reading."""

    rule: Rule
    words: str = ""
    """As printed, in the order of the text; … stands between what is printed apart."""
    confidence: Confidence = "sure"


def joined(place: Place, surface: Surface, evidence: Evidence, key: str) -> Ground:
    """Why an organ to which the words join a number owns it."""
    head = evidence.head
    assert head is not None
    first = evidence.first or surface
    ground = _of_head(place, first, head, key)
    return Ground("list", ground.words, ground.confidence) if evidence.first else ground


def foreign(place: Place, evidence: Evidence) -> Ground:
    """Why a number is that of a body outside the table."""
    return Ground("foreign", _print(place, evidence.head) if evidence.head else "", "open")


def of_name(place: Place, heads: Sequence[Head], key: str, rule: Rule) -> Ground:
    """Why an organ named at some distance is the likeliest owner; the nearest of the names that mean it says so."""
    named = next((head for head in heads if not head.pronoun and key in meanings(place, head, head.end)), None)
    return Ground(rule, _print(place, named) if named else "", "likely")


def names_of(place: Place, heads: Iterable[Head], keys: Sequence[str]) -> str:
    """The names, as printed, of organs between which nothing decides."""
    meant = [head for head in heads if not head.pronoun and set(keys) & set(meanings(place, head, head.end))]
    return _print(place, *dict.fromkeys(meant[::-1]))


def _of_head(place: Place, surface: Surface, head: Head, key: str) -> Ground:
    if head.pronoun:
        return _of_pronoun(place, head, key, surface.tail)
    shared = len(head.organs) > 1
    if head.start >= surface.tail:
        return Ground("named-after", _print(place, head), _certainty(place, surface, head) if shared else "sure")
    return _of_shared_name(place, surface, head, key) if shared else Ground("named-before", _print(place, head))


def _of_pronoun(place: Place, pronoun: Head, key: str, tail: int) -> Ground:
    """其: the subject before it, the one after its phrase, the organ that speaks, or else a name before it."""
    before = [head for head in place.surroundings.before(pronoun.start) if not head.pronoun]
    if before and is_subject(place, before[0], pronoun):
        return Ground("pronoun", _print(place, before[0], pronoun))
    subject = subject_after(place, tail)
    if subject and key in meanings(place, subject, tail):
        return Ground("pronoun", _print(place, pronoun, subject))
    if place.speaker == key:
        return Ground("pronoun-speaker", _print(place, pronoun))
    named = next((head for head in before if key in meanings(place, head, tail)), None)
    return Ground("pronoun", _print(place, *([named] if named else ()), pronoun), "likely")


def _of_shared_name(place: Place, surface: Surface, head: Head, key: str) -> Ground:
    """理事会, 缔约方会议: what a treaty or name before it, the speaker, or the document makes of it."""
    around, sure = place.surroundings, _certainty(place, surface, head)
    treaty = next((t for t in around.treaties_before(head.start) if key in t.parties), None)
    if treaty:
        return Ground("shared-treaty", f"{around.original[treaty.start : treaty.end]}…{_print(place, head)}", sure)
    earlier = next((each for each in around.earlier(head.start) if each.certain == key), None)
    if earlier:
        return Ground("shared-name", _print(place, earlier, head), sure)
    rule: Rule = "shared-speaker" if place.own == key else "shared-document"
    return Ground(rule, _print(place, head), sure if rule == "shared-speaker" else "likely")


def _certainty(place: Place, surface: Surface, head: Head) -> Confidence:
    """Sure when the name can mean no other organ here to which the number could belong."""
    return "sure" if sum(fits(key, surface) for key in meanings(place, head, surface.tail)) < 2 else "likely"


def _print(place: Place, *heads: Head) -> str:
    return "…".join(place.surroundings.original[head.start : head.end] for head in heads)
