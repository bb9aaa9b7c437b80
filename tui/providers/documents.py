"""The documents of the library, by symbol or title."""

from __future__ import annotations

from functools import partial

from textual.command import Hits, Provider

from store.library.entry import Entry
from tui.kinds import kind_name
from tui.messages import OpenDocument
from tui.providers.offers import lit, match, offer
from tui.workspace import Workspace


class DocumentProvider(Provider):
    """Offers documents to open."""

    async def startup(self) -> None:
        """Take the list as it is known."""
        self._entries = [entry for entry in workspace_of(self).library.known() if not entry.problem]

    async def discover(self) -> Hits:
        """The first few, before anything is typed."""
        for entry in self._entries[:5]:
            yield offer(_name(entry), partial(self._open, entry), _help(entry))

    async def search(self, query: str) -> Hits:
        """Those whose symbol or title goes with the query."""
        matcher = self.matcher(query)
        for entry in self._entries:
            score = matcher.match(_name(entry))
            if score > 0:
                yield match(score, lit(matcher, _name(entry)), partial(self._open, entry), _help(entry))

    def _open(self, entry: Entry) -> None:
        self.app.post_message(OpenDocument(entry.key))


def workspace_of(provider: Provider) -> Workspace:
    """What the app works with."""
    workspace = getattr(provider.app, "workspace", None)
    assert isinstance(workspace, Workspace)
    return workspace


def _name(entry: Entry) -> str:
    return "  ".join(filter(None, (entry.symbol, entry.title))) or entry.key


def _help(entry: Entry) -> str:
    return " · ".join(filter(None, (kind_name(entry.kind, entry.revised), entry.session, entry.date)))
