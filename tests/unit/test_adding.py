"""Many files into the library: what becomes of each, and that what is there is sound whatever ends it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_library import ToyReader, toy_library

from store.library import crew
from store.library.adding import Adding
from store.library.library import Library
from store.paths import seeds_folder
from store.progress import Cancelled

ONE = "A/RES/1/1|第一|2001-01-01\n回顾A/RES/64/293号决议。"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def kinds(library: Library, *paths: Path) -> list[str]:
    adding = Adding(library)
    adding.run(paths)
    return [outcome.kind for outcome in adding.outcomes()]


def test_each_file_is_added_known_a_new_version_or_unreadable(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    (tmp_path / "binary").write_bytes(b"\0")
    files = [
        write(tmp_path / "same.txt", ONE),
        write(tmp_path / "later.txt", ONE + "\n多一段。"),
        tmp_path / "binary",
        write(tmp_path / "new.txt", "A/RES/2/2||\n文"),
        tmp_path / "missing",
    ]
    adding = Adding(library)
    adding.run(files)
    outcomes = adding.outcomes()
    assert [each.kind for each in outcomes] == ["unchanged", "revised", "unreadable", "added", "unreadable"]
    assert [each.entry and each.entry.key for each in outcomes] == [
        "A/RES/1/1", "A/RES/1/1~2", None, "A/RES/2/2", None
    ]  # fmt: skip
    assert outcomes[1].revises == "A/RES/1/1"
    assert "不是文本" in (outcomes[2].reason or "")


def test_the_same_text_twice_comes_in_once(tmp_path: Path) -> None:
    library = toy_library(tmp_path)
    assert kinds(library, write(tmp_path / "a", ONE), write(tmp_path / "b", ONE)) == ["added", "unchanged"]


def test_of_several_versions_the_newest_comes_first_and_each_keeps_its_key(tmp_path: Path) -> None:
    """Notes are kept by key: whatever comes or goes, and whatever the files are called, no text may get another's."""
    library = toy_library(tmp_path)
    for name, more in (("m", ""), ("a", "\n二"), ("z", "\n三")):
        kinds(library, write(tmp_path / f"{name}.txt", ONE + more))
    digests = {entry.key: entry.digest for entry in library.entries()}
    assert list(digests) == ["A/RES/1/1~3", "A/RES/1/1~2", "A/RES/1/1"]
    library.remove("A/RES/1/1~2")
    assert {entry.key: entry.digest for entry in toy_library(tmp_path).entries()} == {
        key: digest for key, digest in digests.items() if key != "A/RES/1/1~2"
    }
    kinds(library, write(tmp_path / "b.txt", ONE + "\n四"))
    assert library.entries()[0].key == "A/RES/1/1~4", "the key of a text that is gone is kept for it"
    kinds(library, tmp_path / "a.txt")
    assert {key: library.entry(key).digest for key in digests} == digests  # type: ignore[union-attr]


def test_a_later_version_that_is_changed_where_it_lies_keeps_its_key(tmp_path: Path) -> None:
    """Its notes are kept by it."""
    library = toy_library(tmp_path)
    kinds(library, write(tmp_path / "a.txt", ONE), write(tmp_path / "b.txt", ONE + "\n二"))
    later = library.entry("A/RES/1/1~2")
    assert later is not None
    for text in ("\n二，改过", "\n二"):
        later.path.write_text(ONE + text, "utf-8")
        for each in (library, toy_library(tmp_path)):
            now = {entry.key: len(each.document(entry.key).blocks) for entry in each.entries()}
            assert now == {"A/RES/1/1~2": 2, "A/RES/1/1": 1}


def test_what_came_in_before_it_was_given_up_stays(tmp_path: Path) -> None:
    library = toy_library(tmp_path)
    files = [write(tmp_path / f"{n}.txt", f"A/RES/{n}/1||\n文") for n in range(1, 5)]

    def stop(stage: str, done: int, _whole: int) -> None:
        if (stage, done) == ("files", 2):
            raise Cancelled

    adding = Adding(library)
    with pytest.raises(Cancelled):
        adding.run(files, stop)
    assert [outcome.kind for outcome in adding.outcomes()] == ["added", "added"]
    assert len(library.entries()) == 2


def test_adding_reads_no_file_a_second_time(tmp_path: Path) -> None:
    reader = ToyReader()
    library = toy_library(tmp_path, reader)
    kinds(library, write(tmp_path / "a.txt", ONE), write(tmp_path / "b.txt", ONE))
    library.entries()
    assert reader.read_files == ["a.txt"]


def texts(folder: Path, count: int) -> list[Path]:
    text = min(seeds_folder().glob("*.txt"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    folder.mkdir()
    return [write(folder / f"{n:03}.txt", f"{text}\n第{n}份。\n") for n in range(count)]


def test_processes_read_what_one_would_and_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [*texts(tmp_path / "texts", 5), tmp_path / "missing.txt"]
    found: dict[int, list[tuple[object, ...]]] = {}
    for processes in (0, 3):
        monkeypatch.setattr(crew, "MANY", 1 if processes else 10**9)
        monkeypatch.setattr(crew, "_processors", lambda count=processes: count)
        library = Library(tmp_path / f"home{processes}")
        adding = Adding(library)
        adding.run(files)
        found[processes] = [
            (each.kind, each.reason, each.entry and (each.entry.key, library.document(each.entry.key)))
            for each in adding.outcomes()
        ]
    assert found[0] == found[3]
    assert [kind == "unreadable" for kind, *_ in found[3]] == [False] * 5 + [True]


def test_a_process_that_dies_loses_its_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = texts(tmp_path / "texts", 4)
    begin = crew.Worker.read

    def read(self: crew.Worker, path: Path, progress: object) -> object:
        if path == files[1]:
            from store.library import apart

            self._process = apart._begin(tmp_path)
            self._process.kill()
        return begin(self, path, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(crew.Worker, "read", read)
    monkeypatch.setattr(crew, "MANY", 1)
    assert [kind == "unreadable" for kind in kinds(Library(tmp_path / "home"), *files)] == [False, True, False, False]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of that system")
def test_a_library_killed_while_files_are_added_is_sound(tmp_path: Path) -> None:
    """Killed at two moments: all that lies there is whole, what is known of it is right, and the rest can come."""
    files = texts(tmp_path / "texts", 50)
    for files_before in (1, 20):
        home = tmp_path / f"home{files_before}"
        process = subprocess.Popen(
            [sys.executable, "-m", "tui.cli", "add", str(tmp_path / "texts")],
            env=os.environ | {"JUEYI_HOME": str(home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while process.poll() is None and len(list((home / "library").glob("*.txt"))) < files_before:
            time.sleep(0.002)
        process.kill()
        process.wait()
        library = Library(home)
        added = [entry for entry in library.entries() if not entry.bundled]
        assert len(added) >= files_before
        assert all(entry.problem is None and library.document(entry.key).blocks for entry in added)
        assert {entry.path.read_bytes() for entry in added} <= {path.read_bytes() for path in files}
        record = home / "library" / "catalogue.json"
        assert not record.exists() or json.loads(record.read_bytes())["schema"] == 1
    assert set(kinds(library, *files[:30])) <= {"added", "revised", "unchanged"}
