"""Asking a terminal how wide it draws “: whatever it answers, nothing of it stays on the screen or among the keys."""

from __future__ import annotations

import os
import pty
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tui.probe import Probe

ANSWERED = 5.0
"""Seconds that a test waits for an answer which is sure to come."""


class FakeTerminal:
    """The other end of a pseudo-terminal: answers what it is asked."""

    def __init__(self, master: int, answer: bytes) -> None:
        self.written = b""
        self._master = master
        self._answer = answer
        self.done = threading.Event()

    def run(self) -> None:
        """Read the question and answer it."""
        while b"\x1b[K" not in self.written:
            self.written += os.read(self._master, 100)
        os.write(self._master, self._answer)
        self.done.set()


@contextmanager
def terminal(answer: bytes, typed: bytes = b"") -> Iterator[tuple[int, FakeTerminal]]:
    """A terminal in its usual mode, in which some keys were pressed already."""
    master, slave = pty.openpty()
    fake = FakeTerminal(master, answer)
    thread = threading.Thread(target=fake.run)
    try:
        os.write(master, typed)
        thread.start()
        yield slave, fake
    finally:
        thread.join()
        os.close(slave)
        os.close(master)


def modes(slave: int) -> list[Any]:
    return termios.tcgetattr(slave)


def rest(slave: int) -> bytes:
    """What the app would still read."""
    tty.setcbreak(slave, termios.TCSANOW)
    os.set_blocking(slave, False)
    try:
        return os.read(slave, 1000)
    except BlockingIOError:
        return b""


@pytest.mark.parametrize(("answer", "width"), [(b"\x1b[24;2R", 1), (b"\x1b[1;3R", 2)], ids=["narrow", "wide"])
@pytest.mark.parametrize("typed", ["", "jj", "j\r", "大", "\x1b[B"])
def test_the_width_is_read_from_the_column_and_keys_pressed_before_are_kept(
    answer: bytes, width: int, typed: str
) -> None:
    with terminal(answer, typed.encode()) as (slave, _fake):
        with Probe(slave, slave, ANSWERED) as probe:
            pass
        assert (probe.width, probe.typed) == (width, typed)
        assert rest(slave) == b""


def test_the_question_erases_what_it_writes_and_is_not_repeated() -> None:
    with terminal(b"\x1b[24;2R") as (slave, fake), Probe(slave, slave, ANSWERED):
        pass
    assert fake.written == "\r“\x1b[6n\r\x1b[K".encode()


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        (b"", ""),
        (b"jk\r", "jk\r"),
        (b"\x1b[?62;4c", ""),
        (b"\x1b[24;99R", ""),
        (b"\x1b[24;4Rj", "j"),
        (b"\x1bP1$r0m\x1b\\\x1b]11;rgb:0/0/0\x07g", "g"),
        (b"\x1b[", ""),
        (b"\xff\xfe\x1b[A", "\x1b[A"),
        (b"x" * 3000, "x" * 3000),
    ],
    ids=["nothing", "keys", "another report", "a far column", "no width", "strings", "half", "bytes", "flood"],
)
def test_a_terminal_that_does_not_answer_leaves_the_width_open_and_no_report_becomes_a_key(
    answer: bytes, typed: str
) -> None:
    with terminal(answer) as (slave, fake):
        with Probe(slave, slave, 0.05) as probe:
            fake.done.wait(ANSWERED)
        assert (probe.width, probe.typed) == (None, typed)


@pytest.mark.parametrize("answer", [b"\x1b[24;2R", b""])
def test_the_terminal_is_given_back_as_it_was(answer: bytes) -> None:
    with terminal(answer) as (slave, _fake):
        before = modes(slave)
        with pytest.raises(KeyboardInterrupt), Probe(slave, slave, 0.05):
            assert modes(slave) != before
            raise KeyboardInterrupt
        assert modes(slave) == before


def test_what_follows_the_answer_is_left_to_the_app() -> None:
    with terminal(b"j\x1b[24;3Rkk") as (slave, _fake):
        with Probe(slave, slave, ANSWERED) as probe:
            pass
        assert (probe.width, probe.typed) == (2, "j")
        assert rest(slave) == b"kk"


def test_where_there_is_no_terminal_nothing_is_asked() -> None:
    source, target = os.pipe()
    try:
        with Probe(source, target) as probe:
            pass
        assert (probe.width, probe.typed) == (None, "")
        os.set_blocking(source, False)
        with pytest.raises(BlockingIOError):
            os.read(source, 1)
    finally:
        os.close(source)
        os.close(target)
