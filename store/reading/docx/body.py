"""The body of a document, and the notes that it calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.progress import Progress
from store.reading.docx.notes import Called, NoteSigns
from store.reading.docx.raised import sign_of
from store.reading.docx.settings import NoteKind, Setting
from store.reading.docx.story import Story
from store.reading.docx.tables import Table, laid_out
from store.reading.docx.writing import Group, Paragraph

_STEP = 200
"""Paragraphs after which it is told how far the reading is."""
_LONG = 60
"""Characters of a line that only a text has."""


class Body:
    """Reads the body; what notes it called is known afterwards."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._signs = NoteSigns(setting)

    def blocks(self, progress: Progress) -> Iterator[Paragraph | Group]:
        """The paragraphs of the body and its tables as lines, in order."""
        body = self._setting.body
        story = Story(self._setting, self._signs, self._setting.package.links())
        done, above_text = 0, True

        def passed() -> None:
            nonlocal done
            done += 1
            if done % _STEP == 0:
                progress("docx", min(done, len(body)), len(body))

        for block in story.blocks(body, passed):
            if isinstance(block, Table):
                yield from laid_out(block, above_text=above_text)
            else:
                above_text = above_text and len(block.text) < _LONG
                yield block

    def notes(self) -> Iterator[tuple[Called, list[Paragraph]]]:
        """The notes in the order of their calls, each with its paragraphs, without its sign."""
        kinds: tuple[NoteKind, ...] = ("footnote", "endnote")
        elements = {kind: self._setting.notes(kind) for kind in kinds}
        stories = {kind: Story(self._setting, None, self._setting.package.links(f"{kind}s")) for kind in kinds}
        for called in self._signs.called:
            element = elements[called.kind].get(called.id)
            if element is None:
                continue
            paragraphs = [part for block in stories[called.kind].blocks(element) for part in _paragraphs(block)]
            typed = called.custom or next(element.iter(f"{called.kind}Ref"), None) is None
            yield called, _without_sign(called, paragraphs, typed=typed)


def _paragraphs(block: Paragraph | Table) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        for made in laid_out(block, above_text=False):
            yield from made.lines if isinstance(made, Group) else (made,)


def _without_sign(called: Called, paragraphs: list[Paragraph], *, typed: bool) -> list[Paragraph]:
    """A note without the white space after its sign, and without the sign itself where it was typed."""
    if not paragraphs:
        return []
    first, *rest = paragraphs
    signs = "|".join(re.escape(sign) for sign in (called.label, sign_of(called.label)))
    form = rf"\s*(?:[*＊]+|(?:{signs})/?(?![0-9A-Za-z]))?\s*" if typed else r"\s*"
    opening = re.match(form, first.text)
    cut = opening.end() if opening else 0
    marks = tuple(
        each._replace(start=each.start - cut, end=each.end - cut)
        for each in first.marks
        if each.start >= cut and each.kind != "call"
    )
    return [Paragraph(first.text[cut:], marks), *(each for each in rest if each.text.strip())]
