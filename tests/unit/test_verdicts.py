"""The check of a draft: agrees, contradicts, not in the library, cannot be judged, each for its reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_library import toy_library

from store.citations.cite import cite
from store.document import Block, Document, FrontMatter
from store.library.library import Library
from store.library.pinpoints import missing_places, pinpoint_places
from store.library.title_likeness import agree_on_title, differ_in_title
from store.library.verdicts import Judged, counts, judge, public
from tui.naming import display_name
from tui.verdicts import reason_words

HELD = "A/RES/75/12|关于海洋和海洋法的决议|2020-12-31\n回顾。\n敦促。\n请秘书长。"
OTHER = "A/RES/76/5|另一份|2021-12-30\n回顾A/RES/70/9号决议。"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return toy_library(tmp_path, held=HELD, other=OTHER)


def draft(*paragraphs: str) -> Document:
    blocks = (Block("ch", "chapeau", None, "大会，"),)
    blocks += tuple(Block(f"pp{n}", "preamble", None, text) for n, text in enumerate(paragraphs, 1))
    return cite(Document(FrontMatter(symbol="A/C.2/77/L.1", date="2022-10-01", body="大会"), blocks))


def judged(library: Library, text: str) -> Judged:
    (one,) = judge(library, draft(text), "A/C.2/77/L.1")
    return one


VERDICTS = [
    # sentence, verdict, (matter, agrees) of each finding
    ("回顾其第75/12号决议，", "agrees", []),
    ("回顾其题为“关于海洋和海洋法的决议”的第75/12号决议，", "agrees", [("title", True)]),
    ("回顾其题为“海洋和海洋法”的第75/12号决议，", "agrees", [("title", True)]),
    ("回顾其题为“消除一切形式的宗教不容忍”的第75/12号决议，", "contradicts", [("title", False)]),
    ("回顾其2020年12月31日第75/12号决议，", "agrees", [("date", True)]),
    ("回顾其2020年12月7日第75/12号决议，", "agrees", []),  # adopted before it was printed
    ("回顾其2021年12月31日第75/12号决议，", "contradicts", [("date", False)]),  # after it was printed
    ("回顾其2015年12月31日第75/12号决议，", "contradicts", [("date", False)]),
    ("回顾其第75/12号决议第2段，", "agrees", [("paragraph", True)]),
    ("回顾其第75/12号决议第2和3段，", "agrees", [("paragraph", True)]),
    ("回顾其第75/12号决议第9段，", "contradicts", [("paragraph", False)]),
    ("回顾其第75/12号决议第2至9段，", "contradicts", [("paragraph", False)]),
    ("回顾其第75/12号决议附件第9段，", "agrees", []),  # counts anew: can't be judged
    ("回顾其第70/8号决议，", "absent", []),
    ("回顾其第70/8号决议第99段，", "absent", []),
    ("回顾其2015年12月1日第70/9号决议，", "absent", []),  # another document cites it, with no date
    ("回顾全国人民代表大会第70/9号决议，", "open", []),
    # what the draft says against itself
    ("回顾其2014年12月1日第70/9号决议，", "contradicts", [("date", False)]),  # before the session opened
    ("回顾其第84/12号决议，", "contradicts", [("time", False)]),  # of a session to come
    ("回顾本决议第9段，", "contradicts", [("paragraph", False)]),
]


@pytest.mark.parametrize(("sentence", "verdict", "findings"), VERDICTS)
def test_each_citation_gets_its_verdict(
    library: Library, sentence: str, verdict: str, findings: list[tuple[str, bool]]
) -> None:
    one = judged(library, sentence)
    assert [(finding.matter, finding.agrees) for finding in one.findings] == findings
    assert one.verdict == verdict


def test_what_is_not_held_is_compared_with_what_other_documents_say(tmp_path: Path) -> None:
    """Another text of the library gives it a date; the draft is no witness for itself."""

    class Cites:
        version = "1"

        def read(self, path: Path, progress: object = None) -> Document:
            said = {"one": "回顾其2010年7月30日第64/293号决议，", "draft": "回顾其2011年7月30日第64/293号决议，"}
            made = draft(said[path.stem])
            front = FrontMatter(symbol="A/RES/70/1" if path.stem == "one" else "A/C.2/77/L.1", body="大会")
            return replace(made, front=front, digest=path.stem)

    library = toy_library(tmp_path, Cites(), one="1", draft="2")  # type: ignore[arg-type]
    (one,) = judge(library, library.document("A/C.2/77/L.1"), "A/C.2/77/L.1")
    assert one.verdict == "contradicts"
    assert one.findings[0][1:5] == (False, "2011-07-30", "2010-07-30", "A/RES/70/1")
    (itself,) = judge(library, library.document("A/RES/70/1"), "A/RES/70/1")
    assert itself.verdict == "contradicts"
    assert judged(library, "回顾其2010年7月30日第64/293号决议，").findings[0].agrees


def test_a_number_out_of_its_list_is_told(library: Library) -> None:
    said = judge(library, draft("回顾其第75/131号、第75/140号、第76/158号和第75/160号决议，"), "X")
    assert [each.citation.surface for each in said if each.verdict == "contradicts"] == ["76/158"]


def test_a_short_form_is_asked_for_its_paragraph_too(library: Library) -> None:
    said = judge(library, draft("回顾其第75/12号决议，", "重申上述决议第9段，"), "X")
    assert [each.verdict for each in said] == ["agrees", "contradicts"]
    assert (said[1].findings[0].said, said[1].findings[0].known) == ("第9段", "执行部分第1–3段")


def test_of_several_paragraphs_the_one_that_lacks_is_named(library: Library) -> None:
    (finding,) = judged(library, "回顾其第75/12号决议第2段和第900段，").findings
    assert (finding.said, finding.known) == ("第900段", "执行部分第1–3段")


def test_what_stays_open_says_why(library: Library) -> None:
    """Without a reason a lawyer would not know what is to be settled."""
    one = judged(library, "回顾委员会第57/3号决议，")
    assert one.verdict == "open"
    said = reason_words(one)
    assert "委员会" in said
    assert one.citation.candidates
    assert all(display_name(symbol) in said for symbol in one.citation.candidates)


def test_a_number_and_title_that_another_organ_adopted_contradict(library: Library) -> None:
    wrong = judged(library, "回顾人权理事会题为“关于海洋和海洋法的决议”的第75/12号决议，")
    assert wrong.verdict == "contradicts"
    assert ("organ", "大会第75/12号决议", "A/RES/75/12") in [
        (finding.matter, finding.known, finding.source) for finding in wrong.findings
    ]


def test_a_number_that_its_organ_cannot_have_contradicts(library: Library) -> None:
    one = judged(library, "回顾人权理事会第120/3号决议，")
    assert one.verdict == "contradicts"
    assert [finding.matter for finding in one.findings] == ["number"]


def test_the_gravest_are_counted_first(library: Library) -> None:
    several = judge(
        library, draft("回顾其第75/12号决议，", "又回顾其第70/8号决议，", "回顾其第75/12号决议第9段，"), "X"
    )
    assert list(counts(several).items()) == [("contradicts", 1), ("absent", 1), ("agrees", 1)]


def test_the_public_form_names_what_was_compared(library: Library) -> None:
    said = public(judged(library, "回顾其第75/12号决议第9段，"))
    assert (said["verdict"], said["held"], said["address"]) == ("contradicts", "A/RES/75/12", "序言部分第1段")
    assert said["findings"] == [
        {"matter": "paragraph", "agrees": False, "said": "第9段", "known": "执行部分第1–3段", "source": "A/RES/75/12"}
        | {"doubt": ""}
    ]


@pytest.mark.parametrize(
    ("one", "other", "agree", "differ"),
    [
        ("改进打击贩运人口工作的协调", "改进打击贩运人口工作的协调", True, False),
        ("变革我们的世界：2030年可持续发展议程", "变革我们的世界：2030 年可持续发展议程", True, False),
        ("2030年可持续发展议程", "变革我们的世界：2030年可持续发展议程", True, False),
        ("贩运妇女和女童", "贩运妇女和女童问题", True, False),
        ("改進打擊販運人口工作的協調", "改进打击贩运人口工作的协调", True, False),  # traditional
        ("消除一切形式的宗教不容忍", "海洋和海洋法", False, True),
        ("加强技术合作打击贩运", "加强国际合作打击恐怖", False, False),  # of one family: nobody can say
    ],
)
def test_titles(one: str, other: str, agree: bool, differ: bool) -> None:
    assert (agree_on_title(one, other), differ_in_title(one, other)) == (agree, differ)
    assert (agree_on_title(other, one), differ_in_title(other, one)) == (agree, differ)


PARAGRAPHED = Document(
    FrontMatter(),
    (
        Block("pp1", "preamble", None, "回顾"),
        *(Block(f"op{n}", "operative", str(n), "敦促") for n in range(1, 6)),
        Block("op5.a", "item", "(a)", "甲", "op5", level=1),
    ),
)


@pytest.mark.parametrize(
    ("pinpoint", "places", "missing"),
    [
        ("第5段", ["op5"], ("", "")),
        ("第5(a)段", ["op5.a"], ("", "")),
        ("第5(b)段", [], ("第5(b)段", "执行部分第5(a)段")),
        ("第2至4段", ["op2", "op3", "op4"], ("", "")),
        ("第4至7段", ["op4", "op5"], ("第6段", "执行部分第1–5段")),
        ("执行部分第2、3和9段", ["op2", "op3"], ("执行部分第9段", "执行部分第1–5段")),
        ("序言部分第1段", ["pp1"], ("", "")),
        ("序言部分第4段", [], ("序言部分第4段", "序言部分第1段")),
        ("附件", [], None),
        ("附件第2段", [], None),
        ("第五章A节", [], None),
    ],
)
def test_paragraphs_named_are_looked_for(pinpoint: str, places: list[str], missing: tuple[str, str] | None) -> None:
    assert list(pinpoint_places(PARAGRAPHED, pinpoint)) == places
    assert missing_places(PARAGRAPHED, pinpoint) == missing


def test_a_document_without_numbers_contradicts_no_paragraph() -> None:
    assert missing_places(Document(FrontMatter(), (Block("t1", "text", None, "甲"),)), "第3段") in (
        None,
        ("第3段", "其他文字第1段"),
    )
