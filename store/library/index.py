"""The cache of everything read: `index.sqlite`, which can be thrown away at any time.

Owns the tables and the ways out when the file is damaged, of another version or can't be written. It knows
digests, not the library's keys, and never opens a document's file. All failures come out as `sqlite3.Error`;
whoever asks goes on with the index that `after(error)` gives, and brings it up to date first. What only reading or
opening a document needs is imported then, so that looking up a number stays quick.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from store.document import Citation, Document
from store.library.entry import Summary
from store.library.mention import Mention

if TYPE_CHECKING:
    from store.library.prepared import Prepared

SCHEMA = 5
"""Of the tables; an index of any other is thrown away."""

_PATIENCE = 5.0
"""Seconds to wait while another window writes."""

_AT_ONCE = 500
"""Documents that one question asks for; SQLite limits its parameters."""

_SUMMARY = ", ".join(Summary._fields)
_CITATION = ", ".join(Citation._fields)
_CITATION_FIELDS = len(Citation._fields)

# The contents stand apart from the summaries, so that listing the library turns no page of text.
_TABLES = f"""
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE documents (reader TEXT, {_SUMMARY}, PRIMARY KEY (digest)) WITHOUT ROWID;
CREATE INDEX documents_by_title ON documents (title_key);
CREATE TABLE contents (digest TEXT PRIMARY KEY, data BLOB, folded TEXT);
CREATE TABLE mentions (digest TEXT, turn INTEGER, address, sentence, sentence_at, names, subject, subject_key,
                       {_CITATION}, PRIMARY KEY (digest, turn)) WITHOUT ROWID;
CREATE INDEX mentions_by_symbol ON mentions (symbol, form);
CREATE INDEX mentions_by_name ON mentions (surface, symbol) WHERE form IN ('name', 'treaty', 'labour')
                                                              AND symbol IS NOT NULL;
