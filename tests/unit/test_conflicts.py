"""What two windows or two machines wrote at once: the later counts, the other is kept to be looked at."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.conflicts import adds_nothing, merged
from store.annotations.names import file_name
from store.annotations.records import Annotation
from store.annotations.recovery import ASIDE
from store.annotations.shelf import Shelf
from store.annotations.tables import encode
from store.errors import StoreUnavailable

KEY = "A/C.3/80/L.4"
NAME = file_name(KEY)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    seconds = count()
    return Shelf(tmp_path, now=lambda: f"2025-11-03T08:00:{next(seconds):02}Z")


def lost(shelf: Shelf) -> list[str]:
    return [each.lost.note for each in shelf.conflicts(KEY)]


def test_two_windows_that_edit_one_note_lose_neither(tmp_path: Path, shelf: Shelf) -> None:
    shelf.set_note(KEY, "op1", "甲", "原文")
    Shelf(tmp_path).set_note(KEY, "op1", "甲", "别窗", seen="原文")
    shelf.set_note(KEY, "op1", "甲", "本窗", seen="原文")
    (now,) = shelf.of(KEY)
    assert (now.note, lost(shelf)) == ("本窗", ["别窗"])


@pytest.mark.parametrize(
    ("other", "mine", "expected"),
    [
        ("原文", "本窗", []),  # nobody else wrote
        ("同样", "同样", []),  # both wrote the same
        ("别窗", "别窗，又加一句", []),  # mine holds it
        ("", "本窗", []),  # the other window took the note away
    ],
)
def test_what_is_in_the_later_note_is_no_conflict(shelf: Shelf, other: str, mine: str, expected: list[str]) -> None:
    shelf.set_tags(KEY, "op1", "甲", ["我方"])
    shelf.set_note(KEY, "op1", "甲", "原文")
    shelf.set_note(KEY, "op1", "甲", other)
    shelf.set_note(KEY, "op1", "甲", mine, seen="原文")
    assert lost(shelf) == expected


def test_an_amendment_changed_in_two_windows_is_a_conflict_too(shelf: Shelf) -> None:
    first = shelf.put(Annotation("0a", KEY, "op1", "甲", (), "", "t", "t", kind="amendment", proposed="乙"))
    shelf.put(replace(first, proposed="丙"), seen=first)
    shelf.put(replace(first, proposed="丁"), seen=first)
    assert [each.proposed for each in shelf.of(KEY)] == ["丁"]
    assert [each.lost.proposed for each in shelf.conflicts(KEY)] == ["丙"]


@pytest.mark.parametrize(("take", "note"), [(True, "别窗"), (False, "本窗")])
def test_a_conflict_is_settled_once(tmp_path: Path, shelf: Shelf, take: bool, note: str) -> None:
    shelf.set_note(KEY, "op1", "甲", "原文")
    shelf.set_note(KEY, "op1", "甲", "别窗")
    shelf.set_note(KEY, "op1", "甲", "本窗", seen="原文")
    (conflict,) = shelf.conflicts(KEY)
    shelf.settle(KEY, conflict.id, take)
    shelf.settle(KEY, conflict.id, take)
    assert ([each.note for each in shelf.of(KEY)], lost(shelf)) == ([note], [])
    assert b"conflicts" not in (tmp_path / NAME).read_bytes()


COPIES = [
    "A_C.3_80_L.4 (Kopie in Konflikt stehend).json",
    "A_C.3_80_L.4 (conflicted copy 2026-11-29).json",
    "A_C.3_80_L.4.sync-conflict-20261129-101500-ABCDEFG.json",
    "A_C.3_80_L.4-MACHINE.json",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_left_by_a_sync_program_is_merged_record_by_record(tmp_path: Path, shelf: Shelf, name: str) -> None:
    shelf.set_note(KEY, "op1", "甲", "两处都有")
    shelf.set_note(KEY, "op2", "乙", "原文")
    copy = tmp_path / name
    copy.write_bytes((tmp_path / NAME).read_bytes())
    there = Shelf(tmp_path / "there", now=lambda: "2025-11-03T07:00:00Z")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / NAME).write_bytes(copy.read_bytes())
    there.set_note(KEY, "op2", "乙", "那边改的")  # earlier by its clock
    there.set_note(KEY, "op3", "丙", "那边新加")
    copy.write_bytes((tmp_path / "there" / NAME).read_bytes())
    shelf.set_note(KEY, "op2", "乙", "这边改的")
    shelf.merge_copies()
    assert {each.place: each.note for each in shelf.of(KEY)} == {
        "op1": "两处都有",
        "op2": "这边改的",
        "op3": "那边新加",
    }
    assert lost(shelf) == ["那边改的"]
    (told,) = shelf.news()
    assert name in told and "新增 1 条" in told and "1 条两处不同" in told
    assert not copy.exists() and len(list((tmp_path / ASIDE).iterdir())) == 1
    assert shelf.problems() == ()
    shelf.merge_copies()
    assert shelf.news() == ()


def test_a_copy_of_a_newer_version_or_with_a_spoilt_record_is_left_alone(tmp_path: Path, shelf: Shelf) -> None:
    shelf.set_note(KEY, "op1", "甲", "原文")
    record = shelf.of(KEY)[0].to_record()
    for change in ({"schema": 99}, {"note": 7}):
        copy = tmp_path / "copy.json"
        copy.write_bytes(encode({"annotations": {"0a": record | change, "0b": record}}))
        before = {path.name: path.read_bytes() for path in tmp_path.glob("*.json")}
        with pytest.raises(StoreUnavailable):
            shelf.merge_copies()
        assert {path.name: path.read_bytes() for path in tmp_path.glob("*.json")} == before


def annotations() -> st.SearchStrategy[list[Annotation]]:
    def make(identity: int, note: str, tag: str, modified: int) -> Annotation:
        return Annotation(f"{identity}", KEY, f"op{identity}", "甲", (tag,), note, "t", f"{modified}")

    one = st.builds(make, st.integers(0, 4), st.sampled_from("甲乙"), st.sampled_from("丙丁"), st.integers(0, 3))
    return st.lists(one, max_size=6, unique_by=lambda each: each.id)


@given(annotations(), annotations())
def test_merging_loses_nothing_that_anybody_wrote(ours: list[Annotation], theirs: list[Annotation]) -> None:
    kept, gone = merged(ours, theirs)
    assert {each.id for each in kept} == {each.id for each in (*ours, *theirs)}
    for each in (*ours, *theirs):
        now = next(one for one in kept if one.id == each.id)
        assert adds_nothing(each, now) or each in gone
        assert now.modified >= each.modified
