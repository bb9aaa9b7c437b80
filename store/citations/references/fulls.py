"""The full titles that a document has named up to a place, and which of them a shorter one can stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_PIECE = 2
"""Characters of the shortest word of a short title."""
_PIECES = 4
_MOST = 200
"""Full titles with one ending (公约, 宣言) beyond which no short one is read: it could mean too many."""


@dataclass(slots=True)
class _Fitting:
    """The full titles for which one short title can stand; each is looked at once."""

    ending: list[str] = field(default_factory=list)
    """Those that end with it."""
    having: list[str] = field(default_factory=list)
    """Those that have its words."""
    seen: int = 0

    def look(self, key: str, fulls: Sequence[str]) -> None:
        """Look at the full titles that are new."""
        for full in fulls[self.seen :]:
            if len(full) > len(key) and full.endswith(key):
                self.ending.append(full)
            elif len(full) > len(key) >= 2 * _PIECE and has_words(full, key):
                self.having.append(full)
        self.seen = len(fulls)


@dataclass
class Fulls:
    """Full titles by their keys."""

    meanings: dict[str, str | None] = field(default_factory=dict)
    """What each is; None where that is not known."""
    printed: dict[str, str] = field(default_factory=dict)
    """Each as first printed."""
    identities: set[str] = field(default_factory=set)
    """All that was named."""
    _turns: dict[str, int] = field(default_factory=dict)
    """When each was named last."""
    _by_ending: dict[str, list[str]] = field(default_factory=dict)
    _fitting: dict[str, _Fitting] = field(default_factory=dict)
    _turn: int = 0

    def learn(self, key: str, symbol: str | None, printed: str) -> None:
        """Take up that a title was named."""
        if key not in self.meanings:
            self._by_ending.setdefault(key[-_PIECE:], []).append(key)
            self.printed[key] = printed
        self.meanings[key] = symbol
        if symbol:
            self.identities.add(symbol)
        self._turn += 1
        self._turns[key] = self._turn

    def fitting(self, key: str) -> tuple[list[str], str]:
        """The full titles for which a short one can stand, that named last first, and the rule by which they fit."""
        fulls = self._by_ending.get(key[-_PIECE:], ())
        if len(fulls) > _MOST:
            return [], "suffix"
        fit = self._fitting.setdefault(key, _Fitting())
        fit.look(key, fulls)
        found, rule = (fit.ending, "suffix") if fit.ending else (fit.having, "words")
        return sorted(found, key=lambda full: -self._turns[full]), rule


def has_words(full: str, short: str) -> bool:
    """Whether a short title is made of a few words of a full one, in their order, the last of which ends it."""
    at = 0
    for _ in range(_PIECES):
        size = next((n for n in range(len(short), _PIECE - 1, -1) if full.find(short[:n], at) >= 0), 0)
        if not size:
            return False
        word, short = short[:size], short[size:]
        at = full.find(word, at) + size
        if not short:
            return full.endswith(word)
    return False
