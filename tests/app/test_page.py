"""Rows of a page: sums of heights, columns, and what each block fills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.document import Block, BlockType, Citation, Document, FrontMatter, Marker
from tui.typeset import widths_for
from tui.widgets.marks import Mark
from tui.widgets.page.block import BlockLayout, Kind
from tui.widgets.page.geometry import plan, printed_label
from tui.widgets.page.heights import Heights
from tui.widgets.page.page import Page


@given(st.lists(st.integers(0, 5), max_size=700), st.data())
def test_heights_agree_with_plain_sums_whatever_is_corrected(heights: list[int], data: st.DataObject) -> None:
    stacked = Heights(heights)
    for _ in range(min(5, len(heights))):
        index = data.draw(st.integers(0, len(heights) - 1))
        stacked[index] = heights[index] = data.draw(st.integers(0, 9))
    assert stacked.total == sum(heights)
    rows = [(index, row) for index, height in enumerate(heights) for row in range(height)]
    assert [stacked.find(row) for row in range(stacked.total)] == rows
    assert [stacked.top(index) for index in range(0, len(heights), 37)] == [
        sum(heights[:index]) for index in range(0, len(heights), 37)
    ]
    with pytest.raises(IndexError):
        stacked.find(stacked.total)


@pytest.mark.parametrize(
    ("kind", "label", "printed"),
    [
        ("operative", "5", "5."),
        ("heading", "一", "一."),
        ("heading", "A", "A."),
        ("item", "(a)", "(a)"),
        ("item", "（一）", "（一）"),
        ("heading", "附件一", "附件一"),
        ("preamble", None, ""),
    ],
)
def test_numerals_get_their_full_stop_and_nothing_else_does(kind: BlockType, label: str | None, printed: str) -> None:
    assert printed_label(Block("b", kind, label, "")) == printed


@pytest.mark.parametrize("width", [1, 10, 40, 80, 120, 300])
def test_columns_fit_the_page_and_the_measure(width: int) -> None:
    blocks = (
        Block("op100", "operative", "100", ""),
        Block("op100.a", "item", "(a)", "", "op100", (), 1),
        Block("op100.a.1", "item", "(十二)", "", "op100.a", (), 2),
    )
    geometry = plan(blocks, width, 40, widths_for())
    assert geometry.text <= 80
    assert geometry.indents[0] == 0
    assert all(geometry.text - indent >= min(16, width - 4) for indent in geometry.indents)
    if width > 1:
        assert geometry.origin + geometry.text + geometry.air <= width
    if width >= 40:
        assert geometry.air == 2, "where a mark may hang"
        assert geometry.label_room(0) == len("100.")
    if width >= 80:
        assert geometry.indents == (0, 6, 15)


def laid_out(block: Block, width: int, measure: int = 40) -> BlockLayout:
    """A block on a page of its own."""
    widths = widths_for()
    return Page(Document(FrontMatter(), (block,)), plan((block,), width, measure, widths), widths).layout(0)


@pytest.mark.parametrize(
    ("block", "beyond"),
    [
        (Block("s1", "heading", "附件一之二", "宣言草案，" * 20, None, (), 1), 7),
        (Block("p1", "paragraph", "1234567890", "重申其承诺，" * 20), 4),
        (Block("p1.a", "item", "(xxxviii)", "重申其承诺，" * 20, "p1", (), 1), 3),
        (Block("p1.a.1", "item", "（三十八之二）", "重申其承诺，" * 20, "p1.a", (), 2), 8),
    ],
    ids=["heading", "paragraph", "item", "item of an item"],
)
def test_all_lines_begin_after_a_label_of_any_width(block: Block, beyond: int) -> None:
    layout = laid_out(block, 80)
    usual = plan((block,), 80, 40, widths_for())
    assert layout.label == printed_label(block)
    assert layout.indent == usual.indent(layout.block.level if block.type == "item" else 0) + beyond
    assert max(line.cells for line in layout.setting.lines) <= usual.text - layout.indent
    assert len(layout.setting.lines) > 2


def test_a_label_that_leaves_no_room_beside_it_stands_in_the_text_and_offsets_stay_true() -> None:
    layout = laid_out(Block("s1", "heading", "附件一之二" * 4, "宣言草案", None, (), 1), 60)
    assert layout.label == ""
    assert "".join(line.text for line in layout.setting.lines) == "附件一之二" * 4 + " 宣言草案"
    assert layout.setting.locate(0).cell == widths_for().measure("附件一之二" * 4 + " ")


def test_where_the_page_is_narrow_labels_stand_in_the_text_and_nothing_is_cut_off() -> None:
    for width in range(2, 24):
        layout = laid_out(Block("op12", "operative", "12", "敦促各国，"), width)
        assert "".join(line.text for line in layout.setting.lines).replace(" ", "") == "12.敦促各国，"
        assert all(layout.indent + line.cells <= width for line in layout.setting.lines)


def test_markers_side_by_side_are_kept_apart_and_each_leads_to_its_own_note() -> None:
    markers = (Marker("26", 2, "fn26"), Marker("27", 2, "fn27"))
    block = Block("pp1", "preamble", None, "公约，第 1/2 号", None, markers)
    citation = Citation("pp1", 5, "1/2", "A/RES/1/2")
    document = Document(FrontMatter(), (block,), citations=(citation,))
    layout = Page(document, plan((block,), 60, 40, widths_for()), widths_for()).layout(0)
    assert layout.setting.lines[0].text == "公约²⁶ ²⁷，第 1/2 号"
    found = [layout.link_at(0, cell) for cell in range(20)]
    assert found == [None] * 4 + [0, 0, None, 1, 1] + [None] * 5 + [2, 2, 2] + [None] * 3
    assert [layout.place_of(link).cell for link in range(3)] == [4, 7, 14]


def test_measured_rows_are_those_that_are_laid_out() -> None:
    blocks = (
        Block("s1", "heading", "一", "导言", None, (), 1),
        Block("p1", "paragraph", "1", "word " * 60, "s1"),
        Block("s2", "heading", "二", "结论", None, (), 1),
    )
    marks = {"p1": Mark(("甲", "乙"), "一行\n二行")}
    page = Page(Document(FrontMatter(), blocks), plan(blocks, 60, 40, widths_for()), widths_for(), marks)
    for index in range(3):
        page.measure(index)
        assert page.heights[index] == len(page.layout(index).rows)
    kinds = [row.kind for row in page.layout(1).rows]
    assert (kinds.count(Kind.TAGS), kinds.count(Kind.NOTE)) == (1, 2)
    assert [page.layout(index).air for index in range(3)] == [1, 1, 2], "more air above a later heading"
    page.refold({"s1"})
    assert (page.is_shown(1), page.layout(0).hidden, page.neighbour(0, 1)) == (False, 1, 2)
    page.refold(())
    assert page.heights[1] == len(page.layout(1).rows)
