"""What `check` says of one document: its doubts, its open citations, and what was corrected in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from store.library.entry import Entry
from store.library.library import Library
from store.places import address
from tui import printing
from tui.addresses import spoken_address
from tui.doubts import doubt_words, kind_words
from tui.language import _
from tui.printing import put
from tui.refusals import refusal_words

if TYPE_CHECKING:
    from store.corrections.record import Correction
    from store.document import Citation, Document, Doubt


def report(library: Library, entry: Entry) -> dict[str, Any]:
    """The doubts of a document, the citations whose document stays open, and the user's corrections."""
    said: dict[str, Any] = {
        "key": entry.key,
        "problem": entry.problem,
        "doubts": [],
        "unresolved": [],
        "counts": {},
        "corrections": [],
    }
    if not entry.problem:
        document = library.document(entry.key)
        corrections, text = _corrections(library, entry)
        confirmed = _confirmed(document, text, corrections)
        said["doubts"] = [_doubt(document, doubt, doubt in confirmed) for doubt in document.doubts]
        said["unresolved"] = [_unresolved(document, each) for each in document.citations if each.symbol is None]
        said["counts"] = dict(Counter(doubt.kind for doubt in document.doubts if doubt not in confirmed))
        said["corrections"] = [_correction(each, text) for each in corrections if not each.confirms]
    return said


def corrections_problems(library: Library) -> tuple[str, ...]:
    """A sentence for each file of corrections that can't be used."""
    if not library.revisions.folder.is_dir():
        return ()
    from store.corrections.files import Corrections

    return Corrections(library.revisions.folder).problems()


def put_reports(reports: Iterable[Mapping[str, Any]], *, corrections: bool) -> None:
    """Print them; of the corrections how many there are, or all."""
    for each in reports:
        put(each["key"])
        if each["problem"]:
            put(f"  {refusal_words(each['problem'])}")
        rows = [*_doubt_rows(each), *_citation_rows(each), *(_correction_rows(each) if corrections else ())]
        for line in printing.table(rows):
            put(line)
        if not rows and not each["problem"]:
            put("  " + _("no doubts"))
        for line in _counts(each):
            put("  " + line)


def _corrections(library: Library, entry: Entry) -> tuple[tuple[Correction, ...], str]:
    """The corrections of a document, with the text that they are of; that is read only where there are any."""
    if not library.revisions.folder.is_dir():
        return (), ""
    from store.corrections.files import Corrections
    from store.errors import StoreUnavailable

    try:
        corrections = Corrections(library.revisions.folder).of(entry.digest)
    except StoreUnavailable:  # said among the problems of the store
        return (), ""
    if not corrections:
        return (), ""
    from store.reading.source import load

    return corrections, load(entry.path).text


def _confirmed(document: Document, text: str, corrections: tuple[Correction, ...]) -> Mapping[Doubt, Correction]:
    if not corrections:
        return {}
    from store.corrections.doubts import confirmed

    return confirmed(document, text, corrections)


def _doubt(document: Document, doubt: Doubt, confirmed: bool) -> dict[str, Any]:
    where = address(document, doubt.block) if doubt.block else None
    said = {"in": doubt.block, "address": where, "at": doubt.at, "kind": doubt.kind, "message": doubt.message}
    return {**said, "confirmed": confirmed}


def _unresolved(document: Document, citation: Citation) -> dict[str, Any]:
    where = address(document, citation.block)
    return {"in": citation.block, "address": where, "at": citation.at, "surface": citation.surface}


def _correction(correction: Correction, text: str) -> dict[str, Any]:
    from store.corrections.record import place_of
    from tui.correction_words import correction_words

    place = place_of(correction, text)
    return {
        "id": correction.id,
        "kind": correction.kind,
        "value": correction.value,
        "quote": correction.quote,
        "line": text.count("\n", 0, place.start) + 1 if place and correction.quote else None,
        "placed": place is not None,
        "made": correction.made,
        "words": correction_words(correction),
    }


def _doubt_rows(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    whole = _("whole document")
    rows = []
    for doubt in said["doubts"]:
        words = doubt_words(doubt["kind"], doubt["message"])
        if doubt["confirmed"]:
            words = _("looked at: {words}").format(words=words)
        rows.append((f"  {spoken_address(doubt['address'] or whole)}", words))
    return rows


def _citation_rows(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    words = _("unresolved citation: {surface}")
    return [(f"  {spoken_address(each['address'])}", words.format(**each)) for each in said["unresolved"]]


def _correction_rows(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    rows = []
    for each in said["corrections"]:
        where = _("line {number}").format(number=each["line"]) if each["line"] else _("whole document")
        words = each["words"] if each["placed"] else _("not placed: {words}").format(words=each["words"])
        quote = " ".join(each["quote"].split())
        rows.append((f"  {where if each['placed'] else '–'}", f"{words}  {quote}".rstrip()))
    return rows


def _counts(said: Mapping[str, Any]) -> list[str]:
    """How many doubts of each kind there are, those looked at apart, and how many corrections."""
    counts = [_("{what}: {count}").format(what=kind_words(kind), count=n) for kind, n in sorted(said["counts"].items())]
    looked_at = sum(doubt["confirmed"] for doubt in said["doubts"])
    lost = sum(not each["placed"] for each in said["corrections"])
    others = (
        (_("looked at"), looked_at),
        (_("corrections"), len(said["corrections"])),
        (_("corrections without a place"), lost),
    )
    counts += [_("{what}: {count}").format(what=what, count=count) for what, count in others if count]
    return [" · ".join(counts)] if counts else []
