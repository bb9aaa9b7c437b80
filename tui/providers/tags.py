"""The tags in use: each leads to a list of what bears it."""

from __future__ import annotations

import asyncio
from functools import partial

from textual.command import Hits, Provider
from textual.message import Message

from store.errors import JueyiError
from store.listing.wanted import tag_filter
from tui.language import n_
from tui.notices import refuse
from tui.providers.documents import workspace_of
from tui.providers.offers import match, offer
from tui.screens.notes import NotesScreen


class TagProvider(Provider):
    """Offers the tags of all documents."""

    async def startup(self) -> None:
        """Take the tags as they are on disk."""
        self._tags: dict[str, int] = {}
        try:
            used = await asyncio.to_thread(workspace_of(self).shelf.tags)
            self._tags = dict(used.most_common())
        except JueyiError as error:
            refuse(self.app, error)

    async def discover(self) -> Hits:
        """The most used, before anything is typed."""
        for tag in list(self._tags)[:5]:
            yield offer(f"# {tag}", partial(self._list, tag), self._help(tag))

    async def search(self, query: str) -> Hits:
        """Those that go with the query."""
        matcher = self.matcher(query)
        for tag in self._tags:
            score = matcher.match(tag)
            if score > 0:
                yield match(score, f"# {tag}", partial(self._list, tag), self._help(tag))

    def _list(self, tag: str) -> None:
        workspace = workspace_of(self)
        self.app.push_screen(NotesScreen(workspace, None, tag_filter(tag)), self._open)

    def _open(self, request: object) -> None:
        if isinstance(request, Message):
            self.app.post_message(request)

    def _help(self, tag: str) -> str:
        count = self._tags[tag]
        return n_("{count} place", "{count} places", count).format(count=count)
