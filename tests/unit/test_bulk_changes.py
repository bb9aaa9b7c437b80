"""Many annotations changed in one step: one write a document, one key to take it back, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store.annotations.identity import new_identity
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable
from store.progress import Cancelled
from tui.marking import Marking

WHEN = "2026-11-03T08:00:00Z"
ONE, TWO = "A/1", "A/2"


def marking(home: Path) -> Marking:
    return Marking(Shelf(home / "annotations"), "王", home)


@pytest.fixture
def held(tmp_path: Path) -> list[Annotation]:
    """Two plain annotations in one document, one of a kind in another."""
    shelf = Shelf(tmp_path / "annotations")
    bare = Annotation(new_identity(), ONE, "op1", "敦促各国", ("甲",), "批注", WHEN, WHEN)
    made = (
        bare,
        replace(bare, id=new_identity(), place="op2", tags=()),
        replace(bare, id=new_identity(), kind="check"),
    )
    for each in (made[0], made[1], replace(made[2], document=TWO)):
        shelf.restore(each)
    return list(shelf.all())


def tagged(annotation: Annotation) -> Annotation:
    return replace(annotation, tags=(*annotation.tags, "乙"))


def emptied(annotation: Annotation) -> Annotation:
    return replace(annotation, tags=(), note="", kind="")


def said(home: Path) -> list[tuple[str, str, tuple[str, ...], str, str]]:
    found = Shelf(home / "annotations").all()
    return sorted((each.document, each.place, each.tags, each.note, each.kind) for each in found)


@pytest.mark.parametrize(
    "change",
    [tagged, emptied, lambda each: replace(each, kind="agreed")],
    ids=["tag", "removal", "kind"],
)
def test_one_key_takes_all_of_it_back_and_makes_it_again(
    tmp_path: Path, held: list[Annotation], change: Callable[[Annotation], Annotation]
) -> None:
    before = said(tmp_path)
    step = marking(tmp_path).bulk("tags", held, change)
    assert step and len(step.entries) == 3
    after = said(tmp_path)
    assert after != before
    later = marking(tmp_path)  # after a restart
    assert later.undo() and said(tmp_path) == before
    assert later.redo() and said(tmp_path) == after


def test_a_document_is_written_once(tmp_path: Path, held: list[Annotation], monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    revise = Shelf.revise
    monkeypatch.setattr(
        Shelf, "revise", lambda self, document, *rest: written.append(document) or revise(self, document, *rest)
    )
    marking(tmp_path).bulk("tags", held, tagged)
    assert sorted(written) == [ONE, TWO]


def test_what_changes_nothing_is_no_step(tmp_path: Path, held: list[Annotation]) -> None:
    window = marking(tmp_path)
    assert window.bulk("tags", held, lambda each: each) is None
    assert window.bulk("tags", [], tagged) is None
    assert window.undo() is None


def test_what_is_gone_is_passed_over_and_what_others_wrote_since_stays(tmp_path: Path, held: list[Annotation]) -> None:
    shelf = Shelf(tmp_path / "annotations")
    gone, other = held[0], held[1]
    shelf.discard(gone.document, gone.id)
    shelf.put(replace(other, note="别人写的"))
    step = marking(tmp_path).bulk("tags", held, tagged)
    assert step and len(step.entries) == 2
    now = shelf.by_id(other.document, other.id)
    assert now and (now.note, now.tags[-1]) == ("别人写的", "乙")


def test_a_disk_that_fills_on_the_way_leaves_a_step_of_what_was_done(
    tmp_path: Path, held: list[Annotation], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, window, revise = said(tmp_path), marking(tmp_path), Shelf.revise

    def full(self: Shelf, document: str, *rest: object) -> object:
        if document == TWO:
            raise StoreUnavailable("磁盘已满：请腾出空间后再试。")
        return revise(self, document, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Shelf, "revise", full)
        with pytest.raises(StoreUnavailable):
            window.bulk("tags", held, tagged)
    assert [tags[-1:] for _d, _p, tags, _n, _k in said(tmp_path)] == [("乙",), ("乙",), ("甲",)]
    assert window.undo() and said(tmp_path) == before


def test_what_was_given_up_can_be_taken_back(tmp_path: Path, held: list[Annotation]) -> None:
    before, window = said(tmp_path), marking(tmp_path)

    def stop(_stage: str, done: int, _all: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        window.bulk("tags", held, tagged, stop)
    assert said(tmp_path) != before
    assert window.undo() and said(tmp_path) == before
