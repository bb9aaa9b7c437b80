"""What stands beside the text: addresses, columns, the colours of tags, the cells of the scroll bar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.color import Color

from store.document import Block, Document, FrontMatter
from tui.themes import themes
from tui.typeset import widths_for
from tui.widgets.bar_marks import SIGNS, Marked, cell_of, cells_of, row_at, thumb_of
from tui.widgets.marks import Mark
from tui.widgets.page.folding import foldable_level
from tui.widgets.page.geometry import plan
from tui.widgets.page.gutter import Beside, plan_gutter, short_address
from tui.widgets.page.heights import Heights
from tui.widgets.page.tag_inks import COUNT, LEGIBLE, contrast, ink_number, tag_inks
from tui.widgets.page.view import SWITCHES, View, view_of

BLOCKS = tuple(Block(f"op{n}", "operative", str(n), "请。") for n in range(1, 30))
ALL = view_of(SWITCHES)


@pytest.mark.parametrize(
    ("place", "short"),
    [
        ("pp3", "PP3"),
        ("op5.a", "OP5(a)"),
        ("op5.a.1", "OP5(a)(1)"),
        ("p98", "§98"),
        ("pp3~2", "PP3~2"),
        ("ch", ""),
        ("s3.A.1", ""),
        ("t2", ""),
    ],
)
def test_a_paragraph_is_named_as_one_notes_it_down(place: str, short: str) -> None:
    assert short_address(place) == short


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("room", range(20))
def test_the_gutter_keeps_to_its_room_and_each_row_to_its_width(room: int, ambiguous: int) -> None:
    widths = widths_for(ambiguous)
    gutter = plan_gutter(BLOCKS, ALL, room, widths)
    assert gutter.cells <= room
    for beside in (Beside("OP12", 7, Mark(("甲",), "乙")), Beside("OP12(a)(1)", 1000), Beside()):
        written = "".join(text for text, _ink in gutter.written(beside, widths))
        assert widths.measure(written) == gutter.cells


def test_with_room_everything_is_said_in_signs_and_words() -> None:
    gutter = plan_gutter(BLOCKS, ALL, 30, widths_for())
    said = "".join(text for text, _ink in gutter.written(Beside("OP12", 7, Mark(("甲",), "乙")), widths_for()))
    assert said.split() == ["●✎", "↩7", "OP12"]


@pytest.mark.parametrize("width", [60, 80, 92, 120, 200])
def test_the_gutter_leaves_the_text_a_book_s_measure(width: int) -> None:
    plain, beside = (plan(BLOCKS, width, 40, widths_for(), view=view) for view in (View(), ALL))
    assert beside.text >= min(plain.text - 1, 72)
    assert beside.gutter.cells <= beside.margin
    assert beside.origin + beside.text + beside.air < width


def test_a_tag_keeps_its_colour_and_colours_are_legible_and_unlike_links() -> None:
    assert ink_number("我方") == ink_number("我方") < COUNT
    for theme in themes():
        ground, accent = Color.parse(theme.background or ""), Color.parse(theme.accent or "")
        inks = tag_inks(
            Style(color=Color.parse(theme.secondary or "").rich_color),
            Style(color=accent.rich_color),
            Style(bgcolor=ground.rich_color),
        )
        colours = [Color.from_rich_color(ink.color) for ink in inks]
        assert len(set(colours)) == COUNT
        assert all(contrast(colour, ground) >= LEGIBLE for colour in colours)
        assert accent not in colours


@given(st.lists(st.integers(0, 6), min_size=1, max_size=300), st.integers(1, 60), st.data())
def test_every_hit_is_marked_in_a_cell_and_hits_come_before_notes(
    heights: list[int], rows: int, data: st.DataObject
) -> None:
    indices = st.lists(st.sampled_from([n for n, height in enumerate(heights) if height] or [0]), max_size=9)
    hits, notes = (sorted(set(data.draw(indices))) for _ in range(2))
    kinds = cells_of(Heights(heights), rows, Marked(notes, hits))
    assert len(kinds) == rows
    if sum(heights) >= rows:
        assert ("hit" in kinds) == bool(hits)
        assert hits or ("annotated" in kinds) == bool(notes)


@given(st.integers(1, 60), st.integers(1, 5000), st.data())
def test_the_thumb_stays_in_the_bar_and_a_cell_leads_to_a_row_of_the_page(
    rows: int, total: int, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, max(0, total - rows)))
    thumb = thumb_of(first, rows, total, rows)
    assert all(0 <= cell < rows for cell in thumb)
    assert bool(thumb) == (total > rows)
    if total > rows:
        assert 0 <= row_at(data.draw(st.integers(0, rows - 1)), rows, total, rows) <= total - rows
    assert 0 <= cell_of(total - 1, total, rows) < rows


def test_signs_of_the_bar_differ_and_fill_one_cell_in_every_terminal() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert {widths_for(ambiguous).measure(sign) for ambiguous in (1, 2) for sign in SIGNS.values()} == {1}


def test_blocks_of_one_depth_fold_together() -> None:
    blocks = (
        Block("s1", "heading", "一", "", None, (), 1),
        Block("p1", "paragraph", "1", "", "s1"),
        Block("p1.a", "item", "(a)", "", "p1", (), 1),
        Block("p2", "paragraph", "2", "", "s1"),
        Block("p2.a", "item", "(a)", "", "p2", (), 1),
        Block("s2", "heading", "二", "", None, (), 1),
        Block("p3", "paragraph", "3", "", "s2"),
        Block("t1", "text", None, ""),
    )
    document = Document(FrontMatter(), blocks)
    expected = {"s1": {"s1", "s2"}, "p1": {"p1", "p2"}, "p2.a": {"p1", "p2"}, "p3": {"s1", "s2"}, "t1": {"s1", "s2"}}
    assert {place: foldable_level(document, document.by_id[place]) for place in expected} == expected
