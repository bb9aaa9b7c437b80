"""A prompt with a list under it: type, move with the arrows, Enter takes the line at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.language import N_, _
from tui.screens.repainted import Repainted
from tui.widgets.rows import Heading, Row, Rows

RowType = TypeVar("RowType", bound=Row)
Result = TypeVar("Result")


class Picker(ModalScreen[Result], Repainted, Generic[RowType, Result]):
    """What Goto, tags and search have in common. A subclass fills the list and says what choosing does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", N_("close"), id="picker.cancel"),
        Binding("down,ctrl+n", "move('cursor_down')", N_("down"), show=False, id="picker.down", priority=True),
        Binding("up,ctrl+p", "move('cursor_up')", N_("up"), show=False, id="picker.up", priority=True),
        Binding("pagedown", "move('page_down')", N_("page"), show=False, id="picker.page-down", priority=True),
        Binding("pageup", "move('page_up')", N_("page up"), show=False, id="picker.page-up", priority=True),
    ]

    def __init__(self, title: Content, placeholder: str, hint: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._placeholder = placeholder
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        """Title, what is given already, prompt, list, hint."""
        with Vertical(classes="panel"):
            yield Static(self._title, classes="panel-title", markup=False)
            yield Static(id="given", markup=False)
            yield Input(self._value, placeholder=self._placeholder, compact=True, select_on_focus=False)
            yield Rows[RowType]()
            yield Static(id="words", markup=False)
            yield Static(Content(self._hint), classes="panel-hint", markup=False)

    def on_mount(self) -> None:
        """One types at once."""
        self.query_one(Rows).can_focus = False
        self.query_one(Input).focus()
        self.typed(self._value)

    def typed(self, text: str) -> None:
        """Other text stands in the prompt."""
        raise NotImplementedError

    def chosen(self, row: RowType | None, text: str) -> None:
        """Enter was pressed: the line at the cursor, if any, and the text in the prompt."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """What stands in the prompt."""
        return self.query_one(Input).value

    @property
    def list(self) -> Rows[RowType]:
        """The list."""
        return self.query_one(Rows)

    def show_rows(self, rows: Sequence[RowType | Heading], words: str = "", cursor: int | None = 0) -> None:
        """Fill the list, and say a sentence below it."""
        self.list.show(rows, cursor)
        self.list.display = bool(rows)
        said = self.query_one("#words", Static)
        said.display = bool(words)
        said.update(Content(words))

    @on(Input.Changed)
    def prompt_changed(self, event: Input.Changed) -> None:
        """Other text stands in the prompt."""
        if event.value == self.text:
            self.typed(event.value)

    @on(Input.Submitted)
    def prompt_entered(self) -> None:
        """Enter in the prompt."""
        self.chosen(self.list.current, self.text)

    @on(Rows.Chosen)
    def row_clicked(self) -> None:
        """A click on a line."""
        self.chosen(self.list.current, self.text)

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if event.widget is self:
            self.action_cancel()

    def action_move(self, how: str) -> None:
        """Move the cursor of the list while the prompt keeps the focus."""
        getattr(self.list, f"action_{how}")()

    def action_cancel(self) -> None:
        """Close with nothing chosen."""
        self.dismiss(None)


def nothing_found(text: str) -> str:
    """What a list says when nothing matches."""
    return _("Nothing known matches “{text}”.").format(text=text)
