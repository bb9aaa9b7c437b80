"""How long work tells how far it is, and hears that nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called now and then with what is being done ("pdf", "lines", …), how much of it is done, and how much there is.

It may raise `Cancelled`, which ends the work; nothing that works may catch it."""


class Cancelled(Exception):
    """Nobody waits for the work any more."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Tell nobody."""
