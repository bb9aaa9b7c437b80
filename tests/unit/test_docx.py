"""What stands in a Word file comes out as text in its order, with what the file says of it."""

from __future__ import annotations

import pytest
from docx_writer import (
    STRICT,
    call,
    computed,
    deleted,
    inserted,
    level,
    lists,
    note,
    paragraph,
    raised,
    run,
    section,
    style,
    table,
    word,
)

from store.reading.pipeline import read as understand
from store.reading.source import Source, from_bytes

HIDDEN = "<w:vanish/>"
MARK_DELETED = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
LOWERED = '<w:vertAlign w:val="subscript"/>'
BOX = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"


def read(body: str, **parts: str) -> Source:
    return from_bytes(word(body, **parts), "件.docx")


def marks(source: Source, kind: str) -> list[tuple[str, str]]:
    """The marks of a kind: the text they stand on and what they say."""
    return [(source.text[mark.start : mark.end], mark.value) for mark in source.marks if mark.kind == kind]


def para(*runs: str) -> str:
    return paragraph("".join(runs))


INLINE = {
    "what was put in stays, what was taken out does not": (
        para(run("甲"), inserted(run("乙")), deleted("丙"), run("丁")),
        "甲乙丁",
    ),
    "what was moved stands where it was moved to": (
        para('<w:moveFrom w:id="1">', run("旧"), "</w:moveFrom>", '<w:moveTo w:id="2">', run("新"), "</w:moveTo>"),
        "新",
    ),
    "paragraphs whose end was deleted are one": (
        paragraph(run("前"), properties=MARK_DELETED) + paragraph("后"),
        "前后",
    ),
    "a paragraph that was deleted leaves nothing": (
        paragraph(deleted("全删"), properties=MARK_DELETED) + paragraph("后"),
        "后",
    ),
    "hidden text is left out": (para(run("显"), run("隐", HIDDEN), run("示", '<w:vanish w:val="0"/>')), "显示"),
    "a line break goes on below, a tab is a space": (paragraph("一\n二\t三"), "一\n二 三"),
    "a page break between words is a line break": (
        para(run("一"), '<w:r><w:br w:type="page"/></w:r>', run("二")),
        "一\n二",
    ),
    "hyphens that don't break are hyphens, soft ones nothing": (
        para("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C\u00adD</w:t></w:r>"),
        "A-BCD",
    ),
    "white space around a text counts only where it says so": (
        para("<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space='preserve'> 乙</w:t></w:r>"),
        "甲 乙",
    ),
    "of a field only the result is text": (para(run("见"), computed("REF a", run("第3段"))), "见第3段"),
    "a page's number is no text": (para(run("第"), computed("PAGE", run("7")), run("页")), "第页"),
    "fields stand in fields": (
        para(computed("IF 1", run("甲") + computed("REF b", run("乙"))), run("丙")),
        "甲乙丙",
    ),
    "circled by a field": (
        para(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            run("甲"),
        ),
        "③甲",
    ),
    "only the base of ruby": (
        para(
            run("读"),
            "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        ),
        "读拼",
    ),
    "symbols of picture fonts": (
        para('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
        "≥✓",
    ),
    "content controls, smart tags and links hold text": (
        para(
            "<w:sdt><w:sdtPr/><w:sdtContent>",
            run("甲"),
            "</w:sdtContent></w:sdt>",
            '<w:smartTag w:element="x">',
            run("乙"),
            "</w:smartTag>",
            '<w:hyperlink w:anchor="a">',
            run("丙"),
            "</w:hyperlink>",
        ),
        "甲乙丙",
    ),
    "a prompt to fill in is no text": (
        para(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
            run("单击此处"),
            "</w:sdtContent></w:sdt>",
            run("乙"),
        ),
        "乙",
    ),
    "a text box once, after its paragraph": (
        para(
            run("甲"),
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>",
            BOX,
            "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>",
            BOX,
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            run("乙"),
        ),
        "甲乙\n\n框中文字",
    ),
    "comments are left out": (
        para(
            '<w:commentRangeStart w:id="0"/>',
            run("甲"),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        "甲",
    ),
    "typed signs of notes are raised": (para(run("决议，"), raised("1"), raised("2")), "决议，¹²"),
    "powers are no signs": (
        para(run("10"), raised("3"), run(" m"), raised("2"), run(" CO"), run("2", LOWERED)),
        "10^3 m² CO₂",
    ),
    "raised without the name of it": (para(run("决议，"), run("1", '<w:position w:val="8"/>')), "决议，¹"),
    "raised letters stay letters": (para(run("5"), raised("th"), run("注"), raised("a")), "5th注ᵃ"),
    "what looks like markup is text": (
        paragraph("**甲** [乙](丙) <b>丁</b>"),
        "\\*\\*甲\\*\\* \\[乙](丙) \\<b>丁\\</b>",
    ),
    "a formula in a line": (
        para(
            run("x="),
            "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r>"
            "</m:den></m:f></m:oMath>",
        ),
        "x=a/b",
    ),
    "blank paragraphs set others apart": (
        paragraph("甲") + paragraph("") + paragraph(run("  ")) + paragraph("乙") + paragraph("丙"),
        "甲\n\n\n乙\n\n丙",
    ),
}


@pytest.mark.parametrize(("body", "text"), INLINE.values(), ids=INLINE)
def test_text_of_paragraphs(body: str, text: str) -> None:
    assert read(body).text == text + "\n"


def test_headings_by_their_styles() -> None:
    outline = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    styles = (
        style("1", "heading 1")
        + style("2", "标题 2")
        + style("H23G", "_ H _2/3_G")
        + style("SingleTxtG", "_ Single Txt_G")
        + style("Own", "自定", outline)
        + style("Child", "子", based="Own")
    )
    headed = {"1": "1", "2": "2", "H23G": "3", "Own": "2", "Child": "2"}
    body = "".join(paragraph(f"题{name}", name) for name in headed)
    more = paragraph("正文", "SingleTxtG") + paragraph("标题样式的句子。", "1") + paragraph("长" * 90, "1")
    assert marks(read(body + more, styles=styles), "heading") == [
        (f"题{name}", level) for name, level in headed.items()
    ]


def test_a_heading_is_one_line() -> None:
    styles = style("1", "heading 1")
    assert read(paragraph("很长的\n题目", "1") + paragraph("一\n二"), styles=styles).text == "很长的 题目\n\n一\n二\n"


def test_the_symbol_at_the_head_of_pages_is_the_documents() -> None:
    body = paragraph("大会，") + paragraph("回顾其决议，") + section({"header even": "header1"})
    for symbol in ("A/80/1", "S/RES/2728 (2024)"):
        data = word(body, edges={"header1": paragraph(f"{symbol}\t题目")}, settings="<w:evenAndOddHeaders/>")
        found = understand(from_bytes(data, "a")).front.symbol
        assert found == symbol.replace(" ", "")


def test_links_keep_their_addresses() -> None:
    body = para(
        run("见"),
        '<w:hyperlink r:id="l1">',
        run("70/1"),
        "</w:hyperlink>",
        run("和"),
        computed('HYPERLINK "https://undocs.org/A/80/1"', run("A/80/1")),
        '<w:hyperlink r:id="l2">',
        run("丙"),
        "</w:hyperlink>",
    )
    source = from_bytes(word(body, links={"l1": "https://undocs.org/A/RES/70/1", "l2": "file:///c:/a.doc"}), "a")
    assert marks(source, "link") == [
        ("70/1", "https://undocs.org/A/RES/70/1"),
        ("A/80/1", "https://undocs.org/A/80/1"),
    ]


def test_tables_are_rows_with_merged_cells_once() -> None:
    merged = {(1, 0): '<w:vMerge w:val="restart"/>', (2, 0): "<w:vMerge/>"}
    inner = table(["丁", "戊"])
    body = table(
        ["国家", "数目"], ["甲", paragraph("一") + paragraph("二")], ["甲", inner + paragraph("")], properties=merged
    )
    source = read(paragraph("表") + body + paragraph("后"))
    assert source.text == "表\n\n国家 | 数目\n甲 | 一 二\n | 丁 戊\n\n后\n"
    assert [text for text, _ in marks(source, "row")] == ["国家 | 数目", "甲 | 一 二", " | 丁 戊"]


def test_a_table_says_nothing_of_how_the_text_is_laid_out() -> None:
    rows = [[f"国家{number}", f"{number}0 000 人", f"说明文字第{number}行"] for number in range(10)]
    document = understand(read(paragraph("1. 全文如下。") + table(*rows) + paragraph("大使\n常驻代表\n某某(签名)")))
    assert [block.text for block in document.blocks[-3:]] == ["大使", "常驻代表", "某某(签名)"]


def test_a_table_of_one_column_is_paragraphs() -> None:
    source = read(table([paragraph("摘要") + paragraph("本报告。")]))
    assert source.text == "摘要\n\n本报告。\n"
    assert not marks(source, "row")


def test_rows_that_were_deleted_are_gone() -> None:
    body = table(["甲", "乙"], ["丙", "丁"]).replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>', 1)
    assert read(body).text == "丙 | 丁\n"


def test_headers_and_footers_once_and_no_numbers_of_pages() -> None:
    edges = {
        "header1": paragraph("A/80/1"),
        "header2": para(run("A/80/1\t题目")),
        "footer1": para(run("25-16618\t"), computed("PAGE", run("3")), run("/"), computed("NUMPAGES", run("9"))),
    }
    body = paragraph("甲") + section(
        {"header default": "header1", "header even": "header2", "footer default": "footer1"}
    )
    source = from_bytes(word(body, edges=edges, settings="<w:evenAndOddHeaders/>"), "a")
    assert source.text == "甲\n\nA/80/1\n\n题目\n\n25-16618\n"
    assert "题目" not in from_bytes(word(body, edges=edges), "a").text
    assert marks(source, "furniture") == [("A/80/1", "head"), ("题目", "top"), ("25-16618", "foot")]


def test_a_masthead_in_the_header_of_the_first_page_is_read_before_the_text() -> None:
    head = table(["联合国", "A/RES/79/1"], ["大会", paragraph("Distr.: General") + paragraph("26 September 2024")])
    edges = {"header1": head, "header2": paragraph("A/RES/79/1")}
    body = paragraph("大会，") + section({"header first": "header1", "header default": "header2"}, "<w:titlePg/>")
    source = from_bytes(word(body, edges=edges), "a")
    assert source.text == "联合国\nA/RES/79/1\n大会\nDistr.: General\n26 September 2024\n\n大会，\n"


def test_strict_files_are_read_alike() -> None:
    body = paragraph("甲", number=(1, 0))
    numbering = lists({1: level(0, "decimal", "%1.")})
    assert from_bytes(word(body, namespace=STRICT, numbering=numbering), "a").text == "1. 甲\n"


def test_the_same_bytes_give_the_same_text() -> None:
    data = word(para(run("甲"), call(1)) + table(["乙", "丙"]), footnotes=note(1, "注"))
    assert from_bytes(data, "a") == from_bytes(data, "a")
