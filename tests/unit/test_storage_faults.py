"""What must not be lost: annotations, when processes are killed, write at once, or the disk is full."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.annotations.names import file_name
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable

KEY = "A/C.3/80/L.4"

SAVERS = """
import os, signal, sys
from itertools import count, islice
from pathlib import Path
import filelock, store.annotations.storage
from store.annotations.shelf import Shelf

def save(shelf, writer, many):
    for number in islice(count(), many):
        place = f"{writer}.{number}"
        shelf.set_note("A/C.3/80/L.4", place, "敦促" * 50, f"批注 {place}")
        os.write(1, f"{os.getpid()} {writer} {place}\\n".encode())

many = int(sys.argv[1]) or None
for folder, writer in (named.rsplit(":", 1) for named in sys.argv[2:]):
    if os.fork() == 0:
        signal.alarm(60)
        save(Shelf(Path(folder)), writer, many)
        os._exit(0)
for _ in sys.argv[2:]:
    os.wait()
"""
"""Processes that save note after note, so many or without end, and name each one that was acknowledged."""


def start_saving(many: int, folders: dict[str, Path]) -> subprocess.Popen[str]:
    """One process for each writer; it saves in its folder."""
    named = [f"{folder}:{writer}" for writer, folder in folders.items()]
    return subprocess.Popen([sys.executable, "-c", SAVERS, str(many), *named], stdout=subprocess.PIPE, text=True)


def killed_while_saving(folders: dict[str, Path], chance: random.Random) -> dict[str, set[str]]:
    """Let processes save, kill -9 each at any moment; the places that each had acknowledged."""
    acknowledged: dict[str, set[str]] = {}
    alive: set[int] = set()
    with start_saving(0, folders) as process:
        for line in process.stdout:
            number, writer, place = line.split()
            if writer not in acknowledged:
                alive.add(int(number))
            acknowledged.setdefault(writer, set()).add(place)
            if len(acknowledged) == len(folders):
                while alive:
                    time.sleep(chance.uniform(0, 0.01))
                    os.kill(alive.pop(), signal.SIGKILL)
    return acknowledged


def test_fifty_kills_during_saves_lose_no_acknowledged_annotation(tmp_path: Path) -> None:
    """Two windows write to each of five folders, five times, until each is killed."""
    chance = random.Random(20251114)
    killed = 0
    for turn in range(5):
        folders = {f"t{turn}w{number}": tmp_path / str(number // 2) for number in range(10)}
        for writer, places in killed_while_saving(folders, chance).items():
            saved = {each.place: each.note for each in Shelf(folders[writer]).of(KEY)}
            assert places <= saved.keys()
            assert all(saved[place] == f"批注 {place}" for place in places)
            killed += 1
    assert killed == 50
    for folder in tmp_path.iterdir():
        Shelf(folder).set_tags(KEY, "op1", "敦促", ["我方"])
        assert sorted(each.name for each in folder.iterdir()) == [".backups", ".lock", file_name(KEY)]
        assert all(each.suffix == ".gz" for each in (folder / ".backups" / file_name(KEY)).iterdir())


def test_two_windows_writing_at_once_lose_nothing(tmp_path: Path) -> None:
    with start_saving(60, {"a": tmp_path, "b": tmp_path}) as process:
        process.communicate(timeout=60)
    places = {each.place for each in Shelf(tmp_path).of(KEY)}
    assert places == {f"{writer}.{number}" for writer in "ab" for number in range(60)}


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "磁盘已满.*腾出一些空间"), (errno.EACCES, "没有权限.*检查.*权限"), (errno.EROFS, "只读")],
)
@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_a_disk_that_refuses_leaves_all_as_it_was_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, sentence: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    shelf = Shelf(tmp_path)
    kept = shelf.set_note(KEY, "op5", "敦促", "要点")
    before = (tmp_path / file_name(KEY)).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(step, refuse)
        with pytest.raises(StoreUnavailable, match=sentence) as caught:
            shelf.set_note(KEY, "op6", "请", "写不下的话")
    assert file_name(KEY) in str(caught.value)
    assert (tmp_path / file_name(KEY)).read_bytes() == before
    assert shelf.of(KEY) == (kept,)
    assert shelf.set_note(KEY, "op6", "请", "写下了") is not None


def test_a_folder_that_can_not_be_written_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is injected, since permissions bind neither root nor the owner on all systems."""

    def refuse(*_arguments: object, **_keywords: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    kept = Shelf(tmp_path).set_note(KEY, "op5", "敦促", "要点")
    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    shelf = Shelf(tmp_path)
    assert shelf.of(KEY) == (kept,)
    assert shelf.counts() == {KEY: 1}
    with pytest.raises(StoreUnavailable, match="没有权限") as caught:
        shelf.remove(KEY, "op5")
    assert str(tmp_path) in str(caught.value)
    assert shelf.of(KEY) == (kept,)


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind root; the refusal is injected above")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = shelf.set_note(KEY, "op5", "敦促", "要点")
    (tmp_path / ".lock").unlink()
    tmp_path.chmod(0o500)
    try:
        assert shelf.of(KEY) == (kept,)
        with pytest.raises(StoreUnavailable, match="没有权限"):
            Shelf(tmp_path).remove(KEY, "op5")
    finally:
        tmp_path.chmod(0o700)


def thread_result(work):
    """What the work gives or raises in a thread of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_a_window_that_keeps_writing_is_named_instead_of_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("store.annotations.lock.PATIENCE", 0.05)
    shelf = Shelf(tmp_path)
    with FileLock(tmp_path / ".lock"), pytest.raises(StoreUnavailable, match="另一个窗口"):
        thread_result(lambda: shelf.set_note(KEY, "op5", "敦促", "要点"))
    assert shelf.set_note(KEY, "op5", "敦促", "要点") is not None


def test_threads_of_one_window_lose_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: shelf.set_note(KEY, f"op{number}", "敦促", "要点"), range(40)))
    assert len(shelf.of(KEY)) == 40


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "annotations", tmp_path / "synced"
    folder.mkdir()
    (folder / file_name(KEY)).symlink_to(elsewhere / "mine.json")
    shelf = Shelf(folder)
    kept = shelf.set_note(KEY, "op5", "敦促", "要点")
    assert (folder / file_name(KEY)).is_symlink()
    assert (elsewhere / "mine.json").is_file()
    assert shelf.of(KEY) == (kept,)
    assert shelf.counts() == {KEY: 1}
