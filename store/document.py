"""What a read document is: frozen values, no I/O.

A `Document` accounts for every character of its source: `pieces` partition the source, and each
piece belongs to a block, a block's label, a footnote, the front matter or the furniture of the page.
All offsets count code points and all ranges are half-open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

BlockType = Literal["heading", "chapeau", "preamble", "operative", "paragraph", "item", "text"]
Role = Literal["block", "label", "footnote", "front", "furniture"]
Form = Literal["number", "symbol", "short", "name", "place", "treaty", "goal", "labour", "other", "range"]
"""How a text refers: by a number or a symbol; by 该决议 or 同上; by a title; to a place of its own (上文第12段); to a
treaty, a Sustainable Development Goal or target, a convention of the International Labour Organization, a resolution
of another organization; as one of those between the two numbers of a range."""
Confidence = Literal["sure", "likely", "open"]
"""The words leave no other reading; the likeliest of several; not decided, or not between `candidates`."""


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


class Run(NamedTuple):
    """`text[at:at + length]` of a block or note is `source[start:start + length]`, unchanged."""

    at: int
    start: int
    length: int


class Piece(NamedTuple):
    """One stretch of the source and what it became."""

    start: int
    end: int
    role: Role
    owner: str
    """The id of the block or footnote, the name of a front matter field, or the kind of furniture."""


class Marker(NamedTuple):
    """The sign in a text that calls a footnote."""

    note: str
    """The footnote's label as called: "10", "*"."""
    at: int
    """Where it stands: a position between characters of the block's `text`, which does not hold the sign."""
    footnote: str | None = None
    """The id of the footnote it is bound to; None when the document has no such note."""


class Block(NamedTuple):
    """A heading, paragraph or item, as a reader should see it."""

    id: str
    """From structure, not from counting lines: "pp3", "op5.a.1", "p98", "s3.A.1"; a second one gets "~2"."""
    type: BlockType
    label: str | None
    """The number as printed, without its full stop: "5", "(a)", "三"."""
    text: str
    """Without label, markers, markup and line breaks of the layout."""
    parent: str | None = None
    markers: tuple[Marker, ...] = ()
    """In order of `at`."""
    level: int = 0
    """Headings: depth, 1 for the topmost. Items: depth of nesting, 1 for an item of a paragraph. Others: 0."""
    runs: Sequence[Run] = ()
    """Where the text stands in the source, in order."""


class Footnote(NamedTuple):
    """A note at the foot of a page or the end of a document."""

    id: str
    """"fn10"; a second note of the same label "fn10~2"."""
    label: str
    text: str
    runs: Sequence[Run] = ()


class Furniture(NamedTuple):
    """A line that belongs to the page and not to the text: page number, running head, rule, link target."""

    text: str
    kind: str
    """"rule", "link", "page", "head" (running head), "blank" never occurs here."""
    span: Span


class Citation(NamedTuple):
    """A mention of a resolution, decision or document by its number or symbol, or a reference of another form."""

    block: str
    """The id of the block or footnote that holds it."""
    at: int
    """Start of the surface in that text."""
    surface: str
    """The number or symbol as printed, spaces included: "64/293", "2388 (2017)"."""
    symbol: str | None
    """Canonical symbol; None when it was seen but its organ stays open. What is no document of the United Nations has
    an identity of its own kind here: "UNTS 2225", "SDG 8.7", "ILO C29"."""
    title: str | None = None
    """What the sentence says it is called."""
    date: str | None = None
    """ISO date the sentence gives."""
    pinpoint: str | None = None
    """The part named: "第10段", "附件"."""
    form: Form = "number"
    target: str | None = None
    """For a place of the citing document itself: the id of the block meant."""
    rule: str = ""
    """Stable name of the rule that decided: "named", "list", "speaker", …"""
    words: str = ""
    """The words that decided, as printed; empty where the rule says it all."""
    confidence: Confidence = "sure"
    candidates: tuple[str, ...] = ()
    """Symbols between which the words don't decide, the likeliest first."""
    verb: str | None = None
    """The word that governs it, as printed: 回顾, 重申, 请."""
    treatment: str | None = None
    """What that word does to it, by a stable name: "recall", "reaffirm", "request"; None where no word governs it."""

    @property
    def end(self) -> int:
        """End of the surface in the text."""
        return self.at + len(self.surface)

    @property
    def is_numbered(self) -> bool:
        """Whether it cites by a number or symbol, or is one that a range of numbers includes."""
        return self.form in ("number", "symbol", "range")


