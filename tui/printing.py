"""What the command's verbs print: entries, cards, citations, hits, as plain text for a terminal or a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from tui.addresses import spoken_address
from tui.instrument_words import facts_of, standing_of
from tui.kinds import form_name, kind_name
from tui.language import _, n_
from tui.naming import NONE, display_name, place_name
from tui.refusals import refusal_words

if TYPE_CHECKING:
    from store.document import Citation, Document
    from store.library.card import Card, Name
    from store.library.entry import Entry
    from store.library.families.kin import Family
    from store.library.find import Candidate
    from store.library.mention import Mention
    from store.library.wanted import Wanted
    from store.search.query import Hit

_INDENT = "  "
HARMFUL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
"""What could move a terminal's cursor or change its colours."""


def put(text: str) -> None:
    """Print data, with nothing in it that a terminal would obey."""
    put_raw(text.translate(HARMFUL) + "\n")


def put_raw(text: str) -> None:
    """Print data as it is, byte for byte."""
    if sys.stdout is not None:
        sys.stdout.write(text)


def put_json(data: Any) -> None:
    """Print data for scripts."""
    put_raw(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def say(message: str) -> None:
    """Tell the user something, beside the data."""
    if sys.stderr is not None:
        sys.stderr.write(message.translate(HARMFUL) + "\n")


def cells(text: str) -> int:
    """How many cells of a terminal the text fills."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns, two cells apart; nothing is cut."""
    kept = [tuple(row) for row in rows]
    widths = [max(map(cells, column)) for column in zip(*kept, strict=True)]
    for row in kept:
        padded = (text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def clip(text: str, room: int) -> str:
    """As much of the beginning of a text as fits into `room` cells."""
    if cells(text) <= room:
        return text
    while cells(text) >= room:
        text = text[: min(len(text) - 1, room)]
    return text + "…"


def around(text: str, start: int, end: int, room: int | None) -> str:
    """As much of a text as fits into `room` cells around a range of it; all of it without a limit."""
    text = text.replace("\n", " ")
    if room is None or cells(text) <= room:
        return text
    first, last, used = start, end, cells(text[start:end]) + 2
    while used < room and (first > 0 or last < len(text)):
        if last < len(text) and (last - end <= 2 * (start - first) or first == 0):
            used += cells(text[last])
            last += 1
        else:
            first -= 1
            used += cells(text[first])
    return ("…" if first else "") + text[first:last].strip() + ("…" if last < len(text) else "")


def room() -> int | None:
    """Cells of a line of the terminal; None when the output goes to a file or a program."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


_TITLE, _NARROW_TITLE = 2, 24
"""The column of the library's list that takes what room the others leave, and the cells that it should have."""
_GIVE_WAY = (3, 5, 1, 4)
"""The columns that are left out one after the other where the title has no room: session, paragraphs, kind, date."""


def put_entries(entries: Iterable[Entry]) -> None:
    """The library, one line a document, as much of it as a line of the terminal holds."""
    head = (_("symbol"), _("kind"), _("title"), _("session"), _("date"), _("paragraphs"))
    rows = [
        (
            (entry.key if entry.is_version else entry.symbol) or _("(no symbol)"),
            kind_name(entry.kind, entry.revised),
            refusal_words(entry.problem or "") or entry.title or (_("(no title)") if entry.symbol else entry.key),
            entry.session or "–",
            entry.date or "–",
            str(entry.paragraphs),
        )
        for entry in entries
    ]
    for line in table(_fitted([head, *rows], room())):
        put(line)


def _fitted(rows: list[tuple[str, ...]], space: int | None) -> list[tuple[str, ...]]:
    """The columns that have room on a line of so many cells, titles cut to what the others leave."""
    if space is None:
        return rows
    needs = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    kept = list(range(len(needs)))
    for column in (None, *_GIVE_WAY):
        kept = [each for each in kept if each != column]
        left = space - sum(needs[each] + len(_INDENT) for each in kept if each != _TITLE)
        if left >= min(needs[_TITLE], _NARROW_TITLE):
            break
    titled = ((*row[:_TITLE], clip(row[_TITLE], max(left, 2)), *row[_TITLE + 1 :]) for row in rows)
    return [tuple(row[each] for each in kept) for row in titled]


def put_heading(entry: Entry) -> None:
    """A document of the library in two lines."""
    put(_INDENT.join(filter(None, (entry.key, entry.title if entry.title != entry.key else None))))
    facts = (kind_name(entry.kind, entry.revised), entry.body, entry.session, entry.date)
    counted = n_("{count} paragraph", "{count} paragraphs", entry.paragraphs).format(count=entry.paragraphs)
    put(" · ".join(filter(None, (*facts, counted))))


def put_card(card: Card) -> None:
    """What is known of a document that the library does not hold."""
    put(_INDENT.join((card.symbol, display_name(card.symbol), _("({standing})").format(standing=standing_of(card)))))
    put("")
    rows = [(_INDENT + label, fact) for label, fact in facts_of(card)]
    rows += [(_INDENT + _("name"), _named(name)) for name in card.names]
    rows += [(_INDENT + _("about"), _named(name)) for name in (() if card.names else card.subjects)]
    if card.dates:
        rows.append((_INDENT + _("date"), "、".join(card.dates)))
    rows.append((_INDENT + _("official text"), card.link or NONE))
    for line in table(rows):
        put(line)
    if not card.mentions:
        put("")
        put(_("No document in the library cites {target}.").format(target=card.symbol))
    put_relations(card)


def put_relations(card: Card) -> None:
    """The family of a document and where it is cited."""
    if card.family.kin:
        put("")
    for line in table(_family_rows(card.family)):
        put(line)
    if card.mentions:
        put("")
        put_mentions(card.mentions)


def _family_rows(family: Family) -> Iterator[tuple[str, str]]:
    from tui.relation_words import kin_name, relation_name, short_name, why_words

    for each in family.kin:
        if each.relation != "series":
            held = "  " + _("(in the library)") if each.key else ""
            yield _INDENT + relation_name(each), f"{kin_name(each)}{held}  [{why_words(each)}]"
    series = family.of("series")
    if series:
        yield _INDENT + relation_name(series[0]), f"{' · '.join(map(short_name, series))}  [{why_words(series[0])}]"


def _named(name: Name) -> str:
    return _("{name} (according to {document}, {address})").format(
        name=name.text, document=name.document, address=spoken_address(name.address)
    )


def put_mentions(mentions: tuple[Mention, ...]) -> None:
    """Where a document is cited, by citing document, a line a paragraph."""
    from store.library.mention import by_paragraph
    from store.library.treatments import count
    from tui.relation_words import counts_words

    documents = dict.fromkeys(mention.document for mention in mentions)
    held = n_("in {count} document", "in {count} documents", len(documents)).format(count=len(documents))
    put(_(", ").join((*_counted(mentions), held)))
    for words in counts_words(count(mentions)):
        put(_INDENT + words)
    rows = [(mention, _times(mention, count)) for mention, count in by_paragraph(mentions)]
    width = max((cells(address) for _mention, address in rows), default=0)
    space = room()
    for key in documents:
        put(key)
        for mention, address in rows:
            if mention.document == key:
                shown = around(
                    mention.sentence,
                    mention.at,
                    mention.at + len(mention.citation.surface),
                    space and space - width - 2 * len(_INDENT),
                )
                put(f"{_INDENT}{address}{' ' * (width - cells(address))}{_INDENT}{shown}")


def _times(mention: Mention, count: int) -> str:
    """The paragraph, with how often it cites where that is more than once."""
    return spoken_address(mention.address) + (f" ×{count}" if count > 1 else "")


def _counted(mentions: tuple[Mention, ...]) -> Iterator[str]:
    """In how many places it stands by number or symbol, and in how many otherwise."""
    numbered = sum(mention.citation.is_numbered for mention in mentions)
    named = len(mentions) - numbered
    if numbered or not named:
        yield n_("cited in {count} place", "cited in {count} places", numbered).format(count=numbered)
    if named:
        yield n_("named in {count} place", "named in {count} places", named).format(count=named)


def put_wanted(found: Iterable[Wanted]) -> None:
    """Documents that the library lacks, one a line."""
    rows = [(str(each.citations), str(each.documents), each.symbol, each.name or "") for each in found]
    if rows:
        lines = table([(_("places"), _("documents"), _("symbol"), _("name")), *rows])
        space = room()
        for line in lines:
            put(clip(line, space) if space else line)


def put_candidates(candidates: Iterable[Candidate]) -> None:
    """The documents that a number could mean, one a line."""
    rows = [(each.key, each.name if each.held else display_name(each.key), _standing(each)) for each in candidates]
    for line in table(rows):
        put(line)


def _standing(candidate: Candidate) -> str:
    if candidate.held:
        return _("in the library")
    if candidate.citations:
        return n_("cited {count} time", "cited {count} times", candidate.citations).format(count=candidate.citations)
    return "–"


def put_citations(document: Document, rows: Iterable[tuple[str, Citation, str, int]], *, why: bool = False) -> None:
    """Address, what is cited, in which form unless by number, its sentence and where in it that begins, one a line.

    With `why` the reason of each reading stands below it.
    """
    kept = list(rows)
    columns = [(spoken_address(where), _meant(document, each), form_name(each.form)) for where, each, _s, _a in kept]
    heads = list(table(columns))
    width = max(map(cells, heads), default=0)
    space = room()
    for head, (_address, citation, sentence, at) in zip(heads, kept, strict=True):
        shown = around(sentence, at, at + len(citation.surface), space and space - width - len(_INDENT))
        put(f"{head}{' ' * (width - cells(head))}{_INDENT}{shown}")
        if why:
            from tui.reasons import reason_line

            put(f"{_INDENT}{reason_line(citation)}")


def _meant(document: Document, citation: Citation) -> str:
    """The symbol, the place of the document, or what it could be."""
    if citation.target:
        return place_name(document, citation.target)
    return citation.symbol or " / ".join((*citation.candidates, "?"))


def put_hits(hits: Iterable[Hit]) -> None:
    """Found paragraphs: address and text, two lines each."""
    space = room()
    for hit in hits:
        put(f"{hit.document}{_INDENT}{spoken_address(hit.address)}")
        first, last = hit.spans[0].start, hit.spans[-1].end
        if space and cells(hit.text[first:last]) > space // 2:
            last = hit.spans[0].end
        put(_INDENT + around(hit.text, first, last, space and space - len(_INDENT)))
