"""One tag, of those that are used or a new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from store.annotations.records import clean_tags
from store.library.folding import fold
from store.search.pinyin import pinyin_spans
from tui.commands import bindings
from tui.language import _, n_
from tui.screens.counted import CountsTags, TagsCounted
from tui.screens.picker import Picker, nothing_found
from tui.screens.tags import TagRow
from tui.workspace import Workspace


class ChooseTagScreen(Picker[TagRow, str], CountsTags):
    """Returns the tag."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("value")]

    def __init__(self, workspace: Workspace, title: Content, counts: Mapping[str, int]) -> None:
        """Offer these tags, with how many bear them; when none is named all that are used, and new ones."""
        super().__init__(title, _("part of a tag") if counts else _("a new tag, or part of one"))
        self._workspace = workspace
        self._may_be_new = not counts
        self._counts = counts

    def on_mount(self) -> None:
        """Know the tags that are used."""
        if self._may_be_new:
            self.count_tags()
        else:
            self.typed(self.text)

    @on(TagsCounted)
    def show_counted(self, message: TagsCounted) -> None:
        """Offer those that go with what is typed by now."""
        self._counts = dict(message.counts.most_common())
        self.typed(self.text)

    def typed(self, text: str) -> None:
        """Offer those that hold it, or have it as initials, and itself."""
        wanted = fold(text)
        fitting = [tag for tag in self._counts if wanted in fold(tag) or pinyin_spans(tag, text.strip())]
        rows = [TagRow(tag, _count(self._counts[tag])) for tag in fitting]
        typed = clean_tags([text])
        if self._may_be_new and typed and typed[0] not in self._counts:
            rows.insert(0, TagRow(typed[0], _("new tag")))
        self.show_rows(rows, "" if rows or not text else nothing_found(text))

    def chosen(self, row: TagRow | None, text: str) -> None:
        """Return it."""
        if row:
            self.dismiss(row.tag)


def _count(count: int) -> str:
    return n_("{count} place", "{count} places", count).format(count=count)
