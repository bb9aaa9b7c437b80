"""Tags: given and taken with Enter, kept at once, offered again."""

from __future__ import annotations

from conftest import DRAFT, Start, press, quote_of, write
from textual.pilot import Pilot

from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagRow, TagScreen


def shelf() -> Shelf:
    return Shelf(annotations_folder())


def tags_at(place: str) -> tuple[str, ...]:
    found = shelf().at(DRAFT, place)
    return found.tags if found else ()


def offered(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, TagScreen)
    return [row.tag if isinstance(row, TagRow) else f"[{row.content.plain}]" for row in screen.list.rows]


async def test_a_tag_is_on_disk_when_enter_is_pressed(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "我方 立场")
        await press(pilot, "enter")
        assert tags_at("op5") == ("我方 立场",)
        await press(pilot, "escape")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.marks["op5"].tags == ("我方 立场",)


async def test_several_tags_at_once(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "甲，乙、#丙")
        await press(pilot, "enter")
        assert tags_at("op5") == ("甲", "乙", "丙")


async def test_used_tags_and_words_of_the_paragraph_are_told_apart(start: Start) -> None:
    shelf().set_tags(DRAFT, "op1", quote_of(DRAFT, "op1"), ["用过"])
    async with start(f"{DRAFT}#pp1") as pilot:
        await press(pilot, "t")
        rows = offered(pilot)
        words = rows[rows.index("[Words of the paragraph]") + 1 :]
        assert rows[:2] == ["[Used already]", "用过"]
        assert words
        assert "用过" not in words


async def test_enter_on_a_tag_given_takes_it_and_u_brings_it_back(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "one")
        await press(pilot, "enter")
        await write(pilot, "one")
        await press(pilot, "enter", "escape")
        assert tags_at("op5") == ()
        await press(pilot, "u")
        assert tags_at("op5") == ("one",)


async def test_typing_offers_the_tags_that_go_on_so(start: Start) -> None:
    shelf().set_tags(DRAFT, "op1", quote_of(DRAFT, "op1"), ["alpha", "beta"])
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "alp")
        assert offered(pilot)[:3] == ["alp", "[Used already]", "alpha"]
        await press(pilot, "down", "enter")
        assert tags_at("op5") == ("alpha",)


async def test_enter_on_nothing_is_done(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert tags_at("op5") == ()


async def test_markup_in_a_tag_is_only_text(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "[/b][red]")
        await press(pilot, "enter", "escape")
        assert tags_at("op5") == ("[/b][red]",)


async def test_d_removes_tags_and_note_and_u_brings_them_back(start: Start) -> None:
    shelf().set_tags(DRAFT, "op5", quote_of(DRAFT, "op5"), ["one"])
    shelf().set_note(DRAFT, "op5", quote_of(DRAFT, "op5"), "a note")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "delete")
        assert shelf().at(DRAFT, "op5") is None
        await press(pilot, "u")
        found = shelf().at(DRAFT, "op5")
        assert found and (found.tags, found.note) == (("one",), "a note")


async def test_with_nothing_to_remove_or_undo_one_is_told(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        for key, said in (
            ("delete", "has neither tags nor a note"),
            ("u", "nothing to undo"),
            ("U", "nothing to do again"),
        ):
            await press(pilot, key)
            (notice,) = pilot.app._notifications
            assert said in notice.message


async def test_tags_of_another_window_show_when_the_app_is_looked_at_again(start: Start) -> None:
    from textual.events import AppBlur, AppFocus

    async with start(f"{DRAFT}#op5") as pilot:
        pilot.app.post_message(AppBlur())
        shelf().set_tags(DRAFT, "op6", quote_of(DRAFT, "op6"), ["elsewhere"])
        pilot.app.post_message(AppFocus())
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.marks["op6"].tags == ("elsewhere",)
