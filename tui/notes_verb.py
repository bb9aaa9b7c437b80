"""The verb `notes`: all annotations, filtered and grouped, as lines or as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.config import read_config
from store.export.sections import Entry
from store.library.find import Cited, find
from store.library.library import Library
from store.listing.citing import Citations
from store.listing.filtering import Sieve
from store.listing.groups import Group, Grouping, fitting, groups_of
from store.listing.listing import Contested, Source, make_listing
from store.listing.notebook import Notebook, Reading
from store.listing.standing import Standings
from store.listing.wanted import CONFLICT, ORPHAN, Wanted, days, parse
from store.progress import Progress
from tui import printing
from tui.addresses import spoken_address
from tui.export_words import NO_CONFLICT
from tui.group_words import group_words, kind_label, kind_labels
from tui.language import _, n_
from tui.lost_words import lost_words
from tui.printing import clip, put, put_json, say
from tui.progress_bar import progress_bar
from tui.refusals import refusal_words
from tui.verbs import DONE, NOTHING, USAGE, held

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for."""

    document: str | None
    typed: Wanted
    """By words, as in the app."""
    wanted: Wanted
    """By options."""
    by: Grouping
    grouped: bool
    """Whether the grouping was named."""


def notes(
    words: tuple[str, ...],
    tags: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    cites: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    group: str | None = None,
    orphans: bool = False,
    conflicts: bool = False,
    as_json: bool = False,
) -> int:
    """Print annotations: of a document or place, or all, and only those that are wanted."""
    for date in (since, until):
        if date and not days(date):
            say(_("{date} is no date: write 2026, 2026-11 or 2026-11-03.").format(date=date))
            return USAGE
    library, shelf = Library(), Shelf.of_user()
    document, place, words = _target(library, shelf, words)
    typed = parse(" ".join(words))
    if typed.unknown:
        say(_("Not understood: {words}. Dates are written 2026, 2026-11 or 2026-11-03.").format(words=typed.unknown[0]))
        return USAGE
    wanted = Wanted(
        tags=tuple(tag.lstrip("#＃") for tag in tags),
        kinds=kinds,
        people=people,
        cites=cites,
        since=(days(since) or ("", ""))[0] if since else "",
        until=(days(until) or ("", ""))[1] if until else "",
        states=(*((ORPHAN,) if orphans else ()), *((CONFLICT,) if conflicts else ())),
        place=place or "",
        whole=True,
    )
    asked = _Asked(document, typed, wanted, cast(Grouping, group or "document"), bool(group))
    with progress_bar() as progress:
        found = _Found(library, shelf, asked, progress)
        groups = found.groups()
        if conflicts and typed.is_empty and replace(wanted, states=()).is_empty:
            return _put_conflicts(found.listing.contested, as_json)
        data = list(found.public(groups)) if as_json else []
        lines = [] if as_json else list(found.lines(groups))
    return _put(groups, data, lines, found, as_json)


class _Found:
    """The annotations that are wanted, and what is known of them."""

    def __init__(self, library: Library, shelf: Shelf, asked: _Asked, progress: Progress) -> None:
        self.asked = asked
        self._library = library
        self._progress = progress
        self._kinds = read_config().kinds
        entries = {entry.key: entry for entry in library.known()}
        self.listing = make_listing(_read(Notebook(shelf), asked.document, progress), entries)
        self._standings, self._citations = Standings(library), Citations(library)

    def groups(self) -> list[Group]:
        """What is wanted, grouped."""
        listing, asked = self.listing, self.asked
        sieve = Sieve(listing, kind_labels(self._kinds))
        citing = None
        if asked.wanted.cites or asked.typed.cites or asked.by == "cited":
            citing = sieve.citing = self._citations.of(listing, progress=self._progress)
        if ORPHAN in (*asked.wanted.states, *asked.typed.states):
            looked = self._standings.look_all(listing, progress=self._progress)
            sieve.orphans = {index for index, entry in looked if entry.lost}
        groups = groups_of(listing, asked.by, citing)
        for wanted in (asked.wanted, asked.typed):
            groups = groups if wanted.is_empty else fitting(groups, sieve.find(wanted))
        return groups

    def public(self, groups: Sequence[Group]) -> Iterator[dict[str, Any]]:
        """As data: each annotation once, or in its groups where a grouping is named."""
        entries = self._entries(groups)
        cites = self._cites(entries)
        made = {index: self._public(index, entry, cites.get(index, [])) for index, entry in entries.items()}
        if not self.asked.grouped:
            yield from (made[index] for index in dict.fromkeys(i for each in groups for i in each.indices))
            return
        for each in groups:
            yield {"group": each.name, "annotations": [made[index] for index in each.indices]}

    def lines(self, groups: Sequence[Group]) -> Iterator[str]:
        """For readers: a heading for each group, and a line for each annotation."""
        entries = self._entries(groups)
        with_document = self.asked.by != "document"
        room = printing.room()
        for turn, group in enumerate(groups):
            if turn:
                yield ""
            title = self.listing.source(group.indices[0]).title if not with_document else ""
            yield _INDENT.join(filter(None, (group_words(self.asked.by, group.name, self._kinds), title)))
            rows = [self._cells(index, entries[index], with_document) for index in group.indices]
            for line in printing.table(rows):
                text = _INDENT + line
                yield clip(text, room) if room else text

    def _cells(self, index: int, entry: Entry, with_document: bool) -> tuple[str, ...]:
        annotation = entry.annotation
        said = [
            f"[{lost_words(entry.lost)}]" if entry.lost else "",
            kind_label(self._kinds, annotation.kind),
            *(f"#{tag}" for tag in annotation.tags),
            " ".join((annotation.note or annotation.proposed or entry.quote).split()),
        ]
        document = (annotation.document,) if with_document else ()
        return (*document, spoken_address(entry.address), _INDENT.join(filter(None, said)))

    def _entries(self, groups: Sequence[Group]) -> dict[int, Entry]:
        """Where the annotations of these groups stand; other documents are not read."""
        wanted = {index for each in groups for index in each.indices}
        sources = [each for each in self.listing.sources if any(i in wanted for i in range(each.first, each.after))]
        looked = self._standings.look_all(self.listing, sources, self._progress)
        return {index: entry for index, entry in looked if index in wanted}

    def _cites(self, entries: dict[int, Entry]) -> dict[int, list[str]]:
        sources = dict.fromkeys(self.listing.source(index) for index in entries)
        found: dict[int, list[str]] = {}
        for symbol, indices in sorted(self._citations.of(self.listing, sources, self._progress).items()):
            for index in indices:
                found.setdefault(index, []).append(symbol)
        return found

    def _public(self, index: int, entry: Entry, cites: list[str]) -> dict[str, Any]:
        source, annotation = self.listing.source(index), entry.annotation
        return {
            "id": annotation.id,
            **_of_document(source),
            "scope": annotation.scope,
            "place": annotation.place,
            "places": list(entry.places or annotation.places),
            "address": entry.address,
            "lost": entry.lost,
            **_said(annotation),
            "quote": entry.quote,
            "cites": cites,
            "author": annotation.author,
            "created": annotation.created,
            "modified": annotation.modified,
        }


