"""Drafts become blocks: their types, parents and ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.document import BlockType
from store.reading.drafts import Draft
from store.reading.labels import Label
from store.reading.phrases import (
    STRONG_ENDS,
    WEAK_ENDS,
    adopts_what_follows,
    agrees_on_what_follows,
    is_adoption,
    is_annex,
    opens_a_clause_of_adoption,
    opens_decision,
    opens_preamble,
)

_OF_ARTICLES = ("book", "part", "chapter", "section", "article")


@dataclass(slots=True)
class Shape:
    """What a draft is in the document."""

    id: str
    type: BlockType
    label: str | None
    parent: str | None
    level: int


@dataclass(slots=True)
class _Place:
    """Where one stands while the drafts pass by."""

    resolution: bool = False
    """Whether the draft to be placed stands in a resolution."""
    headings: list[tuple[str, str]] = field(default_factory=list)
    """Open headings, outermost first: style and id."""
    styles: list[str] = field(default_factory=list)
    """Styles of heading labels in the order of their depth, as the document has shown them."""
    paragraph: str | None = None
    items: list[str] = field(default_factory=list)
    has_chapeau: bool = True
    """Whether the text names anywhere the organ that speaks; what was pasted may lack that line."""
    seen_chapeau: bool = False
    seen_operative: bool = False
    taken: Counter[str] = field(default_factory=Counter)
    annexed: bool = False
    """Whether one is in an annex, whose paragraphs are not the resolution's own."""
    annex_speaks: bool = False
    """Whether an organ speaks in the annex as well, as in a declaration."""
    numbered: bool = False
    """Whether an operative paragraph with a number was met."""
    operative: int = 0
    """Operative paragraphs without a number so far."""
    preambular: int = 0
    texts: int = 0
    unnumbered: Counter[str] = field(default_factory=Counter)

    @property
    def heading(self) -> str | None:
        return self.headings[-1][1] if self.headings else None

    def begin_resolution(self) -> None:
        """One of several resolutions begins."""
        self.seen_chapeau = self.seen_operative = self.numbered = self.annexed = False
        self.operative = 0

    def name(self, wanted: str) -> str:
        """The id, with "~2" for the second of the same name."""
        self.taken[wanted] += 1
        times = self.taken[wanted]
        return wanted if times == 1 else f"{wanted}~{times}"


def shape(drafts: Sequence[Draft]) -> list[Shape]:
    """The type, id and parent of each draft, in order."""
    place = _Place(has_chapeau=any(draft.form == "chapeau" for draft in drafts))
    return [_shape(draft, place, numbers) for draft, numbers in zip(drafts, _numbers_follow(drafts), strict=True)]


def _numbers_follow(drafts: Sequence[Draft]) -> list[bool]:
    """For each draft whether a numbered paragraph comes after it in the same resolution."""
    follow: list[bool] = []
    coming = False
    for draft in reversed(drafts):
        if draft.opens_resolution or (draft.form == "heading" and is_annex(draft.lines[0].text)):
            coming = False
        follow.append(coming)
        coming = coming or draft.form == "numbered"
    return follow[::-1]


def _shape(draft: Draft, place: _Place, numbers_follow: bool) -> Shape:
    if draft.opens_resolution or (draft.speaks and not place.resolution):
        place.begin_resolution()
    place.resolution = draft.speaks
    if draft.opens_part:
        place.seen_operative = place.numbered = False
    if draft.form == "heading":
        return _heading(draft, place)
    if draft.form == "item":
        return _item(draft, place)
    place.items.clear()
    if draft.form == "chapeau":
        place.seen_chapeau, place.paragraph = True, None
        if place.annexed:
            place.annex_speaks, place.seen_operative = True, False
        return Shape(place.name("ch"), "chapeau", None, None, 0)
    found = _paragraph(draft, place, numbers_follow)
    place.paragraph = found.id
    return found


def _paragraph(draft: Draft, place: _Place, numbers_follow: bool) -> Shape:
    if draft.told in ("preamble", "operative", "paragraph", "text"):
        return _told(draft, draft.told, place)
    return _numbered(draft, place) if draft.form == "numbered" else _plain(draft, place, numbers_follow)


def _told(draft: Draft, kind: BlockType, place: _Place) -> Shape:
    """A paragraph of the type that the user says."""
    label = draft.label.printed if draft.label else None
    if draft.label and kind in ("operative", "paragraph"):
        place.numbered = True
        place.seen_operative = place.seen_operative or kind == "operative"
        prefix = "op" if kind == "operative" else "p"
        return Shape(place.name(f"{prefix}{_turn(draft.label)}"), kind, label, place.heading, 0)
    if kind == "operative":
        place.seen_operative = True
        place.operative += 1
        return Shape(place.name(f"op{place.operative}"), kind, label, place.heading, 0)
    if kind == "preamble":
        place.preambular += 1
        return Shape(place.name(f"pp{place.preambular}"), kind, label, place.heading, 0)
    place.texts += 1
    return Shape(place.name(f"t{place.texts}"), "text", label, place.heading, 0)


