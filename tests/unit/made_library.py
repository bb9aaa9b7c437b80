"""A library of documents made by hand, of which the citations are read as in any other text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from store.citations.cite import cite
from store.document import Block, BlockType, Document, Footnote, FrontMatter, Marker
from store.library.library import Library
from store.progress import Progress, silent

Made = tuple[FrontMatter, str]
"""A masthead, and paragraphs a line each: "pp 回顾…", "op 请…", "p 本报告…", "(a) …" below an op, "fn1 A/74/50。"."""

_LINE = re.compile(r"(pp|op|p|t|fn\d+|\([a-z]\)) (.*)")
_TYPES: Mapping[str, BlockType] = {"pp": "preamble", "op": "operative", "p": "paragraph", "t": "text"}


class MadeReader:
    """Reads a file by its name among documents that were made."""

    version = "made"

    def __init__(self, documents: Mapping[str, Made]) -> None:
        self._documents = documents

    def read(self, path: Path, progress: Progress = silent) -> Document:
        front, text = self._documents[path.stem]
        blocks, notes = _parts(text)
        chapeau = (Block("ch", "chapeau", None, f"{front.body}，"),) if "draft" in front.kind else ()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return cite(Document(front, (*chapeau, *blocks), tuple(notes), digest=digest))


def made_library(folder: Path, **documents: Made) -> Library:
    """A library that holds these and nothing else; each is called as its key is here, written _ for what is no name."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for name in documents:
        (seeds / f"{name}.txt").write_text(name, encoding="utf-8")
    return Library(folder / "home", MadeReader(documents), seeds)


def _parts(text: str) -> tuple[list[Block], list[Footnote]]:
    blocks: list[Block] = []
    notes: list[Footnote] = []
    counts: dict[str, int] = {}
    for kind, words in filter(None, map(_line, text.strip().splitlines())):
        if kind.startswith("fn"):
            notes.append(Footnote(kind, kind[2:], words))
        elif kind.startswith("("):
            over = next(block for block in reversed(blocks) if block.type != "item")
            blocks.append(Block(f"{over.id}.{kind[1]}", "item", kind, words, over.id, (), 1))
        else:
            counts[kind] = counts.get(kind, 0) + 1
            label = str(counts[kind]) if kind in ("op", "p") else None
            plain = re.sub(r"\^\d", "", words)
            blocks.append(Block(f"{kind}{counts[kind]}", _TYPES[kind], label, plain, None, tuple(_markers(words))))
    return blocks, notes


def _line(line: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(line.strip())
    return (found[1], found[2]) if found else None


def _markers(words: str) -> Iterator[Marker]:
    for turn, found in enumerate(re.finditer(r"\^(\d)", words)):
        yield Marker(found[1], found.start() - 2 * turn, f"fn{found[1]}")
