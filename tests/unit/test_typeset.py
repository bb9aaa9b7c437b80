"""Lines as a Chinese compositor would end them, for any text and any width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typeset import Setting, Sign, Widths, superscript, typeset, visible, widths_for
from tui.typeset.kinds import SPACES

CLOSERS = "，。、；：？！）》〉」』】〕”’…—·％),.;:?!]}%"
OPENERS = "（《〈「『【〔“‘([{"
ALPHABET = "大会决议 又回顾年月日第号" + CLOSERS + OPENERS + "0123456789aZ/-\u3000\n\u0301\u200b\x1b🌍"

texts = st.text(ALPHABET, max_size=120) | st.text(max_size=40)
widths = st.integers(2, 60)
ambiguous = st.sampled_from([1, 2])


@st.composite
def signed(draw: st.DrawFn) -> tuple[str, list[Sign]]:
    """A text with signs in it."""
    text = draw(texts)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    return text, [Sign(at, draw(st.sampled_from(["¹", "²³", "*", " "]))) for at in places]


def shown(setting: Setting) -> list[str]:
    return [line.text for line in setting.lines]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("大会重申其承诺，", 14, ["大会重申其承", "诺，"]),
        ("大会重申承诺）》。", 14, ["大会重申承", "诺）》。"]),
        ("大会通过《全球行动计划》", 10, ["大会通过", "《全球行动", "计划》"]),
        ("题为“评估计划”的决议", 8, ["题为“评", "估计划”", "的决议"]),
        ('题为"评估计划"的决议', 6, ["题为", '"评估', '计划"', "的决议"]),
        ("回顾大会第 64/293 号决议", 16, ["回顾大会", "第 64/293 号决议"]),
        ("回顾大会第64/293号决议", 14, ["回顾大会", "第64/293号决议"]),
        ("回顾其第 2388 (2017) 号决议", 18, ["回顾其", "第 2388 (2017) 号", "决议"]),
        ("回顾第２３８８（２０１７）号", 26, ["回顾", "第２３８８（２０１７）号"]),
        ("大会 2010 年 7 月 30 日通过", 18, ["大会", "2010 年 7 月 30 日", "通过"]),
        ("见文件 A/C.3/80/L.4/Rev.1。", 20, ["见文件", "A/C.3/80/L.4/Rev.1。"]),
        ("打击 trafficking 行为", 12, ["打击", "trafficking", "行为"]),
        ("占全部案件的 98%，", 14, ["占全部案件的", "98%，"]),
        ("各国努力——尤其是", 9, ["各国努", "力——尤其", "是"]),
        ("各国努力……尤其是", 9, ["各国努", "力……尤其", "是"]),
        ("有 1 000 000 人", 9, ["有", "1 000 000", "人"]),
        ("", 10, [""]),
        ("   ", 10, [""]),
    ],
)
def test_lines_end_where_a_compositor_would_end_them(text: str, width: int, lines: list[str]) -> None:
    assert shown(typeset(text, width)) == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("2010 年 7 月 30 日", 8, ["2010 年", "7 月", "30 日"]),
        ("A/C.3/80/L.4/Rev.1", 8, ["A/C.3/", "80/L.4/", "Rev.1"]),
        ("《大》", 4, ["《大", "》"]),
    ],
)
def test_what_is_longer_than_a_line_is_broken_at_its_largest_parts(text: str, width: int, lines: list[str]) -> None:
    assert shown(typeset(text, width)) == lines


def test_a_sign_stays_with_the_character_before_it() -> None:
    setting = typeset("打击跨国犯罪公约，欢迎", 16, [Sign(8, "¹²")])
    assert shown(setting) == ["打击跨国犯罪公", "约¹²，欢迎"]
    assert setting.locate_sign(0) == (1, 2, 2)
    assert setting.sign_at(1, 3) == 0
    assert setting.sign_at(1, 4) is None


def test_a_sign_after_a_space_stays_with_the_text_before_the_space() -> None:
    assert shown(typeset("打击公约 欢迎", 9, [Sign(5, "¹")])) == ["打击公", "约 ¹欢迎"]


@pytest.mark.parametrize(
    ("label", "raised"),
    [("12", "¹²"), ("*", "*"), ("a", "a"), ("7 bis", "⁷ bis")],
    ids=["digits", "star", "letter", "mix"],
)
def test_labels_are_raised_where_there_is_a_raised_form(label: str, raised: str) -> None:
    assert superscript(label) == raised


def test_ambiguous_characters_count_as_the_terminal_draws_them() -> None:
    assert [widths_for(cells).measure("“大”—…") for cells in (1, 2)] == [6, 10]
    assert shown(typeset("“大会”", 6, widths=widths_for(1))) == ["“大会”"]
    assert shown(typeset("“大会”", 6, widths=widths_for(2))) == ["“大", "会”"]


def test_nothing_reaches_the_terminal_that_moves_its_cursor() -> None:
    assert visible("a\x1b[2J\tb\u202ec\ud800") == "a\ufffd[2J b\u200bc\ufffd"


@pytest.mark.parametrize(("cells", "clipped"), [(8, "大会决议"), (7, "大会决…"), (6, "大会…"), (1, "…"), (0, "")])
def test_clipping_counts_cells(cells: int, clipped: str) -> None:
    assert widths_for(1).clip("大会决议", cells) == clipped


def test_a_line_too_narrow_for_any_character_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells"):
        typeset("大会", 1)


@given(signed(), widths, ambiguous)
def test_nothing_is_lost(case: tuple[str, list[Sign]], width: int, cells: int) -> None:
    text, signs = case
    setting = typeset(text, width, signs, widths_for(cells))
    assert setting.lines[0].start == 0
    assert setting.lines[-1].end == len(text)
    assert all(one.end == next_one.start for one, next_one in pairwise(setting.lines))
    seen = [s for line in setting.lines for s in line.stretches]
    offsets = {offset for s in seen for offset in range(s.start, s.end)}
    assert all(c in SPACES for at, c in enumerate(visible(text)) if at not in offsets)
    assert "".join(s.text for s in seen if s.sign is None) == "".join(visible(text)[at] for at in sorted(offsets))
    printed = [sign.text for sign in signs if sign.text != " "]
    assert "".join(s.text for s in seen if s.sign is not None and s.text != " ") == "".join(printed)


@given(signed(), widths, ambiguous)
def test_no_line_is_wider_than_asked(case: tuple[str, list[Sign]], width: int, cells: int) -> None:
    text, signs = case
    table = widths_for(cells)
    for line in typeset(text, width, signs, table).lines:
        assert line.cells == table.measure(line.text) <= width


@given(st.text("大会决议 " + CLOSERS + OPENERS, max_size=80), widths)
def test_marks_stay_with_their_text_wherever_the_line_can_hold_both(text: str, width: int) -> None:
    table = widths_for()
    lines = typeset(text, width).lines
    for above, below in pairwise(lines):
        if not (below.text[0] in CLOSERS or above.text[-1] in OPENERS):
            continue
        start, end = below.start, below.start
        while start and (text[start - 1] in OPENERS + SPACES or text[start] in CLOSERS + SPACES):
            start -= 1
        while end < len(text) and (text[end] in CLOSERS + SPACES or text[end - 1] in OPENERS + SPACES):
            end += 1
        assert table.measure(text[start:end].strip(SPACES)) > width


@given(
    st.lists(
        st.sampled_from(["大会", "A/RES/64/293", "第 70/1 号", "2010 年 7 月 30 日", "——", "word"]),
        max_size=12,
    ),
    widths,
)
def test_no_piece_is_broken_that_fits(parts: list[str], width: int) -> None:
    text = "的".join(parts)
    starts = {line.start for line in typeset(text, width).lines}
    at = 0
    for part in parts:
        if part != "大会" and widths_for().measure("的" * (part == "——") + part) <= width:
            assert starts.isdisjoint(range(at + 1, at + len(part)))
        at += len(part) + 1


@given(signed(), widths, ambiguous)
def test_offsets_and_cells_lead_to_each_other(case: tuple[str, list[Sign]], width: int, cells: int) -> None:
    text, signs = case
    setting = typeset(text, width, signs, widths_for(cells))
    for row, line in enumerate(setting.lines):
        for stretch in line.stretches:
            for offset in range(stretch.start, stretch.end):
                place = setting.locate(offset)
                assert place.row == row
                if place.cells:
                    assert setting.offset_at(row, place.cell) == offset
            if stretch.sign is not None and stretch.cells:
                assert setting.sign_at(row, stretch.cell) == stretch.sign
        assert setting.offset_at(row, 10_000) <= line.end


@given(st.text("大会决议，《》0123456789", min_size=40, max_size=200))
def test_a_wider_line_never_needs_more_lines(text: str) -> None:
    heights = [len(typeset(text, width).lines) for width in (20, 40, 80)]
    assert heights == sorted(heights, reverse=True)


def test_a_table_of_widths_that_is_still_empty_is_used() -> None:
    assert typeset("“”", 10, widths=Widths(2)).lines[0].cells == 4
