"""What the shelf promises to the screens: one annotation a place, changes of other windows seen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from store.annotations.names import file_name
from store.annotations.records import Annotation
from store.annotations.selectors import Selector
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable
from store.files import write_atomically

KEY = "A/C.3/80/L.4"
TITLED = "改进打击贩运人口工作的协调 2021-11-10"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "annotations"


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    """Each change of it is one second later than the one before."""
    seconds = count()
    return Shelf(folder, lambda: f"2025-11-03T08:00:{next(seconds):02}Z")


def test_asking_and_removing_create_nothing(shelf: Shelf, folder: Path) -> None:
    assert shelf.of(KEY) == ()
    assert shelf.at(KEY, "op5") is None
    assert shelf.set_tags(KEY, "op5", "敦促", []) is None
    assert shelf.set_note(KEY, "op5", "敦促", " \n") is None
    shelf.remove(KEY, "op5")
    shelf.rename(KEY, TITLED)
    assert (list(shelf.all()), shelf.tags(), shelf.counts(), shelf.documents()) == ([], Counter(), {}, ())
    assert not folder.exists()


def test_tags_and_note_of_a_place_are_one_annotation(shelf: Shelf) -> None:
    tagged = shelf.set_tags(KEY, "op5", "敦促", ["我方", " 我方"])
    noted = shelf.set_note(KEY, "op5", "敦促", "\n要点：\n\n    缩进\n\n")
    assert tagged is not None and noted is not None
    assert noted == shelf.at(KEY, "op5") == replace(tagged, note="要点：\n\n    缩进", modified=noted.modified)
    assert tagged.created == tagged.modified == noted.created < noted.modified
    assert shelf.of(KEY) == (noted,)


def test_an_annotation_with_neither_tags_nor_note_is_gone(shelf: Shelf) -> None:
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    shelf.set_note(KEY, "op5", "敦促", "要点")
    kept = shelf.set_tags(KEY, "op5", "敦促", [])
    assert kept is not None and kept.note == "要点"
    assert shelf.set_note(KEY, "op5", "敦促", "") is None
    assert shelf.of(KEY) == ()
    assert shelf.documents() == ()


def test_saying_the_same_again_writes_nothing(shelf: Shelf, folder: Path) -> None:
    first = shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    before = (folder / file_name(KEY)).stat()
    assert shelf.set_tags(KEY, "op5", "敦促", ["我方"]) == first
    assert (folder / file_name(KEY)).stat() == before


def test_annotations_come_in_order_of_creation_within_one_second_too(folder: Path) -> None:
    shelf = Shelf(folder, lambda: "2025-11-03T08:00:00Z")
    places = [f"op{number}" for number in (7, 3, 9, 1, 5, 8, 2)]
    for place in places:
        shelf.set_tags(KEY, place, "敦促", ["我方"])
    shelf.set_note(KEY, "op7", "敦促", "后来")
    assert [each.place for each in shelf.of(KEY)] == places


def test_a_removed_annotation_is_restored_as_it_was(shelf: Shelf) -> None:
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    before = shelf.set_note(KEY, "op5", "敦促", "要点")
    assert before is not None
    shelf.remove(KEY, "op5")
    assert shelf.at(KEY, "op5") is None
    shelf.restore(before)
    assert shelf.of(KEY) == (before,)


def test_a_changed_annotation_is_restored_as_it_was(shelf: Shelf) -> None:
    before = shelf.set_note(KEY, "op5", "敦促", "要点")
    assert before is not None
    shelf.set_note(KEY, "op5", "敦促", "")
    shelf.set_tags(KEY, "op6", "请", ["我方"])
    shelf.restore(before)
    shelf.set_note(KEY, "op5", "敦促", "别的")
    shelf.restore(before)
    assert shelf.at(KEY, "op5") == before


def test_restoring_keeps_what_another_window_wrote_to_the_place(shelf: Shelf, folder: Path) -> None:
    before = shelf.set_note(KEY, "op5", "敦促", "要点")
    assert before is not None
    shelf.remove(KEY, "op5")
    Shelf(folder).set_note(KEY, "op5", "敦促", "别人的话")
    shelf.restore(before)
    assert [each.note for each in shelf.of(KEY)] == ["别人的话\n\n要点"]


def test_a_change_of_another_window_is_seen_and_kept(folder: Path) -> None:
    here, there = Shelf(folder), Shelf(folder)
    here.set_tags(KEY, "op5", "敦促", ["我方"])
    there.set_note(KEY, "op5", "敦促", "要点")
    here.set_tags(KEY, "op6", "请", ["他方"])
    there.set_tags(KEY, "op5", "敦促", ["商定措辞"])
    for shelf in (here, there):
        assert [(each.place, each.tags, each.note) for each in shelf.of(KEY)] == [
            ("op5", ("商定措辞",), "要点"),
            ("op6", ("他方",), ""),
        ]
        assert shelf.tags() == Counter({"商定措辞": 1, "他方": 1})


def test_the_store_as_a_whole_is_counted(shelf: Shelf) -> None:
    shelf.set_tags(KEY, "op5", "敦促", ["我方", "重点"])
    shelf.set_tags(KEY, "fn10", "第 70/1 号决议。", ["我方"])
    shelf.set_note(TITLED, "pp3", "回顾", "要点")
    assert shelf.tags() == Counter({"我方": 2, "重点": 1})
    assert shelf.counts() == {KEY: 2, TITLED: 1}
    assert shelf.documents() == (KEY, TITLED)
    assert [(each.document, each.place) for each in shelf.all()] == [
        (KEY, "op5"),
        (KEY, "fn10"),
        (TITLED, "pp3"),
    ]
    shelf.remove(KEY, "op5")
    assert shelf.tags() == Counter({"我方": 1})
    assert shelf.counts() == {KEY: 1, TITLED: 1}


def test_what_was_counted_is_kept_for_the_next_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import store.annotations.summary as summary

    folder, kept = tmp_path / "annotations", tmp_path / "cache" / "annotations.json"
    monkeypatch.setattr(summary, "_MANY", 2)
    first = Shelf(folder)
    first.set_tags(KEY, "op5", "敦促", ["我方"])
    first.set_tags(TITLED, "pp3", "回顾", ["我方"])
    assert (Shelf(folder, counted=kept).counts(), kept.exists()) == ({KEY: 1, TITLED: 1}, True)
    first.set_tags(KEY, "op6", "请", ["对方"])
    (folder / "broken.json").write_text("{", "utf-8")
    real, read = summary._summary, list[str]()
    monkeypatch.setattr(summary, "_summary", lambda path: (read.append(path.name), real(path))[1])
    second = Shelf(folder, counted=kept)
    assert second.counts() == {KEY: 2, TITLED: 1}
    assert second.tags() == Counter({"我方": 2, "对方": 1})
    assert sorted(set(read)) == sorted([file_name(KEY), "broken.json"])
    assert len(second.problems()) == 1
    for spoilt in ("", "[]", '{"form": 2, "files": {"x.json": [1]}}', '{"form": 9, "files": {}}', "{"):
        kept.write_text(spoilt, "utf-8")
        assert Shelf(folder, counted=kept).counts() == {KEY: 2, TITLED: 1}


def test_counting_again_reads_only_what_has_changed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    import store.annotations.summary as summary

    read: list[str] = []
    real = summary.read_if_there
    monkeypatch.setattr(summary, "read_if_there", lambda path: (read.append(path.name), real(path))[1])
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    shelf.set_tags(TITLED, "pp3", "回顾", ["我方"])
    assert shelf.counts() == {KEY: 1, TITLED: 1}
    read.clear()
    shelf.set_tags(KEY, "op6", "请", ["我方"])
    assert shelf.counts() == {KEY: 2, TITLED: 1}
    assert shelf.tags() == Counter({"我方": 3})
    assert read == [file_name(KEY)]


def test_a_document_that_gets_its_symbol_keeps_its_annotations(shelf: Shelf, folder: Path) -> None:
    shelf.set_note(TITLED, "op5", "敦促", "旧")
    moved = shelf.set_tags(TITLED, "op6", "请", ["我方"])
    shelf.set_note(KEY, "op5", "敦促", "新")
    assert moved is not None
    shelf.rename(TITLED, KEY)
    assert shelf.of(TITLED) == ()
    assert shelf.documents() == (KEY,)
    assert {each.place: each.note for each in shelf.of(KEY)} == {"op5": "新\n\n旧", "op6": ""}
    assert shelf.at(KEY, "op6") == replace(moved, document=KEY)


def test_a_renaming_cut_short_can_be_done_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the two files the one under the new key is written first: cut short between them, nothing is lost."""
    from store.annotations import storage

    def die(path: Path, data: bytes) -> None:
        if path.name == file_name(TITLED):
            raise KeyboardInterrupt
        write_atomically(path, data)

    shelf.set_note(TITLED, "op5", "敦促", "旧")
    with monkeypatch.context() as patch:
        patch.setattr(storage, "write_atomically", die)
        with pytest.raises(KeyboardInterrupt):
            shelf.rename(TITLED, KEY)
    shelf.set_note(KEY, "op5", "敦促", "改过")
    shelf.rename(TITLED, KEY)
    assert [(each.document, each.note) for each in shelf.all()] == [(KEY, "改过")]


