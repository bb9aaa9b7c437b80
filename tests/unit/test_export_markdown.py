"""Annotations on their way out: Markdown that shows what was quoted and written, and the same as data."""

from __future__ import annotations

import csv
import io
import json
import re
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.annotations.records import Annotation
from store.document import Block, Document, Footnote, FrontMatter, Marker
from store.export.data import to_csv, to_json
from store.export.literal import literal
from store.export.markdown import Section, to_markdown
from store.export.nesting import nested

KEY = "A/C.3/80/L.4"
URGES = "敦促会员国*全面*执行第 64/293 号决议；"

DOCUMENT = Document(
    FrontMatter(symbol=KEY, title="改进工作协调，打击贩运人口", date="2025-10-14"),
    blocks=(
        Block("ch", "chapeau", None, "大会，"),
        Block("pp1", "preamble", None, "回顾《公约》，", markers=(Marker("35", 6, "fn35"), Marker("*", 7))),
        Block("op5", "operative", "5", URGES),
        Block("op5.a", "item", "(a)", "促进批准《公约》；", "op5", (Marker("35", 8, "fn35"),) * 2, level=1),
    ),
    footnotes=(Footnote("fn35", "35", "第 64/293 号决议，附件_一。"),),
)


def annotation(place: str, quote: str, **changes: object) -> Annotation:
    values = {
        "id": place,
        "document": KEY,
        "tags": (),
        "note": "",
        "created": "2025-11-03T08:00:00Z",
        "modified": "2025-11-03T08:00:00Z",
    }
    return Annotation(place=place, quote=quote, **{**values, **changes})


SECTION = Section(
    KEY,
    DOCUMENT,
    (
        annotation("fn35", "第 64/293 号决议，附件_一。", note="原始授权"),
        annotation("op9", "已删除的段落；", tags=("旧文",), note="# 去年\n\n仍可引用。"),
        annotation("op5.a", "促进批准\n《公约》；", tags=("我方", "商定 措辞")),
        annotation("op5", "敦促会员国执行；", note="措辞改弱了"),
        annotation("pp1", "回顾《公约》，", tags=("全球_计划",), note="# 背景\n\n见**第 4 段**。\n\n小结\n===="),
    ),
)


def bare(markdown: str) -> str:
    """An export without the comments by which it is brought up to date."""
    return re.sub(r"<!-- /?jueyi:.*-->\n", "", markdown)


def test_the_export_reads_as_a_brief() -> None:
    assert bare(to_markdown([SECTION])) == dedent("""\
        # A/C.3/80/L.4 改进工作协调，打击贩运人口

        2025-10-14

        ## 序言部分第1段
        <!-- A/C.3/80/L.4#pp1 -->

        > 回顾《公约》，

        标签：#全球\\_计划

        ### 背景

        见**第 4 段**。

        ### 小结

        脚注 35：第 64/293 号决议，附件\\_一。

        ## 执行部分第5(a)段
        <!-- A/C.3/80/L.4#op5.a -->

        > (a) 促进批准《公约》；

        标签：#我方 · #商定 措辞

        脚注 35：第 64/293 号决议，附件\\_一。

        ## 脚注35
        <!-- A/C.3/80/L.4#fn35 -->

        > 第 64/293 号决议，附件\\_一。

        原始授权

        ## 失联标注

        ### 执行部分第5段（此处文字已改）
        <!-- A/C.3/80/L.4#op5 -->

        > 敦促会员国执行；

        措辞改弱了

        ### op9（文中已无此处）
        <!-- A/C.3/80/L.4#op9 -->

        > 已删除的段落；

        标签：#旧文

        #### 去年

        仍可引用。
        """)


def test_a_document_no_longer_held_keeps_all_its_annotations() -> None:
    title = "改进协调 -->2021-11-10"
    section = Section(title, None, (annotation("pp3", "回顾；", note="要点"), annotation("pp1", "重申；")))
    assert bare(to_markdown([section])) == dedent("""\
        # 改进协调 --\\>2021-11-10

        ## 失联标注

        ### pp1（文件不在文库中）
        <!-- 改进协调 %2D%2D%3E2021-11-10#pp1 -->

        > 重申；

        ### pp3（文件不在文库中）
        <!-- 改进协调 %2D%2D%3E2021-11-10#pp3 -->

        > 回顾；

        要点
        """)


def test_without_annotations_there_is_nothing_to_say() -> None:
    assert to_markdown([]) == to_markdown([Section(KEY, DOCUMENT, ())]) == ""


def test_a_second_export_is_the_same_whatever_the_order_of_the_annotations() -> None:
    reordered = Section(KEY, DOCUMENT, tuple(reversed(SECTION.annotations)))
    for form in (to_markdown, to_json, to_csv):
        assert form([SECTION]) == form([SECTION]) == form([reordered])


