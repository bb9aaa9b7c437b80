"""The two bundled documents without label files: every citation of theirs is found and resolved, and nothing else.

Their lists were made by reading the documents by hand, from the first line to the last note: place, number or symbol as
printed, and what the sentence means by it. In 001 the numbers stand in links; in 004 a symbol is broken over two lines,
and one is misprinted (CTOC/CP/2010/11), which is left as it is.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from store.citations.cite import cite
from store.document import Document
from store.reading.pipeline import read
from store.reading.source import load

ROOT = Path(__file__).parents[2]
LISTS = json.loads((ROOT / "tests" / "data" / "citations_by_hand.json").read_text(encoding="utf-8"))


def seed(number: str) -> Document:
    (path,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    return cite(read(load(path)))


@pytest.mark.parametrize("number", LISTS)
def test_citations_equal_those_read_by_hand(number: str) -> None:
    wanted = Counter(map(tuple, LISTS[number]))
    found = Counter((each.block, "".join(each.surface.split()), each.symbol) for each in seed(number).citations)
    assert (wanted - found, found - wanted) == (Counter(), Counter())


@pytest.mark.parametrize("number", LISTS)
def test_every_citation_has_a_reason_and_none_is_doubted(number: str) -> None:
    document = seed(number)
    assert all(each.rule and each.confidence != "open" for each in document.citations)
    assert {doubt.kind for doubt in document.doubts} <= {"flat-marker", "missing-marker"}
