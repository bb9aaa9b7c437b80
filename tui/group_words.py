"""What groups of annotations are called, and kinds of annotations, in the language of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.annotations.kinds import kind_named, kinds_of
from store.listing.filtering import Labels
from store.listing.groups import Grouping
from tui.language import N_, _, language
from tui.naming import display_name

GROUPINGS: Mapping[Grouping, str] = {
    "document": N_("by document"),
    "tag": N_("by tag"),
    "kind": N_("by kind"),
    "date": N_("by day"),
    "month": N_("by month"),
    "author": N_("by author"),
    "cited": N_("by resolution cited"),
}
"""What the list is grouped by."""

_NONE: Mapping[Grouping, str] = {
    "tag": N_("without a tag"),
    "kind": N_("tags and notes"),
    "author": N_("without a name"),
    "cited": N_("citing no other document"),
}
"""The group of what has none."""


def group_words(by: Grouping, name: str, settings: Mapping[str, Any]) -> str:
    """The heading of a group.

    Args:
        by: What it is grouped by.
        name: What its annotations have in common.
        settings: What the user's settings say of kinds.
    """
    if not name:
        return _(_NONE[by]) if by in _NONE else "–"
    if by == "tag":
        return f"# {name}"
    if by == "kind":
        return kind_label(settings, name)
    if by == "cited":
        display = display_name(name)
        return name if display == name else f"{name}  {display}"
    return name


def kind_label(settings: Mapping[str, Any], name: str) -> str:
    """What a kind of annotation is called; nothing for none."""
    return kind_named(kinds_of(settings), name).label(language()) if name else ""


def kind_labels(settings: Mapping[str, Any]) -> Labels:
    """All that a kind may be called in a filter, in both languages."""
    kinds = kinds_of(settings)

    def labels(name: str) -> tuple[str, str]:
        kind = kind_named(kinds, name)
        return kind.chinese, kind.english

    return labels
