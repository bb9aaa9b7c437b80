"""One declaration for each command: what binds, helps, hints and the palette agree."""

from __future__ import annotations

from collections import Counter

import pytest
from conftest import DRAFT, REPORT, Start, press, quote_of, write
from textual.binding import Binding
from textual.command import CommandList
from textual.pilot import Pilot

from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.app import JueyiApp
from tui.command import key_name
from tui.commands import bindings, command_of, commands
from tui.screens.add import AddScreen
from tui.screens.annotations import AnnotationsScreen
from tui.screens.bookmark import BookmarkScreen
from tui.screens.bookmarks import BookmarksScreen
from tui.screens.card import CardScreen
from tui.screens.carry import CarryScreen
from tui.screens.citing import CitingScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.correct import CorrectScreen
from tui.screens.details import DetailsScreen
from tui.screens.doubts import DoubtsScreen
from tui.screens.export import ExportScreen
from tui.screens.filters import FilterScreen
from tui.screens.footnotes import FootnoteScreen
from tui.screens.help import HelpScreen
from tui.screens.intake import ImportScreen
from tui.screens.library import LibraryScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.orphans import OrphansScreen
from tui.screens.panel import Panel
from tui.screens.pasted import PastedScreen
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen
from tui.screens.review import ReviewRows
from tui.screens.tag_tree import TagTreeScreen
from tui.screens.tags import TagScreen
from tui.screens.text import Text
from tui.screens.themes import ThemeScreen
from tui.screens.value import ValueScreen
from tui.screens.view import ViewScreen
from tui.screens.waiting import WaitingScreen
from tui.screens.why import WhyScreen
from tui.widgets.hint_line import HintLine
from tui.widgets.key_hints import KeyHints
from tui.widgets.outline import Outline
from tui.widgets.peek import Peek
from tui.widgets.popover import Popover
from tui.widgets.rows import Rows

WHERE = {
    "peek": Peek,
    "hints": HintLine,
    "app": JueyiApp,
    "doubts": DoubtsScreen,
    "library": LibraryScreen,
    "selection": Text,
    "text": Text,
    "reader": ReaderScreen,
    "card": CardScreen,
    "list": Rows,
    "outline": Outline,
    "panel": Panel,
    "picker": Picker,
    "tags": TagScreen,
    "annotations": AnnotationsScreen,
    "tag_tree": TagTreeScreen,
    "why": WhyScreen,
    "value": ValueScreen,
    "bookmark": BookmarkScreen,
    "correct": CorrectScreen,
    "filters": FilterScreen,
    "notes": NotesScreen,
    "themes": ThemeScreen,
    "help": HelpScreen,
    "note": NoteScreen,
    "export": ExportScreen,
    "pasted": PastedScreen,
    "details": DetailsScreen,
    "citing": CitingScreen,
    "review": ReviewRows,
    "orphans": OrphansScreen,
    "carrying": CarryScreen,
    "view": ViewScreen,
    "footnotes": FootnoteScreen,
    "bookmarks": BookmarksScreen,
    "popover": Popover,
    "add": AddScreen,
    "import": ImportScreen,
    "confirm": ConfirmScreen,
    "waiting": WaitingScreen,
}


def test_every_command_has_a_name_of_its_own() -> None:
    assert max(Counter(command.id for command in commands()).values()) == 1


@pytest.mark.parametrize("group", WHERE)
def test_no_key_means_two_things_in_one_place(group: str) -> None:
    keys = Counter(key for command in commands(group) for key in command.binding_keys)
    assert keys and max(keys.values()) == 1


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.id)
def test_every_command_can_be_done_where_it_is_bound(command: object) -> None:
    assert callable(getattr(WHERE[command.group], f"action_{command.action}"))


@pytest.mark.parametrize("group", WHERE)
def test_bindings_carry_what_keymaps_and_tooltips_need(group: str) -> None:
    for binding in bindings(group):
        assert isinstance(binding, Binding)
        assert binding.id and binding.tooltip and command_of(binding.id)


def test_text_keys_do_not_hide_those_of_the_reader_or_the_app() -> None:
    inner = {key for command in commands("text") for key in command.binding_keys}
    outer = {key for command in commands("reader", "app") for key in command.binding_keys}
    assert not inner & outer


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+f", "Ctrl+F"), ("question_mark", "?"), ("alt+left", "Alt+←"), ("j", "j"), ("N", "N"), ("f5", "F5")],
)
def test_keys_are_named_as_they_stand_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.parametrize("width", [40, 80, 99, 100, 200])
async def test_hints_fit_their_line_and_end_with_help(start: Start, width: int) -> None:
    async with start(DRAFT, size=(width, 24)) as pilot:
        hints = pilot.app.screen.query_one(KeyHints)
        shown = hints.render()
        assert shown.cell_length <= hints.content_size.width
        assert shown.plain.endswith("? help")


async def palette(pilot: Pilot[None], text: str) -> None:
    await press(pilot, "ctrl+p")
    await write(pilot, text)
    await pilot.pause(0.3)
    await press(pilot, "down", "enter")
    await pilot.pause(0.1)


async def test_the_palette_opens_documents(start: Start) -> None:
    async with start() as pilot:
        await palette(pilot, "A/74/127")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document and screen.document[0] == REPORT


async def test_the_palette_leads_from_a_tag_to_what_bears_it(start: Start) -> None:
    Shelf(annotations_folder()).set_tags(DRAFT, "op7", quote_of(DRAFT, "op7"), ["zzz"])
    async with start() as pilot:
        await palette(pilot, "zzz")
        assert isinstance(pilot.app.screen, NotesScreen)
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == "op7"


@pytest.mark.parametrize("tag", ["t段[/", "[/]", "[b]x[/b]", "\\[", "$x"])
@pytest.mark.parametrize("typed", ["", "first"])
async def test_a_tag_in_the_palette_is_text_and_no_markup(start: Start, tag: str, typed: str) -> None:
    Shelf(annotations_folder()).set_tags(DRAFT, "op7", quote_of(DRAFT, "op7"), [tag])
    async with start() as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, tag[:1] if typed else "")
        lines = pilot.app.screen.query_one(CommandList)
        assert any(f"# {tag}" in str(option.prompt) for option in lines.options)


async def test_a_remapped_key_shows_in_the_hints(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pilot.app.set_keymap({"reader.tag": "x"})
        pilot.app.screen.refresh_bindings()
        await pilot.pause()
        assert "x tag" in pilot.app.screen.query_one(KeyHints).render().plain
        await press(pilot, "x")
        assert not isinstance(pilot.app.screen, ReaderScreen)


async def test_the_palette_says_in_our_words_that_nothing_matches(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "xyzzyxyzzy")
        await pilot.pause(0.8)
        (option,) = pilot.app.screen.query_one(CommandList).options
        assert str(option.prompt) == "Nothing known matches “xyzzyxyzzy”."
