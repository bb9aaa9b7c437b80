"""The same document as Word files: however it is set there, it is read into the same tree."""

from __future__ import annotations

import pytest
from dress_docx import WordDress, dressed_docx
from test_dresses import SEEDS, described, undressed
from test_reading_keeps_everything import assert_accounted

from store.citations.cite import cite
from store.reading.pipeline import read
from store.reading.source import from_bytes

DRESSES = {
    "as Word counts": WordDress(),
    "as Word counts in levels": WordDress(deep=True),
    "typed": WordDress(counted=False, noted=False),
    "masthead in lines": WordDress(masthead="lines"),
    "masthead in the header": WordDress(masthead="header", tabbed=True),
    "endnotes and styles": WordDress(endnotes=True, styled=True),
    "runs in pieces, with changes": WordDress(splits=3, changed=True),
    "typed with tabs": WordDress(counted=False, tabbed=True, styled=True, heads=False),
}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("seed", SEEDS, ids=[seed[:3] for seed in SEEDS])
def test_a_word_file_is_read_as_the_text_is(seed: str, dress: WordDress) -> None:
    document = undressed(seed)
    source = from_bytes(dressed_docx(document, dress), "a.docx")
    again = cite(read(source))
    assert list(described(again)) == list(described(document))
    assert again.front._replace(date=None) == document.front._replace(date=None)
    assert_accounted(source.text, again)
