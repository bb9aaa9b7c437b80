"""What an annotation says, on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from store.annotations.records import Annotation
from tui.language import language

if TYPE_CHECKING:
    from store.annotations.kinds import Kind

_BETWEEN = "  "


def noted_words(annotation: Annotation, kinds: Mapping[str, Kind]) -> str:
    """Kind, tags, proposed words and note of an annotation."""
    from store.annotations.kinds import kind_named
    from tui.widgets.marks import KIND

    kind = f"{KIND} {kind_named(kinds, annotation.kind).label(language())}" if annotation.kind else ""
    tags = (f"# {tag}" for tag in annotation.tags)
    words = (" ".join(text.split()) for text in (annotation.proposed, annotation.note))
    return _BETWEEN.join(filter(None, (kind, *tags, *words)))
