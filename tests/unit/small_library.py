"""A library of a few lines for tests: a reader of a toy format, and documents made by hand."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker
from store.errors import UnreadableSource
from store.library.library import Library
from store.progress import Progress, silent


class ToyReader:
    """First line "symbol|title|date"; then one operative paragraph a line. Counts what it reads."""

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.read_files: list[str] = []

    def read(self, path: Path, progress: Progress = silent) -> Document:
        self.read_files.append(path.name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableSource(f"无法读取“{path}”：{error.strerror}。") from error
        if b"\0" in data:
            raise UnreadableSource(f"“{path.name}”不是文本。")
        head, *lines = data.decode().splitlines() or [""]
        symbol, title, date = (part or None for part in (head + "||").split("|")[:3])
        blocks = tuple(Block(f"op{n}", "operative", str(n), line) for n, line in enumerate(lines, 1))
        return Document(
            FrontMatter(symbol=symbol, title=title, date=date),
            blocks,
            citations=tuple(citation for block in blocks for citation in _citations(block)),
            digest=hashlib.sha256(data).hexdigest(),
        )


def _citations(block: Block) -> list[Citation]:
    found = re.finditer(r"[A-Z][A-Z.\d/]*?/(?:RES|DEC)/[\d/()]+", block.text)
    return [Citation(block.id, match.start(), match[0], match[0]) for match in found]


def toy_library(folder: Path, reader: ToyReader | None = None, **files: str) -> Library:
    """A library whose bundled files are those given, by name."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for name, text in files.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    return Library(folder / "home", reader or ToyReader(), seeds)


def resolution() -> Document:
    """A resolution with items, a footnote called twice, headings and a second paragraph of one name."""
    plan = "回顾大会2010年7月30日第64/293号决议通过《联合国打击贩运人口的全球行动计划》，"
    agenda = "又回顾《2030年可持续发展议程》，"
    blocks = (
        Block("ch", "chapeau", None, "大会，"),
        Block("pp1", "preamble", None, plan),
        Block("pp2", "preamble", None, agenda, markers=(Marker("1", len(agenda) - 1, "fn1"),)),
        Block("pp2.a", "item", "(a)", "促进批准；", parent="pp2", level=1),
        Block("op1", "operative", "1", "敦促会员国：", markers=(Marker("1", 3, "fn1"),)),
        Block("op1.a", "item", "（a）", "采取措施，", parent="op1", level=1),
        Block("op1.a.1", "item", "(一)", "评估；", parent="op1.a", level=2),
        Block("op2", "operative", "2", "请秘书长报告。"),
        Block("op2~2", "operative", "2", "又请秘书长报告。"),
        Block("s3", "heading", "三", "建议", level=1),
        Block("s3.A", "heading", "A", "会员国", parent="s3", level=2),
        Block("s3.A.1", "heading", "1", "立法", parent="s3.A", level=3),
        Block("s4", "heading", None, "摘要", level=1),
        Block("p98", "paragraph", "98", "会员国讨论了问题。", parent="s3.A"),
        Block("t1", "text", None, "以下是草案。"),
    )
    return Document(
        FrontMatter(symbol="A/C.3/80/L.4", title="改进协调", date="2025-10-14", kind="draft resolution", body="大会"),
        blocks,
        footnotes=(Footnote("fn1", "1", "第70/1号决议。"), Footnote("fn*", "*", "A/74/50。")),
        citations=(
            Citation("pp1", 15, "64/293", "A/RES/64/293", date="2010-07-30"),
            Citation("fn1", 1, "70/1", "A/RES/70/1"),
            Citation("fn*", 0, "A/74/50", "A/74/50"),
        ),
        digest="0" * 64,
    )
