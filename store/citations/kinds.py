"""The kinds of doubts that citations raise."""

from __future__ import annotations

OPEN = ("open-organ", "open-year")
"""Of a citation whose document stays open; a link or the user may settle it."""
CONTRADICTIONS = ("list-order", "not-yet", "future-date", "date-session", "other-date", "other-title", "other-organ")
"""Of what a citation says that its document can't be, or that another mention says otherwise."""
DOUBTS = frozenset((*OPEN, *CONTRADICTIONS, "number-shape", "misread-symbol", "other-link"))
"""All of them."""
