"""Reading never raises and never loses: on the bundled documents, on mutilated copies of them, on any text at all."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.document import Block, Document, Footnote
from store.paths import seeds_folder
from store.reading.pipeline import read
from store.reading.source import Source, load

SEEDS = sorted(seeds_folder().glob("*.txt"))
TEXTS = {path.name[:3]: load(path).text for path in SEEDS}

# What a block's stretch of source may hold beside its text: markup, the signs of notes, the colon after a speaker.
MARKUP = re.compile(
    r"(?:\\|[*∗＊]+|__|\#{1,6}|>|[-+•·▪◦●–]|!?\[[^\]]*\]\([^()\s]*\)|\[|\]\((?:[^()\s]|\([^()\s]*\))*\)|<[^<>]*>"
    r"|\$?(?:\^|\\textsuperscript)\{[^{}]*\}\$?|\$|\{\}|\\[()]|\^\d{1,3}|\^|[⁰¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹,，、⸴ʼ]*|\d{1,3}|[「｢『'’`ˡ|lI]"
    r"|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]+"
    r"|[\[［〔(（]\^?[\d*]{1,3}[\]］〕)）]|\d{1,3}/|[①-⑳㉑-㉟]|[：:\]}]|</ref>|[|│┃║｜]"
    r"|[\u200b\u200c\u200d\u2060\ufeff\u00ad])+"
)


def read_text(text: str) -> Document:
    return read(Source(text, "0" * 64, "text"))


def assert_accounted(text: str, document: Document) -> None:
    """The pieces partition the source, and each owner's text is its source but for markup and the signs of notes."""
    position = 0
    for piece in document.pieces:
        assert piece.start == position < piece.end
        position = piece.end
    assert position == len(text)
    owners: list[Block | Footnote] = [*document.blocks, *document.footnotes]
    assert len({owner.id for owner in owners}) == len(owners)
    stretches: dict[str, list[tuple[int, int]]] = {}
    for piece in document.pieces:
        if piece.role in ("block", "footnote"):
            stretches.setdefault(piece.owner, []).append((piece.start, piece.end))
    for owner in owners:
        assert_owner(text, owner, stretches.get(owner.id, []))
    assert {piece.owner for piece in document.pieces if piece.role in ("block", "label", "footnote")} <= {
        owner.id for owner in owners
    }


CELLS_APART = "|"
"""Put between the cells of a table's row, also of one that held nothing but the sign of a note."""


def assert_owner(text: str, owner: Block | Footnote, stretches: list[tuple[int, int]]) -> None:
    covered = 0
    places: set[int] = set()
    for run in owner.runs:
        assert not owner.text[covered : run.at].strip(f" {CELLS_APART}")
        assert owner.text[run.at : run.at + run.length] == text[run.start : run.start + run.length]
        covered = run.at + run.length
        places.update(range(run.start, run.start + run.length))
    assert owner.text[covered:] == ""
    own = {place for start, end in stretches for place in range(start, end)}
    assert places <= own
    rest = "".join(text[place] if place not in places else " " for place in sorted(own))
    for left in rest.split():
        assert MARKUP.fullmatch(left), (owner.id, left)


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_of_a_seed_is_accounted_for(name: str) -> None:
    assert_accounted(TEXTS[name], read_text(TEXTS[name]))


@pytest.mark.parametrize("name", TEXTS)
def test_markers_stand_inside_their_text_and_in_order(name: str) -> None:
    for block in read_text(TEXTS[name]).blocks:
        places = [marker.at for marker in block.markers]
        assert places == sorted(places)
        assert all(0 < place <= len(block.text) for place in places)


def mutilated(text: str, how: str, chance: random.Random) -> str:
    lines = text.split("\n")
    if how == "dropped":
        return "\n".join(line for line in lines if chance.random() > 0.15)
    if how == "doubled":
        return "\n".join(line for line in lines for _ in range(1 + (chance.random() < 0.1)))
    if how == "shuffled":
        chance.shuffle(lines)
        return "\n".join(lines)
    if how == "cut":
        start = chance.randrange(len(text))
        return text[start : start + chance.randrange(len(text))]
    if how == "one line":
        return " ".join(lines)
    return "\n".join(line[: chance.randrange(len(line) + 1)] for line in lines)


@pytest.mark.parametrize("how", ["dropped", "doubled", "shuffled", "cut", "one line", "shortened"])
@pytest.mark.parametrize("name", ["000", "001", "002", "004"])
def test_mutilated_copies_are_accounted_for(name: str, how: str) -> None:
    for turn in range(6):
        text = mutilated(TEXTS[name], how, random.Random(f"{name} {how} {turn}"))
        assert_accounted(text, read_text(text))


SIGNS = (
    "\n",
    "\n\n",
    "\f",
    "\r\n",
    "\u200b",
    "\u3000",
    " ",
    "，",
    "。",
    "；",
    "：",
    "**",
    "*",
    "\\",
    "「",
    "¹",
    "²³",
    "》1",
)
FORMS = """
大会， 回顾 1. (a) (b) 一. A. (i) (十) <sup>1</sup> ^{1,2} ____ --- 25-16618 3/13 A/74/127 http://undocs.org/A/1
64/293 号决议 [1](#) 议程项目 第八十届会议 决议草案 - # >
""".split()
FRAGMENTS = st.sampled_from([*SIGNS, *FORMS, *(f"{form} " for form in FORMS), *(f"\n{form} " for form in FORMS)])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=60).map("".join))
def test_any_text_is_read_without_loss(text: str) -> None:
    assert_accounted(text, read_text(text))
