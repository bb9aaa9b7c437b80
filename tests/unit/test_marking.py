"""Corrections and annotations are undone in the order in which they were made, at the places of that time."""

from __future__ import annotations

from pathlib import Path

from store.annotations.shelf import Shelf
from store.corrections.record import make_correction
from store.document import Span
from tui.marking import Corrected, Marking


def test_a_change_before_a_correction_is_undone_where_it_was_made(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    marking = Marking(shelf)
    marking.tag("A/1", "pp2", "铭记", ["甲"])
    joined = Corrected("A/1", (make_correction("join", Span(0, 2), "", "铭记"),))
    marking.keep_corrected("A/1", joined, {"pp2": "pp1"})
    assert marking.undo() is None and marking.next_undone
    marking.undo_corrected("A/1", joined, {"pp1": "pp1"})
    change = marking.undo()
    assert change and change.place == "pp2" and shelf.of("A/1") == ()


def test_a_change_after_a_correction_follows_when_that_is_taken_back_out_of_turn(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    marking = Marking(shelf)
    numbered = Corrected("A/1", (make_correction("label", Span(0, 2), "9", "铭记"),))
    marking.keep_corrected("A/1", numbered, {"op1": "op9"})
    marking.tag("A/1", "op9", "铭记", ["甲"])
    marking.forget_corrected("A/1", Corrected("A/2", numbered.corrections), {"op9": "op1"})
    assert marking.next_undone is None
    change = marking.undo()
    assert change and (change.document, change.place) == ("A/2", "op1")
    assert marking.next_redone is None and marking.redo()