def test_what_a_later_version_added_survives_a_change(shelf: Shelf, folder: Path) -> None:
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    path = folder / file_name(KEY)
    tables = json.loads(path.read_text("utf-8"))
    (record,) = tables["annotations"].values()
    record["replies"] = [{"by": "乙"}]
    path.write_text(json.dumps(tables), "utf-8")
    shelf.set_note(KEY, "op5", "敦促", "要点")
    (kept,) = json.loads(path.read_text("utf-8"))["annotations"].values()
    assert kept["replies"] == [{"by": "乙"}]
    assert kept["note"] == "要点"


def test_two_records_of_one_place_merged_by_hand_are_read_as_one(shelf: Shelf, folder: Path) -> None:
    shelf.set_note(KEY, "op5", "敦促", "甲")
    path = folder / file_name(KEY)
    tables = json.loads(path.read_text("utf-8"))
    (record,) = tables["annotations"].values()
    tables["annotations"]["ffff"] = {**record, "note": "乙", "tags": ["他方"]}
    path.write_text(json.dumps(tables), "utf-8")
    assert [(each.note, each.tags) for each in shelf.of(KEY)] == [("甲\n\n乙", ("他方",))]
    assert shelf.counts() == {KEY: 1}
    assert shelf.tags() == Counter({"他方": 1})
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    assert [(each.note, each.tags) for each in shelf.of(KEY)] == [("甲\n\n乙", ("我方",))]
    shelf.remove(KEY, "op5")
    assert shelf.of(KEY) == ()


