"""The library screen: what it lists, how one filters, opens, resumes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, quote_of, settle, write
from textual.pilot import Pilot
from textual.widgets import Input, Static

from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable
from store.paths import annotations_folder
from store.state import State
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.library import ColumnHeads, LibraryScreen
from tui.screens.notes import NotesScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Rows


def documents(pilot: Pilot[None]) -> list[str]:
    return [row.entry.key for row in pilot.app.screen.query_one("#documents", Rows).rows]


def said(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).render())


async def test_the_bundled_documents_are_listed(start: Start) -> None:
    async with start() as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert len(documents(pilot)) == 5
        assert {DRAFT, REPORT, "CTOC/COP/RES/5/2"} <= set(documents(pilot))


async def test_columns_give_way_where_there_is_no_room(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        heads = pilot.app.screen.query_one(ColumnHeads)
        assert "session" not in str(heads.render())
        assert "symbol" in str(heads.render())
        await pilot.resize_terminal(160, 40)
        await settle(pilot)
        assert "session" in str(heads.render())


async def test_no_row_is_wider_than_the_screen(start: Start) -> None:
    async with start(size=(60, 20)) as pilot:
        rows = pilot.app.screen.query_one("#documents", Rows)
        assert all(row.line(50).cell_length <= 50 for row in rows.rows)


async def test_enter_opens_the_document_at_the_cursor(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document and screen.document[0] == DRAFT


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_letters_and_arrows_move_the_cursor(start: Start, down: str, up: str) -> None:
    async with start() as pilot:
        rows = pilot.app.screen.query_one("#documents", Rows)
        await press(pilot, down, down)
        assert rows.cursor == 2
        await press(pilot, up)
        assert rows.cursor == 1
        await press(pilot, "end")
        assert rows.cursor == 4
        await press(pilot, "home")
        assert rows.cursor == 0


async def test_a_click_opens_a_document(start: Start) -> None:
    async with start() as pilot:
        await pilot.click("#documents", offset=(10, documents(pilot).index(REPORT)))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.document and pilot.app.screen.document[0] == REPORT


async def test_the_filter_shows_what_holds_all_words_as_one_types(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "slash")
        await write(pilot, "l.4 draft")
        assert documents(pilot) == [DRAFT]
        await press(pilot, "escape")
        assert len(documents(pilot)) == 5
        assert not pilot.app.screen.query_one("#filter").display


async def test_enter_in_the_filter_opens_the_only_hit(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "slash")
        await write(pilot, "74/127")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_filter_without_a_hit_says_what_to_do(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "slash")
        await write(pilot, "xyzzy[/]")
        assert documents(pilot) == []
        assert "xyzzy[/]" in said(pilot, "#empty")
        assert "Esc shows" in said(pilot, "#empty")


async def test_the_last_place_is_resumed(start: Start) -> None:
    State().remember_place(DRAFT, "op22")
    async with start() as pilot:
        assert "operative para. 22" in said(pilot, "#resume")
        await press(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == "op22"


async def test_with_nothing_read_yet_continuing_says_so(start: Start) -> None:
    async with start() as pilot:
        assert not pilot.app.screen.query_one("#resume").display
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_an_unreadable_file_stays_listed_with_its_problem(start: Start, home: Path) -> None:
    folder = home / "library"
    folder.mkdir(parents=True)
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 40)
    async with start() as pilot:
        rows = pilot.app.screen.query_one("#documents", Rows).rows
        broken = [row for row in rows if row.entry.problem]
        assert len(broken) == 1
        assert "broken.txt" in str(broken[0].line(150))
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_the_documents_are_listed_though_the_notes_can_not_be_read(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(shelf: Shelf) -> dict[str, int]:
        raise StoreUnavailable("无法读取标注。")

    monkeypatch.setattr(Shelf, "counts", refused)
    async with start() as pilot:
        assert len(documents(pilot)) == 5


async def test_new_files_show_after_a_refresh(start: Start, home: Path) -> None:
    async with start() as pilot:
        folder = home / "library"
        folder.mkdir(parents=True)
        (folder / "new.txt").write_text("大会，\n\n1. 决定继续审议此事。\n", encoding="utf-8")
        await press(pilot, "r")
        assert len(documents(pilot)) == 6


async def test_notes_are_counted_when_one_comes_back(start: Start) -> None:
    async with start() as pilot:
        Shelf(annotations_folder()).set_tags(DRAFT, "op1", quote_of(DRAFT, "op1"), ["tag"])
        await press(pilot, "enter", "q")
        row = next(row for row in pilot.app.screen.query_one("#documents", Rows).rows if row.entry.key == DRAFT)
        assert row.texts[-1] == "1"


@pytest.mark.parametrize(
    ("key", "screen"), [("l", NotesScreen), ("e", ExportScreen), ("question_mark", HelpScreen), ("f1", HelpScreen)]
)
async def test_keys_that_open_a_panel(start: Start, key: str, screen: type) -> None:
    async with start() as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, screen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_q_leaves(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "q")
    assert pilot.app.return_code == 0


async def test_the_footer_keeps_help_and_four_keys_when_narrow(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        hints = str(pilot.app.screen.query_one(KeyHints).render())
        assert hints.endswith("? help")
        assert len(hints.split("  ")) == 5


async def test_a_click_on_a_hint_presses_its_key(start: Start) -> None:
    async with start() as pilot:
        hints = str(pilot.app.screen.query_one(KeyHints).render())
        await pilot.click(KeyHints, offset=(1 + hints.index("/ filter"), 0))
        await settle(pilot)
        assert pilot.app.screen.query_one("#filter", Input).has_focus


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["narrow", "wide"])
@pytest.mark.parametrize("files", [0, 40], ids=["few", "more-than-the-screen-holds"])
async def test_the_heads_stand_above_their_columns(start: Start, home: Path, size: tuple[int, int], files: int) -> None:
    for number in range(files):
        write_text(home / "library" / f"{number}.txt", f"A/RES/80/{number + 1}\n\n大会，\n\n1. 决定第{number}事。\n")
    async with start(size=size) as pilot:
        assert pilot.app.screen.query_one("#welcome").display
        await heads_fit(pilot)
        await press(pilot, "escape")
        await heads_fit(pilot)


def write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


async def heads_fit(pilot: Pilot[None]) -> None:
    await settle(pilot)
    rows, heads = pilot.app.screen.query_one("#documents", Rows), pilot.app.screen.query_one(ColumnHeads)
    assert rows.max_scroll_y > 0 or rows.scrollbar_size_vertical == 0
    room = rows.scrollable_content_region.width - 2
    assert rows.rows[0].table.heading(room) == heads.render()
