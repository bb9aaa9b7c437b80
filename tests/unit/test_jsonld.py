"""Annotations leave as W3C Web Annotation JSON-LD, in the vocabulary's shapes, and come back as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.records import Annotation, Move
from store.annotations.selectors import Scope, Selector
from store.annotations.shelf import Shelf
from store.export.data import from_json, to_json
from store.export.jsonld import CONTEXT, address_of, from_item, key_of, to_jsonld
from store.export.sections import Section

MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging".split()
)
"""All that the vocabulary has; a body's purpose is one of them too."""

AMENDMENT = Annotation(
    "00187f",
    "A/C.3/80/L.4",
    "op5",
    "敦促会员国",
    ("议题/妇女", "我方"),
    "理由：**更强**\n",
    created="2026-11-03T08:00:00Z",
    modified="2026-11-04T08:00:00Z",
    scope="range",
    selectors=(Selector("op5", 2, 5, "会员国", "敦促", "执行", whole=False, rest=9, paragraph="0a1b2c3d"),),
    digest="ab" * 32,
    kind="amendment",
    proposed="各国",
    author="王",
    origin="李",
    moves=(Move("2026-11-05T08:00:00Z", "moved", "op4", "op5"),),
    extra={"colour": {"name": "red", "shade": 3}},
)
PLAIN = Annotation(
    "00187e",
    "改进协调 2021-11-10",
    "fn3",
    "第 64/293 号决议",
    (),
    "原始授权",
    "2026-11-01T00:00:00Z",
    "2026-11-01T00:00:00Z",
)
CARD = Annotation(
    "00187d", "A/RES/64/293", "", "", ("必读",), "", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "card"
)
WHOLE = Annotation(
    "00187c", "A/C.3/80/L.4", "", "", (), "总评", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "document"
)
QUESTION = Annotation(
    "00187b", "A/C.3/80/L.4", "op1", "大会", (), "", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", kind="question"
)
EVERY = (AMENDMENT, PLAIN, CARD, WHOLE, QUESTION)


def items(text: str) -> list[dict[str, Any]]:
    content = json.loads(text)
    found: list[dict[str, Any]] = content["first"]["items"]
    return found


def faults(text: str) -> Iterator[str]:
    """Where JSON-LD departs from the shapes of the Web Annotation model."""
    content = json.loads(text)
    contexts = content["@context"]
    if CONTEXT not in (contexts if isinstance(contexts, list) else [contexts]):
        yield "@context"
    if content["type"] != "AnnotationCollection" or not is_iri(content["id"]):
        yield "collection"
    page = content["first"]
    if page["type"] != "AnnotationPage" or not is_iri(page["id"]) or content["total"] != len(page["items"]):
        yield "page"
    prefixes = {name for each in contexts if isinstance(each, dict) for name in each}
    for item in page["items"]:
        yield from item_faults(item, prefixes)


def is_iri(value: object) -> bool:
    return isinstance(value, str) and ":" in value and not set(value) & set(' <>"{}|\\^`\n')


def item_faults(item: Mapping[str, Any], prefixes: set[str]) -> Iterator[str]:
    """Section 3 of the model: exactly one id, the type, one target or more, bodies and motives of known kinds."""
    if not is_iri(item["id"]) or item["type"] != "Annotation":
        yield "id or type"
    if not set(item["motivation"]) <= MOTIVATIONS or not item["motivation"]:
        yield "motivation"
    for name in ("created", "modified"):
        if datetime.fromisoformat(item[name]).tzinfo is None:
            yield name
    if "creator" in item and (item["creator"]["type"] != "Person" or not item["creator"]["name"]):
        yield "creator"
    if not item["target"]:
        yield "target"
    for body in item.get("body", []):
        if body["type"] != "TextualBody" or not isinstance(body["value"], str) or body["purpose"] not in MOTIVATIONS:
            yield "body"
    for target in item["target"]:
        yield from target_faults(target)
    known = {"id", "type", "motivation", "created", "modified", "creator", "body", "target"}
    for name in item.keys() - known:
        if name.partition(":")[0] not in prefixes:
            yield f"{name} is in no context"


def target_faults(target: Mapping[str, Any]) -> Iterator[str]:
    """Section 4: a specific resource has one source; each selector what its kind must have."""
    if target["type"] != "SpecificResource" or not is_iri(target["source"]):
        yield "source"
    for selector in target.get("selector", []):
        match selector["type"]:
            case "FragmentSelector":
                if not selector["value"] or not is_iri(selector["conformsTo"]):
                    yield "fragment"
                position = selector.get("refinedBy", {"type": "TextPositionSelector", "start": 0, "end": 0})
                if position["type"] != "TextPositionSelector" or not 0 <= position["start"] <= position["end"]:
                    yield "position"
            case "TextQuoteSelector":
                if not isinstance(selector["exact"], str):
                    yield "quote"
            case other:
                yield other


