"""What is shown beside and among the text: one switch each. Which of them a user wants, a screen says."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """The switches of a reading pane. Without further words a pane shows the text with its tags and notes."""

    addresses: bool = False
    """The short address of each paragraph, left of its label."""
    counts: bool = False
    """How often the library cites a paragraph."""
    signs: bool = False
    """Which paragraphs bear tags and notes."""
    tags: bool = True
    """Tags, below their paragraph."""
    notes: bool = True
    """Notes, below their paragraph."""
    footnotes: bool = False
    """Footnotes, below the paragraph that calls them."""
    bar: bool = False
    """A scroll bar with what is marked and found."""

    def switched(self, name: str) -> View:
        """The view with one switch turned."""
        return self._replace(**{name: not getattr(self, name)})

    @property
    def names(self) -> tuple[str, ...]:
        """The switches that are on."""
        return tuple(name for name in SWITCHES if getattr(self, name))


SWITCHES = View._fields
"""The names of all switches."""


def view_of(names: tuple[str, ...]) -> View:
    """A view with these switches on and no others; unknown names are passed over."""
    return View(**{name: name in names for name in SWITCHES})
