"""Texts as old copies, scanners and clipboards leave them: short ones, each with what it must be read as."""

from __future__ import annotations

import pytest
from test_reading_keeps_everything import assert_accounted, read_text

from store.document import Document

RESOLUTION = """\
A/RES/70/1
大会决议
改变我们的世界

大会，

回顾其以往各项决议{sign1}，

1. 决定通过议程；

2. 请秘书长提出报告{sign2}。

{note1}第 60/1 号决议。
{note2}A/70/10。
"""


FORMULAS = ("$^{{{}}}$", "$^{}$", "$ ^{{{}}} $", "${{}}^{{{}}}$", r"\(^{{{}}}\)", "^{}^", r"\textsuperscript{{{}}}")
"""How text recognition and other programs write a raised figure."""


def understood(text: str) -> Document:
    document = read_text(text)
    assert_accounted(text, document)
    return document


@pytest.mark.parametrize(
    ("sign", "opening"),
    [
        ("{}", "{} "),
        ("[{}]", "[{}] "),
        ("[^{}]", "[^{}]: "),
        ("{}/", "{}/ "),
        ("({})", "({}) "),
        ("（{}）", "（{}） "),
        *((sign, f"{sign} ") for sign in FORMULAS),
    ],
    ids=["raised", "square", "Markdown", "slash", "round", "full width", *FORMULAS],
)
def test_signs_of_footnotes(sign: str, opening: str) -> None:
    labels = ("¹", "²") if sign == "{}" else ("1", "2")
    text = RESOLUTION.format(
        sign1=sign.format(labels[0]),
        sign2=sign.format(labels[1]),
        note1=opening.format(labels[0]),
        note2=opening.format(labels[1]),
    )
    document = understood(text)
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "第 60/1 号决议。"), ("2", "A/70/10。")]
    assert [marker.note for block in document.blocks for marker in block.markers] == ["1", "2"]
    assert [block.id for block in document.blocks][-2:] == ["op1", "op2"]


def test_circled_signs() -> None:
    document = understood(RESOLUTION.format(sign1="①", sign2="②", note1="① ", note2="② "))
    assert [note.label for note in document.footnotes] == ["1", "2"]


def test_items_in_round_brackets_are_no_footnotes() -> None:
    text = "大会，\n\n1. 决定：\n\n(1) 通过议程；\n\n(2) 选举主席；\n\n2. 请秘书长就第(1)项提出报告。\n"
    assert understood(text).footnotes == ()


def test_characters_set_apart_are_closed_up() -> None:
    text = (
        " ".join("大会，")
        + "\n\n"
        + " ".join("1.决定通过本届会议的议程和工作安排；")
        + "\n\n"
        + " ".join("2.请秘书长提出报告。")
        + "\n"
    )
    document = understood(text)
    assert [block.text for block in document.blocks][-2:] == [
        "决定通过本届会议的议程和工作安排；",
        "请秘书长提出报告。",
    ]


def test_a_document_on_one_line_is_cut_where_its_parts_begin() -> None:
    text = (
        "大会， 回顾其关于可持续发展的以往各项决议和各次会议的成果文件， "
        "重申《联合国宪章》的宗旨和原则以及国际法的各项准则对所有国家的重要意义， "
        "1. 决定通过本届会议的议程和工作安排，并在下届会议上加以审查； "
        "2. 请秘书长向大会下届会议提出关于本决议执行情况的报告，包括各会员国的意见和建议； "
        "3. 又决定继续处理此案，并把题为可持续发展的项目列入下届会议临时议程。"
    )
    document = understood(text)
    assert [block.label for block in document.blocks if block.type == "operative"] == ["1", "2", "3"]


def test_english_between_the_lines_is_kept_apart() -> None:
    pairs = [
        ("大会，", "The General Assembly,"),
        ("回顾其以往各项决议，", "Recalling its previous resolutions,"),
        ("1. 决定通过议程；", "1. Decides to adopt the agenda;"),
        ("2. 请秘书长提出报告；", "2. Requests the Secretary-General to report;"),
        ("3. 决定继续处理此案。", "3. Decides to remain seized of the matter."),
    ]
    document = understood("\n".join(f"{chinese}\n{english}" for chinese, english in pairs) + "\n")
    assert not any("Assembly" in block.text or "Decides" in block.text for block in document.blocks)
    assert [block.label for block in document.blocks if block.type == "operative"] == ["1", "2", "3"]
    assert {each.kind for each in document.furniture} == {"translation"}


