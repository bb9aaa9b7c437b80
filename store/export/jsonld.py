"""Annotations in the W3C Web Annotation model as JSON-LD, both ways and without loss.

What the model has a word for is said in its words; what is ours alone stands under our own prefix `jueyi:`. What comes
from another program is taken as far as jueyi can hold it: its quotations are found again in the library's documents.

https://www.w3.org/TR/annotation-model/, https://www.w3.org/TR/annotation-vocab/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, unquote

from store.annotations.records import Annotation
from store.annotations.selectors import Selector
from store.symbols import Symbol

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OURS: Mapping[str, Any] = {
    "jueyi": "urn:jueyi:ns#",
    "jueyi:extra": {"@type": "@json"},
    "jueyi:moves": {"@type": "@json"},
}
"""Our own terms; what is only passed on is not looked into."""
IDENTITY, DOCUMENT, PLACES = "urn:jueyi:annotation:", "urn:jueyi:document:", "urn:jueyi:places"
"""Annotations, documents without a symbol, and the way in which fragments name paragraphs."""

_MOTIVES = {
    "agreed": "classifying",
    "amendment": "editing",
    "question": "questioning",
    "translation": "describing",
    "check": "assessing",
    "highlight": "highlighting",
}
"""Why an annotation of a kind was made, in the vocabulary's words."""
_OWN = ("document", "place", "quote", "scope", "digest", "kind", "origin", "root")
_DATES = ("created", "modified")


