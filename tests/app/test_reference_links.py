"""Names, short forms, treaties, goals and places of the document lead somewhere, by the keys of all links."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import REPORT, Start, press, settle
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Static

from tui.screens.card import CardScreen
from tui.screens.choice import CandidateRow, ChoiceScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.rows import Rows
from tui.widgets.two_ends import TwoEnds

PARTIES = "CTOC/COP/RES/5/2"


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def select(pilot: Pilot[None], surface: str) -> None:
    """Select the first link of these words in the paragraph at the cursor."""
    pane = reader(pilot).pane
    labels = [link.label for link in pane.links(pane.cursor or "")]
    await press(pilot, *["tab"] * (labels.index(surface) + 1))


def glimpse(pilot: Pilot[None]) -> str:
    """What one peeks at: its title and its text."""
    peek = reader(pilot).peek
    assert peek is not None and peek.display
    return f"{peek.border_title}\n" + "".join(line.text for line in peek.lines)


def card(pilot: Pilot[None]) -> CardScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CardScreen)
    return screen


@pytest.mark.parametrize(
    ("place", "surface", "key", "standing"),
    [
        (f"{PARTIES}#op3", "该决议", "A/RES/64/293", "not in the library"),
        (f"{PARTIES}#op3", "《全球行动计划》", "A/RES/64/293", "not in the library"),
        (f"{PARTIES}#op6", "《人口贩运议定书》", "UNTS 2237, 39574", "treaty"),
        (f"{REPORT}#p45", "可持续发展目标的具体目标 4.7", "SDG 4.7", "Sustainable Development Goal"),
        (
            "A/C.3/80/L.4#pp7",
            "《1930年强迫劳动公约》(第 29 号)",
            "ILO C29",
            "instrument of the International Labour Organization",
        ),
    ],
)
async def test_enter_leads_to_the_card(start: Start, place: str, surface: str, key: str, standing: str) -> None:
    async with start(place) as pilot:
        await select(pilot, surface)
        await press(pilot, "enter")
        head = card(pilot).query_one(TwoEnds)
        assert head.left.plain.startswith(key)
        assert head.right.plain == standing


async def test_the_card_of_a_treaty_says_how_it_came_and_where_it_is_published(start: Start) -> None:
    async with start("UNTS 2237, 39574", size=(160, 40)) as pilot:
        particulars = str(card(pilot).query_one("#particulars", Static).render())
        for part in ("补充议定书", "2000-11-15", "A/RES/55/25", "vol. 2237, No. 39574", "undocs.org/zh/A/RES/55/25"):
            assert part in particulars
        assert "named" in str(card(pilot).query_one("#counts", Static).render())


async def test_a_card_without_an_official_address_opens_none(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("store.library.card._link", lambda *_: "")
    async with start("联合国宪章") as pilot:
        monkeypatch.setattr(pilot.app, "open_url", lambda url, **_: opened.append(url))
        await press(pilot, "o", "y")
        assert card(pilot).query_one(TwoEnds).left.plain.startswith("TREATY 联合国宪章")
        assert opened == []
        assert any("No official address" in note.message for note in pilot.app._notifications)


async def test_a_place_of_the_document_is_gone_to_and_backspace_leads_back(start: Start) -> None:
    async with start(f"{PARTIES}#op13") as pilot:
        await press(pilot, "tab", "enter")
        assert reader(pilot).pane.cursor == "op12"
        await press(pilot, "backspace")
        assert reader(pilot).pane.cursor == "op13"


async def test_a_click_on_a_name_lights_it_and_another_follows_it(start: Start) -> None:
    """The first click must leave the text there: a double click selects a word of it."""
    async with start(f"{PARTIES}#op6") as pilot:
        pane = reader(pilot).pane
        region = pane.link_region(pane.links("op6")[0])
        await pilot.click(offset=Offset(region.x, region.y))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pane.selected_link == 0
        pilot.app._click_chain_last_time = None  # a while later: no double click
        await pilot.click(offset=Offset(region.x, region.y))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)


async def test_what_stays_open_between_two_is_a_choice(start: Start) -> None:
    async with start(f"{REPORT}#p139.h") as pilot:
        await select(pilot, "上述两项决议")
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ChoiceScreen)
        rows = [row for row in screen.query_one(Rows).rows if isinstance(row, CandidateRow)]
        assert [row.candidate.key for row in rows] == ["S/RES/2388(2017)", "S/RES/2331(2016)"]


async def test_what_the_text_does_not_say_is_told(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("报告\n\n1. 各国应执行该决议。\n\n2. 又及。\n", encoding="utf-8")
    async with start(f"{file}#p1") as pilot:
        await select(pilot, "该决议")
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "p1"
        assert any("does not say what “该决议” refers to" in note.message for note in pilot.app._notifications)


async def test_a_treaty_a_place_and_a_choice_can_be_peeked_at(start: Start) -> None:
    async with start(f"{PARTIES}#op13", size=(160, 40)) as pilot:
        await press(pilot, "tab", "K")
        assert "operative para. 12" in glimpse(pilot)
    async with start(f"{PARTIES}#op6", size=(160, 40)) as pilot:
        await press(pilot, "tab", "K")
        assert "UNTS 2237, 39574" in glimpse(pilot)
    async with start(f"{REPORT}#p139.h", size=(160, 40)) as pilot:
        await select(pilot, "上述两项决议")
        await press(pilot, "K")
        assert "S/RES/2331(2016)" in glimpse(pilot)