def test_lettered_resolutions_each_begin_anew() -> None:
    text = (
        "A/RES/51/154\n世界报告\n\nA\n\n会议安排\n\n大会，\n\n1. 决定甲；\n\n2. 决定乙。\n\n"
        "B\n\n经费\n\n大会，\n\n1. 决定丙；\n\n2. 决定丁。\n"
    )
    document = understood(text)
    assert [block.text for block in document.blocks if block.type == "operative"] == [
        "决定甲；",
        "决定乙。",
        "决定丙；",
        "决定丁。",
    ]
    assert len({block.id for block in document.blocks}) == len(document.blocks)


def test_speakers_head_what_they_say() -> None:
    text = (
        "S/PV.8401\n安全理事会\n第八四〇一次会议临时逐字记录\n\n"
        "主席（以英语发言）：我现在请秘书长发言。\n\n马马杜先生（塞内加尔）：我感谢主席先生。\n"
    )
    headings = [block.text for block in understood(text).blocks if block.type == "heading"]
    assert headings[-2:] == ["主席（以英语发言）", "马马杜先生（塞内加尔）"]


@pytest.mark.parametrize(
    ("first", "symbol"),
    [
        ("二七五八(二十六)．恢复中华人民共和国的合法权利", "A/RES/2758(XXVI)"),
        ("一五一四 (十五). 給予殖民地國家獨立的宣言", "A/RES/1514(XV)"),
    ],
)
def test_numbers_of_old_resolutions(first: str, symbol: str) -> None:
    assert understood(f"{first}\n\n大会，\n\n决定恢复其一切权利。\n").front.symbol == symbol


SPEAKS = "\n\n回顾其第5/2号决议，\n\n1. 决定甲；\n"
CONFERENCE = "《联合国打击跨国有组织犯罪公约》缔约方会议"


@pytest.mark.parametrize(
    ("opening", "organ"),
    [
        ("《联合国打击跨国有组织犯罪公约》缔约方会\n议，", CONFERENCE),
        ("《联合国打击跨国有组织犯罪公约》缔约\n方会议，", CONFERENCE),
        ("改进工作\n大会，", "大会"),
    ],
)
def test_the_organ_that_speaks_may_be_broken_over_two_lines(opening: str, organ: str) -> None:
    document = understood(opening + SPEAKS)
    assert [block.text for block in document.blocks if block.type == "chapeau"] == [f"{organ}，"]
    assert document.front.body == organ


def test_a_form_feed_parts_no_heading() -> None:
    title = "联合国贩运人口特别是妇女和儿童行为受害者自愿信托基金的最新发展情况和今后的工作"
    paragraphs = "".join(
        f"{n}. 会员国报告了为打击贩运人口而采取的各项措施和取得的进展，并说明其他\n"
        "方面今后几年的计划以及为此所需要的财政资源和人力资源。\n\n"
        for n in range(1, 9)
    )
    document = understood(f"{paragraphs}一. {title[:32]}\n\f{title[32:]}\n\n9. 基金继续运作。\n")
    assert [block.text for block in document.blocks if block.type == "heading"] == [title]


def test_figures_on_lines_of_their_own_call_notes_and_end_nothing() -> None:
    text = (
        "A/C.3/75/L.99\n农村青年\n大会，\n回顾其关于农村青年的各项决议以及秘书长提交的\n报告，\n1\n"
        "注意到各国政府为农村青年所做的努力以及取得的\n进展，\n1. 决定继续审议\n此事；\n2. 请秘书长提出报告。\n"
        "__________________\n1\n收到了二十三份答复。\n"
    )
    document = understood(text)
    assert [block.id for block in document.blocks] == ["ch", "pp1", "pp2", "op1", "op2"]
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "收到了二十三份答复。")]
    assert [marker.note for block in document.blocks for marker in block.markers] == ["1"]


@pytest.mark.parametrize("word", ["国际社会", "人权理事会", "日内瓦办事处", "次区域组织", "年度报告", "条约机构"])
def test_a_figure_before_a_word_that_begins_as_units_do_calls_a_note(word: str) -> None:
    text = f"A/RES/70/1\n大会决议\n合作\n\n大会，\n\n1. 欢迎各国所作的努力，1{word}也作出了贡献。\n\n1 {word}的报告。\n"
    document = understood(text)
    assert [note.text for note in document.footnotes] == [f"{word}的报告。"]
    assert [marker.note for block in document.blocks for marker in block.markers] == ["1"]


def test_each_paragraph_of_a_statement_opens_with_a_quotation_mark() -> None:
    text = (
        "S/PRST/2021/199\n安全理事会主席的声明\n在2021年11月9日第8899次会议上，安全理事会主席代表安理会发表声明如下：\n"
        "“安全理事会重申各国对和平负有首要责任，并强调必须采取综合办法保持和平，并鼓励各区域组织为此\n"
        "开展合作。\n“安全理事会请秘书长提出报告。”\n"
    )
    assert [block.text[:5] for block in understood(text).blocks] == ["在2021", "“安全理事", "“安全理事"]