def to_jsonld(annotations: Iterable[Annotation]) -> str:
    """One collection of all annotations, on one page."""
    items = [_item(each) for each in annotations]
    content = {
        "@context": [CONTEXT, OURS],
        "id": "urn:jueyi:collection",
        "type": "AnnotationCollection",
        "label": "jueyi",
        "total": len(items),
        "first": {"id": "urn:jueyi:collection:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _item(annotation: Annotation) -> dict[str, Any]:
    ours = {name: getattr(annotation, name) for name in _OWN if getattr(annotation, name) or name == "document"}
    if annotation.moves:
        ours["moves"] = [each._asdict() for each in annotation.moves]
    if annotation.extra:
        ours["extra"] = dict(annotation.extra)
    bodies = _bodies(annotation)
    return {
        "id": IDENTITY + quote(annotation.id, safe="", errors="surrogatepass"),
        "type": "Annotation",
        "motivation": _motivation(annotation),
        "created": annotation.created,
        "modified": annotation.modified,
        **({"creator": {"type": "Person", "name": annotation.author}} if annotation.author else {}),
        **({"body": bodies} if bodies else {}),
        "target": _targets(annotation),
        **{f"jueyi:{name}": value for name, value in ours.items()},
    }


def _motivation(annotation: Annotation) -> list[str]:
    """Why it was made: by its kind, else by what it holds."""
    motives = [_MOTIVES.get(annotation.kind, "classifying")] if annotation.kind else []
    motives += ["editing"] * bool(annotation.proposed) + ["commenting"] * bool(annotation.note)
    motives += ["tagging"] * bool(annotation.tags)
    return list(dict.fromkeys(motives)) or ["highlighting"]


def _bodies(annotation: Annotation) -> list[dict[str, str]]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags]
    if annotation.note:
        note = {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": annotation.note}
        bodies.append(note)
    if annotation.proposed:
        bodies.append(
            {"type": "TextualBody", "purpose": "editing", "format": "text/plain", "value": annotation.proposed}
        )
    return bodies


def _targets(annotation: Annotation) -> list[dict[str, Any]]:
    source = {"type": "SpecificResource", "source": address_of(annotation.document)}
    if annotation.selectors:
        return [{**source, "selector": _selector(each), **_rest(each)} for each in annotation.selectors]
    if not annotation.place:
        return [source]
    words = [{"type": "TextQuoteSelector", "exact": annotation.quote}] if annotation.quote else []
    return [{**source, "selector": [_fragment(annotation.place), *words], "jueyi:whole": True}]


def _selector(selector: Selector) -> list[dict[str, Any]]:
    """The paragraph, in it the position, and the words with what stands around them."""
    position = {"type": "TextPositionSelector", "start": selector.start, "end": selector.end}
    around = {"prefix": selector.prefix, "suffix": selector.suffix}
    words = {"type": "TextQuoteSelector", "exact": selector.quote, **around}
    return [{**_fragment(selector.place), "refinedBy": position}, words]


def _fragment(place: str) -> dict[str, Any]:
    return {"type": "FragmentSelector", "conformsTo": PLACES, "value": place}


def _rest(selector: Selector) -> dict[str, Any]:
    return {"jueyi:whole": selector.whole, "jueyi:rest": selector.rest, "jueyi:paragraph": selector.paragraph}


def address_of(key: str) -> str:
    """Where a document is published, or a name for one without a symbol."""
    symbol = Symbol.parse(key)
    return symbol.address if symbol and symbol.text == key else DOCUMENT + quote(key, safe="", errors="surrogatepass")


def key_of(address: str) -> str | None:
    """The key of the document at an address; None when it is no document of the United Nations."""
    if address.startswith(DOCUMENT):
        return unquote(address.removeprefix(DOCUMENT), errors="surrogatepass")
    symbol = Symbol.parse(address)
    return symbol.text if symbol else None


def is_ours(item: Mapping[str, Any]) -> bool:
    """Whether an annotation was written here, so that it is to come back as it was."""
    return isinstance(item.get("jueyi:document"), str)


def from_item(item: Mapping[str, Any]) -> Annotation:
    """An annotation that was written here.

    Raises:
        ValueError: something in it is missing or of another form; the message names it.
    """
    bodies, targets = listed(item.get("body")), [each for each in listed(item.get("target")) if isinstance(each, dict)]
    record: dict[str, Any] = {"place": "", "quote": "", **(item.get("jueyi:extra") or {})}
    record |= {name: item[f"jueyi:{name}"] for name in _OWN if f"jueyi:{name}" in item}
    record |= {name: item.get(name) for name in _DATES}
    record["tags"] = values(bodies, "tagging")
    record["note"] = "\n\n".join(values(bodies, "commenting"))
    record["proposed"] = "".join(values(bodies, "editing"))
    record["author"] = name_of(item.get("creator"))
    record["moves"] = item.get("jueyi:moves", [])
    record["selectors"] = [_selector_record(each) for each in targets if "jueyi:rest" in each]
    return Annotation.from_record(identity_of(item), record)


def _selector_record(target: Mapping[str, Any]) -> dict[str, Any]:
    by_type = {each.get("type"): each for each in listed(target.get("selector")) if isinstance(each, dict)}
    fragment, words = by_type.get("FragmentSelector", {}), by_type.get("TextQuoteSelector", {})
    position = fragment.get("refinedBy", {})
    return {
        "place": fragment.get("value"),
        "start": position.get("start"),
        "end": position.get("end"),
        "quote": words.get("exact"),
        "prefix": words.get("prefix", ""),
        "suffix": words.get("suffix", ""),
        "whole": target.get("jueyi:whole"),
        "rest": target.get("jueyi:rest"),
        "paragraph": target.get("jueyi:paragraph", ""),
    }


def identity_of(item: Mapping[str, Any]) -> str:
    """The id of an annotation that was written here.

    Raises:
        ValueError: it has none.
    """
    address = item.get("id")
    if not isinstance(address, str) or not address.startswith(IDENTITY):
        raise ValueError("id")
    return unquote(address.removeprefix(IDENTITY), errors="surrogatepass")


def listed(value: object) -> list[Any]:
    """What the model lets stand alone or in a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def values(bodies: Iterable[object], purpose: str) -> list[str]:
    """The texts of the bodies that serve a purpose."""
    return [
        each["value"]
        for each in bodies
        if isinstance(each, dict) and purpose in listed(each.get("purpose")) and isinstance(each.get("value"), str)
    ]


def name_of(creator: object) -> str:
    """What somebody is called."""
    first = next(iter(listed(creator)), "")
    name = first.get("name", first.get("nickname", "")) if isinstance(first, dict) else first
    return name if isinstance(name, str) else ""
