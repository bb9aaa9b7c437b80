"""The order of the stages, and the account of every character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from store.document import Block, Document, Doubt, Footnote, Link, Piece
from store.progress import Progress, silent
from store.reading.assemble import make_blocks
from store.reading.clothes import translated, undressed, unfolded
from store.reading.contents import part_contents
from store.reading.corrected import (
    corrected_front,
    cut,
    regrouped,
    settled_furniture,
    settled_notes,
    tell,
    told_symbol,
)
from store.reading.doubts import find_doubts, find_guessed, foreign
from store.reading.drafts import Draft
from store.reading.endnotes import arrowed_at_end, listed_at_end
from store.reading.front import chapeau_organ, front_matter, kind_of_symbol
from store.reading.furniture import find_furniture, furniture_of
from store.reading.identity import body_of, own_symbol
from store.reading.inlined import inlined
from store.reading.joining import join_lines
from store.reading.lines import Line, split_lines
from store.reading.marks import Marks
from store.reading.masthead import Masthead
from store.reading.masthead_signs import unsigned
from store.reading.misplaced import whole_masthead
from store.reading.notes import Note, find_notes, note_passage
from store.reading.paragraphs import build_drafts
from store.reading.phrases import WEAK_ENDS, deciding_organ, opens_decision, opens_preamble
from store.reading.pieces import account, merged
from store.reading.profile import Profile, is_spaced, profile_of
from store.reading.run_in import Guess
from store.reading.signs import Form, forms_used
from store.reading.source import Source
from store.reading.speaker import speaker_end
from store.reading.speakers import part_speakers
from store.reading.speech import opens_lettered
from store.reading.structure import shape
from store.reading.tables import part_tables
from store.reading.taken_out import find_taken_out

VERSION = 3
"""Goes up when the same source is read differently, so that what was cached is read again."""


def read(source: Source, progress: Progress = silent) -> Document:
    """Read any text. Never raises for what the text holds: what fits nowhere becomes a `text` block.

    Raises:
        Cancelled: `progress` said so.
    """
    marks = Marks(source.marks)
    lines = split_lines(source.text, progress)
    lines = unfolded(marks.whole(lines)) if marks else undressed(lines)
    within = inlined(cut(lines, source.corrections), {mark.value for mark in source.marks if mark.kind == "note"})
    lines = within.lines
    progress("notes", 0, 3)
    marks = Marks([*source.marks, *within.calls]) if within.calls else marks
    marks.tell(lines)
    tell(lines, source.corrections)
    told = settled_notes(lines, sorted([*marks.notes(lines), *within.notes], key=lambda note: note.lines))
    furniture = find_furniture(lines, marks.furniture(lines)) | dict.fromkeys(translated(lines), "translation")
    furniture = settled_furniture(lines, furniture, told)
    rough = profile_of([line for index, line in enumerate(lines) if index not in furniture])
    progress("notes", 1, 3)
    listed, form = listed_at_end(lines, furniture)
    arrowed, sign = arrowed_at_end(lines)
    forms = forms_used(lines, furniture)
    forms = (*forms, *(each for each in (form or sign,) if each and each not in forms))
    progress("notes", 2, 3)
    notes = find_notes(lines, furniture, rough, forms, [*told, *arrowed], listed)
    body, head, freed = _masthead(_body(lines, furniture, notes), {note.label for note in notes}, forms)
    text = sorted([*freed, *(line for index, line in enumerate(body) if index not in head.owners)], key=_start)
    part_contents(text)
    profile = profile_of(text)
    spaced = is_spaced([line for line in text if not line.row])
    resolution = _speaks_as_resolution(head, text, profile, len(head.texts) + len(freed))
    if "record" in (head.kind, kind_of_symbol(head.fields.get("symbol"))):
        text = part_speakers(text, [body[index] for index in head.owners])
    text = part_tables(text)
    drafts = regrouped(build_drafts(text, profile, resolution=resolution))
    parts = _Parts(lines, marks, furniture, notes, forms, body, head, drafts, spaced, resolution, within.guesses)
    return _document(source, parts, progress)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the stages made of one source."""

    lines: Sequence[Line]
    marks: Marks
    furniture: dict[int, str]
    notes: Sequence[Note]
    forms: Sequence[Form]
    body: Sequence[Line]
    head: Masthead
    drafts: Sequence[Draft]
    spaced: bool
    """Spaces stand between Chinese and numbers or Latin words."""
    resolution: bool
    guesses: Sequence[Guess]


def _body(lines: Sequence[Line], furniture: dict[int, str], notes: Sequence[Note]) -> list[Line]:
    in_notes = {index for note in notes for index in note.lines}
    return [line for index, line in enumerate(lines) if index not in furniture and index not in in_notes]


def _masthead(
    body: list[Line], labels: Collection[str], forms: Sequence[Form]
) -> tuple[list[Line], Masthead, list[Line]]:
    """The body and its masthead, and apart from both the lines of which the user says that they are text.

    `labels` are those of the notes that the masthead may call, in `forms` that the document uses.
    """

    def read_above(body: Sequence[Line]) -> Masthead:
        shown = unsigned(body, labels, forms)
        head = whole_masthead(shown)
        for line, without in zip(body, shown, strict=True):
            line.boundary = without.boundary
        return head

    head, freed = read_above(body), list[Line]()
    while taken := [body[index] for index in head.owners if body[index].told]:
        freed += taken
        body = [line for line in body if all(line is not each for each in taken)]
        head = read_above(body)
    return body, head, freed


