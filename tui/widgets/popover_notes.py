"""Footnotes set in lines for the popover, with what the reader put on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from store.document import Document
from tui.language import _
from tui.script import manner_of
from tui.typeset import Line, Setting, Widths, typeset, visible
from tui.widgets.links import Link, links_of
from tui.widgets.marks import Mark
from tui.widgets.page.annotated import CHIP_GAP, set_note

_NO_MARK = Mark()


class NoteLine(NamedTuple):
    """One line of a footnote, of its tags, or of the note on it."""

    part: Literal["text", "tag", "note"]
    line: Line


class Note(NamedTuple):
    """A footnote set in lines."""

    id: str | None
    """None when the document does not have the note; the text then says so."""
    label: str
    setting: Setting
    links: tuple[Link, ...]
    lines: tuple[NoteLine, ...]
    """Those of its text first."""

    @property
    def found(self) -> bool:
        """Whether the document has it."""
        return self.id is not None


def set_footnote(document: Document, marker: Link, marks: Mapping[str, Mark], width: int, widths: Widths) -> Note:
    """The note that a marker calls, or that there is none, set in lines."""
    note = document.notes_by_id.get(marker.target or "")
    if note is None:
        missing = _("The document does not have footnote {label}.").format(label=marker.label)
        setting = typeset(missing, width, widths=widths)
        return Note(None, marker.label, setting, (), tuple(NoteLine("text", line) for line in setting.lines))
    setting = typeset(note.text, width, widths=widths, manner=manner_of(document))
    mark = marks.get(note.id, _NO_MARK)
    tags = CHIP_GAP.join(f"# {visible(tag)}" for tag in mark.all_tags)
    lines = [NoteLine("text", line) for line in setting.lines]
    lines += [NoteLine("tag", line) for line in typeset(tags, width, widths=widths).lines if tags]
    lines += [NoteLine("note", each.line) for each in set_note(mark.all_notes, width, widths)]
    return Note(note.id, note.label, setting, links_of(document, note.id), tuple(lines))
