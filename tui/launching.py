"""Opens the app. While it is loaded, the terminal is asked what the app can't know by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.config import read_config
from tui.probe import Probe

if TYPE_CHECKING:
    from textual.pilot import Pilot


_TURN, _TURNS = 0.02, 250
"""Seconds between two looks whether the first screen is there, and how often that is looked."""


def launch(target: str | None, *, resume: bool = False) -> None:
    """Run the app at a target, where it was left, or at the library."""
    if not read_config().ask_width:
        from tui.app import JueyiApp

        JueyiApp(target, resume=resume).run()
        return
    with Probe() as probe:
        from tui.app import JueyiApp
    app = JueyiApp(target, resume=resume)
    if probe.width is not None:
        app.workspace.config = app.workspace.config._replace(ambiguous_width=probe.width)
    if not probe.typed:
        app.run()
        return

    app.run(auto_pilot=partial(type_ahead, typed=probe.typed))


async def type_ahead(pilot: Pilot[Any], typed: str) -> None:
    """Press the keys that were pressed too early, on the first screen when it is there."""
    from asyncio import sleep

    from textual._xterm_parser import XTermParser

    for _turn in range(_TURNS):
        if pilot.app.focused is not None:
            break
        await sleep(_TURN)
    for message in XTermParser().feed(typed):
        pilot.app.post_message(message)
