"""Work for which the user waits: how far it is, and whether it was given up. Knows nothing of screens."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from store.progress import COUNTED, Cancelled, Way
from tui.stages import stage_words


class Waiting:
    """What to tell of work in hand, from whatever thread; with `with` around the work, which is over at its end.

    The app shows it when it lasts. What has been given up raises `Cancelled` where the work tells of itself.
    """

    def __init__(self, what: str, close: Callable[[Waiting], None]) -> None:
        self.what = what
        """What is waited for: a document, a file, a folder."""
        self.is_shown = False
        """Whether a panel tells of it."""
        self.is_over = False
        self.is_cancelled = False
        self._close = close
        self._stage, self._done, self._whole = "file", 0, 1
        self._way = Way()

    def __call__(self, stage: str, done: int, whole: int) -> None:
        """Know how far it is; see `Progress`."""
        if self.is_cancelled:
            raise Cancelled
        self._stage, self._done, self._whole = stage, done, whole

    def __enter__(self) -> Waiting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.is_over = True
        if self.is_shown:
            self._close(self)

    @property
    def share(self) -> float:
        """How much is done: 0 to 1."""
        return self._way.share(self._stage, self._done, self._whole)

    @property
    def words(self) -> str:
        """What is being done, and how much of it: in things where there are several, else in hundredths."""
        of = f"{self._done}/{self._whole}" if self._stage in COUNTED else f"{self.share:.0%}"
        return f"{stage_words(self._stage)}  {of}"

    def give_up(self) -> None:
        """Nobody waits any more."""
        self.is_cancelled = True
