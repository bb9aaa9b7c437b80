"""The references of the bundled documents, as one reads them there."""

from itertools import pairwise
from pathlib import Path

import pytest

from store.library.library import Library
from store.library.reader import StandardReader

SEEDS = Path(__file__).parents[2] / "seeds"
CONVENTION, PROTOCOL = "UNTS 2225, 39574", "UNTS 2237, 39574"
PLAN, AGENDA = "A/RES/64/293", "A/RES/70/1"


def read(name):
    (path,) = SEEDS.glob(f"{name}_*.txt")
    return StandardReader().read(path)


def test_the_resolution_of_the_parties():
    """All of them; one resolution cites the Convention by 同上 although it is its first note."""
    said = [(r.block, r.symbol or r.target, r.pinpoint) for r in read("004").references]
    assert said == [
        ("ch", CONVENTION, None),
        ("pp1", CONVENTION, "第 32 条"),
        ("pp1", CONVENTION, None),
        ("pp1", PROTOCOL, None),
        ("pp2", PLAN, None),
        ("pp4", PROTOCOL, None),
        ("pp5", PROTOCOL, None),
        ("pp9", "E/CN.15/2006/10", None),
        ("op1", PROTOCOL, None),
        ("op3", PLAN, None),
        ("op3", PLAN, None),
        ("op3", PLAN, None),
        ("op3", PROTOCOL, None),
        ("op6", PROTOCOL, None),
        ("op7", PROTOCOL, None),
        ("op8.b", PROTOCOL, "第 3 条"),
        ("op8.b", CONVENTION, None),
        ("op9", "E/CN.15/RES/19/4", None),
        ("op10", PROTOCOL, None),
        ("op11", PROTOCOL, None),
        ("op13", "op12", "第 12 段"),
        ("op16", PROTOCOL, None),
        ("fn1", CONVENTION, None),
        ("fn2", PROTOCOL, None),
        ("fn6", PROTOCOL, None),
    ]


def test_the_draft_of_2017():
    """The plan is named 18 times in its short forms and 3 times in full; each time it is the one of 64/293."""
    references = read("002").references
    plans = [r for r in references if r.symbol == PLAN]
    assert [r.surface for r in plans].count("《全球行动计划》") == 17
    assert {r.surface for r in plans} == {"《联合国打击贩运人口全球行动计划》", "《全球行动计划》", "《行动计划》"}
    others = [(r.block, r.symbol) for r in references if r.symbol != PLAN]
    assert others == [
        ("pp6.a", CONVENTION),
        ("pp6.a", PROTOCOL),
        ("pp16", AGENDA),
        ("pp16", "SDG 5.2"),
        ("pp16", "SDG 8.7"),
        ("pp16", "SDG 16.2"),
        ("op1", CONVENTION),
        ("op1", PROTOCOL),
        ("op6", CONVENTION),
        ("op6", PROTOCOL),
        ("op7", AGENDA),
        ("fn1", CONVENTION),
        ("fn2", PROTOCOL),
    ]


SAID = [
    # the notes of the draft of 2025: 同上 through the Treaty Series and through the records of the Council
    ("000", "fn6", [("同上,第 2237 卷,第 39574 号", PROTOCOL)]),
    ("000", "fn9", [("同前,第 2133 卷,第 37245 号", "UNTS 2133, 37245")]),
    ("000", "fn14", [("同上", "E/2018/30")]),
    ("000", "fn15", [("同上", "E/2018/30")]),
    ("000", "fn16", []),
    (
        "000",
        "pp7",
        [
            ("《1999年最恶劣形式的童工劳动公约》(第 182 号)", "ILO C182"),
            ("该公约", "ILO C182"),
            ("《1930年强迫劳动公约》(第 29 号)", "ILO C29"),
            ("《2014年议定书》", "ILO P29"),
        ],
    ),
    ("000", "pp17", [("《关于难民和移民的纽约宣言》", "A/RES/71/1")]),
    ("000", "pp40", []),  # 《喀土穆宣言》: no document of the library says what it is
    ("003", "p38", [("该决议", "S/RES/2388(2017)")]),
    ("003", "p45", [("可持续发展目标的具体目标 4.7", "SDG 4.7")]),
    ("003", "p92", [("该决议", "A/RES/72/195")]),
    ("003", "p94", [("该决议", "S/RES/2388(2017)")]),
    ("003", "p139.h", [("上述两项决议", None)]),
]


@pytest.mark.parametrize(("seed", "place", "expected"), SAID)
def test_single_places(seed, place, expected):
    assert [(r.surface, r.symbol) for r in read(seed).references if r.block == place] == expected


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_references_lie_in_the_text_and_overlap_nothing(seed):
    document = read(seed)
    for place, cited in document.references_by_place.items():
        assert all(one.end <= other.at for one, other in pairwise(cited))
        assert all(each.surface == document.text_of(place)[each.at : each.end] for each in cited)


def test_the_three_that_stay_open_keep_their_candidates():
    document = read("003")
    open_ones = {(r.block, r.surface): r.candidates for r in document.references if r.confidence == "open"}
    assert open_ones == {
        ("p99", "《宣言》"): ("A/RES/72/1",),
        ("p133", "《议定书》"): (PROTOCOL, "UNTS 2241, 39574"),
        ("p139.h", "上述两项决议"): ("S/RES/2388(2017)", "S/RES/2331(2016)"),
    }


def test_a_document_counts_as_cited_by_number_and_a_treaty_by_every_mention():
    cited = Library().cited()
    assert (cited["A/RES/64/293"], cited["ILO C29"], cited["SDG 5.2"]) == (15, 2, 4)
