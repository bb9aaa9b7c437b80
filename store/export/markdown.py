"""Annotations as Markdown, for a paper or a brief: what a template makes of them.

The same annotations give the same bytes: nothing in it tells when it was written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from store.annotations.kinds import EVERY_KIND, Kind
from store.export.arrange import Order, arranged
from store.export.regions import Region, fresh
from store.export.sections import Section
from store.export.templates import order_of, rendered
from store.export.words import words
from store.library.citing import Language
from store.progress import Progress, silent

__all__ = ["Section", "Style", "regions_of", "to_markdown"]


@dataclass(frozen=True, slots=True)
class Style:
    """How annotations are shown."""

    template: str = "notes"
    order: Order | None = None
    """By what they are grouped; None leaves it to the template."""
    language: Language = "zh"
    """Of citations and of all words that are not the user's or a document's."""
    author: str = ""
    """Who signs."""
    held: Collection[str] = frozenset()
    """Symbols of the library's documents."""
    kinds: Mapping[str, Kind] = field(default_factory=lambda: EVERY_KIND)
    """What kinds are called."""


PLAIN = Style()


def to_markdown(sections: Iterable[Section], style: Style = PLAIN, progress: Progress = silent) -> str:
    """All sections that have annotations, as a new file; an empty text when none has."""
    return fresh(regions_of(sections, style, progress))


def regions_of(sections: Iterable[Section], style: Style = PLAIN, progress: Progress = silent) -> list[Region]:
    """The same in parts, by which a file that is there is brought up to date.

    Raises:
        TemplateFault: the template is missing or wrong.
        Cancelled: `progress` said so.
    """
    order = style.order or order_of(style.template)
    groups = arranged(sections, order, style.language, style.held, style.kinds, progress)
    if not groups:
        return []
    context = {"groups": groups, "words": words(style.language), "language": style.language, "author": style.author}
    return rendered(style.template, context, progress)
