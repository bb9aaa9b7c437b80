"""The streams of the command: whether they are a terminal, and how they survive what happens to them."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at the other end."""
    return stream is not None and not stream.closed and stream.isatty()


def stands_in_page() -> bool:
    """Whether a web page is our terminal."""
    return "TEXTUAL_DRIVER" in os.environ


def speak_unicode(stream: TextIO | None) -> None:
    """Chinese goes out as UTF-8 whatever the locale says; what can't be encoded must not end the command."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


def leave_pipe() -> None:
    """The reader of our output has gone, which is no fault; the interpreter must not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
