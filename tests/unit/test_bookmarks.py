"""Bookmarks on disk: they are work, so no other window, other version or broken file may lose any of them."""

from __future__ import annotations

import errno
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_library import resolution

from store.bookmarks import Bookmark, Bookmarks, is_letter
from store.errors import StoreUnavailable
from store.whereabouts import quote_of, whereabouts

DRAFT, REPORT = "A/C.3/80/L.4", "A/74/127"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "bookmarks.json"


def mark(name: str, place: str = "op1", document: str = DRAFT, quote: str = "敦促会员国：") -> Bookmark:
    return Bookmark(name, document, place, quote)


def test_asking_creates_nothing(path: Path) -> None:
    assert Bookmarks(path).all() == ()
    assert Bookmarks(path).called("a", DRAFT) is None
    assert not path.parent.exists()


def test_small_letters_and_names_belong_to_the_document_capitals_to_the_library(path: Path) -> None:
    bookmarks = Bookmarks(path)
    for each in (mark("a"), mark("a", "p1", REPORT), mark("会费"), mark("A"), mark("A", "p9", REPORT)):
        bookmarks.put(each)
    assert bookmarks.called("a", DRAFT) == mark("a")
    assert bookmarks.called("a", REPORT) == mark("a", "p1", REPORT)
    assert bookmarks.called("a", None) is None
    assert bookmarks.called("会费", REPORT) is None
    assert bookmarks.called("A", DRAFT) == bookmarks.called("A", None) == mark("A", "p9", REPORT)
    assert len(bookmarks.all()) == 4


def test_what_is_set_elsewhere_or_removed_comes_back_the_last_first(path: Path) -> None:
    bookmarks = Bookmarks(path)
    assert bookmarks.put(mark("a")) is None
    assert bookmarks.put(mark("a", "op2")) == mark("a")
    assert bookmarks.remove(mark("a", "op2"))
    assert not bookmarks.remove(mark("a", "op2"))
    assert bookmarks.bring_back() == mark("a", "op2")
    assert bookmarks.bring_back() == mark("a")
    assert bookmarks.all() == (mark("a"),)
    assert bookmarks.bring_back() is None


def test_setting_the_same_again_leaves_nothing_to_bring_back(path: Path) -> None:
    bookmarks = Bookmarks(path)
    bookmarks.put(mark("a"))
    bookmarks.put(mark("a"))
    assert bookmarks.bring_back() is None


def test_two_windows_keep_what_both_set(path: Path) -> None:
    """Each change reads what the other wrote; without the lock most of these would be lost."""
    windows = Bookmarks(path), Bookmarks(path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda turn: windows[turn % 2].put(mark(f"name {turn}")), range(40)))
    assert {each.name for each in Bookmarks(path).all()} == {f"name {turn}" for turn in range(40)}


@pytest.mark.parametrize("content", [b"{", b"", b"[1]", b'{"bookmarks": 3}', b"\xff", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_told(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    for turn, name in enumerate(("bookmarks.broken.json", "bookmarks.broken-2.json")):
        path.write_bytes(content)
        bookmarks = Bookmarks(path)
        assert bookmarks.all() == ()
        assert bookmarks.problem is not None
        assert name in bookmarks.problem
        assert path.with_name(name).read_bytes() == content
        bookmarks.put(mark("a", f"op{turn}"))
        assert Bookmarks(path).all() == (mark("a", f"op{turn}"),)


def test_what_is_not_understood_stays(path: Path) -> None:
    path.parent.mkdir()
    known = {"name": "a", "document": DRAFT, "place": "op1", "quote": "敦促", "colour": "red"}
    strange = [{"name": "b"}, "c", {"name": 4, "document": DRAFT, "place": "op1", "quote": ""}]
    path.write_text(json.dumps({"schema": 1, "window": 2, "bookmarks": [known, *strange]}), "utf-8")
    bookmarks = Bookmarks(path)
    assert bookmarks.all() == (Bookmark("a", DRAFT, "op1", "敦促"),)
    bookmarks.put(mark("a", "op2"))
    bookmarks.remove(mark("a"))
    bookmarks.bring_back()
    content = json.loads(path.read_text("utf-8"))
    assert content["window"] == 2
    assert content["bookmarks"] == [*strange, {**known, "place": "op2", "quote": "敦促会员国："}]


def test_a_file_of_a_newer_version_is_neither_read_nor_written_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"schema": 2, "bookmarks": []}', "utf-8")
    for ask in (Bookmarks(path).all, lambda: Bookmarks(path).put(mark("a"))):
        with pytest.raises(StoreUnavailable, match="较新版本"):
            ask()
    assert path.read_text("utf-8") == '{"schema": 2, "bookmarks": []}'


def test_a_full_disk_is_told_and_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Bookmarks(path).put(mark("a"))

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    bookmarks = Bookmarks(path)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        with pytest.raises(StoreUnavailable, match="磁盘已满"):
            bookmarks.remove(mark("a"))
    assert bookmarks.all() == (mark("a"),)
    assert bookmarks.bring_back() is None


def test_bookmarks_follow_a_document_to_its_new_key(path: Path) -> None:
    bookmarks = Bookmarks(path)
    bookmarks.rename("old", DRAFT)
    assert not path.exists()
    bookmarks.put(mark("a", document="old"))
    bookmarks.put(mark("b", document=REPORT))
    bookmarks.rename("old", DRAFT)
    assert [each.document for each in bookmarks.all()] == [DRAFT, REPORT]


@pytest.mark.parametrize(("text", "is_one"), [("a", True), ("Z", True), ("é", False), ("5", False), ("ab", False)])
def test_letters_are_those_of_one_key(text: str, is_one: bool) -> None:
    assert is_letter(text) == is_one


@pytest.mark.parametrize(
    ("place", "quote", "state", "now"),
    [
        ("op1", "敦促会员国：", "there", "op1"),
        ("op1", "敦促 会员\n国：", "there", "op1"),  # spacing is no change
        ("fn1", "第70/1号决议。", "there", "fn1"),
        ("op99", "敦促会员国：", "moved", "op1"),
        ("op2", "敦促会员国：", "moved", "op1"),  # the number now belongs to another paragraph
        ("op1", "不再有的文字", "changed", "op1"),
        ("op99", "不再有的文字", "lost", None),
        ("op99", "", "lost", None),
    ],
)
def test_a_bookmark_is_found_again_by_its_words(place: str, quote: str, state: str, now: str | None) -> None:
    assert whereabouts(resolution(), mark("a", place, quote=quote_of(quote))) == (state, now)
