"""禁则 and its kin as invariants, over texts such as the UN writes and over anything else, for both scripts."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.typeset import HANG, Manner, Setting, Sign, language_of, typeset, visible, widths_for
from tui.typeset.kinds import SPACES
from tui.typeset.rules import RULES, SIMPLIFIED, TRADITIONAL, rules_for

# ISO/IEC 29500-1, 17.3.1.16, without straight quotation marks, which are told apart by turns.
OOXML = {
    SIMPLIFIED: (
        "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠",
        "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥",
    ),
    TRADITIONAL: (
        "!),.:;?]}¢·–—’”•‥…‧′╴、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝､",
        "([{£¥‘“‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛",
    ),
}

HAN = "大会决议又回顾年月日第号段國會號"
PARTS = [
    *HAN,
    *"，。、；：？！）》〉」』】〕”’—…·％（《〈「『【〔“‘",
    *".,:;!?()[]{}%$-/'\"",
    *" \u3000\n\t\x1b\u200b\u00ad\u202e",
    "2010 年 7 月 30 日",
    "第 64/293 号",
    "A/C.3/80/L.4/Rev.1",
    "《巴黎协定》",
    "《打击跨国有组织犯罪公约》",
    "《〈公约〉的补充议定书草案说明文本》",
    "——",
    "……",
    "COVID-19",
    "trafficking",
    "cafe\u0301",
    "1 000 000",
    "98%",
    "👨\u200d👩\u200d👧",
    "👍🏽",
    "🇨🇳",
    "☀\ufe0f",
    "محمد",
    "שָׁלוֹם",
    "नमस्ते",
    "艾哈迈德·阿里",
    "한국",
    "𠮷",
]
_BREAKABLE = "《〈公约〉的补充议定书草案说明文本》", "艾哈迈德·阿里", "한국"
texts = st.lists(st.sampled_from(PARTS), max_size=40).map("".join) | st.text(max_size=40)
widths = st.integers(2, 84)
ambiguous = st.sampled_from([1, 2])
languages = st.sampled_from(sorted(RULES))
manners = st.builds(Manner, languages, st.booleans(), st.booleans())


@pytest.mark.parametrize("language", sorted(RULES))
def test_the_tables_hold_the_sets_of_ooxml_and_the_marks_of_clreq(language: str) -> None:
    rules = rules_for(language)
    no_start, no_end = OOXML[language]
    assert set(no_start) <= set(rules.no_start)
    assert set(no_end) <= set(rules.no_end)
    assert set("，。、；：？！）》〉」』”’·～—…/") <= set(rules.no_start)
    assert set("（《〈「『“‘") <= set(rules.no_end)
    assert set(rules.hanging) <= set(rules.no_start) - set(rules.no_end)


def test_a_language_without_a_table_has_the_rules_of_simplified_chinese() -> None:
    assert rules_for("xx") is RULES[SIMPLIFIED]


@pytest.mark.parametrize(
    ("text", "language"),
    [("大会关于执行决议的报告", SIMPLIFIED), ("大會關於執行決議的報告", TRADITIONAL), ("", SIMPLIFIED)],
)
def test_the_script_of_a_text_is_seen_by_its_characters(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("language", sorted(RULES))
def test_every_single_mark_is_kept_from_the_ends_of_lines_it_must_not_stand_at(language: str) -> None:
    rules = rules_for(language)
    for mark in dict.fromkeys(rules.no_start):
        for width in (8, 9):
            lines = typeset("大会决议" + mark + "决议", width, manner=Manner(language)).lines
            assert all(not line.text.startswith(mark) for line in lines), (mark, width)
    for mark in dict.fromkeys(rules.no_end):
        for width in (8, 9, 10):
            lines = typeset("大会决" + mark + "决议决议", width, manner=Manner(language)).lines
            assert all(not line.text.endswith(mark) for line in lines[:-1]), (mark, width)


@given(st.lists(st.sampled_from([*HAN, *"，。；）》”（《“—…·％、 "]), max_size=60).map("".join), widths, languages)
@example("大会（《·》）。", 6, SIMPLIFIED)
@example("大大大·（", 7, SIMPLIFIED)
@example("大会· 决议", 7, SIMPLIFIED)
def test_no_line_begins_or_ends_with_a_forbidden_mark_unless_what_belongs_together_is_wider_than_the_line(
    text: str, width: int, language: str
) -> None:
    table, rules = widths_for(), rules_for(language)
    for above, below in pairwise(typeset(text, width, manner=Manner(language)).lines):
        if below.text[:1] in rules.no_start or above.text[-1:] in rules.no_end:
            start = end = below.start
            while start and (text[start - 1] in rules.no_end + SPACES or text[start] in rules.no_start + SPACES):
                start -= 1
            while end < len(text) and (text[end] in rules.no_start + SPACES or text[end - 1] in rules.no_end + SPACES):
                end += 1
            assert table.measure(text[start:end].strip(SPACES)) > width


@given(texts, widths, ambiguous, manners)
@example("👨\u200d👩\u200d👧" * 3, 3, 1, Manner())
@example("x" * 400, 3, 1, Manner(justify=True))
def test_nothing_is_lost_and_only_a_stop_reaches_beyond_the_width(
    text: str, width: int, cells: int, manner: Manner
) -> None:
    table = widths_for(cells)
    setting = typeset(text, width, widths=table, manner=manner)
    lines = setting.lines
    assert (lines[0].start, lines[-1].end) == (0, len(text))
    assert all(above.end == below.start for above, below in pairwise(lines))
    shown = visible(text)
    for line in lines:
        assert "".join(stretch.text for stretch in line.stretches) == shown[line.start : line.end].strip(SPACES)
        assert line.cells == table.measure(line.text)
        beyond = line.text[-1:] in rules_for(manner.language).hanging and manner.hang
        assert line.cells <= width + (HANG if line.text and beyond else 0)


@given(st.lists(st.sampled_from(PARTS), max_size=30), widths, manners)
def test_no_piece_is_broken_that_fits(parts: list[str], width: int, manner: Manner) -> None:
    whole = {part for part in parts if len(part) > 1 and part not in _BREAKABLE}
    text = "的".join(parts)
    starts = {line.start for line in typeset(text, width, manner=manner).lines}
    at = 0
    for part in parts:
        # A dash stays with the character before it as well, where the line can hold both.
        before = "的" * (part in ("——", "……"))
        if part in whole and widths_for().measure(before + visible(part)) <= width:
            assert starts.isdisjoint(range(at + 1, at + len(part))), part
        at += len(part) + 1


@given(st.integers(1, 12), st.integers(28, 60), st.integers(0, 30))
def test_titles_of_up_to_twelve_characters_are_kept_whole(characters: int, width: int, before: int) -> None:
    text = "大" * before + "《" + "约" * characters + "》的执行"
    starts = {line.start for line in typeset(text, width).lines}
    assert starts.isdisjoint(range(before + 1, before + characters + 2))


def test_a_longer_title_is_broken_as_other_text_is() -> None:
    assert [line.cells for line in typeset("大会《" + "约" * 13 + "》", 30).lines] == [30, 4]


@given(texts, widths, ambiguous, manners)
def test_offsets_and_cells_lead_to_each_other_in_justified_lines_too(
    text: str, width: int, cells: int, manner: Manner
) -> None:
    setting = typeset(text, width, widths=widths_for(cells), manner=manner)
    for row, line in enumerate(setting.lines):
        cell = 0
        for stretch in line.stretches:
            assert stretch.cell == cell
            cell += stretch.cells
            for offset in range(stretch.start, stretch.end):
                place = setting.locate(offset)
                assert place.row == row
                for inside in range(place.cells):
                    assert setting.offset_at(row, place.cell + inside) == offset
        assert setting.offset_at(row, 10_000) == (line.stretches[-1].end if line.stretches else line.start)


def spaces(setting: Setting) -> list[list[int]]:
    return [[len(run) for run in re.findall(" +", line.text)] for line in setting.lines]


@given(texts, widths, languages)
def test_justified_lines_break_where_others_do_and_are_full_or_as_they_were(
    text: str, width: int, language: str
) -> None:
    plain = typeset(text, width, manner=Manner(language)).lines
    justified = typeset(text, width, manner=Manner(language, justify=True)).lines
    assert [line.start for line in plain] == [line.start for line in justified]
    for before, after in zip(plain[:-1], justified[:-1], strict=True):
        assert after.cells in (before.cells, width)
    assert plain[-1] == justified[-1], "the last line of a paragraph stays as it is"


def test_justifying_widens_the_spaces_beside_latin_and_numbers_and_no_others() -> None:
    text = "大会 决议第 64/293 号 决议又回顾 the United Nations 的各项决议" * 3
    plain, justified = (typeset(text, 39, manner=Manner(justify=justify)) for justify in (False, True))
    assert all(line.cells == 39 for line in justified.lines[:-1])
    assert spaces(plain) != spaces(justified)
    for line in justified.lines:
        assert re.search(f"[{HAN}的各项]  +[{HAN}的各项]", line.text) is None
    assert typeset("大会决议，大会决议", 11, manner=Manner(justify=True)) == typeset("大会决议，大会决议", 11)


def test_a_space_that_would_become_a_hole_is_left_alone() -> None:
    text = "第 1 条《打击跨国有组织犯罪公约》"
    assert typeset(text, 30, manner=Manner(justify=True)).lines[0].text == "第 1 条"


@pytest.mark.parametrize(
    ("language", "hang", "lines"),
    [
        (SIMPLIFIED, True, ["大会重申承诺，", "并请各国。"]),
        (SIMPLIFIED, False, ["大会重申承", "诺，并请各", "国。"]),
        (TRADITIONAL, True, ["大会重申承", "诺，并请各", "国。"]),
    ],
    ids=["hanging", "not hanging", "in the middle of their cells"],
)
def test_stops_hang_where_the_language_and_the_reader_allow_it(language: str, hang: bool, lines: list[str]) -> None:
    width = 12 if hang and language == SIMPLIFIED else 11
    setting = typeset("大会重申承诺，并请各国。", width, manner=Manner(language, hang))
    assert [line.text for line in setting.lines] == lines
    if hang and language == SIMPLIFIED:
        assert setting.locate(6) == (0, 12, 2)
        assert setting.offset_at(0, 13) == 6


def test_only_one_mark_hangs_and_none_with_a_marker_behind_it() -> None:
    manner = Manner(hang=True)
    assert [line.text for line in typeset("大会承诺，”各国", 8, manner=manner).lines] == ["大会承", "诺，”各", "国"]
    assert [line.text for line in typeset("大会承诺，各", 8, [Sign(5, "¹")], manner=manner).lines] == [
        "大会承",
        "诺，¹各",
    ]


def test_an_emoji_of_several_is_kept_together_and_drawn_as_wide_as_it_is_counted() -> None:
    family, thumb = "👨\u200d👩\u200d👧", "👍🏽"
    assert visible(family) == "👨\u200b👩\u200b👧"
    assert visible(thumb) == "👍\u200b"
    assert [line.text for line in typeset("大" + family, 7).lines] == ["大", visible(family)]
    assert [line.text for line in typeset("大🇨🇳🇫🇷", 4).lines] == ["大🇨🇳", "🇫🇷"]