def _heading(draft: Draft, place: _Place) -> Shape:
    style: str = draft.label.style if draft.label else "unnumbered"
    if is_annex(draft.lines[0].text):
        style = "annex"
    elif draft.opens_resolution and draft.label is None:
        style = "draft"
    place.annexed = place.annexed or is_annex(draft.lines[0].text) or style in _OF_ARTICLES
    place.annex_speaks = False
    _leave(style, place)
    parent = place.heading
    base = parent if parent else ""
    if style == "annex":
        place.headings.clear()
        parent, base = None, ""
    if draft.label:
        wanted = f"{base}.{draft.label.printed}" if base else f"s{_digits(draft)}"
        wanted = f"{base}.{_digits(draft)}" if base else wanted
    else:
        place.unnumbered[base] += 1
        wanted = f"{base}.h{place.unnumbered[base]}" if base else f"h{place.unnumbered[base]}"
    found = place.name(wanted)
    place.headings.append((style, found))
    place.paragraph = None
    place.items.clear()
    printed = draft.label.printed if draft.label and not draft.bare else None
    return Shape(found, "heading", printed, parent, len(place.headings))


def _digits(draft: Draft) -> str:
    """The heading's part of an id: its number in digits, or its letter."""
    assert draft.label is not None
    return draft.label.printed if draft.label.style == "letter" else str(draft.label.value)


def _leave(style: str, place: _Place) -> None:
    """Close the headings that a new one of this style ends."""
    known = [open_style for open_style, _ in place.headings]
    if style in known:
        del place.headings[known.index(style) :]
    elif style == "unnumbered":
        if place.paragraph is None or not place.headings:
            return
    elif style in place.styles:
        depth = place.styles.index(style)
        while place.headings and _depth(place.headings[-1][0], place) >= depth:
            place.headings.pop()
    else:
        while place.headings and place.headings[-1][0] == "unnumbered":
            place.headings.pop()
    if style != "unnumbered" and style not in place.styles:
        place.styles.append(style)


def _depth(style: str, place: _Place) -> int:
    return place.styles.index(style) if style in place.styles else len(place.styles)


def _item(draft: Draft, place: _Place) -> Shape:
    assert draft.label is not None
    del place.items[draft.depth - 1 :]
    parent = place.items[-1] if place.items else place.paragraph or place.heading
    if parent is None and place.resolution and place.seen_chapeau and not place.annexed:
        return _lettered(draft, place)
    found = place.name(f"{parent}.{draft.label.key}" if parent else f"i.{draft.label.key}")
    place.items.append(found)
    return Shape(found, "item", draft.label.printed, parent, draft.depth)


def _lettered(draft: Draft, place: _Place) -> Shape:
    """A paragraph with a letter that no other introduces, as the preambles of some bodies have them."""
    assert draft.label is not None
    kind: BlockType = "preamble" if draft.last.ending in WEAK_ENDS else "operative"
    found = place.name(f"{'pp' if kind == 'preamble' else 'op'}{draft.label.key}")
    place.items.append(found)
    return Shape(found, kind, draft.label.printed, None, 0)


def _numbered(draft: Draft, place: _Place) -> Shape:
    assert draft.label is not None
    operative = place.resolution and not place.annexed
    kind: BlockType = "operative" if operative else "paragraph"
    place.seen_operative = place.numbered = True
    prefix = "op" if operative else "p"
    return Shape(place.name(f"{prefix}{_turn(draft.label)}"), kind, draft.label.printed, place.heading, 0)


def _turn(label: Label) -> str:
    """A paragraph's number in its id."""
    return label.printed if label.style == "decimal" else str(label.value)


def _plain(draft: Draft, place: _Place, numbers_follow: bool) -> Shape:
    if place.resolution and not place.has_chapeau and opens_preamble(draft.lines[0].text):
        place.seen_chapeau = True
    if place.resolution and not place.annexed and adopts_what_follows(draft.text):
        place.annexed = True
        place.operative += 1
        return Shape(place.name(f"op{place.operative}"), "operative", None, place.heading, 0)
    unnumbered = place.resolution and place.seen_chapeau and not place.numbered and not numbers_follow
    if unnumbered and _decides(draft, place):
        place.seen_operative = True
        place.operative += 1
        return Shape(place.name(f"op{place.operative}"), "operative", None, place.heading, 0)
    if is_adoption(draft.text) or agrees_on_what_follows(draft.text):
        place.texts += 1
        return Shape(place.name(f"t{place.texts}"), "text", None, place.heading, 0)
    speaks = not place.annexed or place.annex_speaks
    if place.resolution and place.seen_chapeau and not place.seen_operative and speaks:
        place.preambular += 1
        return Shape(place.name(f"pp{place.preambular}"), "preamble", None, place.heading, 0)
    place.texts += 1
    return Shape(place.name(f"t{place.texts}"), "text", None, place.heading, 0)


def _decides(draft: Draft, place: _Place) -> bool:
    """Whether a paragraph without a number is operative: it ends as a sentence does and opens with a decision."""
    text = draft.lines[0].text
    if draft.last.ending in "。．.":
        return opens_a_clause_of_adoption(text) or (place.preambular > 0 and opens_preamble(text))
    return draft.last.ending in STRONG_ENDS and place.preambular > 0 and opens_decision(text)
