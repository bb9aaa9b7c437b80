"""The tags that are used, counted in a thread: in a large store the first time takes a second."""

from __future__ import annotations

from collections import Counter

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from store.errors import JueyiError
from tui.notices import refuse
from tui.workspace import Workspace


class TagsCounted(Message):
    """It is known how many places bear each tag."""

    def __init__(self, counts: Counter[str]) -> None:
        super().__init__()
        self.counts = counts


class CountsTags(Widget):
    """A part of screens that offer tags, which hear `TagsCounted`; named last, as styles go by the first base."""

    _workspace: Workspace

    @work(thread=True, exclusive=True, group="tags")
    def count_tags(self) -> None:
        """Count them, and say where that is refused."""
        try:
            counts = self._workspace.shelf.tags()
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(TagsCounted(counts))
