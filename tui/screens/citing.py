"""Who cites a document, or one paragraph of it, chosen by what the citing texts do to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.library.mention import Mention
from store.library.treatments import chosen, count_all
from tui.card_rows import MentionRow, mention_rows
from tui.commands import bindings
from tui.language import _, n_
from tui.messages import OpenDocument
from tui.relation_words import part_name, treatment_name
from tui.screens.panel import Panel
from tui.typeset import Widths, visible
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Heading, Rows

Way = tuple[str | None, str | None]
"""A treatment and a part, of which one is chosen at most."""


class CitingScreen(Panel[OpenDocument]):
    """Returns the request to go to a citing paragraph."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("citing")]

    def __init__(
        self, name: str, mentions: Sequence[Mention], widths: Widths, place: tuple[str, Sequence[Mention]] | None = None
    ) -> None:
        """Take what is cited, its mentions, and where one paragraph is meant its address and mentions of just that."""
        super().__init__()
        self._name_of_all, self._all = name, mentions
        self._place = place
        self._widths = widths
        self._narrow = bool(place and place[1])
        self._way = 0

    def compose(self) -> ComposeResult:
        """What is cited, the ways, the list, hints."""
        with Vertical(classes="panel"):
            yield Static(id="count", classes="panel-title", markup=False)
            yield Static(id="ways", markup=False)
            yield Rows[MentionRow]()
            yield KeyHints()

    def on_mount(self) -> None:
        """The arrows move in the list."""
        self.query_one(Rows).focus()
        self._fill()

    @on(Rows.Chosen)
    def go(self) -> None:
        """Go there."""
        row = self.query_one(Rows).current
        if isinstance(row, MentionRow):
            self.dismiss(OpenDocument(row.mention.document, row.mention.place))

    def action_next_way(self) -> None:
        """Only the citations of the next treatment or part."""
        self._turn(1)

    def action_previous_way(self) -> None:
        """Only those of the one before."""
        self._turn(-1)

    def action_scope(self) -> None:
        """Change between the paragraph and the document."""
        self._narrow, self._way = not self._narrow, 0
        self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A card has no paragraphs."""
        return action != "scope" or self._place is not None

    @property
    def way(self) -> Way:
        """By what is chosen."""
        return self._ways[self._way % len(self._ways)]

    @property
    def _mentions(self) -> Sequence[Mention]:
        return self._place[1] if self._narrow and self._place else self._all

    @property
    def _ways(self) -> list[Way]:
        """All, then each treatment, then each part."""
        counts = count_all(self._mentions)
        return [(None, None), *((name, None) for name in counts.treatments), *((None, part) for part in counts.parts)]

    def _turn(self, step: int) -> None:
        self._way = (self._way + step) % len(self._ways)
        self._fill()

    def _fill(self) -> None:
        kept = chosen(self._mentions, *self.way)
        rows: list[MentionRow | Heading] = list(mention_rows(kept, self._widths))
        self.query_one(Rows).show(rows)
        self.query_one("#count", Static).update(self._title(len(kept)))
        self.query_one("#ways", Static).update(self._ways_line())

    def _title(self, shown: int) -> Content:
        what = self._place[0] if self._narrow and self._place else self._name_of_all
        cited = n_("cited in {count} place", "cited in {count} places", shown).format(count=shown)
        return Content.assemble((visible(what), "bold"), "  ", (cited, "$text-muted"))

    def _ways_line(self) -> Content:
        """The ways with their counts, the chosen one lit; treatments on one line and parts on the next."""
        counts = count_all(self._mentions)
        said = [_("all {count}").format(count=len(self._mentions))]
        said += [f"{treatment_name(name)} {number}" for name, number in counts.treatments.items()]
        parts_from = len(said)
        said += [f"{part_name(part)} {number}" for part, number in counts.parts.items()]
        turn = self._way % len(self._ways)
        shown = [Content.styled(words, "bold $accent" if n == turn else "$text-muted") for n, words in enumerate(said)]
        gap = Content("  ")
        return Content("\n").join((gap.join(shown[:parts_from]), gap.join(shown[parts_from:])))