def shown(markdown: str) -> str:
    """What a reader of the rendered text sees, of paragraphs alone."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    return "".join(child.content for token in tokens for child in token.children or ())


RISKY = "*_#<>[]()`~|\\&;!-+=:.1 3)a决，　$^/\"'\n\t"


@settings(deadline=None)
@given(st.text(RISKY) | st.text(RISKY).map(lambda text: f"<!--{text}") | st.text(RISKY).map("&amp;".join))
def test_quoted_text_is_shown_as_it_is(text: str) -> None:
    assert shown(literal(text)).split() == text.split()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("第 64/293 号决议（A/RES/64/293）", "第 64/293 号决议（A/RES/64/293）"),
        ("5. 敦促", "5\\. 敦促"),
        ("- 一", "\\- 一"),
        ("[61/180](#)", "\\[61/180\\](\\#)"),
        ("2025-10-14", "2025-10-14"),
    ],
)
def test_only_what_markdown_would_take_for_its_own_is_escaped(text: str, written: str) -> None:
    assert literal(text) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        pytest.param("# 一\n## 二", "### 一\n#### 二", id="levels keep their distance"),
        pytest.param("##### 五", "###### 五", id="no deeper than Markdown goes"),
        pytest.param("  #\t一 ##", "  ###\t一 ##", id="the line stays as written"),
        pytest.param("一\n二\n---\n三", "#### 一 二\n三", id="underlined headings"),
        pytest.param("一 ##\n===", "### 一 \\##", id="a closing sign that was none"),
        pytest.param("```\n# 非标题\n```", "```\n# 非标题\n```", id="code is left alone"),
        pytest.param("~~~~\n# 非标题", "~~~~\n# 非标题\n~~~~", id="a fence left open"),
        pytest.param("一\n<!-- 二\n# 三", "一\n\\<!-- 二\n### 三", id="a comment left open"),
        pytest.param("<!-- 一 -->\n二", "<!-- 一 -->\n二", id="a comment that ends"),
        pytest.param("#标签 不是标题", "#标签 不是标题", id="a tag is no heading"),
        pytest.param("> # 引文\n\n- # 项", "> # 引文\n\n- # 项", id="inside quotations and lists"),
        pytest.param("一\r\n===\r\n二", "### 一\n二", id="line ends of another system"),
    ],
)
def test_a_note_goes_below_its_place_and_else_stays_as_written(note: str, written: str) -> None:
    assert nested(note, 2) == written


PARTS = (
    *("# 一", "## 二 #", "===", "---", "```", "~~~~", "   ```py", "- ", "> ", "1. ", "    ", "\t", "文", " ", ""),
    *("<!--", "-->", "<div>", "<pre>", "<script", "</script>", "<?", "<![CDATA[", "<!D", "\\", "`", "[a]:", "("),
)
LINES = st.lists(st.sampled_from(PARTS)).map("".join)
NOTES = st.lists(LINES, max_size=8).map("\n".join)


@settings(deadline=None)
@given(NOTES, NOTES)
def test_no_note_breaks_the_outline_of_the_export(first: str, second: str) -> None:
    section = Section(
        KEY,
        DOCUMENT,
        (annotation("pp1", "回顾《公约》，", note=first), annotation("op5", URGES, note=second)),
    )
    tokens = MarkdownIt("commonmark").parse(to_markdown([section]))
    outline = [
        tokens[index + 1].content
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2")
    ]
    assert outline == [f"{KEY} 改进工作协调，打击贩运人口", "序言部分第1段", "执行部分第5段"]


def test_json_and_csv_hold_the_same() -> None:
    exported = json.loads(to_json([SECTION]))
    assert exported["schema"] == 2
    rows = list(csv.DictReader(io.StringIO(to_csv([SECTION]), newline="")))
    assert [row["place"] for row in rows] == ["pp1", "op5.a", "fn35", "op5", "op9"]
    assert [each["place"] for each in exported["annotations"]] == [row["place"] for row in rows]
    assert exported["annotations"][1] == {
        "id": "op5.a",
        "record": SECTION.annotations[2].to_record(),
        "document": KEY,
        "symbol": KEY,
        "title": "改进工作协调，打击贩运人口",
        "date": "2025-10-14",
        "place": "op5.a",
        "address": "执行部分第5(a)段",
        "lost": None,
        "quote": "(a) 促进批准《公约》；",
        "kind": "",
        "kind_name": "",
        "proposed": "",
        "tags": ["我方", "商定 措辞"],
        "note": "",
        "author": "",
        "footnotes": [{"label": "35", "text": "第 64/293 号决议，附件_一。"}],
        "created": "2025-11-03T08:00:00Z",
        "modified": "2025-11-03T08:00:00Z",
    }
    assert rows[1]["tags"] == "我方\n商定 措辞"
    assert rows[0]["note"] == "# 背景\n\n见**第 4 段**。\n\n小结\n===="
    assert rows[4]["lost"] == "文中已无此处"
