"""What the reader had to guess, said to the user."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.document import Block, Doubt, Footnote
from store.reading.calls import Call
from store.reading.drafts import Draft

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def find_doubts(
    blocks: Sequence[Block], drafts: Sequence[Draft], notes: Sequence[Footnote], calls: Sequence[Call], masthead: str
) -> Iterator[Doubt]:
    """All doubts of structure and notes; `masthead` is the front matter as printed, which may call notes too."""
    yield from _of_calls(blocks, calls)
    yield from _of_notes(blocks, notes, masthead)
    for block, draft in zip(blocks, drafts, strict=True):
        if draft.out_of_sequence:
            yield Doubt(block.id, 0, "sequence", f"编号“{block.label}”与前文不连续，可能有缺段或误读。")
        if draft.joined_over:
            yield Doubt(block.id, len(block.text), "unsure-join", "本段与下一段之间的断段没有把握。")
        if not block.text:
            yield Doubt(block.id, 0, "empty", "只有编号，没有文字。")


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


def _of_notes(blocks: Sequence[Block], notes: Sequence[Footnote], masthead: str) -> Iterator[Doubt]:
    called = {marker.footnote for block in blocks for marker in block.markers}
    for note in notes:
        if note.id not in called and note.label.translate(RAISED) not in masthead:
            yield Doubt(note.id, 0, "missing-marker", f"正文中找不到脚注 {note.label} 的脚注号。")
