"""A random walk over the app: keys, text, mouse, paste, focus and sizes, all from a seed."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from painting import paint
from textual._xterm_parser import XTermParser
from textual.events import AppBlur, AppFocus, Event, Paste
from textual.pilot import Pilot
from textual.worker import WorkerCancelled
from typing_keys import key_event

from tui.app import JueyiApp
from tui.commands import commands

SIZES = [(80, 24), (120, 36), (30, 10), (60, 15), (200, 50), (20, 6), (4, 2), (1, 1)]
PATIENCE = 60.0
"""Seconds after which an app that does not come to rest counts as hung."""

_BURSTS = (0, 1, 5, 12, 24, 48)
"""How many steps follow at once on one, before the walk waits for the app."""
_PAUSES = 30
_REMEMBERED = 30
"""How many of the last steps a failure names."""
_COMMANDS = [key for command in commands() for key in command.binding_keys]
_EDITING = [
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "enter", "space"),
    *("backspace", "delete", "ctrl+a", "ctrl+e", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+x", "ctrl+c", "ctrl+v", "ctrl+z"),
    *("ctrl+y", "ctrl+s", "ctrl+left", "ctrl+right", "shift+left", "shift+down", "shift+home", "ctrl+home", "ctrl+end"),
    *("f1", "f2", "f3", "f5", "f6", "f7", "f10", "ctrl+d", "ctrl+o", "ctrl+r", "ctrl+l", "alt+up", "ctrl+shift+z"),
]
_LEAVING = ["escape", "escape", "escape", "q", "enter", "backspace"]
_TYPED = "abcdefgijklmnopqrstuvwxyzGN0123456789/#.()-,:[]\\'\" 大会决议第段落脚注贩运人口，。（）“”—…①⁵é👩🀄"
_PASTED = [
    *(
        "64/293",
        "第64/293号决议",
        "A/C.3/80/L.4#op5",
        "PP3",
        "7a",
        "贩运人口",
        "[/]",
        "[b]x[/b]",
        "[@click=app.quit]x[/]",
    ),
    *(
        "一行\n两行\r\n三行\n",
        "\x00\x07\x1b[31m红\x1b[0m",
        "e\u0301\u200b\u202e倒\ufeff",
        "",
        " ",
        "👨\u200d👩\u200d👧",
        "决议" * 3000,
    ),
]


_HOME = [*["escape"] * 4, "g", *"A/C.3/80/L.4", "enter"]
"""To the text of a document, from anywhere."""

TOUR = {
    "TagScreen": "t",
    "NoteScreen": "a",
    "HitsScreen": "L",
    "NotesScreen": "l",
    "ExportScreen": "e",
    "FilterScreen": "x",
    "ViewScreen": "f4",
    "FootnoteScreen": "f3",
    "DetailsScreen": "i",
    "HelpScreen": "question_mark",
    "Palette": "ctrl+p",
    "ThemeScreen": "T",
    "SearchScreen": "ctrl+f",
    "GotoScreen": "g",
    "BookmarkScreen": "m",
    "BookmarksScreen": "M",
    "RecentScreen": "ctrl+r",
    "TrailScreen": "h",
}
"""The screens over the text, with the keys that open them there."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a user or a terminal does; `keys` presses count towards the length of the walk."""

    kind: str
    detail: str | tuple[int, int]


def steps(random: Random, keys: int) -> Iterator[Step]:
    """So many key presses, with what else happens between them."""
    pressed = 0
    while pressed < keys:
        kind = random.choices(
            ("command", "editing", "leaving", "typed", "mouse", "paste", "focus", "size"), (50, 14, 16, 20, 4, 1, 1, 1)
        )[0]
        match kind:
            case "mouse":
                yield Step("mouse", random.choice(("click", "click", "double", "drag", "up", "down", "move", "right")))
            case "paste":
                yield Step("paste", random.choice(_PASTED))
            case "focus":
                yield Step("focus", random.choice(("in", "out")))
            case "size":
                yield Step("size", random.choices(SIZES, (3, 1, 5, 5, 0.3, 2, 1, 1))[0])
            case _:
                among = {"command": _COMMANDS, "editing": _EDITING, "leaving": _LEAVING, "typed": _TYPED}[kind]
                pressed += 1
                yield Step("key", random.choice(among))


