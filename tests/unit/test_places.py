"""Addresses of places, and what readers type to name them."""

from __future__ import annotations

import pytest
from small_library import resolution

from store.places import address, place_named, split_target

DOCUMENT = resolution()


@pytest.mark.parametrize(
    ("place", "cited"),
    [
        ("ch", "起首机关名"),
        ("pp2", "序言部分第2段"),
        ("pp2.a", "序言部分第2(a)段"),
        ("op1", "执行部分第1段"),
        ("op1.a", "执行部分第1(a)段"),
        ("op1.a.1", "执行部分第1(a)(一)段"),
        ("op2~2", "执行部分第2段（之二）"),
        ("s3", "标题三"),
        ("s3.A", "标题三A"),
        ("s3.A.1", "标题三A1"),
        ("s4", "标题“摘要”"),
        ("p98", "第98段"),
        ("t1", "其他文字第1段"),
        ("fn1", "脚注1"),
        ("fn*", "脚注*"),
    ],
)
def test_each_kind_of_place_is_cited_as_readers_cite_it(place: str, cited: str) -> None:
    assert address(DOCUMENT, place) == cited


def test_an_unknown_place_has_no_address() -> None:
    with pytest.raises(KeyError):
        address(DOCUMENT, "op99")


@pytest.mark.parametrize("place", [*DOCUMENT.by_id, *DOCUMENT.notes_by_id])
def test_every_id_and_every_address_leads_back_to_its_place(place: str) -> None:
    assert place_named(DOCUMENT, place) == place
    assert place_named(DOCUMENT, f"#{place}") == place
    assert place_named(DOCUMENT, address(DOCUMENT, place)) == place


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("OP1", "op1"),
        ("ＯＰ１", "op1"),
        ("PP2", "pp2"),
        ("op 1 (a)", "op1.a"),
        ("1a", "op1.a"),
        ("1(a)", "op1.a"),
        ("第1(a)段", "op1.a"),
        ("第1（a）（一）段", "op1.a.1"),
        ("1(a)(i)", "op1.a.1"),
        ("1.a.1", "op1.a.1"),
        ("第一段", "op1"),
        ("执行部分第1段", "op1"),
        ("执行部分第1(a)段", "op1.a"),
        ("序言部分第二段", "pp2"),
        ("序言段2(a)", "pp2.a"),
        ("98", "p98"),
        ("第98段", "p98"),
        ("第九十八段", "p98"),
        ("para. 98", "p98"),
        ("para 98", "p98"),
        ("脚注1", "fn1"),
        ("脚注 1", "fn1"),
        ("fn*", "fn*"),
        ("三", "s3"),
        ("三A", "s3.A"),
        ("第三.A节", "s3.A"),
        ("三.A.1", "s3.A.1"),
        ("摘要", "s4"),
        ("chapeau", "ch"),
        ("op99", None),
        ("99", None),
        ("", None),
        ("胡言乱语", None),
    ],
)
def test_what_readers_type_names_a_place(typed: str, place: str | None) -> None:
    assert place_named(DOCUMENT, typed) == place


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("A/C.3/80/L.4#op5", ("A/C.3/80/L.4", "op5")),
        ("64/293", ("64/293", None)),
        ("64/293#", ("64/293", None)),
        ("#op5", ("", "op5")),
        ("A/74/127，第98段", ("A/74/127", "第98段")),
        ("大会第70/1号决议，第5(a)段", ("大会第70/1号决议", "第5(a)段")),
        ("A/C.3/80/L.4，序言部分第8段", ("A/C.3/80/L.4", "序言部分第8段")),
        ("A/C.3/80/L.4，脚注10", ("A/C.3/80/L.4", "脚注10")),
        ("改进协调，打击贩运人口", ("改进协调，打击贩运人口", None)),
        ("64/293＃5", ("64/293", "5")),
        ("64/293 5", ("64/293", "5")),
        ("64/293 5(a)", ("64/293", "5(a)")),
        ("64/293 OP 5", ("64/293", "OP 5")),
        ("64/293第5段", ("64/293", "第5段")),
        ("A/C.3/80/L.4 PP3", ("A/C.3/80/L.4", "PP3")),
        ("A/C.3/80/L.4 第5（a）段", ("A/C.3/80/L.4", "第5（a）段")),
        ("A/C.3/80/L.4序言部分第8段", ("A/C.3/80/L.4", "序言部分第8段")),
        ("大会第70/1号决议第5(a)段", ("大会第70/1号决议", "第5(a)段")),
        ("A/74/127, para. 98", ("A/74/127", "para. 98")),
        ("A/74/127 para 98", ("A/74/127", "para 98")),
        ("A/C.3/80/L.4 脚注10", ("A/C.3/80/L.4", "脚注10")),
        ("64/293 chapeau", ("64/293", "chapeau")),
        ("大会第64/293号决议", ("大会第64/293号决议", None)),  # its 第 is no paragraph's
        ("S/RES/2388 (2017)", ("S/RES/2388 (2017)", None)),  # a year, no item
        ("A/RES/51/154 B", ("A/RES/51/154 B", None)),  # a letter of the number
        ("A/C.3/80/L.4 Rev.1", ("A/C.3/80/L.4 Rev.1", None)),
        ("2030年可持续发展议程", ("2030年可持续发展议程", None)),
        ("第5段", ("第5段", None)),
    ],
)
def test_a_target_is_split_from_its_place(target: str, parts: tuple[str, str | None]) -> None:
    assert split_target(target) == parts
