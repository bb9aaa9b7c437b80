"""A selection holds exactly the characters between its ends, however the page is set, and grows by whole units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from store.document import Block, Citation, Document, FrontMatter, Marker, Span
from tui.typeset import widths_for
from tui.typeset.kinds import SPACES
from tui.widgets.page.block import Kind
from tui.widgets.page.geometry import plan
from tui.widgets.page.inks import Inks
from tui.widgets.page.page import Page
from tui.widgets.page.painter import Look, Painter
from tui.widgets.page.selection import Chosen, Point, Selection
from tui.widgets.page.units import Unit, Units, simple_words

TEXTS = st.lists(st.text(alphabet="大会，。第 6(a)“”é", max_size=40), min_size=1, max_size=6)
REVERSED = Style(reverse=True)


def a_document(texts: list[str]) -> Document:
    """Paragraphs under the first one, each with two markers in it."""
    blocks = [
        Block(
            f"p{number}",
            "paragraph" if number == 0 else "item",
            str(number),
            text,
            parent="p0" if number else None,
            markers=(Marker("1", len(text) // 2), Marker("23", len(text))),
            level=1 if number else 0,
        )
        for number, text in enumerate(texts)
    ]
    return Document(FrontMatter(), tuple(blocks))


@st.composite
def selections(draw: st.DrawFn) -> tuple[Document, Selection]:
    texts = draw(TEXTS)
    ends = []
    for _end in range(2):
        ordinal = draw(st.integers(0, len(texts) - 1))
        ends.append(Point(ordinal, draw(st.integers(0, len(texts[ordinal])))))
    return a_document(texts), Selection(*ends)


@given(selections())
def test_its_parts_are_the_text_between_its_ends(drawn: tuple[Document, Selection]) -> None:
    document, selection = drawn
    texts = [block.text for block in document.blocks]
    start, end = (sum(map(len, texts[: point.ordinal])) + point.at for point in (selection.first, selection.last))
    parts = list(selection.parts(document.blocks))
    assert "".join(document.text_of(block)[first:last] for block, first, last in parts) == "".join(texts)[start:end]
    assert all(first < last for _block, first, last in parts)
    assert parts == list(selection.swapped().parts(document.blocks))


@given(selections(), st.integers(24, 120), st.integers(16, 42), st.booleans(), st.sampled_from([1, 2]))
def test_what_is_painted_is_what_is_selected(
    drawn: tuple[Document, Selection], width: int, measure: int, folded: bool, ambiguous: int
) -> None:
    """At every size of the page, folded or not, and never the sign of a footnote."""
    document, selection = drawn
    widths = widths_for(ambiguous)
    page = Page(document, plan(document.blocks, width, measure, widths), widths, folded=["p0"] if folded else [])
    inks = Inks(**{name: REVERSED if name == "chosen" else Style.null() for name in Inks._fields})
    painter = Painter(inks, page.geometry, widths)
    painted, shown = "", ""
    for index, block in enumerate(document.blocks):
        if not page.is_shown(index):
            continue
        start, end = selection.within(index, len(block.text))
        shown += block.text[start:end]
        look = Look(chosen=Span(start, end) if start < end else None)
        layout = page.layout(index)
        for row in layout.rows:
            if row.kind is Kind.TEXT:
                strip = painter.paint(layout, row, look)
                painted += "".join(segment.text for segment in strip if segment.style and segment.style.reverse)
    assert _inked(painted) == _inked(shown)


def _inked(text: str) -> str:
    """Without spaces, of which a line does not show those at its ends."""
    return text.translate(dict.fromkeys(map(ord, SPACES)))


@given(selections(), st.sampled_from(Unit))
def test_a_step_by_a_unit_goes_on_within_the_block_or_ends_there(drawn: tuple[Document, Selection], unit: Unit) -> None:
    document, selection = drawn
    units, point = Units(document), selection.head
    after, before = units.end_after(point, unit), units.start_before(point, unit)
    assert after is None or (after.ordinal == point.ordinal and after.at > point.at)
    assert before is None or (before.ordinal == point.ordinal and before.at < point.at)


@given(selections(), st.sampled_from(Unit))
def test_units_are_in_order_and_apart(drawn: tuple[Document, Selection], unit: Unit) -> None:
    document, _selection = drawn
    units = Units(document)
    for index, block in enumerate(document.blocks):
        at = 0
        for start, end in units.of(index, unit):
            assert at <= start < end <= len(block.text)
            at = end
        if unit is Unit.CHARACTER:
            assert at == len(block.text)


TEXT = "回顾第 64/293 号决议，通过《2030年议程》。欢迎！”请秘书长报告；并邀请é各国，"


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        (
            Unit.WORD,
            ["回顾", "第 64/293 号决议", "通过", "2030", "年议程", "欢迎", "请秘书长报告", "并邀请", "é", "各国"],
        ),
        (
            Unit.SENTENCE,
            ["回顾第 64/293 号决议，通过《2030年议程》。", "欢迎！”", "请秘书长报告；", "并邀请é各国，"],
        ),
        (Unit.PARAGRAPH, [TEXT]),
    ],
)
def test_the_units_of_a_paragraph(unit: Unit, found: list[str]) -> None:
    """A citation is one word, marks belong to their sentence."""
    surface = "第 64/293 号决议"
    cited = Citation("p1", TEXT.index(surface), surface, "A/RES/64/293")
    document = Document(FrontMatter(), (Block("p1", "paragraph", "1", TEXT),), citations=(cited,))
    assert [TEXT[start:end] for start, end in Units(document).of(0, unit)] == found


def test_a_letter_and_the_mark_over_it_are_one_character() -> None:
    units = Units(a_document(["e\u0301tat"]))
    assert units.around(Point(0, 1), Unit.CHARACTER) == Span(0, 2)


def test_beside_all_words_a_character_is_taken() -> None:
    units = Units(a_document(["大会，"]))
    assert units.around(Point(0, 2), Unit.WORD) == Span(2, 3)
    assert units.around(Point(0, 3), Unit.WORD) == Span(3, 3)


def test_others_may_know_words_better() -> None:
    def by_pairs(text: str, whole: object) -> list[Span]:
        return [Span(at, at + 2) for at in range(0, len(text), 2)]

    assert Units(a_document(["打击贩运"]), by_pairs).around(Point(0, 3), Unit.WORD) == Span(2, 4)
    assert simple_words("打击贩运", []) == [Span(0, 4)]


def test_parts_name_their_blocks() -> None:
    document = a_document(["大会，", "", "回顾"])
    selection = Selection(Point(2, 1), Point(0, 1))
    assert list(selection.parts(document.blocks)) == [Chosen("p0", 1, 3), Chosen("p2", 0, 1)]
