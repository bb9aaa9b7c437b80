"""The tags of one paragraph: each is given or taken with Enter, and kept at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from store.annotations.records import clean_tags
from store.errors import JueyiError
from store.library.folding import fold
from store.library.spread import spread
from store.search.completion import completed
from store.search.pinyin import warm
from store.search.words import telling_words
from tui.commands import bindings
from tui.language import _, n_
from tui.notices import refuse
from tui.screens.counted import CountsTags, TagsCounted
from tui.screens.picker import Picker
from tui.shown_keys import keys
from tui.typeset import visible
from tui.widgets.rows import Heading
from tui.workspace import Workspace

_WORDS = 12
_USED = 200
_SEPARATORS = re.compile("[,，、;；]")

Save = Callable[[tuple[str, ...]], None]
"""Keeps the tags; raises JueyiError when that fails."""


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag one may give or take."""

    tag: str
    detail: str = ""
    given: bool = False
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        sign = "✓ " if self.given else "# "
        return Content.assemble((sign, "$secondary"), visible(self.tag), "  ", (self.detail, "$text-muted"))


class TagScreen(Picker[TagRow, None], CountsTags):
    """Offers tags used already and the telling words of the paragraph, told apart."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tags")]

    class WordsFound(Message):
        """The telling words are known."""

        def __init__(self, words: list[str]) -> None:
            super().__init__()
            self.words = words

    def __init__(self, workspace: Workspace, where: str, text: str, tags: tuple[str, ...], save: Save) -> None:
        super().__init__(
            Content.assemble((_("Tags"), "bold"), "   ", (visible(where), "$text-muted")),
            _("a new tag, or part of one"),
        )
        self._workspace = workspace
        self._paragraph = text
        self._tags = tags
        self._save = save
        self._used: dict[str, int] = {}
        self._words: list[str] | None = None

    def on_mount(self) -> None:
        """The tags come when they are counted, the words when jieba is ready."""
        self.count_tags()
        self.find_words()

    @on(TagsCounted)
    def show_used(self, message: TagsCounted) -> None:
        """Offer them."""
        self._used = {**self._used, **dict(message.counts.most_common(_USED))}
        self._fill(keep=True)

    @work(thread=True, exclusive=True, group="words")
    def find_words(self) -> None:
        """Ask for the telling words of the paragraph; the first time this takes a second."""
        warm()
        words = telling_words(self._paragraph, _WORDS, partial(spread, self._workspace.library))
        if not get_current_worker().is_cancelled:
            self.post_message(self.WordsFound(words))

    @on(WordsFound)
    def show_words(self, message: WordsFound) -> None:
        """Offer them."""
        self._words = message.words
        self._fill(keep=True)

    def typed(self, text: str) -> None:
        """Offer what goes on so."""
        self._fill()

    def chosen(self, row: TagRow | None, text: str) -> None:
        """Give or take the tag at the cursor; with nothing typed and nothing chosen, done."""
        typed = clean_tags(_SEPARATORS.split(text))
        if len(typed) > 1:
            self._keep((*self._tags, *typed))
        elif row:
            others = tuple(tag for tag in self._tags if tag != row.tag)
            self._keep(others if row.tag in self._tags else (*self._tags, row.tag))
        else:
            self.dismiss(None)

    def _keep(self, tags: tuple[str, ...]) -> None:
        cleaned = clean_tags(tags)
        try:
            self._save(cleaned)
        except JueyiError as error:
            refuse(self, error)
            return
        self._tags = cleaned
        for tag in cleaned:
            self._used.setdefault(tag, 1)
        self.query_one(Input).value = ""
        self._fill()

    def _fill(self, keep: bool = False) -> None:
        cursor = self.list.cursor if keep else (0 if self.text.strip() else None)
        rows = self._rows(self.text)
        self.show_rows(
            rows,
            "" if rows else _("No tags yet: type one and press {key}.").format(**keys(self, key="tags.choose")),
            cursor,
        )
        given = self.query_one("#given", Static)
        given.display = bool(self._tags)
        given.update(Content.styled("  ".join(f"# {visible(tag)}" for tag in self._tags), "$secondary"))

    def _rows(self, text: str) -> Sequence[TagRow | Heading]:
        typed = clean_tags([text])
        wanted = fold(text)
        used = completed(dict.fromkeys((*self._tags, *self._used)), text)
        words = [word for word in self._words or () if wanted in fold(word) and word not in used]
        rows: list[TagRow | Heading] = []
        if typed and typed[0] not in (*used, *words):
            rows.append(TagRow(typed[0], _("new tag")))
        if used:
            rows.append(_heading(_("Used already")))
            rows += [TagRow(tag, _count(self._used.get(tag, 0)), tag in self._tags) for tag in used]
        if self._words is None:
            rows.append(_heading(_("Looking for words of the paragraph…")))
        elif words:
            rows.append(_heading(_("Words of the paragraph")))
            rows += [TagRow(word) for word in words]
        return rows


def _heading(text: str) -> Heading:
    return Heading(Content.styled(text, "$text-muted italic"))


def _count(places: int) -> str:
    return n_("{count} place", "{count} places", places).format(count=places) if places else ""
