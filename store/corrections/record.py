"""A correction as a value and as a record on disk, and where it stands in a text that may have changed; no I/O."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final, Literal, cast, get_args

from store.document import Span
from store.reading.marks import Mark, MarkKind

Kind = Literal[MarkKind, "confirmed"]

CONFIRMED: Final = "confirmed"
"""The kind of a record which says that a doubt was looked at, and that the reading is right; its value is the doubt's
kind."""
_WHOLE = ("symbol", "title", "date")
"""Kinds that concern the document as a whole."""
_CONTEXT = 32
"""Characters kept before and after what is corrected."""
_TELLING = 8
"""Characters of a quote from which on it tells its place without what stands around it."""
_TEXTS = ("id", "kind", "value", "quote", "prefix", "suffix", "made")
_KINDS = frozenset((*get_args(MarkKind), CONFIRMED))


@dataclass(frozen=True, slots=True)
class Correction:
    """What the user says of one stretch of a source."""

    id: str
    kind: Kind
    start: int
    end: int
    """Half-open, in characters of the source as it was when this was made."""
    value: str
    quote: str
    """What stood there; empty for what concerns the document as a whole."""
    prefix: str
    suffix: str
    made: str
    """ISO 8601, UTC, to the second."""
    carried: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """What of the user's annotations and bookmarks went elsewhere with it, before and after."""
    others: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """What another version wrote beside these."""

    @property
    def confirms(self) -> bool:
        """Whether it only says that a doubt was looked at."""
        return self.kind == CONFIRMED

    def to_record(self) -> dict[str, Any]:
        """The record on disk."""
        record = {name: getattr(self, name) for name in (*_TEXTS, "start", "end")}
        return {**self.others, **record, **({"carried": dict(self.carried)} if self.carried else {})}


def from_record(record: object) -> Correction | None:
    """The correction that a record holds; None for one of another form, which stays in the file."""
    if not isinstance(record, dict) or not all(isinstance(record.get(name), str) for name in _TEXTS):
        return None
    start, end, carried = record.get("start"), record.get("end"), record.get("carried", {})
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(carried, dict)):
        return None
    if record["kind"] not in _KINDS or not 0 <= start <= end:
        return None
    known = {*_TEXTS, "start", "end", "carried"}
    others = {name: value for name, value in record.items() if name not in known}
    texts = {name: record[name] for name in _TEXTS}
    return Correction(start=start, end=end, carried=carried, others=others, **texts)


def make_correction(kind: Kind, span: Span, value: str, text: str) -> Correction:
    """A correction of a stretch of a text, made now."""
    start, end = span.start, min(span.end, len(text))
    return Correction(
        id=f"{time.time_ns():016x}{os.urandom(4).hex()}",
        kind=kind,
        start=start,
        end=end,
        value=value,
        quote=text[start:end],
        prefix=text[max(0, start - _CONTEXT) : start],
        suffix=text[end : end + _CONTEXT],
        made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def place_of(correction: Correction, text: str) -> Span | None:
    """Where a correction stands in the text as it is now: at its place, or where alone its quote is found.

    None when neither is sure: it is not applied then.
    """
    start, end, quote = correction.start, correction.end, correction.quote
    if not quote:
        return Span(0, 0) if correction.kind in (*_WHOLE, CONFIRMED) else None
    if text[start:end] == quote and (len(quote) >= _TELLING or _stands_so(correction, text)):
        return Span(start, end)
    found = _only(quote, text) if len(quote) >= _TELLING else None
    if found is None:
        around = _only(correction.prefix + quote + correction.suffix, text)
        found = None if around is None else around + len(correction.prefix)
    return None if found is None else Span(found, found + len(quote))


def placed_anew(correction: Correction, text: str) -> Correction:
    """The correction as it would be made in another version of the text; itself where it has no place in it.

    Its words are known again also where lines end otherwise.
    """
    place = place_of(correction, text) or _spaced_otherwise(correction.quote, text)
    if place is None:
        return correction
    start, end = place
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return replace(correction, start=start, end=end, quote=text[start:end], prefix=before, suffix=after)


def marks_of(corrections: Iterable[Correction], text: str) -> tuple[Mark, ...]:
    """What the corrections that have a place say, in the order in which they were made."""
    found = []
    for each in corrections:
        place = None if each.confirms else place_of(each, text)
        if place:
            found.append(Mark(*place, cast(MarkKind, each.kind), each.value))
    return tuple(found)


def _stands_so(correction: Correction, text: str) -> bool:
    start, end = correction.start, correction.end
    before = text[max(0, start - _CONTEXT) : start]
    return before == correction.prefix or text[end : end + _CONTEXT] == correction.suffix


def _only(wanted: str, text: str) -> int | None:
    """Where a text stands that is found once; None when it is not found or found again."""
    first = text.find(wanted)
    return first if first >= 0 and text.find(wanted, first + 1) < 0 else None


def _spaced_otherwise(quote: str, text: str) -> Span | None:
    """Where a text stands that is found once when nobody looks at spaces and ends of lines."""
    words = "".join(quote.split())
    places = [at for at, character in enumerate(text) if not character.isspace()]
    found = _only(words, "".join(text.split())) if len(words) >= _TELLING else None
    return None if found is None else Span(places[found], places[found + len(words) - 1] + 1)
