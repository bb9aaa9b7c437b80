"""The way back and forward."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

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
