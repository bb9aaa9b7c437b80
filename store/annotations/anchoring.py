"""Finds the words of an annotation again in a text that may have changed: exact, moved, edited, ambiguous, or gone.

Only what leaves no doubt is placed without asking: the same words, with what stood around them. Two paragraphs of the
United Nations are often nine tenths alike, so likeness alone never places anything; it finds what to ask about. The
limits below were set by `bench/anchoring.py`, which counts what goes wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from store.annotations.passages import Occurrence, Passages
from store.annotations.selectors import Selector

State = Literal["exact", "moved", "edited", "ambiguous", "gone"]
"""Quote and place agree; the quote stands in one other place; words much like it stand in one place, which the user is
asked about; the quote or its like stands in several places; nothing like it is left."""

_TELLING = 24
"""Folded characters from which on a paragraph tells itself apart without what stands around it."""
_SAME_AROUND = 0.5
"""Share of the context that must be the same in the paragraph that bears the old id."""
_ELSEWHERE_AROUND = 0.6
"""The same for a short paragraph that stands elsewhere."""
_NEVER = 2.0
"""For words in another paragraph that is not the same as a whole: it may be a near twin."""
_CLEARER = 0.3
"""By how much the context of one place must be better than that of all others."""
_RIVAL = 0.7
"""Share of some words with their context that must be in another paragraph for it to be taken for theirs."""
_LIKE, _MARGIN = 0.5, 0.12
"""Likeness from which on the user is asked, and by how much the best must be ahead of the next."""
_OFFERED = 3
"""How many nearest candidates are kept for an orphan."""


class Candidate(NamedTuple):
    """Words that may be the ones that were meant."""

    selector: Selector
    likeness: float
    """From 0 to 1."""


class Anchor(NamedTuple):
    """One selector found again, and how."""

    state: State
    selector: Selector | None
    """Where it is; None unless it is exact or moved."""
    candidates: tuple[Candidate, ...] = ()
    """The nearest first: the one to ask about where it was edited, else what could be meant."""

    @property
    def is_placed(self) -> bool:
        """Whether it stands in the text without asking."""
        return self.selector is not None


def anchor(selector: Selector, passages: Passages) -> Anchor:
    """Where the words of a selector are in a document.

    Args:
        selector: As it was when the annotation was made or last found.
        passages: The document's texts, see `Passages`.
    """
    if _is_untouched(selector, passages):
        return Anchor("exact", selector)
    here = passages.in_place(selector)
    if here is not None and here.context == 1:
        return Anchor("exact", passages.selector(here, selector))  # no other place can have better surroundings
    found = passages.occurrences(selector)
    placed = _placed(selector, found)
    if placed is not None and not _has_rival(selector, placed, passages):
        at = passages.selector(placed, selector)
        return Anchor("exact" if placed.place == selector.place else "moved", at)
    if found:
        state: State = "ambiguous" if placed or len(found) > 1 else "edited"
        return Anchor(state, None, _offered(selector, found, passages))
    return _edited(selector, passages)


def _is_untouched(selector: Selector, passages: Passages) -> bool:
    """The same words at the same place, which stand nowhere else and are long enough to be no other's: most are so."""
    if not selector.whole or len(selector.quote) < _TELLING:
        return False
    return passages.text(selector.place) == selector.quote and passages.is_only(selector.place)


def _placed(selector: Selector, found: Sequence[Occurrence]) -> Occurrence | None:
    """The occurrence that is surely meant."""
    if not found:
        return None
    ranked = _ranked(selector, found)
    best, rest = ranked[0], ranked[1:]
    if not (selector.prefix or selector.suffix):
        return _without_context(selector, found)
    clear = all(best.context >= other.context + _CLEARER for other in rest)
    if best.place == selector.place and best.context >= _SAME_AROUND:
        stays = best.start == selector.start and all(each.context < best.context for each in rest)
        return best if clear or stays or (best.start == selector.start and best.context == 1) else None
    return best if clear and best.context >= _needed_elsewhere(selector, best) else None


def _needed_elsewhere(selector: Selector, found: Occurrence) -> float:
    """The share of the context that must be the same in another paragraph than before."""
    if not selector.whole:
        return _ELSEWHERE_AROUND if found.same_paragraph else _NEVER
    return 0.0 if found.length >= _TELLING else _ELSEWHERE_AROUND


def _without_context(selector: Selector, found: Sequence[Occurrence]) -> Occurrence | None:
    """What is meant where only place and words are known, as version 1 kept them."""
    here = [each for each in found if each.place == selector.place]
    if len(here) == 1:
        return here[0]
    return found[0] if len(found) == 1 and selector.whole and found[0].length >= _TELLING else None


def _has_rival(selector: Selector, placed: Occurrence, passages: Passages) -> bool:
    """Whether another paragraph is much like it too: the words in a new place may be a copy of what was changed."""
    if placed.place == selector.place or (selector.whole and placed.context >= _SAME_AROUND):
        return False
    limit = _LIKE if selector.whole else _RIVAL
    return any(each.place != placed.place and each.likeness >= limit for each in passages.alike(selector, _OFFERED))


def _offered(selector: Selector, found: Sequence[Occurrence], passages: Passages) -> tuple[Candidate, ...]:
    """Occurrences of the very words, those with the likest surroundings first."""
    ranked = _ranked(selector, found)
    return tuple(Candidate(passages.selector(each, selector), each.context) for each in ranked[:_OFFERED])


def _ranked(selector: Selector, found: Sequence[Occurrence]) -> list[Occurrence]:
    """Those in the likest surroundings first; of equals the one at the old place."""
    at = (selector.place, selector.start)
    return sorted(found, key=lambda each: (each.context, (each.place, each.start) == at), reverse=True)


def _edited(selector: Selector, passages: Passages) -> Anchor:
    """The words were changed: the likest passage, if it is clearly the likest, is what the user is asked about."""
    ranked = passages.alike(selector, _OFFERED)
    if not ranked or ranked[0].likeness < _LIKE / 2:
        return Anchor("gone", None)
    candidates = tuple(Candidate(passages.nearest(selector, each.place), each.likeness) for each in ranked)
    best = candidates[0].likeness
    if best < _LIKE:
        return Anchor("gone", None, candidates)
    clear = len(candidates) < 2 or best >= candidates[1].likeness + _MARGIN
    return Anchor("edited" if clear else "ambiguous", None, candidates)
