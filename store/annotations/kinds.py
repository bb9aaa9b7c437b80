"""The kinds of annotations that the work needs: agreed language, our amendment, a question, a translation, a check.

Their stable names stand in records; what they are called, their colours and keys, settings may change. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

HIGHLIGHT, AMENDMENT = "highlight", "amendment"
"""The kinds that do something of their own: one has a key of the reader, one holds proposed words."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of annotation."""

    name: str
    """Stable, as records hold it."""
    chinese: str
    english: str
    colour: str
    """A colour as for tags, see `tag_book.COLOURS`."""
    key: str
    """One letter, in the list of what can be put on a place; empty for none."""

    def label(self, language: str) -> str:
        """What it is called in a language of the interface, "zh" or "en"."""
        return self.chinese if language == "zh" else self.english


KINDS = (
    Kind("agreed", "商定措辞", "agreed language", "green", "a"),
    Kind(AMENDMENT, "我方修正", "our amendment", "red", "m"),
    Kind("question", "问题", "question", "violet", "q"),
    Kind("translation", "译法", "translation", "blue", "l"),
    Kind("check", "待核", "to be checked", "orange", "c"),
    Kind(HIGHLIGHT, "划线", "highlight", "yellow", "h"),
)
"""Those of every user, in the order in which they are offered."""


EVERY_KIND: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in KINDS})
"""The same by name."""


def kinds_of(settings: Mapping[str, Any]) -> dict[str, Kind]:
    """The kinds by name, as the settings have them; what they say wrongly is left as it is.

    Args:
        settings: By name, "label", "colour" and "key" as far as they are to be otherwise, or False for a kind that is
            not wanted. Names that are not known are kinds of the user's own.
    """
    found = dict(EVERY_KIND)
    for name, wish in settings.items():
        if wish is False:
            found.pop(name, None)
        elif isinstance(wish, Mapping):
            found[name] = _changed(found.get(name) or Kind(name, name, name, "grey", ""), wish)
    return found


def kind_named(kinds: Mapping[str, Kind], name: str) -> Kind:
    """The kind of an annotation, also of one that is not wanted any more or that a later version knows."""
    known = kinds.get(name) or next((kind for kind in KINDS if kind.name == name), None)
    return known or Kind(name, name, name, "grey", "")


def kind_called(kinds: Mapping[str, Kind], name: str) -> str:
    """The kind that a reader names, by its stable name or as it is called in either language."""
    called = (kind.name for kind in (*kinds.values(), *KINDS) if name in (kind.chinese, kind.english))
    return name if name in kinds else next(called, name)


def _changed(kind: Kind, wish: Mapping[str, Any]) -> Kind:
    label = wish.get("label")
    if isinstance(label, str):
        kind = replace(kind, chinese=label, english=label)
    said = {name: wish[name] for name in ("colour", "key") if isinstance(wish.get(name), str)}
    return replace(kind, **said)
