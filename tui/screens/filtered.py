"""Seeing only some paragraphs of a document, in the text and in the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from store.document import Document
from tui.history import Position
from tui.language import _
from tui.notices import tell
from tui.screens.columns import OfPane
from tui.screens.related import RelatedScreen
from tui.widgets.filtered_pane import FilteredPane, reduced

if TYPE_CHECKING:
    from tui.filtering import Filter
    from tui.screens.filters import FilterRow


class FilteredScreen(RelatedScreen):
    """Adds filters."""

    _filter: OfPane[Filter | None] = OfPane(None)
    _reduced: OfPane[Document | None] = OfPane(None)

    @property
    def readable(self) -> Document | None:
        """The document as far as it is shown."""
        return self._reduced or (self.document[1] if self.document else None)

    def show(self, wanted: Position, document: Document) -> None:
        """Show another document, all of it."""
        self._filter = self._reduced = None
        super().show(wanted, document)

    def action_filter(self) -> None:
        """Offer the filters; while one is set, everything stands first."""
        if self.document:
            from tui.filtering import filters
            from tui.screens.filters import FilterScreen

            offered = filters(self.document[1], self.marks, self.pane.cursor)
            self.app.push_screen(FilterScreen(offered), self._choose)

    def lift_filter(self) -> bool:
        """Show everything again; False when everything is shown already."""
        if self._filter is None:
            return False
        self._set_filter(None)
        return True

    @on(FilteredPane.FilterLifted)
    def tell_lifted(self) -> None:
        """Say why all paragraphs are back."""
        if self._filter:
            name = self._filter.name
            self._take(None, None)
            tell(self, _("Everything is shown again: the place is not in “{name}”. x filters.").format(name=name))

    def status_parts(self, document: Document, place: str) -> list[str]:
        """Adds what is left out."""
        parts = super().status_parts(document, place)
        if self._filter:
            shown = _("only {name}: {count} of {all}")
            count, every = len(self._filter.places), len(document.blocks)
            parts.insert(1, shown.format(name=self._filter.name, count=count, all=every))
        return parts

    def _choose(self, row: FilterRow | None) -> None:
        if row:
            self._set_filter(row.filter)

    def _set_filter(self, chosen: Filter | None) -> None:
        if self.document is None:
            return
        self.pane.set_filter(chosen.places if chosen else None)
        self._take(chosen, reduced(self.document[1], chosen.places) if chosen else None)

    def _take(self, chosen: Filter | None, shown: Document | None) -> None:
        """The text is filtered, or is not any more: the outline and the status line follow."""
        self._filter, self._reduced = chosen, shown
        self._show_in_outline()
        self.show_status()

    def _show_in_outline(self) -> None:
        if self.outline and self.readable:
            self.outline.show(self.readable, self.marks)
            if self.pane.cursor:
                self.outline.reveal(self.pane.cursor)
