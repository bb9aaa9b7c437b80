"""The verbs that read. Each returns its exit code; what it prints has its form from printing.py.

Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 unreadable input. Nothing heavy is imported before it is
needed, because `lookup` must answer at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import UnknownTarget
from store.library.find import Candidate, Choice, Cited, Found, Held, Nothing, find
from store.library.library import Library
from store.progress import Progress, silent
from tui import printing
from tui.found_words import called_words
from tui.language import _, n_
from tui.no_file import no_file_words
from tui.printing import put, put_json, say
from tui.progress_bar import progress_bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.document import Citation, Document
    from store.library.entry import Entry

DONE, NOTHING, USAGE, UNREADABLE = range(4)


def show(target: str, as_json: bool) -> int:
    """Print a document, or one place of it."""
    library = Library()
    with progress_bar() as progress:
        found = held(library, target, progress)
        document = library.document(found.entry.key, progress)
    if as_json:
        put_json(_public(found, document))
    else:
        _put_text(document, found.place)
    return DONE


def lookup(target: str, as_json: bool) -> int:
    """Print what is known of a number or symbol: the document held, or the card of one that is cited."""
    library = Library()
    found = find(library, target)
    if isinstance(found, Held | Cited) and found.called:
        say(called_words(found))
    match found:
        case Held(entry, None, None):
            _put_held(library, entry, as_json)
        case Cited(card):
            from store.library.card import public, public_name, with_family

            card = with_family(library, card)
            if as_json:
                put_json(public(card) | ({"called": public_name(found.called)} if found.called else {}))
            else:
                printing.put_card(card)
        case Choice(candidates):
            _put_choice(candidates, as_json)
        case _:
            return show(target, as_json)
    return DONE


def cites(target: str, as_json: bool, only_numbers: bool = False, why: bool = False) -> int:
    """Print what a document, or one place of it with its items and notes, cites, by number or otherwise, and why."""
    library = Library()
    found = held(library, target)
    document = library.document(found.entry.key)
    cited = _citations(document, found.place)
    rows = [_in_sentence(document, each) for each in cited if not only_numbers or each.is_numbered]
    if as_json:
        from store.library.codec import public_citation

        put_json(
            [
                public_citation(document, citation) | {"address": where, "sentence": sentence}
                for where, citation, sentence, _at in rows
            ]
        )
    else:
        printing.put_citations(document, rows, why=why)
    if not rows:
        say(_("{target} cites no resolution, decision or document.").format(target=target))
    return DONE if rows else NOTHING


def search(words: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Print the paragraphs that hold all words, best first."""
    from store.search.query import public, search

    query = " ".join(words)
    if not query.strip():
        say(_("Name the words to search for."))
        return USAGE
    hits = search(Library(), query)
    if as_json:
        put_json([public(hit) for hit in hits[:limit]])
    else:
        printing.put_hits(hits[:limit])
    if not hits:
        say(_("No paragraph holds {query}.").format(query=query))
    elif len(hits) > limit:
        say(_("{shown} of {count} hits; --limit shows more.").format(shown=limit, count=len(hits)))
    return DONE if hits else NOTHING


def held(library: Library, target: str, progress: Progress = silent) -> Held:
    """The document, or place in it, that a target names.

    Raises:
        UnknownTarget: it names none, or more than one.
        UnreadableSource: it is a file that can't be read.
    """
    found = find(library, target, progress)
    if isinstance(found, Held) and not found.unplaced:
        return found
    raise reason_for(found, target)


def reason_for(found: Found, target: str) -> UnknownTarget:
    """Why there is no document to work on."""
    return UnknownTarget(_reason(found, target))


def _reason(found: Found, target: str) -> str:
    match found:
        case Held(entry, unplaced=place, near=near) if near:
            missing = _("{document} has no place {place}; it has {near}: write for instance op5, pp3, p98 or fn10.")
            return missing.format(document=entry.key, place=place, near=near)
        case Held(entry, unplaced=place):
            return _("{document} has no place {place}.").format(document=entry.key, place=place)
        case Cited(card):
            known = _("The library does not hold {symbol}: `jueyi lookup {symbol}` shows what is known of it.")
            return known.format(symbol=card.symbol)
        case Choice(candidates):
            keys = _(", ").join(candidate.key for candidate in candidates)
            return _("{target} could be {keys}: name one of them.").format(target=target, keys=keys)
        case Nothing(target) if no_file := no_file_words(target):
            return no_file
        case Nothing(nearest=()):
            return _("Nothing in the library is or cites {target}.").format(target=target)
        case Nothing(nearest=nearest):
            known = _("Nothing in the library is or cites {target}; nearest known: {nearest}.")
            return known.format(target=target, nearest=_(", ").join(nearest))


def _in_sentence(document: Document, citation: Citation) -> tuple[str, Citation, str, int]:
    """Address, citation, its sentence and where in it the citation begins."""
    from store.library.mentions import sentence_around
    from store.places import address

    text = document.text_of(citation.block)
    start, end = sentence_around(text, citation.at, citation.end)
    return address(document, citation.block), citation, text[start:end], citation.at - start


def _public(found: Held, document: Document) -> dict[str, object]:
    from store.library.codec import public
    from store.places import address

    whole = public(document)
    if found.place is None:
        return whole
    if note := document.notes_by_id.get(found.place):
        held: dict[str, object] = {"label": note.label, "text": note.text}
    else:
        held = next(block for block in whole["blocks"] if block["id"] == found.place)
    place = f"fn:{note.label}" if note else found.place
    cited = {part: [each for each in whole[part] if each["in"] == place] for part in ("citations", "references")}
    names = {"schema": whole["schema"], "document": found.entry.key, "address": address(document, found.place)}
    return names | held | cited


def _put_text(document: Document, place: str | None) -> None:
    from store.config import read_config
    from tui.plain import GUTTER, document_lines, place_lines

    width = min(printing.room() or 1000, 2 * read_config().measure + GUTTER)
    lines = place_lines(document, place, width) if place else document_lines(document, width)
    for line in lines:
        put(line)


def _put_held(library: Library, entry: Entry, as_json: bool) -> None:
    from store.library.card import card_of_held, public_held

    card = card_of_held(library, entry)
    if as_json:
        put_json(public_held(entry, card))
        return
    printing.put_heading(entry)
    printing.put_relations(card)


def _put_choice(candidates: tuple[Candidate, ...], as_json: bool) -> None:
    if as_json:
        put_json({"candidates": [candidate._asdict() for candidate in candidates]})
    else:
        say(
            n_("{count} document could be meant:", "{count} documents could be meant:", len(candidates)).format(
                count=len(candidates)
            )
        )
        printing.put_candidates(candidates)


def _citations(document: Document, place: str | None) -> tuple[Citation, ...]:
    if place is None:
        return tuple(each for cited in _in_order(document) for each in cited)
    from tui.plain import branch

    places = [place]
    if place in document.by_id:
        blocks = list(branch(document, place))
        notes = [marker.footnote for block in blocks for marker in block.markers if marker.footnote]
        places = [*(block.id for block in blocks), *dict.fromkeys(notes)]
    return tuple(citation for each in places for citation in document.references_by_place.get(each, ()))


def _in_order(document: Document) -> Iterator[tuple[Citation, ...]]:
    """What each place cites, in reading order."""
    for place in (*document.by_id, *document.notes_by_id):
        yield document.references_by_place.get(place, ())
