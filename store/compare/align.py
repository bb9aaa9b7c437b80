"""Finding which paragraph of one document is which of the other.

First what is the same word for word and stands once in both, as far as the order agrees, and from there outwards;
then, in the gaps between, what shares most words; last what was moved. Rare pairs of characters lead to the
candidates, so that two texts of thousands of paragraphs need no comparing of each with each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from store.compare.alignment import Alignment, Pair, nearest
from store.compare.chain import Link, heaviest_chain
from store.compare.likeness import Paragraph, bonus, likeness
from store.document import Document

_LEAST = 0.35
"""Likeness from which on a paragraph may be another one changed."""
_MOVED, _MOVED_LENGTH = 0.8, 8
"""Likeness, and characters, from which on it is that one also elsewhere in the order."""
_EACH_WITH_EACH = 2_500
"""Comparisons up to which a gap needs no search for candidates."""
_PROBES, _COMMON, _CANDIDATES = 12, 64, 6
"""Rare shingles looked up for a paragraph; how many paragraphs may hold such a one; how many are then compared."""


class Gap(NamedTuple):
    """Half-open ranges on both sides in which nothing is linked yet."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def is_small(self) -> bool:
        """Whether each paragraph of it can be compared with each."""
        return (self.left_end - self.left) * (self.right_end - self.right) <= _EACH_WITH_EACH

    def around(self, links: Sequence[Link]) -> Iterator[Gap]:
        """The gaps that a chain of links leaves in it."""
        left, right = self.left, self.right
        for link in [*links, Link(self.left_end, self.right_end, 0)]:
            if left < link.left and right < link.right:
                yield Gap(left, link.left, right, link.right)
            left, right = link.left + 1, link.right + 1


class _Matcher:
    """Two documents while they are aligned."""

    def __init__(self, left: Document, right: Document) -> None:
        self.left = [Paragraph(block) for block in left.blocks]
        self.right = [Paragraph(block) for block in right.blocks]
        self.links: list[Link] = []
        """Links that do not cross; the weight is the likeness."""
        self.moved: list[Link] = []

    def link(self) -> None:
        """Link what corresponds."""
        whole = Gap(0, len(self.left), 0, len(self.right))
        for gap in self._link_equal(whole):
            self._link_alike(gap)
        self.links.sort()
        self._link_moved()

    def _link_equal(self, whole: Gap) -> list[Gap]:
        """Link paragraphs of the same words, and return what gaps remain."""
        open_gaps, rest = [whole], list[Gap]()
        while open_gaps:
            gap = self._trim(open_gaps.pop())
            anchors = heaviest_chain(self._unique_in_both(gap))
            self.links += [link._replace(weight=1.0) for link in anchors]
            inner = list(gap.around(anchors))
            (open_gaps if anchors else rest).extend(inner)
        return rest

    def _trim(self, gap: Gap) -> Gap:
        """Link what is equal at both ends of a gap."""
        left, left_end, right, right_end = gap
        while left < left_end and right < right_end and self._are_equal(left, right):
            self.links.append(Link(left, right, 1.0))
            left, right = left + 1, right + 1
        while left < left_end and right < right_end and self._are_equal(left_end - 1, right_end - 1):
            left_end, right_end = left_end - 1, right_end - 1
            self.links.append(Link(left_end, right_end, 1.0))
        return Gap(left, left_end, right, right_end)

    def _are_equal(self, left: int, right: int) -> bool:
        one, other = self.left[left], self.right[right]
        return one.text == other.text and one.can_be(other)

    def _unique_in_both(self, gap: Gap) -> Iterator[Link]:
        lefts = _once(self.left, range(gap.left, gap.left_end))
        rights = _once(self.right, range(gap.right, gap.right_end))
        for text, left in lefts.items():
            right = rights.get(text)
            if right is not None and self.left[left].can_be(self.right[right]):
                yield Link(left, right, 1 + len(text) + _tie_break(text))

    def _link_alike(self, first: Gap) -> None:
        """Link the chain of most alike paragraphs in a gap, and go on in the smaller gaps between."""
        gaps = [first]
        while gaps:
            gap = gaps.pop()
            likes = {(left, right): self._likeness(left, right) for left, right in self._candidates(gap)}
            chain = heaviest_chain(
                Link(left, right, (like + bonus(self.left[left], self.right[right])) ** 2)
                for (left, right), like in likes.items()
                if like >= _LEAST
            )
            self.links += [link._replace(weight=likes[link.left, link.right]) for link in chain]
            if chain:
                gaps += (inner for inner in gap.around(chain) if inner.is_small)

    def _likeness(self, left: int, right: int) -> float:
        one, other = self.left[left], self.right[right]
        return likeness(one, other) if one.can_be(other) else 0.0

    def _candidates(self, gap: Gap) -> set[tuple[int, int]]:
        lefts, rights = range(gap.left, gap.left_end), range(gap.right, gap.right_end)
        if gap.is_small:
            return {(left, right) for left in lefts for right in rights}
        beside = zip(lefts, rights, strict=False)
        beside_end = zip(reversed(lefts), reversed(rights), strict=False)
        return {*self._likely(lefts, rights), *beside, *beside_end}

    def _likely(self, lefts: Sequence[int], rights: Sequence[int]) -> set[tuple[int, int]]:
        """Pairs that share rare shingles, seen from both sides."""
        there = _promising(self.left, lefts, self.right, rights)
        back = _promising(self.right, rights, self.left, lefts)
        return {*there, *((left, right) for right, left in back)}

    def _link_moved(self) -> None:
        """Link what is left over on both sides and much alike, the most alike first."""
        taken_left, taken_right = {link.left for link in self.links}, {link.right for link in self.links}
        lefts = [n for n, each in enumerate(self.left) if n not in taken_left and len(each.text) >= _MOVED_LENGTH]
        rights = [n for n, each in enumerate(self.right) if n not in taken_right and len(each.text) >= _MOVED_LENGTH]
        likes = ((self._likeness(left, right), left, right) for left, right in self._likely(lefts, rights))
        for like, left, right in sorted(likes, key=lambda found: (-found[0], *found[1:])):
            if like >= _MOVED and left not in taken_left and right not in taken_right:
                self.moved.append(Link(left, right, like))
                taken_left.add(left)
                taken_right.add(right)


