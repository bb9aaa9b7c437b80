"""What a page or list calls a paragraph may be a line only: a sentence that it parts is one paragraph nevertheless."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence

import pytest

from store.document import Document
from store.paths import seeds_folder
from store.reading.pipeline import read
from store.reading.source import from_bytes, load


def page(lines: Sequence[str]) -> bytes:
    return f"<html><body>{''.join(f'<p>{html.escape(line, quote=False)}</p>' for line in lines)}</body></html>".encode()


def elements(lines: Sequence[str]) -> bytes:
    return json.dumps(lines, ensure_ascii=False).encode()


def texts(document: Document) -> list[tuple[str, str]]:
    return [(block.id, block.text) for block in document.blocks]


@pytest.mark.parametrize("printed", [page, elements])
@pytest.mark.parametrize("name", ["000", "001", "002", "004"])
def test_a_document_is_read_as_it_is_when_each_of_its_lines_is_a_paragraph(
    name: str, printed: Callable[[Sequence[str]], bytes]
) -> None:
    source = load(next(seeds_folder().glob(f"{name}_*")))
    lines = [line for line in source.text.split("\n") if line.strip()]
    assert texts(read(from_bytes(printed(lines), "x"))) == texts(read(source))


BEFORE = ["大会，", "回顾其以往各项决议，"]
AFTER = ["2. 决定继续审议此事。"]


@pytest.mark.parametrize("printed", [page, elements])
@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (
            ["1. 请各国采取措施，遏制需求，以期消除人口贩运现象，并为此提高人口贩运", "活动的客户对影响的认识；"],
            True,
        ),
        (["1. 请各国采取措施，遏制需求，并执行大会关于这一问题的宣言《努力实现", "可持续发展》；"], True),
        (["1. 请各国采取措施，遏制需求，并为此", "________", "5/22 V.19-04874", "提高客户对影响的认识；"], True),
        (
            ["1. 请各国采取措施，遏制需求，以期消除人口贩运现象，并为此提高人口贩运活动的认识", "请秘书长报告；"],
            False,
        ),
        (
            ["1. 请各国采取措施，遏制需求，以期消除人口贩运现象，并为此提高客户的认识：", "这是下面一段的话。"],
            False,
        ),
        (["1. 敦促会员国采取措施；", "阿尔巴尼亚常驻代表团", "安道尔常驻代表团"], False),
    ],
    ids=["sentence", "title", "page", "decision", "colon", "names"],
)
def test_a_sentence_that_a_page_parted_is_joined_and_no_other(
    parts: list[str], joined: bool, printed: Callable[[Sequence[str]], bytes]
) -> None:
    document = read(from_bytes(printed([*BEFORE, *parts, *AFTER]), "x"))
    between = [block for block in document.blocks if block.id not in ("ch", "pp1", "op2")]
    assert (len(between) == 1) == joined
