"""The library: the bundled documents and those the user added, each read once.

It hands out documents, entries and mentions, and takes files in. Which files are documents is scan.py, what was
read of them index.py; finding what a user means is find.py, and what paragraphs say is store.search.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store import paths
from store.document import Document
from store.errors import StoreUnavailable, UnknownTarget, UnreadableSource
from store.library import catalogue
from store.library.apart import MANY, read_apart, start
from store.library.entry import Entry
from store.library.index import Index, Stamp
from store.library.mention import Mention
from store.library.reader import Reader, StandardReader
from store.library.revisions import Revisions
from store.library.scan import digest_of, free_path, library_files, name_of, scan, scan_read, unavailable
from store.library.visitors import Visitors
from store.progress import Progress, silent, until

if TYPE_CHECKING:
    from store.library.prepared import Prepared
    from store.library.standing import State

Answer = TypeVar("Answer")

_PAUSE = 0.3
"""Seconds between two looks at what it has read."""


class Library:
    """All documents by key. Safe to ask from several threads; nothing is opened before the first question."""

    def __init__(
        self,
        home: Path | None = None,
        reader: Reader | None = None,
        seeds: Path | None = None,
        *,
        apart: bool = False,
    ) -> None:
        """Name the folders; all of them are the user's own when they are not given.

        Args:
            home: Where added files and the index are kept.
            reader: Reads files.
            seeds: Where the bundled documents are.
            apart: Many new files are read in a process of their own. Until that is done, questions are answered
                from what was read already; `entries` and `wait` wait for it.
        """
        self.home = home or paths.home()
        """Where added files, corrections and the index are kept."""
        self.revisions = Revisions(self.home / paths.corrections_folder().name)
        self.reader = reader or StandardReader(self.revisions.folder)
        """Reads files."""
        self._seeds = seeds or paths.seeds_folder()
        self._index = Index(self.home / paths.index_file().name)
        self._entries: Mapping[str, Entry] | None = None
        self._stale = False
        """The files are to be looked at again before the next question."""
        self.reads_apart = apart and reader is None
        """Somebody works while files are read."""
        self._reading = threading.Lock()
        self._closed = threading.Event()
        self.unread = 0
        """Files that are not read yet."""
        self._visitors = Visitors(self.revisions)
        self._cited: Mapping[str, int] | None = None
        self._problem: str | None = None
        self._lock = threading.RLock()

    @property
    def folder(self) -> Path:
        """Where added files are kept; it may not exist yet."""
        return self.home / "library"

    def entries(self) -> tuple[Entry, ...]:
        """All documents, the bundled ones first. Files that changed since the last time are read again."""
        if self.reads_apart:
            self._read_apart()
        with self._lock:
            self._stale = not self._closed.is_set()
            return tuple(self._answer(lambda _: self._entries or {}).values())

    def known(self) -> tuple[Entry, ...]:
        """All documents as of the last look at the files; does not wait for a look that is being taken."""
        return tuple(self._known().values())

    def wait(self) -> None:
        """Wait until all files are read, and see to it that they are."""
        if self.unread:
            self.entries()

    def close(self) -> None:
        """Read no more new files: nobody will ask again."""
        self._closed.set()

    def entry(self, key: str) -> Entry | None:
        """The document of this key, as of the last look at the files."""
        return self._visitors.entry(key) or self._known().get(key)

    def document(self, key: str, progress: Progress = silent) -> Document:
        """The document of this key.

        Raises:
            UnknownTarget: there is none.
            UnreadableSource: its file can't be read.
            Cancelled: `progress` said so.
        """
        if outdated := self._visitors.outdated(key):
            key = self.visit(outdated).key
        if visitor := self._visitors.document(key):
            return visitor
        entry = self._known().get(key)
        if entry and self.revisions.changed(entry.digest):
            self._stale = True
            entry = self._answer(lambda _: self._entries or {}).get(key)
        if entry is None:
            raise UnknownTarget(f"文库中没有“{key}”：请用 jueyi list 查看现有文件。")
        if entry.problem:
            raise UnreadableSource(entry.problem)
        document = self._ask(lambda index: index.document(entry.digest)) or self._read(entry.path, progress)
        if entry.symbol == document.front.symbol:
            return document
        return replace(document, front=document.front._replace(symbol=entry.symbol))

    def citing(self, symbol: str) -> tuple[Mention, ...]:
        """Every mention of a canonical symbol in the library's documents, in the library's order."""
        found = self._ask(lambda index: index.citing(symbol))
        keys = self._keys()
        turn = {digest: number for number, digest in enumerate(keys)}
        held = sorted((m for m in found if m.document in keys), key=lambda mention: turn[mention.document])
        return tuple(mention._replace(document=keys[mention.document]) for mention in held)

    def cited(self) -> Mapping[str, int]:
        """How often each canonical symbol is cited in the library; what is only named, how often it is named."""
        keys = self._keys()
        if self._cited is None:
            counts: Counter[str] = Counter()
            named: Counter[str] = Counter()
            for digest, symbol, numbered, count in self._ask(lambda index: index.cited()):
                if digest in keys:
                    counts[symbol] += numbered
                    named[symbol] += count
            counts.update({symbol: count for symbol, count in named.items() if not counts[symbol]})
            self._cited = +counts
        return self._cited

    def cited_in(self, digests: Sequence[str]) -> dict[str, dict[str, tuple[tuple[int, int, str], ...]]]:
        """What documents cite, by digest and by block or footnote: half-open range of the words, and the symbol."""
        found: dict[str, dict[str, tuple[tuple[int, int, str], ...]]] = {}
        for digest, block, at, surface, symbol in self._ask(lambda index: index.cited_in(digests)):
            blocks = found.setdefault(digest, {})
            blocks[block] = (*blocks.get(block, ()), (at, at + len(surface), symbol))
        return found

    def containing(self, terms: tuple[str, ...]) -> list[tuple[str, list[str]]]:
        """Key and folded texts of each document that holds all folded terms, in the library's order.

        The texts are those of its blocks and then of its footnotes.
        """
        found = dict(self._ask(lambda index: index.containing(terms)))
        return [(key, found[digest].split("\n")) for digest, key in self._keys().items() if digest in found]

    def ask(self, question: Callable[[Index], Answer]) -> Answer:
        """The answer of the index to what rooms of their own ask of it."""
        return self._ask(question)

    def visit(self, path: Path, progress: Progress = silent) -> Entry:
        """The entry of any file: the library's own when it holds the same text, else one for this run only.

        Raises:
            UnreadableSource: it is missing, can't be opened, or is not text.
            Cancelled: `progress` said so.
        """
        with suppress(OSError):  # that it can't be opened is said by the reader
            digest = digest_of(path)
            if held := self.holding(digest) or self._visitors.holding(digest):
                return held
        return self._visitors.welcome(self._read(path, progress), path, self._known())

    def add(self, path: Path, symbol: str | None = None, progress: Progress = silent) -> Entry:
        """Copy a file into the library, unless it holds that text already, and keep the symbol if given.

        Raises:
            UnreadableSource: the file is missing, can't be opened, or is not text.
            UnknownTarget: the symbol is none of the United Nations'.
            StoreUnavailable: the library can't be written.
            Cancelled: `progress` said so.
        """
        from store.library.adding import add_file

        return add_file(self, path, symbol, progress)

    def take_in(self, prepared: Prepared, path: Path, data: bytes) -> None:
        """Copy a file that was read into the library; the file is there first, and then what was read of it."""
        from store.files import write_atomically

        digest = prepared.summary.digest
        target = free_path(self.folder, path, digest)
        write_atomically(target, data)
        status = target.stat()
        stamp = Stamp(status.st_size, status.st_mtime_ns, digest)
        version = self.reader.version + self.revisions.now(digest)
        self._answer(lambda index: index.put_prepared(prepared, version, name_of(target), stamp))
        self._visitors.leave(digest)

    def remove(self, key: str, *, with_symbol: bool = True) -> Entry:
        """Take an added file out of the library; what was noted on it stays.

        Args:
            key: Its key.
            with_symbol: Whether the symbol that it was given is forgotten, and with it the way back to the notes.

        Raises:
            UnknownTarget: there is no such document, or it came with the program.
            StoreUnavailable: the file can't be removed.
        """
        entry = self._known().get(key)
        if entry is None:
            raise UnknownTarget(f"文库中没有“{key}”：请用 jueyi list 查看现有文件。")
        if entry.bundled:
            raise UnknownTarget(f"“{key}”是随程序提供的文件，不能移除。")
        try:
            entry.path.unlink(missing_ok=True)
        except OSError as error:
            raise unavailable("无法移除", entry.path, error) from error
        if with_symbol:
            catalogue.give_symbol(self.folder, entry.digest, None)
        with self._lock:
            self._take({other: held for other, held in self._known().items() if other != key}, self.unread)
            self._stale = True
        return entry

    def state(self) -> State:
        """How the library stands, for `jueyi check`."""
        from store.library.standing import State

        return self._ask(lambda index: State(self.home, index.path, index.size(), self._problem))

    def _ask(self, question: Callable[[Index], Answer]) -> Answer:
        """The answer of an index that is up to date, but for files that are to be read apart."""
        if self.reads_apart and self._entries is None:
            self._much_unread()
        return self._answer(question)

    def _answer(self, question: Callable[[Index], Answer]) -> Answer:
        """The answer of the index; a damaged or locked one is replaced on the way."""
        with self._lock:
            while True:
                try:
                    if self._entries is None or self._stale:
                        files = library_files(self._seeds, self.folder)
                        recorded, revised = self._catalogue(), self.revisions.look()
                        entries, changed = scan(self._index, self.reader, files, recorded, revised)
                        self._take(entries)
                        self._follow(changed)
                    return question(self._index)
                except sqlite3.Error as error:
                    self._index = self._index.after(error)
                    self._entries = None

    def _take(self, entries: Mapping[str, Entry], unread: int = 0) -> None:
        self._entries, self._stale, self._cited, self.unread = entries, False, None, unread

    def _read_apart(self) -> None:
        """Let another process read new files when they are many, and know meanwhile what it has read."""
        with self._reading:
            process = start(self.home) if self._much_unread() else None
            while process and process.poll() is None:
                if self._closed.wait(_PAUSE):
                    process.terminate()
                    process.wait()
                    return
                self._look()
            self._stale = True

    def _much_unread(self) -> bool:
        """Know what was read before, and whether the rest is so much that another process should read it."""
        much = self._look() >= MANY and self._index.path is not None
        self._stale = not much
        return much

    def _look(self) -> int:
        """Know what was read until now; returns how many bytes were not."""
        with self._lock:
            try:
                files = library_files(self._seeds, self.folder)
                known, rest = scan_read(self._index, self.reader, files, self._catalogue(), self.revisions.look())
            except (sqlite3.Error, OSError):
                # Whoever asks next meets the same fault, and knows a way out.
                return 0
            self._take(known, len(rest))
            return sum(rest)

    def _known(self) -> Mapping[str, Entry]:
        entries = self._entries
        return self._ask(lambda _: self._entries or {}) if entries is None else entries

    def _keys(self) -> dict[str, str]:
        """Keys by digest, in the library's order."""
        return {entry.digest: key for key, entry in self._known().items()}

    def holding(self, digest: str) -> Entry | None:
        """The document of the library whose file has this digest."""
        return next((entry for entry in self._known().values() if entry.digest == digest), None)

    def _read(self, path: Path, progress: Progress) -> Document:
        """Read a file for as long as somebody may ask; a long one apart, where somebody works meanwhile."""
        heard = until(self._closed, progress)
        if self.reads_apart and path.is_file() and path.stat().st_size >= MANY:
            from store.library.packed import load

            return load(read_apart(path, self.home, heard).data)
        return self.reader.read(path, heard)

    def _follow(self, changed: Mapping[str, str]) -> None:
        """Keep what is recorded of files that were changed; where that fails they are new ones the next time."""
        try:
            catalogue.follow(self.folder, changed)
        except StoreUnavailable as error:
            self._problem = str(error)

    def _catalogue(self) -> catalogue.Catalogue:
        """What is recorded of files; a damaged record must not keep the library shut."""
        self._problem = None
        try:
            return catalogue.read_catalogue(self.folder)
        except StoreUnavailable as error:
            self._problem = str(error)
            return catalogue.Catalogue()
