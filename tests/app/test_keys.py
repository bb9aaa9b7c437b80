"""Keys: both families from the start, changed ones everywhere, help where one stands."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest
from conftest import DRAFT, Start, press, settle, write
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widgets import Input

import tui
from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.commands import command_of, commands
from tui.screens.details import DetailsScreen
from tui.screens.help import TITLES, HelpScreen, KeyRow
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagScreen
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Rows


def hints(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(KeyHints).render().plain


def told(pilot: Pilot[None]) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


def helped(pilot: Pilot[None]) -> dict[str, tuple[str, ...]]:
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    return {row.command.id: row.keys for row in screen.list.rows if isinstance(row, KeyRow)}


def nodes() -> list[type[DOMNode]]:
    found = []
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        loaded = importlib.import_module(module.name)
        for _name, kind in inspect.getmembers(loaded, inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, DOMNode) and "BINDINGS" in vars(kind):
                found.append(kind)
    return found


@pytest.mark.parametrize("node", [each for each in nodes() if each.__name__ != "Popover"], ids=lambda n: n.__name__)
def test_every_binding_comes_from_the_table_of_commands(node: type[DOMNode]) -> None:
    for binding in vars(node)["BINDINGS"]:
        assert isinstance(binding, Binding) and binding.id
        command = command_of(binding.id)
        assert command and command.binding() == binding


TEXT = [
    ("j", "down"),
    ("k", "up"),
    ("ctrl+e", "ctrl+down"),
    ("ctrl+y", "ctrl+up"),
    ("G", "end"),
    ("space", "pagedown"),
]


@pytest.mark.parametrize(("vim", "arrow"), TEXT)
async def test_both_families_do_the_same_in_the_text(start: Start, vim: str, arrow: str) -> None:
    stood = []
    for key in (vim, arrow):
        async with start(f"{DRAFT}#op5") as pilot:
            screen = pilot.app.screen
            assert isinstance(screen, ReaderScreen)
            before = screen.pane.cursor, screen.pane.scroll_offset.y
            await press(pilot, key)
            stood.append((screen.pane.cursor, screen.pane.scroll_offset.y))
            assert stood[-1] != before
    assert stood[0] == stood[1]


async def test_half_a_page_is_half_of_a_page(start: Start) -> None:
    async with start(DRAFT) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await press(pilot, "pagedown")
        page = screen.pane.scroll_offset.y
        await press(pilot, "home", "ctrl+d")
        assert screen.pane.scroll_offset.y == page // 2
        await press(pilot, "ctrl+d", "ctrl+u")
        assert screen.pane.scroll_offset.y == page // 2


LIST = [("j", "down", 1), ("G", "end", 4), ("ctrl+d", "ctrl+d", None), ("space", "pagedown", 4)]


@pytest.mark.parametrize(("vim", "arrow", "row"), LIST)
async def test_both_families_move_in_a_list(start: Start, vim: str, arrow: str, row: int | None) -> None:
    for key in (vim, arrow):
        async with start(size=(80, 12)) as pilot:
            await press(pilot, "escape")
            rows = pilot.app.screen.query_one("#documents", Rows)
            await press(pilot, key)
            assert rows.cursor and (row is None or rows.cursor == row)
            await press(pilot, "home")
            assert rows.cursor == 0


@pytest.mark.parametrize(("there", "back"), [("j", "k"), ("down", "up"), ("ctrl+d", "ctrl+u"), ("pagedown", "pageup")])
async def test_both_families_move_in_the_outline(start: Start, there: str, back: str) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "o")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen) and screen.outline and screen.outline.has_focus
        before = screen.outline.cursor_line
        await press(pilot, there)
        assert screen.outline.cursor_line > before
        await press(pilot, back)
        assert screen.outline.cursor_line == before
        await press(pilot, "G", "home")
        assert screen.outline.cursor_line == 0


@pytest.mark.parametrize(("there", "back"), [("down", "up"), ("ctrl+n", "ctrl+p"), ("ctrl+end", "ctrl+home")])
async def test_a_prompt_moves_in_its_list(start: Start, there: str, back: str) -> None:
    async with start() as pilot:
        await press(pilot, "g")
        rows = pilot.app.screen.query_one(Rows)
        await press(pilot, "down")
        before = rows.cursor
        await press(pilot, there)
        assert rows.cursor is not None and before is not None and rows.cursor > before
        await press(pilot, back)
        assert rows.cursor == before


def settings(home: Path, text: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(text, "utf-8")


async def test_a_changed_key_works_and_is_shown_everywhere(start: Start, home: Path) -> None:
    settings(home, '[keys]\n"reader.tag" = "ctrl+g"\n"reader.undo" = "ctrl+b"\n')
    async with start(f"{DRAFT}#op5") as pilot:
        assert told(pilot) == []
        assert "Ctrl+G tag" in hints(pilot)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, ReaderScreen)
        await press(pilot, "question_mark")
        assert helped(pilot)["reader.tag"] == ("Ctrl+G",)
        await press(pilot, "escape", "ctrl+g")
        assert isinstance(pilot.app.screen, TagScreen)
        await write(pilot, "one")
        await press(pilot, "enter", "escape")
        assert told(pilot)[-1] == "operative para. 5: # one given. Ctrl+B takes it back."


async def test_a_key_of_a_panel_can_be_changed(start: Start, home: Path) -> None:
    settings(home, '[keys]\n"picker.close" = "ctrl+g"\n')
    async with start() as pilot:
        await press(pilot, "g")
        assert "Ctrl+G close" in hints(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "ctrl+g")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_command_without_a_key_can_be_given_one(start: Start, home: Path) -> None:
    settings(home, '[keys]\n"reader.switch-counts" = "ctrl+o"\n')
    async with start(DRAFT) as pilot:
        await press(pilot, "question_mark")
        assert helped(pilot)["reader.switch-counts"] == ("Ctrl+O",)
        assert "reader.switch-bar" not in helped(pilot)
        await press(pilot, "escape", "ctrl+o")
        assert told(pilot)


async def test_what_can_not_be_used_is_told_at_the_start_and_the_old_key_works(start: Start, home: Path) -> None:
    settings(home, '[keys]\n"reader.tag" = "a"\n"reader.zzz" = "x"\n')
    async with start(DRAFT) as pilot:
        assert len(told(pilot)) == 2
        assert any("a is the key of reader.note" in each for each in told(pilot))
        assert any("reader.zzz" in each for each in told(pilot))
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TagScreen)


async def test_a_pair_of_keys_is_only_shown_while_both_work(start: Start, home: Path) -> None:
    settings(home, '[keys]\n"text.previous-paragraph" = "up"\n')
    async with start(DRAFT) as pilot:
        assert "j paragraph" in hints(pilot)
        assert "j k" not in hints(pilot)


PANELS = {
    "tags": ("t", "f1", "tags.choose"),
    "note": ("a", "f1", "note.save"),
    "go to": ("g", "f1", "picker.choose"),
    "notes": ("l", "f1", "notes.scope"),
    "export": ("e", "f1", "export.write"),
    "details": ("i", "question_mark", "details.close"),
    "themes": ("T", "f1", "themes.close"),
    "search": ("ctrl+f", "f1", "picker.next"),
    "outline": ("o", "question_mark", "outline.open"),
}


@pytest.mark.parametrize(("opens", "asks", "told"), PANELS.values(), ids=list(PANELS))
async def test_help_is_at_hand_in_every_panel_and_names_its_keys(
    start: Start, opens: str, asks: str, told: str
) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, opens)
        there = pilot.app.screen
        await press(pilot, asks)
        assert told in helped(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is there


def test_every_group_has_a_title_in_the_help() -> None:
    assert set(TITLES) == {command.group for command in commands()}


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_help_cuts_no_sentence(start: Start, size: tuple[int, int]) -> None:
    async with start(DRAFT, size=size) as pilot:
        await press(pilot, "question_mark")
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        width = screen.list.scrollable_content_region.width - 2
        lines = [row.line(width).plain for row in screen.list.rows]
        begin = lines[1].index("Next paragraph.")
        said = "".join(line[begin:] for line in lines).replace(" ", "")
        for identity in helped(pilot):
            command = command_of(identity)
            assert command and command.help.replace(" ", "") in said


async def test_help_is_filtered_by_a_key_or_by_words_and_does_what_is_chosen(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "question_mark")
        await write(pilot, "N")
        assert "reader.previous-hit" in helped(pilot)
        pilot.app.screen.query_one(Input).value = "masthead"
        await settle(pilot)
        assert list(helped(pilot)) == ["reader.details"]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DetailsScreen)


@pytest.mark.parametrize("key", ["question_mark", "f1", "escape"])
async def test_help_is_closed_by_what_opened_it(start: Start, key: str) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "question_mark", key)
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_undo_and_redo_say_what_they_did_and_which_key_reverses_it(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "one")
        await press(pilot, "enter", "escape", "a")
        await write(pilot, "words")
        await press(pilot, "escape", "delete")
        steps = {
            "u": "Undone. operative para. 5: # one given. operative para. 5: note written. U does it again.",
            "U": "Done again. operative para. 5: # one taken away. operative para. 5: note removed. u takes it back.",
        }
        for key, said in steps.items():
            await press(pilot, key)
            assert told(pilot)[-1] == said
        await press(pilot, "u", "u")
        assert told(pilot)[-1] == "Undone. operative para. 5: note removed. U does it again."
        (kept,) = Shelf(annotations_folder()).of(DRAFT)
        assert (kept.tags, kept.note) == (("one",), "")
        await press(pilot, "U", "U")
        assert Shelf(annotations_folder()).of(DRAFT) == ()


async def test_a_new_change_ends_the_way_forward(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "one")
        await press(pilot, "enter", "escape", "u", "t")
        await write(pilot, "two")
        await press(pilot, "enter", "escape", "U")
        assert "nothing to do again" in told(pilot)[-1]
        assert Shelf(annotations_folder()).of(DRAFT)[0].tags == ("two",)
