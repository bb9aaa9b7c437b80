"""A prompt with a list under it: type, move with the arrows, Enter takes the line at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Input, Static

from tui.commands import bindings
from tui.language import _
from tui.screens.panel import Panel
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Heading, Row, Rows

RowType = TypeVar("RowType", bound=Row)
Result = TypeVar("Result")


class Picker(Panel[Result], Generic[RowType, Result]):
    """What Goto, tags and search have in common. A subclass fills the list and says what choosing does."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("picker")]

    def __init__(self, title: Content, placeholder: str, *, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._placeholder = placeholder
        self._value = value

    def compose(self) -> ComposeResult:
        """Title, what is given already, prompt, list, hint."""
        with Vertical(classes="panel"):
            yield Static(self._title, classes="panel-title", markup=False)
            yield Static(id="given", markup=False)
            yield Input(self._value, placeholder=self._placeholder, compact=True, select_on_focus=False)
            yield Rows[RowType]()
            yield Static(id="words", markup=False)
            yield KeyHints()

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
        self.say_words(words)

    def say_words(self, words: str) -> None:
        """Say a sentence below the list, or none."""
        said = self.query_one("#words", Static)
        said.display = bool(words)
        said.update(Content(words))

    @on(Input.Changed)
    def prompt_changed(self, event: Input.Changed) -> None:
        """Other text stands in the prompt."""
        if event.value == self.text:
            self.typed(event.value)

    @on(Rows.Chosen)
    def row_clicked(self) -> None:
        """A click on a line."""
        self.chosen(self.list.current, self.text)

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if event.widget is self:
            self.action_close()

    def action_choose(self) -> None:
        """Take the line at the cursor, or what was typed."""
        self.chosen(self.list.current, self.text)

    def action_next(self) -> None:
        """Move the cursor of the list, as the others do, while the prompt keeps the focus."""
        self.list.action_cursor_down()

    def action_previous(self) -> None:
        """To the line before."""
        self.list.action_cursor_up()

    def action_page_down(self) -> None:
        """One page down."""
        self.list.action_page_down()

    def action_page_up(self) -> None:
        """One page up."""
        self.list.action_page_up()

    def action_first(self) -> None:
        """To the first line."""
        self.list.action_first()

    def action_last(self) -> None:
        """To the last line."""
        self.list.action_last()


def nothing_found(text: str) -> str:
    """What a list says when nothing matches."""
    return _("Nothing known matches “{text}”.").format(text=text)
