"""A pseudo-terminal in which the benchmarks run a program as a user would: keys go in, paint comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

_CONTROLS = re.compile(rb"\x1b\[[0-9;?<>=:]*[A-Za-z]|\x1b[^\[]|\s")
_QUESTIONS = {
    b"\x1b[6n": b"\x1b[1;2R",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>1;4000;0c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b]11;?\x1b\\": b"\x1b]11;rgb:1919/1b1b/1e1e\x1b\\",
}
"""What programs ask a terminal, and what an ordinary one answers: cursor, kind, whole frames, ground."""
JUEYI = [sys.executable, "-c", "import sys; from tui.start import main; sys.exit(main())"]
"""Starts the app as the installed command does: `python -m` would load a module of its own first."""
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""Round a frame, where a program has learnt that the terminal shows whole ones."""
_PATIENCE = 60.0
"""Seconds until a program is given up."""
_SILENCE = 0.05
"""Seconds without paint after which a repaint is over."""


class Took(NamedTuple):
    """How long something took, in seconds."""

    clock: float
    processor: float
    """Of the program's main thread: what other programs take from it does not count."""


class Terminal:
    """A program in a terminal of its own, ended when the block is left."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 36),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(environment or {}, TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))
        self._set_size(*size)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def until(self, needle: str) -> Took:
        """From the program's start until a text was painted, not counting spaces and colours.

        Raises:
            TimeoutError: it never was.
        """
        wanted = re.sub(rb"\s", b"", needle.encode())
        written = b""
        while time.perf_counter() - self._began < _PATIENCE:
            written += self._read(0.05)
            if wanted in _CONTROLS.sub(b"", written):
                return Took(time.perf_counter() - self._began, self._processor())
        raise TimeoutError(f"{needle!r} never appeared")

    def press(self, keys: bytes) -> Took | None:
        """From a key to the end of the frame that answers it; None when nothing is painted.

        What is painted later, such as an outline that follows, is waited for but not counted.
        """
        return self._after(lambda: os.write(self._terminal, keys), whole=False)

    def resize(self, columns: int, rows: int) -> Took | None:
        """From a change of the terminal's size to the last of the paint that follows it."""
        return self._after(lambda: self._set_size(columns, rows), whole=True)

    def rest(self, seconds: float) -> None:
        """Let the program do what it has to do, for a while."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._read(0.02)

    def peak_memory(self) -> float:
        """Megabytes that the program held at most until now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        (kilobytes,) = re.findall(r"VmHWM:\s+(\d+)", status)
        return int(kilobytes) / 1024

    def _after(self, cause: Callable[[], object], *, whole: bool) -> Took | None:
        began, before = time.perf_counter(), self._processor()
        cause()
        last: Took | None = None
        counting, painted = True, b""
        while time.perf_counter() - began < _PATIENCE:
            data = self._read(_SILENCE if last is not None else 10 * _SILENCE)
            if not data:
                break
            if counting:
                last = Took(time.perf_counter() - began, self._processor() - before)
                painted += data
                counting = whole or painted.count(_FRAME_BEGINS) > painted.count(_FRAME_ENDS)
        return last

    def _processor(self) -> float:
        """Seconds that the main thread ran until now."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[0]) / 1e9

    def _read(self, patience: float) -> bytes:
        """What is painted within a time; questions in it are answered."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return b""
        data = os.read(self._terminal, 65536)
        for question, answer in _QUESTIONS.items():
            if question in data:
                os.write(self._terminal, answer)
        return data

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def seconds_until(command: Sequence[str], needle: str, environment: Mapping[str, str] | None = None) -> float:
    """Seconds from starting a command until a text has been painted."""
    with Terminal(command, environment=environment) as terminal:
        return terminal.until(needle).clock


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return sorted(values)[len(values) // 2]


def most(values: Sequence[float], percent: int = 95) -> float:
    """The value that so many per cent do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]
