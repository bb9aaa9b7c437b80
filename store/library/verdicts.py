"""Whether what a text says of each document it cites agrees with the library: the check of a draft before it is tabled.

It compares title, date of adoption and paragraph with the cited document where the library holds it, else with what
its other documents say; and it tells what the draft says against itself: a number that its organ or its list can't
have, a date out of the session, two titles of one document, a paragraph of its own that it lacks. "Not in the library"
never means that a document does not exist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from store.document import Citation, Document, Doubt
from store.library.mention import Mention
from store.library.pinpoints import missing_places
from store.library.title_likeness import agree_on_title, differ_in_title
from store.places import address
from store.symbols import Symbol

if TYPE_CHECKING:
    from store.library.library import Library

Verdict = Literal["agrees", "contradicts", "absent", "open"]
"""The library agrees; something contradicts; the library neither holds it nor says anything that could be compared;
it can't be judged, because which document is cited stays open."""
GRAVEST_FIRST: tuple[Verdict, ...] = ("contradicts", "open", "absent", "agrees")
Matter = Literal["title", "date", "paragraph", "number", "order", "time", "organ"]

MATTERS: Mapping[str, Matter] = {
    "number-shape": "number",
    "list-order": "order",
    "not-yet": "time",
    "future-date": "time",
    "date-session": "date",
    "other-date": "date",
    "other-title": "title",
    "other-organ": "organ",
}
"""What each kind of doubt about a citation is about, of those by which a draft contradicts itself."""
_PRINTED_AFTER = 500
"""Days from the adoption of a resolution to the latest date that its print may bear."""


