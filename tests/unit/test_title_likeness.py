"""Which titles are one, and when and where a document belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.library.families.terms import Term, agree, contradict, term_of_draft, term_of_symbol
from store.library.families.titles import likeness


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("改进打击贩运人口工作的协调", "改进打击贩运人口工作的协调", "same"),
        ("保护湿地，防治荒漠化", "保护湿地,防治荒漠化", "same"),
        ("保护　湿地", "保护湿地", "same"),
        ("改進協調，打擊販運", "改進協調,打擊販運", "same"),
        ("执行《联合国打击贩运人口全球行动计划》", "执行《全球行动计划》", "short"),
        ("评估《联合国打击贩运人口全球行动计划》", "执行《全球行动计划》", None),
        ("执行《联合国打击贩运人口全球行动计划》", "执行《行动》", None),
        ("执行《全球契约》", "执行《全球行动计划》", None),
        ("改进打击贩运人口工作的协调", "改进工作协调，打击贩运人口", "near"),
        ("改进打击贩运人口工作的协调", "改进打击贩运毒品工作的协调", None),
        ("2016年湿地年", "2017年湿地年", None),
        ("贩运妇女和儿童", "改进打击贩运妇女和儿童工作的协调", None),
        ("儿童权利", "权利儿童", None),
        (None, "保护湿地", None),
        ("《》", "“”", None),
    ],
)
def test_titles_are_one_only_where_little_but_the_wording_differs(
    one: str | None, other: str | None, alike: str | None
) -> None:
    assert likeness(one, other) == likeness(other, one) == alike


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_goes_both_ways_and_never_fails(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("symbol", "date", "term"),
    [
        ("A/RES/76/186", None, Term("A", 76, 2021)),
        ("A/RES/76/300", "2022-07-28", Term("A", 76, 2022)),
        ("A/RES/3363(XXX)", None, Term("A", 30, 1975)),
        ("E/RES/2017/18", None, Term("E", None, 2017)),
        ("S/RES/2388(2017)", None, Term("S", None, 2017)),
        ("E/CN.15/RES/27/2", None, Term("E/CN.15", 27, 2018)),
        ("CTOC/COP/RES/10/1", None, Term("CTOC/COP", 10, 2020)),
        ("A/HRC/RES/44/4", None, Term("A/HRC", 44, None)),
        ("A/74/127", None, Term("A", 74, 2019)),
        ("E/2018/30", None, Term("E", None, 2018)),
        ("UNTS 2225", None, Term(None, None, None)),
        ("A/RES/S-8/1", None, Term("A", None, None)),
    ],
)
def test_a_symbol_tells_organ_session_and_year(symbol: str, date: str | None, term: Term) -> None:
    assert term_of_symbol(symbol, date) == term


@pytest.mark.parametrize(
    ("masthead", "term"),
    [
        ((None, "大会", "第三委员会", "第七十六届会议", "2021-11-10"), Term("A", 76, 2021)),
        ((None, "大会", None, "第76届会议", None), Term("A", 76, 2021)),
        (("A/C.3/80/L.4", "大会", "第三委员会", None, None), Term("A", 80, 2025)),
        ((None, "经济及社会理事会", "预防犯罪和刑事司法委员会", "第二十六届会议", None), Term("E", None, 2017)),
        ((None, "大会", "麻醉药品委员会", "第六十届会议", None), Term("A", None, 2017)),
        (("E/CN.15/2017/L.5", "经济及社会理事会", None, "第二十六届会议", None), Term("E", None, 2017)),
        ((None, "大会", None, "第十届紧急特别会议", None), Term("A", None, None)),
        ((None, "人权理事会", None, "第四十四届会议", "2020-07-16"), Term("A/HRC", 44, 2020)),
        ((None, None, None, None, None), Term()),
        ((None, "大会", None, "第一百零二届会议", None), Term("A", 102, 2047)),
    ],
)
def test_a_masthead_tells_organ_session_and_year(masthead: tuple[str | None, ...], term: Term) -> None:
    assert term_of_draft(*masthead) == term


@pytest.mark.parametrize(
    ("one", "other", "binds"),
    [
        (Term("A", 76, 2021), Term("A", 76, 2022), "session"),
        (Term("A", 76, 2021), Term("A", 77, 2022), None),
        (Term("A", None, 2017), Term("A", 72, 2017), "year"),
        (Term("A", None, 2017), Term("A", 71, 2017), "year"),
        (Term("A", None, 2017), Term("A", 75, 2020), None),
        (Term("E", None, 2017), Term("E", None, 2017), "year"),
        (Term("E", None, 2017), Term("A", None, 2017), None),
        (Term(None, None, 2017), Term("A", None, 2017), None),
        (Term("A"), Term("A", 76), None),
    ],
)
def test_terms_bind_by_session_or_year_unless_they_contradict(one: Term, other: Term, binds: str | None) -> None:
    assert agree(one, other) == agree(other, one) == binds
    assert contradict(one, other) == contradict(other, one)
    assert not (binds and contradict(one, other))
