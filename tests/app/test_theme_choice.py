"""The choice of a theme: seen as one goes, kept or left, the newest choice wins, an unknown one is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, Start, press, write

from store.config import Config
from store.state import State
from tui.themes import CONTRAST, DARK, LIGHT, OURS, PAPER
from tui.workspace import Workspace


async def test_themes_are_seen_as_one_goes_and_left_as_they_were_by_escape(start: Start) -> None:
    async with start(DRAFT) as pilot:
        before = pilot.app.theme
        await press(pilot, "T", "down", "down")
        assert pilot.app.theme in OURS and pilot.app.theme != before
        await press(pilot, "escape")
        assert pilot.app.theme == before
        assert State().theme is None


@pytest.mark.parametrize(("typed", "theme"), [("paper", PAPER), ("high", CONTRAST), ("nord", "nord")])
async def test_the_theme_chosen_is_kept(start: Start, typed: str, theme: str) -> None:
    async with start() as pilot:
        await press(pilot, "T")
        await write(pilot, typed)
        await press(pilot, "enter")
        assert pilot.app.theme == theme
    async with start() as pilot:
        assert pilot.app.theme == theme


async def test_a_filter_without_a_hit_changes_nothing(start: Start) -> None:
    async with start() as pilot:
        before = pilot.app.theme
        await press(pilot, "T")
        await write(pilot, "xyzzy")
        await press(pilot, "enter", "escape")
        assert pilot.app.theme == before


def chosen(config: str | None) -> str | None:
    workspace = Workspace.of_user()
    workspace.config = Config(theme=config)
    return workspace.chosen_theme((*OURS, "nord"))


def test_the_newest_choice_wins(home: Path) -> None:
    assert chosen(None) is None
    assert chosen(PAPER) == PAPER
    State().set_theme(LIGHT, PAPER)
    assert chosen(PAPER) == LIGHT
    assert chosen("nord") == "nord"
    assert chosen(None) == LIGHT
    State().set_theme(DARK, None)
    assert chosen(None) == DARK
    assert chosen(PAPER) == PAPER


@pytest.mark.parametrize(("config", "state", "theme"), [("no-such", None, None), ("no-such", LIGHT, LIGHT)])
def test_an_unknown_theme_leaves_the_other_choice(
    home: Path, config: str, state: str | None, theme: str | None
) -> None:
    if state:
        State().set_theme(state)
    assert chosen(config) == theme


async def test_an_unknown_theme_of_the_settings_is_told(start: Start, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('theme = "solarised"\n', "utf-8")
    async with start() as pilot:
        (notice,) = pilot.app._notifications
        assert "“solarised”" in notice.message and "T in the app" in notice.message
        assert pilot.app.theme == DARK


@pytest.mark.parametrize(
    ("environment", "few"),
    [
        ({"COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "screen"}, True),
        ({"TERM": "xterm-16color"}, True),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, True),
    ],
)
async def test_where_colours_are_few_nothing_is_told_by_a_shade_alone(
    start: Start, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], few: bool
) -> None:
    monkeypatch.delenv("COLORTERM")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with start(f"{DRAFT}#op5") as pilot:
        assert pilot.app.has_class("-few-colours") == few
        pane = pilot.app.screen.query_one("Text")
        hit = pane.get_component_rich_style("reading-pane--hit")
        assert bool(hit.underline) == few
        assert pane.get_component_rich_style("reading-pane--selected").reverse
        outline = pilot.app.screen.query_one("Outline")
        assert bool(outline.get_component_rich_style("tree--cursor").reverse) == few
