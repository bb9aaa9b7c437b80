"""The footnote popover: where it stands, what it shows, and that it leaves the text alive."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker
from tui.language import language, set_language
from tui.widgets.popover import Popover
from tui.widgets.reading_pane import ReadingPane

LONG = "见[b]秘书长的" + "".join(f"第{n}份报告，" for n in range(60))

DOCUMENT = Document(
    FrontMatter(),
    (
        Block(
            "pp1", "preamble", None, "回顾其决议，又回顾公约，", None, (Marker("1", 6, "fn1"), Marker("2", 12, "fn2"))
        ),
        *(Block(f"op{n}", "operative", str(n), f"第{n}段。") for n in range(1, 30)),
        Block("op30", "operative", "30", "请报告。", None, (Marker("3", 4, "fn3"), Marker("*", 4, None))),
    ),
    (
        Footnote("fn1", "1", "第 64/293 号和第 70/1 号决议。"),
        Footnote("fn2", "2", LONG),
        Footnote("fn3", "3", "同上。"),
    ),
    citations=(
        Citation("fn1", 2, "64/293", "A/RES/64/293"),
        Citation("fn1", 13, "70/1", "A/RES/70/1"),
    ),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Strings as they stand in the code."""
    before = language()
    set_language("en")
    yield
    set_language(before)


class PopoverApp(App[None]):
    """A pane and its popover, joined as a screen would join them."""

    def __init__(self) -> None:
        super().__init__()
        self.followed: list[str] = []
        self.closed = 0

    def compose(self) -> ComposeResult:
        yield ReadingPane()
        yield Popover()

    def on_mount(self) -> None:
        self.query_one(ReadingPane).show(DOCUMENT, {})

    def on_link_view_footnote_requested(self, message: ReadingPane.FootnoteRequested) -> None:
        self.query_one(Popover).show(DOCUMENT, message.links, message.region)

    def on_popover_next_requested(self) -> None:
        self.query_one(ReadingPane).request_next_footnote()

    def on_popover_link_followed(self, message: Popover.LinkFollowed) -> None:
        self.followed.append(message.link.label)

    def on_floating_closed(self) -> None:
        self.closed += 1


@asynccontextmanager
async def reading(size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[ReadingPane, Popover, Pilot[None]]]:
    app = PopoverApp()
    async with app.run_test(size=size) as pilot:
        pane = app.query_one(ReadingPane)
        pane.focus()
        await pilot.pause()
        yield pane, app.query_one(Popover), pilot


async def click_marker(pane: ReadingPane, pilot: Pilot[None], place: str, link: int) -> Region:
    region = pane.link_region(pane.links(place)[link])
    await pilot.click(offset=region.offset)
    await pilot.pause()
    return region


def rows(popover: Popover) -> list[str]:
    return [popover.render_line(y).text.rstrip() for y in range(popover.size.height)]


def seen_on(pilot: Pilot[None]) -> set[str]:
    """All characters on the screen."""
    return set("".join(line.text for line in pilot.app.screen._compositor.render_strips()))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (40, 12)])
async def test_it_stands_beside_its_marker_and_never_over_its_line(size: tuple[int, int]) -> None:
    async with reading(size) as (pane, popover, pilot):
        for place, link in (("pp1", 0), ("pp1", 1), ("op30", 0)):
            pane.go_to(place)
            await pilot.pause()
            cause = await click_marker(pane, pilot, place, link)
            assert popover.display
            assert popover.region.height <= max(3, size[1] // 3)
            assert pilot.app.screen.region.contains_region(popover.region)
            assert cause.y in (popover.region.y - 1, popover.region.bottom)
            assert popover.region.x <= cause.x < popover.region.right
            popover.close()
            await pilot.pause()


async def test_a_note_is_shown_under_its_number_and_not_as_markup() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 0)
        assert popover.border_title == "Footnote 1"
        assert rows(popover) == ["第 64/293 号和第 70/1 号决议。"]
        await click_marker(pane, pilot, "pp1", 1)
        assert popover.border_title == "Footnote 2"
        assert rows(popover)[0].startswith("见[b]秘书长")


async def test_a_second_marker_clicked_shows_that_note_and_escape_gives_the_focus_back() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 1)
        assert pilot.app.focused is popover
        await click_marker(pane, pilot, "pp1", 0)
        assert popover.display
        assert popover.border_title == "Footnote 1"
        assert pane.selected_link == 0
        await pilot.press("escape")
        await pilot.pause()
        assert not popover.display
        assert pilot.app.focused is pane
        assert pane.selected_link == 0, "the marker stays lit"


async def test_a_click_elsewhere_closes_it() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 0)
        region = pane.region_of("op5", 0)
        await pilot.click(offset=region.offset)
        await pilot.pause()
        assert not popover.display
        assert pane.cursor == "op5"


async def test_citations_of_a_note_are_links() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 0)
        await pilot.press("enter")
        await pilot.press("tab", "tab", "enter")
        await pilot.press("tab", "enter")
        await pilot.press("shift+tab", "enter")
        region = popover.content_region
        await pilot.click(offset=(region.x + 4, region.y))
        await pilot.click(offset=(region.x, region.y))
        assert pilot.app.followed == ["64/293", "70/1", "64/293", "70/1", "64/293"]


async def test_n_shows_the_next_note_wherever_it_is_and_even_if_it_is_missing() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 0)
        titles = []
        for _ in range(4):
            await pilot.press("n")
            await pilot.pause()
            titles.append(popover.border_title)
        assert titles == ["Footnote 2", "Footnote 3", "Footnote *", "Footnote *"]
        assert pane.cursor == "op30"
        assert "does not have footnote *" in " ".join(rows(popover))


async def test_all_notes_of_a_paragraph_stand_under_each_other_with_their_labels() -> None:
    async with reading((80, 40)) as (pane, popover, pilot):
        pane.request_footnotes()
        await pilot.pause()
        assert popover.border_title == "Footnotes 1 to 2"
        assert rows(popover)[0].startswith("1 第 64/293")
        assert rows(popover)[1].startswith("2 见[b]")


async def test_a_note_longer_than_its_third_of_the_screen_scrolls() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 1)
        seen = set(rows(popover))
        for _ in range(40):
            await pilot.press("down")
            seen |= set(rows(popover))
        assert LONG.endswith(rows(popover)[-1])
        assert sum(len(row) for row in seen) == len(LONG)
        await pilot.press("k")
        assert popover.scroll_offset.y == popover.max_scroll_y - 1


@pytest.mark.parametrize("width", [40, 39, 24])
async def test_its_scroll_bar_stands_on_no_character(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E60)))
    long = Document(DOCUMENT.front, DOCUMENT.blocks, (DOCUMENT.footnotes[0], Footnote("fn2", "2", text)))
    monkeypatch.setattr(sys.modules[__name__], "DOCUMENT", long)
    async with reading((width, 18)) as (pane, _popover, pilot):
        await click_marker(pane, pilot, "pp1", 1)
        seen = seen_on(pilot)
        for _ in range(20):
            await pilot.press("down")
            seen |= seen_on(pilot)
        assert set(text) <= seen


async def test_it_says_what_its_keys_do() -> None:
    async with reading() as (pane, popover, pilot):
        await click_marker(pane, pilot, "pp1", 0)
        assert str(popover.border_subtitle) == "Enter follow  n next  a note  t tag  Esc close"
        await click_marker(pane, pilot, "pp1", 1)
        assert str(popover.border_subtitle) == "n next  a note  t tag  Esc close"