class Walk:
    """One walk through one running app."""

    def __init__(self, app: JueyiApp, pilot: Pilot[None], seed: int) -> None:
        self._app = app
        self._pilot = pilot
        self._random = Random(seed)
        self._seed = seed
        self._last: deque[Step] = deque(maxlen=_REMEMBERED)
        self._parser = XTermParser()
        self._where = ""
        self.seen: Counter[str] = Counter()
        """How often each screen was found open."""

    @property
    def story(self) -> str:
        """What to say of a failure, so that it can be walked again."""
        steps = " ".join(repr(step.detail)[:60] for step in self._last)
        return f"seed {self._seed}, last seen on {self._where}; the last steps: {steps}"

    async def go(self, keys: int, visits: Iterable[str] = TOUR) -> None:
        """Walk so many keys, in bursts as fast typing and key repeat send them.

        Args:
            keys: How many.
            visits: Screens of the tour that are opened on the way, as far as chance did not.
        """
        burst = rests = 0
        tour = deque(visits)
        every = keys // (len(tour) + 1)
        for number, step in enumerate(steps(self._random, keys), start=1):
            await self._take(step)
            burst -= 1
            if tour and number % every == 0:
                await self._visit(tour[0])
                if tour[0] in self.seen:
                    tour.popleft()
            elif burst < 0:
                burst = self._random.choice(_BURSTS)
                rests += 1
                await self._rest(workers=rests % _PAUSES == 0)
        for name in tour:
            await self._visit(name)
        await self._rest(workers=True)

    async def _visit(self, name: str) -> None:
        """Open a screen over the text, for the walk to go on from there."""
        await self._pilot.resize_terminal(*SIZES[0])
        await self._rest(workers=True)
        for to_text in _HOME:
            await self._take(Step("key", to_text))
        await self._rest(workers=True)
        await self._take(Step("key", TOUR[name]))
        await self._rest(workers=False)

    async def _rest(self, workers: bool) -> None:
        """Let what was sent be handled; now and then let all that it set going end as well."""
        app = self._app
        async with asyncio.timeout(PATIENCE):
            while app.has_keys_under_way and not app._exception:
                await asyncio.sleep(0.002)
            await self._pilot._wait_for_screen()
            if workers:
                with suppress(WorkerCancelled):
                    await app.workers.wait_for_complete()
                await self._pilot.pause()
        paint(app)
        if not app.is_running or app._exception:
            raise AssertionError("the app has ended")
        self._where = type(app.screen).__name__
        self.seen.update(type(screen).__name__ for screen in app.screen_stack)

    async def _take(self, step: Step) -> None:
        self._last.append(step)
        match step:
            case Step("key", str(key)):
                self._send(key_event(key))
            case Step("mouse", str(how)):
                for event in self._mouse(how):
                    self._send(event)
            case Step("paste", str(text)):
                self._send(Paste(text))
            case Step("focus", where):
                self._send(AppFocus() if where == "in" else AppBlur())
            case Step("size", (int(width), int(height))):
                await self._pilot.resize_terminal(width, height)

    def _send(self, event: Event) -> None:
        driver = self._app._driver
        assert driver is not None
        driver.process_message(event)

    def _mouse(self, how: str) -> Iterator[Event]:
        """What a terminal sends for the mouse at a random cell."""
        width, height = self._app.size
        at, to = ((self._random.randint(1, max(1, width)), self._random.randint(1, max(1, height))) for _ in "12")
        press, release = self._mouse_at(0, at, "M"), self._mouse_at(0, at, "m")
        sent = {
            "click": press + release,
            "double": press + release + press + release,
            "drag": press + self._mouse_at(32, to, "M") + self._mouse_at(0, to, "m"),
            "right": self._mouse_at(2, at, "M") + self._mouse_at(2, at, "m"),
            "up": self._mouse_at(64, at, "M"),
            "down": self._mouse_at(65, at, "M"),
            "move": self._mouse_at(35, at, "M"),
        }[how]
        for event in self._parser.feed(sent):
            if isinstance(event, Event):
                yield event

    @staticmethod
    def _mouse_at(button: int, cell: tuple[int, int], end: str) -> str:
        return f"\x1b[<{button};{cell[0]};{cell[1]}{end}"
