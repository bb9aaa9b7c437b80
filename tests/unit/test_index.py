"""The cache is never in the way: damaged, old, foreign or read-only, it is replaced without a word."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from small_library import ToyReader, resolution, toy_library

from store.library.index import SCHEMA, Index, Stamp

TEXT = "A/RES/1/1|一|\n回顾A/RES/64/293号决议。"


def put(index: Index) -> None:
    index.stamp("file.txt", Stamp(1, 2, resolution().digest))
    index.put(resolution(), "1")


def test_what_is_put_comes_back() -> None:
    index = Index(None)
    put(index)
    assert index.document(resolution().digest) == resolution()
    assert index.stamps() == {"file.txt": Stamp(1, 2, resolution().digest)}
    summary = index.summaries("1")[resolution().digest]
    assert (summary.symbol, summary.title, summary.paragraphs) == ("A/C.3/80/L.4", "改进协调", 15)
    assert summary.revised is False


def test_another_version_of_the_reader_finds_nothing_to_use() -> None:
    index = Index(None)
    put(index)
    assert index.summaries("2") == {}


def test_mentions_are_kept_whole() -> None:
    index = Index(None)
    put(index)
    (mention,) = index.citing("A/RES/64/293")
    assert mention.address == "序言部分第1段"
    assert mention.names == ("联合国打击贩运人口的全球行动计划",)
    assert mention.sentence[mention.at :].startswith("64/293")
    assert mention.citation == resolution().citations[0]


def test_putting_again_replaces() -> None:
    index = Index(None)
    put(index)
    index.put(resolution(), "2")
    assert len(index.citing("A/RES/64/293")) == 1


def test_forgetting_the_last_file_drops_what_was_read_from_it() -> None:
    index = Index(None)
    put(index)
    index.forget(["file.txt"])
    assert index.document(resolution().digest) is None
    assert index.citing("A/RES/64/293") == []


def test_nothing_is_created_before_the_first_question(tmp_path: Path) -> None:
    Index(tmp_path / "home" / "index.sqlite")
    assert not (tmp_path / "home").exists()


def test_an_error_in_memory_is_no_longer_hidden() -> None:
    with pytest.raises(sqlite3.OperationalError):
        Index(None).after(sqlite3.OperationalError("broken"))


def damage_nothing(path: Path) -> None:
    assert path.stat().st_size > 4096


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to be looked at " * 100)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scrambled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))


def other_schema(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def missing_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE mentions")


def damaged_content(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE contents SET data = x'00'")


def gone(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    "damage",
    [damage_nothing, garbage, truncated, scrambled, other_schema, missing_table, damaged_content, gone, empty],
)
def test_any_damage_is_mended_unseen(tmp_path: Path, damage: object) -> None:
    assert len(toy_library(tmp_path, a=TEXT).citing("A/RES/64/293")) == 1
    damage(tmp_path / "home" / "index.sqlite")  # type: ignore[operator]
    library = toy_library(tmp_path)
    assert len(library.citing("A/RES/64/293")) == 1
    assert library.document("A/RES/1/1").blocks[0].text == "回顾A/RES/64/293号决议。"
    assert library.state().cache is not None


def test_damage_while_it_is_open_is_mended(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=TEXT)
    assert len(library.citing("A/RES/64/293")) == 1
    missing_table(tmp_path / "home" / "index.sqlite")
    assert len(library.citing("A/RES/64/293")) == 1


def test_a_home_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file stands where the folder should be")
    library = toy_library(tmp_path, a=TEXT)
    assert len(library.citing("A/RES/64/293")) == 1
    assert library.state().cache is None


def test_a_cache_that_is_a_folder_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "home" / "index.sqlite").mkdir(parents=True)
    library = toy_library(tmp_path, a=TEXT)
    assert len(library.citing("A/RES/64/293")) == 1
    assert library.state().cache is None


def test_a_full_disk_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = toy_library(tmp_path, a=TEXT)
    library.entries()

    def refuse(self: Index, path: str, stamp: Stamp) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        if self.path is not None:
            raise error

    monkeypatch.setattr(Index, "stamp", refuse)
    reader = ToyReader()
    second = toy_library(tmp_path, reader, b=TEXT.replace("1/1", "1/2"))
    assert [entry.key for entry in second.entries()] == ["A/RES/1/1", "A/RES/1/2"]
    assert reader.read_files == ["b.txt"], "what the disk still holds is not read again"
    assert second.state().cache is None


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions don't bind the superuser")
def test_a_read_only_home_is_done_without(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    library = toy_library(tmp_path, a=TEXT)
    assert len(library.citing("A/RES/64/293")) == 1
    assert list(home.iterdir()) == []


def test_two_windows_may_fill_it_at_once(tmp_path: Path) -> None:
    files = {f"d{number}": TEXT.replace("1/1", f"1/{number}") for number in range(12)}
    libraries = [toy_library(tmp_path, **files) for _ in range(3)]
    threads = [threading.Thread(target=library.entries) for library in libraries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for library in libraries:
        assert len(library.citing("A/RES/64/293")) == 12
        assert library.state().cache is not None


def test_one_library_may_be_asked_by_several_threads(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=TEXT)
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(len(library.citing("A/RES/64/293")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1] * 8
