"""Resolutions of organizations beside the United Nations: 世界卫生大会第WHA58.3号决议, A.1106(29)."""

from __future__ import annotations

from store.citations.references.parts import part_after
from store.citations.references.passage import Passage
from store.instruments.elsewhere import numbers_elsewhere

_BEHIND = ("号决议", "号决定", "号", "决议", "决定")


def find_elsewhere(passage: Passage) -> None:
    """Take up what a passage cites by such a number."""
    text = passage.spelled
    for start, end, identity in numbers_elsewhere(text):
        behind = next((words for words in _BEHIND if text.startswith(words, end)), "")
        part = part_after(text, end + len(behind))
        pinpoint = passage.text[slice(*part)] if part else None
        passage.add("other", (start, end), identity, "other-number", pinpoint=pinpoint)
