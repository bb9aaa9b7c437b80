"""What was read of a file, in the form in which the index keeps it; made in whatever process read the file."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from store.document import Citation, Document
from store.library import packed
from store.library.entry import Summary, summarize
from store.library.families.titles import title_key
from store.library.folding import fold
from store.library.mentions import mentions
from store.library.subjects import subjects


class Prepared(NamedTuple):
    """Rows of the index for one document."""

    summary: Summary
    data: bytes
    """The whole document, see `packed`."""
    folded: str
    """The texts in which one finds, a line each."""
    mentions: list[tuple[Any, ...]]


def prepare(document: Document) -> Prepared:
    """Make the rows, which takes as long as a third of the reading."""
    texts = [held.text for held in document.blocks] + [note.text for note in document.footnotes]
    about = subjects(document)
    cited = [
        (
            *(document.digest, turn, m.address, m.sentence, m.at, json.dumps(m.names)),
            *_subject(about.get((m.place, m.citation.at))),
            *_fields(m.citation),
        )
        for turn, m in enumerate(mentions(document, document.digest))
    ]
    return Prepared(summarize(document), packed.dump(document), "\n".join(map(fold, texts)), cited)


def _subject(printed: str | None) -> tuple[str | None, str | None]:
    """What the resolution is about, and what equal titles have in common."""
    return printed, title_key(printed) if printed else None


def _fields(citation: Citation) -> tuple[Any, ...]:
    """A citation as one row, its list as JSON."""
    return tuple((citation._asdict() | {"candidates": json.dumps(citation.candidates)}).values())
