"""Web pages as word processors, wikis, converters and old sites write them are read as what a browser shows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading_keeps_everything import assert_accounted

from store.document import Document
from store.errors import UnreadableSource
from store.progress import silent
from store.reading.pipeline import read
from store.reading.source import Source, from_bytes
from store.reading.web.page import extract

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>x</title>
<style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=ZH-CN><div class=Section1>
<table><tr><td><p class=MsoNormal>联合国</p></td><td><p><span lang=EN-US>A</span>/RES/70/1</p></td></tr></table>
<p class=MsoNormal><b>大会决议</b></p>
<p class=MsoNormal><span style='font-family:宋体'>大会</span>，</p>
<p class=MsoNormal><i>回顾</i>其以往
各项决议<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]>
</span></span></a>，</p>
<p class=MsoNormal>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>决定通过议程；</p>
<p class=MsoNormal>2. 请秘书长提出报告<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>。</p></div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span
class=MsoFootnoteReference>[1]</span></a> 第60/1号决议。</p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2">[2]</a>
A/70/10。<o:p></o:p></p></div></div></body></html>"""

WIKI = """<!DOCTYPE html><html><body><nav><a href=/>首页</a></nav><header><p>文库</header><main>
<p>A/RES/70/1<h1>大会决议</h1><p>大会，<p>回顾其以往各项决议<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>，
<ol><li>决定通过议程；<li value=2><p>请秘书长提出报告<sup id="cite_ref-2"><a
href="#cite_note-2"><span>[</span>2<span>]</span></a></sup>。</p></ol>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span>
<span class="reference-text">第60/1号决议。</span></li>
<li id="cite_note-2"><span class="mw-cite-backlink">^ <sup><a
href="#cite_ref-2"><i>a</i></a></sup></span> <span>A/70/10。</span></li></ol></main>
<footer>版权所有</footer></body></html>"""

BREAKS = """<HTML><BODY><FONT face=宋体>联合国<BR>A/RES/70/1<BR>大会决议<BR><BR>大会，<BR><BR>
回顾其以往各项决议<A HREF="#n1" NAME="r1"><SUP>1</SUP></A>，<BR><BR>1. 决定通过议程；<BR><BR>
2. 请秘书长提出报告<A HREF="#n2"><SUP>2</SUP></A>。<BR><HR><A NAME="n1">1</A> 第60/1号决议。<BR>
<A NAME="n2"></A>2 A/70/10。"""

BOOK = """<!doctype html><article><p>A/RES/70/1</p><h1>大会决议</h1><p>大会，</p>
<p>回顾其以往各项决议<a epub:type="noteref" href="#f1">1</a>，</p>
<table><tr><td>1.</td><td>决定通过议程；</td></tr><tr><td>2.</td><td>请秘书长提出报告<a
href="#f2">2</a>。</td></tr></table>
<aside id=f1><p>第60/1号决议。</p></aside><aside id=f2><p>A/70/10。</p></aside></article>"""

PAGES = {"word": WORD, "wiki": WIKI, "breaks": BREAKS, "book": BOOK}


def understood(page: str | bytes) -> Document:
    source = from_bytes(page if isinstance(page, bytes) else page.encode(), "page.html")
    document = read(source)
    assert_accounted(source.text, document)
    return document


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages_of_any_make_are_the_same_document(page: str) -> None:
    document = understood(page)
    assert document.front.symbol == "A/RES/70/1"
    assert [(block.id, block.text) for block in document.blocks if block.type != "heading"] == [
        ("ch", "大会，"),
        ("pp1", "回顾其以往各项决议，"),
        ("op1", "决定通过议程；"),
        ("op2", "请秘书长提出报告。"),
    ]
    markers = [(block.id, marker.at, marker.footnote) for block in document.blocks for marker in block.markers]
    assert markers == [("pp1", 9, "fn1"), ("op2", 8, "fn2")]
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "第60/1号决议。"), ("2", "A/70/10。")]
    assert not document.doubts


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_bytes_tell_the_encoding_of_a_page(encoding: str) -> None:
    assert understood(WORD.encode(encoding)) == understood(WORD)


