"""Which annotations of a list are wanted, while one types: 100,000 are looked through between two keys.

What one word of a filter finds is kept, so that a longer filter costs its last word only. A set of annotations is a
number with a byte for each, 0 or 1, by which sets are joined and cut at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import compress
from operator import and_, or_

from store.annotations.tag_tree import is_under
from store.library.folding import fold
from store.listing.listing import Indices, Listing
from store.listing.wanted import ORPHAN, Wanted
from store.search.pinyin import encode, expression, is_initials, warm
from store.symbols import candidates

_ALL, _ANY = ("words", "tags", "states"), ("kinds", "people", "within", "cites")
"""Fields of which all that is named is wanted, and those of which one will do."""
_KEPT = 64
"""Words of filters whose findings are kept."""

Labels = Callable[[str], Iterable[str]]
"""All that a kind is called, by its name in records."""
Citing = Mapping[str, Collection[int]]
"""By symbol, the annotations whose places cite it."""


class Unready(Exception):
    """A filter asks for what is not known yet: citations, or which annotations are orphans."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        """"cites" or "orphan"."""


class Sieve:
    """Filters one list."""

    def __init__(self, listing: Listing, labels: Labels) -> None:
        """Filter a list, whose kinds have these labels."""
        self.listing = listing
        self.citing: Citing | None = None
        """What is cited; None as long as nobody has looked."""
        self.orphans: Collection[int] | None = None
        """The annotations whose places were not found again; None as long as nobody has looked."""
        self._labels = labels
        self._size = len(listing.annotations)
        self._all = int.from_bytes(b"\1" * self._size, "little")
        self._found: dict[tuple[str, str], int] = {}

    def prepare(self) -> None:
        """Make ready what the first key would wait for. For workers."""
        warm()
        self._word("ab")

    def find(self, wanted: Wanted) -> bytes:
        """A byte for each annotation, 1 for those that are wanted.

        Raises:
            Unready: `citing` or `orphans` is needed and not known.
        """
        sets = [self._asked(name, value, wanted.whole) for name in _ALL for value in getattr(wanted, name)]
        for name in _ANY:
            if values := getattr(wanted, name):
                sets.append(reduce(or_, [self._asked(name, value, wanted.whole) for value in values]))
        if wanted.place:
            sets.append(self._asked("place", wanted.place, False))
        if wanted.since or wanted.until:
            sets.append(self._asked("between", f"{wanted.since} {wanted.until}", False))
        return reduce(and_, sets, self._all).to_bytes(self._size, "little")

    def _asked(self, name: str, value: str, whole: bool) -> int:
        if name == "states" and value == ORPHAN:
            if self.orphans is None:
                raise Unready(ORPHAN)
            return self._of(self.orphans)
        if name == "cites":
            if self.citing is None:
                raise Unready(name)
            return self._of(self._citing(self.citing, value))
        key = (name, f"{whole} {value}")
        if key not in self._found:
            self._found[key] = self._answer(name, value, whole)
            for old in list(self._found)[:-_KEPT]:
                del self._found[old]
        return self._found[key]

    def _answer(self, name: str, value: str, whole: bool) -> int:
        listing = self.listing
        if name == "words":
            return self._word(value)
        if name == "tags":
            return self._named(listing.by_tag, lambda tag: is_under(tag, value) if whole else _holds(tag, value))
        if name == "kinds":
            return self._named(listing.by_kind, lambda kind: self._is_called(kind, value, whole))
        if name == "people":
            return self._named(listing.by_author, lambda who: who == value if whole else _holds(who, value))
        if name == "within":
            return self._sources(value)
        if name == "place":
            return self._each([value in each.places for each in listing.annotations])
        if name == "between":
            since, until = value.split(" ")
            times = (each.modified for each in listing.annotations)
            return self._each([since <= time and (not until or time < until) for time in times])
        return self._of(index for index in self._contested())

    def _word(self, word: str) -> int:
        """Where it stands: in words of the user or the document, in a tag, a kind, a name or a title."""
        folded = fold(word)
        listing = self.listing
        found = self._each([folded in text for text in listing.texts])
        names = (listing.by_tag, listing.by_author)
        sets = [self._named(each, lambda name: _holds(name, word)) for each in names]
        sets.append(self._named(listing.by_kind, lambda kind: bool(kind) and self._is_called(kind, word, False)))
        return reduce(or_, [*sets, self._sources(word)], found)

    def _is_called(self, kind: str, value: str, whole: bool) -> bool:
        called = [kind, *self._labels(kind)] if kind else []
        return any(fold(value) == fold(each) if whole else _holds(each, value) for each in called)

    def _sources(self, text: str) -> int:
        found = bytearray(self._size)
        for each in self.listing.sources:
            if _holds(each.key, text) or _holds(each.title, text):
                found[each.first : each.after] = b"\1" * (each.after - each.first)
        return int.from_bytes(found, "little")

    def _contested(self) -> list[int]:
        """The annotations of which another state waits to be looked at."""
        documents = {each.document for each in self.listing.contested}
        kept = {each.kept.id for each in self.listing.contested if each.kept}
        sources = [each for each in self.listing.sources if each.key in documents]
        held = self.listing.annotations
        return [index for each in sources for index in range(each.first, each.after) if held[index].id in kept]

    def _citing(self, citing: Citing, value: str) -> Iterable[int]:
        """What cites a document; as long as no whole number or symbol is typed, what cites any that begins so."""
        named = {symbol.text for symbol in candidates(value)} & set(citing)
        folded = fold(value)
        symbols = named or {symbol for symbol in citing if folded in fold(symbol)}
        return (index for symbol in symbols for index in citing[symbol])

    def _named(self, indices: Indices, is_meant: Callable[[str], bool]) -> int:
        return self._of(index for name, those in indices.items() if is_meant(name) for index in those)

    def _of(self, indices: Iterable[int]) -> int:
        found = bytearray(self._size)
        for index in indices:
            found[index] = 1
        return int.from_bytes(found, "little")

    def _each(self, answers: Iterable[bool]) -> int:
        return int.from_bytes(bytes(answers), "little")


def chosen(indices: Sequence[int], found: bytes) -> list[int]:
    """Those of some annotations that are among the found, in the order given."""
    if isinstance(indices, range):
        return list(compress(indices, found[indices.start : indices.stop]))
    return list(compress(indices, map(found.__getitem__, indices)))


def _holds(name: str, text: str) -> bool:
    """Whether a name holds a text, or has it as the initials of its pinyin; what has no name holds nothing."""
    if not name:
        return False
    folded, initials = _shapes(name)
    sought = text.strip()
    return fold(text) in folded or (is_initials(sought) and expression(sought).search(initials) is not None)


@lru_cache(maxsize=50_000)
def _shapes(name: str) -> tuple[str, str]:
    """A name as it is compared: folded, and as the initials of its pinyin."""
    return fold(name), encode(name)