class Finding(NamedTuple):
    """One thing that was compared."""

    matter: Matter
    agrees: bool
    said: str
    """What the text says."""
    known: str
    """What the library knows instead, or likewise."""
    source: str
    """The key of the document from which that is known; empty when the draft itself tells."""
    doubt: str = ""
    """The kind of the doubt that the draft itself raises; `known` is then its message."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One citation and what was found."""

    citation: Citation
    address: str
    """Where it stands, as one would cite it."""
    held: str | None
    """The key of the cited document, when the library holds it."""
    findings: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What the findings come to."""
        if any(not finding.agrees for finding in self.findings):
            return "contradicts"
        if self.citation.symbol is None:
            return "open"
        return "agrees" if self.held or self.findings else "absent"


def judge(library: Library, document: Document, key: str) -> tuple[Judged, ...]:
    """Every citation of a document by number or symbol, and each other reference to a paragraph that can be looked for.

    They come in reading order.

    Args:
        library: Is asked for what is cited.
        document: The draft.
        key: What it goes by, so that it is no witness for itself.

    Raises:
        UnreadableSource: a cited document can't be read any more.
    """
    return tuple(_judged(_Witnesses(library, document, key)))


class _Witnesses:
    """What the library knows of cited documents, looked up once for each."""

    def __init__(self, library: Library, document: Document, key: str) -> None:
        self.draft = document
        self._library = library
        self.key = key
        self._held = {entry.symbol: entry.key for entry in reversed(library.known()) if entry.symbol}
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._documents: dict[str, Document] = {}

    def held(self, symbol: str) -> str | None:
        """The key of the document of this symbol."""
        return self._held.get(symbol)

    def document(self, key: str) -> Document:
        """A document of the library."""
        if key not in self._documents:
            self._documents[key] = self._library.document(key)
        return self._documents[key]

    def under_other_organs(self, symbol: str, title: str) -> Iterator[Finding]:
        """The document of this number and title that another organ adopted: then the text names the wrong one."""
        cited = Symbol.parse(symbol)
        for text, key in self._held.items() if cited and cited.number else ():
            known, entry = Symbol.parse(text), self._library.entry(key)
            if not (cited and known and entry and entry.title) or known.number != cited.number:
                continue
            if known.organ != cited.organ and agree_on_title(title, entry.title):
                yield Finding("organ", False, cited.display, known.display, key)

    def others(self, symbol: str) -> tuple[Mention, ...]:
        """What other documents say of it."""
        if symbol not in self._mentions:
            found = self._library.citing(symbol)
            self._mentions[symbol] = tuple(each for each in found if each.document != self.key)
        return self._mentions[symbol]


def _judged(witnesses: _Witnesses) -> Iterator[Judged]:
    draft = witnesses.draft
    doubts: dict[tuple[str | None, int], list[Doubt]] = {}
    for doubt in draft.doubts:
        if doubt.kind in MATTERS:
            doubts.setdefault((doubt.block, doubt.at), []).append(doubt)
    places = (*(block.id for block in draft.blocks), *(note.id for note in draft.footnotes))
    for citation in (each for place in places for each in draft.references_by_place.get(place, ())):
        held = witnesses.held(citation.symbol) if citation.symbol else None
        if not citation.is_numbered:
            findings = list(_referred(witnesses, citation, held))
            if not findings:
                continue
        else:
            findings = list(_compared(witnesses, citation, held)) if citation.symbol else []
            findings += _against_itself(citation, doubts.get((citation.block, citation.at), ()), findings)
        yield Judged(citation, address(draft, citation.block), held, tuple(findings))


def _against_itself(citation: Citation, doubts: Iterable[Doubt], findings: Iterable[Finding]) -> list[Finding]:
    """What the draft says against its own citation, where the library does not say the same already."""
    told = {finding.matter for finding in findings if not finding.agrees}
    found = [Finding(MATTERS[doubt.kind], False, citation.surface, doubt.message, "", doubt.kind) for doubt in doubts]
    # Of a number that its organ can't have, the time is no news.
    return [each for each in found if each.matter == "number"] or [each for each in found if each.matter not in told]


def _referred(witnesses: _Witnesses, reference: Citation, held: str | None) -> Iterator[Finding]:
    """The paragraph that a short form, a name or a place of the draft itself names."""
    if not reference.pinpoint:
        return
    if reference.form == "place":
        missing = None if reference.target else missing_places(witnesses.draft, reference.pinpoint)
        if missing and missing.lacks:
            yield Finding("paragraph", False, missing.lacks, missing.has, witnesses.key)
    elif held:
        yield from _paragraph(reference.pinpoint, witnesses.document(held), held)


def _compared(witnesses: _Witnesses, citation: Citation, held: str | None) -> Iterator[Finding]:
    assert citation.symbol is not None
    others = witnesses.others(citation.symbol)
    document = witnesses.document(held) if held else None
    if citation.title:
        yield from _title(citation.title, document, held, others)
        if document is None:
            yield from witnesses.under_other_organs(citation.symbol, citation.title)
    if citation.date:
        yield from _date(citation.date, document, held, others)
    if citation.pinpoint and document is not None and held:
        yield from _paragraph(citation.pinpoint, document, held)


def _title(said: str, document: Document | None, held: str | None, others: Iterable[Mention]) -> Iterator[Finding]:
    if document and held:
        own = document.front.title
        if own and agree_on_title(said, own):
            yield Finding("title", True, said, own, held)
            return
        if own and differ_in_title(said, own) and not _says(document, said):
            yield Finding("title", False, said, own, held)
            return
    witnesses = [(each, name) for each in others for name in each.names]
    for mention, name in witnesses:
        if agree_on_title(said, name):
            yield Finding("title", True, said, name, mention.document)
            return
    if not held and witnesses and all(differ_in_title(said, name) for _, name in witnesses):
        mention, name = witnesses[0]
        yield Finding("title", False, said, name, mention.document)


def _says(document: Document, title: str) -> bool:
    """Whether a document names the title in its text: a resolution is often called by the plan that it adopted."""
    return any(title in block.text for block in document.blocks)


def _date(said: str, document: Document | None, held: str | None, others: Iterable[Mention]) -> Iterator[Finding]:
    given = [(each.citation.date, each.document) for each in others if each.citation.date]
    for known, source in given:
        if known == said:
            yield Finding("date", True, said, known, source)
            return
    if document and held and document.front.date:
        printed = document.front.date
        if printed == said:
            yield Finding("date", True, said, printed, held)
        elif not _could_be_adopted(said, printed):
            yield Finding("date", False, said, printed, held)
        return
    if len({known for known, _ in given}) == 1:
        known, source = given[0]
        assert known is not None
        yield Finding("date", False, said, known, source)


def _could_be_adopted(said: str, printed: str) -> bool:
    """Whether what was adopted on a day may have been printed on another: not before it, and not long after."""
    try:
        days = (date.fromisoformat(printed) - date.fromisoformat(said)).days
    except ValueError:  # a date that a misreading made has nothing to compare
        return True
    return 0 <= days <= _PRINTED_AFTER


def _paragraph(pinpoint: str, document: Document, held: str) -> Iterator[Finding]:
    missing = missing_places(document, pinpoint)
    if missing is not None:
        yield Finding("paragraph", not missing.lacks, missing.lacks or pinpoint, missing.has, held)


def counts(judged: Iterable[Judged]) -> Mapping[Verdict, int]:
    """How many citations got each verdict, the gravest first."""
    found = Counter(each.verdict for each in judged)
    return {verdict: found[verdict] for verdict in GRAVEST_FIRST if found[verdict]}


def public(judged: Judged) -> dict[str, Any]:
    """One judgement as `check --citations --json` prints it."""
    citation = judged.citation
    return {
        "in": citation.block,
        "address": judged.address,
        "at": citation.at,
        "surface": citation.surface,
        "symbol": citation.symbol,
        "candidates": list(citation.candidates),
        "held": judged.held,
        "verdict": judged.verdict,
        "findings": [finding._asdict() for finding in judged.findings],
    }