def test_a_page_in_big5_that_says_so() -> None:
    page = "<html><meta charset=big5><p>大會，<p>回顧其決議，<p>1. 決定通過議程。"
    assert [block.text for block in understood(page.encode("big5")).blocks] == [
        "大會，",
        "回顧其決議，",
        "決定通過議程。",
    ]


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ("<ol>", ["1. ", "2. "]),
        ("<ol start=7>", ["7. ", "8. "]),
        ("<ol type=a>", ["(a) ", "(b) "]),
        ("<ol type=i>", ["(i) ", "(ii) "]),
        ("<ol type=A start=3>", ["C. ", "D. "]),
        ("<ol style='list-style-type: lower-roman' start=3>", ["(iii) ", "(iv) "]),
        ("<ol type=a start=27>", ["(aa) ", "(bb) "]),
        ("<ul>", ["• ", "• "]),
        ("<ul style='list-style: none'>", ["", ""]),
    ],
)
def test_numbers_of_lists_are_printed(opening: str, labels: list[str]) -> None:
    page = f"<!doctype html>{opening}<li>甲<li><p>乙</ol>"
    assert extract(page, "x", silent).text.split("\n\n") == [f"{labels[0]}甲", f"{labels[1]}乙\n"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>大会\n第 64/293&nbsp;号<br>决议", "大会第 64/293 号\n决议"),
        ("<p>甲<script>if (a < b) {}</script><p hidden>乙<p style='display: none'>丙<p>丁", "甲\n\n丁"),
        ("<pre>甲\n  乙\n\n丙</pre>", "甲\n  乙\n\n丙"),
        ("<table border=1><tr><th>甲<th>乙<tr><td><p>1<p>2<td>3</table>丙", "甲 | 乙\n\n1 2 | 3\n\n丙"),
        ("<table><tr><td>(a)<td>甲<tr><td>(b)<td>乙</table>", "(a) 甲\n\n(b) 乙"),
        ("<table>甲<tr>乙<td>丙", "甲\n\n乙\n\n丙"),
        ("<p>面积 5 m<sup>2</sup>", "面积 5 m²"),
        ("<p>&#22823;&#x4f1a;&lt;决议&gt;", "大会<决议>"),
        ("<dl><dt>甲<dd>乙</dl>", "甲\n\n乙"),
    ],
)
def test_what_a_browser_shows(page: str, text: str) -> None:
    assert extract(page, "x", silent).text == text + "\n"


def test_headings_rows_and_links_are_marked() -> None:
    page = (
        "<!doctype html><h2>一章</h2><p>见<a href='https://undocs.org/zh/A/RES/64/293'>第64/293号决议</a>。"
        "<table border=1><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    )
    made = extract(page, "x", silent)
    said = [(mark.kind, mark.value, made.text[mark.start : mark.end]) for mark in made.marks]
    assert ("heading", "2", "一章") in said
    assert ("link", "https://undocs.org/zh/A/RES/64/293", "第64/293号决议") in said
    assert [words for kind, _value, words in said if kind == "row"] == ["甲 | 1", "乙 | 2"]


def test_menus_are_of_the_page_and_lists_of_documents_of_the_text() -> None:
    menu = "".join(f"<li><a href='/{word}'>{word}</a>" for word in ("首页", "新闻", "联系我们"))
    listed = "".join(f"<li><a href='/{number}'>A/RES/70/{number}</a>" for number in range(1, 5))
    document = understood(f"<!doctype html><ul>{menu}</ul><p>大会通过了以下决议。<ol>{listed}</ol>")
    assert [each.text for each in document.furniture] == ["• 首页", "• 新闻", "• 联系我们"]
    assert sum("A/RES/70/" in block.text for block in document.blocks) == 4


def test_parts_of_a_page_are_one_and_a_text_with_a_table_is_none() -> None:
    table = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    assert "<p>" not in from_bytes("<p>大会，</p>\n<p>1. 决定通过议程。</p>".encode(), "part.html").text
    text = f"{table}\n\n大会，\n\n1. 决定通过议程。\n"
    assert from_bytes(text.encode(), "text.md").text == text


def test_a_page_that_shows_nothing_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="没有可读的文字"):
        from_bytes(b"<!doctype html><script>go()</script>", "empty.html")


PARTS = st.sampled_from(
    """<p> </p> <div " ' <a~href="#x"> 1 </a>
    <li~id=x> <ol~type=a~start=3> <table~border=1> <tr> <td> </table> <!-- -->
    <![if~x]> &nbsp; &#x; &#99999999; 大会 ， <sup> </sup> <script> </script> <br> <h2> <pre> </pre> </body>
    <aside~id=x> </aside> < <a~name=y~href="#z"> <b~id=z> <a~href="#y">2</a> <main> </main> <q> <hr> <footer> | >
    *""".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=60).map(lambda parts: "".join(parts).replace("~", " ")))
def test_no_page_is_too_broken(page: str) -> None:
    made = extract(page, "x", silent)
    assert_accounted(made.text, read(Source(made.text, "0", "x", made.marks)))


@pytest.mark.parametrize("tag", ["<a ", "<div>", "<table><tr><td>", "<!-- ", '<a b="', "<ul><li>x", "<p>x</b>"])
def test_deep_and_open_pages_end(tag: str) -> None:
    assert extract(tag * 3000, "x", silent).text.count("x") in (0, 3000)
