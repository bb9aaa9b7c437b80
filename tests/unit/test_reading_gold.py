"""The bundled documents are read as the hand-made label files have them: every block, note, marker and field."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from store.document import Block, Document
from store.paths import seeds_folder
from store.reading.pipeline import read
from store.reading.source import load

GOLD = {path.stem: path for path in sorted((Path(__file__).parent.parent / "data" / "gold").glob("*.json"))}
FIELDS = ("symbol", "title", "date", "session", "committee", "agenda_item", "agenda_title", "kind", "body")


def flat(text: str | None) -> str:
    """Without white space and the difference between full and half width, which the labels leave open."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


def marked(block: Block) -> str:
    """The block's text with ⟦n⟧ at each marker, as the label files write it."""
    text = block.text
    for marker in reversed(block.markers):
        text = f"{text[: marker.at]}⟦{marker.note}⟧{text[marker.at :]}"
    return flat(text)


@pytest.fixture(scope="module", params=sorted(GOLD))
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Document]:
    labels = json.loads(GOLD[request.param].read_text(encoding="utf-8"))
    return labels, read(load(seeds_folder() / labels["seed"]))


def test_there_are_label_files() -> None:
    assert sorted(GOLD) == ["000", "002", "003"]


def test_blocks_in_order_with_their_parents_and_markers(pair: tuple[dict[str, Any], Document]) -> None:
    labels, document = pair
    texts = {block["id"]: flat(block["text"]) for block in labels["blocks"]}
    wanted = [
        (block["type"], flat(block["label"]), texts[block["id"]], texts.get(block["parent"]))
        for block in labels["blocks"]
    ]
    read_texts = {block.id: marked(block) for block in document.blocks}
    found = [
        (block.type, flat(block.label), marked(block), read_texts[block.parent] if block.parent else None)
        for block in document.blocks
    ]
    assert found == wanted


def test_footnotes(pair: tuple[dict[str, Any], Document]) -> None:
    labels, document = pair
    wanted = sorted((note["label"], flat(note["text"])) for note in labels["footnotes"])
    assert sorted((note.label, flat(note.text)) for note in document.footnotes) == wanted


def test_every_marker_is_bound(pair: tuple[dict[str, Any], Document]) -> None:
    _, document = pair
    assert all(marker.footnote in document.notes_by_id for block in document.blocks for marker in block.markers)


def test_furniture_in_order(pair: tuple[dict[str, Any], Document]) -> None:
    labels, document = pair
    assert [flat(each.text) for each in document.furniture] == [flat(each) for each in labels["furniture"]]


def test_front_matter(pair: tuple[dict[str, Any], Document]) -> None:
    labels, document = pair
    wanted = {field: flat(labels["meta"][field]) for field in FIELDS}
    assert {field: flat(getattr(document.front, field)) for field in FIELDS} == wanted
    assert list(document.front.sponsors) == labels["meta"]["sponsors"]
