"""How a document is cited: how often by which treatment, and in which part of the citing texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from store.citations.verbs import DONE, PERFORMED, TREATMENTS
from store.library.mention import Mention

PARTS = ("preamble", "operative", "text", "footnote")
"""Preambular and operative paragraphs with their items; other text, as in reports; footnotes."""
UNGOVERNED = "none"
"""No verb governs the citation."""
CHOICES = (*TREATMENTS, UNGOVERNED)
"""By which one can choose, in the order in which they are listed."""


class Counts(NamedTuple):
    """How often; each of the two adds up to all citations."""

    treatments: Mapping[str, int]
    """The commonest first; UNGOVERNED comes last."""
    parts: Mapping[str, int]
    """In the order of `PARTS`."""


def treatment_named(verb: str) -> str | None:
    """The treatment that a Chinese verb of the table is the sign of: "recall" for 回顾; None for any other word."""
    return next((name for table in (PERFORMED, DONE) for name, verbs in table.items() if verb in verbs), None)


def treatment_of(mention: Mention) -> str:
    """What the citing text does to what it cites."""
    return mention.citation.treatment or UNGOVERNED


def part_of(mention: Mention) -> str:
    """The part of the citing text in which the citation stands."""
    for start, part in (("pp", "preamble"), ("op", "operative"), ("fn", "footnote")):
        if mention.place.startswith(start):
            return part
    return "text"


def count(mentions: Iterable[Mention]) -> Counts:
    """Count mentions by treatment and by part; where any are by number only those."""
    given = tuple(mentions)
    return count_all(tuple(each for each in given if each.citation.is_numbered) or given)


def count_all(mentions: Iterable[Mention]) -> Counts:
    """Count mentions by treatment and by part, those by name among them: as many as `chosen` leaves."""
    given = tuple(mentions)
    treatments = Counter(map(treatment_of, given))
    parts = Counter(map(part_of, given))
    ordered = sorted(treatments.items(), key=lambda each: (each[0] == UNGOVERNED, -each[1], CHOICES.index(each[0])))
    return Counts(dict(ordered), {part: parts[part] for part in PARTS if parts[part]})


def chosen(mentions: Iterable[Mention], treatment: str | None = None, part: str | None = None) -> tuple[Mention, ...]:
    """Those of a treatment and of a part, in their order; all where None is asked for."""
    return tuple(each for each in mentions if treatment in (None, treatment_of(each)) and part in (None, part_of(each)))
