"""Words for what is on the screen: prefix-free, as many as wanted, and never longer than they must be."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.letters import HOME_ROW, letter_words, still_meant

ALPHABETS = st.text("abcdefghijklm", min_size=2, max_size=9).filter(lambda text: len(set(text)) == len(text))


def fewest_letters(count: int, base: int) -> int:
    """The letters in all of the best prefix-free words for things as likely as each other, by Huffman's merging."""
    if count == 1:
        return 1
    idle = -(count - 1) % (base - 1)
    heap = [0] * idle + [1] * count
    heapify(heap)
    total = 0
    while len(heap) > 1:
        merged = sum(heappop(heap) for _ in range(base))
        total += merged
        heappush(heap, merged)
    return total


@given(st.integers(0, 400), ALPHABETS)
def test_none_begins_with_another_and_none_could_be_shorter(count: int, letters: str) -> None:
    words = letter_words(count, letters)
    assert len(set(words)) == len(words) == count
    assert all(word and set(word) <= set(letters) for word in words)
    ordered = sorted(words)
    assert not any(after.startswith(before) for before, after in pairwise(ordered))
    assert sum(map(len, words)) == (fewest_letters(count, len(letters)) if count else 0)
    assert [len(word) for word in words] == sorted(len(word) for word in words)


@pytest.mark.parametrize(
    ("count", "lengths"), [(1, [1]), (9, [1] * 9), (10, [1] * 8 + [2] * 2), (18, [1] * 7 + [2] * 11)]
)
def test_as_many_as_there_are_letters_have_one(count: int, lengths: list[int]) -> None:
    assert [len(word) for word in letter_words(count)] == lengths


def test_letters_are_those_of_the_home_row_in_small_letters() -> None:
    """Shift with the last letter means to peek, so no word may hold a capital itself."""
    assert HOME_ROW.islower()
    assert set(HOME_ROW) <= set("asdfghjkl")


@pytest.mark.parametrize("letters", ["", "a", "aa", "aba"])
def test_too_few_letters_are_refused(letters: str) -> None:
    with pytest.raises(ValueError, match=f"^{letters}$"):
        letter_words(3, letters)


@given(st.integers(1, 200), st.data())
def test_a_whole_word_means_one_thing(count: int, data: st.DataObject) -> None:
    words = letter_words(count)
    word = data.draw(st.sampled_from(words))
    assert still_meant(words, word) == [word]
    assert word in still_meant(words, word[:-1])
