"""What a pasted text would become, before it is added to the library."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.document import Document
from tui.commands import bindings
from tui.kinds import kind_name
from tui.language import _, n_
from tui.screens.panel import Panel
from tui.typeset import visible
from tui.widgets.key_hints import KeyHints

_OPENING = 120
"""Characters of the first paragraph that are shown."""


class PastedScreen(Panel[bool]):
    """Returns whether the text is to be added."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pasted")]

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def compose(self) -> ComposeResult:
        """Title, what it is, how it begins, hint."""
        with Vertical(classes="panel short"):
            yield Static(Content.assemble((_("Add the pasted text"), "bold")), classes="panel-title", markup=False)
            yield Static(Content(visible(name_of(self._document))), id="name", markup=False)
            size = Content.styled(size_of(self._document), "$text-muted")
            yield Static(size, id="size", markup=False)
            yield KeyHints()

    def action_add(self) -> None:
        """Add it."""
        self.dismiss(True)


def name_of(document: Document) -> str:
    """Its symbol and title, or how it begins."""
    named = [part for part in (document.front.symbol, document.front.title) if part]
    opening = next((block.text for block in document.blocks), "")
    return "  ".join(named) or (opening[:_OPENING] + "…" if len(opening) > _OPENING else opening)


def size_of(document: Document) -> str:
    """Its kind, and how long it is."""
    paragraphs = n_("{count} paragraph", "{count} paragraphs", len(document.blocks)).format(count=len(document.blocks))
    notes = n_("{count} footnote", "{count} footnotes", len(document.footnotes)).format(count=len(document.footnotes))
    return " · ".join((kind_name(document.front.kind), paragraphs, notes))
