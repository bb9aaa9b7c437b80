"""`check --store` finds what is wrong with the files, and mends it without losing what anybody wrote."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from store.annotations.backups import Backups
from store.annotations.inspection import Inspection, inspect, mend
from store.annotations.names import file_name
from store.annotations.recovery import ASIDE
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable
from store.files import write_atomically

KEY = "A/C.3/80/L.4"
NAME = file_name(KEY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two notes in one file, the state with the first kept."""
    shelf = Shelf(tmp_path)
    shelf.set_note(KEY, "op1", "甲", "第一")
    shelf.set_note(KEY, "op2", "乙", "第二")
    return tmp_path


def kinds(found: Inspection) -> list[str]:
    return [fault.kind for fault in found.faults]


def notes(folder: Path) -> set[str]:
    return {each.note for each in Shelf(folder).of(KEY)}


def test_a_sound_store_is_told_sound_and_left_alone(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = inspect(folder)
    assert (found.files, found.annotations, found.backups, found.faults) == (1, 2, 1, ())
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert inspect(folder / "not there") == Inspection(0, 0, 0)


def break_file(folder: Path) -> None:
    (folder / NAME).write_bytes((folder / NAME).read_bytes()[:-4])


def leave_copy(folder: Path) -> None:
    (folder / "copy.json").write_bytes((folder / NAME).read_bytes())


def leave_temporary(folder: Path) -> None:
    (folder / ".jueyi-0123.tmp").write_bytes(b"{")


def break_backup(folder: Path) -> None:
    Backups(folder).of(NAME)[0].path.write_bytes(b"no gzip")


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [(break_file, "broken"), (leave_copy, "copy"), (leave_temporary, "leftover"), (break_backup, "backup")],
)
def test_what_can_be_mended_is_mended_and_nothing_lost(folder: Path, spoil: object, kind: str) -> None:
    spoil(folder)  # type: ignore[operator]
    found = inspect(folder)
    assert kinds(found) == [kind]
    (fault,) = found.faults
    assert fault.path.name in mend(folder, fault) or kind in ("leftover", "copy")
    assert inspect(folder).faults == ()
    assert notes(folder) == {"第一", "第二"}


def test_a_broken_file_of_which_nothing_is_known_stays(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"{")
    (fault,) = inspect(tmp_path).faults
    with pytest.raises(StoreUnavailable, match="保持原样"):
        mend(tmp_path, fault)
    assert (tmp_path / NAME).read_bytes() == b"{" and not (tmp_path / ASIDE).exists()


def change_record(folder: Path, **changes: object) -> None:
    tables = json.loads((folder / NAME).read_text("utf-8"))
    next(iter(tables["annotations"].values())).update(changes)
    write_atomically(folder / NAME, json.dumps(tables).encode())


@pytest.mark.parametrize(("changes", "kind"), [({"note": 7}, "record"), ({"schema": 99}, "newer")])
def test_what_only_a_person_can_mend_is_named(folder: Path, changes: dict[str, object], kind: str) -> None:
    change_record(folder, **changes)
    (fault,) = inspect(folder).faults
    assert (fault.kind, fault.mend) == (kind, None) and str(folder / NAME) in fault.sentence
    with pytest.raises(ValueError, match=kind):
        mend(folder, fault)


def test_one_annotation_in_two_files_is_named(folder: Path) -> None:
    tables = json.loads((folder / NAME).read_text("utf-8"))
    identity, record = next(iter(tables["annotations"].items()))
    other = {"annotations": {identity: {**record, "document": "A/RES/70/1"}}}
    write_atomically(folder / file_name("A/RES/70/1"), json.dumps(other).encode())
    assert kinds(inspect(folder)) == ["twice"]


def test_a_leftover_among_the_backups_is_swept(folder: Path) -> None:
    Backups(folder).keep("x.json", b"{}", date(2026, 1, 1))
    (folder / ".backups" / ".jueyi-9.tmp").write_bytes(b"")
    (fault,) = inspect(folder).faults
    mend(folder, fault)
    assert inspect(folder).faults == ()