def test_one_broken_file_hides_no_other_document(shelf: Shelf, folder: Path) -> None:
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    broken = folder / file_name(TITLED)
    broken.write_text("{", "utf-8")
    assert shelf.counts() == {KEY: 1}
    (problem,) = shelf.problems()
    assert str(broken) in problem
    with pytest.raises(StoreUnavailable):
        shelf.of(TITLED)
    with pytest.raises(StoreUnavailable):
        shelf.set_tags(TITLED, "op5", "敦促", ["我方"])
    assert broken.read_text("utf-8") == "{"


def test_a_copy_left_by_a_sync_program_is_told_and_not_counted_twice(shelf: Shelf, folder: Path) -> None:
    shelf.set_tags(KEY, "op5", "敦促", ["我方"])
    copy = folder / "A_C.3_80_L.4 (conflict).json"
    copy.write_bytes((folder / file_name(KEY)).read_bytes())
    assert shelf.counts() == {KEY: 1}
    (problem,) = shelf.problems()
    assert str(copy) in problem and KEY in problem


def test_a_record_that_is_no_annotation_is_named_and_hides_no_other(shelf: Shelf, folder: Path) -> None:
    """It stays in the file as it is, also when something else in the file changes."""
    folder.mkdir()
    record = {"document": KEY, "tags": ["我方"]}
    path = folder / file_name(KEY)
    path.write_text(json.dumps({"annotations": {"0a": record}}), "utf-8")
    assert shelf.of(KEY) == ()
    kept = shelf.set_note(KEY, "op5", "敦促", "要点")
    assert shelf.of(KEY) == (kept,)
    assert json.loads(path.read_text("utf-8"))["annotations"]["0a"] == record
    (problem,) = shelf.problems()
    assert str(path) in problem and "记录 0a：place" in problem


