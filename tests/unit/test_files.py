"""Writing a file as a whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from store.errors import StoreUnavailable
from store.files import read_if_there, remove_leftovers, write_atomically


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "notes.json"
    write_atomically(path, b"old")
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def refuse(number: int):
    def refusing(*_args: object, **_keywords: object) -> None:
        raise OSError(number, os.strerror(number))

    return refusing


def test_writing_creates_folders_replaces_content_and_leaves_nothing_beside(file: Path) -> None:
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert names_in(file.parent) == ["notes.json"]


@pytest.mark.parametrize("step", ["os.fsync", "os.replace", "pathlib.Path.open"])
@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "只读"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_refusing_disk_leaves_the_old_file_and_says_why(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, cause: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(step, refuse(number))
        with pytest.raises(StoreUnavailable) as caught:
            write_atomically(file, b"new")
    assert str(file) in str(caught.value)
    assert cause in str(caught.value)
    assert file.read_bytes() == b"old"
    assert names_in(file.parent) == ["notes.json"]


def test_an_interruption_leaves_the_old_file_and_no_temporary(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert names_in(file.parent) == ["notes.json"]


def test_a_file_where_a_folder_should_be_is_named_with_its_remedy(file: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"不是文件夹.*JUEYI_HOME"):
        write_atomically(file / "below" / "it.json", b"new")


def test_a_file_system_that_can_not_sync_folders_is_no_failure(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr("os.fsync", only_files)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.json"
    link.parent.mkdir()
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert names_in(link.parent) == ["link.json"]


def test_a_link_to_nothing_yet_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real" / "notes.json")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "notes.json").read_bytes() == b"new"


def test_a_circle_of_links_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(StoreUnavailable, match="符号链接循环"):
        write_atomically(one, b"new")
    assert names_in(tmp_path) == ["one", "other"]
    assert one.is_symlink() and other.is_symlink()


def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_windows_is_given_time_while_a_reader_holds_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([PermissionError(errno.EACCES, "in use")] * 3)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        refusal = next(refusals, None)
        if refusal:
            raise refusal
        real(source, target)

    monkeypatch.setattr("os.replace", replace)
    monkeypatch.setattr("store.files._is_windows", lambda: True)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


def test_reading_tells_missing_from_unreadable(file: Path) -> None:
    assert read_if_there(file) == b"old"
    assert read_if_there(file.with_name("none.json")) is None
    with pytest.raises(StoreUnavailable, match="该处是一个文件夹"):
        read_if_there(file.parent)


def test_only_leftovers_of_killed_writers_are_removed(file: Path) -> None:
    (file.parent / ".jueyi-0123456789abcdef.tmp").write_bytes(b"half")
    (file.parent / "mine.tmp").write_bytes(b"whole")
    remove_leftovers(file.parent)
    assert names_in(file.parent) == ["mine.tmp", "notes.json"]
