"""The signals by which a closed window, a dropped connection or the system ends a program."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable


def on_hangup(leave: Callable[[], None]) -> None:
    """Call `leave` in the running event loop when the terminal hangs up or the system asks to end."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, leave)
