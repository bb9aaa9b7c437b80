"""Documents of many bodies and decades, one short text each, read into the outline that a careful reader sees.

Beside each text in data/kinds stands its outline: what the masthead says, then one line a block with its id, type and
label, then the labels of the footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_reading_keeps_everything import assert_accounted

from store.document import Document
from store.reading.pipeline import read
from store.reading.source import load

TEXTS = sorted((Path(__file__).parent.parent / "data" / "kinds").glob("*.txt"))


def outline(document: Document) -> Iterator[str]:
    front = document.front
    yield "; ".join(map(str, (front.kind, front.symbol, front.body, front.date, front.session, front.agenda_item)))
    yield str(front.title)
    for block in document.blocks:
        yield " ".join(filter(None, (block.id, block.type, block.label)))
    yield " ".join(("notes:", *(note.label for note in document.footnotes)))


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_each_kind_is_read_into_its_outline(path: Path) -> None:
    source = load(path)
    document = read(source)
    assert_accounted(source.text, document)
    assert list(outline(document)) == path.with_suffix(".outline").read_text(encoding="utf-8").splitlines()