def test_every_annotation_has_the_shape_that_the_vocabulary_asks_for() -> None:
    assert list(faults(to_jsonld(EVERY))) == []


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        ("tagging", "body"),
        ("Annotation", "id or type"),
        ("TextPositionSelector", "position"),
        ("SpecificResource", "source"),
    ],
)
def test_the_shapes_are_really_looked_at(spoiled: str, fault: str) -> None:
    assert fault in set(faults(to_jsonld(EVERY).replace(f'"{spoiled}"', '"Nonsense"')))


def test_what_the_model_has_words_for_is_said_in_its_words() -> None:
    amendment = items(to_jsonld(EVERY))[0]
    assert amendment["motivation"] == ["editing", "commenting", "tagging"]
    assert [(body["purpose"], body["value"]) for body in amendment["body"]] == [
        ("tagging", "议题/妇女"),
        ("tagging", "我方"),
        ("commenting", "理由：**更强**\n"),
        ("editing", "各国"),
    ]
    (target,) = amendment["target"]
    assert target["source"] == "https://undocs.org/zh/A/C.3/80/L.4"
    fragment, words = target["selector"]
    assert (fragment["value"], fragment["refinedBy"]) == ("op5", {"type": "TextPositionSelector", "start": 2, "end": 5})
    assert words == {"type": "TextQuoteSelector", "exact": "会员国", "prefix": "敦促", "suffix": "执行"}


@pytest.mark.parametrize("annotation", EVERY, ids=lambda each: each.scope + each.kind)
def test_each_comes_back_as_it_was(annotation: Annotation) -> None:
    (item,) = items(to_jsonld([annotation]))
    assert from_item(item) == annotation


def test_a_store_that_left_as_jsonld_or_json_comes_back_equal(tmp_path: Path) -> None:
    old = Shelf(tmp_path / "old")
    for each in EVERY:
        old.restore(each)
    old.set_note("A/C.3/80/L.4", "op9", "请秘书长", "自己的")
    everything = list(old.all())
    assert len(everything) == 6
    sections = [Section(key, None, old.of(key)) for key in old.documents()]
    back = {
        "jsonld": [from_item(item) for item in items(to_jsonld(everything))],
        "json": list(from_json(json.loads(to_json(sections)))),
    }
    for name, those in back.items():
        new = Shelf(tmp_path / name)
        for each in those:
            new.restore(each)
        assert list(new.all()) == everything
        assert {path.name: path.read_bytes() for path in (tmp_path / name).glob("*.json")} == {
            path.name: path.read_bytes() for path in (tmp_path / "old").glob("*.json")
        }


WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
COUNTS = st.integers(0, 99)
SELECTORS = st.builds(Selector, WORDS, COUNTS, COUNTS, WORDS, WORDS, WORDS, st.booleans(), COUNTS, WORDS)
NAMES = st.text("abc", min_size=1, max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda each: st.lists(each) | st.dictionaries(WORDS, each),
    max_leaves=4,
)
ANNOTATIONS = st.builds(
    Annotation,
    id=WORDS,
    document=WORDS,
    place=WORDS,
    quote=WORDS,
    tags=st.lists(WORDS, max_size=3).map(tuple),
    note=WORDS,
    created=WORDS,
    modified=WORDS,
    scope=st.sampled_from(get_args(Scope)),
    selectors=st.lists(SELECTORS, max_size=2).map(tuple),
    digest=WORDS,
    kind=WORDS,
    proposed=WORDS,
    author=WORDS,
    origin=WORDS,
    moves=st.lists(st.builds(Move, WORDS, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    extra=st.dictionaries(NAMES, VALUES, max_size=2),
)


@given(ANNOTATIONS)
def test_no_annotation_loses_anything_on_the_way(annotation: Annotation) -> None:
    (item,) = items(to_jsonld([annotation]))
    assert from_item(item) == annotation
    assert list(from_json(json.loads(to_json([Section(annotation.document, None, [annotation])])))) == [annotation]


@pytest.mark.parametrize("key", ["A/RES/64/293", "A/C.3/80/L.4/Rev.1", "改进协调 2021-11-10", "A/RES/1/1~1", "a%2Fb"])
def test_a_document_is_found_again_by_its_address(key: str) -> None:
    assert is_iri(address_of(key))
    assert key_of(address_of(key)) == key
