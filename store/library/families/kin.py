"""What is said of how two documents belong together: always an inference, with its reasons."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from store.document import Confidence
from store.library.families.titles import Likeness

Relation = Literal["draft", "adopted", "revision", "revised", "report", "mandate", "series"]
"""What the other one is to the document asked for: a draft of it, what was adopted of it, a later or earlier version of
the same draft, a report on its implementation, the resolution that asked for it, another one of its title."""
Rule = Literal["same-title", "short-title", "near-title", "organ", "session", "year", "listed", "says", "version"]


class Reason(NamedTuple):
    """One thing that speaks for it."""

    rule: Rule
    words: str = ""
    """What agrees, as printed: the title, the organ's key, the session, the sentence."""


class Kin(NamedTuple):
    """One document that belongs to another."""

    relation: Relation
    symbol: str | None
    key: str | None
    """By which the library holds it; None where it does not."""
    title: str | None
    year: int | None
    confidence: Confidence
    reasons: tuple[Reason, ...]


class Family(NamedTuple):
    """All that belong to one document, in the order of the relations and then of time."""

    kin: tuple[Kin, ...] = ()

    def of(self, *relations: Relation) -> tuple[Kin, ...]:
        """Those of some relations."""
        return tuple(each for each in self.kin if each.relation in relations)


_TITLE_RULES: dict[Likeness, Rule] = {"same": "same-title", "short": "short-title", "near": "near-title"}


def title_reason(alike: Likeness, title: str) -> Reason:
    """That titles are alike."""
    return Reason(_TITLE_RULES[alike], title)


def public_family(family: Family) -> list[dict[str, Any]]:
    """The family as `lookup --json` prints it."""
    return [
        each._asdict() | {"held": each.key is not None, "reasons": [reason._asdict() for reason in each.reasons]}
        for each in family.kin
    ]
