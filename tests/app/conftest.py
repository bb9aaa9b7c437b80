"""An app with the bundled documents, read once for all tests of a worker."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import cache
from pathlib import Path

import painting
import pytest
import resting
import styling
from textual.pilot import Pilot
from textual.worker import WorkerCancelled
from typing_keys import key_event

from store.paths import seeds_folder
from store.reading.pipeline import read
from store.reading.source import load
from tui import language
from tui.app import JueyiApp

DRAFT = "A/C.3/80/L.4"
REPORT = "A/74/127"

painting.put_off()
resting.know_rest()
styling.parse_once()

Start = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@cache
def quote_of(key: str, place: str) -> str:
    """The text of a block or footnote of a bundled document, as annotations quote it."""
    (file,) = seeds_folder().glob({DRAFT: "000_*.txt", REPORT: "003_*.txt"}[key])
    return read(load(file)).text_of(place)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of the interface as they stand in the code."""
    monkeypatch.setattr(language, "_chosen", "en")


@pytest.fixture(autouse=True)
def full_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with all colours, wherever the tests run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def start(home: Path, index: Path) -> Start:
    """Runs the app: `async with start("64/293") as pilot`."""

    @asynccontextmanager
    async def run(target: str | None = None, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
        home.mkdir(exist_ok=True)
        if not (home / index.name).exists():
            shutil.copy(index, home / index.name)
        app = JueyiApp(target)
        async with app.run_test(size=size) as pilot:
            await rest(pilot)
            yield pilot
            painting.paint(app)

    return run


_LOOK, _PATIENCE = 0.004, 300
"""Seconds between two looks whether a key is done with, and how often that is looked: an app that was left by a key is
never done with it."""


_TURNS = 8
"""How often work may follow on work."""


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the workers are done and what they found is on the screen, and draw it."""
    await rest(pilot)
    painting.paint(pilot.app)


async def rest(pilot: Pilot[None]) -> None:
    """Wait until all that is under way is done: two looks at rest."""
    still, screens = 0, list(pilot.app.screen_stack)
    for _turn in range(_TURNS):
        for _look in range(_PATIENCE):
            if not (isinstance(pilot.app, JueyiApp) and pilot.app.has_keys_under_way):
                break
            await asyncio.sleep(_LOOK)
        still = 0 if len(pilot.app.workers) else still + 1
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        painting.catch_up(pilot.app)
        await pilot.pause()
        if screens != pilot.app.screen_stack:
            still, screens = 0, list(pilot.app.screen_stack)
        if still == 2:
            break


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, one after the other, each with all that it sets going."""
    for key in keys:
        send(pilot, key)
        await rest(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text as fast as a terminal sends it."""
    send(pilot, *text)
    await rest(pilot)


def send(pilot: Pilot[None], *keys: str) -> None:
    """Let the terminal send keys in one go, without waiting for what they do."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        driver.process_message(key_event(key))
