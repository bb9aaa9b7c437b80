"""References of other forms than a number or a symbol: each as the sentence, the note or the document decides it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.citations.cite import cite
from store.document import Block, Document, Footnote, FrontMatter, Marker


def refer(*paragraphs, notes=(), title=None, type="operative"):
    """A document of numbered paragraphs in which ⟦n⟧ calls the nth note."""
    blocks = []
    for number, text in enumerate(paragraphs, 1):
        markers = []
        while "⟦" in text:
            at, end = text.index("⟦"), text.index("⟧")
            label = text[at + 1 : end]
            markers.append(Marker(label, at, f"fn{label}"))
            text = text[:at] + text[end + 1 :]
        kind = "op" if type == "operative" else "p"
        blocks.append(Block(f"{kind}{number}", type, str(number), text, None, tuple(markers)))
    feet = tuple(Footnote(f"fn{n}", str(n), text) for n, text in enumerate(notes, 1))
    return cite(Document(FrontMatter(title=title, body="大会"), tuple(blocks), feet))


def said(document, *forms):
    """What the document's references are, in short."""
    return [(r.surface, r.symbol or r.target or r.candidates or None) for r in document.references if r.form in forms]


SHORT = [
    # one resolution before: there is no other reading
    ("大会第 72/195 号决议请秘书长报告。该决议欢迎区域组织参与。", [("该决议", "A/RES/72/195")]),
    ("依照安全理事会第 2388 (2017)号决议，根据该决议第 4 段，", [("该决议", "S/RES/2388(2017)")]),
    ("大會第 72/195 號決議請秘書長報告，該決議第3段又請各國", [("該決議", "A/RES/72/195")]),
    ("回顾第 61/180 号决议，并重申这项决议", [("这项决议", "A/RES/61/180")]),
    ("回顾第 61/180 号决议，并重申同一决议", [("同一决议", "A/RES/61/180")]),
    ("回顾第 61/180 号决议，并重申前述决议", [("前述决议", "A/RES/61/180")]),
    ("安全理事会第 1373 (2001)号决议和该决议所设委员会", [("该决议", "S/RES/1373(2001)")]),
    ("执行理事会第 2020/204 号决定和经济及社会理事会第 2020/205 号决定。", []),
    ("经济及社会理事会第 2020/204 号决定以及该决定附件", [("该决定", "E/DEC/2020/204")]),
    # the nearest sentence that cites decides, not the one before it
    ("回顾第 61/180 号决议。又回顾第 63/194 号决议。执行该决议。", [("该决议", "A/RES/63/194")]),
    # two in that sentence: candidates, the nearest first
    ("第 61/180 号和第 63/194 号决议，该决议", [("该决议", ("A/RES/63/194", "A/RES/61/180"))]),
    ("第 61/180 号和第 63/194 号决议，上述两项决议", [("上述两项决议", ("A/RES/63/194", "A/RES/61/180"))]),
    # a number that is seen but whose organ stays open stops the search
    ("大会第 61/180 号决议。其他机构第 5/3 号决议规定，该决议适用。", [("该决议", "?")]),
    # nothing before it: an honest nothing
    ("各国应执行该决议。", [("该决议", None)]),
    # no decision of an organ is meant
    ("委员会通过了一项决定，该决定于当日生效。", []),
    ("回顾第 61/180 号决议和该决议草案", []),
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_a_short_form_means_the_one_resolution_before_it(text, expected):
    found = said(refer(text), "short")
    if expected and expected[0][1] == "?":
        assert [surface for surface, _ in found] == [expected[0][0]]
        assert not any(isinstance(meant, str) for _, meant in found)
    else:
        assert found == expected


def test_the_paragraph_before_is_asked_when_the_own_one_cites_nothing():
    document = refer("大会通过了第 72/195 号决议。", "该决议请各国合作。")
    (reference,) = document.references
    assert (reference.symbol, reference.confidence) == ("A/RES/72/195", "likely")


def test_a_resolution_that_only_the_note_names_is_an_antecedent():
    document = refer("大会就此通过了一项决议，⟦1⟧ 该决议第5段请各国", notes=["第 71/1 号决议。"])
    (reference,) = [r for r in document.references if r.form == "short"]
    assert (reference.symbol, reference.pinpoint, reference.confidence) == ("A/RES/71/1", "第5段", "sure")


NOTES = [
    (["A/74/127。", "同上，第12段。"], [("同上", "A/74/127", "第12段")]),
    (
        ["A/74/127，附件。", "同上。", "同上，第3至5段。"],
        [("同上", "A/74/127", "附件"), ("同上", "A/74/127", "第3至5段")],
    ),
    (["第 64/293 号决议。", "同前，附件。"], [("同前", "A/RES/64/293", "附件")]),
    (["A/74/127, para. 5.", "Ibid."], [("Ibid.", "A/74/127", "para.5")]),
    (["A/74/127 和 A/75/10。", "同上，第12段。"], [("同上", ("A/74/127", "A/75/10"), "第12段")]),
    (["某作者，《一本书》，第 5 页。", "同上，第12段。"], [("同上", None, "第12段")]),
    # what has a symbol of its own needs no other
    (["见《正式记录》(A/75/53)，第五章。", "同上，《补编第53号》(A/78/53)，第七章。"], []),
    # through chains: the third stands on the second
    (
        ["A/74/127。", "同上，第1段。", "同脚注2，第4段。"],
        [("同上", "A/74/127", "第1段"), ("同脚注2", "A/74/127", "第4段")],
    ),
    (["A/74/127。", "A/75/10。", "同上文脚注1，第4段。"], [("同上文脚注1", "A/74/127", "第4段")]),
    (["A/74/127。", "A/75/10。", "见上文脚注1。"], []),
]


@pytest.mark.parametrize(("notes", "expected"), NOTES)
def test_the_same_again_in_a_note(notes, expected):
    short = [r for r in refer("甲。", notes=notes).references if r.form == "short"]
    assert [r.surface for r in short] == [each[0] for each in expected]
    assert [r.symbol or r.candidates or None for r in short] == [each[1] for each in expected]
    assert [r.pinpoint for r in short if r.symbol] == [each[2] for each in expected if isinstance(each[1], str)]


AGAIN = [
    # in brackets of running text the bracket before is meant, not the convention of the sentence
    (["《残疾人权利公约》要求如此（A/74/127，第5段）。又（同上，第12段）"], [("同上", "A/74/127", "第12段")]),
    (["大会第 70/1 号决议第3段。同上，第5段。"], [("同上", "A/RES/70/1", "第5段")]),
    # notes that are set as paragraphs
    (["A/74/127，第5段。", "同上，第12段。"], [("同上", "A/74/127", "第12段")]),
    (["A/74/127，第5段；A/75/10。", "同前，第12段。"], [("同前", ("A/74/127", "A/75/10"), None)]),
    (["甲。", "同上所述，同上。"], []),
    # within a paragraph that cites nothing itself it is not known what is meant
    (["A/74/127，第5段。", "秘书长的说明（同上，第12段）"], []),
    # a work between them that nobody knows is another reading
    (["甲（A/74/127，第5段）。乙（某作者，第3页）。丙（同上，第8页）。"], [("同上", ("A/74/127",), None)]),
    (["甲（A/74/127，第5段）。《一本书》也说。丙（同上，第8页）。"], [("同上", ("A/74/127",), None)]),
    # by the number of the note
    (["甲⟦1⟧", "参见前注1，第30段。"], [("前注1", "A/75/1", "第30段")]),
    (["甲⟦1⟧", "同注 1，第30段；同注9。"], [("同注 1", "A/75/1", "第30段")]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), AGAIN)
def test_the_same_again_in_running_text(paragraphs, expected):
    notes = ["A/75/1，第2段。"] if "⟦" in paragraphs[0] else []
    short = [r for r in refer(*paragraphs, notes=notes, type="paragraph").references if r.form == "short"]
    assert [(r.surface, r.symbol or r.candidates, r.pinpoint) for r in short] == expected


def test_a_work_that_nobody_knows_leaves_the_note_behind_it_open():
    document = refer("甲。", notes=["A/74/127；某作者，《一本书》，第 5 页。", "同上，第12段。", "见注 1。"])
    assert said(document, "short") == [("同上", ("A/74/127",))]
    assert said(document, "place") == [("注 1", "fn1")]


WOMEN, CHILD, WAR = "UNTS 1249, 20378", "UNTS 1577, 27531", "UNTS 2173, 27531"
THOSE = [
    # 该公约: the one named before
    ("《儿童权利公约》规定如此。该公约第12条第1款又规定", [("该公约", CHILD, "第12条第1款", "sure")]),
    ("批准《儿童权利公约》的国家须在该公约生效后两年内报告", [("该公约", CHILD, None, "sure")]),
    ("《儿童权利公约关于儿童卷入武装冲突问题的任择议定书》。上述议定书第4条", [("上述议定书", WAR, "第4条", "sure")]),
    ("《不扩散核武器条约》第四条。該條約第六條", [("該條約", "UNTS 729, 10485", "第六條", "sure")]),
    ("《世界人权宣言》。这一宣言第三条", [("这一宣言", "A/RES/217(III) A", "第三条", "sure")]),
    # two named, or one that nobody knows: nothing is decided
    (
        "《儿童权利公约》和《消除对妇女一切形式歧视公约》。该公约第2条",
        [("该公约", (CHILD, WOMEN), "第2条", "open")],
    ),
    ("《某某公约》和《儿童权利公约》。该公约第5条", [("该公约", (CHILD,), "第5条", "open")]),
    ("《儿童权利公约任择议定书》。该公约第5条", []),
    ("缔结了一项公约，该公约第5条", []),
    ("《儿童权利公约》。该公约草案和各项公约", []),
    # a convention that is only likely makes it no surer
    ("《儿童权利公约》。《公约》第3条。该公约第4条", [("该公约", CHILD, "第4条", "likely")]),
    # 该报告: by the symbol right behind the word
    ("秘书长的报告（A/74/127）提出建议。该报告第12段", [("该报告", "A/74/127", "第12段", "sure")]),
    ("见秘书长的报告(A/74/127)，以及上述报告附件", [("上述报告", "A/74/127", "附件", "sure")]),
    (
        "秘书长的报告（A/74/127）；该报告附件；上述报告第30至第35段",
        [("该报告", "A/74/127", "附件", "sure"), ("上述报告", "A/74/127", "第30至第35段", "sure")],
    ),
    ("A/74/300号文件。该文件第3段", [("该文件", "A/74/300", "第3段", "sure")]),
    (
        "秘书长的报告（A/74/127）和专家的报告（A/75/10）。该报告第1段",
        [("该报告", ("A/74/127", "A/75/10"), "第1段", "open")],
    ),
    ("秘书长提交报告，该报告应说明进展", []),
    ("专家的报告和秘书长的报告（A/74/127）。该报告第1段", [("该报告", ("A/74/127",), "第1段", "open")]),
    ("报告（A/74/127）。该报告员在该报告期内", []),
]


@pytest.mark.parametrize(("text", "expected"), THOSE)
def test_that_convention_and_that_report(text, expected):
    short = [r for r in refer(text).references if r.form == "short"]
    assert [(r.surface, r.symbol or r.candidates, r.pinpoint, r.confidence) for r in short] == expected


def test_that_report_may_be_the_one_whose_note_has_the_symbol():
    (reference,) = refer("秘书长的报告⟦1⟧提出建议。该报告第3段", notes=["A/74/127。"]).references
    assert (reference.symbol, reference.pinpoint) == ("A/74/127", "第3段")


UNMARKED = [
    ("《儿童权利公约》。违反公约第2条、第5条(a)项和第16条", CHILD, "第2条、第5条(a)项和第16条", "likely"),
    ("《儿童权利公约》（下称《公约》）。公约第22条", CHILD, "第22条", "sure"),
    ("儿童权利公约（以下称“公约”）。依照公约第二十二条第(三)款", CHILD, "第二十二条第(三)款", "sure"),
    ("《国际刑事法院罗马规约》。规约第7(1)(c)、8和9条", "UNTS 2187, 38544", "第7(1)(c)、8和9条", "likely"),
    ("《联合国宪章》。根据宪章第七章", "TREATY 联合国宪章", "第七章", "sure"),
]


@pytest.mark.parametrize(("text", "symbol", "part", "confidence"), UNMARKED)
def test_a_short_name_without_marks_before_an_article(text, symbol, part, confidence):
    reference = refer(text).references[-1]
    assert (reference.symbol, reference.pinpoint, reference.confidence) == (symbol, part, confidence)


@pytest.mark.parametrize(
    "text",
    [
        "公约第5条要求立法",
        "根据宪章第七章",
        "《规约》第十六条",
        "《儿童权利公约》。本公约第5条",
        "《儿童权利公约》。美洲人权公约第5条",
        "《儿童权利公约》。各公约第5条",
        "《儿童权利公约》。公约第五次会议",
    ],
)
def test_a_short_name_that_nothing_explains_means_nothing(text):
    assert [r.surface for r in refer(text).references if "儿童" not in r.surface] == []


def test_parts_of_a_treaty_are_kept_whole():
    said = ["第6条和第14条第3款(d)项", "第12条(a)项和(b)项", "第8(2)(b)(xx)条", "第39、第40和第41条", "第31条至第33条"]
    found = [refer(f"《儿童权利公约》{part}").references[0].pinpoint for part in said]
    assert found == said
    assert refer("《儿童权利公约》第2条和第64/293号决议").references[0].pinpoint == "第2条"


PLACES = [
    ("落实上文第 1 段和下文第3至4段", [("上文第 1 段", "op1"), ("下文第3至4段", "op3")]),
    ("根据本决议第3段", [("本决议第3段", "op3")]),
    ("按照第1段所述办法", [("第1段", "op1")]),
    ("见上文脚注1", [("上文脚注1", "fn1")]),
    ("本决议第 40 段", [("本决议第 40 段", None)]),
    ("如上文第4段所述", [("上文第4段", None)]),  # 上文, and it stands below
    ("根据第 64/293 号决议第1段所述办法", []),
    ("按照《联合国宪章》第1段所述", []),
    ("大会第 73/15 号决议，尤其是其中第1段", []),
    ("第1段的措辞", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_of_the_document_itself(text, expected):
    document = refer("一。", text, "三。", "四。", notes=["A/74/127。"])
    assert said(document, "place") == expected


def test_in_a_report_numbers_are_its_paragraphs():
    document = refer("一。", "本报告第1段和上文第1段", type="paragraph")
    assert said(document, "place") == [("本报告第1段", "p1"), ("上文第1段", "p1")]


GLOBAL = "联合国打击贩运人口的全球行动计划"
NAMES = [
    # the table, longest first, in both scripts
    ("《2030 年可持续发展议程》", [("《2030 年可持续发展议程》", "A/RES/70/1")]),
    (
        "重申世界人权宣言和《發展權利宣言》",
        [("世界人权宣言", "A/RES/217(III) A"), ("《發展權利宣言》", "A/RES/41/128")],
    ),
    ("《給予殖民地國家和人民獨立宣言》", [("《給予殖民地國家和人民獨立宣言》", "A/RES/1514(XV)")]),
    ("充分实施《给予殖民地国家和人民独立宣言》", [("《给予殖民地国家和人民独立宣言》", "A/RES/1514(XV)")]),
    # short titles after the full one
    (f"《{GLOBAL}》和《全球行动计划》", [(f"《{GLOBAL}》", "A/RES/64/293"), ("《全球行动计划》", "A/RES/64/293")]),
    ("《2030年可持续发展议程》和《议程》", [("《2030年可持续发展议程》", "A/RES/70/1"), ("《议程》", "A/RES/70/1")]),
    # and not before it
    ("《全球行动计划》", []),
    # two that end so: candidates
    (
        "《发展权利宣言》、《世界人权宣言》和上述《宣言》",
        [("《发展权利宣言》", "A/RES/41/128"), ("《世界人权宣言》", "A/RES/217(III) A"), ("《宣言》", "?")],
    ),
    # a title that nobody knows is another reading
    ("《某某宣言》、《世界人权宣言》和《宣言》", [("《世界人权宣言》", "A/RES/217(III) A"), ("《宣言》", "?")]),
    # definitions
    ("《某某宣言》（大会第 70/5 号决议）和《宣言》", [("《某某宣言》", "A/RES/70/5"), ("《宣言》", "A/RES/70/5")]),
    (
        "《某某行动计划》（第 70/5 号决议，附件）（下称“《计划》”）。《计划》规定",
        [("《某某行动计划》", "A/RES/70/5"), *[("《计划》", "A/RES/70/5")] * 2],
    ),
    (
        "《2030年可持续发展议程》（以下简称“可持续议程”）。落实可持续议程",
        [("《2030年可持续发展议程》", "A/RES/70/1"), *[("可持续议程", "A/RES/70/1")] * 2],
    ),
    # a number that adopts
    ("第 70/5 号决议通过的《某某行动计划》", [("《某某行动计划》", "A/RES/70/5")]),
    ("第 70/5 号决议通过了《某某行动计划》的修正案", []),
    ("第 70/4 号和第 70/5 号决议通过的《某某行动计划》", []),
    # a title within a title
    ("题为《执行<2030年可持续发展议程>》", [("<2030年可持续发展议程>", "A/RES/70/1")]),
    # parts of other names
    ("联合国打击跨国有组织犯罪公约缔约方会议", []),
    ("美洲儿童权利公约", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected):
    found = said(refer(text), "name")
    assert [surface for surface, _ in found] == [surface for surface, _ in expected]
    for (_, meant), (_, wanted) in zip(found, expected, strict=True):
        assert not isinstance(meant, str) if wanted == "?" else meant == wanted


def test_a_note_that_holds_only_a_number_says_what_the_name_before_it_is():
    document = refer(
        "回顾《某某政治宣言》，⟦1⟧ 又回顾《另一宣言》，⟦2⟧ 和《第三宣言》⟦3⟧",
        notes=["第 75/9 号决议，附件。", "见第 75/10 号决议和秘书长的报告(A/75/1)。", "关于背景，见第 75/11 号决议。"],
    )
    assert said(document, "name") == [("《某某政治宣言》", "A/RES/75/9")]
    assert document.references[0].pinpoint == "附件"
    assert document.references[0].words == "第 75/9 号决议，附件。"


def test_a_document_that_equates_a_name_otherwise_than_the_table_is_told_so():
    (reference,) = refer("《千年宣言》和《联合国千年宣言》⟦1⟧", notes=["第 55/3 号决议。"]).references[-1:]
    assert (reference.symbol, reference.confidence) == ("A/RES/55/2", "likely")
    assert reference.candidates == ("A/RES/55/2", "A/RES/55/3")


def test_a_note_with_a_report_may_only_be_on_the_subject():
    document = refer(
        "《联合国打击贩运人口的全球行动计划》、《全球行动计划》⟦1⟧ 和《某某准则》⟦2⟧",
        notes=["A/79/322。", "E/2002/68。"],
    )
    meant = [(r.surface, r.symbol, r.confidence) for r in document.references]
    assert meant[1:] == [("《全球行动计划》", "A/RES/64/293", "sure"), ("《某某准则》", "E/2002/68", "likely")]


def test_the_convention_of_a_committee_may_stand_in_the_title_alone():
    (reference,) = refer("《公约》第二条", title="根据残疾人权利公约提交的报告").references
    assert (reference.symbol, reference.pinpoint) == ("UNTS 2515, 44910", "第二条")


def test_a_document_that_contradicts_itself_settles_nothing():
    document = refer("《某某宣言》⟦1⟧", "《某某宣言》⟦2⟧", notes=["第 55/3 号决议。", "第 55/4 号决议。"])
    assert {(r.symbol, r.confidence) for r in document.references} == {(None, "open")}


def test_the_title_of_the_document_is_a_full_title():
    document = refer("执行《全球行动计划》", title=f"执行《{GLOBAL}》")
    assert said(document, "name") == [("《全球行动计划》", "A/RES/64/293")]


def test_a_definition_for_two_instruments_settles_neither():
    document = refer("《残疾人权利公约》及其《残疾人权利公约任择议定书》（下称《两项文书》）。《两项文书》规定")
    assert document.references[-1].confidence == "open"
    assert set(document.references[-1].candidates) == {"UNTS 2515, 44910", "UNTS 2518, 44910"}


def test_another_full_title_that_ends_so_takes_its_certainty_from_a_short_name_of_the_table():
    assert refer("《宪章》第七章").references[0].confidence == "likely"
    assert refer("《联合国宪章》和《宪章》").references[1].confidence == "sure"
    (reference,) = refer("《非洲人权和民族权宪章》和《宪章》").references
    assert (reference.symbol, reference.confidence) == (None, "open")
    assert reference.candidates == ("TREATY 联合国宪章",)


def test_a_volume_of_a_journal_is_no_treaty():
    assert not said(refer("甲。", notes=["《某某杂志》，第12卷，第3号。", "同上，第13卷，第2号。"]), "treaty")
    assert said(refer("甲。", notes=["同上，第 2225 卷，第 39574 号。"]), "treaty")


def test_the_same_again_may_be_a_treaty():
    document = refer("甲。", notes=["《残疾人权利公约》，第5条。", "同上，第7条。"])
    assert [(r.surface, r.symbol, r.pinpoint) for r in document.references][1:] == [
        ("同上", "UNTS 2515, 44910", "第7条")
    ]


def test_an_item_that_runs_inside_its_paragraph_leads_to_the_paragraph():
    assert said(refer("一。", "见上文第1(b)段"), "place") == [("上文第1(b)段", "op1")]


def test_an_item_of_the_same_paragraph_is_meant_by_its_letter_alone():
    blocks = (
        Block("op1", "operative", "1", "请各国："),
        Block("op1.a", "item", "(a)", "甲；", "op1"),
        Block("op1.b", "item", "(b)", "落实上文(a)分段；", "op1"),
        Block("op2", "operative", "2", "落实上文(a)分段"),
    )
    document = cite(Document(FrontMatter(body="大会"), blocks))
    assert [(r.block, r.target) for r in document.references] == [("op1.b", "op1.a"), ("op2", None)]


def test_each_part_of_a_document_counts_its_own_paragraphs():
    blocks = tuple(
        Block(id_, "operative", label, text)
        for id_, label, text in [
            ("op1", "1", "一。"),
            ("op2", "2", "落实上文第1段"),
            ("op1~2", "1", "一。"),
            ("op2~2", "2", "落实上文第1段"),
        ]
    )
    document = cite(Document(FrontMatter(body="大会"), blocks))
    assert [(r.block, r.target) for r in document.references] == [("op2", "op1"), ("op2~2", "op1~2")]


TREATIES = [
    ("《残疾人权利公约》第十九条第二款", "UNTS 2515, 44910", "第十九条第二款"),
    ("《儿童权利公约》第5条", "UNTS 1577, 27531", "第5条"),
    ("《儿童权利公约》第2、3和6条", "UNTS 1577, 27531", "第2、3和6条"),
    ("《公民及政治权利国际公约》第十四条第三款(庚)项", "UNTS 999, 14668", "第十四条第三款(庚)项"),
    ("《公民权利和政治权利国际公约》第2条第1款(a)项", "UNTS 999, 14668", "第2条第1款(a)项"),
    ("《联合国宪章》第七章", "TREATY 联合国宪章", "第七章"),
    ("联合国宪章第五十一条", "TREATY 联合国宪章", "第五十一条"),
    ("《經濟、社會及文化權利國際公約》", "UNTS 993, 14531", None),
    ("《儿童权利公约关于儿童卷入武装冲突问题的任择议定书》", "UNTS 2173, 27531", None),
    ("儿童权利公约关于儿童卷入武装冲突问题的任择议定书", "UNTS 2173, 27531", None),
    ("《巴黎协定》第六条第四款", "UNTS 3156, 54113", "第六条第四款"),
    ("《联合国条约汇编》，第2237卷，第39574号", "UNTS 2237, 39574", None),
    ("联合国，《條約彙編》，第 75 卷，第 970 至 973 號", "UNTS 75, 970-973", None),
    ("United Nations, Treaty Series, vol. 2237, No. 39574", "UNTS 2237, 39574", None),
    ("国际联盟，《条约汇编》，第60卷，第1414号", "LNTS 60, 1414", None),
]


@pytest.mark.parametrize(("text", "symbol", "pinpoint"), TREATIES)
def test_treaties(text, symbol, pinpoint):
    (reference,) = refer(text).references
    assert (reference.form, reference.symbol, reference.pinpoint) == ("treaty", symbol, pinpoint)


def test_the_convention_of_a_paragraph_is_the_one_named_in_full():
    document = refer("《残疾人权利公约》缔约国", "《公约》第5条", "《儿童权利公约》。《公约》第3条")
    meant = [(r.surface, r.symbol, r.pinpoint, r.confidence) for r in document.references]
    assert meant[1] == ("《公约》", "UNTS 2515, 44910", "第5条", "likely")
    assert meant[3] == ("《公约》", "UNTS 1577, 27531", "第3条", "likely")


GOALS = [
    ("可持续发展目标5", [("可持续发展目标5", "SDG 5")]),
    (
        "可持续发展目标具体目标 5.2、8.7和16.2",
        [("可持续发展目标具体目标 5.2", "SDG 5.2"), ("8.7", "SDG 8.7"), ("16.2", "SDG 16.2")],
    ),
    ("可持续发展目标，包括目标16", [("目标16", "SDG 16")]),
    ("可持續發展目標 8.7", [("可持續發展目標 8.7", "SDG 8.7")]),
    ("可持续发展目标，具体目标16.a", [("具体目标16.a", "SDG 16.a")]),
    ("SDG 5.2", [("SDG 5.2", "SDG 5.2")]),
    ("目标16", []),
    ("可持续发展目标。战略目标2", []),
    ("可持续发展目标，其中目标 5 至 2025 年实现", [("目标 5", "SDG 5")]),
    ("可持续发展目标，千年发展目标5", []),
    ("可持续发展目标 18", []),
    ("可持续发展目标 5.7", []),
    ("可持续发展目标，目标 2030 年", []),
    ("可持续发展目标，其目标 3 个", []),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_goals_and_targets(text, expected):
    assert said(refer(text), "goal") == expected


LABOUR = [
    ("国际劳工组织1930年《强迫劳动公约》（第29号）", [("《强迫劳动公约》（第29号）", "ILO C29")]),
    (
        "《1999年最恶劣形式的童工劳动公约》（第182号公约）",
        [("《1999年最恶劣形式的童工劳动公约》（第182号公约）", "ILO C182")],
    ),
    ("《1930年强迫劳动公约》", [("《1930年强迫劳动公约》", "ILO C29")]),
    (
        "劳工组织《1930年强迫劳动公约》(第 29 号)的《2014年议定书》",
        [("《1930年强迫劳动公约》(第 29 号)", "ILO C29"), ("《2014年议定书》", "ILO P29")],
    ),
    ("國際勞工組織第 189 號公約", [("第 189 號公約", "ILO C189")]),
    ("国际劳工组织第87号和第98号公约", [("第87号", "ILO C87"), ("第98号公约", "ILO C98")]),
    ("国际劳工组织《某某建议书》（第203号）", [("《某某建议书》（第203号）", "ILO R203")]),
    ("某组织《某某公约》（第203号）", []),
    ("国际劳工组织第87号和第999号公约", [("第87号", "ILO C87")]),
    ("国际劳工组织《某某公约》（第999号）", []),
    ("《某某工作报告》（第29号）", []),
]


@pytest.mark.parametrize(("text", "expected"), LABOUR)
def test_labour_conventions(text, expected):
    assert said(refer(text), "labour") == expected


OTHER = [
    ("世界卫生大会第WHA58.3号决议和EB148.R7号决议", [("WHA58.3", "WHO WHA58.3"), ("EB148.R7", "WHO EB148.R7")]),
    (
        "海事组织大会第A.1106(29)号和第MSC.428 (98)号决议",
        [("A.1106(29)", "IMO A.1106(29)"), ("MSC.428 (98)", "IMO MSC.428(98)")],
    ),
    ("國際民航組織大會第A40-19號決議", [("A40-19", "ICAO A40-19")]),
    ("国际原子能机构大会GC(67)/RES/10号决议", [("GC(67)/RES/10", "IAEA GC(67)/RES/10")]),
    ("教科文组织大会第36C/40号决议和第204 EX/5号决定", [("36C/40", "UNESCO 36 C/40"), ("204 EX/5", "UNESCO 204 EX/5")]),
    ("Assembly/AU/Dec.751(XXXIII)号决定", [("Assembly/AU/Dec.751(XXXIII)", "AU Assembly/AU/Dec.751(XXXIII)")]),
    ("AG/RES. 1971 (XXXIII-O/03)号决议", [("AG/RES. 1971 (XXXIII-O/03)", "OAS AG/RES.1971(XXXIII-O/03)")]),
    # the number alone could be anything
    ("第A40-19号公路和A.25(1)型", []),
    ("第36 C/40号房间", []),
    ("世界卫生大会第58.3号决议", []),
]


@pytest.mark.parametrize(("text", "expected"), OTHER)
def test_resolutions_of_other_organizations_by_numbers_that_only_they_write(text, expected):
    document = refer(text)
    assert said(document, "other") == expected
    assert document.citations == ()


PARTS = st.sampled_from(
    (
        "《 》 公约 宣言 世界人权宣言 《公约》 该决议 上述决议 同上 第 12 段 、 ， 。 （ ） 下称 “ ” 大会"
        " 目标 5.2 上文 本决议 脚注 1 < > 第64/293号决议 可持续发展目标"
        " 第2237卷 第39574号 条约汇编 劳工组织 《强迫劳动公约》 (第29号) A/74/127 的 《2030年可持续发展议程》"
    ).split()
)
TEXTS = st.lists(PARTS, max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, max_size=3))
def test_references_are_words_of_the_text_and_overlap_nothing(paragraphs, notes):
    markers = tuple(Marker(str(n), 0, f"fn{n}") for n in range(1, len(notes) + 1))
    blocks = tuple(Block(f"op{n}", "operative", str(n), text, None, markers) for n, text in enumerate(paragraphs, 1))
    feet = tuple(Footnote(f"fn{n}", str(n), text) for n, text in enumerate(notes, 1))
    document = cite(Document(FrontMatter(body="大会"), blocks, feet))
    assert all(citation.form in ("number", "symbol") for citation in document.citations)
    for place, cited in document.references_by_place.items():
        end = 0
        for each in cited:
            assert end <= each.at
            end = each.end
            assert each.surface == document.text_of(place)[each.at : each.end] and each.surface.strip()
            assert each.confidence != "open" or each.symbol is None
            assert each.target is None or document.text_of(each.target) is not None
    order = [*document.by_id, *document.notes_by_id]
    stands = [(order.index(r.block), r.at) for r in document.references]
    assert stands == sorted(stands)
