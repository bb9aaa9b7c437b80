"""Counting shared pairs for all texts at once finds the same texts as counting them one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.annotations.sharing import Share, Sharing

PAIRS = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(st.lists(PAIRS, max_size=150), PAIRS, st.integers(1, 12))
def test_the_texts_that_share_most_are_those_that_counting_finds(
    texts: list[frozenset[str]], wanted: frozenset[str], count: int
) -> None:
    shared = [len(wanted & text) for text in texts]
    found = Sharing(texts).most(wanted, count)
    assert len({each.turn for each in found}) == len(found)
    assert all(each[1:] == (shared[each.turn], len(texts[each.turn])) for each in found)
    assert sorted((each.shared for each in found), reverse=True) == sorted(filter(None, shared), reverse=True)[:count]


def test_of_equals_the_first_are_taken() -> None:
    assert Sharing([frozenset("ab")] * 100).most(frozenset("ab"), 2) == [Share(0, 2, 2), Share(1, 2, 2)]
