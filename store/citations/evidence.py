"""Gathers what speaks for one organ or another as the owner of each number in a text.

Owns the grammar of ownership: the organ named right before or after, 其, the list that goes on, a shared
name such as 理事会. What wins when they differ, resolve.py decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from store.bodies import Organ, organs_by_key
from store.citations.context import Head, Surroundings, bridge
from store.citations.find import Surface
from store.citations.foreign import unknown_body
from store.numbers import Number

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One block or footnote, with what is known of it before its own words are weighed."""

    id: str
    surroundings: Surroundings
    surfaces: tuple[Surface, ...]
    speaker: str | None = None
    """Key of the organ that speaks here: the chapeau's."""
    receiver: str | None = None
    """Key of the organ that adopts or receives the document."""
    named: Keys = ()
    """Organs, and meetings of treaties' parties, that the document names anywhere."""
    caller: tuple[Surroundings, int] | None = None
    """For a footnote: the text of the block that calls it, and where."""

    @property
    def own(self) -> str | None:
        """The organ whose numbers need no name here."""
        return self.speaker or self.receiver


@dataclass(frozen=True, slots=True)
class Evidence:
    """Keys of organs that may own one number, by how strongly the text says so."""

    strong: Keys = ()
    """The words join them to the number; the likeliest first."""
    foreign: bool = False
    """A body outside the table is joined to the number."""
    sentence: Keys = ()
    """Named before it in the same sentence: the nearest that its number could belong to, and those named with it
    in one breath (大会和人权理事会的相关决议)."""
    later: str | None = None
    """Named after it in the same sentence."""
    head: Head | None = None
    """The word by which the strong ones, or the body outside the table, are joined to the number."""
    first: Surface | None = None
    """The number with which the list begins that this one goes on with; None for one that stands for itself."""


def gather(place: Place) -> dict[int, Evidence]:
    """Evidence for each number of a place, by the number's start."""
    gathered: dict[int, Evidence] = {}
    last: Evidence | None = None
    before: Surface | None = None
    tails = _tails(place.surfaces)
    for surface in place.surfaces:
        if surface.number is None:
            continue
        evidence = _continued(surface, surface.number, last)
        if evidence and evidence.first is None:
            evidence = replace(evidence, first=before)
        evidence = evidence or _weigh(place, surface, surface.number, tails[surface.group])
        gathered[surface.start] = evidence
        last, before = evidence, surface
    return gathered


def _tails(surfaces: Iterable[Surface]) -> dict[int, int]:
    """Where the phrase of each list ends."""
    return {surface.group: surface.tail for surface in surfaces}


def _continued(surface: Surface, number: Number, last: Evidence | None) -> Evidence | None:
    """The evidence of the number before, when this one goes on with its list and can have the same owner."""
    if last is None or not surface.linked:
        return None
    owners = last.strong or last.sentence
    return last if last.foreign or any(accepts(key, number) for key in owners) else None


def _weigh(place: Place, surface: Surface, number: Number, tail: int) -> Evidence:
    around = place.surroundings
    sentence = named_together(place, around.before(surface.head), surface)
    later = first_fitting(place, (head for head in around.after(tail) if not _owns_another(place, head)), surface)
    strong, head = _joined(place, surface, number, tail)
    return Evidence(strong, head is not None and not strong, sentence, later, head)


def _owns_another(place: Place, head: Head) -> bool:
    """Whether a name has a number of its own after it, and so says nothing of the one before it."""
    turn = bisect_left(place.surfaces, head.end, key=_head_of)
    following = place.surfaces[turn] if turn < len(place.surfaces) else None
    joins = ("tight", "loose", "about")
    return following is not None and bridge(place.surroundings.text, head.end, following.head) in joins


def _head_of(surface: Surface) -> int:
    return surface.head


def _joined(place: Place, surface: Surface, number: Number, tail: int) -> tuple[Keys, Head | None]:
    """The organs that the words join to the number, the likeliest first, and the word that names them.

    A word without organs is a body outside the table.
    """
    if surface.named_after and (following := place.surroundings.after(tail, most=1)):
        return meanings(place, following[0], tail), following[0]
    for head, join in _joins(place, surface):
        keys = meanings(place, head, tail)
        plausible = any(fits(key, surface) for key in keys)
        if join == "within" and not plausible:
            continue
        if not keys and not head.pronoun and not head.organs and join in ("tight", "loose"):
            return (), head
        if any(accepts(key, number) for key in keys) or (join == "tight" and head.certain):
            return tuple(sorted(keys, key=lambda key: not fits(key, surface))), head
    if unknown := unknown_body(place.surroundings, surface.head):
        return (), unknown
    subject = subject_after(place, tail)
    keys = tuple(key for key in meanings(place, subject, tail) if accepts(key, number)) if subject else ()
    return keys, subject if keys else None


