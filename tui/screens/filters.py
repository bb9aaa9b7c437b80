"""Which paragraphs to see: all, a part, what is marked, what cites something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from store.library.folding import fold
from tui.commands import bindings
from tui.filtering import Filter
from tui.language import _, n_
from tui.screens.picker import Picker, nothing_found
from tui.typeset import visible


@dataclass(frozen=True, slots=True)
class FilterRow:
    """One filter; None shows everything."""

    filter: Filter | None
    selectable: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """What it is called."""
        return self.filter.name if self.filter else _("everything")

    def line(self, width: int) -> Content:
        """Its row."""
        count = len(self.filter.places) if self.filter else 0
        said = n_("{count} paragraph", "{count} paragraphs", count).format(count=count) if count else ""
        return Content.assemble(visible(self.name), "  ", (said, "$text-muted"))


class FilterScreen(Picker[FilterRow, FilterRow]):
    """Returns the filter chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filters")]

    def __init__(self, filters: Sequence[Filter]) -> None:
        super().__init__(
            Content.styled(_("Show only"), "bold"),
            _("part of a name, a tag, a symbol"),
        )
        self._rows = [FilterRow(None), *map(FilterRow, filters)]

    def typed(self, text: str) -> None:
        """Show those that hold what is typed."""
        rows = [row for row in self._rows if fold(text) in fold(row.name)]
        self.show_rows(rows, "" if rows else nothing_found(text))

    def chosen(self, row: FilterRow | None, text: str) -> None:
        """Return it."""
        if row:
            self.dismiss(row)