class Link(NamedTuple):
    """Words that lead to an address, in a file that has such links."""

    block: str
    """The id of the block or footnote that holds them."""
    at: int
    """Where they begin in that text."""
    words: str
    address: str


class Doubt(NamedTuple):
    """A guess that a careful reader would want to check."""

    block: str | None
    """The id of the block or footnote; None for the document as a whole."""
    at: int
    kind: str
    """A stable name: "misread-marker", "missing-note", "unsure-join", "sequence", …"""
    message: str
    """One sentence for the reader, in Chinese."""


class FrontMatter(NamedTuple):
    """What the masthead says. A field is None, or empty, when the document does not say it."""

    symbol: str | None = None
    title: str | None = None
    date: str | None = None
    """ISO date of the document."""
    session: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    sponsors: tuple[str, ...] = ()
    kind: str = "document"
    """"resolution", "decision", "draft resolution", "report", …"""
    revised: bool = False
    """A revised draft (订正决议草案)."""
    body: str | None = None
    """The organ that adopts or receives it, as written."""
    language: str = "zh"


@dataclass(frozen=True, repr=False)
class Document:
    """One document, read."""

    front: FrontMatter
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    furniture: Sequence[Furniture] = ()
    citations: tuple[Citation, ...] = ()
    """By number or symbol: all of the blocks in reading order, then all of the footnotes in order."""
    references: tuple[Citation, ...] = ()
    """Of every other form, in the same order."""
    doubts: tuple[Doubt, ...] = ()
    links: tuple[Link, ...] = ()
    pieces: Sequence[Piece] = ()
    """A partition of the source; empty for a document that was not read from a text."""
    digest: str = field(default="", compare=False)
    """SHA-256 of the file's bytes, in hexadecimal."""

    def __repr__(self) -> str:
        """Which it is, without its text: workers and logs describe what they are given, and a text may be megabytes."""
        return f"<Document {self.front.symbol or self.front.title!r}, {len(self.blocks)} blocks>"

    @cached_property
    def by_id(self) -> Mapping[str, Block]:
        """Blocks by id."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each block in reading order, by id."""
        return {block.id: index for index, block in enumerate(self.blocks)}

    @cached_property
    def notes_by_id(self) -> Mapping[str, Footnote]:
        """Footnotes by id."""
        return {note.id: note for note in self.footnotes}

    @cached_property
    def citations_by_place(self) -> Mapping[str, tuple[Citation, ...]]:
        """Citations of each block or footnote that has any, in order of `at`."""
        return _by_place(self.citations)

    @cached_property
    def references_by_place(self) -> Mapping[str, tuple[Citation, ...]]:
        """Citations and references of other forms of each block or footnote that has any, in order of `at`."""
        return _by_place((*self.citations, *self.references))

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Block, ...]]:
        """Blocks by the id of their parent, in reading order; None holds the topmost."""
        found: dict[str | None, list[Block]] = {}
        for block in self.blocks:
            found.setdefault(block.parent, []).append(block)
        return {parent: tuple(those) for parent, those in found.items()}

    def prepare(self) -> None:
        """Look up now what is asked for after the text: in a long document that takes longer than a key may wait."""
        for known in (
            self.by_id,
            self.notes_by_id,
            self.order,
            self.children,
            self.citations_by_place,
            self.references_by_place,
        ):
            assert known is not None

    def text_of(self, place: str) -> str:
        """The text of a block or footnote by id; raises KeyError when there is none."""
        block = self.by_id.get(place)
        return block.text if block else self.notes_by_id[place].text


def _by_place(citations: Iterable[Citation]) -> Mapping[str, tuple[Citation, ...]]:
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.block, []).append(citation)
    return {place: tuple(sorted(those, key=lambda c: c.at)) for place, those in found.items()}
