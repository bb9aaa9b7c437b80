"""The labelled documents: every citation of theirs is found and resolved, and nothing else."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from store.citations.cite import cite
from store.document import Block, Document, Footnote, FrontMatter, Marker

LABELS = sorted((Path(__file__).parents[1] / "data" / "gold").glob("*.json"))


def read_labels(path):
    """The document as its labels say it is, and its citations as (place, surface, symbol)."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    meta = labels["meta"]
    front = FrontMatter(symbol=meta["symbol"], title=meta["title"], kind=meta["kind"], body=meta["body"])
    blocks = tuple(
        Block(b["id"], b["type"], b["label"], *taken_apart(b["text"], b["parent"])) for b in labels["blocks"]
    )
    notes = tuple(Footnote(f"fn:{n['label']}", n["label"], n["text"]) for n in labels["footnotes"])
    wanted = Counter((c["in"], c["surface"], c["symbol"]) for c in labels["citations"])
    return Document(front, blocks, notes), wanted


def taken_apart(text, parent):
    """Text without ⟦n⟧, the parent, and the markers that stood there."""
    pieces = re.split(r"⟦(.*?)⟧", text)
    markers, clean = [], ""
    for piece, note in zip(pieces[::2], [*pieces[1::2], None], strict=True):
        clean += piece
        if note:
            markers.append(Marker(note, len(clean), f"fn:{note}"))
    return clean, parent, tuple(markers)


def without_spaces(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


def test_there_are_labels():
    assert len(LABELS) >= 3


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_citations_equal_the_labels(path):
    document, wanted = read_labels(path)
    cited = Counter((c.block, without_spaces(c.surface), c.symbol) for c in cite(document).citations)
    assert (wanted - cited, cited - wanted) == (Counter(), Counter())


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_citations_stand_in_reading_order_at_their_surfaces(path):
    document, _ = read_labels(path)
    places = [p.id for p in (*document.blocks, *document.footnotes)]
    citations = cite(document).citations
    assert [c.surface for c in citations] == [document.text_of(c.block)[c.at : c.end] for c in citations]
    order = [(places.index(c.block), c.at) for c in citations]
    assert order == sorted(order)


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_nothing_is_left_open_and_only_misreadings_and_misprints_are_doubted(path):
    document, _ = read_labels(path)
    assert {doubt.kind for doubt in cite(document).doubts} <= {"misread-symbol", "list-order"}


def test_the_misprint_in_a_list_of_every_second_session_is_doubted_and_kept():
    """69/149、71/167、73/146、76/158、77/194: the resolution meant is 75/158."""
    document, _ = read_labels(LABELS[0])
    doubts = [doubt for doubt in cite(document).doubts if doubt.kind == "list-order"]
    assert [doubt.message for doubt in doubts] == ["“76/158”不合所列编号的间隔，此处应为第75届，请核对。"]
    assert "A/RES/76/158" in {citation.symbol for citation in cite(document).citations}
