"""The rules of place and size, each on characters put where the rule decides."""

from __future__ import annotations

import pytest

from store.reading.pdf.breaks import Habit, beginnings
from store.reading.pdf.calls import Calls
from store.reading.pdf.columns import Column, columns_of
from store.reading.pdf.glyphs import Box, Glyph
from store.reading.pdf.hyphens import compounds, join_words
from store.reading.pdf.names import NAMELESS, named
from store.reading.pdf.pages import Page
from store.reading.pdf.rows import rows_of
from store.reading.pdf.tables import gather_tables, with_whole_cells
from store.reading.pdf.typeset import Piece, Spot, as_line, pieces_of
from store.reading.pdf.zones import body_size, take_zone

HABIT = Habit(leading=1.6, parted=True, set_in=True, labelled=False, body=10)


def glyphs(text: str, left: float, base: float, size: float = 10, run: int = 0, step: float = 0) -> list[Glyph]:
    """Chinese characters as wide as high, others half as wide, set `step` points apart; a space is only room."""
    found = []
    spaced = False
    for character in text:
        width = size / 2 if character.isascii() else size
        if character != " ":
            found.append(Glyph(character, left, left + width, base, size, run, spaced))
        spaced = character == " "
        left += width + step
    return found


def piece(text: str, left: float, base: float, right: float | None = None, size: float = 10) -> Piece:
    end = left + size * len(text) if right is None else right
    return Piece(text, left, end, base, size, size)


def printed(*groups: list[Glyph]) -> list[str]:
    return [as_line(pieces_of(row, ())).text for row in rows_of([each for group in groups for each in group])]


@pytest.mark.parametrize(
    ("groups", "rows"),
    [
        ((glyphs("大会", 100, 50), glyphs("1", 120, 46, 6)), ["大会¹"]),
        ((glyphs("大会，", 100, 50), glyphs("1", 130, 46, 6), glyphs("2", 133, 46, 6)), ["大会，¹²"]),
        ((glyphs("m", 100, 50), glyphs("2", 105, 46, 6), glyphs("和", 109, 50)), ["m²和"]),
        ((glyphs("CO", 100, 50), glyphs("2", 110, 52, 6)), ["CO2"]),
        ((glyphs("1", 100, 46, 6), glyphs("见第", 106, 50)), ["¹ 见第"]),
        ((glyphs("大会", 100, 50), glyphs("小字", 124, 46, 6)), ["小字", "大会"]),
        ((glyphs("大会", 100, 50), glyphs("1", 300, 46, 6)), ["1", "大会"]),
    ],
    ids=["call", "two calls", "power", "subscript", "note", "Chinese is never raised", "far away"],
)
def test_what_is_raised_is_small_high_and_near(groups: tuple[list[Glyph], ...], rows: list[str]) -> None:
    assert [row.replace(" ", "") for row in printed(*groups)] == [row.replace(" ", "") for row in rows]


def test_a_call_beside_another_column_belongs_to_its_own_line() -> None:
    left, right = glyphs("决议决议", 50, 50), glyphs("会议会议会议", 130, 46.2)
    assert printed(left, right, glyphs("1", 90, 46, 6)) == ["会议会议会议", "决议决议¹"]


@pytest.mark.parametrize(
    ("group", "text"),
    [
        (glyphs("大会会议大会", 100, 50, step=2), "大会会议大会"),
        (glyphs("the General Assembly", 100, 50), "the General Assembly"),
        (glyphs("第 70/1 号", 100, 50), "第 70/1 号"),
        (glyphs("大", 100, 50) + glyphs("会", 130, 50), "大    会"),
    ],
    ids=["spread to the edge", "words", "numbers", "set apart"],
)
def test_spaces_are_those_that_a_reader_sees(group: list[Glyph], text: str) -> None:
    assert printed(group) == [text]


def test_characters_drawn_twice_are_one_and_letters_of_one_piece_stay() -> None:
    assert printed(glyphs("大会", 100, 50, run=1), glyphs("大会", 100.5, 50, run=2)) == ["大会"]
    ligature = [Glyph("f", 100, 106, 50, 10, 1), Glyph("f", 100, 106, 50, 10, 1)]
    assert printed(ligature) == ["ff"]


@pytest.mark.parametrize(
    ("code", "character"),
    [
        (2, "-"),
        (0xFB01, "fi"),
        (0x2F24, "大"),
        (0xF0B7, "•"),
        (0, NAMELESS),
        (0xE123, NAMELESS),
        (0x20000, "\U00020000"),
    ],
)
def test_codes_mean_what_is_seen(code: int, character: str) -> None:
    assert named(code) == character


def begins(*lines: Piece) -> list[bool]:
    return beginnings(Column(100, 400, list(lines)), HABIT)


