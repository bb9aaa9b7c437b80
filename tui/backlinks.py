"""The notes that lead to a document or a card: what the other side of a link shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from store.annotations.shelf import Shelf
from store.citations.note_links import pointing_to
from tui.messages import OpenCard, OpenDocument
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.page.gutter import short_address

_DIGITS = re.compile(r"\d+")
_ADDRESS = 24


@dataclass(frozen=True, slots=True)
class BacklinkRow:
    """A note that leads to what one looks at."""

    where: str
    words: str
    """The note on one line."""
    request: OpenCard | OpenDocument
    """Where it stands."""
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        where = cell(visible(self.where), min(_ADDRESS, width // 3), self.widths)
        return Content.assemble((where, "$text-muted"), "  ", visible(self.words))


def backlinks(shelf: Shelf, key: str, widths: Widths) -> list[BacklinkRow]:
    """All notes that lead to a document, by its key or symbol; for workers.

    Raises:
        StoreUnavailable: the annotations can't be read.
    """
    digits = _DIGITS.findall(key)
    found = []
    for each, _link in pointing_to(shelf.holding(digits[-1] if digits else key), key):
        where = f"{each.document} {short_address(each.place) or each.place}".strip()
        card = each.scope == "card"
        request = OpenCard(each.document) if card else OpenDocument(each.document, each.place or None)
        found.append(BacklinkRow(where, " ".join(each.note.split()), request, widths))
    return found
