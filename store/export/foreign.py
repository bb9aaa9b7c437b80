"""Annotations of other programs, as far as jueyi can hold them: their words are looked for in the document they name.

A quotation that stands there once, or whose surroundings leave no doubt, is placed. Any other one is kept as an orphan.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from store.annotations.passages import Occurrence, Passages
from store.annotations.records import Annotation, clean_tags, clean_text
from store.annotations.selectors import Scope, Selector, quoted
from store.export.jsonld import key_of, listed, name_of

Find = Callable[[str], Passages | None]
"""The texts of a document by its key; None where the library does not hold it."""

_SOME, _CLEARER = 0.5, 0.3
"""Share of what stood around a quotation that must still do so, and by how much more than around any other."""
_UNKNOWN = "1970-01-01T00:00:00Z"


def from_foreign(item: Mapping[str, Any], find: Find) -> Annotation:
    """An annotation that another program wrote.

    Raises:
        ValueError: it is about no document of the United Nations, or says nothing; the message tells which.
    """
    targets = listed(item.get("target"))
    keys = list(dict.fromkeys(filter(None, map(_key, targets))))
    if len(keys) != 1:
        raise ValueError("target")
    modified = _date(item.get("modified")) or _date(item.get("created")) or _UNKNOWN
    annotation = Annotation(
        _identity(item),
        keys[0],
        "",
        "",
        clean_tags(_texts(item, "tagging")),
        clean_text("\n\n".join(_texts(item, "commenting"))),
        created=_date(item.get("created")) or modified,
        modified=modified,
        kind=_kind(item),
        proposed=clean_text("\n".join(_texts(item, "editing"))),
        author=clean_text(name_of(item.get("creator"))),
    )
    if annotation.is_empty:
        raise ValueError("body")
    quotes = [words for target in targets if (words := _quote(target))]
    return _placed(annotation, quotes, find(annotation.document))


def _placed(annotation: Annotation, quotes: list[Selector], passages: Passages | None) -> Annotation:
    """The annotation at its words; about the document, or its card, where it quotes none."""
    if not quotes:
        return replace(annotation, scope="document" if passages else "card")
    found = [_found(each, passages) if passages else None for each in quotes]
    selectors = tuple(each or lost for each, lost in zip(found, quotes, strict=True))
    places = [each.place for each in selectors]
    scope: Scope = (
        "places" if len(set(places)) > 1 else "place" if len(selectors) == 1 and selectors[0].whole else "range"
    )
    digest = passages.document.digest if passages else ""
    return replace(
        annotation, place=places[0], quote=quoted(selectors), scope=scope, selectors=selectors, digest=digest
    )


def _found(wanted: Selector, passages: Passages) -> Selector | None:
    ranked = sorted(passages.occurrences(wanted), key=lambda each: each.context, reverse=True)
    if not ranked or not _is_sure(wanted, ranked):
        return None
    selector = passages.selector(ranked[0], wanted)
    text = passages.text(selector.place)
    return passages.selector(ranked[0], replace(wanted, whole=True)) if selector.quote == text else selector


def _is_sure(wanted: Selector, ranked: list[Occurrence]) -> bool:
    if len(ranked) == 1:
        return not (wanted.prefix or wanted.suffix) or ranked[0].context >= _SOME
    return ranked[0].context >= max(_SOME, ranked[1].context + _CLEARER)


def _key(target: object) -> str | None:
    """The document that a target is about."""
    if isinstance(target, dict):
        source = target.get("source", target.get("id"))
        target = source.get("id") if isinstance(source, dict) else source
    return key_of(target.partition("#")[0]) if isinstance(target, str) else None


def _quote(target: object) -> Selector | None:
    """The words that a target quotes, without their place."""
    for each in _selectors(target.get("selector")) if isinstance(target, dict) else ():
        exact = each.get("exact")
        if each.get("type") == "TextQuoteSelector" and isinstance(exact, str) and exact.strip():
            prefix, suffix = (each.get(name) or "" for name in ("prefix", "suffix"))
            words = clean_text(exact)
            return Selector("", 0, len(words), words, str(prefix), str(suffix), whole=False)
    return None


def _selectors(value: object) -> Iterator[Mapping[str, Any]]:
    """All selectors, those that refine others too."""
    for each in listed(value):
        if isinstance(each, dict):
            yield each
            yield from _selectors(each.get("refinedBy"))


def _texts(item: Mapping[str, Any], purpose: str) -> Iterator[str]:
    """What an annotation says for a purpose. What has none of ours is a comment, or a tag where tagging is all."""
    motives = [str(each).removeprefix("oa:") for each in listed(item.get("motivation"))]
    otherwise = "tagging" if motives == ["tagging"] else "commenting"
    for body in [*listed(item.get("body")), *listed(item.get("bodyValue"))]:
        text = body.get("value", body.get("id")) if isinstance(body, dict) else body
        purposes = [str(each) for each in listed(body.get("purpose"))] if isinstance(body, dict) else []
        serves = next((each for each in purposes if each in ("tagging", "editing")), otherwise if not purposes else "")
        if isinstance(text, str) and (serves or "commenting") == purpose:
            yield text


def _kind(item: Mapping[str, Any]) -> str:
    motives = {str(each).removeprefix("oa:") for each in listed(item.get("motivation"))}
    if any(True for _ in _texts(item, "editing")):
        return "amendment"
    return "question" if "questioning" in motives else "highlight" if "highlighting" in motives else ""


def _date(value: object) -> str:
    """A date as records hold it; empty for what is none."""
    try:
        return datetime.fromisoformat(str(value)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


def _identity(item: Mapping[str, Any]) -> str:
    """The same for the same annotation, whenever it comes."""
    address = item.get("id")
    known = address if isinstance(address, str) else json.dumps(item, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]
