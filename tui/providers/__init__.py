"""What the command palette offers, one provider for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable

from textual.command import Provider


def providers() -> tuple[Callable[[], type[Provider]], ...]:
    """The providers, imported when the palette is opened first."""
    return (_commands, _documents, _tags)


def _commands() -> type[Provider]:
    from tui.providers.commands import CommandProvider

    return CommandProvider


def _documents() -> type[Provider]:
    from tui.providers.documents import DocumentProvider

    return DocumentProvider


def _tags() -> type[Provider]:
    from tui.providers.tags import TagProvider

    return TagProvider
