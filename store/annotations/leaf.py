"""One file of annotations with all that is in it, read once: for lists of all annotations."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from store.annotations.conflicts import Conflict, conflicts_in
from store.annotations.names import file_name
from store.annotations.records import Annotation
from store.annotations.summary import misplaced
from store.annotations.tables import TABLE, annotations_in, decode, faults_in
from store.files import read_if_there


class Leaf(NamedTuple):
    """What one file holds."""

    document: str = ""
    """Key of the document to which all of it belongs; empty where there is nothing."""
    annotations: tuple[Annotation, ...] = ()
    """In order of creation."""
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[str, ...] = ()
    """Why something in it is not shown, in sentences for the reader."""


def read_leaf(path: Path) -> Leaf:
    """What a file holds; nothing of one that is gone or that belongs to a document whose file has another name.

    Raises:
        Unsound: it does not parse.
        StoreUnavailable: it can't be read.
    """
    data = read_if_there(path)
    if data is None:
        return Leaf()
    tables = decode(path, data)
    annotations, conflicts = annotations_in(tables), conflicts_in(tables)
    documents = {each.document for each in (*annotations, *(one.lost for one in conflicts))}
    strangers = [document for document in documents if file_name(document) != path.name]
    if strangers:
        return Leaf(problems=(misplaced(path, min(strangers)),))
    faults = faults_in(path, tables) if len(annotations) < len(tables.get(TABLE, {})) else ()
    return Leaf(next(iter(documents), ""), annotations, conflicts, faults)