def _joins(place: Place, surface: Surface) -> list[tuple[Head, str]]:
    """Heads before a number that the words join to it, and how; whoever stands before 关于…的 comes first.

    In 其关于安全理事会改革的第48/26号决议 the Council is only what the resolution is about.
    """
    text = place.surroundings.text
    joins = [(head, bridge(text, head.end, surface.head)) for head in place.surroundings.before(surface.head)[:6]]
    joined = [(head, join) for head, join in joins if join is not None]
    if joined and joined[0][1] == "within":
        joined.sort(key=lambda pair: pair[1] != "about")
    return joined


def meanings(place: Place, head: Head, tail: int) -> Keys:
    """The organs that a head means at its place, the likeliest first.

    `tail` is the end of the number's phrase, after which a subject may stand that 其 anticipates.
    """
    if head.pronoun:
        return _antecedent(place, head, tail)
    if len(head.organs) < 2:
        return head.organs
    return tuple(dict.fromkeys(_settled(place, head)))


def _settled(place: Place, head: Head) -> Iterator[str]:
    """What a shared name can mean here: by the treaty of the sentence, the names before it, the speaker, the rest."""
    around = place.surroundings
    for treaty in around.treaties_before(head.start):
        yield from (key for key in treaty.parties if key in head.organs)
    for earlier in around.earlier(head.start):
        if earlier.certain in head.organs and earlier.certain:
            yield earlier.certain
    if place.own in head.organs and place.own:
        yield place.own
    named = [key for key in place.named if key in head.organs]
    if len(named) == 1:
        yield named[0]


@cache
def _subject_before() -> re.Pattern[str]:
    """Between a subject and its 其: 大会在其, 安全理事会还在其, 委员会及其."""
    return re.compile(r"\s?(?:还|又|也|已|曾|并|再次|重申|回顾)?(?:在|于|依照|根据|按照|通过|及|以及|和|与)?\s?")


def _antecedent(place: Place, pronoun: Head, tail: int) -> Keys:
    around = place.surroundings
    before = [head for head in around.before(pronoun.start) if not head.pronoun]
    if before and is_subject(place, before[0], pronoun):
        return meanings(place, before[0], tail)
    subject = subject_after(place, tail)
    if subject and (following := meanings(place, subject, tail)):
        return following
    if place.speaker:
        return (place.speaker,)
    named = tuple(key for head in before for key in meanings(place, head, tail)[:1])
    return tuple(dict.fromkeys((*named, *((place.receiver,) if place.receiver else ()))))


@cache
def _within_it() -> re.Pattern[str]:
    """Between a number and the organ that speaks in it: 第72/195号决议中，大会."""
    return re.compile(r"(?:第[^,。;\n]{1,14}段|附件)?[中里内]\s?[,、]?\s?")


def is_subject(place: Place, head: Head, pronoun: Head) -> bool:
    """Whether nothing stands between a name and 其 but what leaves the name its antecedent."""
    return _subject_before().fullmatch(place.surroundings.text, head.end, pronoun.start) is not None


def subject_after(place: Place, tail: int) -> Head | None:
    """The organ that speaks in a resolution, named right after it: 在第72/195号决议中，大会."""
    around = place.surroundings
    following = around.after(tail, most=1)
    if not following or following[0].pronoun or following[0].start - tail > 24:
        return None
    return following[0] if _within_it().fullmatch(around.text, tail, following[0].start) else None


def first_fitting(place: Place, heads: Iterable[Head], surface: Surface) -> str | None:
    """The first organ among those that the heads mean to which the number could belong."""
    for head in heads:
        if not head.pronoun:
            for key in meanings(place, head, head.end):
                if fits(key, surface):
                    return key
    return None


@cache
def _coordination() -> re.Pattern[str]:
    return re.compile(r"\s?(?:、|,|和|及|以及|与|或)\s?")


def named_together(place: Place, before: Sequence[Head], surface: Surface) -> Keys:
    """The nearest organ before a number to which it could belong, with the others of its list of names."""
    for at, head in enumerate(before):
        if first_fitting(place, (head,), surface):
            last = at
            while last + 1 < len(before) and _is_coordinated(place, before[last + 1], before[last]):
                last += 1
            found = (first_fitting(place, (each,), surface) for each in before[at : last + 1])
            return tuple(dict.fromkeys(key for key in found if key))
    return ()


def _is_coordinated(place: Place, first: Head, second: Head) -> bool:
    return _coordination().fullmatch(place.surroundings.text, first.end, second.start) is not None


def organ(key: str) -> Organ:
    """The organ of the table with this key."""
    return organs_by_key()[key]


def accepts(key: str, number: Number) -> bool:
    """Whether the organ numbers in this shape."""
    return organ(key).accepts(number)


def fits(key: str, surface: Surface) -> bool:
    """Whether the number is plausible for the organ, as the resolution or decision that it is called."""
    return surface.number is not None and organ(key).fits(surface.number, decision=surface.decision)
