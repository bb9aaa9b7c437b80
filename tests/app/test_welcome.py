"""The welcome of the first run: five lines, with the keys as they are, gone once one has begun."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, Start, press
from textual.pilot import Pilot
from textual.widgets import Static


def lines(pilot: Pilot[None]) -> list[str]:
    shown = pilot.app.screen.query_one("#welcome", Static)
    return str(shown.render()).splitlines() if shown.display else []


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12), (20, 6)])
async def test_a_new_user_is_greeted_in_five_lines(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as pilot:
        assert len(lines(pilot)) == 5
        shown = pilot.app.screen.query_one("#welcome", Static)
        assert shown.size.height <= 5
        if size[0] >= 80:
            assert max(map(len, lines(pilot))) <= shown.size.width
            assert shown.size.height == 5


async def test_escape_puts_the_welcome_away_for_good(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "escape")
        assert lines(pilot) == []
    async with start() as pilot:
        assert lines(pilot) == []


async def test_an_opened_document_ends_it(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "enter", "q")
        assert lines(pilot) == []
    async with start() as pilot:
        assert lines(pilot) == []


async def test_another_theme_does_not(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "ctrl+t")
    async with start() as pilot:
        assert lines(pilot)


async def test_who_began_with_a_document_is_not_greeted(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "j", "q")
        assert lines(pilot) == []


async def test_it_names_the_keys_as_they_are_set(start: Start, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('[keys]\n"reader.tag" = "ctrl+g"\n', "utf-8")
    async with start() as pilot:
        assert any("Ctrl+G tags" in line for line in lines(pilot))
