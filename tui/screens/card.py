"""The card of a document: what the library's texts call it, and every paragraph that cites it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

from store.document import Document
from store.errors import JueyiError
from store.library.card import Card, card_of, card_of_held
from tui.card_rows import CardRow, KinRow, MentionRow, kin_rows, mention_rows
from tui.card_words import Particular, count_of, particulars_of
from tui.commands import bindings
from tui.copying import copy_text
from tui.history import Position
from tui.instrument_words import standing_of
from tui.language import _
from tui.messages import LeaveScreen, OpenCard, OpenDocument
from tui.naming import NONE, display_name
from tui.notices import refuse, tell
from tui.relation_words import counts_words
from tui.screens.fetched import FetchedScreen
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

_ADDRESS = 16
"""Cells for which an address has room however narrow the window; a heading's is cut, so that sentences are seen."""
_MUTED = "$text-muted"


class CardScreen(NotedScreen, PeekingScreen, HintingScreen, FetchedScreen):
    """Shows a card; each citing paragraph, and each document that belongs to it, can be opened, or peeked at."""

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
        self._held: bool | None = None
        """Whether the library holds it; None before that is known."""
        self._widths = widths_for(workspace.config.ambiguous_width)

    @property
    def position(self) -> Position:
        """The card and the citing paragraph at the cursor."""
        row = next((rows.current for rows in self.query(Rows)), None)
        return Position("card", self._wanted.key, row.place if row else None)

    def compose(self) -> ComposeResult:
        """Head, particulars, citing paragraphs, hints."""
        yield TwoEnds(classes="head")
        yield Static(id="particulars", markup=False)
        yield Static(id="noted", markup=False)
        yield Static(id="counts", markup=False)
        yield Rows[CardRow](id="mentions")
        yield KeyHints()

    def on_mount(self) -> None:
        """Look the card up, unless the app is being left."""
        for rows in self.query(Rows):
            rows.focus()
            self.open(self._wanted)

    def open(self, position: Position) -> None:
        """Show another card, or another line of this one."""
        self._wanted, self._held = position, None
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

    def see_changes(self) -> None:
        """What is noted is shown; and the text may have come into the library: then the card becomes the document."""
        super().see_changes()
        if self._held is False and self.query(Rows):
            self.load(self._wanted)

    def on_screen_resume(self) -> None:
        """Likewise while another screen was on top."""
        self.see_changes()

    @work(thread=True, exclusive=True, group="card")
    def load(self, wanted: Position) -> None:
        """Gather what the library says."""
        library = self.workspace.library
        try:
            entry = next((each for each in library.known() if wanted.key in (each.symbol, each.key)), None)
            card = card_of_held(library, entry) if entry else card_of(library, wanted.key)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Loaded(wanted, card, entry is not None))

    @on(Loaded)
    def show_card(self, message: Loaded) -> None:
        """Show it, unless another is wanted by now."""
        if message.wanted != self._wanted or not self.query(Rows):
            return
        if self._held == message.held and self._card == message.card:
            return  # asked again, and nothing has changed
        card = self._card = message.card
        if self._held is False and message.held:
            tell(self, _("{key} is in the library now.").format(key=message.wanted.key))
            self.become_document(message.wanted.key)
            return
        self._held = message.held
        name = display_name(card.symbol)
        parts = [(card.symbol, "bold"), *([("   " + name, "")] if name != card.symbol else [])]
        standing = standing_of(card, message.held)
        self.query_one(TwoEnds).show(Content.assemble(*parts), Content.styled(standing, _MUTED))
        self.query_one("#particulars", Static).update(_particulars(card, self._widths))
        self.query_one("#counts", Static).update(_counts(card))
        self.see_changes()
        self.find_backlinks(card.symbol)
        rows = list(self._rows(card))
        self._list.show(rows, _index_of(rows, self._wanted.place))

    @on(Rows.Chosen)
    def jump(self, message: Rows.Chosen) -> None:
        """Go to the citing paragraph."""
        match self._list.current:
            case MentionRow(mention):
                self.post_message(OpenDocument(mention.document, mention.place))
            case KinRow(kin) if kin.key:
                self.post_message(OpenDocument(kin.key))
            case KinRow(kin) if kin.symbol:
                self.post_message(OpenCard(kin.symbol))

    def action_list_citing(self) -> None:
        """List who cites it, chosen by what they do."""
        if self._card and self._card.mentions:
            from tui.screens.citing import CitingScreen

            self.app.push_screen(CitingScreen(self._card.symbol, self._card.mentions, self._widths), self._go)
        elif self._card:
            tell(self, _("No document of the library cites it."))

    def action_fetch(self) -> None:
        """Bring its text into the library; show it where it is there."""
        if self._card and self._held:
            self.become_document(self._card.symbol)
        elif self._card:
            self.ask_for_text(self._card.symbol, self._card.links)

    @property
    def lacking(self) -> str | None:
        """The symbol of which the library does not hold the text."""
        return self._card.symbol if self._card and self._held is False else None

    def _go(self, request: OpenDocument | None) -> None:
        if request:
            self.post_message(request)

    def all_hinted(self) -> Iterator[Hinted]:
        """The citing paragraphs, and what belongs to it, in view."""
        for index, row in enumerate(self._list.rows):
            if not isinstance(row, Heading):
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
            _wanted_at(row),
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
        if link := self._address():
            self.app.open_url(link)
            tell(self, _("Asked the browser for {address}.").format(address=link))

    def action_copy_address(self) -> None:
        """Copy the official address."""
        if link := self._address():
            copy_text(self, link, _("the address"))

    def _address(self) -> str:
        """The official address; says so when there is none."""
        if self._card and not self._card.link:
            tell(self, _("No official address of {symbol} is known.").format(symbol=self._card.symbol))
        return self._card.link if self._card else ""

    def action_close(self) -> None:
        """Back to where one came from."""
        self.post_message(LeaveScreen())

    @property
    def _list(self) -> Rows[CardRow]:
        return self.query_one("#mentions", Rows)

    def _rows(self, card: Card) -> Iterator[CardRow | Heading]:
        series = card.family.of("series")
        near = [each for each in card.family.kin if each not in series]
        yield from kin_rows(near, self._widths)
        yield from mention_rows(card.mentions, self._widths)
        if series:
            yield Heading(Content.styled(_("series"), "bold"))
            yield from kin_rows(series, self._widths)


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
    by_treatment, by_part = counts_words(card.counts)
    return Content.assemble(*((cited, "bold"), " · ", inside, "        ", by_treatment), "\n", ("  " + by_part, _MUTED))


def _wanted_at(row: CardRow) -> str | Position:
    """What is seen when one peeks at a line."""
    if isinstance(row, MentionRow):
        return Position("document", row.mention.document, row.mention.place)
    return Position("document", row.kin.key) if row.kin.key else row.kin.symbol or ""


def _index_of(rows: list[CardRow | Heading], place: str | None) -> int:
    return next((n for n, row in enumerate(rows) if not isinstance(row, Heading) and row.place == place), 0)
