"""What the reader had to guess, said to the user."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.document import Block, Doubt, Footnote
from store.reading.calls import Call
from store.reading.drafts import Draft
from store.reading.lines import Line
from store.reading.masthead_signs import called
from store.reading.phrases import ARTICLE, is_annex, is_part
from store.reading.run_in import Guess
from store.reading.signs import Form
from store.reading.slips import find_slips
from store.reading.whereabouts import Whereabouts

_UNITED_NATIONS = re.compile(
    r"联合国|聯合國|大会|大會|理事会|理事會|委员会|委員會|缔约|締約|公约|公約|秘书长|秘書長|决议|決議|[A-Z]{1,8}/[A-Z\d]"
)
_BEGINNING = 400
"""Lines that show what a text is."""


def find_doubts(
    blocks: Sequence[Block],
    drafts: Sequence[Draft],
    notes: Sequence[Footnote],
    calls: Sequence[Call],
    masthead: str,
    forms: Sequence[Form] = (),
) -> Iterator[Doubt]:
    """All doubts of structure and notes.

    Args:
        blocks: those of the document.
        drafts: what they were made of.
        notes: its footnotes.
        calls: the markers found.
        masthead: the front matter as printed, which may call notes too.
        forms: how the document prints signs that are not raised.
    """
    yield from _of_calls(blocks, calls)
    yield from _of_notes(blocks, notes, masthead, forms)
    yield from _of_slips(blocks, notes, masthead)
    for before, block, draft in zip((None, *drafts), blocks, drafts, strict=False):
        if _is_heading_by_form(draft) and not (before and before.form == "heading"):
            yield Doubt(block.id, 0, "heading-or-text", "本行没有编号，只凭形式读作标题，也可能是正文。")
        if draft.out_of_sequence:
            yield Doubt(block.id, 0, "sequence", f"编号“{block.label}”与前文不连续，可能有缺段或误读。")
        if draft.joined_over:
            yield Doubt(block.id, len(block.text), "unsure-join", "本段与下一段之间的断段没有把握。")
        if not block.text:
            yield Doubt(block.id, 0, "empty", "只有编号，没有文字。")


def foreign(symbol: str | None, lines: Sequence[Line]) -> Iterator[Doubt]:
    """A text without a symbol or a word of the organization may be no document of the United Nations at all."""
    if symbol is None and not any(_UNITED_NATIONS.search(line.text) for line in lines[:_BEGINNING]):
        yield Doubt(None, 0, "foreign", "这份文本不像联合国文件：只按标题和段落读出。")


def find_guessed(blocks: Sequence[Block], notes: Sequence[Footnote], guesses: Sequence[Guess]) -> Iterator[Doubt]:
    """Doubts of the numbers in the text that may be signs of notes that ran into it."""
    if not guesses:
        return
    labels, places = {note.label for note in notes}, Whereabouts(blocks)
    for guess in guesses:
        place, at = places.of(guess.at)
        if guess.words:
            message = f"此处数字“{guess.label}”及其后的“{guess.words}”读作脚注，也可能是正文。"
            yield Doubt(place, at, "inlined-note", message)
        elif guess.label not in labels:
            yield Doubt(place, at, "stray-figure", f"此处数字“{guess.label}”可能是脚注号，却找不到注文。")


def _of_slips(blocks: Sequence[Block], notes: Sequence[Footnote], masthead: str) -> Iterator[Doubt]:
    for slip in find_slips(masthead, labelled=True):
        yield Doubt(None, 0, "misread-number", f"“{slip.surface}”疑为“{slip.meant}”的误识。")
    owners: list[Block | Footnote] = [*blocks, *notes]
    for owner in owners:
        for slip in find_slips(owner.text, labelled=owner.label is not None):
            yield Doubt(owner.id, slip.at, "misread-number", f"“{slip.surface}”疑为“{slip.meant}”的误识。")


def _is_heading_by_form(draft: Draft) -> bool:
    """Whether nothing but its place and length makes a heading of it: neither number nor mark nor a known word."""
    first = draft.lines[0]
    if draft.form != "heading" or draft.label or draft.opens_resolution or first.told or first.marked:
        return False
    return not (is_part(first.text) or is_annex(first.text) or ARTICLE.fullmatch(first.text))


def _of_calls(blocks: Sequence[Block], calls: Sequence[Call]) -> Iterator[Doubt]:
    markers = {index: iter(block.markers) for index, block in enumerate(blocks)}
    for call in calls:
        marker = next(markers[call.text])
        place = blocks[call.text].id
        if call.how == "flat":
            yield Doubt(place, marker.at, "flat-marker", f"此处数字“{call.note}”读作脚注号。")
        elif call.how == "misread":
            yield Doubt(place, marker.at, "misread-marker", f"此处符号疑为脚注号 {call.note} 的误识。")
        if marker.footnote is None:
            yield Doubt(place, marker.at, "missing-note", f"找不到脚注 {call.note} 的注文。")


def _of_notes(
    blocks: Sequence[Block], notes: Sequence[Footnote], masthead: str, forms: Sequence[Form]
) -> Iterator[Doubt]:
    bound = {marker.footnote for block in blocks for marker in block.markers}
    above = called(masthead, {note.label for note in notes}, forms)
    for note in notes:
        if note.id not in bound and note.label not in above:
            yield Doubt(note.id, 0, "missing-marker", f"正文中找不到脚注 {note.label} 的脚注号。")
