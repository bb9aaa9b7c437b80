"""同上, 同前, ibid. and 同脚注5: what a note takes over from another, through chains of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from store.citations.references.parts import part_after
from store.citations.references.passage import Passage
from store.document import Footnote, Form
from store.instruments.known import by_title


@dataclass(frozen=True, slots=True)
class Source:
    """What a note cites."""

    symbol: str
    form: Form
    pinpoint: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a note cites; `unclear` when something in it was not understood."""

    known: tuple[Source, ...] = ()
    unclear: bool = False

    @property
    def only(self) -> Source | None:
        """The one source, when no other reading stands."""
        return self.known[0] if len(self.known) == 1 and not self.unclear else None

    @property
    def symbols(self) -> tuple[str, ...]:
        """Identities of the sources."""
        return tuple(source.symbol for source in self.known)


@cache
def _same() -> re.Pattern[str]:
    return re.compile(
        r"(?P<same>(?:同上(?!文)|同前(?!文))(?:注|引)?|\b[Ii]bid\.?|(?P<other>同(?:上文)?脚?注)\s?(?P<label>\d{1,4})|(?:前引?|上引|同前)脚?注\s?(?P<back>\d{1,4}))"
    )


@cache
def _page() -> re.Pattern[str]:
    return re.compile(r"\([^()]{1,80}第\s?\d{1,4}\s?页[^()]{0,20}\)")


_OPENING = re.compile(r"\s*(?:[另又]?[参]?[见看阅]\s?)?\(?$")
"""What may stand before 同上 at the beginning of a note."""
_LONGEST = 400
_NEAR = 4
"""Characters that may stand between a title and the symbol of what it is called."""
_CLOSED = re.compile(r"\s*(?:[。.;,)]|$)")


def sources_of(passage: Passage) -> Sources:
    """What the citations and references of a note cite, and the instruments that it names; each identity once."""
    known: dict[str, Source] = {}
    citations = (*passage.citations, *passage.found)
    for citation in citations:
        if citation.symbol and citation.confidence != "open":
            known.setdefault(citation.symbol, Source(citation.symbol, citation.form, citation.pinpoint))
    for title in passage.titles:
        if instrument := by_title().get(title.key):
            part = part_after(passage.spelled, title.end)
            pinpoint = passage.text[slice(*part)] if part else None
            known.setdefault(instrument.key, Source(instrument.key, instrument.kind, pinpoint))
    return Sources(tuple(known.values()), any(c.symbol is None for c in citations) or has_strange(passage))


def has_strange(passage: Passage, start: int = 0, end: int | None = None) -> bool:
    """Whether a range of a text names a work that is not known: a title without a symbol, a bracket with a page."""
    end = len(passage.spelled) if end is None else end
    begins = [citation.at for citation in (*passage.citations, *passage.found)]
    unread = (title for title in passage.titles if start <= title.start < end and title.key not in by_title())
    titles = ((title.start, title.end + _NEAR) for title in unread if passage.free(title.start, title.end))
    brackets = (found.span() for found in _page().finditer(passage.spelled, start, end))
    return any(not any(first < at <= last for at in begins) for first, last in (*titles, *brackets))


def follow_notes(notes: Iterable[Footnote], passages: Mapping[str, Passage]) -> dict[str, Sources]:
    """Take up the words in notes that stand for another note's source; returns by id what each note cites.

    A chain ends at a note that cites nothing, several things, or what was not understood: then the words stay open.
    """
    sources: dict[str, Sources] = {}
    labels: dict[str, str] = {}
    before = Sources()
    for note in notes:
        passage = passages[note.id]
        _follow(passage, before, {label: sources[id_] for label, id_ in labels.items()} if _jumps(passage) else {})
        sources[note.id] = before = sources_of(passage)
        labels[note.label] = note.id
    return sources


def _jumps(passage: Passage) -> bool:
    """Whether it names another note by number, so that the numbers must be known."""
    return "注" in passage.text or "註" in passage.text


def _follow(passage: Passage, before: Sources, numbered: Mapping[str, Sources]) -> None:
    text = passage.spelled
    if "同" not in text and "bid" not in text and not _jumps(passage):
        return
    for found in _same().finditer(text):
        label = found["label"] or found["back"]
        if label is None and not _opens(text, found.start()):
            continue
        take(passage, found.span(), numbered.get(label, Sources()) if label else before)


def _opens(text: str, at: int) -> bool:
    """Whether the words stand where a note, or a part of it after a semicolon, begins."""
    floor = max(0, at - _LONGEST)
    start = max(text.rfind(";", floor, at) + 1, text.rfind("。", floor, at) + 1, floor)
    return _OPENING.fullmatch(text, start, at) is not None


def take(passage: Passage, span: tuple[int, int], meant: Sources, rule: str = "same-note") -> None:
    """One 同上: with a symbol of its own behind it, it stands only for the series of that, and nothing is lost."""
    text, end = passage.spelled, span[1]
    stop = next((at for at, sign in enumerate(text[end : end + 200], end) if sign in ";。"), min(len(text), end + 200))
    if not passage.free(end, max(stop, end + 1)):
        return
    part = part_after(text, end)
    words = passage.text[span[0] : part[1] if part else end]
    only = meant.only
    if only is None:
        passage.add("short", span, None, rule, words=words, confidence="open", candidates=meant.symbols)
        return
    whole = part is not None or _CLOSED.match(text, end) is not None
    pinpoint = passage.text[slice(*part)] if part else only.pinpoint if whole else None
    if not whole and "《" in text[end : end + 3]:
        return
    passage.add(
        "short",
        span,
        only.symbol,
        rule,
        words=words,
        pinpoint=pinpoint,
        confidence="sure" if whole else "likely",
    )
