"""A paragraph while it is being put together from lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from store.document import BlockType
from store.reading.labels import Label
from store.reading.lines import Line

Form = Literal["heading", "numbered", "item", "chapeau", "plain"]

_INSIDE = frozenset("，。；,")
"""Marks that stand inside running text."""
_FIRST = 3
"""Lines that tell whether a text is running."""

_NAME = 64
"""Characters of the name of an organ or the date of an adoption, at most."""


@dataclass(slots=True)
class Draft:
    """Lines that make one block."""

    form: Form
    lines: list[Line]
    label: Label | None = None
    depth: int = 0
    """Of an item: 1 for an item of a paragraph."""
    joined_over: list[int] = field(default_factory=list)
    """Positions in `lines` at which a line was joined though the evidence was thin."""
    out_of_sequence: bool = False
    closed: bool = False
    """Nothing goes on with it: it is the caption of a table."""
    opens_resolution: bool = False
    """Of a heading: it is the title of one of several resolutions."""
    opens_part: bool = False
    """Of a heading: a part of a resolution begins, which may have a preamble of its own."""
    speaks: bool = False
    """It stands in the text of a resolution."""
    told: BlockType | None = None
    """What it is by the user's word."""

    @property
    def bare(self) -> bool:
        """Whether it is a heading of a number alone, "第一条": that is all its text."""
        return (
            self.form == "heading"
            and self.label is not None
            and len(self.lines) == 1
            and self.label.end >= len(self.lines[0].text)
        )

    @property
    def awaits_text(self) -> bool:
        """Whether it is a number or letter alone so far: the line below is what it numbers."""
        label = self.label
        if self.form not in ("numbered", "item") or label is None or label.style == "article":
            return False
        return len(self.lines) == 1 and label.end >= len(self.last.text)

    @property
    def is_target(self) -> bool:
        """Whether its number has two parts, as those of the targets of a goal: "1.2"."""
        return self.form == "numbered" and self.label is not None and self.label.style == "decimal"

    @property
    def is_running(self) -> bool:
        """Whether it is a numbered paragraph whose first lines hold the marks of running text: it ends with a stop."""
        return self.form == "numbered" and any(_INSIDE & set(line.text) for line in self.lines[:_FIRST])

    @property
    def text(self) -> str:
        """Its lines run together."""
        return "".join(line.text for line in self.lines)

    @property
    def head(self) -> str:
        """Its lines run together, as far as it takes to see that it is longer than a name or a date."""
        found = ""
        for line in self.lines:
            found += line.text
            if len(found) > _NAME:
                break
        return found

    @property
    def last(self) -> Line:
        """The line it ends with so far; the call of a note on a line of its own is none."""
        if len(self.lines) > 1 and self.lines[-1].text.isdecimal() and self.lines[-1].label is None:
            return self.lines[-2]
        return self.lines[-1]


Body = Sequence[Line]
