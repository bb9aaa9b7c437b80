"""How documents belong together, in the bundled library and in invented ones; and what must not be joined."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_library import Made, made_library

from store.document import FrontMatter
from store.library.families.family import family_of, family_of_symbol
from store.library.families.kin import Family
from store.library.library import Library

DRAFT_2017 = "执行《联合国打击贩运人口全球行动计划》"
DRAFT_2021 = "改进打击贩运人口工作的协调 (2021-11-10)"


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(tmp_path_factory.mktemp("families"))


def told(family: Family, *relations: str) -> list[tuple[str, str | None, str]]:
    """Relation, symbol or key, and confidence."""
    kept = [each for each in family.kin if each.relation in relations or not relations]
    return [(each.relation, each.symbol or each.key, each.confidence) for each in kept]


def of(library: Library, key: str, *relations: str) -> list[tuple[str, str | None, str]]:
    entry = library.entry(key)
    return told(family_of(library, entry) if entry else family_of_symbol(library, key), *relations)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("E/RES/2017/18", ("draft", DRAFT_2017, "likely")),
        (DRAFT_2017, ("adopted", "E/RES/2017/18", "likely")),
        ("A/RES/76/186", ("draft", DRAFT_2021, "likely")),
        (DRAFT_2021, ("adopted", "A/RES/76/186", "likely")),
        ("A/RES/72/195", ("report", "A/74/127", "sure")),
        ("A/74/127", ("mandate", "A/RES/72/195", "sure")),
    ],
)
def test_the_bundled_library_connects_drafts_resolutions_and_reports(
    bundled: Library, asked: str, found: tuple[str, str, str]
) -> None:
    assert of(bundled, asked, "draft", "adopted", "report", "mandate") == [found]


def test_a_series_is_what_texts_list_under_one_clause_and_goes_on_with_the_draft_of_this_year(bundled: Library) -> None:
    series = [symbol for _, symbol, _ in of(bundled, "A/RES/72/195", "series")]
    numbers = ("61/180", "63/194", "64/178", "67/190", "68/192", "70/179", "74/176", "76/186", "78/228")
    assert series == [*(f"A/RES/{number}" for number in numbers), "A/C.3/80/L.4"]
    # 10 resolutions precede the draft
    assert len(of(bundled, "A/C.3/80/L.4", "series")) == 10


@pytest.mark.parametrize("symbol", ["A/RES/64/293", "A/RES/71/287", "S/RES/2388(2017)", "A/RES/61/144"])
def test_what_is_cited_alone_or_in_a_list_of_several_subjects_has_no_family(bundled: Library, symbol: str) -> None:
    assert of(bundled, symbol) == []


def test_each_inference_says_why(bundled: Library) -> None:
    (draft,) = family_of_symbol(bundled, "E/RES/2017/18").of("draft")
    assert [reason.rule for reason in draft.reasons] == ["short-title", "organ", "year"]
    assert draft.reasons[0].words == "执行《全球行动计划》"
    assert draft.year == 2017


def draft(title: str, session: str | None, body: str = "大会", text: str = "", **front: object) -> Made:
    said = {"committee": "第二委员会", "kind": "draft resolution", **front}
    return FrontMatter(title=title, session=session, body=body, **said), text  # type: ignore[arg-type]


def citing(*lines: str) -> Made:
    front = FrontMatter(
        symbol="A/C.2/99/L.1", title="别的事", body="大会", kind="draft resolution", session="第九十九届会议"
    )
    return front, "\n".join(lines)


WETLANDS = (
    "pp 回顾其关于保护内陆湿地的2001年12月21日第56/301号、2003年12月23日第58/302号和2005年12月22日第60/303号决议，"
)

FAMILIES: list[tuple[str, dict[str, Made], str, list[tuple[str, str, str]]]] = [
    (
        "title, organ and session agree",
        {"a": draft("保护内陆湿地", "第五十八届会议"), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [("draft", "保护内陆湿地", "likely")],
    ),
    (
        "the same title of another session is of the series, and no draft",
        {"a": draft("保护内陆湿地", "第六十二届会议"), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [],
    ),
    (
        "the same title of another organ",
        {"a": draft("保护内陆湿地", "第五十八届会议", "人权理事会", committee=None), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [],
    ),
    (
        "another title of the same session",
        {"a": draft("保护沿海湿地和候鸟的栖息地", "第五十八届会议"), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [],
    ),
    (
        "a draft dated after the adoption",
        {"a": draft("保护内陆湿地", "第五十八届会议", date="2004-02-01"), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [],
    ),
    (
        "no session and no date: nothing but the title agrees",
        {"a": draft("保护内陆湿地", None), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [],
    ),
    (
        "a special session is not the regular one of that number",
        {"a": draft("保护内陆湿地", "第五十八届特别会议", committee=None), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [],
    ),
    (
        "the title in other words stays open",
        {"a": draft("内陆湿地的保护", "第五十八届会议"), "b": citing(WETLANDS)},
        "A/RES/58/302",
        [("draft", "内陆湿地的保护", "open")],
    ),
    (
        "a commission's draft for the Council, by the year of the commission's session",
        {
            "a": draft("加强狱政人员培训", "第二十届会议", "经济及社会理事会", committee="预防犯罪和刑事司法委员会"),
            "b": citing("pp 回顾经济及社会理事会2011年7月28日题为“加强狱政人员培训”的第2011/99号决议，"),
        },
        "E/RES/2011/99",
        [("draft", "加强狱政人员培训", "likely")],
    ),
    (
        "the same, of the year before",
        {
            "a": draft("加强狱政人员培训", "第十九届会议", "经济及社会理事会", committee="预防犯罪和刑事司法委员会"),
            "b": citing("pp 回顾经济及社会理事会2011年7月28日题为“加强狱政人员培训”的第2011/99号决议，"),
        },
        "E/RES/2011/99",
        [],
    ),
    (
        "a commission's draft that the Assembly adopts in the autumn",
        {
            "a": draft("加强狱政人员培训", "第二十届会议", "大会", committee="预防犯罪和刑事司法委员会"),
            "b": citing("pp 回顾大会2011年12月19日题为“加强狱政人员培训”的第66/199号决议，"),
        },
        "A/RES/66/199",
        [("draft", "加强狱政人员培训", "likely")],
    ),
    (
        "two drafts of one session and title: both stay open",
        {
            "a": draft("保护内陆湿地", "第五十八届会议", symbol="A/C.2/58/L.7"),
            "b": draft("保护内陆湿地", "第五十八届会议", symbol="A/C.2/58/L.9"),
            "c": citing(WETLANDS),
        },
        "A/RES/58/302",
        [("draft", "A/C.2/58/L.7", "open"), ("draft", "A/C.2/58/L.9", "open")],
    ),
    (
        "a draft and its revision are drafts of one text",
        {
            "a": draft("保护内陆湿地", "第五十八届会议", symbol="A/C.2/58/L.7"),
            "b": draft("保护内陆湿地", "第五十八届会议", symbol="A/C.2/58/L.7/Rev.1", revised=True),
            "c": citing(WETLANDS),
        },
        "A/RES/58/302",
        [("draft", "A/C.2/58/L.7", "likely"), ("draft", "A/C.2/58/L.7/Rev.1", "likely")],
    ),
]


@pytest.mark.parametrize(
    ("documents", "asked", "found"), [row[1:] for row in FAMILIES], ids=[row[0] for row in FAMILIES]
)
def test_drafts_are_joined_to_what_was_adopted_only_where_nothing_contradicts(
    tmp_path: Path, documents: dict[str, Made], asked: str, found: list[tuple[str, str, str]]
) -> None:
    library = made_library(tmp_path, **documents)
    drafts = of(library, asked, "draft")
    assert [(relation, (name or "").partition(" (")[0], sure) for relation, name, sure in drafts] == found
    for _, key, _ in drafts:
        assert ("adopted", asked) in [each[:2] for each in of(library, key or "")]


def test_what_the_library_holds_is_joined_by_what_the_documents_say_themselves(tmp_path: Path) -> None:
    adopted = FrontMatter(
        symbol="A/RES/58/302",
        title="保护内陆湿地",
        body="大会",
        kind="resolution",
        date="2003-12-23",
        session="第五十八届会议",
    )
    library = made_library(
        tmp_path,
        a=draft("保护内陆湿地", "第五十八届会议", symbol="A/C.2/58/L.7", date="2003-10-30"),
        b=(adopted, "op 请秘书长向大会第六十届会议提交报告。"),
        c=report("A/60/411", "p 本报告系依照大会第58/302号决议编写。"),
    )
    assert of(library, "A/RES/58/302") == [("draft", "A/C.2/58/L.7", "likely"), ("report", "A/60/411", "sure")]
    assert of(library, "A/C.2/58/L.7") == [("adopted", "A/RES/58/302", "likely")]
    (mandate,) = family_of_symbol(library, "A/60/411").kin
    assert (mandate.key, mandate.title) == ("A/RES/58/302", "保护内陆湿地")


def test_revisions_are_known_by_symbol_and_by_title_and_session(tmp_path: Path) -> None:
    library = made_library(
        tmp_path,
        a=draft("保护内陆湿地", "第五十八届会议", symbol="A/C.2/58/L.7"),
        b=draft("保护内陆湿地和泥炭地", "第五十八届会议", symbol="A/C.2/58/L.7/Rev.1", revised=True),
        c=draft("保护内陆湿地", "第五十八届会议", revised=True, date="2003-11-02"),
        d=draft("保护内陆湿地", "第五十九届会议", revised=True, date="2004-11-02"),
    )
    assert of(library, "A/C.2/58/L.7") == [
        ("revision", "A/C.2/58/L.7/Rev.1", "sure"),
        ("revision", "保护内陆湿地 (2003-11-02)", "likely"),
    ]
    assert of(library, "A/C.2/58/L.7/Rev.1") == [("revised", "A/C.2/58/L.7", "sure")]


def report(symbol: str, *lines: str) -> Made:
    return FrontMatter(symbol=symbol, title="湿地状况", body="大会", kind="report"), "\n".join(lines)


@pytest.mark.parametrize(
    ("symbol", "line", "confidence"),
    [
        ("A/60/411", "p 本报告系依照大会第58/302号决议编写。", "sure"),
        ("A/60/411", "p 大会在第58/302号决议中请秘书长向第六十届会议提交关于该决议执行情况的报告。", "likely"),
        ("A/60/411", "p 会员国依照大会第58/302号决议保护湿地。", None),
        ("A/57/411", "p 本报告系依照大会第58/302号决议编写。", None),  # older than what it cites
        ("A/90/411", "p 本报告系依照大会第58/302号决议编写。", None),  # a whole generation later
    ],
)
def test_a_report_is_a_resolution_s_only_where_it_says_so_and_could_be(
    tmp_path: Path, symbol: str, line: str, confidence: str | None
) -> None:
    library = made_library(tmp_path, a=report(symbol, line))
    expected = [("report", symbol, confidence)] if confidence else []
    assert of(library, "A/RES/58/302") == expected
    assert of(library, symbol) == ([("mandate", "A/RES/58/302", confidence)] if confidence else [])


@pytest.mark.parametrize(
    ("line", "series"),
    [
        (WETLANDS, ["A/RES/58/302", "A/RES/60/303"]),
        ("pp 回顾其题为“保护内陆湿地”的第56/301号和第58/302号决议，", ["A/RES/58/302"]),
        ("pp 回顾其第56/301号、第58/302号和第60/303号决议，", []),  # no subject: several matters
        ("pp 回顾其关于湿地和其他生态系统的第56/301号和第58/302号决议，", []),
        ("pp 回顾其题为“保护内陆湿地”的第56/301号决议和题为“保护候鸟”的第58/302号决议，", []),
        ("pp 回顾其关于保护内陆湿地的第56/301号决议和经济及社会理事会第2003/5号决议，", []),
    ],
)
def test_a_list_under_one_clause_is_a_series(tmp_path: Path, line: str, series: list[str]) -> None:
    library = made_library(tmp_path, a=citing(line))
    assert [symbol for _, symbol, _ in of(library, "A/RES/56/301")] == series


def test_a_clause_that_no_text_gives_as_a_title_stays_open(tmp_path: Path) -> None:
    library = made_library(tmp_path, a=citing(WETLANDS))
    assert {sure for _, _, sure in of(library, "A/RES/56/301")} == {"open"}
    other = tmp_path / "other"
    other.mkdir()
    library = made_library(other, a=citing(WETLANDS), b=draft("保护内陆湿地", "第六十二届会议"))
    assert of(library, "A/RES/56/301") == [
        ("series", "A/RES/58/302", "likely"),
        ("series", "A/RES/60/303", "likely"),
        ("series", "保护内陆湿地", "likely"),
    ]
