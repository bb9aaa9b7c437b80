"""The part that a citation names leads to the very block."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.citations.cite import cite
from store.document import Block, Document, FrontMatter
from store.library.find import Held, find
from store.library.library import Library
from store.library.pinpoints import pinpoint_places
from store.reading.pipeline import read
from store.reading.source import Source

RESOLUTION = """A/RES/99/1

大会，

回顾其第64/293号决议，

强调贩运问题，

关切地注意到受害者人数，

1. 决定甲；

2. 请乙：

(a) 丙；

(b) 丁；

3. 又请戊；

4. 还请己。

附件一

行动计划

一、导言

1. 导言第一段说明背景。

2. 导言第二段说明目的。

二、行动

A. 预防

3. 预防的第一段。

4. 预防的第二段，办法是：

(a) 宣传；

(b) 教育。

附件二

职权范围

1. 工作组由十人组成。

2. 工作组每年开会。
"""
OPENED = [
    ("第2段", ["请乙："]),
    ("其中第2段", ["请乙："]),
    ("第2(b)段", ["丁；"]),
    ("第2段(b)分段", ["丁；"]),
    ("第2(a)和(b)段", ["丙；", "丁；"]),
    ("第2至4段", ["请乙：", "又请戊；", "还请己。"]),
    ("第2段至第4段", ["请乙：", "又请戊；", "还请己。"]),
    ("第1、3和4段", ["决定甲；", "又请戊；", "还请己。"]),
    ("第2段及第4段", ["请乙：", "还请己。"]),
    ("第2、3和4段", ["请乙：", "又请戊；", "还请己。"]),
    ("第2至第4段", ["请乙：", "又请戊；", "还请己。"]),
    ("及其第4段", ["还请己。"]),
    ("第1段以及第3至4段", ["决定甲；", "又请戊；", "还请己。"]),
    ("执行部分第2段", ["请乙："]),
    ("执行部分第二和第三段", ["请乙：", "又请戊；"]),
    ("序言部分第三段", ["关切地注意到受害者人数，"]),
    ("序言第2段", ["强调贩运问题，"]),
    ("附件一", ["附件一"]),
    ("附件二第2段", ["工作组每年开会。"]),
    ("附件二，第1段", ["工作组由十人组成。"]),
    ("附件一第2段", ["导言第二段说明目的。"]),
    ("附件一第4(b)段", ["教育。"]),
    ("附件一，第二节", ["行动"]),
    ("附件一，第二.A节", ["预防"]),
    ("附件一第二节A节", ["预防"]),
    ("附件一第二节第3段", ["预防的第一段。"]),
    (", para. 2 (b)", ["丁；"]),
    (", paras. 2-4", ["请乙：", "又请戊；", "还请己。"]),
    (", annex II, para. 2", ["工作组每年开会。"]),
    ("第12段", []),
    ("附件一和二", ["附件一", "附件二"]),
    ("附件一和附件二", ["附件一", "附件二"]),
    ("附件三", []),
    ("附件二第9段", []),
    ("，第12页", []),
]


@pytest.fixture(scope="module")
def resolution() -> Document:
    return read(Source(RESOLUTION, "", "x.txt"))


@pytest.mark.parametrize(("part", "texts"), OPENED)
def test_a_citation_with_its_part_opens_the_block(resolution: Document, part: str, texts: list[str]) -> None:
    document = cite(Document(FrontMatter(), (Block("p1", "paragraph", "1", f"见大会第99/1号决议{part}"),)))
    (citation,) = document.citations
    assert citation.symbol == "A/RES/99/1"
    assert citation.pinpoint is not None
    opened = pinpoint_places(resolution, citation.pinpoint)
    assert [resolution.by_id[place].text for place in opened] == texts


@pytest.mark.parametrize(
    ("target", "text"),
    [("A/RES/99/1#附件一第3段", "预防的第一段。"), ("A/RES/99/1#第2段(b)分段", "丁；")],
)
def test_the_library_opens_a_document_there(tmp_path: Path, target: str, text: str) -> None:
    file = tmp_path / "x.txt"
    file.write_text(RESOLUTION, encoding="utf-8")
    library = Library()
    key = library.add(file).key
    found = find(library, target)
    assert isinstance(found, Held)
    assert found.place is not None
    assert library.document(key).by_id[found.place].text == text


def test_paragraphs_that_count_within_their_chapter() -> None:
    blocks = tuple(Block(f"p{n}", "paragraph", n, n) for n in ("6.1", "6.2", "6.3", "6.4", "7.1"))
    views = Document(FrontMatter(), blocks)
    assert pinpoint_places(views, "第6.3段") == ("p6.3",)
    assert pinpoint_places(views, "第6.2至6.4段") == ("p6.2", "p6.3", "p6.4")
    assert pinpoint_places(views, "第6.1和7.1段") == ("p6.1", "p7.1")
