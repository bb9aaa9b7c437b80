"""Rest told by the event loop itself: nothing is ready to run, so each widget waits for a message, a timer or a thread.

Textual's pilot sends a message through every widget, and then watches how busy the processor is for a while. On a
machine that is busy with other things, that takes most of a test's time and may find rest where there is none.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

from textual import pilot

_PATIENCE = 30.0
"""Seconds after which an app that does not come to rest counts as hung."""
_SOON = 0.01
"""Seconds within which a timer goes off that is waited for; a window that changes its size is told after a 120th."""


def know_rest() -> None:
    """Let all pilots of this process ask the event loop."""
    pilot.Pilot._wait_for_screen = _has_come_to_rest  # type: ignore[method-assign]
    pilot.wait_for_idle = _idle  # type: ignore[assignment]


async def come_to_rest() -> None:
    """Let everything run that can run now.

    Raises:
        pilot.WaitForScreenTimeout: There is always something more to do.
    """
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    end = monotonic() + _PATIENCE
    await asyncio.sleep(0)
    while ready:
        if monotonic() > end:
            raise pilot.WaitForScreenTimeout("The app does not come to rest.")
        await asyncio.sleep(0)


async def _has_come_to_rest(_pilot: pilot.Pilot[Any], timeout: float = _PATIENCE) -> bool:
    await come_to_rest()
    return True


async def _idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    await come_to_rest()
    wait = max(min_sleep, _next_timers())
    if wait:
        await asyncio.sleep(wait)
        await come_to_rest()


def _next_timers() -> float:
    """Seconds until all timers have gone off that go off soon; nothing is waited for where there is none."""
    loop = asyncio.get_running_loop()
    times = (each.when() - loop.time() for each in loop._scheduled if not each.cancelled())  # type: ignore[attr-defined]
    return max((max(time, 0.001) for time in times if time <= _SOON), default=0.0)
