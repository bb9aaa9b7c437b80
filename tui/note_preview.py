"""What is at the cursor of the list of annotations, whole: note, proposed words, quotation; of a conflict both."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from store.annotations.records import Annotation
from store.listing.wanted import local_day
from tui.language import _
from tui.lost_words import lost_words
from tui.note_rows import ConflictRow, NoteRow, NoteView
from tui.typeset import typeset, visible
from tui.widgets.marks import KIND
from tui.widgets.page.annotated import RAIL

_BETWEEN = " · "


def preview(row: NoteRow | ConflictRow, view: NoteView, width: int) -> Content:
    """All that there is to say of a row, in lines of so many cells."""
    lines = _of_conflict(row, view, width) if isinstance(row, ConflictRow) else _of_note(row.annotation, view, width)
    return Content("\n").join(lines)


def _of_note(annotation: Annotation, view: NoteView, width: int) -> Iterator[Content]:
    yield Content.assemble(
        (visible(view.address(annotation)), "bold"),
        (_BETWEEN + _BETWEEN.join(filter(None, _facts(annotation))), "$text-muted"),
    )
    entry = view.entry(annotation)
    if entry and entry.lost:
        yield Content.styled(_("Orphan: {reason}.").format(reason=lost_words(entry.lost)), "$text-warning")
    yield from _said(annotation, view, width)
    quote = entry.quote if entry else annotation.quote
    yield from _set(quote, width, "$text-muted")


def _of_conflict(row: ConflictRow, view: NoteView, width: int) -> Iterator[Content]:
    lost, kept = row.contested.conflict.lost, row.contested.kept
    where = f"{visible(lost.document)} {visible(view.address(row.annotation))}"
    yield Content.styled(where, "bold")
    for name, state in ((_("counts now"), kept), (_("gave way"), lost)):
        day = f"  {_time(state.modified)}" if state else ""
        yield Content.assemble((name, "$text-warning"), (day, "$text-muted"))
        if state is None:
            yield Content.styled(_("removed"), "$text-muted")
        else:
            yield from _said(state, view, width)
    yield from _set(lost.quote, width, "$text-muted")


def _said(annotation: Annotation, view: NoteView, width: int) -> Iterator[Content]:
    """Kind and tags, note, proposed words."""
    kind = [f"{KIND} {visible(view.kind(annotation.kind))}"] if annotation.kind else []
    chips = "  ".join([*kind, *(f"# {visible(tag)}" for tag in annotation.tags)])
    if chips:
        yield from _set(chips, width, "$secondary")
    for text, style in ((annotation.note, ""), (annotation.proposed, "$success")):
        for part in text.splitlines():
            for line in _set(part, width - view.widths.measure(RAIL), style):
                yield Content.assemble((RAIL, "$secondary"), line)


def _set(text: str, width: int, style: str) -> Iterator[Content]:
    for part in text.splitlines():
        for line in typeset(visible(part), max(2, width)).lines:
            yield Content.styled(line.text.rstrip(), style)


def _facts(annotation: Annotation) -> Iterator[str]:
    yield visible(annotation.document)
    yield visible(annotation.author or annotation.origin)
    created, modified = local_day(annotation.created), local_day(annotation.modified)
    yield (
        created
        if created == modified
        else _("{created}, changed {modified}").format(created=created, modified=modified)
    )


def _time(stamp: str) -> str:
    return stamp.replace("T", " ").removesuffix("Z") + " UTC"
