"""The changes that a user makes to annotations and tags, each a step that can be taken back.

Taking back never overwrites: what another window changed since is left alone, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from store.annotations.identity import new_identity
from store.annotations.placing import attached, joining
from store.annotations.records import Annotation, Move, clean_tags, clean_text
from store.annotations.selectors import Selector
from store.annotations.shelf import Shelf, utc_now
from store.annotations.steps import Entry, Step, entry_of, moved_entry, placing, said, said_in, step_of
from store.annotations.tag_book import Tag, TagBook
from store.annotations.tag_tree import is_under, renamed
from store.annotations.target import Target
from store.errors import StoreUnavailable
from store.progress import Cancelled, Progress, silent


class CutShort(Exception):
    """A change of many annotations ended before its end: what was changed until then is a step nevertheless."""

    def __init__(self, step: Step | None, cause: Exception) -> None:
        super().__init__(str(cause))
        self.step = step
        self.cause = cause


class Changes:
    """Makes changes. Every method may raise StoreUnavailable."""

    def __init__(self, shelf: Shelf, book: TagBook, author: str = "") -> None:
        """Name where annotations and definitions of tags are kept, and who makes the changes."""
        self.shelf = shelf
        self.book = book
        self.author = author

    def at(self, target: Target, kind: str = "") -> Annotation | None:
        """The annotation of a kind, or without one, that is about just this; the first where there are several."""
        found = (each for each in self.shelf.of(target.document) if each.kind == kind and target.is_of(each))
        return next(found, None)

    def tag(self, target: Target, tags: Iterable[str]) -> Step | None:
        """Give it these tags and no others; None when that changes nothing."""
        tags = clean_tags(tags)
        before = self.at(target)
        known = before.tags if before else ()
        entries = self._say(target, before, "tags", tags)
        return step_of("tags", entries, self.book.adopt(tag for tag in tags if tag not in known) if entries else ())

    def note(self, target: Target, text: str, seen: str | None = None) -> Step | None:
        """Give it this note; None when that changes nothing.

        Args:
            target: What it is about.
            text: Markdown.
            seen: The note that one began to change. What another window wrote since gives way, as a conflict.
        """
        text = clean_text(text).strip("\n").rstrip()
        return step_of("note", self._say(target, self.at(target), "note", text, seen))

    def add(self, target: Target, kind: str, *, proposed: str = "", note: str = "") -> Step | None:
        """Annotate it with a kind. What has this kind without further words already is left as it is."""
        if not proposed and not note and self.at(target, kind):
            return None
        fresh = replace(self._fresh(target), kind=kind, proposed=proposed, note=note)
        return step_of("amendment" if proposed else "kind", [entry_of(None, self.shelf.put(fresh))])

    def edit(self, annotation: Annotation, what: str, **fields: Any) -> Step | None:
        """Change fields of an annotation, as it is now; None when it is gone or that changes nothing.

        Args:
            annotation: As one knew it. Words that another window wrote since give way, as a conflict.
            what: What the step is called.
            fields: "tags", "note", "kind", "proposed", as the annotation has them.
        """
        fields = {name: clean_tags(value) if name == "tags" else clean_text(value) for name, value in fields.items()}
        seen = next((getattr(annotation, name) for name in ("note", "proposed") if name in fields), None)
        entries = self._revise(annotation.document, annotation.id, fields, seen)
        new = [tag for tag in fields.get("tags", ()) if tag not in annotation.tags]
        return step_of(what, entries, self.book.adopt(new) if new and entries else ())

    def attach(self, annotation: Annotation, selectors: tuple[Selector, ...], digest: str, how: str) -> Step | None:
        """Put an annotation on words that the user chose; one that meets the plain one of a place is joined with it.

        Args:
            annotation: As one knew it; None is returned when it is gone.
            selectors: The words.
            digest: SHA-256 of the file in which they stand.
            how: "edited" for its own words as they are now, "attached" for any others.
        """
        before = self.shelf.by_id(annotation.document, annotation.id)
        if before is None:
            return None
        after = attached(before, selectors, digest, how, utc_now())
        present = self.shelf.at(after.document, after.place) if after.is_plain else None
        if present is None or present.id == after.id:
            pairs = self.shelf.revise(before.document, lambda each: after if each.id == before.id else each)
            return step_of("attached", [moved_entry(before, now) for _, now in pairs if now])
        joined = self._revise(present.document, present.id, joining(present, after))
        self.shelf.discard(before.document, before.id)
        return step_of("attached", [*joined, entry_of(before, None)])

    def carry(self, copies: Iterable[Annotation]) -> Step | None:
        """Put copies of another version's annotations beside what is there; None when there are none.

        A plain one is joined with that of its place.
        """
        entries: list[Entry | None] = []
        for each in copies:
            present = self.shelf.at(each.document, each.place) if each.is_plain else None
            if present is None:
                entries.append(entry_of(None, self.shelf.put(each)))
            else:
                entries += self._revise(present.document, present.id, joining(present, each))
        return step_of("carried", entries)

    def remove(self, *annotations: Annotation) -> Step | None:
        """Remove annotations; None when all are gone."""
        entries = []
        for each in annotations:
            before = self.shelf.by_id(each.document, each.id)
            if before is not None:
                if before.is_plain:
                    self.shelf.remove(before.document, before.place)
                else:
                    self.shelf.discard(before.document, before.id)
                entries.append(entry_of(before, None))
        return step_of("removal", entries)

    def bulk(
        self,
        what: str,
        annotations: Iterable[Annotation],
        change: Callable[[Annotation], Annotation],
        progress: Progress = silent,
    ) -> Step | None:
        """Change many annotations in one step, those of a document in one go; None when that changes nothing.

        Args:
            what: What the step is called.
            annotations: Which; those that are gone are passed over.
            change: What becomes of each as it is now; one that says nothing then is removed.
            progress: Is told how many documents are done.

        Raises:
            CutShort: a document can't be changed, or `progress` ended it. The documents before it are changed.
        """
        chosen: dict[str, set[str]] = {}
        for each in annotations:
            chosen.setdefault(each.document, set()).add(each.id)
        entries: list[Entry | None] = []
        try:
            for turn, (document, ids) in enumerate(chosen.items()):
                progress("documents", turn, len(chosen))
                pairs = self.shelf.revise(document, partial(_among, ids, change))
                entries += [entry_of(before, after) for before, after in pairs]
        except (StoreUnavailable, Cancelled) as error:
            raise CutShort(self._bulk_step(what, entries), error) from error
        return self._bulk_step(what, entries)

    def _bulk_step(self, what: str, entries: list[Entry | None]) -> Step | None:
        given = (each.sides("tags") for each in entries if each and not each.is_whole)
        new = {tag for before, after in given for tag in after if tag not in before}
        return step_of(what, entries, self.book.adopt(sorted(new)) if new else ())

    def rename_tag(self, old: str, new: str | None) -> Step | None:
        """Give a tag another name in all documents, and those under it with it; None takes them away everywhere.

        A name that is in use already makes one tag of both.
        """
        used = self.shelf.tags()
        names = {tag: renamed([tag], old, new) for tag in {*used, *self.book.all()} if is_under(tag, old)}
        others = {tag for tag in used if tag not in names}
        what = (
            "delete" if new is None else "merge" if others & {n for name in names.values() for n in name} else "rename"
        )
        entries: list[Entry | None] = []
        for document in self.shelf.documents():
            pairs = self.shelf.revise(document, lambda each: replace(each, tags=renamed(each.tags, old, new)))
            entries += [entry_of(before, after) for before, after in pairs]
        return step_of(what, entries, self.book.move({tag: name[0] if name else None for tag, name in names.items()}))

    def define(self, tag: Tag) -> Step | None:
        """Say something of a tag."""
        return step_of("define", (), self.book.define(tag))

    def take_back(self, step: Step) -> Step | None:
        """Undo a step as far as nobody changed the same since.

        Returns:
            What was undone, reversed; empty of entries when all of it was undone already; None when something of it
            was changed otherwise since, and nothing was undone.
        """
        back = step.reversed
        entries = [self._now(each) for each in back.entries]
        if any(each is None for each in entries):
            return None
        due = [each for each in entries if each and each.before != each.after]
        for each in due:
            self._write(each)
        tags = self.book.apply(back.tags) if due or not back.entries else ()
        return replace(back, entries=tuple(due), tags=tags)

    def _now(self, entry: Entry) -> Entry | None:
        """The entry as it is to be made now, with equal sides where it is made; None where others changed the same."""
        present = self._found(entry)
        if present is None or entry.before is None:
            if (present is None) == (entry.before is None):
                return entry
            return replace(entry, before=entry.after) if (present is None) == (entry.after is None) else None
        entry = replace(entry, document=present.document)
        if entry.after is None and said(present) == said_in(entry.before or {}):
            return entry
        return _fitting(_without_the_rest(entry), {**placing(present), **said(present)})

    def _found(self, entry: Entry) -> Annotation | None:
        """The annotation, also where its document has another key by now."""
        found = self.shelf.by_id(entry.document, entry.id)
        if found is None and not self.shelf.of(entry.document):
            found = next((each for each in self.shelf.all() if each.id == entry.id), None)
        return found

    def _write(self, entry: Entry) -> None:
        if entry.after is None:
            self.shelf.discard(entry.document, entry.id)
        elif entry.before is None:
            self.shelf.restore(Annotation.from_record(entry.id, entry.after))
        else:
            self._revise(entry.document, entry.id, {name: _value(name, each) for name, each in entry.after.items()})

    def _say(
        self, target: Target, before: Annotation | None, name: str, value: Any, seen: str | None = None
    ) -> list[Entry | None]:
        """Say one thing about a target. What is about a whole place is about its text as it is now."""
        if before is None:
            if not value:
                return []
            return [entry_of(None, self.shelf.put(replace(self._fresh(target), **{name: value})))]
        if getattr(before, name) == value:
            return []
        now = {"quote": target.quote, "selectors": target.selectors} if target.scope == "place" else {}
        return self._revise(before.document, before.id, {name: value, **now}, seen)

    def _revise(
        self, document: str, identity: str, fields: Mapping[str, Any], seen: str | None = None
    ) -> list[Entry | None]:
        pairs = self.shelf.revise(
            document,
            lambda each: replace(each, **fields) if each.id == identity else each,
            lambda present: seen is not None and _gives_way(present, fields, seen),
        )
        return [entry_of(before, after) for before, after in pairs]

    def _fresh(self, target: Target) -> Annotation:
        now = utc_now()
        empty = Annotation(new_identity(), target.document, "", "", (), "", now, now, author=self.author)
        return target.applied(empty)


def _value(name: str, recorded: Any) -> Any:
    """A field of an annotation as an entry holds it."""
    if name == "selectors":
        return tuple(map(Selector.from_record, recorded))
    if name == "moves":
        return tuple(Move(**each) for each in recorded)
    return tuple(recorded) if name == "tags" else recorded


def _among(ids: Collection[str], change: Callable[[Annotation], Annotation], each: Annotation) -> Annotation:
    return change(each) if each.id in ids else each


def _gives_way(present: Annotation, fields: Mapping[str, Any], seen: str) -> bool:
    """Whether words are there that one has not seen and that what one writes does not hold."""
    now = {name: getattr(present, name) for name in ("note", "proposed") if name in fields}
    return any(words not in ("", seen) and words not in fields[name] for name, words in now.items())


def _without_the_rest(entry: Entry) -> Entry:
    """Instead of removing an annotation, take away what it said: others may have written to it since."""
    if entry.after is not None or entry.before is None:
        return entry
    known = {name: value for name, value in said_in(entry.before).items() if value}
    return replace(entry, before=known, after={name: type(value)() for name, value in known.items()})


def _fitting(entry: Entry, present: Mapping[str, Any]) -> Entry | None:
    """An entry of fields over what is there now; None where that is neither what it was nor what it is to be."""
    before, after = entry.before or {}, entry.after or {}
    due: dict[str, Any] = {}
    for name, value in after.items():
        if present[name] == before[name]:
            due[name] = value
        elif name == "tags":
            due[name] = _merged(before[name], value, present[name])
        elif present[name] != value:
            return None
    return replace(entry, before={name: present[name] for name in due}, after=due)


def _merged(before: list[str], after: list[str], present: list[str]) -> list[str]:
    """Tags that come and go in an entry, beside those that others gave and took since."""
    come = [tag for tag in after if tag not in before and tag not in present]
    return [*(tag for tag in present if tag in after or tag not in before), *come]
