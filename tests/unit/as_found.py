"""Short texts of our own in layouts as they are met, and what the tests of them ask of a document."""

from __future__ import annotations

from store.document import Document
from store.reading.pipeline import read
from store.reading.source import Source

REPORT = "联合国\n\nA/75/310\n\n大会\n\nDistr.: General\n10 August 2020\nChinese\n\n海洋问题\n\n秘书长的报告\n\n"
BODY = "一. 导言\n\n1. 甲事已办。\n\n二. 现况\n\nA. 沿岸\n\n2. 乙事在办。\n\nB. 公海\n\n3. 丙事未办。\n"
RESOLUTION = "70/901. 海洋\n\n大会，\n\n{}\n\n2016年7月25日\n第113次全体会议\n\n{}"
RECOGNISED = "联合国\n\nA/RES/70/901\n\n大会\n\n70/901. 海洋\n\n大会，\n\n{}\n"


def read_text(text: str) -> Document:
    return read(Source(text, "", "text"))


def blocks(document: Document) -> list[str]:
    return [f"{block.id} {block.text}" for block in document.blocks]


def noted(document: Document) -> list[str]:
    """Each marker by its block, then each note."""
    called = [f"{block.id}:{marker.note}" for block in document.blocks for marker in block.markers]
    return called + [f"{note.label} {note.text}" for note in document.footnotes]
