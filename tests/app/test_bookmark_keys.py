"""Bookmarks: two keys set one and two lead to it; the list goes, filters, removes and takes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from textual.events import Key
from textual.pilot import Pilot

from store.bookmarks import Bookmark, Bookmarks
from store.library.library import Library
from store.paths import bookmarks_file
from store.whereabouts import quote_of
from tui.screens.bookmark import BookmarkScreen
from tui.screens.bookmarks import BookmarksScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen


def stands(pilot: Pilot[None]) -> tuple[str, str | None]:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    assert screen.document
    return screen.document[0], screen.pane.cursor


def said(pilot: Pilot[None]) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


def bookmark(name: str, place: str, document: str = DRAFT) -> Bookmark:
    return Bookmark(name, document, place, quote_of(Library().document(document).text_of(place)))


def names(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, BookmarksScreen | BookmarkScreen)
    return [row.bookmark.name for row in screen.list.rows if row.selectable]


async def test_two_keys_set_a_bookmark_and_two_lead_to_it_and_back(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "m", "a")
        assert Bookmarks().all() == (bookmark("a", "op5"),)
        assert "operative para. 5" in said(pilot)[-1]
        await press(pilot, "end", "apostrophe", "a")
        assert stands(pilot) == (DRAFT, "op5")
        await press(pilot, "backspace")
        assert stands(pilot) == (DRAFT, "op38")


async def test_a_burst_sets_and_goes(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        for key in ("m", "a", "j", "j", "apostrophe", "a"):
            pilot.app.post_message(Key(key, "'" if key == "apostrophe" else key))
        await settle(pilot)
        await settle(pilot)
        assert stands(pilot) == (DRAFT, "op5")
        assert Bookmarks().all() == (bookmark("a", "op5"),)


async def test_a_name_is_typed_after_enter(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "m", "enter")
        await write(pilot, "budget")
        await press(pilot, "enter")
        assert [each.name for each in Bookmarks().all()] == ["budget"]
        await press(pilot, "end", "m")
        await write(pilot, "会费")  # is no letter of the keyboard, and so a name at once
        await press(pilot, "enter", "apostrophe")
        assert names(pilot) == ["budget", "会费"]
        await write(pilot, "hf")
        await press(pilot, "enter")
        assert stands(pilot) == (DRAFT, "op38")


async def test_a_capital_leads_from_anywhere(start: Start) -> None:
    Bookmarks().put(bookmark("R", "p98", REPORT))
    async with start() as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "apostrophe", "R")
        assert stands(pilot) == (REPORT, "p98")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "apostrophe", "R")
        assert stands(pilot) == (REPORT, "p98")
        await press(pilot, "backspace")
        assert stands(pilot) == (DRAFT, "op5")


async def test_a_small_letter_of_another_document_is_not_taken(start: Start) -> None:
    Bookmarks().put(bookmark("r", "p98", REPORT))
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "apostrophe", "r")
        assert isinstance(pilot.app.screen, BookmarksScreen)
        await press(pilot, "enter")  # but the list has it
        assert stands(pilot) == (REPORT, "p98")


async def test_a_letter_without_bookmark_is_told_and_escape_stays(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "apostrophe", "x")
        screen = pilot.app.screen
        assert isinstance(screen, BookmarksScreen)
        assert "“x”" in str(screen.query_one("#words").visual)
        await press(pilot, "enter", "escape")
        assert stands(pilot) == (DRAFT, "op5")


async def test_the_list_has_this_document_first_and_in_its_order(start: Start) -> None:
    for each in (bookmark("R", "p98", REPORT), bookmark("b", "op9"), bookmark("a", "op22"), bookmark("c", "pp3")):
        Bookmarks().put(each)
    async with start(DRAFT) as pilot:
        await press(pilot, "M")
        assert names(pilot) == ["c", "b", "a", "R"]
        row = pilot.app.screen.list.rows[1]
        assert row.address == "preambular para. 3"
        await write(pilot, "para. 22")
        assert names(pilot) == ["a"]
        await press(pilot, "enter")
        assert stands(pilot) == (DRAFT, "op22")


async def test_delete_removes_and_ctrl_z_brings_back(start: Start) -> None:
    Bookmarks().put(bookmark("a", "op5"))
    Bookmarks().put(bookmark("b", "op9"))
    async with start(DRAFT) as pilot:
        await press(pilot, "M", "down", "delete")
        assert names(pilot) == ["a"]
        assert "Ctrl+Z" in said(pilot)[-1]
        assert [each.name for each in Bookmarks().all()] == ["a"]
        await press(pilot, "ctrl+z")
        assert names(pilot) == ["a", "b"]
        await press(pilot, "ctrl+z")
        assert "nothing to undo" in said(pilot)[-1]


async def test_a_bookmark_set_elsewhere_can_be_put_back(start: Start) -> None:
    Bookmarks().put(bookmark("a", "op5"))
    async with start(f"{DRAFT}#op9") as pilot:
        await press(pilot, "m")
        assert names(pilot) == ["a"]
        await press(pilot, "a")
        assert Bookmarks().all() == (bookmark("a", "op9"),)
        assert "no longer where it was" in said(pilot)[-1]
        await press(pilot, "M", "ctrl+z", "escape", "apostrophe", "a")
        assert stands(pilot) == (DRAFT, "op5")


@pytest.mark.parametrize(
    ("place", "stood", "word"),
    [("op99", "op5", "operative para. 5"), ("op7", "op5", "operative para. 5")],
)
async def test_a_place_that_is_gone_is_told_and_its_words_found(
    start: Start, place: str, stood: str, word: str
) -> None:
    Bookmarks().put(Bookmark("a", DRAFT, place, bookmark("a", "op5").quote))
    async with start(f"{DRAFT}#op9") as pilot:
        await press(pilot, "apostrophe", "a")
        assert stands(pilot) == (DRAFT, stood)
        assert word in said(pilot)[-1]


async def test_a_place_gone_with_its_words_leaves_one_where_one_is(start: Start) -> None:
    Bookmarks().put(Bookmark("a", DRAFT, "op99", "words that nobody wrote"))
    Bookmarks().put(Bookmark("Z", "A/RES/1/1", "op1", "a document that is gone"))
    async with start(f"{DRAFT}#op9") as pilot:
        await press(pilot, "apostrophe", "a")
        assert stands(pilot) == (DRAFT, "op9")
        assert "gone" in said(pilot)[-1]
        await press(pilot, "apostrophe", "Z")
        assert stands(pilot) == (DRAFT, "op9")
        assert "A/RES/1/1" in said(pilot)[-1]


async def test_in_the_library_there_is_nothing_to_set(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "open a document" in said(pilot)[-1]


async def test_a_broken_file_is_told_and_set_aside(start: Start, home: Path) -> None:
    home.mkdir()
    bookmarks_file().write_text("{", "utf-8")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "m")
        assert "bookmarks.broken.json" in said(pilot)[-1]
        await press(pilot, "a")
    assert json.loads(bookmarks_file().read_text("utf-8"))["bookmarks"][0]["place"] == "op5"


async def test_text_that_looks_like_markup_is_shown_as_it_is(start: Start) -> None:
    Bookmarks().put(Bookmark("[/]", DRAFT, "op5", "[b]"))
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "M")
        assert "[/]" in pilot.app.screen.list.rows[1].line(80).plain
        await press(pilot, "delete")
        assert "[/]" in said(pilot)[-1]
