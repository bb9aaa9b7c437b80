"""What a text does to what it cites: the verb that governs a citation, in every style of paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citations.cite import cite
from store.citations.treatment import treat
from store.citations.verbs import DONE, PERFORMED, TREATMENTS, treatment_of
from store.document import Block, BlockType, Citation, Document, Footnote, FrontMatter, Marker


def treated(text: str, type_: BlockType = "preamble") -> list[tuple[str | None, str | None]]:
    """Verb and treatment of each citation of one paragraph of the Assembly."""
    document = Document(
        FrontMatter(body="大会"), (Block("ch", "chapeau", None, "大会，"), Block("x1", type_, None, text))
    )
    return [(citation.verb, citation.treatment) for citation in cite(document).citations]


RESOLVING = [
    ("回顾其2010年7月30日第64/293号决议，", "回顾", "recall"),
    ("又回顾其第64/293号决议，", "又回顾", "recall"),
    ("重申其第70/1号决议，", "重申", "reaffirm"),
    ("再次重申其第70/1号决议，", "再次重申", "reaffirm"),
    ("欢迎大会第71/1号决议获得通过，", "欢迎", "welcome"),
    ("欣见其第71/1号决议得到执行，", "欣见", "welcome"),
    ("表示注意到其第72/195号决议，", "表示注意到", "note"),
    ("赞赏地注意到秘书长依照第72/195号决议提交的报告，", "赞赏地注意到", "note"),
    ("铭记其第73/195号决议附件，", "铭记", "mindful"),
    ("考虑到其第73/195号决议，", "考虑到", "mindful"),
    ("强调必须执行其第72/195号决议，", "强调", "emphasize"),
    ("着重指出第72/195号决议的重要性，", "着重指出", "emphasize"),
    ("请秘书长根据第72/195号决议提交报告；", "请", "request"),
    ("邀请各国执行第72/195号决议；", "邀请", "request"),
    ("敦促会员国执行第72/195号决议；", "敦促", "urge"),
    ("促请各方遵守第2231(2015)号决议；", "促请", "urge"),
    ("呼吁会员国支持第72/195号决议；", "呼吁", "call"),
    ("决定延长第2231(2015)号决议规定的任务；", "决定", "decide"),
    ("核可第72/195号决议附件所载的纲领；", "核可", "endorse"),
    ("通过第72/195号决议附件所载的纲领；", "通过", "adopt"),
    ("最强烈地谴责违反第2231(2015)号决议的行为，", "最强烈地谴责", "condemn"),
    ("深为关切第2231(2015)号决议未获执行，", "深为关切", "concern"),
    ("表示遗憾的是第2231(2015)号决议未获执行，", "表示遗憾", "regret"),
    ("依照其第72/195号决议，", "依照", "accord"),
    ("根据其第72/195号决议，重申", "根据", "accord"),
    ("审议了秘书长依照第72/195号决议提交的报告，", "审议", "consider"),
    ("深信第72/195号决议的价值，", "深信", "recognize"),
    ("大会回顾其第72/195号决议，", "回顾", "recall"),
    ("修正其第72/195号决议附件，", "修正", "amend"),
    ("废除第72/195号决议；", "废除", "repeal"),
    ("表示感谢会员国执行第72/195号决议，", "表示感谢", "appreciate"),
    ("遗憾地注意到第72/195号决议未获执行，", "遗憾地注意到", "note"),
    # the words of the first decades
    ("覆按大会第1514(XV)号决议，", "覆按", "recall"),
    ("備悉大會第1514(XV)號決議，", "備悉", "note"),
    ("嘉許秘書長執行大會第1514(XV)號決議，", "嘉許", "appreciate"),
    # a later clause with a main verb of its own
    ("重申《宪章》的宗旨，并回顾其第72/195号决议，", "并回顾", "recall"),
    ("注意到各报告，欢迎第72/195号决议，", "欢迎", "welcome"),
    ("注意到各国支持秘书长，又支持第72/195号决议，", "又支持", "support"),
    ("请秘书长提交报告，并请各国执行第72/195号决议；", "并请", "request"),
    # what is asked for is no main verb
    ("促请会员国加强合作，执行第72/195号决议，支持受害者；", "促请", "urge"),
    ("鼓励会员国通过立法，根据第72/195号决议采取措施；", "鼓励", "encourage"),
    # a title holds no verb of the paragraph
    ("回顾题为“改进协调，欢迎进展”的第72/195号决议，", "回顾", "recall"),
    # traditional characters
    ("重申大會第70/1號決議，", "重申", "reaffirm"),
    ("又回顧大會第70/1號決議，", "又回顧", "recall"),
    ("歡迎大會第70/1號決議，", "歡迎", "welcome"),
    ("強調大會第70/1號決議的重要性，", "強調", "emphasize"),
    ("表示讚賞大會第70/1號決議，", "表示讚賞", "appreciate"),
    ("請秘書長執行大會第70/1號決議；", "請", "request"),
    ("最強烈譴責違反安全理事會第2231(2015)號決議的行為，", "最強烈譴責", "condemn"),
]


@pytest.mark.parametrize(("text", "verb", "treatment"), RESOLVING)
def test_the_main_verb_of_the_clause_governs_in_a_resolution(text: str, verb: str, treatment: str) -> None:
    assert treated(text)[0] == (verb, treatment)


ELSEWHERE = [
    ("大会在第72/195号决议中促请会员国合作。", "促请", "recount"),
    ("在题为“改进协调”的第72/195号决议中，大会又请秘书长报告。", "又请", "recount"),
    ("依照大会在第72/195号决议中的要求，办公室编写了本报告。", "依照", "accord"),
    ("本报告系根据大会第72/195号决议编写。", "根据", "accord"),
    ("大会请秘书长提交关于第72/195号决议执行情况的报告。", "请", "request"),
    ("安理会通过了第2388(2017)号决议。", "通过", "adopt"),
    ("该行为违反安全理事会第2388(2017)号决议。", "违反", "breach"),
    ("推动了大会第73/15号决议的执行工作。", "执行", "implement"),
    ("委员会对大会第73/15号决议获得通过表示欢迎。", None, None),
    ("对大会第73/15号决议获得通过表示欢迎。", "欢迎", "welcome"),
    ("各国讨论了此事（见大会第73/15号决议）。", "见", "see"),
    ("办公室执行主任谈到大会第73/15号决议。", None, None),
    ("委员会第4/4号决定和大会第73/15号决议述及此事。", None, None),
    ("前句请各国合作。大会第73/15号决议述及此事。", None, None),
    ("办公室申请援引大会第73/15号决议。", "援引", "refer"),
    ("安全理事会回顾其第2388(2017)号决议。", "回顾", "recall"),
    ("大会第73/15号决议修订草案获得通过。", None, None),
    ("供参考的大会第73/15号决议列于下文。", None, None),
    ("谨提及大会第73/15号决议。", "谨提及", "refer"),
    ("秘书长依据大会第73/15号决议任命了专家。", "依据", "accord"),
]


@pytest.mark.parametrize(("text", "verb", "treatment"), ELSEWHERE)
def test_elsewhere_the_nearest_verb_governs_or_what_the_cited_text_does_is_told(
    text: str, verb: str | None, treatment: str | None
) -> None:
    assert treated(text, "paragraph")[-1] == (verb, treatment)


def test_a_list_is_governed_as_one() -> None:
    text = "回顾其第61/180号、第63/194号和第64/178号决议，"
    assert treated(text) == [("回顾", "recall")] * 3
    assert treated("各国依照大会第61/180号、第63/194号决议行事。", "paragraph") == [("依照", "accord")] * 2


def test_an_item_is_governed_by_its_paragraph_and_a_note_by_what_governs_its_marker() -> None:
    blocks = (
        Block("ch", "chapeau", None, "大会，"),
        Block("op1", "operative", "1", "敦促各国执行《行动计划》，并：", markers=(Marker("1", 12, "fn1"),)),
        Block("op1.a", "item", "(a)", "依照第72/195号决议合作；", "op1", level=1),
        Block("op1.a.1", "item", "(一)", "执行第73/195号决议；", "op1.a", level=2),
    )
    notes = (
        Footnote("fn1", "1", "第64/293号决议。"),
        Footnote("fn2", "2", "见第65/1号决议。"),
        Footnote("fn3", "3", "第66/1号决议。"),
    )
    found = {c.surface: c.treatment for c in cite(Document(FrontMatter(body="大会"), blocks, notes)).citations}
    # the paragraph's verb, not that of an item between
    assert found == {"72/195": "urge", "73/195": "urge", "64/293": "urge", "65/1": "see", "66/1": None}


def test_every_word_of_the_tables_has_one_treatment_that_is_listed() -> None:
    words = [word for table in (PERFORMED, DONE) for those in table.values() for word in those]
    assert len(words) == len(set(words))
    assert {treatment_of(word) for word in words} <= set(TREATMENTS)


@given(st.text(alphabet="回顾又请、，。；第号决议在中其《》“”（）abc123/ \n", max_size=120), st.data())
def test_no_text_is_too_odd_and_the_verb_stands_in_it(text: str, data: st.DataObject) -> None:
    text += "1/2"
    at = data.draw(st.integers(0, len(text) - 1))
    type_ = data.draw(st.sampled_from(["preamble", "paragraph", "item"]))
    document = Document(
        FrontMatter(), (Block("b", type_, None, text),), citations=(Citation("b", at, text[at : at + 3], None),)
    )
    (citation,) = treat(document).citations
    assert citation.treatment is None or citation.treatment in TREATMENTS
    assert citation.verb is None or citation.verb in "".join(text.split())
