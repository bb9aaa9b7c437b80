"""The key that says why a citation is read so, and by which its reader settles it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Start, press
from textual.pilot import Pilot
from textual.widgets import Static

from store.corrections.files import Corrections
from tui.screens.reader import ReaderScreen
from tui.screens.why import ReadingRow, WhyScreen
from tui.widgets.rows import Rows

TEXT = (
    "秘书长的报告\n\n1. 报告述及第 44/4 号决议和大会第 70/1 号决议。¹\n\n2. 该议程已经执行。\n\n__________\n"
    "1 大会第 64/293 号决议。\n"
)


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReaderScreen))


def cited(pilot: Pilot[None]) -> list[tuple[str, str | None]]:
    held = reader(pilot).document
    assert held
    return [(each.surface, each.symbol) for each in (*held[1].citations, *held[1].references)]


def panel(pilot: Pilot[None]) -> WhyScreen:
    assert isinstance(pilot.app.screen, WhyScreen)
    return pilot.app.screen


def readings(pilot: Pilot[None]) -> list[str]:
    return [row.symbol for row in panel(pilot).query_one(Rows).rows if isinstance(row, ReadingRow)]


def reason(pilot: Pilot[None]) -> str:
    return str(panel(pilot).query_one("#given", Static).render())


def said(pilot: Pilot[None]) -> str:
    return "\n".join(str(notice.message) for notice in pilot.app._notifications)


AS_READ = [("44/4", None), ("70/1", "A/RES/70/1"), ("64/293", "A/RES/64/293")]


async def test_the_key_says_why_a_number_is_open_and_offers_what_it_may_be(start: Start, text: str) -> None:
    async with start(f"{text}#p1") as pilot:
        assert cited(pilot) == AS_READ
        await press(pilot, "W")
        assert "undecided" in reason(pilot) and "nobody is named, and several bodies number so" in reason(pilot)
        assert "报告述及第 44/4 号决议和大会" in reason(pilot)
        assert readings(pilot)[:2] == ["A/RES/44/4", "A/HRC/RES/44/4"] and readings(pilot)[-1] == ""


async def test_a_candidate_settles_it_and_u_takes_that_back(start: Start, text: str) -> None:
    async with start(f"{text}#p1") as pilot:
        await press(pilot, "W", "down", "enter")
        assert cited(pilot)[0] == ("44/4", "A/HRC/RES/44/4")
        assert "para. 1: cites A/HRC/RES/44/4." in said(pilot)
        await press(pilot, "W")
        assert "you said so" in reason(pilot)
        await press(pilot, "escape", "u")
        assert cited(pilot) == AS_READ
        await press(pilot, "U")
        assert cited(pilot)[0] == ("44/4", "A/HRC/RES/44/4")


async def test_a_symbol_is_typed(start: Start, text: str) -> None:
    async with start(f"{text}#p1") as pilot:
        await press(pilot, "W", *"e/cn.7/res/44/4", "enter")
        assert cited(pilot)[0] == ("44/4", "E/CN.7/RES/44/4")


async def test_what_is_no_symbol_is_refused_in_a_sentence(start: Start, text: str) -> None:
    async with start(f"{text}#p1") as pilot:
        await press(pilot, "W", *"xyz")
        assert "neither a symbol nor a number" in str(panel(pilot).query_one("#words", Static).render())
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WhyScreen)


async def test_the_selected_citation_is_explained_and_can_be_none(start: Start, text: str) -> None:
    async with start(f"{text}#p1") as pilot:
        await press(pilot, "tab", "tab", "W")
        assert "“大会” stands right before the number" in reason(pilot) and "sure" in reason(pilot)
        await press(pilot, *"no cit", "enter")
        assert cited(pilot) == [AS_READ[0], AS_READ[2]]
        assert "no citation" in said(pilot)
        await press(pilot, "d", "tab")
        rows = [row.words for row in pilot.app.screen.query_one(Rows).rows]
        assert rows == ["no citation  70/1"]


async def test_a_citation_in_a_footnote_that_floats_is_explained(start: Start, text: str) -> None:
    async with start(f"{text}#p1") as pilot:
        await press(pilot, "f", "W")
        assert readings(pilot)[0] == "A/RES/64/293"


async def test_selected_words_become_a_citation(start: Start, text: str) -> None:
    async with start(f"{text}#p2") as pilot:
        await press(pilot, "v", "l", "l", "W", *"70/1", "enter")
        assert ("该议程", "A/RES/70/1") in cited(pilot)
        assert reader(pilot).document is not None


async def test_where_nothing_is_cited_the_key_says_what_to_do(start: Start, text: str) -> None:
    async with start(f"{text}#p2") as pilot:
        await press(pilot, "W")
        assert "Select a citation with Tab" in said(pilot)


async def test_it_is_kept_for_the_next_run(start: Start, text: str, home: Path) -> None:
    async with start(f"{text}#p1") as pilot:
        await press(pilot, "W", "enter")
        held = reader(pilot).document
        assert held
        (kept,) = Corrections(home / "corrections").of(held[1].digest)
        assert (kept.kind, kept.value, kept.quote) == ("cites", "A/RES/44/4", "44/4")
    async with start(f"{text}#p1") as pilot:
        assert cited(pilot)[0] == ("44/4", "A/RES/44/4")
