"""Texts in Markdown: what is linked, underlined, ruled and fenced in them is read as such."""

from __future__ import annotations

from test_reading_keeps_everything import assert_accounted

from store.citations.cite import cite
from store.document import Document
from store.reading.pipeline import read
from store.reading.source import from_bytes

TEXT = """\
关于水的决议
============

大会，

回顾其第[64/293](https://undocs.org/zh/A/RES/64/293)号决议[^1]和人权理事会的[意见](https://example.org/a_(b))，

| 国家 | 数目 |
|------|-----:|
| 中国 | 1 |
| 法国 | 2 |

1\\. *决定*通过议程；

2\\. 请秘书长报告。

```text
代码
```

[^1]: 见 A/70/10。
"""


def understood(text: str) -> Document:
    document = cite(read(from_bytes(text.encode(), "text.md")))
    assert_accounted(text, document)
    return document


def test_links_lead_from_the_words_that_are_read() -> None:
    document = understood(TEXT)
    assert [(link.block, link.words, link.address) for link in document.links] == [
        ("pp1", "64/293", "https://undocs.org/zh/A/RES/64/293"),
        ("pp1", "意见", "https://example.org/a_(b)"),
    ]
    assert document.by_id["pp1"].text == "回顾其第64/293号决议和人权理事会的意见，"
    assert [(marker.note, marker.footnote) for marker in document.by_id["pp1"].markers] == [("1", "fn1")]


def test_rows_code_and_labels_keep_apart() -> None:
    document = understood(TEXT)
    texts = [block.text for block in document.blocks]
    assert sum("中国" in text or "法国" in text for text in texts) == 2
    assert [block.text for block in document.blocks if block.type == "operative"] == [
        "决定通过议程；",
        "请秘书长报告。",
    ]
    assert "```text" in [each.text for each in document.furniture]
    assert "代码" in texts


def test_an_underlined_line_is_a_heading() -> None:
    lines = "说明\n\n第一节\n======\n\n这里是一段说明文字，长短不论。\n\n第二节\n======\n\n这里是另一段说明文字。\n"
    headings = [block.text for block in understood(lines).blocks if block.type == "heading"]
    assert headings[-2:] == ["第一节", "第二节"]


def test_a_text_without_markdown_has_no_marks() -> None:
    assert from_bytes("大会，\n\n1. 决定通过议程[1](#)。\n____\n|甲|".encode(), "a.txt").marks == ()
