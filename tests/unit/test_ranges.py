"""The resolutions that a range includes without printing them."""

from __future__ import annotations

import pytest

from store.citations.cite import cite
from store.document import Block, Document, FrontMatter

RANGES = [
    ("经济及社会理事会第1991/1号至第1991/5号决议", ["E/RES/1991/2", "E/RES/1991/3", "E/RES/1991/4"]),
    ("大会第53/70至53/73号决议", ["A/RES/53/71", "A/RES/53/72"]),
    ("大会第75/1-75/4号决议", ["A/RES/75/2", "A/RES/75/3"]),
    ("大会第３３６３（ＸＸＸ）至３３６６（ＸＸＸ）号决议", ["A/RES/3364(XXX)", "A/RES/3365(XXX)"]),
    ("大会第60/501号至第60/503号决定", ["A/DEC/60/502"]),
    ("大会第S-20/2至S-20/4号决议", ["A/RES/S-20/3"]),
    ("安全理事会第1200(1998)号至第1203(1998)号决议", ["S/RES/1201(1998)", "S/RES/1202(1998)"]),
    ("大会第53/70号和第53/73号决议", []),  # two, not a range
    ("大会第53/70号至第54/2号决议", []),  # how many the fifty-third session adopted nobody says
    ("安全理事会第1160(1998)号至第1284(1999)号决议", []),
    ("大会第53/73至53/70号决议", []),
    ("大会第53/1至53/300号决议", []),
    ("人权理事会第5/1号决议至大会第5/4号决议", []),
]


@pytest.mark.parametrize(("text", "included"), RANGES)
def test_each_number_between_the_two_is_referred_to(text: str, included: list[str]) -> None:
    document = cite(Document(FrontMatter(), (Block("p1", "paragraph", "1", text),)))
    assert [reference.symbol for reference in document.references] == included
    assert {reference.form for reference in document.references} <= {"range"}
    assert len(document.citations) == 2


def test_it_stands_where_the_words_join_the_two() -> None:
    document = cite(Document(FrontMatter(), (Block("p1", "paragraph", "1", "大会第53/70号至第53/72号决议"),)))
    (reference,) = document.references
    assert (reference.at, reference.surface, reference.confidence) == (8, "号至第", "likely")
    assert cite(document) == document
