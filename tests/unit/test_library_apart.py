"""Many new files are read by another process: nobody waits for them, and all of them come in."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from store.library import library as module
from store.library.library import Library
from store.library.reader import StandardReader
from store.paths import seeds_folder

NEW = 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home with more new text than is read in passing."""
    text = max(seeds_folder().glob("*.txt"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    (tmp_path / "library").mkdir()
    for number in range(NEW):
        (tmp_path / "library" / f"new{number}.txt").write_text(f"{text}\n第{number}份。\n", encoding="utf-8")
    return tmp_path


def added(library: Library) -> int:
    return sum(not entry.bundled for entry in library.known())


def refuse_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        StandardReader, "read", lambda self, path, _progress: pytest.fail(f"{path} was read in this process")
    )


def test_many_new_files_are_read_by_another_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_read(monkeypatch)
    library = Library(folder, apart=True)
    assert len(library.entries()) == NEW + len(list(seeds_folder().glob("*.txt")))
    assert library.unread == 0


def test_what_is_known_is_told_at_once_while_new_files_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_read(monkeypatch)
    library, looked = Library(folder, apart=True), threading.Event()
    monkeypatch.setattr(library._closed, "wait", lambda seconds: looked.wait(20) and False)
    assert library.known() == ()
    assert library.unread > NEW
    reading = threading.Thread(target=library.wait)
    reading.start()
    assert library.known() == ()
    looked.set()
    reading.join(30)
    assert (added(library), library.unread) == (NEW, 0)


def test_they_are_read_here_where_no_process_can_be_begun(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "start", lambda home: None)
    library = Library(folder, apart=True)
    library.entries()
    assert added(library) == NEW


def test_a_library_that_is_closed_waits_for_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_read(monkeypatch)
    library = Library(folder, apart=True)
    library.close()
    assert len(library.entries()) < NEW
