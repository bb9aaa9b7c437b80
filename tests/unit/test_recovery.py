"""A broken file of annotations is set aside, the newest sound state takes its place, and the user is told."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from store.annotations.backups import KEPT, Backups
from store.annotations.names import file_name
from store.annotations.recovery import ASIDE
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable

KEY = "A/C.3/80/L.4"
NAME = file_name(KEY)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    seconds = count()
    return Shelf(tmp_path, now=lambda: f"2025-11-03T08:00:{next(seconds):02}Z")


def notes(shelf: Shelf) -> dict[str, str]:
    return {each.place: each.note for each in shelf.of(KEY)}


def write_two_days(shelf: Shelf, folder: Path) -> None:
    """Two notes; the state with the first is kept as yesterday's."""
    shelf.set_note(KEY, "op1", "甲", "第一")
    shelf.set_note(KEY, "op2", "乙", "第二")
    (kept,) = Backups(folder).of(NAME)
    kept.path.rename(kept.path.with_name(kept.path.name.replace(kept.date, "2025-11-02")))


BROKEN = [
    # what is left of the file, the notes that are known again
    pytest.param(lambda data: b"", {"op1": "第一"}, id="emptied"),
    pytest.param(lambda data: data[:40], {"op1": "第一"}, id="cut off at once"),
    pytest.param(
        lambda data: data[:-4], {"op1": "第一", "op2": "第二"}, id="cut off at the end: all records are whole"
    ),
    pytest.param(lambda data: b"\0" * len(data), {"op1": "第一"}, id="zeroed by a crash of the file system"),
    pytest.param(lambda data: data.replace(b'"op2"', b'"op2'), {"op1": "第一"}, id="edited by hand, a record spoilt"),
    pytest.param(
        lambda data: b"<<<<<<< HEAD\n" + data, {"op1": "第一", "op2": "第二"}, id="an unresolved merge around it"
    ),
]


@pytest.mark.parametrize(("spoil", "known"), BROKEN)
@pytest.mark.parametrize("asked", ["of", "counts", "set_note"])
def test_a_broken_file_is_recovered_by_whatever_is_asked_first(
    tmp_path: Path, shelf: Shelf, spoil: object, known: dict[str, str], asked: str
) -> None:
    write_two_days(shelf, tmp_path)
    broken = spoil((tmp_path / NAME).read_bytes())  # type: ignore[operator]
    (tmp_path / NAME).write_bytes(broken)
    fresh = Shelf(tmp_path)
    {"of": lambda: fresh.of(KEY), "counts": fresh.counts, "set_note": lambda: fresh.set_note(KEY, "op9", "丙", "新")}[
        asked
    ]()
    assert notes(fresh) == known | ({"op9": "新"} if asked == "set_note" else {})
    (told,) = fresh.news()
    assert NAME in told and ASIDE in told and ("恢复" in told or "救回" in told)
    assert fresh.news() == () and fresh.problems() == ()
    (aside,) = (tmp_path / ASIDE).iterdir()
    assert aside.read_bytes() == broken


def test_of_a_record_known_twice_the_later_state_counts(tmp_path: Path, shelf: Shelf) -> None:
    write_two_days(shelf, tmp_path)
    shelf.set_note(KEY, "op1", "甲", "改过")
    (tmp_path / NAME).write_bytes((tmp_path / NAME).read_bytes()[:-4])
    assert notes(Shelf(tmp_path)) == {"op1": "改过", "op2": "第二"}


def test_a_damaged_backup_is_passed_over_for_an_older_one(tmp_path: Path, shelf: Shelf) -> None:
    write_two_days(shelf, tmp_path)
    backups = Backups(tmp_path)
    backups.keep(NAME, b"{", date(2025, 11, 3))
    backups.keep(NAME, b"", date(2025, 11, 4))
    backups.of(NAME)[0].path.write_bytes(b"no gzip")
    (tmp_path / NAME).write_bytes(b"")
    fresh = Shelf(tmp_path)
    assert notes(fresh) == {"op1": "第一"}
    assert "2025-11-02" in fresh.news()[0]


