"""The line that takes what is typed while letters are laid over what can be followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.commands import bindings, command_of
from tui.language import _, n_
from tui.letters import letter_words, still_meant
from tui.shown_keys import key_shown
from tui.widgets.letters import TakesKeys


class HintLine(Widget, TakesKeys, can_focus=True):
    """Takes the letters, and says what they do. It stands in the place of the hints for keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"hint-line--key"}
    DEFAULT_CSS = """
    HintLine {
        dock: bottom; height: 1; padding: 0 1; color: $text-muted; background: $background;
        & > .hint-line--key { color: $foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("hints"), *bindings("panel")]

    typed: reactive[str] = reactive("", init=False)
    """The letters typed so far."""

    @dataclass
    class Narrowed(Message):
        """Other words are left."""

        line: HintLine

    @dataclass
    class Taken(Message):
        """A word was typed; the keys were given back by then."""

        line: HintLine
        turn: int
        """Index of the thing it stands for."""
        peeks: bool
        """Whether one wants to see what is there, and not to go."""

    @dataclass
    class Ended(Message):
        """No letters are wanted any more."""

        line: HintLine

    def __init__(self, count: int) -> None:
        super().__init__()
        self.words = letter_words(count)
        """Of each thing, in their order."""
        self._focused_before: Widget | None = None

    @property
    def left(self) -> list[str]:
        """The words that begin with what was typed."""
        return still_meant(self.words, self.typed)

    def begin(self) -> None:
        """Take the keys."""
        self._focused_before = self.screen.focused
        self.focus()

    def end(self) -> None:
        """Give the keys back and vanish."""
        self._give_back()
        self.post_message(self.Ended(self))

    def watch_typed(self) -> None:
        """Say that others are left."""
        self.refresh()
        self.post_message(self.Narrowed(self))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """No key of the screen or the app works meanwhile, but the one that leaves."""
        leaving = command_of("app.quit")
        return leaving is None or key not in leaving.binding_keys

    def on_key(self, event: events.Key) -> None:
        """Take a letter that begins or continues a word; one that does neither is passed over."""
        letter = event.character or ""
        if not letter.isalpha():
            return
        event.stop()
        typed = self.typed + letter.lower()
        if typed in self.words:
            self._take(typed, peeks=letter.isupper())
        elif still_meant(self.words, typed):
            self.typed = typed

    def on_blur(self) -> None:
        """End when something else is used, but not when the terminal loses the focus."""
        if self.app.app_focus and self.screen.focused is not self and self.display:
            self.end()

    def action_take_first(self) -> None:
        """Take the first that is left."""
        self._take(self.left[0], peeks=False)

    def action_take_back(self) -> None:
        """Take the last letter back; before the first, end."""
        if self.typed:
            self.typed = self.typed[:-1]
        else:
            self.end()

    def action_end(self) -> None:
        """End with nothing followed."""
        self.end()

    async def action_help(self) -> None:
        """Show these keys."""
        await self.app.run_action("help")

    def render(self) -> Content:
        """What was typed, how many are left, what the keys do."""
        left = n_("{count} link", "{count} links", len(self.left)).format(count=len(self.left))
        parts = [(self.typed or "…", ".hint-line--key"), ("  " + left + "  ", "")]
        keys = (("take-first", _("the first")), ("take-back", _("a letter back")), ("end", _("leave")))
        parts += [(_("Shift+last letter"), ".hint-line--key"), (f" {_('peek')}  ", "")]
        for name, said in keys:
            parts += [(key_shown(self, f"hints.{name}"), ".hint-line--key"), (f" {said}  ", "")]
        return Content.assemble(*parts)

    def _take(self, word: str, *, peeks: bool) -> None:
        self._give_back()
        self.post_message(self.Taken(self, self.words.index(word), peeks))
        self.post_message(self.Ended(self))

    def _give_back(self) -> None:
        if self.screen.focused is self and self._focused_before is not None:
            self.screen.set_focus(self._focused_before, scroll_visible=False)
        self.display = False
