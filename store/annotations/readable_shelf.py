"""All annotations of a user as they are on disk, one TinyDB file a document: of a document, and over all of them.

It owns which record belongs to which document, and what is recovered before it is read. What changes them is `shelf`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from pathlib import Path

from store.annotations.conflicts import Conflict, conflicts_in
from store.annotations.leaf import Leaf, read_leaf
from store.annotations.lock import FolderLock
from store.annotations.names import SUFFIX, file_name
from store.annotations.records import Annotation, combined
from store.annotations.summary import Signature, Summaries, Summary, signed_files
from store.annotations.tables import Unsound, annotations_in, decode
from store.errors import StoreUnavailable
from store.files import read_if_there


class ReadableShelf:
    """Tags and notes of all documents. Each method may raise StoreUnavailable, in words for the reader."""

    def __init__(self, folder: Path, counted: Path | None = None) -> None:
        """Name the folder; nothing is created before something is written.

        Args:
            folder: Where the files are.
            counted: Where what was counted is kept for the next time; None keeps it nowhere.
        """
        self._folder = folder
        self._lock = FolderLock(folder)
        self._summaries = Summaries(folder, counted)
        self._news: list[str] = []
        self._hopeless: set[Path] = set()
        """Broken files of which nothing is known that could take their place; they are not tried again in this run."""

    def of(self, document: str) -> tuple[Annotation, ...]:
        """The annotations of a document in order of creation, one plain one a place, as they are on disk now."""
        return one_plain_a_place(self._records(document))

    def at(self, document: str, place: str) -> Annotation | None:
        """The plain annotation of a place, if it has one."""
        return next((each for each in self.of(document) if each.is_plain and each.place == place), None)

    def by_id(self, document: str, identity: str) -> Annotation | None:
        """The annotation of a document with this id, if it is there."""
        return next((each for each in self.of(document) if each.id == identity), None)

    def conflicts(self, document: str) -> tuple[Conflict, ...]:
        """The states of a document's annotations that gave way to later ones, until they are settled."""
        data = read_if_there(self._path(document))
        return () if data is None else conflicts_in(decode(self._path(document), data))

    def merge_copies(self) -> None:
        """Merge what programs for synchronizing left beside the files; `news` tells what was done.

        Raises:
            StoreUnavailable: a copy can't be merged; it and the files are as they were.
        """
        self._summaries.current()
        if copies := self._summaries.misplaced():
            from store.annotations.copies import merge_copy

            with self._lock.held():
                self._news += [merge_copy(copy) for copy in copies if copy.is_file()]

    def all(self) -> Iterator[Annotation]:
        """Every annotation of every document, by document and in order of creation."""
        for document in self.documents():
            yield from self.of(document)

    def files(self) -> dict[str, Signature]:
        """What each file of annotations looks like, by its name: one that looks the same was not changed."""
        return dict(signed_files(self._folder))

    def leaf(self, name: str) -> Leaf:
        """All that one file holds; of one that can't be used only why."""
        path = self._folder / name
        try:
            leaf = read_leaf(path)
        except Unsound as problem:
            if path in self._hopeless or not self._recover(path):
                self._hopeless.add(path)
                return Leaf(problems=(str(problem),))
            leaf = read_leaf(path)
        except StoreUnavailable as problem:
            return Leaf(problems=(str(problem),))
        return leaf._replace(annotations=one_plain_a_place(leaf.annotations))

    def holding(self, words: str) -> Iterator[Annotation]:
        """Every annotation of the documents in whose files these words stand; no other file is taken apart."""
        sought = words.encode("utf-8", "backslashreplace")
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            data = read_if_there(path) or b""
            if sought in data and not path.name.startswith("."):
                try:
                    yield from one_plain_a_place(annotations_in(decode(path, data)))
                except Unsound:
                    continue  # `problems` tells of it

    def tags(self) -> Counter[str]:
        """How many places bear each tag, over all documents."""
        total: Counter[str] = Counter()
        for each in self._sound():
            total.update(each.tags)
        return total

    def counts(self) -> dict[str, int]:
        """How many annotations each document has."""
        return {each.document: each.count for each in self._sound()}

    def documents(self) -> tuple[str, ...]:
        """Keys of all documents that have annotations, sorted."""
        return tuple(sorted(self.counts()))

    def problems(self) -> tuple[str, ...]:
        """A sentence for each file that can't be used; `tags`, `counts`, `documents`, `all` leave it out."""
        return tuple(chain.from_iterable(each.problems for each in self._current()))

    def news(self) -> tuple[str, ...]:
        """A sentence for each file that was recovered since this was last asked."""
        news, self._news = tuple(self._news), []
        return news

    def _sound(self) -> list[Summary]:
        return [each for each in self._current() if each.count]

    def _current(self) -> tuple[Summary, ...]:
        """The summaries, after what is broken was recovered where that is possible."""
        found = self._summaries.current()
        broken = [path for path in self._summaries.broken() if path not in self._hopeless]
        if not broken:
            return found
        for path in broken:
            try:
                if not self._recover(path):
                    self._hopeless.add(path)
            except StoreUnavailable:
                self._hopeless.add(path)  # the summary says that the file is broken
        return self._summaries.current()

    def _path(self, document: str) -> Path:
        return self._folder / file_name(document)

    def _ids(self, document: str) -> list[str]:
        """Of every record of a document, also of those that are read as one."""
        return [each.id for each in self._records(document)]

    def _plain_at(self, document: str, place: str) -> list[str]:
        """The ids of all plain records of a place: where two copies were merged by hand there can be several."""
        return [each.id for each in self._records(document) if each.is_plain and each.place == place]

    def _records(self, document: str) -> tuple[Annotation, ...]:
        """All that the file of a document holds; a broken one is recovered first, where that is possible."""
        path = self._path(document)
        try:
            return self._read(path)
        except Unsound:
            if not self._recover(path):
                raise
            return self._read(path)

    def _read(self, path: Path) -> tuple[Annotation, ...]:
        data = read_if_there(path)
        return () if data is None else annotations_in(decode(path, data))

    def _recover(self, path: Path) -> bool:
        """Put what is known in the place of a broken file; False when nothing is."""
        from store.annotations.recovery import recover

        with self._lock.held():
            recovered = recover(path)
        if recovered:
            self._news.append(recovered.sentence)
        return recovered is not None


def one_plain_a_place(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Merging two copies of a file by hand can leave two plain records at one place: they are read as one."""
    by_place: dict[str, list[Annotation]] = {}
    for each in annotations:
        by_place.setdefault(each.place if each.is_plain else f"#{each.id}", []).append(each)
    return tuple(reduce(combined, those) for those in by_place.values())
