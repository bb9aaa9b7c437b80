"""The reading pane as one uses it: moving, links, mouse, folds, marks, sizes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.message import Message
from textual.pilot import Pilot

from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker, Span
from tui.typeset import widths_for
from tui.widgets.marks import Mark
from tui.widgets.reading_pane import ReadingPane

LONG = "敦促会员国采取一切必要措施，" * 60


def a_document() -> Document:
    """A small resolution with everything in it."""
    blocks = (
        Block("ch", "chapeau", None, "大会，"),
        Block(
            "pp1",
            "preamble",
            None,
            "回顾其 2010 年 7 月 30 日第 64/293 号决议和第 70/1 号决议，",
            markers=(Marker("1", 43, "fn1"), Marker("2", 43, "fn2")),
        ),
        Block("pp2", "preamble", None, "重申目的是：[/] [b]粗[/b]"),
        Block("pp2.a", "item", "(a)", "促进批准公约，", "pp2", (Marker("3", 6, None),), 1),
        Block("pp2.b", "item", "(b)", "帮助会员国，", "pp2", (), 1),
        Block("op1", "operative", "1", LONG),
        Block("op2", "operative", "2", "见 A/71/119，并请秘书长报告。"),
        *(Block(f"op{n}", "operative", str(n), f"第{n}段。") for n in range(3, 40)),
    )
    text = blocks[1].text
    citations = tuple(
        Citation("pp1", text.index(surface), surface, f"A/RES/{surface}") for surface in ("64/293", "70/1")
    )
    return Document(
        FrontMatter(),
        blocks,
        (Footnote("fn1", "1", "第 64/293 号决议。"), Footnote("fn2", "2", "同上。")),
        citations=(*citations, Citation("op2", 2, "A/71/119", "A/71/119")),
    )


class PaneApp(App[None]):
    """A pane and all that it says."""

    def __init__(self, document: Document, marks: dict[str, Mark], place: str | None) -> None:
        super().__init__()
        self.shown = (document, marks, place)
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ReadingPane()

    def on_mount(self) -> None:
        self.query_one(ReadingPane).show(*self.shown)

    def on_reading_pane_cursor_moved(self, message: ReadingPane.CursorMoved) -> None:
        self.said.append(message)

    def on_link_view_footnote_requested(self, message: ReadingPane.FootnoteRequested) -> None:
        self.said.append(message)

    def on_link_view_citation_followed(self, message: ReadingPane.CitationFollowed) -> None:
        self.said.append(message)

    def on_reading_pane_paragraph_clicked(self, message: ReadingPane.ParagraphClicked) -> None:
        self.said.append(message)

    def on_reading_pane_scrolled(self, message: ReadingPane.Scrolled) -> None:
        self.said.append(message)

    def heard(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.said if isinstance(message, kind)]


@asynccontextmanager
async def reading(
    place: str | None = None,
    *,
    document: Document | None = None,
    marks: dict[str, Mark] | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[ReadingPane, Pilot[None], PaneApp]]:
    app = PaneApp(document or a_document(), marks or {}, place)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app.query_one(ReadingPane), pilot, app


def rows(pane: ReadingPane) -> list[str]:
    """What one sees, row by row."""
    return [pane.render_line(y).text for y in range(pane.size.height)]


def row_of(pane: ReadingPane, words: str) -> int:
    return next(y for y, row in enumerate(rows(pane)) if words in row)


def barred(pane: ReadingPane) -> list[str]:
    """The rows beside which the bar of the cursor stands."""
    return [row for row in rows(pane) if "▌" in row]


def steps(pane: ReadingPane, step: int, count: int) -> Iterator[str | None]:
    for _ in range(count):
        pane.move(step)
        yield pane.cursor


@pytest.mark.parametrize(
    ("place", "cursor"),
    [(None, "ch"), ("op2", "op2"), ("fn2", "pp1"), ("nowhere", "ch")],
    ids=["beginning", "block", "footnote", "unknown"],
)
async def test_a_document_opens_at_the_place_asked_for(place: str | None, cursor: str) -> None:
    async with reading(place) as (pane, _, app):
        assert pane.cursor == cursor
        assert barred(pane)
        assert app.heard(ReadingPane.CursorMoved)[-1].block_id == cursor


async def test_an_empty_document_shows_nothing_and_does_not_fail() -> None:
    async with reading(document=Document(FrontMatter(), ())) as (pane, _, _app):
        pane.move(1), pane.turn(1), pane.go_to_end(1), pane.next_link(), pane.activate(), pane.toggle_fold()
        assert pane.cursor is None
        assert not "".join(rows(pane)).strip()


async def test_text_that_looks_like_markup_is_shown_as_it_is() -> None:
    async with reading() as (pane, _, _app):
        assert any("[/] [b]粗[/b]" in row for row in rows(pane))


async def test_labels_hang_before_the_text_and_items_step_in() -> None:
    async with reading("op2") as (pane, _, _app):
        operative = rows(pane)[row_of(pane, "见 A/71")]
        pane.go_to_end(-1)
        preamble, item = (rows(pane)[row_of(pane, words)] for words in ("重申目的", "促进批准"))
        assert operative.index("见") == preamble.index("重")
        assert operative[: operative.index("见")].endswith(" 2. ")
        assert item[: item.index("促")].endswith(" (a) ")
        assert item.index("(a)") == preamble.index("重") + 2


async def test_moving_goes_from_paragraph_to_paragraph_and_stays_at_the_ends() -> None:
    async with reading() as (pane, _, _app):
        assert list(steps(pane, 1, 3)) == ["pp1", "pp2", "pp2.a"]
        assert list(steps(pane, -1, 5)) == ["pp2", "pp1", "ch", "ch", "ch"]


async def test_a_paragraph_longer_than_the_view_is_scrolled_through_before_it_is_left() -> None:
    async with reading("op1", size=(60, 12)) as (pane, _, _app):
        seen = set(rows(pane))
        while pane.cursor == "op1":
            seen |= set(rows(pane))
            pane.move(1)
        assert pane.cursor == "op2"
        shown = "".join(row.replace("▌", "").strip() for row in seen)
        page = pane.page
        assert page is not None
        assert all(line.text in shown for line in page.layout(page.index_of["op1"]).setting.lines)
        pane.move(-1)
        assert pane.cursor == "op1"
        assert "▌" in rows(pane)[-2], "coming from below one sees its end"


async def test_a_view_down_and_up_leads_over_the_whole_document() -> None:
    async with reading() as (pane, _, _app):
        cursors = []
        while pane.cursor != "op39":
            pane.action_page_down()
            cursors.append(pane.cursor)
        assert pane.percent == 100
        while pane.cursor != "ch":
            pane.action_page_up()
        assert pane.percent == 0
        assert len(cursors) == len(set(cursors))


async def test_beginning_and_end_show_the_first_and_the_last_paragraph() -> None:
    async with reading() as (pane, _, _app):
        pane.action_last()
        assert (pane.cursor, pane.percent) == ("op39", 100)
        assert any("第39段" in row for row in rows(pane))
        pane.action_first()
        assert (pane.cursor, pane.percent) == ("ch", 0)


async def test_the_wheel_scrolls_and_takes_the_cursor_along() -> None:
    async with reading() as (pane, pilot, app):
        for _ in range(8):
            pane.post_message(MouseScrollDown(pane, 20, 10, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert pane.scroll_offset.y > 10
        assert barred(pane)
        assert app.heard(ReadingPane.Scrolled)[-1].percent == pane.percent > 0


async def test_links_come_in_the_order_of_reading() -> None:
    async with reading() as (pane, _, _app):
        assert [(link.kind, link.label) for link in pane.links("pp1")] == [
            ("citation", "64/293"),
            ("citation", "70/1"),
            ("marker", "1"),
            ("marker", "2"),
        ]
        assert [link.target for link in pane.links("pp1")] == ["A/RES/64/293", "A/RES/70/1", "fn1", "fn2"]


async def test_tab_goes_round_through_the_links_of_the_paragraph() -> None:
    async with reading("pp1") as (pane, _, _app):
        seen = []
        for _ in range(5):
            pane.action_next_link()
            seen.append(pane.selected_link)
        assert seen == [0, 1, 2, 3, 0]
        pane.action_previous_link()
        assert pane.selected_link == 3
        pane.move(1)
        assert pane.selected_link is None
        pane.action_next_link()
        assert pane.selected_link is None, "a paragraph without links"


async def test_shift_tab_begins_with_the_last_link() -> None:
    async with reading("pp1") as (pane, _, _app):
        pane.action_previous_link()
        assert pane.selected_link == 3


async def test_enter_follows_the_only_link_and_else_first_shows_which() -> None:
    async with reading("op2") as (pane, pilot, app):
        pane.action_follow()
        await pilot.pause()
        assert [m.citation.symbol for m in app.heard(ReadingPane.CitationFollowed)] == ["A/71/119"]
        pane.cursor = "pp1"
        pane.action_follow()
        await pilot.pause()
        assert pane.selected_link == 0
        assert len(app.heard(ReadingPane.CitationFollowed)) == 1
        pane.action_follow()
        await pilot.pause()
        assert app.heard(ReadingPane.CitationFollowed)[-1].citation.symbol == "A/RES/64/293"


async def test_a_marker_asks_for_its_footnote_beside_itself() -> None:
    async with reading("pp1") as (pane, pilot, app):
        pane.selected_link = 2
        pane.activate()
        await pilot.pause()
        request = app.heard(ReadingPane.FootnoteRequested)[-1]
        assert [link.target for link in request.links] == ["fn1"]
        row = rows(pane)[request.region.y - pane.region.y]
        assert widths_for().measure(row[: row.index("¹")]) == request.region.x - pane.region.x


async def test_all_footnotes_of_a_paragraph_are_asked_for_together() -> None:
    async with reading("pp1") as (pane, pilot, app):
        assert pane.request_footnotes()
        await pilot.pause()
        assert [link.label for link in app.heard(ReadingPane.FootnoteRequested)[-1].links] == ["1", "2"]
        assert pane.selected_link == 2, "the first marker is lit"
        pane.move(1)
        assert not pane.request_footnotes()


async def test_the_next_footnote_may_be_in_another_paragraph_and_missing() -> None:
    async with reading("pp1") as (pane, pilot, app):
        found = [pane.request_next_footnote() for _ in range(4)]
        await pilot.pause()
        assert found == [True, True, True, False]
        assert pane.cursor == "pp2.a"
        last = app.heard(ReadingPane.FootnoteRequested)[-1].links[0]
        assert (last.label, last.target) == ("3", None)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_region_covers_the_character_on_the_screen(width: int) -> None:
    async with reading("pp1", size=(width, 30)) as (pane, _, app):
        text = app.shown[0].by_id["op1"].text
        pane.go_to_end(-1)
        for at in (0, 5, 77, 120):
            region = pane.region_of("op1", at)
            if region.y < pane.size.height:
                row, cell = rows(pane)[region.y], region.x
                assert text[at] == next(c for n, c in enumerate(row) if widths_for().measure(row[:n]) == cell)


async def test_clicks_follow_links_and_move_the_cursor() -> None:
    async with reading() as (pane, pilot, app):
        citation = pane.link_region(pane.links("pp1")[0])
        await pilot.click(pane, offset=(citation.x + 1, citation.y))
        assert (pane.cursor, pane.selected_link) == ("pp1", 0)
        assert app.heard(ReadingPane.CitationFollowed)[-1].citation.surface == "64/293"
        marker = pane.link_region(pane.links("pp2.a")[0])
        await pilot.click(pane, offset=marker.offset)
        assert pane.cursor == "pp2.a"
        assert app.heard(ReadingPane.FootnoteRequested)[-1].links[0].label == "3"
        await pilot.click(pane, offset=(20, row_of(pane, "帮助会员国")))
        assert pane.cursor == "pp2.b"
        assert app.heard(ReadingPane.ParagraphClicked)[-1].block_id == "pp2.b"
        await pilot.click(pane, offset=(20, row_of(pane, "帮助会员国") - 1))
        assert pane.cursor == "pp2.b", "nothing between two paragraphs"


async def test_a_fold_hides_what_is_under_a_paragraph_and_says_how_much() -> None:
    async with reading("pp2") as (pane, pilot, _app):
        assert pane.toggle_fold()
        assert not any("促进批准" in row for row in rows(pane))
        assert any("▸" in row and "2" in row for row in barred(pane))
        assert list(steps(pane, 1, 1)) == ["op1"]
        pane.move(-1)
        await pilot.click(pane, offset=(20, row_of(pane, "▸")))
        assert any("促进批准" in row for row in rows(pane))


async def test_an_item_folds_what_it_stands_under_and_a_lone_paragraph_nothing() -> None:
    async with reading("pp2.b") as (pane, _, _app):
        assert pane.toggle_fold()
        assert pane.cursor == "pp2"
        pane.cursor = "op2"
        assert not pane.toggle_fold()


async def test_going_to_a_folded_paragraph_unfolds_it() -> None:
    async with reading("pp2") as (pane, _, _app):
        pane.toggle_fold()
        assert pane.go_to("pp2.b")
        assert any("帮助会员国" in row for row in barred(pane))


async def test_unknown_places_are_refused() -> None:
    async with reading("op2") as (pane, _, _app):
        assert not pane.go_to("op99")
        pane.cursor = "op99"
        assert pane.cursor == "op2"


async def test_marks_stand_below_their_paragraph_and_leave_the_place_alone() -> None:
    async with reading("op20") as (pane, _, _app):
        row = row_of(pane, "第20段")
        pane.set_marks({"pp1": Mark(("授权",), "很早。"), "op20": Mark(("我方", "重点"), "第一行\n\n[b]第二行")})
        assert row_of(pane, "第20段") == row
        shown = "".join(barred(pane))
        assert all(words in shown for words in ("# 我方  # 重点", "│ 第一行", "│ [b]第二行"))
        pane.set_marks({})
        assert not any("# 我方" in line for line in rows(pane))
        assert row_of(pane, "第20段") == row


async def test_tags_are_packed_in_rows_of_the_measure() -> None:
    tags = tuple(f"标签{n}" + "长" * 6 for n in range(9))
    async with reading("op2", marks={"op2": Mark(tags)}) as (pane, _, _app):
        shown = barred(pane)
        assert all(any(tag in row for row in shown) for tag in tags)
        assert len(shown) > 2


@pytest.mark.parametrize("place", ["op2", "op20", "op1"])
async def test_another_width_keeps_the_paragraph_where_it_is(place: str) -> None:
    async with reading(place) as (pane, pilot, _app):
        before = next(y for y, row in enumerate(rows(pane)) if "▌" in row)
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        assert next(y for y, row in enumerate(rows(pane)) if "▌" in row) == before
        await pilot.resize_terminal(80, 10)
        await pilot.pause()
        assert pane.cursor == place
        assert barred(pane)


async def test_the_middle_of_a_long_paragraph_stays_when_the_width_changes() -> None:
    async with reading("op1", size=(60, 12)) as (pane, pilot, _app):
        pane.move(1)
        anchor = pane.anchor_line()
        await pilot.resize_terminal(44, 12)
        await pilot.pause()
        after = pane.anchor_line()
        assert anchor is not None and after is not None
        assert after.row == anchor.row
        assert 0 <= anchor.at - after.at < 30


async def test_hits_are_painted_and_the_current_one_is_brought_into_view() -> None:
    async with reading(size=(60, 12)) as (pane, _, _app):
        at = LONG.rindex("敦促")
        pane.highlight({"op1": [Span(0, 2), Span(at, at + 2)]}, ("op1", Span(at, at + 2)))
        assert pane.cursor == "op1"
        region = pane.region_of("op1", at)
        assert 0 <= region.y < 12
        line = pane.render_line(region.y)
        grounds = {segment.style.bgcolor for segment in line if segment.text == "敦促" and segment.style}
        assert len(grounds) == 1
        pane.highlight({})
        painted = {segment.text for segment in pane.render_line(region.y)}
        assert "敦促" not in painted


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24), (200, 50)])
@pytest.mark.parametrize("ambiguous", [1, 2])
async def test_every_row_fills_the_pane_exactly_as_the_terminal_counts(size: tuple[int, int], ambiguous: int) -> None:
    document = Document(FrontMatter(), (Block("pp1", "preamble", None, "题为“评估——计划”的决议…，" * 9),))
    async with reading(document=document, size=size) as (pane, _, _app):
        pane.ambiguous_width = ambiguous
        table = widths_for(ambiguous)
        assert {table.measure(row) for row in rows(pane)} == {size[0]}
        assert {pane.render_line(y).cell_length for y in range(size[1])} == {size[0]}


async def test_the_measure_is_kept_and_centred() -> None:
    async with reading("op1", size=(160, 30)) as (pane, _, _app):
        texts = [row.replace("▌", " ") for row in barred(pane)]
        assert max(widths_for().measure(row.strip().removeprefix("1. ")) for row in texts) in (79, 80)
        left = min(len(row) - len(row.lstrip()) for row in texts)
        assert 30 <= left <= 40
        pane.measure = 30
        texts = [row.replace("▌", " ") for row in barred(pane)]
        assert max(widths_for().measure(row.strip().removeprefix("1. ")) for row in texts) in (59, 60)


async def test_a_very_long_document_opens_without_being_laid_out() -> None:
    blocks = tuple(Block(f"p{n}", "paragraph", str(n), "a report " * (n % 90)) for n in range(1, 20_001))
    async with reading("p10000", document=Document(FrontMatter(), blocks)) as (pane, _, _app):
        page = pane.page
        assert page is not None
        before = rows(pane)
        assert "▌" in before[6], "with a quarter of the view above it"
        page_height = page.height
        for index in range(0, 2_000, 20):
            pane.measure_near(index)
        assert rows(pane) == before, "what one sees stays while the rest is measured"
        assert page.height != page_height
        pane.move(-1)
        assert pane.cursor == "p9999"
        assert barred(pane)
