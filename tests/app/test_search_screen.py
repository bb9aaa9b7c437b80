"""Search over the whole library."""

from __future__ import annotations

from conftest import DRAFT, Start, press, write
from textual.pilot import Pilot
from textual.widgets import Static

from store.document import Block, Document, FrontMatter, Span
from tui.excerpt import excerpt
from tui.finding import Finding
from tui.screens.reader import ReaderScreen
from tui.screens.search import HitRow, SearchScreen
from tui.typeset import widths_for


def hits(pilot: Pilot[None]) -> list[HitRow]:
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    return [row for row in screen.list.rows if isinstance(row, HitRow)]


async def test_paragraphs_of_all_documents_that_hold_all_words(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "ctrl+f")
        await write(pilot, "自愿信托基金 受害人")
        found = hits(pilot)
        assert len({row.hit.document for row in found}) > 1
        assert all("信托基金" in row.hit.text and "受害人" in row.hit.text for row in found)


async def test_enter_jumps_to_the_hit_with_the_words_lit(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "ctrl+f")
        await write(pilot, "COVID")
        place = hits(pilot)[0].hit.place
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document and screen.document[0] == DRAFT
        assert screen.pane.cursor == place
        assert screen._finding and screen._finding.by_place[place]


async def test_a_hit_in_the_open_document_is_lit_too(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "ctrl+f")
        await write(pilot, "COVID")
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen._finding and screen._finding.hits
        await press(pilot, "backspace")
        assert screen.pane.cursor == "op5"


async def test_without_a_hit_one_is_told(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "ctrl+f")
        await write(pilot, "[b]xyzzy")
        assert hits(pilot) == []
        assert "[b]xyzzy" in str(pilot.app.screen.query_one("#words", Static).render())


def test_an_excerpt_shows_what_was_found_however_far_it_is() -> None:
    text = "重申" * 100 + "贩运人口" + "等等" * 100
    line = excerpt(text, [Span(200, 204)], 40, widths_for())
    assert "贩运人口" in line.plain
    assert line.cell_length <= 40
    (lit,) = line.spans
    assert line.plain[lit.start : lit.end] == "贩运人口"


def test_an_excerpt_of_a_short_text_is_the_text() -> None:
    assert excerpt("重申[/b]", [Span(0, 2)], 40, widths_for()).plain == "重申[/b]"


def test_an_excerpt_ends_in_the_middle_of_what_was_found_where_it_must() -> None:
    line = excerpt("贩运人口" * 30, [Span(0, 120)], 10, widths_for())
    assert line.cell_length <= 10
    assert all(0 <= span.start < span.end <= len(line.plain) for span in line.spans)


def test_words_that_were_searched_for_are_lit_each_for_itself() -> None:
    blocks = (
        Block("op1", "operative", "1", "回顾人权理事会的决议，又回顾人权"),
        Block("op2", "operative", "2", "无关"),
    )
    finding = Finding(Document(FrontMatter(), blocks), "决议 人权", apart=True)
    assert [(hit.place, hit.span.start) for hit in finding.hits] == [("op1", 2), ("op1", 8), ("op1", 14)]
