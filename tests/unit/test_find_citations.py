"""Surfaces: every number and symbol that a text cites, taken out of lists, and nothing else."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citations import context, details, evidence, find, find_numbers, find_symbols, misread, pinpoints, tokens
from store.citations.find import find_surfaces
from store.numbers import BRACKETED, NUMBER, SLASHED
from store.symbol_grammar import symbol_pattern

FOUND = [
    # numbers
    ("回顾大会 2010 年 7 月 30 日第 64/293 号决议，", ["64/293"]),
    ("欢迎大会 2010 年 7 月 30 日第 64/293 决议包括该决议所附行动计划", ["64/293"]),
    ("大会第６４／２９３号决议", ["６４／２９３"]),
    ("大會第 64/293 號決議", ["64/293"]),
    ("在第 64 / 293 号决议中", ["64 / 293"]),
    ("安理会通过了第 2388 (2017)号决议。第 2388 号决议述及", ["2388 (2017)", "2388"]),
    ("第 2388（2017）号决议", ["2388（2017）"]),
    ("大会第 3363(XXX)号决议和第三三六三(三十)号决议", ["3363(XXX)", "三三六三(三十)"]),
    ("第 377 A(V)号决议", ["377 A(V)"]),
    ("第 S-8/1 号、第 ES-10/21 号和第 1874(S-IV)号决议", ["S-8/1", "ES-10/21", "1874(S-IV)"]),
    ("第 51/154 B 号决议", ["51/154 B"]),
    ("大会第 52/462 号决定", ["52/462"]),
    ("大会决议 64/293 和安全理事会决议 1325 (2000)", ["64/293", "1325 (2000)"]),
    ("大会64/293号决议", ["64/293"]),
    ("大会第 61/180 号。", ["61/180"]),
    # lists
    (
        "安全理事会第 1267 (1999)、1989 (2011)、2253 (2015)和 2368 (2017)号决议所设委员会",
        ["1267 (1999)", "1989 (2011)", "2253 (2015)", "2368 (2017)"],
    ),
    ("第 49/166、50/167、51/66、77/194和 79/154 号决议。", ["49/166", "50/167", "51/66", "77/194", "79/154"]),
    (
        "2006 年 12 月 20 日第 61/180 号、2008 年 12 月 18 日第 63/194 号和 2023 年 12 月 19 日第 78/228 号决议",
        ["61/180", "63/194", "78/228"],
    ),
    ("第 2331 (2016)号和第 2388 (2017)号决议", ["2331 (2016)", "2388 (2017)"]),
    ("第 1267、1989 和 2253 号决议", ["1267", "1989", "2253"]),
    ("第 64/293 号决议、题为“甲，乙”的第 53/9 号决议以及", ["64/293", "53/9"]),
    ("第 60/251 号决议和第 60/500 号决定", ["60/251", "60/500"]),
    # symbols
    ("见 A/79/322_o", ["A/79/322"]),
    ("补编第 12 号》（A/73/12(Part I)和 A/73/12(Part II)，第二部分", ["A/73/12(Part I)", "A/73/12(Part II)"]),
    (
        "CTOC/COP/2010/5、CTOC/COP/2010/6 和 CTOC/CP/2010/11。",
        ["CTOC/COP/2010/5", "CTOC/COP/2010/6", "CTOC/CP/2010/11"],
    ),
    ("E/2002/68/Add.1；CEDAW/C/GC/38", ["E/2002/68/Add.1", "CEDAW/C/GC/38"]),
    ("A/CONF.234/16，第一章，决议 1。", ["A/CONF.234/16"]),
    ("A/RES/70/1 和 S/RES/2388 (2017)", ["A/RES/70/1", "S/RES/2388 (2017)"]),
    ("主席声明(S/PRST/2014/28)", ["S/PRST/2014/28"]),
    ("给秘书长的信（A/75/847-S/2021/330）", ["A/75/847", "S/2021/330"]),
    ("A/59/565 和 Corr.1", ["A/59/565", "Corr.1"]),
    ("决议草案 A/C.3/80/L.4/Rev.1", ["A/C.3/80/L.4/Rev.1"]),
    ("Ａ／79／322", ["Ａ／79／322"]),
    ("见 https://undocs.org/zh/A/HRC/44/45 。", ["A/HRC/44/45"]),
    ("S/PV.4072 (Resumption 1)", ["S/PV.4072 (Resumption 1)"]),
    ("《联合国环境大会决议》UNEP/EA.5/Res.14。", ["UNEP/EA.5/Res.14"]),
    ("E/CN.4/Sub.2/2003/12/Rev.2", ["E/CN.4/Sub.2/2003/12/Rev.2"]),
]

NOTHING = [
    "《1999年最恶劣形式的童工劳动公约》(第 182 号)和(第 29 号)",
    "国际劳工组织第 182 号公约",
    "《条约汇编》，第 2225 卷，第 39574 号。",
    "《公约》第 32 条第 2 款",
    "具体目标 5.2、8.7 和 16.2",
    "24/7 的热线电话",
    "第 38 号一般性建议(2020 年)",
    "《大会正式记录，第七十五届会议，补编第 53 号》",
    "出售品编号：E.16.IV.6。",
    "2017 年 9 月 27 日和 28 日",
    "2017/18 学年",
    "第 12/2000 号法律、第 26/2013 号法令和第 1/2003 号来文",
    "第 2002/584 号框架决定",
    "第 5 号决议草案",
    "甲型流感 A/H1N1、HIV/AIDS、TCP/IP",
    "上述两项决议和该决议",
    "会议就 3/4 的项目作出决定",
    "联合国艾滋病毒/艾滋病联合规划署",
    "",
]


@pytest.mark.parametrize(("text", "surfaces"), FOUND)
def test_every_number_and_symbol_is_found_with_its_span(text, surfaces):
    assert [text[s.start : s.end] for s in find_surfaces(text)] == surfaces


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_document_of_the_un_is_not_found(text):
    assert [text[s.start : s.end] for s in find_surfaces(text)] == []


def test_each_number_of_a_list_has_the_kind_that_its_list_names():
    text = "第 60/251 号、第 61/1 号决议和第 60/500 号、第 61/401 号决定"
    assert [s.decision for s in find_surfaces(text)] == [False, False, True, True]


def test_a_component_that_follows_a_symbol_is_a_document_of_its_own():
    assert [str(s.symbol) for s in find_surfaces("A/59/565/Add.1 和 Add.2")] == ["A/59/565/Add.1", "A/59/565/Add.2"]


PIECES = st.sampled_from(
    [
        "第",
        "号",
        "决议",
        "决定",
        "64/293",
        "2388 (2017)",
        "、",
        "和",
        "2010 年 7 月 30 日",
        "大会",
        "其",
        "A/79/1",
        "_o",
        "/",
        "“",
        "”",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_spans_are_in_order_and_never_overlap(text):
    surfaces = find_surfaces(text)
    assert all(0 <= s.head <= s.start < s.end <= s.tail <= len(text) for s in surfaces)
    assert all(a.end <= b.start for a, b in pairwise(surfaces))


@pytest.mark.parametrize(
    "source",
    [
        NUMBER,
        SLASHED,
        BRACKETED,
        symbol_pattern().pattern,
        *(
            function().pattern
            for module in (find, find_numbers, find_symbols, misread, tokens, pinpoints, context, details, evidence)
            for name, function in vars(module).items()
            if hasattr(function, "cache_info") and function.__module__ == module.__name__
            if isinstance(function(), re.Pattern)
        ),
        *(pattern.pattern for pattern in context._bridges()),
    ],
)
def test_no_expression_repeats_without_bound(source):
    """With every repetition bounded, a match costs no more than a constant: reading grows with length alone."""
    bare = re.sub(r"\[(?:\\.|[^\]\\])*\]", "x", re.sub(r"\\.", "x", source.replace("\\]", "x")))
    assert re.findall(r"[*+]|\{\d*,\}", bare) == []
