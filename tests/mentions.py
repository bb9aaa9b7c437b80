"""The table of mentions in `data/mentions`, for tests and for measuring: sentences, what each cites, by form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from store.citations.cite import cite
from store.document import Block, Document, FrontMatter

FOLDER = Path(__file__).parent / "data" / "mentions"


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention."""

    surface: str
    symbol: str | None
    """None where the words leave it open."""
    pinpoint: str | None = None
    misread: bool = False
    """Whether a doubt of the kind "misread-symbol" stands at it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence and all that it cites."""

    form: str
    sentence: str
    cited: tuple[Cited, ...]
    speaker: str
    """The chapeau over the sentence; empty for a report that names nobody."""
    family: str
    """The file that holds it."""


@cache
def mentions(folder: Path = FOLDER) -> tuple[Mention, ...]:
    """The whole table of a folder, file by file, in the order of the lines.

    Raises:
        ValueError: a line is not of the form that the README of the folder describes.
    """
    return tuple(mention for path in sorted(folder.glob("*.tsv")) for mention in _read(path))


def cited_in(mention: Mention) -> tuple[Cited, ...]:
    """What the reader of citations finds in the sentence of a mention."""
    chapeau = (Block("ch", "chapeau", None, mention.speaker),) if mention.speaker else ()
    document = cite(Document(FrontMatter(), (*chapeau, Block("p1", "paragraph", "1", mention.sentence))))
    misread = {doubt.at for doubt in document.doubts if doubt.kind == "misread-symbol"}
    return tuple(Cited(c.surface, c.symbol, c.pinpoint, c.at in misread) for c in document.citations)


def _read(path: Path) -> Iterator[Mention]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if not 3 <= len(fields) <= 4:
            raise ValueError(f"{path.name}, line {number}: {len(fields)} fields, not 3 or 4")
        form, sentence, cited, *speaker = fields
        found = tuple(map(_cited, cited.split(" | "))) if cited else ()
        yield Mention(form, sentence, found, "".join(speaker), path.stem)


def _cited(text: str) -> Cited:
    surface, equals, rest = text.partition("=")
    symbol, _, pinpoint = rest.partition("@")
    if not equals or not symbol:
        raise ValueError(f"{text}: not surface=symbol")
    bare = surface.removeprefix("~")
    return Cited(bare, None if symbol == "?" else symbol, pinpoint or None, bare != surface)