CREATE INDEX mentions_by_subject ON mentions (subject_key) WHERE subject_key IS NOT NULL;
PRAGMA user_version = {SCHEMA};
"""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT)
"""Codes of failures that a new file mends: damage, or tables that are not ours."""


class Stamp(NamedTuple):
    """By what a file is recognized without reading it."""

    size: int
    changed: int
    """Time of the last change, in nanoseconds."""
    digest: str


class Index:
    """The tables, in a file or in memory."""

    def __init__(self, path: Path | None, *, rebuilt: bool = False) -> None:
        """Without a path it lives in memory. The file is opened, or created, when it is first asked."""
        self.path = path
        """None while it lives in memory."""
        self._rebuilt = rebuilt
        self._open: sqlite3.Connection | None = None

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = _connect(self.path)
        return self._open

    def after(self, error: sqlite3.Error) -> Index:
        """The index to go on with after a failure: the file built anew, or else one in memory.

        Raises:
            sqlite3.Error: `error` itself, when this index is in memory already.
        """
        if self.path is None:
            raise error
        damaged = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _DAMAGED
        if damaged and not self._rebuilt and self._thrown_away(self.path):
            return Index(self.path, rebuilt=True)
        memory = Index(None)
        if not damaged and self._open is not None:
            self._open.backup(memory._connection)
        self.close()
        return memory

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def stamps(self) -> Mapping[str, Stamp]:
        """The files that were seen, by path."""
        rows = self._connection.execute("SELECT path, size, changed, digest FROM files")
        return {path: Stamp(size, changed, digest) for path, size, changed, digest in rows}

    def stamp(self, path: str, stamp: Stamp) -> None:
        """Note what a file looked like when its digest was taken."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (path, *stamp))

    def summaries(self, reader: str, corrected: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, Summary]:
        """What the given version of the reader made of each document, by digest.

        Args:
            reader: Its version.
            corrected: What stands after the version of the reader where a document is corrected, by digest.
        """
        versions = [reader, *(reader + revision for revision in corrected.values())]
        query = f"SELECT reader, {_SUMMARY} FROM documents WHERE reader IN ({_marks(len(versions))})"
        rows = self._connection.execute(query, versions)
        return {row[1]: _summary(row[1:]) for row in rows if row[0] == reader + corrected.get(row[1], "")}

    def put(self, document: Document, reader: str) -> Summary:
        """Keep what the given version of the reader made of a file."""
        from store.library.prepared import prepare

        return self.put_prepared(prepare(document), reader)

    def put_prepared(self, prepared: Prepared, reader: str, path: str = "", stamp: Stamp | None = None) -> Summary:
        """Keep it, and with it what the file in the library looks like of which it was read."""
        summary = prepared.summary
        with self._writing() as connection:
            self._put_summary(connection, summary, reader)
            connection.execute("INSERT INTO contents VALUES (?, ?, ?)", (summary.digest, *prepared[1:3]))
            cited = f"INSERT INTO mentions VALUES ({_marks(8 + _CITATION_FIELDS)})"
            connection.executemany(cited, prepared.mentions)
            if stamp is not None:
                connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (path, *stamp))
        return summary

    def put_problem(self, digest: str, problem: str, reader: str) -> Summary:
        """Remember that a file can't be read, so that it is not tried again until it changes."""
        summary = Summary(digest, problem)
        with self._writing() as connection:
            self._put_summary(connection, summary, reader)
        return summary

    def forget(self, paths: Iterable[str]) -> None:
        """Drop files that are gone, and what was read from them alone."""
        with self._writing() as connection:
            connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])
            for table in ("documents", "contents", "mentions"):
                connection.execute(f"DELETE FROM {table} WHERE digest NOT IN (SELECT digest FROM files)")

    def document(self, digest: str) -> Document | None:
        """The document read from a file of this digest."""
        from store.library import packed

        row = self._connection.execute("SELECT rowid FROM contents WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            return None
        # A long text is read twice as fast in this way as in the answer to a query.
        with self._connection.blobopen("contents", "data", row[0], readonly=True) as blob:
            data = blob.read()
        try:
            return packed.load(data)
        except ValueError as error:
            raise sqlite3.DatabaseError(str(error)) from error

    def citing(self, symbol: str) -> list[Mention]:
        """Every mention of a symbol, its `document` being the digest of the citing one."""
        rows = self._connection.execute(
            f"SELECT digest, address, sentence, sentence_at, names, subject, {_CITATION} FROM mentions"
            " WHERE symbol = ? ORDER BY digest, turn",
            (symbol,),
        )
        return [_mention(*row) for row in rows]

    def select(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        """The rows of a query on these tables, for rooms that ask more than whole mentions."""
        return self._connection.execute(query, values).fetchall()

    def cited(self) -> list[tuple[str, str, int, int]]:
        """Digest, symbol, and number of mentions by number or symbol and of all, for each symbol that a document
        cites."""
        query = (
            "SELECT digest, symbol, sum(form IN ('number', 'symbol', 'range')), count(*) FROM mentions"
            " WHERE symbol IS NOT NULL GROUP BY digest, symbol"
        )
        return self._connection.execute(query).fetchall()

    def cited_in(self, digests: Sequence[str]) -> list[tuple[str, str, int, str, str]]:
        """Digest, block, place in its text, surface and symbol of each citation in some documents, in reading order."""
        query = "SELECT digest, block, at, surface, symbol FROM mentions WHERE symbol IS NOT NULL AND digest IN ({})"
        found = []
        for start in range(0, len(digests), _AT_ONCE):
            some = digests[start : start + _AT_ONCE]
            found += self._connection.execute(query.format(_marks(len(some))), some).fetchall()
        return found

    def containing(self, terms: tuple[str, ...]) -> list[tuple[str, str]]:
        """Digest and folded text of each document that holds all folded terms.

        The text has one line for each block and then for each footnote.
        """
        holds = " AND ".join(["instr(folded, ?)"] * len(terms)) or "1"
        return self._connection.execute(f"SELECT digest, folded FROM contents WHERE {holds}", terms).fetchall()

    def spread(self, words: Sequence[str], most: int) -> list[int]:
        """How many documents there are, and how many hold each of some folded words; of at most so many documents."""
        counts = "".join(", total(instr(folded, ?) > 0)" for _ in words)
        some = "(SELECT folded FROM contents LIMIT ?)"
        row = self._connection.execute(f"SELECT count(*){counts} FROM {some}", (*words, most)).fetchone()
        return [int(count) for count in row]

    def size(self) -> int:
        """Bytes that the tables take."""
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        (page,) = self._connection.execute("PRAGMA page_size").fetchone()
        return int(pages * page)

    def _put_summary(self, connection: sqlite3.Connection, summary: Summary, reader: str) -> None:
        for table in ("documents", "contents", "mentions"):
            connection.execute(f"DELETE FROM {table} WHERE digest = ?", (summary.digest,))
        row = (reader, *summary)
        connection.execute(f"INSERT INTO documents VALUES ({_marks(len(row))})", row)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One change, whole or not at all."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _thrown_away(self, path: Path) -> bool:
        """Whether the file is gone and can be built anew."""
        self.close()
        try:
            path.unlink(missing_ok=True)
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _connect(path: Path | None) -> sqlite3.Connection:
    """A connection to tables of our schema, which are made when the file is new.

    Raises:
        sqlite3.DatabaseError: the file is no index of ours or of another version.
    """
    if path is not None:
        _make_folder(path.parent)
    connection = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    # A cache may lose its last words in a power cut; it must only not be slow.
    connection.execute("PRAGMA synchronous = NORMAL")
    if not _version(connection):
        _make_tables(connection)
    if _version(connection) != SCHEMA:
        connection.close()
        raise sqlite3.DatabaseError("an index of another version")
    return connection


def _make_folder(folder: Path) -> None:
    """Failure to make it shows when the file is opened, in the way of all other failures."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another window has made them in the meantime."""
    connection.execute("BEGIN IMMEDIATE")
    if not _version(connection):
        for statement in _TABLES.split(";"):
            connection.execute(statement)
    connection.execute("COMMIT")


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _summary(row: tuple[Any, ...]) -> Summary:
    summary = Summary(*row)
    # SQLite knows no booleans.
    return summary._replace(revised=bool(summary.revised))


def _mention(
    digest: str, where: str, sentence: str, at: int, names: str, subject: str | None, *citation: Any
) -> Mention:
    columns = dict(zip(Citation._fields, citation, strict=True))
    held = Citation(**columns | {"candidates": tuple(json.loads(columns["candidates"]))})
    return Mention(digest, held.block, where, sentence, at, tuple(json.loads(names)), held, subject)
