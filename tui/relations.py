"""The verbs that ask how documents are joined: who cites what and how, what is wanting, and the graph of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.library.find import Cited, Held, find
from store.library.library import Library
from tui import printing
from tui.language import _, n_
from tui.printing import put_json, say
from tui.verbs import DONE, NOTHING, held, reason_for

if TYPE_CHECKING:
    from store.library.graph import Graph
    from store.library.mention import Mention


def cited_by(target: str, treatment: str | None, part: str | None, as_json: bool) -> int:
    """Print where a document, or one place of it, is cited; on demand only by one treatment or in one part."""
    library = Library()
    found = find(library, target)
    mentions = library.citing(found.card.symbol) if isinstance(found, Cited) else _of_held(library, target)
    if mentions and (treatment or part):
        from store.library.treatments import chosen

        kept = chosen(mentions, treatment, part)
    else:
        kept = mentions
    if as_json:
        from store.library.mention import public_mention

        put_json([public_mention(mention) for mention in kept])
    elif kept:
        printing.put_mentions(kept)
    if not kept:
        say(_nobody(target, mentions))
    return DONE if kept else NOTHING


def wanted(limit: int, as_json: bool) -> int:
    """Print the documents that the library cites most and does not hold."""
    from store.library.wanted import public
    from store.library.wanted import wanted as lacking

    found, count = lacking(Library(), limit)
    if as_json:
        put_json([public(each) for each in found])
    else:
        printing.put_wanted(found)
    if not found:
        say(_("The library holds all that it cites."))
    elif count > len(found):
        say(_("{shown} of {count} documents; --limit shows more.").format(shown=len(found), count=count))
    return DONE if found else NOTHING


def graph(target: str | None, limit: int | None, dot: bool, file: str, as_json: bool) -> int:
    """Print who cites whom: around one document, or in the whole library."""
    from store.library import graph as graphs

    made = _graph(target, limit, picture=not (dot or as_json))
    if as_json:
        import json

        text = json.dumps(graphs.public(made), ensure_ascii=False, indent=2) + "\n"
    elif dot:
        text = graphs.dot(made)
    else:
        from tui.graph_picture import picture

        space = printing.room() if file == "-" else None
        text = "".join(line + "\n" for line in picture(made, space))
    _write(text, file)
    if not made.arcs:
        say(_("Nothing cites or is cited here."))
    return DONE if made.arcs else NOTHING


_PICTURED = 40
"""Documents that are cited and not held of which the picture of a library shows so many."""


def _graph(target: str | None, limit: int | None, *, picture: bool) -> Graph:
    from store.library.graph import graph_around, graph_of

    library = Library()
    if target is None:
        return graph_of(library, _PICTURED if picture and limit is None else limit)
    found = find(library, target)
    if isinstance(found, Cited):
        return graph_around(library, None, found.card.symbol)
    entry = held(library, target).entry
    return graph_around(library, entry, entry.symbol)


def _write(text: str, file: str) -> None:
    if file == "-":
        printing.put_raw(text.translate(printing.HARMFUL))
        return
    from pathlib import Path

    from store.files import write_atomically

    write_atomically(Path(file).expanduser(), text.encode())
    say(_("Written to {file}.").format(file=file))


def _nobody(target: str, mentions: tuple[Mention, ...]) -> str:
    """That nobody cites it, or nobody in the way that was asked for."""
    if not mentions:
        return _("No document in the library cites {target}.").format(target=target)
    from store.library.treatments import count
    from tui.relation_words import counts_words

    counts = count(mentions)
    times = sum(counts.parts.values())
    words = n_("Cited {count} time, but not so: {ways}.", "Cited {count} times, but not so: {ways}.", times)
    return words.format(count=times, ways="; ".join(counts_words(counts)))


def _of_held(library: Library, target: str) -> tuple[Mention, ...]:
    """The mentions of a document that the library holds; with a place, those that name it."""
    found = find(library, target)
    if not isinstance(found, Held) or found.unplaced:
        raise reason_for(found, target)
    mentions = library.citing(found.entry.symbol) if found.entry.symbol else ()
    if found.place is None:
        return mentions
    from store.library.backlinks import citing_place

    return citing_place(library.document(found.entry.key), mentions, found.place)
