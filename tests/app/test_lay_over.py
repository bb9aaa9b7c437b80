"""Letters laid over a row of set text: the row keeps its width, and what is not covered keeps its cells."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.typeset import widths_for
from tui.widgets.painting import fill, lay_over

WIDTHS = widths_for(1)


def laid(text: str, cell: int, word: str) -> str:
    return lay_over(Strip([Segment(text)]), cell, [Segment(word)], WIDTHS).text


@pytest.mark.parametrize(
    ("text", "cell", "word", "shown"),
    [
        ("第 64/293 号", 3, "fj", "第 fj/293 号"),
        ("大会决议", 2, "fj", "大fj决议"),
        ("大会决议", 3, "fj", "大 fj 议"),
        ("大会决议", 0, "f", "f 会决议"),
        ("大会", 6, "fj", "大会  fj"),
    ],
)
def test_half_of_a_wide_character_becomes_a_blank(text: str, cell: int, word: str, shown: str) -> None:
    assert laid(text, cell, word) == shown


@given(
    st.text("大会ab /“—e\u0301", max_size=30),
    st.integers(0, 38),
    st.sampled_from(["f", "fj", "fjd"]),
    st.integers(1, 2),
)
def test_the_row_keeps_its_cells_and_what_stands_before(text: str, cell: int, word: str, ambiguous: int) -> None:
    widths = widths_for(ambiguous)
    row = fill([Segment(text, Style(bold=True))], 42, Style(), widths)
    over = lay_over(row, cell, [Segment(word)], widths)
    assert widths.measure(over.text) == over.cell_length == 42
    ends = list(accumulate(widths[character] for character in row.text))
    before = row.text[: bisect_right(ends, cell)]
    assert over.text.startswith(before)
    assert over.text[len(before) :].lstrip(" ").startswith(word)
