"""How the text is set in the pane: narrow windows, odd characters, spacing, hanging marks, justified lines, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, Start, press, settle
from test_reading_pane import reading, row_of, rows

from store.document import Block, Document, FrontMatter, Marker
from store.state import State
from tui.launching import type_ahead
from tui.typeset import widths_for
from tui.widgets.page.block import Kind
from tui.widgets.reading_pane import ReadingPane

ODD = (
    "👨\u200d👩\u200d👧👍🏽🇨🇳☀\ufe0f café cafe\u0301 محمد بن سلمان，שָׁלוֹם नमस्ते 𠮷한국“评估——计划”……\u202e\x1b[31m\t·×"
    + "x" * 400
    + "，" * 9
    + "《" * 9
)
HANGS = "敦促各国采取必要措施，" * 20
LATIN = "回顾 the United Nations 于 2010 年 7 月 30 日 在 New York 通过的第 64/293 号决议，" * 6


def one_paragraph(text: str) -> Document:
    """A document of one paragraph with all that may stand beside it, and one below."""
    blocks = (
        Block("op1", "operative", "1", text, markers=(Marker("12", len(text), None),)),
        Block("op1.a", "item", "(a)", text, "op1", (), 1),
        Block("op1.a.1", "item", "（三十八）", text, "op1.a", (), 2),
        Block("op1.a.1.1", "item", "(xxxviii)", text, "op1.a.1", (), 3),
        Block("op2", "operative", "2", "请秘书长报告。"),
    )
    return Document(FrontMatter(), blocks)


@pytest.mark.parametrize("size", [(1, 5), (2, 5), (3, 5), (5, 5), (10, 9), (20, 9), (21, 9), (40, 24), (120, 36)])
@pytest.mark.parametrize("ambiguous", [1, 2])
async def test_no_row_is_sheared_whatever_the_text_and_however_narrow_the_window(
    size: tuple[int, int], ambiguous: int
) -> None:
    async with reading(document=one_paragraph(ODD), size=size) as (pane, _, _app):
        pane.ambiguous_width, pane.hanging_marks, pane.justified = ambiguous, True, True
        table = widths_for(ambiguous)
        for _turn in range(6):
            assert {table.measure(row) for row in rows(pane)} == {size[0]}
            assert {pane.render_line(y).cell_length for y in range(size[1])} == {size[0]}
            pane.turn(1)


@pytest.mark.parametrize("width", [2, 3, 5, 10, 20, 40])
async def test_a_narrow_window_shows_all_of_the_text(width: int) -> None:
    text = "敦促各国第 64/293 号，并请秘书长"
    async with reading(document=one_paragraph(text), size=(width, 60)) as (pane, _, _app):
        page = pane.page
        assert page is not None
        shown = "".join("".join(row.replace("▌", "").split()) for row in rows(pane))
        assert "".join(text.split()) in shown


async def test_levels_step_in_and_lines_begin_after_their_labels() -> None:
    async with reading(document=one_paragraph(HANGS), size=(120, 40)) as (pane, _, _app):
        page = pane.page
        assert page is not None
        indents = [page.layout(index).indent for index in range(4)]
        assert indents == sorted(set(indents)), "each level further in than the one above"
        for index in range(4):
            layout = page.layout(index)
            first = row_of(pane, f"{layout.label} 敦促")
            start = page.geometry.origin + layout.indent
            second = rows(pane)[first + 1]
            assert widths_for().measure(second[: len(second) - len(second.replace("▌", " ").lstrip())]) == start
            pane.go_to_row(page.heights.top(index + 1))


async def test_a_stop_hangs_beyond_the_measure_only_where_it_may() -> None:
    async with reading(document=one_paragraph(HANGS), size=(120, 40)) as (pane, _, _app):
        page = pane.page
        assert page is not None
        assert max(line.cells for line in page.layout(0).setting.lines) == page.geometry.text
        pane.hanging_marks = True
        page = pane.page
        lines = page.layout(0).setting.lines
        assert max(line.cells for line in lines) == page.geometry.text + 2
        assert all(line.text.endswith("，") for line in lines if line.cells > page.geometry.text)


async def test_another_line_spacing_moves_rows_and_all_that_stands_in_them() -> None:
    async with reading("op1", document=one_paragraph(HANGS), size=(80, 40)) as (pane, pilot, _app):
        pane.line_spacing = 2
        page = pane.page
        assert page is not None
        layout = page.layout(0)
        kinds = [row.kind for row in layout.rows]
        count = len(layout.setting.lines)
        assert (kinds.count(Kind.TEXT), kinds.count(Kind.LEADING)) == (count, count - 1)
        assert page.heights[0] == len(layout.rows)
        region = pane.region_of("op1", len(HANGS) - 1)
        assert region.y == pane.region_of("op1", 0).y + 2 * (count - 1)
        await pilot.click(pane, offset=(20, region.y - 1))
        assert pane.cursor == "op1"


@pytest.mark.parametrize("ambiguous", [1, 2])
async def test_justified_lines_are_full_and_places_in_them_exact(ambiguous: int) -> None:
    async with reading("op1", document=one_paragraph(LATIN), size=(120, 40)) as (pane, _, _app):
        pane.ambiguous_width = ambiguous
        before = pane.page
        pane.justified = True
        page = pane.page
        assert page is not None and before is not None
        lines, ragged = (each.layout(0).setting.lines for each in (page, before))
        assert [line.start for line in lines] == [line.start for line in ragged]
        assert all(line.cells == page.geometry.text for line in lines[:-1])
        assert lines[-1] == ragged[-1]
        table = widths_for(ambiguous)
        for at in range(0, len(LATIN), 7):
            region = pane.region_of("op1", at)
            row = rows(pane)[region.y]
            assert LATIN[at] == next(c for n, c in enumerate(row) if table.measure(row[:n]) == region.x)


async def test_traditional_chinese_has_its_own_rules() -> None:
    text = "敦促會員國採取一切必要措施，" * 20
    async with reading(document=one_paragraph(text), size=(120, 40)) as (pane, _, _app):
        pane.hanging_marks = True
        page = pane.page
        assert page is not None
        assert page.survey.language == "zh-Hant"
        assert max(line.cells for line in page.layout(0).setting.lines) <= page.geometry.text


def a_long_document(count: int) -> Document:
    """Very many paragraphs of different lengths."""
    blocks = (
        Block(f"op{n}", "operative", str(n), "敦促会员国采取一切必要措施，" * (1 + n % 9)) for n in range(1, count)
    )
    return Document(FrontMatter(), tuple(blocks))


async def test_in_a_very_long_document_another_width_keeps_the_place_and_lays_out_little() -> None:
    async with reading("op3000", document=a_long_document(6_000), size=(120, 36)) as (pane, pilot, _app):
        before = row_of(pane, "3000. ")
        for width in (60, 90, 120):
            await pilot.resize_terminal(width, 36)
            assert row_of(pane, "3000. ") == before
            assert pane.cursor == "op3000"
        first = pane.page
        pane.measure = 36
        assert pane.page is not None and first is not None
        assert pane.page.survey is first.survey, "what no width changes is not counted again"
        assert pane.page.galley is first.galley, "nor are paragraphs cut into pieces again"
        assert row_of(pane, "3000. ") == before


async def test_the_status_is_told_when_all_is_measured() -> None:
    async with reading(document=a_long_document(6_000), size=(120, 36)) as (pane, pilot, app):
        page = pane.page
        assert page is not None
        pane.go_to("op3000")
        while pane._measuring is not None:
            await pilot.pause()
        await pilot.pause()
        assert page.heights.total == sum(len(page.layout(index).rows) for index in range(len(page.blocks)))
        assert app.heard(ReadingPane.Scrolled)[-1].percent == pane.percent


async def test_keys_make_lines_longer_and_shorter_and_this_is_remembered(start: Start, home: Path) -> None:
    async with start(f"{DRAFT}#op5", size=(140, 36)) as pilot:
        pane = pilot.app.screen.query_one(ReadingPane)
        row = row_of(pane, "▌")
        assert pane.measure == 40
        await press(pilot, "less_than_sign", "less_than_sign")
        assert (pane.measure, State().measure) == (38, 38)
        assert pane.page is not None and pane.page.geometry.text == 76
        assert row_of(pane, "▌") == row, "the place stays"
        await press(pilot, *["greater_than_sign"] * 6)
        assert (pane.measure, State().measure) == (42, 42)
        await press(pilot, *["less_than_sign"] * 8)
        assert pane.measure == 36
    async with start(f"{DRAFT}#op5", size=(140, 36)) as pilot:
        assert pilot.app.screen.query_one(ReadingPane).measure == 36


async def test_a_key_justifies_lines_and_leaves_them_again(start: Start, home: Path) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = pilot.app.screen.query_one(ReadingPane)
        await press(pilot, "equals_sign")
        assert pane.justified and State().justify
    async with start(f"{DRAFT}#op5") as pilot:
        pane = pilot.app.screen.query_one(ReadingPane)
        assert pane.justified
        await press(pilot, "equals_sign")
        assert not pane.justified and State().justify is False


async def test_settings_say_how_the_text_is_set(start: Start, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(
        "measure = 37\nline_spacing = 2\njustify = true\nhanging_marks = false\nambiguous_width = 2\n", "utf-8"
    )
    async with start(DRAFT) as pilot:
        pane = pilot.app.screen.query_one(ReadingPane)
        assert (pane.measure, pane.line_spacing, pane.justified) == (37, 2, True)
        assert (pane.hanging_marks, pane.ambiguous_width) == (False, 2)


async def test_keys_pressed_before_the_first_screen_reach_it(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pane = pilot.app.screen.query_one(ReadingPane)
        await type_ahead(pilot, "jj\x1b[B")
        await settle(pilot)
        assert pane.page is not None
        assert pane.index == 3
