"""What was noted on an earlier version goes along to a later one: the very words at once, the rest one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Start, press, settle
from textual.pilot import Pilot

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.library.library import Library
from tui.screens.carry import CarryScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.redline_view import RedlineView

OLD, NEW = "A/C.3/90/L.7", "A/C.3/90/L.7/Rev.1"

SAME = "请秘书长向大会第九十一届会议提交报告，说明本决议的执行情况以及会员国提供的资料；"
BEFORE = "敦促会员国加强边境地区的渔业合作，并在本届会议期间通报所采取的一切措施；"
AFTER = "敦促会员国和观察员加强边境地区的渔业合作，并在下届会议期间通报所采取的一切措施；"
DROPPED = "呼吁灯塔看守人每逢闰月清点鸥巢，并把数目写进蓝皮账簿；"
NEWLY = "注意到沿海各国在信托基金项下提出的新建议；"


def draft(symbol: str, *paragraphs: str) -> str:
    """A draft resolution with these operative paragraphs."""
    front = ("联合国", symbol, "大会", "Distr.: Limited", "3 October 2035", "中文", "第九十届会议", "第三委员会")
    head = "\n".join((*front, "渔业合作", "决议草案", "", "大会，", ""))
    return head + "".join(f"\n{turn}. {text}\n" for turn, text in enumerate(paragraphs, 1))


@pytest.fixture
def shelf(home: Path, tmp_path: Path) -> Shelf:
    """Two versions in the library, and three notes on the earlier one."""
    for symbol, *paragraphs in ((OLD, SAME, BEFORE, DROPPED), (NEW, NEWLY, SAME, AFTER)):
        file = tmp_path / f"{symbol.replace('/', '_')}.txt"
        file.write_text(draft(symbol, *paragraphs), encoding="utf-8")
        Library(home).add(file)
    shelf = Shelf(home / "annotations")
    for place, text in (("op1", SAME), ("op2", BEFORE), ("op3", DROPPED)):
        shelf.set_note(OLD, place, text, f"注：{place}")
    return shelf


def notes(shelf: Shelf, key: str) -> dict[str, str]:
    return {each.place: each.note for each in shelf.of(key)}


def review(pilot: Pilot[None]) -> CarryScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CarryScreen)
    return screen


def beside(pilot: Pilot[None]) -> str:
    return review(pilot).query_one(RedlineView).plain


async def test_the_reader_of_a_later_version_offers_the_notes_of_the_earlier_one(start: Start, shelf: Shelf) -> None:
    async with start(NEW) as pilot:
        await settle(pilot)
        (told,) = pilot.app._notifications
        assert told.message == f"{OLD} has 3 annotations that this document has not: J carries them over."
        await press(pilot, "J")
        assert review(pilot).query_one("#count").render().plain.startswith("1 placed, 1 edited, 1 gone, 0 carried over")


async def test_all_whose_words_stand_go_at_once_and_the_others_one_by_one(start: Start, shelf: Shelf) -> None:
    before = shelf.of(OLD)
    async with start(NEW) as pilot:
        await settle(pilot)
        await press(pilot, "J", "A")
        assert notes(shelf, NEW) == {"op2": "注：op1"}
        assert "Candidate 1 of" in beside(pilot) and "注：op2" in beside(pilot)
        await press(pilot, "enter")
        assert notes(shelf, NEW) == {"op2": "注：op1", "op3": "注：op2"}
        assert shelf.of(OLD) == before
        await press(pilot, "u")
        assert notes(shelf, NEW) == {"op2": "注：op1"}
        await press(pilot, "u")
        assert notes(shelf, NEW) == {}
        await press(pilot, "A", "escape")
        assert isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.marks["op2"].note == "注：op1"
    (carried,) = shelf.of(NEW)
    assert carried.root == before[0].id != carried.id
    assert [(move.how, move.before, move.after) for move in carried.moves] == [("carried", f"{OLD}#op1", "op2")]


async def test_what_is_gone_stays_with_the_earlier_version(start: Start, shelf: Shelf) -> None:
    async with start(NEW) as pilot:
        await settle(pilot)
        await press(pilot, "J", "end", "n", "enter")
        assert "注：op3" not in notes(shelf, NEW).values()


async def test_from_the_earlier_version_notes_go_to_the_later_one(start: Start, shelf: Shelf) -> None:
    async with start(OLD) as pilot:
        await settle(pilot)
        assert not pilot.app._notifications
        await press(pilot, "J", "A", "escape", "J", "A")
        assert notes(shelf, NEW) == {"op2": "注：op1"}


async def test_a_note_that_meets_another_one_is_joined_with_it(start: Start, shelf: Shelf) -> None:
    shelf.set_note(NEW, "op2", SAME, "新注")
    async with start(NEW) as pilot:
        await settle(pilot)
        await press(pilot, "J", "A")
        assert notes(shelf, NEW) == {"op2": "新注\n\n注：op1"}
        await press(pilot, "escape", "J")
        assert "0 placed" in review(pilot).query_one("#count").render().plain
        await press(pilot, "u")
        assert notes(shelf, NEW) == {"op2": "新注"}


async def test_where_there_is_no_other_version_that_is_said(start: Start) -> None:
    async with start("A/C.3/80/L.4") as pilot:
        await press(pilot, "J")
        await settle(pilot)
        (told,) = pilot.app._notifications
        assert "No other version" in told.message


def test_the_fixture_reads_as_it_is_meant(shelf: Shelf, home: Path) -> None:
    found: tuple[Annotation, ...] = shelf.of(OLD)
    document = Library(home).document(OLD)
    assert [document.text_of(each.place) for each in found] == [SAME, BEFORE, DROPPED]
