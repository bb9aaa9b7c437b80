"""The lines of a card and of the list of those who cite: citing paragraphs, and what belongs to the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from textual.content import Content

from store.document import Span
from store.library.families.kin import Kin
from store.library.mention import Mention
from tui.addresses import spoken_address
from tui.excerpt import excerpt
from tui.language import _
from tui.relation_words import doubt_word, kin_name, relation_name, why_words
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.rows import Heading

MUTED = "$text-muted"


_ADDRESS = 18
"""Cells that an address may take where the window is narrow."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A citing paragraph: its address, and its sentence with the number lit."""

    mention: Mention
    address_cells: int
    widths: Widths
    selectable: ClassVar[bool] = True

    @property
    def place(self) -> str:
        """By which it is found again."""
        return f"{self.mention.document}#{self.mention.place}"

    def line(self, width: int) -> Content:
        """Its row."""
        mention = self.mention
        address = cell(spoken_address(mention.address), min(self.address_cells, max(_ADDRESS, width // 4)), self.widths)
        spans = [Span(mention.at, mention.at + len(mention.citation.surface))]
        room = width - self.widths.measure(address) - 4
        sentence = excerpt(mention.sentence, spans, room, self.widths)
        return Content.assemble("  ", (address, MUTED), "  ", sentence)


@dataclass(frozen=True, slots=True)
class KinRow:
    """A document that belongs to this one, and why that is thought."""

    kin: Kin
    label_cells: int
    widths: Widths
    selectable: ClassVar[bool] = True

    @property
    def place(self) -> str:
        """By which it is found again."""
        return f"{self.kin.relation}#{self.kin.key or self.kin.symbol}"

    def line(self, width: int) -> Content:
        """Its row: what it is, which, whether the library holds it, and the reason in a softer tone."""
        label = cell(self._label, min(self.label_cells, width // 3), self.widths)
        held = _("in your library") if self.kin.key else ""
        tail = "  ".join(filter(None, (held, self._why)))
        room = width - self.widths.measure(label) - 4
        name = self.widths.clip(visible(kin_name(self.kin)), room)
        rest = room - self.widths.measure(name) - 2
        said = self.widths.clip(visible(tail), rest) if rest > 8 else ""
        return Content.assemble("  ", (label, MUTED), "  ", (name, "$accent"), "  ", (said, MUTED))

    @property
    def _why(self) -> str:
        """The members of a series share their reason, which the title says already."""
        listed = self.kin.relation == "series" and self.kin.reasons[0].words == self.kin.title
        return doubt_word(self.kin) if listed else why_words(self.kin)

    @property
    def _label(self) -> str:
        return str(self.kin.year or "–") if self.kin.relation == "series" else relation_name(self.kin)


CardRow = MentionRow | KinRow


def mention_rows(mentions: Iterable[Mention], widths: Widths) -> Iterator[MentionRow | Heading]:
    """The citing paragraphs under the documents that they are of."""
    kept = tuple(mentions)
    addresses = max((widths.measure(spoken_address(m.address)) for m in kept), default=0)
    for key, those in groupby(kept, attrgetter("document")):
        yield Heading(Content.styled(visible(key), "bold"))
        for mention in _one_a_paragraph(tuple(those)):
            yield MentionRow(mention, addresses, widths)


def _one_a_paragraph(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Every number and symbol; a name only where its paragraph has no row yet, as some say it in each sentence."""
    shown = {mention.place for mention in mentions if mention.citation.is_numbered}
    for mention in mentions:
        if mention.citation.is_numbered:
            yield mention
        elif mention.place not in shown:
            shown.add(mention.place)
            yield mention


def kin_rows(kin: Iterable[Kin], widths: Widths) -> list[KinRow]:
    """What belongs to the document, labels of one width."""
    kept = tuple(kin)
    labels = max((widths.measure(relation_name(each)) for each in kept if each.relation != "series"), default=4)
    return [KinRow(each, labels, widths) for each in kept]