def test_reading_annotations_waits_for_no_database(folder: Path) -> None:
    Shelf(folder).set_tags(KEY, "op5", "敦促", ["我方"])
    program = (
        "import sys; from pathlib import Path; from store.annotations.shelf import Shelf\n"
        "shelf = Shelf(Path(sys.argv[1])); print(len(shelf.of('A/C.3/80/L.4')), shelf.counts())\n"
        "print(sorted({'tinydb', 'filelock', 'textual', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["1 {'A/C.3/80/L.4': 1}", "[]"]


def test_what_version_1_wrote_is_read_and_becomes_version_2_when_it_changes(shelf: Shelf, folder: Path) -> None:
    record = {
        "document": KEY, "place": "op5", "quote": "敦促", "tags": ["我方"], "note": "旧",
        "created": "2024-01-01T00:00:00Z", "modified": "2024-01-01T00:00:00Z", "schema": 1,
    }  # fmt: skip
    folder.mkdir(parents=True)
    path = folder / file_name(KEY)
    path.write_text(json.dumps({"annotations": {"0a": record}}), "utf-8")
    (read,) = shelf.of(KEY)
    assert (read.is_plain, read.places, read.schema) == (True, ("op5",), 1)
    shelf.set_note(KEY, "op5", "敦促", "新")
    (kept,) = json.loads(path.read_text("utf-8"))["annotations"].values()
    assert kept == record | {"note": "新", "schema": 2, "modified": kept["modified"]}


def test_a_place_has_one_plain_annotation_and_any_number_of_others(shelf: Shelf) -> None:
    words = Selector("op5", 2, 4, "各国", "敦促", "遵守", whole=False)
    plain = shelf.set_note(KEY, "op5", "敦促各国遵守", "全段")
    ranged = Annotation("0b", KEY, "op5", "各国", (), "谁？", "t", "t", scope="range", selectors=(words,))
    amended = Annotation(
        "0c",
        KEY,
        "op5",
        "各国",
        (),
        "",
        "t",
        "t",
        scope="range",
        selectors=(words,),
        kind="amendment",
        proposed="缔约国",
    )
    for each in (ranged, amended):
        shelf.put(each)
    assert {each.id for each in shelf.of(KEY)} == {plain and plain.id, "0b", "0c"}
    assert shelf.at(KEY, "op5") == plain
    shelf.remove(KEY, "op5")
    assert {each.id for each in shelf.of(KEY)} == {"0b", "0c"}
    shelf.discard(KEY, "0b", "gone already")
    (left,) = shelf.of(KEY)
    assert (left.proposed, left.selectors) == ("缔约国", (words,))
    shelf.put(replace(left, kind="", proposed=""))
    assert shelf.of(KEY) == ()


def test_a_change_that_fails_inside_leaves_the_file_as_it_was(shelf: Shelf, folder: Path) -> None:
    """Several steps of TinyDB are one change on disk."""
    shelf.set_note(KEY, "op5", "敦促", "旧")
    (old,) = shelf.of(KEY)
    before = (folder / file_name(KEY)).read_bytes()
    with pytest.raises(AttributeError):
        shelf.exchange(KEY, [old], [None])  # type: ignore[list-item]
    assert (folder / file_name(KEY)).read_bytes() == before


def test_what_is_revised_is_changed_as_it_is_on_disk_and_what_says_nothing_is_gone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.set_tags("A/1", "op1", "q", ["甲"])
    shelf.set_note("A/1", "op2", "q", "留")
    changed = shelf.revise("A/1", lambda each: replace(each, tags=()))
    assert [(before.place, after) for before, after in changed] == [("op1", None)]
    assert [each.place for each in shelf.of("A/1")] == ["op2"]
    assert shelf.revise("A/1", lambda each: each) == [] == shelf.revise("A/9", lambda each: replace(each, tags=("乙",)))


def test_only_files_that_hold_the_words_are_taken_apart(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.set_note("A/1", "op1", "q", "见 A/RES/64/293")
    shelf.set_note("A/2", "op1", "q", "别的")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    assert [each.document for each in shelf.holding("293")] == ["A/1"]
