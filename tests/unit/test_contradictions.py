"""Doubts about what a citation says: each has a text that raises it and one, as alike as can be, that must not."""

from __future__ import annotations

import pytest

from store.citations.calendar import adopted, earliest, last_day
from store.citations.cite import cite
from store.citations.kinds import CONTRADICTIONS
from store.document import Block, Document, FrontMatter
from store.symbols import Symbol


def doubted(*texts: str, date: str | None = "2021-11-10", symbol: str | None = None) -> list[tuple[str, str]]:
    """Kind of each doubt about a contradiction, and the number where it stands."""
    blocks = (
        Block("ch", "chapeau", None, "大会，"),
        *(Block(f"pp{n}", "preamble", None, text) for n, text in enumerate(texts)),
    )
    document = cite(Document(FrontMatter(date=date, symbol=symbol), blocks))
    surfaces = {(each.block, each.at): each.surface for each in document.citations}
    return [(d.kind, surfaces[d.block or "", d.at]) for d in document.doubts if d.kind in CONTRADICTIONS]


LISTS = [
    ("回顾其第 61/144、63/156、65/190、67/145、70/149 和 71/167 号决议", [("list-order", "70/149")]),
    ("回顾其第 61/144、63/156、65/190、67/145 和 70/149 号决议", []),  # the list may end with another rhythm
    ("回顾其第 53/116、55/67、58/137、59/166 和 61/144 号决议", []),  # two steps are no rhythm
    ("回顾其第 61/144、63/156、65/190、67/145、69/149 和 71/167 号决议", []),
    ("回顾其第 61/180、63/194、46/178、67/190 和 68/192 号决议", [("list-order", "46/178")]),
    ("回顾其第 75/157、76/158 和 75/160 号决议", [("list-order", "76/158")]),
    ("回顾其第 60/1、65/1、57/3 和 70/1 号决议", [("list-order", "57/3")]),
    (
        "回顾其 2005 年 9 月 16 日第 60/1、65/1、2002 年 12 月 20 日第 57/3 号和第 70/1 号决议",
        [],
    ),  # its date bears it out
    ("回顾其第 60/1 号决议、第 65/1 号决议、第 57/3 号决议和第 70/1 号决议", []),  # each for itself
    ("回顾其第 75/158、75/157 号决议", []),  # two in the wrong order: nothing tells which
    ("回顾其第 68/192、61/180、64/178 和 63/194 号决议", []),  # a list without any order
    ("回顾安全理事会第 1325(2000)、1820(2008)、1288(2009)和 1889(2009)号决议", [("list-order", "1288(2009)")]),
    ("回顾安全理事会第 1325(2000)、1820(2008)、1888(2009)和 1889(2009)号决议", []),
    ("回顾其第 61/180 号决议和人权理事会第 44/4 号决议以及大会第 64/178 号决议", []),  # each organ counts for itself
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_number_alone_out_of_its_list_is_doubted(text: str, expected: list[tuple[str, str]]) -> None:
    assert doubted(text) == expected


TIMES = [
    ("回顾其第 77/194 号决议", [("not-yet", "77/194")]),
    ("回顾其第 76/7 号决议", []),
    ("回顾安全理事会第 2664 (2022)号决议", [("not-yet", "2664 (2022)")]),
    ("回顾安全理事会第 2608 (2021)号决议", []),
    ("回顾经济及社会理事会第 2021/25 号决议", []),
    ("回顾人权理事会第 53/9 号决议", [("not-yet", "53/9")]),
    ("回顾人权理事会第 47/9 号决议", []),
    ("注意到秘书长的报告(A/78/172)", [("not-yet", "A/78/172")]),
    ("注意到秘书长的报告(A/76/120)", []),
    ("注意到报告(S/2023/5)", [("not-yet", "S/2023/5")]),
    ("回顾大会 2021 年 12 月 16 日第 76/186 号决议", [("future-date", "76/186")]),
    ("回顾大会 2009 年 7 月 30 日第 64/293 号决议", [("date-session", "64/293")]),
    ("回顾大会 2010 年 7 月 30 日第 64/293 号决议", []),
    ("回顾预防犯罪和刑事司法委员会 2019 年 5 月 18 日第 27/2 号决议", [("date-session", "27/2")]),
    ("回顾预防犯罪和刑事司法委员会 2018 年 5 月 18 日第 27/2 号决议", []),
    ("回顾经济及社会理事会 2018 年 11 月 20 日第 2019/1 号决议", []),  # its year begins in July
    ("回顾大会 1946 年 1 月 24 日第 1(I)号决议", []),
    ("回顾大会 1974 年 12 月 14 日第 3363(XXX)号决议", [("date-session", "3363(XXX)")]),
    ("回顾《公约》缔约方会议 2030 年第 99/1 号决议", []),  # its organ stays open
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_what_could_not_be_so_at_that_time_is_doubted(text: str, expected: list[tuple[str, str]]) -> None:
    assert doubted(text) == expected


def test_without_a_date_of_its_own_a_document_is_as_old_as_its_session() -> None:
    assert doubted("回顾其第 77/194 号决议", date=None, symbol="A/RES/75/1") == [("not-yet", "77/194")]
    assert doubted("回顾其第 76/7 号决议", date=None, symbol="A/76/120") == []
    assert doubted("回顾其第 77/194 号决议", date=None) == []


MENTIONS = [
    (
        ("回顾大会 2010 年 7 月 30 日第 64/293 号决议，", "回顾大会 2010 年 7 月 20 日第 64/293 号决议，"),
        [("other-date", "64/293")],
    ),
    (
        (
            "回顾大会 2010 年 7 月 20 日第 64/293 号决议，",
            "回顾大会 2010 年 7 月 30 日第 64/293 号决议，",
            "根据大会 2010 年 7 月 30 日第 64/293 号决议，",
        ),
        [("other-date", "64/293")],
    ),
    (("回顾大会 2010 年 7 月 30 日第 64/293 号决议，", "回顾大会第 64/293 号决议，"), []),
    (
        ("回顾大会题为“改进工作协调”的第 72/195 号决议，", "回顾大会题为“保护移徙女工”的第 72/195 号决议，"),
        [("other-title", "72/195")],
    ),
    (
        (
            "回顾大会题为“改进打击贩运的工作协调”的第 72/195 号决议，",
            "大会题为“加强打击贩运工作的协调”的第 72/195 号决议，",
        ),
        [],
    ),
    (
        (
            "回顾大会 2020 年 7 月 16 日第 74/4 号决议，",
            "回顾人权理事会 2020 年 7 月 16 日第 44/4 号决议，",
            "回顾大会 2020 年 7 月 16 日第 44/4 号决议，",
        ),
        [("date-session", "44/4"), ("other-organ", "44/4")],
    ),
    (("回顾大会第 44/4 号决议，", "回顾人权理事会第 44/4 号决议，"), []),
]


@pytest.mark.parametrize(("texts", "expected"), MENTIONS)
def test_mentions_of_one_number_that_differ_are_doubted(
    texts: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert doubted(*texts) == expected


def test_nothing_is_changed_for_a_doubt() -> None:
    blocks = (Block("pp1", "preamble", None, "回顾大会 2009 年 7 月 30 日第 64/293 号决议，"),)
    (citation,) = cite(Document(FrontMatter(), blocks)).citations
    assert (citation.symbol, citation.date) == ("A/RES/64/293", "2009-07-30")


@pytest.mark.parametrize(
    ("symbol", "first", "last"),
    [
        ("A/RES/1(I)", "1946-01-01", "1947-12-31"),
        ("A/RES/64/293", "2009-09-01", "2010-09-30"),
        ("A/HRC/RES/5/1", "2007-01-01", "2007-12-31"),
        ("A/HRC/RES/44/4", "2020-01-01", "2020-12-31"),
        ("E/CN.15/RES/19/4", "2010-01-01", "2010-12-31"),
        ("E/CN.7/RES/59/8", "2016-01-01", "2016-12-31"),
        ("E/CN.6/RES/62/1", "2018-01-01", "2018-12-31"),
        ("E/CN.4/RES/2005/80", "2005-01-01", "2005-12-31"),
        ("S/RES/1325(2000)", "2000-01-01", "2000-12-31"),
    ],
)
def test_sessions_lie_where_the_records_put_them(symbol: str, first: str, last: str) -> None:
    parsed = Symbol.parse(symbol)
    assert parsed and adopted(parsed) == (first, last)


@pytest.mark.parametrize("symbol", ["CTOC/COP/RES/10/1", "A/RES/S-8/1", "E/RES/1503(XLVIII)"])
def test_of_sessions_without_a_rhythm_nothing_is_said(symbol: str) -> None:
    parsed = Symbol.parse(symbol)
    assert parsed and adopted(parsed) is None and earliest(parsed) is None


def test_a_document_with_neither_date_nor_session_has_no_last_day() -> None:
    assert last_day(FrontMatter(symbol="CTOC/COP/RES/5/2")) is None
