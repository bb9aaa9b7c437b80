"""Carrying annotations over from one version of a document to another: what is due, and doing it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from store.annotations.shelf import utc_now
from store.annotations.travel import Journey, not_carried, prepare
from store.library.successions import successions
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.finding_again import Found
    from store.annotations.selectors import Selector
    from store.annotations.steps import Step
    from store.document import Document


class Offer(NamedTuple):
    """Annotations that can go from one document to another."""

    source: str
    target: str
    """Keys."""
    due: int
    """How many were not carried yet."""


def offers(workspace: Workspace, key: str) -> tuple[Offer, ...]:
    """From which documents annotations can come to this one, and to which its own can go. For workers.

    Raises:
        StoreUnavailable: annotations can't be read.
    """
    found = []
    for each in successions(workspace.library, key):
        source, target = (key, each.entry.key) if each.is_later else (each.entry.key, key)
        count = len(not_carried(source, workspace.shelf.of(source), workspace.shelf.of(target)))
        if count:
            found.append(Offer(source, target, count))
    return tuple(found)


class Carrying:
    """One pair of documents. Its methods may raise StoreUnavailable."""

    def __init__(self, workspace: Workspace, source: str, target: str, document: Document) -> None:
        """Carry from one key to another, of which the document is given."""
        self.source = source
        self.target = target
        self.document = document
        self._workspace = workspace
        self._finder = workspace.placed.finder(target, document)

    def journey(self) -> Journey:
        """What would become of the annotations, as they are on disk now."""
        shelf = self._workspace.shelf
        return prepare(self.source, shelf.of(self.source), self.target, shelf.of(self.target), self._finder)

    def carry(self, journey: Journey, chosen: Iterable[tuple[Found, tuple[Selector, ...]]]) -> Step | None:
        """Put copies of annotations on words of the other document, in one step."""
        now = utc_now()
        copies = [journey.copy(found, selectors, now) for found, selectors in chosen]
        return self._workspace.marking.carry(copies)
