"""The table of instruments: each line is whole, each identity stands once, each name leads to its own line."""

import re
from datetime import date

import pytest
from small_library import toy_library

from store.instruments.deposited import deposited
from store.instruments.goals import GOALS, is_goal
from store.instruments.identity import address_of, instrument_named, is_identity, read_identity, shown
from store.instruments.known import by_key, by_title, full_titles, instruments
from store.instruments.labour import is_labour
from store.instruments.spelling import spelled, title_key
from store.library.find import Cited, Nothing, find
from store.symbols import Symbol

NAMED = [each for each in instruments() if each.kind == "name"]
TREATIES = [each for each in instruments() if each.kind == "treaty"]


def test_there_are_enough_of_each_kind():
    assert len(NAMED) >= 120
    assert len(TREATIES) >= 80
    assert len(by_key()) == len(instruments())


def test_every_document_is_named_by_its_canonical_symbol():
    for each in instruments():
        for symbol in filter(None, (each.key if each.kind == "name" else None, each.adopted)):
            known = Symbol.parse(symbol)
            assert known is not None and str(known) == symbol


def test_every_date_is_one_and_fits_the_session():
    for each in instruments():
        if each.kind == "labour":
            assert each.date and 1919 <= int(each.date) <= 2025
            continue
        when = date.fromisoformat(each.date) if each.date else None
        session = re.match(r"A/RES/(\d+)/", each.adopted or "")
        if when and session and each.kind == "name":
            # the session of the Assembly that begins in September of 1945 + n
            assert date(1945 + int(session[1]), 9, 1) <= when <= date(1946 + int(session[1]), 9, 30)


def test_every_treaty_has_an_identity_of_its_own():
    for each in TREATIES:
        assert re.fullmatch(r"(?:UNTS|LNTS) \d{1,4}, \d{1,6}|TREATY .+", each.key)
        assert read_identity(each.key) == each.key


def test_every_name_leads_to_its_own_line():
    for each in instruments():
        for title in each.titles:
            assert full_titles()[title_key(title)] is each
        for name in (*each.titles, *each.shorts):
            assert by_title()[title_key(name)] is each


def test_a_title_is_known_in_traditional_characters_and_with_other_marks():
    for printed in (
        "聯合國打擊販運人口的全球行動計劃",
        "联合国打击贩运人口全球行动计划",
        "《联合国 打击贩运人口的全球行动计划》",
    ):
        known = instrument_named(printed)
        assert known is not None and known.key == "A/RES/64/293"


def test_spelling_keeps_every_character_at_its_place():
    text = "《聯合國氣候變化框架公約》（第３卷）🙂 e\u0301"
    assert len(spelled(text)) == len(text)


WRITTEN = [
    ("ILO C29", "ILO C29"),
    ("ilo c029", "ILO C29"),
    ("国际劳工组织第182号公约", "ILO C182"),
    ("SDG 8.7", "SDG 8.7"),
    ("sdg16.A", "SDG 16.a"),
    ("可持续发展目标5", "SDG 5"),
    ("UNTS 2237, 39574", "UNTS 2237, 39574"),
    ("unts vol. 2237, no. 39574", "UNTS 2237, 39574"),
    ("UNTS 2237", "UNTS 2237"),
    ("《联合国条约汇编》第2237卷第39574号", None),
    ("联合国条约汇编，第2237卷，第39574号", "UNTS 2237, 39574"),
    ("TREATY 联合国宪章", "TREATY 联合国宪章"),
    ("WHA58.3", "WHO WHA58.3"),
    ("世界卫生大会第WHA58.3号决议", "WHO WHA58.3"),
    ("ICAO A40-19", "ICAO A40-19"),
    ("UNESCO 36C/40", "UNESCO 36 C/40"),
    ("A40-19", None),
    ("SDG 18", None),
    ("SDG 8.11", None),
    ("A/RES/64/293", None),
]


@pytest.mark.parametrize(("text", "identity"), WRITTEN)
def test_identities_as_people_write_them(text, identity):
    assert read_identity(text) == identity
    assert identity is None or is_identity(identity)


def test_identities_are_shown_in_chinese():
    assert shown("ILO C29") == "国际劳工组织第29号公约：强迫劳动公约"
    assert shown("ILO R203") == "国际劳工组织第203号建议书"
    assert shown("SDG 5") == "可持续发展目标5：性别平等"
    assert shown("SDG 8.7") == "可持续发展目标具体目标8.7"
    assert shown("UNTS 1577, 27531") == "儿童权利公约"
    assert shown("WHO WHA58.3") == "世界卫生大会第WHA58.3号"
    assert shown("UNTS 9, 1") == "《联合国条约汇编》第9卷，第1号"


COLLECTION = "https://treaties.un.org"
ADDRESSES = [
    ("SDG 8.7", "https://sdgs.un.org/goals/goal8"),
    ("UNTS 1577, 27531", "https://undocs.org/zh/A/RES/44/25"),
    ("TREATY 联合国宪章", "https://www.un.org/zh/about-us/un-charter"),
    ("ILO C29", "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C029"),
    ("ILO R204", "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:R204"),
    ("UNTS 1155, 18232", f"{COLLECTION}/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXIII-1&chapter=23&clang=_en"),
    ("UNTS 3156, 54113", f"{COLLECTION}/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVII-7-d&chapter=27&clang=_en"),
    ("UNTS 75, 973", f"{COLLECTION}/doc/Publication/UNTS/Volume%2075/v75.pdf"),
    ("LNTS 189, 4137", f"{COLLECTION}/doc/Publication/UNTS/LON/Volume%20189/v189.pdf"),
    # none that is sure
    ("UNTS 3199, 1", ""),
    ("TREATY 某某条约", ""),
    ("ILO C210", ""),
]


@pytest.mark.parametrize(("identity", "address"), ADDRESSES)
def test_addresses_are_official_or_none(identity, address):
    assert address_of(identity) == address


def test_every_deposited_treaty_stands_in_the_table_and_has_its_chapter():
    for identity in deposited():
        assert identity in by_key() and not by_key()[identity].adopted
        assert address_of(identity).startswith("https://")


@pytest.mark.parametrize(("number", "known"), [("C1", True), ("C192", True), ("C193", False), ("C999", False)])
def test_numbers_of_labour_instruments_end(number, known):
    assert is_labour(number) is known


def test_no_card_is_made_of_a_labour_convention_that_is_none(tmp_path):
    shelf = toy_library(tmp_path)
    assert isinstance(find(shelf, "ILO C192"), Cited) and isinstance(find(shelf, "ILO P29"), Cited)
    for text in ("ILO C999", "ILO C193", "ILO P30", "ILO R210", "国际劳工组织第999号公约", "ILO C0"):
        assert isinstance(find(shelf, text), Nothing)


def test_the_targets_are_those_of_the_agenda():
    assert len(GOALS) == 17
    assert sum(numbered + len(letters) for _, numbered, letters in GOALS) == 169
    assert is_goal("17.19") and not is_goal("17.20") and is_goal("13.b") and not is_goal("13.c") and not is_goal("5.")
