"""The signs of footnotes and endnotes as Word counts them."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.reading.docx.formats import formatted
from store.reading.docx.settings import NoteKind, Setting


@dataclass(frozen=True, slots=True)
class Called:
    """A note that the text calls."""

    kind: NoteKind
    id: str
    label: str
    custom: bool
    """Its author typed the sign."""


@dataclass(slots=True)
class NoteSigns:
    """Counts notes in the order of the text."""

    setting: Setting
    section: int = 0
    page: int = 0
    called: list[Called] = field(default_factory=list)
    _last: dict[NoteKind, tuple[int, int, int]] = field(default_factory=dict)
    """The last number of each kind, with its section and page."""

    def call(self, kind: NoteKind, note: str) -> str:
        """The label of the next note of a kind."""
        rule = self.setting.note_rule(kind, self.section)
        number, section, page = self._last.get(kind, (rule.start - 1, self.section, self.page))
        if (rule.restart == "eachSect" and section != self.section) or (
            rule.restart == "eachPage" and page != self.page
        ):
            number = rule.start - 1
        self._last[kind] = (number + 1, self.section, self.page)
        label = formatted(number + 1, rule.form) or str(number + 1)
        self.called.append(Called(kind, note, label, custom=False))
        return label

    def call_custom(self, kind: NoteKind, note: str, label: str) -> None:
        """A note whose sign was typed: it does not count."""
        self.called.append(Called(kind, note, label, custom=True))
