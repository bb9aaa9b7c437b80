"""The app in a pseudo-terminal, as a user has it: for what only the whole way from the keyboard can show."""

from __future__ import annotations

import os
import select
import signal
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType


class Terminal:
    """Runs `jueyi` with some arguments, and ends it at the end of the block."""

    def __init__(self, arguments: list[str], home: Path) -> None:
        import fcntl
        import pty
        import termios

        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.environ.pop("LC_ALL", None)
            os.environ.update(TERM="xterm-256color", JUEYI_HOME=str(home), LANG="en_US.UTF-8", LANGUAGE="en")
            os.execv(sys.executable, [sys.executable, "-m", "tui.cli", *arguments])
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        self._written = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)

    def write(self, keys: bytes) -> None:
        """Send keys in one write."""
        os.write(self._terminal, keys)

    def read_on(self) -> None:
        """Take what has been written, or wait a moment for it."""
        if select.select([self._terminal], [], [], 0.1)[0]:
            self._written += os.read(self._terminal, 65536)

    def read_until(self, text: str) -> None:
        """Wait until a text has been written."""
        deadline = time.monotonic() + 30
        while text.encode() not in self._written:
            assert time.monotonic() < deadline, f"{text!r} never appeared"
            self.read_on()
