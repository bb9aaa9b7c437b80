"""Paragraphs in JSON are read as a text; a document that we printed is read back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from test_dresses import SEEDS, described, undressed
from test_reading_keeps_everything import assert_accounted

from store.citations.cite import cite
from store.document import Document
from store.errors import UnreadableSource
from store.library.codec import public
from store.reading.pipeline import read
from store.reading.source import from_bytes

STRINGS = ["大会决议", "大会，", "回顾其以往各项决议，", "1. 决定通过议程；", "2. 请秘书长提出报告。"]
OBJECTS: list[dict[str, Any]] = [
    {"type": "heading", "level": 1, "text": "大会决议"},
    {"text": "大会，"},
    {"text": "回顾其以往各项决议，"},
    {"label": "1", "text": "决定通过\n议程；"},
    {"label": "2", "content": "请秘书长提出报告。"},
]


def understood(value: Any) -> Document:
    source = from_bytes(json.dumps(value, ensure_ascii=False).encode(), "list.json")
    document = cite(read(source))
    assert_accounted(source.text, document)
    return document


@pytest.mark.parametrize(
    "value",
    [
        STRINGS,
        OBJECTS,
        {"paragraphs": STRINGS},
        {"data": {"n": 1}, "blocks": OBJECTS},
        [*OBJECTS[:3], {"items": OBJECTS[3:]}],
        [[text] for text in STRINGS],
    ],
    ids=["strings", "objects", "in an object", "beside others", "inside another", "in arrays"],
)
def test_paragraphs_in_any_array(value: Any) -> None:
    assert [(block.id, block.text) for block in understood(value).blocks if block.id != "h1"][-4:] == [
        ("ch", "大会，"),
        ("pp1", "回顾其以往各项决议，"),
        ("op1", "决定通过议程；"),
        ("op2", "请秘书长提出报告。"),
    ]


@pytest.mark.parametrize("seed", SEEDS, ids=[seed[:3] for seed in SEEDS])
def test_our_own_json_is_read_back(seed: str) -> None:
    document = undressed(seed)
    again = understood(public(document))
    assert list(described(again)) == list(described(document))
    assert (again.front.symbol, again.front.title) == (document.front.symbol, document.front.title)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1}', "不含段落"),
        ('{"blocks": []}', "不含段落"),
        ("[]", "不含段落"),
        ('{"text": "大会', "第 1 行"),
        ("[" * 3000, None),
        ('{"a":' + "[" * 100_000 + "]" * 100_000 + "}", "嵌套太深"),
    ],
)
def test_other_json_is_refused_with_its_reason(text: str, said: str | None) -> None:
    if said is None:
        assert from_bytes(text.encode(), "a.json").text == text
        return
    with pytest.raises(UnreadableSource, match=said):
        from_bytes(text.encode(), "a.json")


def test_a_text_in_brackets_is_no_json() -> None:
    assert from_bytes("[2023]年决议".encode(), "a.txt").text == "[2023]年决议"
    assert from_bytes("{大会}".encode(), "a.txt").text == "{大会}"
