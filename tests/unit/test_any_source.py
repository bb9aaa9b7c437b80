"""Whatever a file of any kind holds, nothing raises and nothing is lost."""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable

import pytest
from docx_writer import paragraph, run, word
from test_reading_keeps_everything import TEXTS, mutilated

from store.citations.cite import cite
from store.document import Document
from store.errors import UnreadableSource
from store.reading.pipeline import read
from store.reading.source import from_bytes

RUBBISH = """
\u202e \u200f \u2066 😀 👨‍👩‍👧 \ufeff （（ 》 ]] < </p> <sup> & { ^{1 ¹²³
① 1.1.1.1 (a)(b) 一、二、 ____ --- A/RES/ 第号决议 70/1、70/1、 25-16618 3/13 | 。。。。 ，，，，
1111111111111111 e\u0301\u0301\u0301 \\footnote{ [注1：
""".split()
SHAPES = {
    "digits": "1" * 3000,
    "numbers": "\n".join(str(number % 300) for number in range(600)),
    "brackets": "".join(random.Random(1).choices("()（）[]【】《》<>{}「」“”", k=3000)),
    "one character a line": "\n".join(random.Random(2).choices("大会回顾，。；1aA(*-_#>|", k=800)),
    "nested numbers": "\n".join(
        f"{'  ' * (each % 60)}({chr(97 + each % 26)}) ({each % 9}) (一) 请" for each in range(300)
    ),
    "signs": "文¹，<sup>2</sup>^{3}④[5]，6 同上。" * 100,
    "notes": "文，1\n____\n1 见A/74/127。\n" * 100,
    "symbols": "、".join(f"A/RES/{number % 80}/{number}" for number in range(300)),
    "one long line": "回顾大会第70/1号决议，" * 400,
    "white space": " " * 2000 + "文" + "\u3000" * 2000,
}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_page(text: str) -> bytes:
    return (
        f"<html><body>{''.join(f'<p>{html.escape(line)}</p>' for line in text.split(chr(10)))}</body></html>".encode()
    )


def as_raw_page(text: str) -> bytes:
    return f"<html><body><p>{text}</body></html>".encode()


def as_word(text: str) -> bytes:
    return word("".join(paragraph(run(line)) for line in _NO_XML.sub("\ufffd", text).split("\n")))


KINDS: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "utf-16": lambda text: text.encode("utf-16"),
    "gb18030": lambda text: text.encode("gb18030"),
    "page": as_page,
    "raw page": as_raw_page,
    "list": lambda text: json.dumps([*text.split("\n"), "\ud800"]).encode(),
    "word": as_word,
}


def understood(data: bytes) -> Document | None:
    """The document, every character of whose source is accounted for; None where the file is refused."""
    try:
        source = from_bytes(data, "件")
    except UnreadableSource:
        return None
    document = cite(read(source))
    position = 0
    for piece in document.pieces:
        assert piece.start == position < piece.end
        position = piece.end
    assert position == len(source.text)
    for owner in (*document.blocks, *document.footnotes):
        for each in owner.runs:
            assert owner.text[each.at : each.at + each.length] == source.text[each.start : each.start + each.length]
    return document


def rubbished(text: str, chance: random.Random) -> str:
    for _ in range(40):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(RUBBISH) + text[at:]
    return text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["002", "004"])
def test_a_mutilated_document_with_rubbish_in_it(kind: str, name: str) -> None:
    for how in ("dropped", "cut", "one line", "shortened"):
        chance = random.Random(f"{kind} {name} {how}")
        assert understood(KINDS[kind](rubbished(mutilated(TEXTS[name], how, chance), chance)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_one_thing_only(kind: str, shape: str) -> None:
    understood(KINDS[kind](SHAPES[shape]))
