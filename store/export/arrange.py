"""Annotations in the order of an export: under their documents, their tags, or the resolutions that they cite.

What templates see of them is made here: every word in it is ready to be shown, in the language of the citations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from store.annotations.kinds import EVERY_KIND, Kind
from store.annotations.records import Annotation
from store.compare.redline import Piece, redline
from store.document import Document, Span
from store.export.sections import Entry, Section, entries
from store.export.words import kind_name, reason, words
from store.library.citing import Language, citation, document_citation
from store.library.english import english
from store.progress import Progress, silent
from store.symbols import Symbol

Order = Literal["document", "tag", "cited"]
ORDERS: tuple[Order, ...] = get_args(Order)

_COUNTED = re.compile("第?[〇一二三四五六七八九十百千]+[届次号段条款章节项年月日个]")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that an annotated passage cites."""

    symbol: str
    name: str
    """As the United Nations cites it."""
    title: str
    """What the citing text calls it; may be empty."""
    address: str
    """Where the United Nations publishes it."""
    held: bool
    """Whether the library holds it."""


@dataclass(frozen=True, slots=True)
class GaveWay:
    """A state of an annotation that gave way to a later one."""

    modified: str
    tags: tuple[str, ...]
    note: str
    kind_name: str
    redline: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An annotation as a template shows it."""

    id: str
    document: str
    """Key of its document."""
    place: str
    """Where it stands today, else where it stood; empty for a document as a whole."""
    link: str
    """What opens it: key, # and place."""
    address: str
    """The place as one cites it inside its document."""
    citation: str
    """Document and place as the United Nations cites them."""
    quote: str
    tags: tuple[str, ...]
    note: str
    """Markdown."""
    kind: str
    kind_name: str
    proposed: str
    redline: tuple[Piece, ...]
    """Of an amendment: what stays, is deleted, is inserted; empty where no text is proposed."""
    author: str
    """Who wrote it, or came with it; empty for the user who has no name."""
    lost: str
    """Why it is an orphan; empty when it is in its place."""
    created: str
    modified: str
    footnotes: tuple[tuple[str, str], ...]
    """Label and text of those that the quoted text calls."""
    cites: tuple[Cited, ...]
    gave_way: tuple[GaveWay, ...] = ()
    """States of it that gave way to later ones."""
    removed: bool = False
    """It is no more: what is said here gave way."""

    @property
    def heading(self) -> str:
        """The citation with the reason why it is an orphan."""
        return f"{self.citation}{self.lost}"


@dataclass(frozen=True, slots=True)
class Group:
    """Annotations under one heading."""

    id: str
    """Stable: the document's key, or "tag/…", "cited/…"."""
    title: str
    level: int
    """Of the heading: 1 for the topmost."""
    entries: tuple[Item, ...] = ()
    date: str = ""
    """Of a document."""
    path: str = ""
    """A tag with those above it."""
    cited: Cited | None = None
    """What is cited, in that order."""
    headings: dict[str, str] = field(default_factory=dict)
    """What heads each entry, by its id: no more of its citation than the group leaves open."""


def arranged(
    sections: Iterable[Section],
    order: Order,
    language: Language,
    held: Collection[str] = frozenset(),
    kinds: Mapping[str, Kind] = EVERY_KIND,
    progress: Progress = silent,
) -> tuple[Group, ...]:
    """All annotations in groups.

    Args:
        sections: What is exported, by document.
        order: By what it is grouped. By tag or citation, one that has several stands in several groups.
        language: That of citations and of all words of ours.
        held: Symbols of the library's documents.
        kinds: What kinds are called.
        progress: Is told how far it is.
    """
    wanted, found = [section for section in sections if section.annotations], []
    for turn, section in enumerate(wanted):
        progress("documents", turn, len(wanted))
        found.append((section, _items(section, language, held, kinds)))
    if order == "document":
        return tuple(group for section, items in found for group in _of_document(section, items, language))
    items = [item for _section, those in found for item in those]
    return tuple(_by_tag(items, language) if order == "tag" else _by_cited(items, language))


def _of_document(section: Section, items: Sequence[Item], language: Language) -> Iterator[Group]:
    front = section.document.front if section.document else None
    names = [name for name in (front.symbol, front.title) if name] if front else []
    title = " ".join(names) or section.key
    placed = tuple(item for item in items if not item.lost)
    lost = tuple(item for item in items if item.lost)
    date = front.date or "" if front else ""
    yield Group(section.key, title, 1, placed, date, headings={each.id: each.address for each in placed})
    if lost:
        heads = {each.id: each.address + each.lost for each in lost}
        yield Group(f"{section.key}/lost", words(language)["lost"], 2, lost, headings=heads)


