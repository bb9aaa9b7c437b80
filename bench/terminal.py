"""Runs a program in a pseudo-terminal and tells when a text first appears on its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

_CONTROLS = re.compile(rb"\x1b\[[0-9;?<>=:]*[A-Za-z]|\x1b[^\[]|\s")


def seconds_until(
    command: Sequence[str],
    needle: str,
    *,
    size: tuple[int, int] = (120, 36),
    environment: Mapping[str, str] | None = None,
) -> float:
    """Seconds from starting a command until `needle` has been written to its terminal.

    Escape sequences and white space between its characters do not count. The program is then ended.

    Raises:
        TimeoutError: it did not appear within 20 seconds.
    """
    wanted = re.sub(rb"\s", b"", needle.encode())
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(environment or {}, TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], list(command))
    columns, rows = size
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    written = b""
    try:
        while time.perf_counter() - started < 20:
            if select.select([terminal], [], [], 0.05)[0]:
                written += os.read(terminal, 65536)
                if wanted in _CONTROLS.sub(b"", written):
                    return time.perf_counter() - started
        raise TimeoutError(f"{needle!r} never appeared")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return sorted(values)[len(values) // 2]
