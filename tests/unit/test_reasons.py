"""Every reading has its reason: the rule that decided, the words by which, how sure that is, what else it may be."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from store.citations.cite import cite
from store.citations.grounds import Rule
from store.document import Block, Citation, Document, Footnote, FrontMatter, Link, Marker
from store.library.library import Library
from tui import language
from tui.cli import main
from tui.reasons import REFERENCES, RULES, reason_line, reason_words


def cited(text: str, *, speaker: str = "", body: str | None = None, before: str = "") -> tuple[Citation, ...]:
    """The citations of one paragraph, without those of the paragraph before it."""
    blocks = [Block("p1", "paragraph", "1", text)]
    blocks[:0] = [Block("p0", "paragraph", "0", before)] if before else []
    blocks[:0] = [Block("ch", "chapeau", None, speaker)] if speaker else []
    found = cite(Document(FrontMatter(body=body), tuple(blocks))).citations
    return tuple(each for each in found if each.block == "p1")


def noted(text: str, note: str) -> tuple[Citation, ...]:
    """The citations of a footnote that a paragraph calls where ¹ stands."""
    at = text.index("¹")
    block = Block("pp1", "preamble", None, text.replace("¹", ""), None, (Marker("1", at, "fn1"),))
    return cite(Document(FrontMatter(), (block,), (Footnote("fn1", "1", note),))).citations


PARTIES = "《联合国打击跨国有组织犯罪公约》"
SURE = [
    ("回顾大会第 64/293 号决议", {}, ("named-before", "大会", "sure")),
    ("回顾大会 2010 年 7 月 30 日题为“甲”的第 64/293 号决议", {}, ("named-before", "大会", "sure")),
    ("大会关于安全理事会改革的第 48/26 号决议", {}, ("named-before", "大会", "sure")),
    ("在第 72/195 号决议中，大会促请", {}, ("named-after", "大会", "sure")),
    ("大会在其第 72/195 号决议中促请", {}, ("pronoun", "大会…其", "sure")),
    ("在其第 44/4 号决议第 5 段中，人权理事会请", {}, ("pronoun", "其…人权理事会", "sure")),
    ("回顾其第 68/192 号决议", {"speaker": "大会，"}, ("pronoun-speaker", "其", "sure")),
    (
        f"根据{PARTIES}，缔约方会议第 10/1 号决议",
        {},
        ("shared-treaty", "联合国打击跨国有组织犯罪公约…缔约方会议", "sure"),
    ),
    ("经济及社会理事会的报告，以及理事会第 2017/18 号决议", {}, ("shared-name", "经济及社会理事会…理事会", "sure")),
    ("回顾理事会第 5/1 号决议", {"speaker": "人权理事会，"}, ("shared-speaker", "理事会", "sure")),
    ("履行第 2388 (2017) 号决议", {}, ("shape", "2388 (2017)", "sure")),
    ("注意到 A/76/120", {}, ("symbol", "A/76/120", "sure")),
]
LIKELY = [
    ("人权理事会开会，通过了关于此事的文件，并执行第 44/4 号决议", {}, ("sentence", "人权理事会", "likely")),
    ("按照第 70/179 号决议，下次评价由大会进行", {}, ("later", "大会", "likely")),
    (
        "执行第 44/4 号决议",
        {"before": "人权理事会第 44/4 号决议。"},
        ("elsewhere", "人权理事会第 44/4 号决议", "likely"),
    ),
    (
        "第 2388 号决议述及要求",
        {"before": "安理会第 2388 (2017)号决议。"},
        ("completed", "安理会第 2388 (2017)号决议", "likely"),
    ),
    ("重申第 44/4 号决议", {"speaker": "人权理事会，"}, ("speaker", "", "likely")),
    ("重申第 44/4 号决议", {"body": "大会"}, ("receiver", "", "likely")),
    ("执行第 2010/80 号决定", {}, ("only", "2010/80", "likely")),
    ("秘书长的报告 A/79/322_o", {}, ("misread", "A/79/322_o", "likely")),
    ("安全理事会第 2388 号决议", {}, ("incomplete", "2388", "likely")),
]
OPEN = [
    ("世界卫生大会第 72/195 号决议", {}, ("foreign", "世界卫生大会", "open"), ()),
    ("安全理事会第 64/293 号决议", {}, ("unlike", "安全理事会", "open"), ("A/RES/64/293",)),
    (
        "大会和人权理事会的相关决议，包括第 44/4 号决议",
        {},
        ("between", "大会…人权理事会", "open"),
        ("A/HRC/RES/44/4", "A/RES/44/4"),
    ),
    ("第 44/4 号决议", {}, ("several", "44/4", "open"), ("A/RES/44/4", "A/HRC/RES/44/4", "E/CN.7/RES/44/4")),
    ("第 1 号决议", {}, ("incomplete", "1", "open"), ()),
]


@pytest.mark.parametrize(("text", "around", "expected"), [*SURE, *LIKELY])
def test_the_rule_and_the_words_that_decided(text: str, around: dict[str, str], expected: tuple[str, ...]) -> None:
    (citation,) = cited(text, **around)
    assert (citation.rule, citation.words, citation.confidence) == expected
    assert citation.symbol and citation.candidates == ()


@pytest.mark.parametrize(("text", "around", "expected", "candidates"), OPEN)
def test_what_stays_open_says_between_what(
    text: str, around: dict[str, str], expected: tuple[str, ...], candidates: tuple[str, ...]
) -> None:
    (citation,) = cited(text, **around)
    assert (citation.rule, citation.words, citation.confidence) == expected
    assert citation.symbol is None and citation.candidates[: len(candidates)] == candidates
    assert bool(candidates) == bool(citation.candidates)


def test_a_list_has_the_reason_of_its_head() -> None:
    found = cited("回顾人权理事会第 44/4 号、第 53/9 号和第 57/1 号决议")
    assert [(each.rule, each.words) for each in found] == [("named-before", "人权理事会")] + [
        ("list", "人权理事会")
    ] * 2


def test_a_component_belongs_to_the_document_named_before_it() -> None:
    found = cited("报告(A/59/565 和 Corr.1)")
    assert [(each.rule, each.words, each.symbol) for each in found] == [
        ("symbol", "A/59/565", "A/59/565"),
        ("component", "Corr.1", "A/59/565/Corr.1"),
    ]


def test_a_footnote_has_the_words_of_the_clause_that_calls_it() -> None:
    (found,) = noted("回顾人权理事会关于贩运人口问题的各项决议，¹", "第 44/4 号决议。")
    assert (found.rule, found.words, found.confidence) == ("caller", "人权理事会", "likely")


def test_a_link_says_where_it_leads() -> None:
    block = Block("p1", "paragraph", "1", "第 5/2 号决议")
    link = Link("p1", 2, "5/2", "https://undocs.org/zh/A/HRC/RES/5/2")
    (found,) = cite(Document(FrontMatter(), (block,), links=(link,))).citations
    assert (found.symbol, found.rule, found.words, found.confidence) == (
        "A/HRC/RES/5/2",
        "link",
        "https://undocs.org/zh/A/HRC/RES/5/2",
        "sure",
    )


def test_a_name_far_off_that_owns_another_number_says_nothing() -> None:
    first, second = cited("报告述及第 44/4 号决议和大会第 70/1 号决议")
    assert (first.symbol, first.confidence) == (None, "open")
    assert second.symbol == "A/RES/70/1"


def test_the_words_of_a_number_beyond_its_organ_are_no_longer_sure() -> None:
    (found,) = cited("人权理事会第 90/1 号决议")
    assert (found.symbol, found.rule, found.confidence) == ("A/HRC/RES/90/1", "named-before", "likely")


@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_every_rule_of_the_store_has_a_sentence(monkeypatch: pytest.MonkeyPatch, spoken: str) -> None:
    monkeypatch.setattr(language, "_chosen", spoken)
    assert set(get_args(Rule)) <= set(RULES)
    for rule in (*RULES, *REFERENCES):
        said = reason_words(Citation("p1", 0, "64/293", "A/RES/64/293", rule=rule, words="大会"))
        assert said and "{" not in said and said != rule


def test_a_rule_that_is_not_known_is_told_by_its_name() -> None:
    assert (
        reason_words(Citation("p1", 0, "64/293", None, rule="of-the-future", words="大 会")) == "of-the-future: 大 会"
    )


def test_an_open_reason_names_its_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    (citation,) = cited("大会和人权理事会的相关决议，包括第 44/4 号决议")
    assert reason_line(citation) == (
        "○ undecided · nothing decides between the bodies named: 大会…人权理事会 · "
        "it may be: Human Rights Council resolution 44/4, General Assembly resolution 44/4"
    )


def test_the_command_prints_reasons_on_demand(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    assert main(["cites", "A/74/127#p97"]) == 0
    bare = capsys.readouterr().out
    assert "later" not in bare
    assert main(["cites", "A/74/127#p97", "--why"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[::2] == bare.splitlines()
    assert lines[3] == "  ◐ likely · “大会” is named later in the sentence"
    assert lines[1] == "  ● sure · it is the end of the title “联合国打击贩运人口的全球行动计划”"


def test_every_rule_of_references_in_the_bundled_documents_has_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    library = Library(home=tmp_path)
    rules = {each.rule for entry in library.entries() for each in library.document(entry.key).references}
    assert len(rules) > 8 and rules <= {*RULES, *REFERENCES}
