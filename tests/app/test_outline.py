"""The outline: what it lists, how it is opened, and that it leads and follows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from store.document import Block, Document, FrontMatter
from tui.language import language, set_language
from tui.typeset import widths_for
from tui.widgets.marks import Mark
from tui.widgets.outline import Outline
from tui.widgets.outline_entries import entries_in, entries_of

RESOLUTION = (
    Block("ch", "chapeau", None, "大会，"),
    Block("pp1", "preamble", None, "回顾[b]其决议，"),
    Block("pp2", "preamble", None, "重申目的是："),
    Block("pp2.a", "item", "(a)", "促进批准，", "pp2", (), 1),
    Block("t1", "text", None, "（续）"),
    Block("pp3", "preamble", None, "铭记“义务”，"),
    Block("op1", "operative", "1", "敦促会员国；"),
    Block("op2", "operative", "2", "请秘书长报告。"),
    Block("s1", "heading", "附件", "宣言", None, (), 1),
    Block("p1", "paragraph", "1", "我们重申。", "s1"),
)


def paragraphs(count: int) -> tuple[Block, ...]:
    return tuple(Block(f"p{n}", "paragraph", str(n), f"第{n}段。") for n in range(1, count + 1))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Strings as they stand in the code."""
    before = language()
    set_language("en")
    yield
    set_language(before)


class OutlineApp(App[None]):
    """An outline and the places chosen in it."""

    def __init__(self, blocks: Sequence[Block], marks: dict[str, Mark]) -> None:
        super().__init__()
        self.shown = (Document(FrontMatter(), tuple(blocks)), marks)
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Outline()

    def on_mount(self) -> None:
        self.query_one(Outline).show(*self.shown)

    def on_outline_place_chosen(self, message: Outline.PlaceChosen) -> None:
        self.chosen.append(message.block_id)


@asynccontextmanager
async def outlined(
    blocks: Sequence[Block] = RESOLUTION, marks: dict[str, Mark] | None = None
) -> AsyncIterator[tuple[Outline, Pilot[None], OutlineApp]]:
    app = OutlineApp(blocks, marks or {})
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        yield app.query_one(Outline), pilot, app


def rows(outline: Outline) -> list[str]:
    return [text for y in range(outline.size.height) if (text := outline.render_line(y).text.rstrip())]


async def test_a_resolution_shows_its_parts_opened_and_their_counts() -> None:
    async with outlined() as (outline, _, _app):
        assert rows(outline) == [
            "  大会，",
            "▾ Preamble  3",
            "    回顾[b]其决议，",
            "  ▸ 重申目的是：  1",
            "    （续）",
            "    铭记“义务”，",
            "▾ Operative part  2",
            "    1. 敦促会员国；",
            "    2. 请秘书长报告。",
            "▸ 附件 宣言  1",
        ]


async def test_enter_and_click_lead_to_a_block_and_open_a_part() -> None:
    async with outlined() as (outline, pilot, app):
        outline.focus()
        await pilot.press("j", "enter")
        assert "▸ Preamble  3" in rows(outline)
        await pilot.press("enter", "down", "enter")
        assert app.chosen == ["pp1"]
        await pilot.click(outline, offset=(10, rows(outline).index("    1. 敦促会员国；")))
        assert app.chosen == ["pp1", "op1"]


async def test_right_opens_and_left_shuts_or_goes_up() -> None:
    async with outlined() as (outline, pilot, app):
        outline.focus()
        outline.reveal("pp2")
        await pilot.press("right")
        assert "      (a) 促进批准，" in rows(outline)
        await pilot.press("left")
        assert "      (a) 促进批准，" not in rows(outline)
        await pilot.press("left", "left")
        assert "▸ Preamble  3" in rows(outline)
        assert app.chosen == []


async def test_revealing_opens_the_way_shuts_it_again_and_chooses_nothing() -> None:
    async with outlined() as (outline, pilot, app):
        outline.reveal("pp2.a")
        await pilot.pause()
        node = outline.cursor_node
        assert node is not None and node.data is not None and node.data.block is not None
        assert node.data.block.id == "pp2.a"
        assert "      (a) 促进批准，" in rows(outline)
        outline.reveal("p1")
        await pilot.pause()
        assert "      (a) 促进批准，" not in rows(outline)
        assert "    1. 我们重申。" in rows(outline)
        outline.reveal("nowhere")
        assert app.chosen == []


async def test_marks_stand_before_their_paragraph_and_change_in_place() -> None:
    async with outlined(marks={"pp1": Mark(("授权",)), "op1": Mark((), "注")}) as (outline, _, _app):
        assert "  ● 回顾[b]其决议，" in rows(outline)
        assert "  ✎ 1. 敦促会员国；" in rows(outline)
        outline.set_marks({"op1": Mark(("我方",), "注"), "pp2": Mark(("我方",))})
        assert "    回顾[b]其决议，" in rows(outline)
        assert "  ●✎1. 敦促会员国；" in rows(outline)
        assert "  ▸ ● 重申目的是：  1" in rows(outline)


async def test_labels_of_one_level_end_in_one_column() -> None:
    async with outlined(paragraphs(12)) as (outline, _, _app):
        assert rows(outline)[8:10] == ["   9. 第9段。", "  10. 第10段。"]


async def test_very_many_paragraphs_are_put_in_ranges_that_open() -> None:
    async with outlined(paragraphs(50_000)) as (outline, pilot, _app):
        assert len(outline.root.children) <= 400
        assert rows(outline)[0] == "▸ 1. – 125."
        outline.reveal("p40001")
        await pilot.pause()
        assert any(row.endswith("40001. 第40001段。") for row in rows(outline))


@pytest.mark.parametrize("ambiguous", [1, 2])
async def test_every_row_is_as_wide_as_the_outline(ambiguous: int) -> None:
    async with outlined() as (outline, _, _app):
        outline.ambiguous_width = ambiguous
        lines = [outline.render_line(y) for y in range(outline.size.height)]
        assert {line.cell_length for line in lines} == {outline.size.width}
        assert {widths_for(ambiguous).measure(line.text) for line in lines} == {outline.size.width}


def test_entries_hold_every_block_once_and_in_order() -> None:
    top = [block for block in RESOLUTION if block.parent is None]
    entries = entries_of(top)
    assert [block for entry in entries for block in entry.blocks] == top
    assert [entry.kind for entry in entries] == ["block", "preamble", "operative", "block"]
    many = paragraphs(1_001)
    ranges = entries_of(many)
    assert [block for entry in ranges for inner in entries_in(entry) for block in inner.blocks] == list(many)


async def test_the_mouse_may_ask_for_a_line_before_the_first_painting() -> None:
    async with outlined() as (_, _pilot, app):
        unpainted = Outline()
        await app.mount(unpainted)
        unpainted.show(*app.shown)
        assert unpainted.render_line(0).cell_length == unpainted.size.width
