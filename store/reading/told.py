"""What the user said of one line of the source, which goes before every rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store.document import BlockType


@dataclass(frozen=True, slots=True)
class Told:
    """What a line is by the user's word; what stays open is left to the rules."""

    role: Literal["text", "furniture", "note"] = "text"
    turn: int = 0
    """Which of the corrections said so: the lines of one footnote have one turn."""
    note: str = ""
    """The label of the footnote."""
    begins: bool | None = None
    """Whether a block begins with the line, or it goes on the one before; None leaves that to the rules."""
    type: BlockType | None = None
    """What the block that begins with it is."""
    label: str | None = None
    """The label of that block as printed; empty for none."""
