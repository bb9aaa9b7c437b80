"""The way back and forward."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.session import LONGEST_WAY
from tui.history import History, Position


def at(place: str, row: int = 0) -> Position:
    return Position("document", "A/C.3/80/L.4", place, (place, 0, row))


def test_back_and_forward_lead_to_where_one_stood_when_leaving() -> None:
    history = History()
    history.leave(at("op1", row=7))
    assert history.back(at("op5", row=3)) == at("op1", row=7)
    assert history.forward(at("op1", row=9)) == at("op5", row=3)
    assert history.back(at("op5")) == at("op1", row=9)


def test_a_jump_ends_the_way_forward() -> None:
    history = History()
    history.leave(at("op1"))
    history.back(at("op2"))
    history.leave(at("op1"))
    assert history.forward(at("op3")) is None


def test_one_place_is_kept_once_as_it_was_seen_last() -> None:
    history = History()
    history.leave(at("op1", row=1))
    history.leave(at("op1", row=2))
    assert history.behind == (at("op1", row=2),)


def test_a_place_where_one_stands_already_is_passed_over() -> None:
    history = History()
    history.leave(at("op1"))
    history.leave(at("op2"))
    assert history.back(at("op2", row=5)) == at("op1")


def test_from_nowhere_one_can_go_back_too() -> None:
    history = History()
    history.leave(at("op1"))
    assert history.back(None) == at("op1")
    assert history.ahead == ()


def test_the_ways_of_another_day_are_taken_up_unless_one_has_been_somewhere() -> None:
    history = History()
    history.restore([at("op1")], [at("op9")])
    assert (history.behind, history.ahead) == ((at("op1"),), (at("op9"),))
    history.restore([at("op2")], [])
    assert history.behind == (at("op1"),)


def test_cards_and_documents_of_one_name_are_two_places() -> None:
    assert not Position("card", "A/74/127").is_beside(Position("document", "A/74/127"))


@given(st.lists(st.sampled_from(["leave", "back", "forward"]), max_size=30), st.data())
def test_no_position_is_twice_in_a_row_and_back_undoes_forward(steps: list[str], data: st.DataObject) -> None:
    history, here = History(), at("op0")
    for step in steps:
        if step == "leave":
            history.leave(here)
            here = at(f"op{data.draw(st.integers(0, 3))}")
        else:
            here = getattr(history, step)(here) or here
        for stack in (history.behind, history.ahead):
            assert all(not a.is_beside(b) for a, b in pairwise(stack))
    forward = history.forward(here)
    if forward:
        assert history.back(forward) == replace(here)


def walked(steps: list[int]) -> tuple[History, Position]:
    """A way of some places, gone back by 1 step for each 0."""
    history, here = History(), at("op0")
    for step in steps:
        if step:
            history.leave(here)
            here = at(f"op{step}")
        else:
            here = history.back(here) or here
    return history, here


def test_the_trail_is_the_way_back_the_place_and_the_way_forward() -> None:
    history, here = walked([1, 2, 3, 0])
    trail = history.trail(here)
    assert trail.positions == (at("op0"), at("op1"), at("op2"), at("op3"))
    assert trail.positions[trail.standing or 0] == here == at("op2")


def test_in_the_library_one_stands_at_no_place_of_the_trail() -> None:
    history, here = walked([1, 2])
    history.leave(here)
    assert history.trail(None) == ((at("op0"), at("op1"), at("op2")), None)
    assert history.travel(1, None) == at("op1")
    assert (history.behind, history.ahead) == ((at("op0"),), (at("op2"),))


def test_a_place_that_the_trail_does_not_have_is_refused_and_changes_nothing() -> None:
    history, here = walked([1])
    with pytest.raises(IndexError):
        history.travel(7, here)
    assert history.behind == (at("op0"),)


def test_a_long_way_loses_its_beginning() -> None:
    history = History()
    for turn in range(LONGEST_WAY + 5):
        history.leave(at(f"op{turn}"))
    assert len(history.behind) == LONGEST_WAY
    assert history.behind[0] == at("op5")


@given(st.lists(st.integers(0, 4), max_size=30), st.data())
def test_travelling_keeps_the_trail_and_is_undone_by_travelling_back(steps: list[int], data: st.DataObject) -> None:
    history, here = walked(steps)
    before = history.trail(here)
    assert all(not a.is_beside(b) for a, b in pairwise(before.positions))
    turn = data.draw(st.integers(0, len(before.positions) - 1))
    there = history.travel(turn, here)
    assert there == before.positions[turn]
    assert history.trail(there) == (before.positions, turn)
    assert before.standing is not None
    assert history.travel(before.standing, there) == here
    assert history.trail(here) == before