def test_what_has_no_backup_and_no_whole_record_stays_where_it_is(tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / NAME).write_bytes(b"{ not json")
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="JSON"):
            shelf.of(KEY)
    assert shelf.counts() == {} and len(shelf.problems()) == 1
    assert (tmp_path / NAME).read_bytes() == b"{ not json"
    assert not (tmp_path / ASIDE).exists()


def test_a_file_of_a_newer_version_is_not_broken(tmp_path: Path, shelf: Shelf) -> None:
    write_two_days(shelf, tmp_path)
    tables = json.loads((tmp_path / NAME).read_text("utf-8"))
    for record in tables["annotations"].values():
        record["schema"] = 99
    newer = json.dumps(tables).encode()
    (tmp_path / NAME).write_bytes(newer)
    with pytest.raises(StoreUnavailable, match="较新版本"):
        shelf.set_note(KEY, "op1", "甲", "改")
    assert (tmp_path / NAME).read_bytes() == newer
    assert notes(shelf) == {"op1": "第一", "op2": "第二"}


def test_one_state_a_day_is_kept_and_ten_of_each_file(tmp_path: Path) -> None:
    backups = Backups(tmp_path)
    first = date(2025, 1, 1)
    for day in range(14):
        for _ in range(2):
            backups.keep(NAME, f"{day}".encode(), first + timedelta(day))
    backups.keep("other.json", b"x", first)
    kept = backups.of(NAME)
    assert [backup.data() for backup in kept] == [f"{day}".encode() for day in range(13, 13 - KEPT, -1)]
    assert backups.names() == [NAME, "other.json"]


def test_a_save_looks_at_the_states_of_its_own_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of documents, ten states each, lie beside it."""
    backups = Backups(tmp_path)
    for number in range(3):
        backups.keep(f"{number}.json", b"x", date(2026, 1, 1))
    looked, real = [], Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: (looked.append(path), real(path))[1])
    backups.keep("1.json", b"y", date(2026, 1, 2))
    assert looked == [tmp_path / ".backups" / "1.json"]


def test_a_clock_that_was_set_back_keeps_states_in_their_order(tmp_path: Path) -> None:
    """The newest state is the one kept last, whatever the clock said then."""
    backups = Backups(tmp_path)
    for turn, day in enumerate((date(2026, 1, 1), date(2020, 1, 1), date(2020, 1, 2))):
        backups.keep(NAME, f"{turn}".encode(), day)
    assert [backup.data() for backup in backups.of(NAME)] == [b"2", b"1", b"0"]


def test_the_first_change_of_a_day_keeps_what_was_there_before(tmp_path: Path, shelf: Shelf) -> None:
    shelf.set_note(KEY, "op1", "甲", "第一")
    before = (tmp_path / NAME).read_bytes()
    assert Backups(tmp_path).of(NAME) == []
    shelf.set_note(KEY, "op2", "乙", "第二")
    shelf.set_note(KEY, "op3", "丙", "第三")
    (kept,) = Backups(tmp_path).of(NAME)
    assert kept.data() == before and gzip.decompress(kept.path.read_bytes()) == before


@pytest.mark.parametrize("step", [0, 1])
def test_a_recovery_that_can_not_be_written_leaves_the_broken_file(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The disk is full when the broken file is to be kept aside, or when the recovered one is to be written."""
    write_two_days(shelf, tmp_path)
    (tmp_path / NAME).write_bytes(b"{")
    from store.annotations import recovery

    real, steps = recovery.write_atomically, count()

    def write(path: Path, data: bytes) -> None:
        if next(steps) == step:
            raise StoreUnavailable("磁盘已满")
        real(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(recovery, "write_atomically", write)
        with pytest.raises(StoreUnavailable, match="磁盘已满"):
            shelf.of(KEY)
    assert (tmp_path / NAME).read_bytes() == b"{"
    assert notes(shelf) == {"op1": "第一"}
