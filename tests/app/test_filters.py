"""Seeing only a part of a document: text, outline, finding, and the way back to everything."""

from __future__ import annotations

from conftest import DRAFT, Start, press, quote_of, settle, write
from textual.pilot import Pilot

from store.annotations.shelf import Shelf
from store.library.library import Library
from store.paths import annotations_folder
from tui.filtering import filters
from tui.screens.reader import ReaderScreen
from tui.widgets.filtered_pane import nearest, reduced
from tui.widgets.status_line import StatusLine


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def shown(pilot: Pilot[None]) -> list[str]:
    page = reader(pilot).pane.page
    assert page is not None
    return [block.id for block in page.blocks]


def status(pilot: Pilot[None]) -> str:
    return reader(pilot).query_one(StatusLine).address


async def show_only(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "x")
    await write(pilot, name)
    await press(pilot, "enter")
    await settle(pilot)


async def test_only_the_operative_part_and_everything_again_with_the_place_kept(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        everything = shown(pilot)
        await show_only(pilot, "operative")
        assert all(place.startswith("op") for place in shown(pilot))
        assert reader(pilot).pane.cursor == "op5"
        assert f"only the operative part: {len(shown(pilot))} of {len(everything)}" in status(pilot)
        outline = reader(pilot).outline
        assert outline is not None and len(outline.root.children) == 1
        await press(pilot, "home")
        assert reader(pilot).pane.cursor == "op1"
        await press(pilot, "j", "escape")
        assert shown(pilot) == everything
        assert reader(pilot).pane.cursor == "op2"
        assert "only" not in status(pilot)


async def test_the_panel_brings_everything_back_as_well(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        everything = shown(pilot)
        await show_only(pilot, "preamble")
        assert reader(pilot).pane.cursor in shown(pilot)
        await press(pilot, "x", "enter")
        assert shown(pilot) == everything


async def test_what_is_marked_is_shown_with_what_it_stands_under_which_is_dimmed(start: Start) -> None:
    shelf = Shelf(annotations_folder())
    shelf.set_tags(DRAFT, "pp9.b", quote_of(DRAFT, "pp9.b"), ["我方"])
    shelf.set_note(DRAFT, "fn9", quote_of(DRAFT, "fn9"), "查。")
    async with start(DRAFT) as pilot:
        await show_only(pilot, "what I marked")
        assert shown(pilot) == ["pp7", "pp9", "pp9.b"]
        pane = reader(pilot).pane
        assert [pane.look(index).context for index in range(3)] == [False, True, False]
        await show_only(pilot, "# 我方")
        assert shown(pilot) == ["pp9", "pp9.b"]


async def test_what_cites_the_same_stands_first_at_its_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await press(pilot, "x")
        names = [row.name for row in pilot.app.screen.list.rows]  # type: ignore[attr-defined]
        citing = [name for name in names if name.startswith("what cites")]
        assert citing[0] == "what cites A/RES/64/293"
        await write(pilot, "64/293")
        await press(pilot, "enter")
        assert "pp8" in shown(pilot) and "op5" not in shown(pilot)


async def test_going_to_a_hidden_paragraph_shows_everything_and_says_so(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        everything = shown(pilot)
        await show_only(pilot, "operative")
        reader(pilot).jump("pp8")
        await settle(pilot)
        assert reader(pilot).pane.cursor == "pp8"
        assert shown(pilot) == everything
        assert "only" not in status(pilot)
        assert any("not in “the operative part”" in note.message for note in pilot.app._notifications)


async def test_finding_keeps_to_what_is_shown(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await show_only(pilot, "operative")
        hidden = len(shown(pilot))
        await press(pilot, "slash")
        await write(pilot, "全球行动计划")
        await press(pilot, "enter", "n", "n", "N")
        assert reader(pilot).pane.cursor in shown(pilot)
        assert len(shown(pilot)) == hidden


async def test_another_document_is_shown_whole(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        everything = shown(pilot)
        await show_only(pilot, "operative")
        await press(pilot, "g")
        await write(pilot, "A/74/127")
        await press(pilot, "enter")
        assert len(shown(pilot)) > 100
        await press(pilot, "backspace")
        assert shown(pilot) == everything


def test_a_filter_keeps_reading_order_and_finds_the_nearest(tmp_path) -> None:
    document = Library(home=tmp_path).document(DRAFT)
    for each in filters(document, {}, "pp8"):
        kept = [block.id for block in reduced(document, each.places).blocks]
        assert set(kept) >= each.places
        assert kept == [block.id for block in document.blocks if block.id in set(kept)]
        assert nearest(document, each.places, "ch") in each.places
        assert nearest(document, each.places, document.blocks[-1].id) in each.places


async def test_capital_z_folds_a_whole_level_and_shows_it_again(start: Start) -> None:
    async with start(f"{DRAFT}#pp9.b") as pilot:
        page = reader(pilot).pane.page
        assert page is not None
        await press(pilot, "Z")
        assert reader(pilot).pane.cursor == "pp9"
        assert not page.is_shown(page.index_of["pp9.b"])
        assert {page.layout(page.index_of[place]).hidden for place in page.folded} != {0}
        await press(pilot, "Z")
        assert all(page.is_shown(index) for index in range(len(page.blocks)))