def _by_tag(items: Sequence[Item], language: Language) -> Iterator[Group]:
    """Tags in the order of a tree, also those that only others stand under."""
    paths = {tuple(tag.split("/")) for item in items for tag in item.tags}
    above = {path[:depth] for path in paths for depth in range(1, len(path))}
    for path in sorted(paths | above):
        tag = "/".join(path)
        those = tuple(item for item in items if tag in item.tags)
        yield Group(f"tag/{tag}", path[-1] or tag, len(path), those, path=tag, headings=_cited_heads(those))
    if rest := tuple(item for item in items if not item.tags):
        yield Group("untagged", words(language)["untagged"], 1, rest, headings=_cited_heads(rest))


def _by_cited(items: Sequence[Item], language: Language) -> Iterator[Group]:
    """Cited documents in the order in which they are first cited."""
    cited: dict[str, Cited] = {}
    citing: dict[str, list[Item]] = {}
    for item in items:
        for each in item.cites:
            known = cited.setdefault(each.symbol, each)
            if each.title and not known.title:
                cited[each.symbol] = each
            citing.setdefault(each.symbol, []).append(item)
    for symbol, each in cited.items():
        those = tuple(citing[symbol])
        title = f"{each.name} {each.title}".strip()
        yield Group(f"cited/{symbol}", title, 1, those, cited=each, headings=_cited_heads(those))
    if rest := tuple(item for item in items if not item.cites):
        yield Group("uncited", words(language)["uncited"], 1, rest, headings=_cited_heads(rest))


def _cited_heads(items: Iterable[Item]) -> dict[str, str]:
    return {each.id: each.heading for each in items}


def _items(section: Section, language: Language, held: Collection[str], kinds: Mapping[str, Kind]) -> list[Item]:
    gave_way: dict[str, list[GaveWay]] = {}
    for each in section.conflicts:
        lost = each.lost
        state = GaveWay(lost.modified, lost.tags, lost.note, kind_name(lost.kind, kinds, language), _redline(lost))
        gave_way.setdefault(lost.id, []).append(state)
    return [
        replace(
            _item(section, entry, language, held, kinds),
            gave_way=tuple(gave_way.get(entry.annotation.id, ())),
            removed=entry.annotation.id in section.removed,
        )
        for entry in entries(section)
    ]


def _item(section: Section, entry: Entry, language: Language, held: Collection[str], kinds: Mapping[str, Kind]) -> Item:
    annotation = entry.annotation
    said = words(language)
    place = entry.places[0] if entry.places else annotation.place
    lost = f"{said['open']}{reason(entry.lost, language)}{said['close']}" if entry.lost else ""
    return Item(
        id=annotation.id,
        document=section.key,
        place=place,
        link=f"{section.key}#{place}" if place else section.key,
        address=entry.address if language == "zh" else english(entry.address),
        citation=_citation(section, entry, language),
        quote=entry.quote,
        tags=annotation.tags,
        note=annotation.note,
        kind=annotation.kind,
        kind_name=kind_name(annotation.kind, kinds, language),
        proposed=annotation.proposed,
        redline=_redline(annotation),
        author=annotation.author or annotation.origin,
        lost=lost,
        created=annotation.created,
        modified=annotation.modified,
        footnotes=tuple((note.label, note.text) for note in entry.footnotes),
        cites=tuple(_cited(section.document, entry, annotation, language, held)),
    )


def _redline(annotation: Annotation) -> tuple[Piece, ...]:
    """What an amendment changes, by words as a dictionary has them."""
    return redline(annotation.quote, annotation.proposed, _words) if annotation.proposes else ()


def _words(text: str, whole: Sequence[Span] = ()) -> Sequence[Span]:
    """The words of a text; a number in words stays whole with what it counts: 第八十一届."""
    from store.search.words import word_spans

    return word_spans(text, [*whole, *(Span(*found.span()) for found in _COUNTED.finditer(text))])


def _citation(section: Section, entry: Entry, language: Language) -> str:
    document, key = section.document, section.key
    if document and entry.places:
        return citation(document, key, entry.places[0], entry.places[-1], language)
    name = document_citation(document, key, language)
    if entry.annotation.scope in ("document", "card"):
        return name
    where = entry.address if language == "zh" else english(entry.address)
    return f"{name}，{where}" if language == "zh" else f"{name}, {where}"


def _cited(
    document: Document | None, entry: Entry, annotation: Annotation, language: Language, held: Collection[str]
) -> Iterator[Cited]:
    """What the passage and the footnotes that it calls cite, each once; a card is about what is cited itself."""
    if annotation.scope == "card":
        yield _named(annotation.document, "", language, held)
    if document is None:
        return
    seen: set[str] = set()
    places = (*entry.places, *(note.id for note in entry.footnotes))
    for each in (one for place in places for one in document.citations_by_place.get(place, ())):
        if each.symbol and each.symbol not in seen:
            seen.add(each.symbol)
            yield _named(each.symbol, each.title or "", language, held)


def _named(symbol: str, title: str, language: Language, held: Collection[str]) -> Cited:
    known = Symbol.parse(symbol)
    name = symbol if known is None else known.display if language == "zh" else known.display_en
    return Cited(symbol, name, title, known.address if known else "", symbol in held)
