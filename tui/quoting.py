"""A paragraph, or a part of the text, as one pastes it into a paper: its words, then where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from store.document import Document
from store.export.quotation import Form, cited_in
from store.export.quotation import quotation as quote_with
from store.library.citing import citation
from tui.language import language
from tui.widgets.page.geometry import printed_label
from tui.widgets.page.selection import Chosen


def reference(document: Document, key: str, place: str) -> str:
    """Document and place as cited in the language of the interface: A/C.3/80/L.4, operative para. 5 (a)."""
    return citation(document, key, place, language=language())


def cited(document: Document, key: str, first: str, last: str, form: Form) -> str:
    """A range of places as it is cited in a form: in Chinese, in English, or as the interface is."""
    return citation(document, key, first, last, cited_in(form, language()))


def quotation(document: Document, key: str, place: str, form: Form = "zh") -> str:
    """The text of a block or footnote with its citation."""
    return _quotation(document, key, place, place, document.text_of(place), form)


def range_quotation(document: Document, key: str, parts: Sequence[Chosen], form: Form = "zh") -> str:
    """A part of the text, which is not empty, with its citation."""
    return _quotation(document, key, parts[0].block, parts[-1].block, range_text(document, parts), form)


def _quotation(document: Document, key: str, first: str, last: str, words: str, form: Form) -> str:
    spoken = cited_in(form, language())
    return quote_with(words, citation(document, key, first, last, spoken), form, spoken, f"{key}-{first}")


def range_text(document: Document, parts: Sequence[Chosen]) -> str:
    """A part of the text, a line for each paragraph; of several, those that are there from their beginning are
    labelled as they are printed.
    """
    return "\n".join(
        _label(document, part) * (len(parts) > 1) + document.text_of(part.block)[part.start : part.end]
        for part in parts
    )


def _label(document: Document, part: Chosen) -> str:
    block = document.by_id.get(part.block)
    label = printed_label(block) if block else document.notes_by_id[part.block].label
    return f"{label} " if label and part.start == 0 else ""
