"""A selector says which words are meant, and what stands around them."""

from __future__ import annotations

import pytest
from small_library import resolution

from store.annotations.selectors import CONTEXT, Selector, quoted, select

TEXT = resolution().text_of("op1")


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [(0, None, True), (0, len(TEXT), True), (1, 3, False), (0, 2, False), (2, None, False)],
)
def test_a_selector_holds_its_words_and_their_surroundings(start: int, end: int | None, whole: bool) -> None:
    made = select(resolution(), "op1", start, end)
    assert TEXT[made.start : made.end] == made.quote
    flow = "".join(block.text for block in resolution().blocks)
    assert made.prefix + made.quote + made.suffix in flow
    assert max(len(made.prefix), len(made.suffix)) <= CONTEXT
    assert made.whole is whole
    assert Selector.from_record(made.to_record()) == made


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2), (0, len(TEXT) + 1)])
def test_a_range_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="op1"):
        select(resolution(), "op1", start, end)


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        select(resolution(), "op99")


@pytest.mark.parametrize("broken", [{"start": "1"}, {"start": True}, {"whole": 1}, {"quote": None}, {"place": 7}])
def test_a_record_of_another_form_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="selectors"):
        Selector.from_record(select(resolution(), "op1").to_record() | broken)


def test_the_words_of_several_stand_on_lines_of_their_own() -> None:
    assert quoted([select(resolution(), "op1", 0, 2), select(resolution(), "pp1", 0, 2)]).count("\n") == 1