def align(left: Document, right: Document) -> Alignment:
    """Align two documents paragraph by paragraph; for workers, as long ones take a second."""
    matcher = _Matcher(left, right)
    matcher.link()
    linked = sorted([*((link, False) for link in matcher.links), *((link, True) for link in matcher.moved)])
    pairs = tuple(
        Pair(left.blocks[link.left].id, right.blocks[link.right].id, link.weight, moved) for link, moved in linked
    )
    left_order, right_order = (tuple(block.id for block in document.blocks) for document in (left, right))
    lefts, rights = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    return Alignment(
        pairs,
        tuple(place for place in left_order if place not in lefts),
        tuple(place for place in right_order if place not in rights),
        _share(matcher),
        nearest(left_order, [(pair.left, pair.right, pair.moved) for pair in pairs]),
        nearest(right_order, [(pair.right, pair.left, pair.moved) for pair in pairs]),
    )


def _tie_break(text: str) -> float:
    """A trifle that is the same whichever text stands left: of two equally heavy chains both ways round find one."""
    return crc32(text.encode("utf-8", "surrogatepass")) / 2**42


def _once(paragraphs: Sequence[Paragraph], indices: Sequence[int]) -> dict[str, int]:
    """The texts that stand once among some paragraphs, and where."""
    counts = Counter(paragraphs[n].text for n in indices)
    return {paragraphs[n].text: n for n in indices if counts[paragraphs[n].text] == 1}


def _promising(
    here: Sequence[Paragraph], own: Sequence[int], there: Sequence[Paragraph], others: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """For each paragraph the few others that share most of its rare shingles."""
    holders: dict[str, list[int]] = {}
    for n in others:
        for shingle in there[n].shingles:
            holders.setdefault(shingle, []).append(n)
    rare = sorted((len(found), shingle) for shingle, found in holders.items() if len(found) <= _COMMON)
    rank = {shingle: turn for turn, (_count, shingle) in enumerate(rare)}
    for n in own:
        probes = sorted(rank[shingle] for shingle in here[n].shingles if shingle in rank)[:_PROBES]
        votes = Counter(other for probe in probes for other in holders[rare[probe][1]])
        yield from ((n, other) for other, _count in votes.most_common(_CANDIDATES))


def _share(matcher: _Matcher) -> float:
    """How many characters of the shorter document are in paragraphs of the other, by their likeness."""
    lengths = [[len(each.text) for each in side] for side in (matcher.left, matcher.right)]
    shorter = min(map(sum, lengths))
    linked = [*matcher.links, *matcher.moved]
    common = sum(min(lengths[0][link.left], lengths[1][link.right]) * link.weight for link in linked)
    return min(1.0, common / shorter) if shorter else 0.0