def _put(groups: Sequence[Group], data: list[dict[str, Any]], lines: list[str], found: _Found, as_json: bool) -> int:
    for problem in found.listing.problems:
        say(refusal_words(problem))
    if as_json:
        put_json(data)
    for line in lines:
        put(line)
    count = len({index for each in groups for index in each.indices})
    if not count:
        say(_("There are no such annotations."))
        return NOTHING
    if not as_json:
        say(n_("{count} annotation", "{count} annotations", count).format(count=count))
    return DONE


def _put_conflicts(contested: Sequence[Contested], as_json: bool) -> int:
    """States of annotations that gave way, each beside the one that counts."""
    if as_json:
        put_json([_public_conflict(each) for each in contested])
    for each in () if as_json else contested:
        put(f"{each.document}#{each.conflict.lost.place}")
        for name, state in ((_("counts"), each.kept), (_("gave way"), each.conflict.lost)):
            put(_INDENT + _INDENT.join((name, _words(state) if state else _("removed"))))
    if not contested:
        say(_(NO_CONFLICT))
    return DONE if contested else NOTHING


def _public_conflict(contested: Contested) -> dict[str, Any]:
    lost, kept = contested.conflict.lost, contested.kept
    states = {"kept": kept, "lost": lost}
    return {
        "id": contested.conflict.id,
        "document": contested.document,
        "place": lost.place,
        **{name: {**_said(each), "modified": each.modified} if each else None for name, each in states.items()},
    }


def _words(annotation: Annotation) -> str:
    tags = (f"#{tag}" for tag in annotation.tags)
    texts = (" ".join(text.split()) for text in (annotation.note, annotation.proposed))
    return _INDENT.join(filter(None, (annotation.modified, annotation.kind, *tags, *texts)))


def _said(annotation: Annotation) -> dict[str, Any]:
    return {
        "kind": annotation.kind,
        "tags": list(annotation.tags),
        "note": annotation.note,
        "proposed": annotation.proposed,
    }


def _of_document(source: Source) -> dict[str, Any]:
    entry = source.entry
    return {
        "document": source.key,
        "symbol": entry.symbol if entry else None,
        "title": entry.title if entry else None,
        "date": entry.date if entry else None,
    }


def _read(notebook: Notebook, document: str | None, progress: Progress) -> Reading:
    return notebook.of(document) if document else notebook.read(progress)


def _target(library: Library, shelf: Shelf, words: tuple[str, ...]) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Document and place that the first word names, and the other words; a title is taken for words to be found."""
    if not words:
        return None, None, ()
    from store.places import split_target
    from store.symbols import candidates

    first, rest = words[0], words[1:]
    if _has_notes(shelf, first):
        return first, None, rest
    if library.entry(first) is None and not candidates(split_target(first)[0]) and not Path(first).is_file():
        return None, None, words
    found = find(library, first)
    if isinstance(found, Cited) and _has_notes(shelf, found.card.symbol):
        return found.card.symbol, None, rest
    place = held(library, first)
    return place.entry.key, place.place, rest


def _has_notes(shelf: Shelf, key: str) -> bool:
    from store.annotations.names import file_name

    return file_name(key) in shelf.files()