def _start(line: Line) -> int:
    return line.span.start


def _speaks_as_resolution(head: Masthead, text: Sequence[Line], profile: Profile, first: int) -> bool:
    """Whether the text is a resolution's: an organ speaks, or preambular paragraphs follow one another.

    Args:
        head: the masthead.
        text: the lines of the text.
        profile: their layout.
        first: how many of them stand in the masthead or before it.
    """
    if head.kind == "convention":
        return False
    if first < len(text) and (speaker_end(text, first) or opens_lettered(text, first)):
        return True
    if head.kind in ("report", "note", "letter", "record", "agenda", "presidential statement"):
        return False
    begun = [
        line for index, line in enumerate(text) if not index or text[index - 1].complete or not profile.wrapped(line)
    ]
    if _decides(begun):
        return True
    openings = sum(opens_preamble(line.text) and line.ending in WEAK_ENDS for line in begun)
    return openings >= 2 or head.kind in ("resolution", "draft resolution", "decision", "draft decision")


def _decides(begun: Sequence[Line]) -> bool:
    """Whether nearly all numbered paragraphs open with a verb of resolutions, and most end with a semicolon."""
    numbered = [line for line in begun if line.label is not None and line.label.style == "number"]
    words = [line.text[line.label.end :] for line in numbered if line.label is not None]
    opens = sum(opens_decision(text) or opens_preamble(text) for text in words)
    clauses = sum(line.ending in "；;" for line in begun if line.ending)
    return len(words) > 2 and opens * 10 >= len(words) * 8 and clauses * 2 >= len(words)


def _footnotes(parts: _Parts) -> tuple[tuple[Footnote, ...], tuple[Link, ...]]:
    """The notes, and the links in them."""
    taken: Counter[str] = Counter()
    found: list[Footnote] = []
    links: list[Link] = []
    for note in parts.notes:
        taken[note.label] += 1
        times = taken[note.label]
        name = f"fn{note.label}" if times == 1 else f"fn{note.label}~{times}"
        passage = join_lines(note_passage(note, parts.lines), spaced=parts.spaced)
        found.append(Footnote(name, note.label, passage.text, passage.runs))
        links += parts.marks.links(passage, name)
    return tuple(found), tuple(links)


def _document(source: Source, parts: _Parts, progress: Progress) -> Document:
    shapes = shape(parts.drafts)
    footnotes, links = _footnotes(parts)
    made = make_blocks(
        parts.drafts,
        shapes,
        footnotes,
        parts.forms,
        parts.marks,
        masthead=_printed_front(parts),
        spaced=parts.spaced,
        progress=progress,
    )
    furniture = tuple(
        furniture_of(parts.lines[index], kind, source.text) for index, kind in sorted(parts.furniture.items())
    )
    organ = _organ(parts.drafts)
    symbol = told_symbol(source.corrections, own_symbol(parts.head, furniture, organ))
    front = front_matter(
        parts.head,
        resolution=parts.resolution,
        symbol=symbol,
        body=organ or body_of(symbol, parts.head),
        numbered=any(draft.form == "numbered" for draft in parts.drafts) and not _articled(parts.drafts),
    )
    return Document(
        front=corrected_front(front, source.corrections),
        blocks=made.blocks,
        footnotes=footnotes,
        furniture=furniture,
        doubts=(
            *(Doubt(None, 0, unsure.kind, unsure.message) for unsure in source.doubts),
            *foreign(symbol, parts.lines),
            *find_doubts(made.blocks, parts.drafts, footnotes, made.calls, _printed_front(parts), parts.forms),
            *find_guessed(made.blocks, footnotes, parts.guesses),
            *find_taken_out(
                parts.lines,
                parts.furniture,
                source.text,
                made.blocks,
                told=parts.marks.furniture(parts.lines),
                noted={index for note in parts.notes for index in note.lines},
                symbol=symbol,
            ),
        ),
        links=made.links + links,
        pieces=_pieces(source, parts, made.blocks, footnotes),
        digest=source.digest,
    )


def _articled(drafts: Sequence[Draft]) -> bool:
    """Whether articles head the text, and not only some paragraphs under the numerals of a report."""
    styles = Counter(draft.label.style for draft in drafts if draft.label is not None)
    return styles["article"] > styles["chinese"]


def _printed_front(parts: _Parts) -> str:
    return "\n".join(parts.body[index].text for index in sorted(parts.head.owners))


def _organ(drafts: Sequence[Draft]) -> str | None:
    spoken = next((chapeau_organ(draft.lines) for draft in drafts if draft.form == "chapeau"), None)
    return spoken or next((organ for draft in drafts[:2] if (organ := deciding_organ(draft.lines[0].text))), None)


def _pieces(source: Source, parts: _Parts, blocks: Sequence[Block], footnotes: Sequence[Footnote]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for index, kind in parts.furniture.items():
        pieces.append(Piece(*parts.lines[index].span, "furniture", kind))
    for index, name in parts.head.owners.items():
        pieces.append(Piece(*parts.body[index].span, "front", name))
    for note, footnote in zip(parts.notes, footnotes, strict=True):
        lines = [parts.lines[index] for index in note.lines]
        pieces += account(lines, note.label_span.end, "footnote", footnote.id)
    for draft, block in zip(parts.drafts, blocks, strict=True):
        pieces += account(draft.lines, draft.label.end if draft.label and not draft.bare else 0, "block", block.id)
    return merged(sorted(pieces), len(source.text))
