"""Whose resolution a number is: decided by its sentence, then by the document, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citations.cite import cite
from store.document import Block, Document, Doubt, Footnote, FrontMatter, Marker


def cited(text, *, speaker="大会，", body=None, **front):
    """The citations of one paragraph in a resolution (or, without a speaker, a report)."""
    chapeau = (Block("ch", "chapeau", None, speaker),) if speaker else ()
    blocks = (*chapeau, Block("p1", "paragraph", "1", text))
    return cite(Document(FrontMatter(body=body, **front), blocks))


def symbols(document):
    return [c.symbol for c in document.citations]


CTOC = "《联合国打击跨国有组织犯罪公约》缔约方会议，"

NAMED = [
    ("回顾大会第 64/293 号决议", ["A/RES/64/293"]),
    ("安理会第 2331 (2016)号决议", ["S/RES/2331(2016)"]),
    ("回顾人权理事会 2020 年 7 月 16 日题为“大会，甲”的第 44/4 号决议", ["A/HRC/RES/44/4"]),
    ("回顾經濟及社會理事會第 2017/18 號決議", ["E/RES/2017/18"]),
    ("回顾人权委员会第 2005/80 号决议", ["E/CN.4/RES/2005/80"]),
    ("麻醉药品委员会第 59/8 号决议", ["E/CN.7/RES/59/8"]),
    ("联合国环境大会第 5/14 号决议", ["UNEP/EA.5/Res.14"]),
    ("《联合国反腐败公约》缔约国会议第 8/1 号决议", ["CAC/COSP/RES/8/1"]),
    ("《生物多样性公约》缔约方大会第 15/4 号决定", ["CBD/COP/DEC/15/4"]),
    ("大会第 3363(XXX)号决议和经济及社会理事会第 1503(XLVIII)号决议", ["A/RES/3363(XXX)", "E/RES/1503(XLVIII)"]),
    ("大会第 S-8/1 号决议和人权理事会第 S-8/1 号决议", ["A/RES/S-8/1", "A/HRC/RES/S-8/1"]),
    ("大会第 51/154 B 号决议和第 52/462 号决定", ["A/RES/51/154 B", "A/DEC/52/462"]),
    (
        "第 217 A(III)号决议和大会第 1514(XV)和 2625 (XXV)号决议",
        ["A/RES/217(III) A", "A/RES/1514(XV)", "A/RES/2625(XXV)"],
    ),
    ("大会第 64/293 号决议(A/RES/64/293)", ["A/RES/64/293"] * 2),
    # a list keeps its owner, a new name takes over
    (
        "人权理事会 2007 年 6 月 18 日关于体制建设的第 5/1 号决议和关于行为守则的第 5/2 号决议",
        ["A/HRC/RES/5/1", "A/HRC/RES/5/2"],
    ),
    ("经社理事会第 1996/31 号决议和理事会第 2020/204 号决定", ["E/RES/1996/31", "E/DEC/2020/204"]),
    (
        "人权理事会第 44/4 号、题为“乙”的第 53/9 号和第 57/1 号决议",
        [f"A/HRC/RES/{n}" for n in ("44/4", "53/9", "57/1")],
    ),
    ("人权理事会第 44/4 号决议和大会第 53/9 号决议", ["A/HRC/RES/44/4", "A/RES/53/9"]),
    ("大会第 72/195 号和第 2388 (2017)号决议", ["A/RES/72/195", "S/RES/2388(2017)"]),
    # the organ that speaks in it stands after
    ("在第 44/4 号决议中，人权理事会请各国", ["A/HRC/RES/44/4"]),
    ("在第 2388 (2017)号决议中，安全理事会请", ["S/RES/2388(2017)"]),
    ("在其第 44/4 号决议第 5 段中，人权理事会请", ["A/HRC/RES/44/4"]),
    # a name within the subject of a resolution does not own it
    ("回顾其关于安全理事会改革的第 48/26 号决议", ["A/RES/48/26"]),
    ("回顾大会关于设立人权理事会的 2006 年 3 月 15 日第 60/2 号决议", ["A/RES/60/2"]),
    ("根据关于联合国同欧洲委员会的合作的大会 2008 年 11 月 3 日第 63/14 号决议", ["A/RES/63/14"]),
    ("大会关于加强经济及社会理事会的第 68/1 号决议", ["A/RES/68/1"]),
    # a sentence ends what a name governs
    ("人权理事会开了会。第 44/4 号决议获得通过", ["A/RES/44/4"]),
    # shared names
    ("经济及社会理事会的报告，以及理事会第 2017/18 号决议", ["E/RES/2017/18"]),
    ("人权理事会的报告，以及理事会第 44/4 号决议", ["A/HRC/RES/44/4"]),
    ("第十四届联合国预防犯罪和刑事司法大会所通过的宣言和大会第 76/181 号决议", ["A/RES/76/181"]),
    ("根据《联合国打击跨国有组织犯罪公约》，缔约方会议第十届会议通过的第 10/1 号决议", ["CTOC/COP/RES/10/1"]),
    # other owners than the organ that speaks
    ("又回顾其第 68/192 号决议决定", ["A/RES/68/192"]),
    ("欢迎人权理事会及其第 44/4 号决议", ["A/HRC/RES/44/4"]),
]

SPEAKERS = [
    (
        "还回顾其 2008 年 10 月 17 日第 4/4 号决定以及大会 2006 年 12 月 19 日第 61/144 号决议",
        CTOC,
        ["CTOC/COP/DEC/4/4", "A/RES/61/144"],
    ),
    ("履行缔约方会议 2008 年 10 月 17 日第 4/4 号决定中确定的职能", CTOC, ["CTOC/COP/DEC/4/4"]),
    ("考虑预防犯罪和刑事司法委员会 2010 年 5 月 21 日第 19/4 号决议，委员会在该决议中", CTOC, ["E/CN.15/RES/19/4"]),
    ("回顾其第 5/1 号决议和大会第 60/251 号决议", "人权理事会，", ["A/HRC/RES/5/1", "A/RES/60/251"]),
    ("回顾理事会第 5/1 号决议", "人权理事会，", ["A/HRC/RES/5/1"]),
    ("回顾其第 1325 (2000)号决议和第 1325 号决议第 3 段", "安全理事会，", ["S/RES/1325(2000)", "S/RES/1325(2000)"]),
    ("回顾委员会第 27/2 号决议", "预防犯罪和刑事司法委员会，", ["E/CN.15/RES/27/2"]),
    ("重申第 44/4 号决议", "人权理事会，", ["A/HRC/RES/44/4"]),
]

REPORTS = [
    ("安全理事会在其第 2388 (2017)号决议中促请", ["S/RES/2388(2017)"]),
    ("人权理事会还在其第 44/4 号决议中促请", ["A/HRC/RES/44/4"]),
    ("在其第 72/195 号决议中，大会还促请", ["A/RES/72/195"]),
    ("依照大会在第 72/195 号决议中的要求", ["A/RES/72/195"]),
    ("会员国根据第 72/195 号决议提供捐款", ["A/RES/72/195"]),
    ("协调小组依照经济及社会理事会第 2006/27 号决议", ["E/RES/2006/27"]),
]

OPEN = [
    ("理事会第 5/1 号决议", "number with a shared name and no other", "open-organ"),
    ("缔约方会议第 10/1 号决议", "whose parties meet nobody says", "open-organ"),
    ("《某某公约》缔约方会议第 10/1 号决定", "a meeting outside the table", "open-organ"),
    ("世界卫生大会第 72/195 号决议", "a body outside the table", "open-organ"),
    ("咨询委员会第 27/2 号决定", "a committee outside the table", "open-organ"),
    ("第 44/4 号决议", "several organs and no word of any", "open-organ"),
    ("大会和人权理事会的相关决议，包括第 44/4 号决议", "two organs named in one breath", "open-organ"),
    ("第 1 号决议", "a number without session", "open-organ"),
    ("大会第 2388 (2017)号决议", "the Assembly does not number so", "number-shape"),
    ("安全理事会第 64/293 号决议", "the Council does not number so", "number-shape"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_the_sentence_says_whose_it_is(text, expected):
    document = cited(text)
    assert symbols(document) == expected
    assert document.doubts == ()


@pytest.mark.parametrize(("text", "speaker", "expected"), SPEAKERS)
def test_an_organ_speaks_of_its_own_without_a_name(text, speaker, expected):
    assert symbols(cited(text, speaker=speaker)) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_a_report_speaks_of_organs_by_name(text, expected):
    assert symbols(cited(text, speaker=None, body="大会")) == expected


@pytest.mark.parametrize(("text", "why", "kind"), OPEN)
def test_what_stays_open_has_no_symbol_and_a_doubt(text, why, kind):
    document = cited(text, speaker=None)
    assert symbols(document) == [None], why
    assert [(d.kind, d.block, d.at) for d in document.doubts] == [(kind, "p1", document.citations[0].at)]


def test_a_number_beyond_the_range_of_the_organ_named_is_kept_with_a_doubt():
    document = cited("人权理事会第 90/1 号决议")
    assert symbols(document) == ["A/HRC/RES/90/1"]
    assert [d.kind for d in document.doubts] == ["number-shape"]


def test_two_organs_that_both_stand_leave_a_number_open():
    blocks = (
        Block("p1", "paragraph", "1", "大会第 44/4 号决议。"),
        Block("p2", "paragraph", "2", "人权理事会欢迎这一消息，并执行第 44/4 号决议。"),
    )
    document = cite(Document(FrontMatter(), blocks))
    assert symbols(document) == ["A/RES/44/4", None]
    assert "大会" in document.doubts[0].message and "人权理事会" in document.doubts[0].message


def test_another_place_of_the_document_settles_a_bare_number():
    blocks = (
        Block("p1", "paragraph", "1", "执行第 44/4 号决议。"),
        Block("p2", "paragraph", "2", "人权理事会第 44/4 号决议。"),
    )
    assert symbols(cite(Document(FrontMatter(), blocks))) == ["A/HRC/RES/44/4"] * 2


def test_a_year_given_elsewhere_completes_a_number_of_the_council():
    blocks = (
        Block("p1", "paragraph", "1", "第 2388 号决议述及要求。"),
        Block("p2", "paragraph", "2", "安理会第 2388 (2017)号决议。"),
    )
    document = cite(Document(FrontMatter(), blocks))
    assert symbols(document) == ["S/RES/2388(2017)"] * 2
    assert document.doubts == ()


def test_a_year_given_nowhere_stays_open():
    document = cited("安全理事会第 2388 号决议")
    assert symbols(document) == ["S/RES/2388"]
    assert [d.kind for d in document.doubts] == ["open-year"]


def test_a_full_symbol_elsewhere_completes_a_number():
    assert symbols(cited("第 2388 号决议（S/RES/2388 (2017)）")) == ["S/RES/2388(2017)"] * 2


def footnoted(text, note, *, speaker="大会，"):
    at = text.index("¹")
    block = Block("pp1", "preamble", None, text.replace("¹", ""), None, (Marker("1", at, "fn1"),))
    blocks = (Block("ch", "chapeau", None, speaker), block)
    return cite(Document(FrontMatter(), blocks, (Footnote("fn1", "1", note),)))


CALLED = [
    ("回顾大会通过《2030 年可持续发展议程》，¹", "第 70/1 号决议。", ["A/RES/70/1"]),
    ("回顾人权理事会关于贩运人口问题的各项决议，¹", "第 44/4 和 53/9 号决议。", ["A/HRC/RES/44/4", "A/HRC/RES/53/9"]),
    ("赞赏人权理事会的工作，重申《议程》，¹", "第 44/4 号决议。", ["A/RES/44/4"]),
    (
        "敦促会员国和《全球行动计划》¹ 中提及的联合国打击跨国有组织犯罪公约缔约方会议",
        "第 64/293 号决议。",
        ["A/RES/64/293"],
    ),
    ("注意到秘书长的报告，¹", "A/76/120。", ["A/76/120"]),
    ("根据《联合国打击跨国有组织犯罪公约》，注意到缔约方会议的决议，¹", "第 10/1 号决议。", ["CTOC/COP/RES/10/1"]),
    ("注意到人权理事会的决议，¹", "大会第 44/4 号决议。", ["A/RES/44/4"]),
]


@pytest.mark.parametrize(("text", "note", "expected"), CALLED)
def test_a_footnote_is_read_where_it_is_called(text, note, expected):
    assert symbols(footnoted(text, note)) == expected


def test_a_footnote_to_a_part_does_not_take_its_title_for_the_whole():
    assert footnoted("回顾《政治宣言》，¹", "第 76/181 号决议，附件。").citations[0].title is None


def test_a_footnote_takes_the_title_at_its_marker():
    assert (
        footnoted("回顾大会通过《2030 年可持续发展议程》，¹", "第 70/1 号决议。").citations[0].title
        == "2030 年可持续发展议程"
    )


DETAILS = [
    ("大会 2010 年 7 月 30 日第 64/293 号决议", (None, "2010-07-30", None)),
    ("大会题为“甲《乙》，丙”的 2010 年 7 月 30 日第 64/293 号决议", ("甲《乙》，丙", "2010-07-30", None)),
    ('2018年5月18日题为"甲"的第 27/2 号决议', ("甲", "2018-05-18", None)),
    ("2018 年 5 月 18 日关于贩运的第 64/293 号决议", (None, "2018-05-18", None)),
    ("第 64/293 号决议，题为“甲”", ("甲", None, None)),
    (
        "大会第 64/293 号决议通过的《联合国打击贩运人口的全球行动计划》",
        ("联合国打击贩运人口的全球行动计划", None, None),
    ),
    ("2012 年通过大会第 64/293 号决议", (None, None, None)),
    ("2010 年 13 月 40 日第 64/293 号决议", (None, None, None)),
    ("第 70/1 号决议第 5(a)段", (None, None, "第5(a)段")),
    ("第 70/1 号决议，其中第 10 段", (None, None, "第10段")),
    ("第 73/15 号决议的执行工作，尤其是其中第10段", (None, None, "第10段")),
    ("第 76/181 号决议，附件。", (None, None, "附件")),
    ("大会第 61/16 号决议(第 3 段)", (None, None, "第3段")),
    ("第 76/181 号决议附件 B", (None, None, "附件B")),
    ("第 76/181 号决议附件二第 3 段", (None, None, "附件二第3段")),
    ("第 70/1 号决议执行部分第 5 至 7 段", (None, None, "执行部分第5至7段")),
    (
        "《大会正式记录，第七十五届会议，补编第 53 号》(A/75/53)，第五章，A 节。",
        ("大会正式记录，第七十五届会议，补编第 53 号", None, "第五章，A节"),
    ),
    ("见 CTOC/COP/2020/10，第一.A 节。", (None, None, "第一.A节")),
    ("A/CONF.234/16，第一章，决议 1。", (None, None, "第一章，决议1")),
    ("A/74/127，第 98 段", (None, None, "第98段")),
]


@pytest.mark.parametrize(("text", "expected"), DETAILS)
def test_date_title_and_part_are_kept(text, expected):
    first = cited(text).citations[0]
    assert (first.title, first.date, first.pinpoint) == expected


def test_numbers_of_a_list_share_the_title_before_it():
    found = cited("题为“甲”的大会 2017 年 9 月 8 日第 71/322 号和 2018 年 12 月 17 日第 73/189 号决议").citations
    assert [(c.title, c.date) for c in found] == [("甲", "2017-09-08"), ("甲", "2018-12-17")]


def test_rubbish_after_a_symbol_is_taken_off_and_doubted():
    document = cited("见 A/79/322_o")
    assert [(c.surface, c.symbol) for c in document.citations] == [("A/79/322", "A/79/322")]
    assert [(d.kind, d.at) for d in document.doubts] == [("misread-symbol", 2)]


def test_a_misread_figure_is_doubted_once():
    slip = Doubt("p1", 6, "misread-number", "“8O”疑为“80”的误识。")
    other = Doubt("p1", 20, "misread-number", "“l0”疑为“10”的误识。")
    blocks = (Block("p1", "paragraph", "1", "见A/C.3/8O/L.4第2段。又见上文第l0段。"),)
    document = cite(Document(FrontMatter(), blocks, doubts=(slip, other)))
    assert [(d.kind, d.at) for d in document.doubts] == [("misread-number", 20), ("misread-symbol", 1)]
    assert cite(document) == document


def test_citing_twice_changes_nothing():
    once = cited("第 44/4 号决议和 A/79/322_o", speaker=None)
    assert cite(once) == once


def test_the_symbol_in_the_masthead_is_no_citation():
    assert symbols(cited("本报告", symbol="A/74/127")) == []


WORDS = (
    "大会 其 理事会 缔约方会议 第 64/293 2388 2388(2017) 号 决议 决定 ， 。 、 “ ” 《 》 的 关于 题为".split()
    + "2010年7月30日 A/79/322 _o （ ） 中 和".split()
)


@given(
    st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=40).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=8).map("".join),
    st.sampled_from(["大会，", "缔约方会议，", "x", ""]),
)
def test_no_text_upsets_the_stage(text, note, speaker):
    blocks = (
        Block("ch", "chapeau", None, speaker),
        Block("p1", "paragraph", "1", text, None, (Marker("1", len(text), "fn1"), Marker("2", 0))),
    )
    document = cite(Document(FrontMatter(body=note), blocks, (Footnote("fn1", "1", note),)))
    assert [c.surface for c in document.citations] == [
        document.text_of(c.block)[c.at : c.end] for c in document.citations
    ]


def test_a_line_of_digits_and_slashes_is_read_through():
    """Two hundred thousand characters: a cost that grew with their square would not come back."""
    line = "1/2/3 45/67 " * 16_000 + "第 64/293 号决议"
    assert symbols(cited(line)) == ["A/RES/64/293"]
