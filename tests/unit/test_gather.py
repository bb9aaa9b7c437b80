"""Which files are meant by names, folders and patterns, and which arrive in a folder that is watched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.errors import UnreadableSource
from store.library.gather import gather, may_hold_text
from store.library.watch import Arrivals
from store.reading.source import load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Texts, some of them below, and what is no text to read."""
    (tmp_path / "below" / ".git").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "below/c.txt", ".hidden.txt", "below/.git/d.txt"):
        (tmp_path / name).write_text("大会，\n", encoding="utf-8")
    (tmp_path / "program").write_bytes(b"\x7fELF\0\1\2")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "table.xlsx").write_bytes(b"PK\x03\x04")
    return tmp_path


def names(files: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files]


def test_a_folder_is_all_its_texts_and_what_is_skipped_is_counted(folder: Path) -> None:
    found = gather([str(folder)])
    assert names(found.files, folder) == ["a.txt", "b.txt", "below/c.txt"]
    assert found.skipped == 5


def test_what_is_named_is_meant_whatever_it_is(folder: Path) -> None:
    named = [str(folder / name) for name in (".hidden.txt", "program", "missing")]
    assert [str(path) for path in gather(named).files] == named


@pytest.mark.parametrize(
    ("pattern", "files", "skipped"),
    [
        ("*.txt", ["a.txt", "b.txt"], 1),
        ("**/*.txt", ["a.txt", "b.txt", "below/c.txt"], 1),
        ("b*", ["b.txt", "below/c.txt"], 1),
        ("[ab].txt", ["a.txt", "b.txt"], 0),
    ],
)
def test_a_pattern_in_quotes_is_all_that_fits(folder: Path, pattern: str, files: list[str], skipped: int) -> None:
    found = gather([str(folder / pattern)])
    assert (names(found.files, folder), found.skipped) == (files, skipped)


def test_a_pattern_that_nothing_fits_is_said(folder: Path) -> None:
    assert gather([str(folder / "*.pdf")]).missing == [str(folder / "*.pdf")]


def test_a_file_named_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "[x]*.txt").write_text("大会，", encoding="utf-8")
    assert names(gather([str(folder / "[x]*.txt")]).files, folder) == ["[x]*.txt"]


def test_a_file_named_twice_is_one(folder: Path) -> None:
    assert len(gather([str(folder / "a.txt"), str(folder / "*.txt")]).files) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5"])
def test_text_in_any_encoding_is_a_kind_to_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text"
    path.write_bytes(("大會，\n1. 決定 (a) 第 64/293 號\n" * 200).encode(encoding))
    assert may_hold_text(path)


def test_a_file_arrives_once_when_it_is_wholly_written(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("大会，", encoding="utf-8")
    assert arrivals.look() == [], "it may grow still"
    file.write_text("大会，\n1. 决定。", encoding="utf-8")
    assert arrivals.look() == [], "it has grown"
    assert arrivals.look() == [file]
    assert arrivals.look() == []
    file.write_text("大会，\n1. 决定休会。", encoding="utf-8")
    arrivals.look()
    assert arrivals.look() == [file], "it was saved again"


def test_nothing_hidden_empty_or_unreadable_arrives_and_what_leaves_may_come_again(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path)
    (tmp_path / ".part").write_text("大会，", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "program").write_bytes(b"\x7fELF\0\1\2")
    file = tmp_path / "a.txt"
    file.write_text("大会，", encoding="utf-8")
    arrivals.look()
    assert arrivals.look() == [file]
    status = file.stat()
    file.unlink()
    arrivals.look()
    file.write_text("大会，", encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    arrivals.look()
    assert arrivals.look() == [file]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_pipes_and_devices_in_a_folder_are_skipped_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    found = gather([str(folder)])
    assert names(found.files, folder) == ["a.txt", "b.txt", "below/c.txt"]
    assert found.skipped == 7
    with pytest.raises(UnreadableSource, match="是管道、设备或套接字"):
        load(folder / "pipe.txt")


def test_a_ring_of_links_leads_to_each_file_once(folder: Path) -> None:
    (folder / "ring").symlink_to(".")
    (folder / "link.txt").symlink_to("a.txt")
    assert names(gather([str(folder / "**" / "*.txt")]).files, folder) == ["a.txt", "b.txt", "below/c.txt"]


def test_a_folder_that_can_not_be_opened_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root nothing is closed: the system's refusal is played."""

    def listed(path: str) -> object:
        if Path(path).name == "below":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", listed)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "below")
    assert names(gather([str(folder)]).files, folder) == ["a.txt", "b.txt", "below"]
    with pytest.raises(UnreadableSource, match=r"below”（Permission denied）：请检查权限"):
        load(folder / "below")


def test_an_empty_name_is_not_the_folder_one_stands_in() -> None:
    assert gather([""]).files == [Path()]
