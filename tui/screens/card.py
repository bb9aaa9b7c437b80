"""The card of a document: what the library's texts call it, and every paragraph that cites it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from store.document import Document, Span
from store.errors import JueyiError
from store.library.card import Card, make_card
from store.library.mention import Mention
from tui.addresses import spoken_address
from tui.card_words import Particular, count_of, particulars_of
from tui.commands import bindings
from tui.copying import copy_text
from tui.excerpt import excerpt
from tui.history import Position
from tui.language import _
from tui.messages import LeaveScreen, OpenDocument
from tui.naming import NONE, display_name
from tui.notices import refuse, tell
from tui.screens.hinting import Hinted, HintingScreen
from tui.screens.noted import NotedScreen
from tui.screens.peeking import Origin, PeekingScreen
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Heading, Rows
from tui.widgets.two_ends import TwoEnds
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.target import Target

_MUTED = "$text-muted"


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A citing paragraph: its address, and its sentence with the number lit."""

    mention: Mention
    address_cells: int
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        mention = self.mention
        address = cell(spoken_address(mention.address), min(self.address_cells, width // 2), self.widths)
        spans = [Span(mention.at, mention.at + len(mention.citation.surface))]
        room = width - self.widths.measure(address) - 4
        sentence = excerpt(mention.sentence, spans, room, self.widths)
        return Content.assemble("  ", (address, _MUTED), "  ", sentence)


class CardScreen(NotedScreen, PeekingScreen, HintingScreen):
    """Shows a card; each citing paragraph can be opened, or peeked at."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("card")]

    class Loaded(Message):
        """The card was made."""

        def __init__(self, wanted: Position, card: Card, held: bool) -> None:
            super().__init__()
            self.wanted = wanted
            self.card = card
            self.held = held

    view: Literal["library", "reader", "card"] = "card"
    document: tuple[str, Document] | None = None

    def __init__(self, workspace: Workspace, position: Position) -> None:
        super().__init__()
        self.workspace = workspace
        self._wanted = position
        self._card: Card | None = None
        self._held = False
        self._widths = widths_for(workspace.config.ambiguous_width)

    @property
    def position(self) -> Position:
        """The card and the citing paragraph at the cursor."""
        row = next((rows.current for rows in self.query(Rows)), None)
        place = f"{row.mention.document}#{row.mention.place}" if row else None
        return Position("card", self._wanted.key, place)

    def compose(self) -> ComposeResult:
        """Head, particulars, citing paragraphs, hints."""
        yield TwoEnds(classes="head")
        yield Static(id="particulars", markup=False)
        yield Static(id="noted", markup=False)
        yield Static(id="counts", markup=False)
        yield Rows[MentionRow](id="mentions")
        yield KeyHints()

    def on_mount(self) -> None:
        """Look the card up, unless the app is being left."""
        for rows in self.query(Rows):
            rows.focus()
            self.open(self._wanted)

    def open(self, position: Position) -> None:
        """Show another card, or another line of this one."""
        self._wanted = position
        self.query_one(TwoEnds).show(Content.styled(position.key, "bold"), Content())
        self.load(position)

    @property
    def target(self) -> Target | None:
        """The card; a document that the library holds is annotated as such."""
        from store.annotations.target import card_target, document_target

        if self._card is None:
            return None
        name = self._card.names[0].text if self._card.names else ""
        return document_target(self._card.symbol, name) if self._held else card_target(self._card.symbol, name)

    @property
    def target_name(self) -> str:
        """What it is called."""
        return display_name(self._wanted.key)

    @work(thread=True, exclusive=True, group="card")
    def load(self, wanted: Position) -> None:
        """Gather what the library says."""
        library = self.workspace.library
        try:
            card = make_card(wanted.key, library.citing(wanted.key))
            held = any(entry.symbol == wanted.key for entry in library.known())
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Loaded(wanted, card, held))

    @on(Loaded)
    def show_card(self, message: Loaded) -> None:
        """Show it, unless another is wanted by now."""
        if message.wanted != self._wanted or not self.query(Rows):
            return
        card, self._held = message.card, message.held
        self._card = card
        name = display_name(card.symbol)
        parts = [(card.symbol, "bold"), *([("   " + name, "")] if name != card.symbol else [])]
        held = _("in the library") if message.held else _("not in the library")
        self.query_one(TwoEnds).show(Content.assemble(*parts), Content.styled(held, _MUTED))
        self.query_one("#particulars", Static).update(_particulars(card, self._widths))
        self.query_one("#counts", Static).update(_counts(card))
        self.see_changes()
        self.find_backlinks(card.symbol)
        rows = list(self._rows(card))
        self._list.show(rows, _index_of(rows, self._wanted.place))

    @on(Rows.Chosen)
    def jump(self, message: Rows.Chosen) -> None:
        """Go to the citing paragraph."""
        row = self._list.current
        if row is not None:
            self.post_message(OpenDocument(row.mention.document, row.mention.place))

    def all_hinted(self) -> Iterator[Hinted]:
        """The citing paragraphs in view."""
        for index, row in enumerate(self._list.rows):
            if isinstance(row, MentionRow):
                follow, peek = (partial(self._take, index, do) for do in (self._list.action_choose, self.action_peek))
                yield Hinted(self._list, partial(self._list.row_offset, index), follow, peek)

    def action_peek(self) -> None:
        """See the citing paragraph at the cursor."""
        origin = self._origin_here()
        if origin:
            self.peek_at(origin)

    def keep_beside(self, position: Position) -> None:
        """Have a citing paragraph beside the document that is read."""
        self.post_message(OpenDocument(position.key, position.place, beside=True))

    def _take(self, index: int, do: Callable[[], None]) -> None:
        self._list.focus()
        self._list.cursor = index
        do()

    def _origin_here(self) -> Origin | None:
        rows, row = self._list, self._list.current
        index = rows.cursor
        if row is None or index is None:
            return None
        return Origin(
            Position("document", row.mention.document, row.mention.place),
            cause=lambda: Region(*(rows.row_offset(index) or Offset()), 1, 1).translate(rows.content_region.offset),
            area=lambda: rows.content_region,
            go=rows.action_choose,
            next=self._next_origin,
        )

    def _next_origin(self) -> Origin | None:
        before = self._list.cursor
        self._list.action_cursor_down()
        return self._origin_here() if self._list.cursor != before else None

    def action_open_address(self) -> None:
        """Open the official text in the browser."""
        if self._card:
            self.app.open_url(self._card.link)
            tell(self, _("Asked the browser for {address}.").format(address=self._card.link))

    def action_copy_address(self) -> None:
        """Copy the official address."""
        if self._card:
            copy_text(self, self._card.link, _("the address"))

    def action_close(self) -> None:
        """Back to where one came from."""
        self.post_message(LeaveScreen())

    @property
    def _list(self) -> Rows[MentionRow]:
        return self.query_one("#mentions", Rows)

    def _rows(self, card: Card) -> Iterator[MentionRow | Heading]:
        addresses = max((self._widths.measure(spoken_address(m.address)) for m in card.mentions), default=0)
        for key, mentions in card.by_document:
            yield Heading(Content.styled(key, "bold"))
            for mention in mentions:
                yield MentionRow(mention, addresses, self._widths)


def _particulars(card: Card, widths: Widths) -> Content:
    told = particulars_of(card)
    room = max(widths.measure(each.label) for each in told) + 3
    return Content("\n").join(_particular(each, room, widths) for each in told)


def _particular(told: Particular, room: int, widths: Widths) -> Content:
    text = (visible(told.text), _MUTED if told.text == NONE else "")
    source = ("  " + visible(told.source) if told.source else "", _MUTED)
    return Content.assemble((cell(told.label, room, widths), _MUTED), text, source)


def _counts(card: Card) -> Content:
    cited, inside = count_of(card)
    if not cited:
        return Content.styled(_("No document of the library cites it."), _MUTED)
    return Content.assemble((cited, "bold"), " · ", inside)


def _index_of(rows: list[MentionRow | Heading], place: str | None) -> int:
    for index, row in enumerate(rows):
        if isinstance(row, MentionRow) and f"{row.mention.document}#{row.mention.place}" == place:
            return index
    return 0
