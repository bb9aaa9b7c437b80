"""The tree of all tags: counts, keys, colours, and new names over the whole store, which can be taken back."""

from __future__ import annotations

from conftest import DRAFT, REPORT, Start, press, write
from textual.pilot import Pilot

from store.annotations.shelf import Shelf
from store.annotations.tag_book import Tag, TagBook
from store.paths import annotations_folder
from tui.screens.notes import NotesScreen
from tui.screens.tag_tree import BranchRow, TagTreeScreen
from tui.widgets.rows import Rows


def shelf() -> Shelf:
    return Shelf(annotations_folder())


def lay() -> None:
    shelf().set_tags(DRAFT, "op1", "q", ["议题/保护", "我方"])
    shelf().set_tags(REPORT, "p1", "q", ["议题/保护"])
    TagBook().define(Tag("我方", key="2"))


def listed(pilot: Pilot[None]) -> list[tuple[str, int]]:
    assert isinstance(pilot.app.screen, TagTreeScreen)
    rows = pilot.app.screen.query_one(Rows).rows
    return [("  " * row.branch.depth + row.branch.leaf, row.branch.all) for row in rows if isinstance(row, BranchRow)]


async def test_tags_stand_under_tags_with_their_counts(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "number_sign")
        assert listed(pilot) == [("我方", 1), ("议题", 2), ("  保护", 2)]


async def test_a_parent_is_renamed_with_what_is_under_it_and_that_is_undone(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "number_sign", "down", "r", "ctrl+u")
        await write(pilot, "专题")
        await press(pilot, "enter")
        assert shelf().tags() == {"我方": 1, "专题/保护": 2}
        assert ("专题", 2) in listed(pilot)
        await press(pilot, "u")
        assert shelf().tags() == {"我方": 1, "议题/保护": 2}


async def test_two_tags_are_made_one(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "number_sign", "end", "m")
        await write(pilot, "我方")
        await press(pilot, "enter")
        assert shelf().tags() == {"我方": 2}


async def test_a_tag_is_taken_away_everywhere_only_when_that_is_agreed(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "number_sign", "end", "delete", "n")
        assert shelf().tags() == {"我方": 1, "议题/保护": 2}
        await press(pilot, "delete", "y")
        assert shelf().tags() == {"我方": 1} and shelf().documents() == (DRAFT,)


async def test_keys_colours_and_descriptions_are_given(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "number_sign", "end", "7", "c")
        await write(pilot, "green")
        await press(pilot, "enter", "e")
        await write(pilot, "who is protected")
        await press(pilot, "enter")
        assert TagBook().all()["议题/保护"] == Tag("议题/保护", "green", "7", "who is protected")
        await press(pilot, "u", "u")
        assert TagBook().all()["议题/保护"] == Tag("议题/保护", key="7")


async def test_a_tag_leads_to_what_bears_it(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "number_sign", "enter")
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_the_palette_of_filters_knows_parents(start: Start) -> None:
    lay()
    async with start(f"{DRAFT}#op3") as pilot:
        await press(pilot, "x")
        await write(pilot, "# 议题")
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("Text").cursor == "op1"
