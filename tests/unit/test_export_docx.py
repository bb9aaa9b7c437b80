"""The brief as a Word file: what a template makes, with headings, tables and what is deleted and inserted."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.annotations.records import Annotation
from store.document import Block, Document, FrontMatter
from store.errors import StoreUnavailable
from store.export.docx import refuse_edited, to_docx
from store.export.markdown import Section, Style, to_markdown

KEY = "A/C.3/80/L.4"
TEXT = "敦促会员国执行第 64/293 号决议；"
DOCUMENT = Document(FrontMatter(symbol=KEY, title="改进协调"), (Block("op5", "operative", "5", TEXT),))
DATES = ("2025-11-03T08:00:00Z", "2025-11-03T08:00:00Z")
AMENDMENT = Annotation(
    "1", KEY, "op5", TEXT, ("议题/妇女",), "理由|一\n二", *DATES, kind="amendment", proposed=TEXT.replace("64", "70")
)
SECTION = Section(KEY, DOCUMENT, (AMENDMENT,))


def read(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def test_the_brief_has_its_headings_and_its_redline() -> None:
    word = read(to_docx(to_markdown([SECTION], Style("brief", author="王")), "王"))
    assert [(each.style.name, each.text) for each in word.paragraphs] == [
        ("Heading 1", "代表团简报"),
        ("Normal", "整理：王"),
        ("Heading 2", "议题"),
        ("Heading 3", "妇女"),
        ("Normal", "我方修正：A/C.3/80/L.4，执行部分第5段"),
        ("Normal", "敦促会员国执行第 64/293 号决议第 70/293 号决议；"),
        ("Normal", "理由|一二"),
    ]
    runs = word.paragraphs[5].runs
    assert [(run.text, bool(run.font.strike), bool(run.font.bold)) for run in runs] == [
        ("敦促会员国执行", False, False),
        ("第 64/293 号决议", True, False),
        ("第 70/293 号决议", False, True),
        ("；", False, False),
    ]
    assert word.core_properties.author == "王"


def test_the_table_of_amendments_is_a_table() -> None:
    word = read(to_docx(to_markdown([SECTION], Style("amendments"))))
    (table,) = word.tables
    assert [[cell.text.strip() for cell in row.cells] for row in table.rows] == [
        ["段次", "修正案文", "说明"],
        ["执行部分第5段", "敦促会员国执行第 64/293 号决议第 70/293 号决议；", "理由|一\n二"],
    ]


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ("> 引文", [("Quote", "引文")]),
        (
            "- 一\n- 二\n\n  续\n  - 三",
            [("List Bullet", "一"), ("List Bullet", "二"), ("List Continue", "续"), ("List Bullet 2", "三")],
        ),
        ("3. 一\n4. 二", [("List Continue", "3. 一"), ("List Continue", "4. 二")]),
        ("```\na\nb\n```", [("Normal", "a\nb")]),
        ("一\n二", [("Normal", "一二")]),
        ("one\ntwo", [("Normal", "one two")]),
        ("[词](http://a.b)", [("Normal", "词（http://a.b）")]),
        ("<http://a.b>", [("Normal", "http://a.b")]),
        ("<!-- 话 -->", []),
        ("![图](x.png)", [("Normal", "图（x.png）")]),
        ("a<br>b", [("Normal", "a\nb")]),
        ("a <u>b</u>", [("Normal", "a <u>b</u>")]),
        ("<div>一</div>", [("Normal", "<div>一</div>")]),
        ("`x`", [("Normal", "x")]),
        ("---", [("Normal", "* * *")]),
        ("", []),
    ],
)
def test_what_notes_are_made_of_is_written(markdown: str, paragraphs: list[tuple[str, str]]) -> None:
    assert [(each.style.name, each.text) for each in read(to_docx(markdown)).paragraphs] == paragraphs


def test_the_same_text_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = to_docx("# 一")
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert to_docx("# 一") == first


def test_a_file_that_was_worked_in_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    refuse_edited(path)
    path.write_bytes(to_docx("# 一"))
    refuse_edited(path)
    word = docx.Document(str(path))
    word.core_properties.last_modified_by = "王"
    word.save(str(path))
    with pytest.raises(StoreUnavailable, match="改动过"):
        refuse_edited(path)
    path.write_bytes(b"no package")
    with pytest.raises(StoreUnavailable, match="改动过"):
        refuse_edited(path)


SIGNS = st.text("*_~`#>-|[]()<!/ab 一\n\t\x07\\&1.", max_size=60)


@settings(max_examples=30)
@given(SIGNS)
def test_no_note_is_too_odd_for_word(markdown: str) -> None:
    read(to_docx(markdown))
