"""Opens the app. While it is loaded, the terminal is asked what the app can't know by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from store.config import read_config
from tui.probe import Probe

if TYPE_CHECKING:
    from textual.pilot import Pilot


def open_app(target: str | None) -> None:
    """Run the app at a target, or at the library."""
    if not read_config().ask_width:
        from tui.app import JueyiApp

        JueyiApp(target).run()
        return
    with Probe() as probe:
        from tui.app import JueyiApp
    app = JueyiApp(target)
    if probe.width is not None:
        app.workspace.config = replace(app.workspace.config, ambiguous_width=probe.width)
    if not probe.typed:
        app.run()
        return

    async def type_ahead(pilot: Pilot[Any]) -> None:
        """Press the keys that were pressed too early."""
        from textual._xterm_parser import XTermParser

        for message in XTermParser().feed(probe.typed):
            pilot.app.post_message(message)

    app.run(auto_pilot=type_ahead)
