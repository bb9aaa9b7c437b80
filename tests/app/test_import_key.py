"""The key that takes annotations in, and what it says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press
from textual.pilot import Pilot
from textual.widgets import Input

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.screens.intake import ImportScreen
from tui.screens.library import LibraryScreen

DATE = "2026-11-03T08:00:00Z"
QUOTE = "words that stand nowhere"


@pytest.fixture
def hers(tmp_path: Path) -> Path:
    store = Shelf(tmp_path / "hers")
    store.restore(Annotation("1", DRAFT, "op5", QUOTE, (), "her note", DATE, DATE, author="Li"))
    store.restore(Annotation("2", REPORT, "", "", (), "all of it", DATE, DATE, "document", author="Li"))
    return tmp_path / "hers"


def notices(pilot: Pilot[None]) -> str:
    return "\n".join(notice.message for notice in pilot.app._notifications)


async def test_a_colleagues_annotations_come_in_beside_ones_own(start: Start, hers: Path) -> None:
    async with start() as pilot:
        await press(pilot, "I")
        assert isinstance(pilot.app.screen, ImportScreen)
        pilot.app.screen.query_one(Input).value = str(hers)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "2 annotations added, 1 in place, 1 orphan." in notices(pilot)
    assert {each.origin for each in Shelf(annotations_folder()).all()} == {"Li"}


async def test_they_are_merged_where_one_says_so(start: Start, hers: Path) -> None:
    Shelf(annotations_folder()).set_note(DRAFT, "op5", QUOTE, "my note")
    async with start() as pilot:
        await press(pilot, "I", "f2")
        pilot.app.screen.query_one(Input).value = str(hers)
        await press(pilot, "enter")
        assert "1 joined with yours" in notices(pilot)
    mine = Shelf(annotations_folder()).at(DRAFT, "op5")
    assert mine is not None and mine.note == "my note\n\nher note"


async def test_what_holds_no_annotations_is_refused_and_the_panel_stays(start: Start, tmp_path: Path) -> None:
    (tmp_path / "paper.json").write_text("[]", encoding="utf-8")
    async with start() as pilot:
        await press(pilot, "I")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "paper.json")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ImportScreen)
        assert "holds no annotations" in notices(pilot)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "none")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ImportScreen)


async def test_closing_takes_nothing_in(start: Start, hers: Path) -> None:
    async with start() as pilot:
        await press(pilot, "I")
        pilot.app.screen.query_one(Input).value = str(hers)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
    assert not annotations_folder().exists()
