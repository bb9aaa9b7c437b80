"""Copying text out of the terminal by the way that works here, and saying which it was; and pasting into it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from enum import Enum


class Way(Enum):
    """How a text was copied."""

    PROGRAM = "program"
    """A clipboard program of this machine took it."""
    TERMINAL = "terminal"
    """The terminal was asked by OSC 52, which is never acknowledged."""
    PAGE = "page"
    """The web page was asked; its browser is where the user is, on whichever machine."""


_PATIENCE = 3.0
"""Seconds that a clipboard program may take."""

_REMOTE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")

_PROGRAM = """
import sys, pyperclip
pyperclip.copy(sys.stdin.buffer.read().decode())
"""


_READING = """
import sys, pyperclip
sys.stdout.buffer.write(pyperclip.paste().encode("utf-8", "replace"))
"""


def copy(
    text: str,
    through_terminal: Callable[[str], None],
    environment: Mapping[str, str] = os.environ,
    through_program: Callable[[str], bool] | None = None,
) -> Way:
    """Copy a text; may take seconds when a clipboard program hangs.

    Over SSH, and where there is no display, the terminal is asked; else a clipboard program, and the terminal
    when that fails.

    Args:
        text: What to copy.
        through_terminal: Sends it to the terminal by OSC 52.
        environment: Variables of the environment.
        through_program: Gives it to a clipboard program and tells whether that took it.
    """
    if has_clipboard(environment) and (through_program or give_to_program)(text):
        return Way.PROGRAM
    through_terminal(text)
    return Way.TERMINAL


def copy_to_page(text: str, through_terminal: Callable[[str], None]) -> Way:
    """Copy a text where the app is in a web page: no clipboard program would be sure to be the user's."""
    through_terminal(text)
    return Way.PAGE


def paste(
    environment: Mapping[str, str] = os.environ, from_program: Callable[[], str | None] | None = None
) -> str | None:
    """What this machine's clipboard holds; None where it has none, or not the user's own, or its program fails.

    Args:
        environment: Variables of the environment.
        from_program: Asks a clipboard program.
    """
    return (from_program or take_from_program)() if has_clipboard(environment) else None


def has_clipboard(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a clipboard of this machine would be the user's own."""
    if any(environment.get(name) for name in _REMOTE):
        return False
    return platform in ("darwin", "win32", "cygwin") or any(environment.get(name) for name in _DISPLAYS)


def give_to_program(text: str, command: tuple[str, ...] = (sys.executable, "-c", _PROGRAM)) -> bool:
    """Whether a clipboard program took the text and did not complain.

    A process of its own, since such programs write to the terminal when their display is dead, and the screen is
    drawn there. Complaints go to a file and not to a pipe: a program that stays to serve the clipboard would keep
    the pipe open.
    """
    with tempfile.TemporaryFile() as complaints:
        try:
            done = subprocess.run(
                command,
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                timeout=_PATIENCE,
                start_new_session=True,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0 and complaints.seek(0, os.SEEK_END) == 0


def take_from_program(command: tuple[str, ...] = (sys.executable, "-c", _READING)) -> str | None:
    """What a clipboard program says the clipboard holds; None when it fails or complains.

    In a process of its own and through files, for the same reasons as what is copied.
    """
    with tempfile.TemporaryFile() as words, tempfile.TemporaryFile() as complaints:
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=complaints,
                timeout=_PATIENCE,
                start_new_session=True,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        if done.returncode or complaints.seek(0, os.SEEK_END):
            return None
        words.seek(0)
        return words.read().decode("utf-8", "replace")