def test_a_paragraph_begins_after_space_indent_or_an_early_end() -> None:
    full = [piece("回顾其各项决议，", 100, 50 + 16 * turn, 400) for turn in range(4)]
    assert begins(*full) == [False] * 4
    assert begins(full[0], piece("又回顾", 100, 75, 400)) == [False, True]
    assert begins(full[0], piece("又回顾", 120, 66, 400), full[2]) == [False, True, False]
    assert begins(*full[:2], piece("完。", 100, 82, 200), piece("又回顾", 100, 98, 400)) == [False, False, False, True]
    assert begins(full[0], piece("1. 一，", 120, 66, 398), piece("2. 二", 120, 82, 400), full[3])[1:3] == [True, True]


def test_two_columns_need_prose_on_both_sides() -> None:
    def page(*rows: list[Piece]) -> Page:
        return Page(2, 595, 842, list(rows), [], [], 0, drawn=True)

    prose = [[piece("左", 60, 100 + 15 * at, 280), piece("右", 310, 103 + 15 * at, 530)] for at in range(6)]
    assert ["".join(line.text for line in column.lines) for column in columns_of(page(*prose))] == ["左" * 6, "右" * 6]
    table = [[piece("中国", 60, 100 + 15 * at, 80), piece("1", 310, 100 + 15 * at, 315)] for at in range(6)]
    assert [line.text for column in columns_of(page(*table)) for line in column.lines] == ["中国 | 1"] * 6


def test_cells_are_what_stands_between_strokes() -> None:
    across = [Box(50, y, 350, y + 0.5) for y in (80, 120, 140)]
    down = [Box(x, 80, x + 0.5, 140) for x in (50, 150, 350)]
    rows = [
        [piece("国家", 55, 95), piece("说明很长，", 155, 95)],
        [piece("分两行", 155, 110)],
        [piece("中国", 55, 133)],
    ]
    assert [row[0].text for row in gather_tables(rows, across + down)] == ["国家 | 说明很长，分两行", "中国"]


def test_a_line_below_a_cell_goes_on_with_it() -> None:
    rows = [
        [piece("国家", 55, 95), piece("说明很长，", 155, 95)],
        [piece("分两行", 155, 110)],
        [piece("正文", 55, 130)],
    ]
    assert [[cell.text for cell in row] for row in with_whole_cells(rows)] == [["国家", "说明很长，分两行"], ["正文"]]


def test_an_underline_is_no_rule_above_notes() -> None:
    words = [piece("正文", 100, 50 + 16 * at, 400) for at in range(20)]
    raised = Piece("¹ 见注", 100, 200, 390, 10, 10, (Spot(0, 1, "raised", "1"),))
    for stroke, found in ((Box(100, 375, 200, 375.5), True), (Box(100, 356, 200, 356.5), False)):
        column = Column(100, 400, [*words, raised])
        assert (take_zone(column, [stroke], 10, 0, carries=False) is not None) == found
    small = piece("1 见注", 100, 390, 200, size=8)
    column = Column(100, 400, [*words, small])
    zone = take_zone(column, [], body_size([column]), 0, carries=False)
    assert zone is not None and [(note.label, note.sign) for note in zone.notes] == [("1", 1)]
    assert len(column.lines) == 20


@pytest.mark.parametrize(
    ("text", "raised", "beside", "labels"),
    [
        ("决议，", "3", {"3"}, ["3"]),
        ("决议，", "23", {"2", "3"}, ["2", "3"]),
        ("决议，", "2,3", {"2", "3"}, ["2", "3"]),
        ("决议，", "23", {"23", "2", "3"}, ["23"]),
        ("25 m", "2", {"2"}, []),
        ("数量为 10", "3", {"3"}, []),
        ("第21", "st", {"1"}, []),
        ("决议", "*", {"*"}, ["*"]),
        ("决议", "1/ 2/", {"1", "2"}, ["1", "2"]),
        ("决议", "7", {"1"}, []),
    ],
)
def test_only_raised_labels_of_notes_call_them(text: str, raised: str, beside: set[str], labels: list[str]) -> None:
    line = Piece(text + raised, 100, 200, 50, 10, 10, (Spot(len(text), len(text + raised), "raised", raised),))
    marks = list(Calls(beside).marks_of(line, 0, beside))
    assert [mark.value for mark in marks] == labels
    assert not marks or (marks[0].start, marks[-1].end) == (len(text), len(text + raised))


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("against traf-", "ficking in persons", ["against traf\u00adficking", "in persons"]),
        ("against traf\u00ad", "ficking，", ["against traf\u00adficking", "，"]),
        ("the well-", "known text", ["the well-known", "text"]),
        ("the Inter-", "Agency group", ["the Inter-", "Agency group"]),
        ("2015-", "2018", ["2015-", "2018"]),
    ],
)
def test_a_word_cut_by_the_end_of_a_line_is_whole(above: str, below: str, joined: list[str]) -> None:
    lines = [piece(above, 100, 50), piece(below, 100, 66)]
    known = compounds([piece("a well-known organ", 100, 82)])
    assert [line.text for line in join_words(lines, known)] == joined
