"""A bar on stderr for work that lasts, when somebody sits there to see it.

Rich is imported only when the work has lasted for a moment, so that short work costs nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.progress import COUNTED, Progress, Way, silent
from tui.stages import stage_words
from tui.streams import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_PATIENCE = 0.5
"""Seconds before there is a bar."""


@contextmanager
def progress_bar(patience: float = _PATIENCE) -> Iterator[Progress]:
    """What to tell of the work in hand; where stderr is no terminal, it tells nobody."""
    if not is_terminal(sys.stderr):
        yield silent
        return
    shown = _Shown(patience)
    try:
        yield shown
    finally:
        shown.end()


class _Shown:
    def __init__(self, patience: float) -> None:
        self._due = time.monotonic() + patience
        self._bar: Bar | None = None
        self._way = Way()

    def __call__(self, stage: str, done: int, whole: int) -> None:
        """Show how far the work is."""
        share = self._way.share(stage, done, whole)
        if time.monotonic() < self._due:
            return
        if self._bar is None:
            self._bar = _make_bar()
        of = f"{done}/{whole}" if stage in COUNTED else f"{share:.0%}"
        self._bar.update(self._bar.task_ids[0], description=stage_words(stage), completed=share, of=of)

    def end(self) -> None:
        """Leave nothing of it on the screen."""
        if self._bar is not None:
            self._bar.stop()


def _make_bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    words = TextColumn("{task.description}", markup=False)
    bar = Progress(words, BarColumn(), TextColumn("{task.fields[of]}"), console=Console(stderr=True), transient=True)
    bar.add_task("", total=1, of="")
    bar.start()
    return bar
