"""Every written form of a symbol or number comes to one canonical form, and is displayed as the UN cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.bodies import ORGANS
from store.symbols import Symbol, candidates, of_number

ONE_DOCUMENT = [
    ("A/RES/64/293", "A/RES/64/293"),
    ("a/res/64/293", "A/RES/64/293"),
    ("Ａ／ＲＥＳ／６４／２９３", "A/RES/64/293"),
    (" A/RES/64/293。", "A/RES/64/293"),
    ("（A/79/322）", "A/79/322"),
    ("undocs.org/zh/A/RES/64/293", "A/RES/64/293"),
    ("https://undocs.org/A/RES/72/195", "A/RES/72/195"),
    ("https://docs.un.org/zh/S/RES/2388%20(2017)", "S/RES/2388(2017)"),
    ("https://documents.un.org/api/symbol/access?s=A/RES/70/1&l=zh", "A/RES/70/1"),
    ("https://www.un.org/zh/documents/view_doc.asp?symbol=A/RES/70/1", "A/RES/70/1"),
    ("S/RES/2388 (2017)", "S/RES/2388(2017)"),
    ("S/RES/2388（２０１７）", "S/RES/2388(2017)"),
    ("2388 (2017)", "S/RES/2388(2017)"),
    ("S/RES/2388", "S/RES/2388"),
    ("s2388", "S/RES/2388"),
    ("安理会 1325", "S/RES/1325"),
    ("大会第64/293号决议", "A/RES/64/293"),
    ("大會第64/293號決議", "A/RES/64/293"),
    ("经社理事会第 2017/18 号决议", "E/RES/2017/18"),
    ("理事会第2017/18号决议", "E/RES/2017/18"),
    ("人权理事会44/4", "A/HRC/RES/44/4"),
    ("hrc 44/4", "A/HRC/RES/44/4"),
    ("General Assembly resolution 64/293", "A/RES/64/293"),
    ("《联合国打击跨国有组织犯罪公约》缔约方会议第4/4号决定", "CTOC/COP/DEC/4/4"),
    ("A/RES/51/154B", "A/RES/51/154 B"),
    ("A/RES/3363 (XXX)", "A/RES/3363(XXX)"),
    ("大会第377 A(V)号决议", "A/RES/377(V) A"),
    ("A/RES/ES-10/21", "A/RES/ES-10/21"),
    ("A/DEC/52/462", "A/DEC/52/462"),
    ("a/c.3/80/l.4/rev.1", "A/C.3/80/L.4/Rev.1"),
    ("A/C.3/80/ L.4", "A/C.3/80/L.4"),
    ("e/cn.4/sub.2/2003/12", "E/CN.4/Sub.2/2003/12"),
    ("A/73/12(PartI)", "A/73/12(Part I)"),
    ("a/73/12 (part ii)", "A/73/12(Part II)"),
    ("A/75/6 (Sect. 3)", "A/75/6(Sect. 3)"),
    ("A/75/6 (Introduction)", "A/75/6(Introduction)"),
    ("ICCD/COP(13)/21/Add.1", "ICCD/COP(13)/21/Add.1"),
    ("unep/ea.5/res.14", "UNEP/EA.5/Res.14"),
    ("联合国环境大会第5/14号决议", "UNEP/EA.5/Res.14"),
    ("GC.18/Res.1", "GC.18/Res.1"),
    ("ST/ESA/SER.A/423", "ST/ESA/SER.A/423"),
    ("CCPR/C/CHN-HKG/CO/4", "CCPR/C/CHN-HKG/CO/4"),
    ("S/PRST/2014/28", "S/PRST/2014/28"),
    ("S/25704", "S/25704"),
    ("A/520/Rev.20", "A/520/Rev.20"),
]

NOT_ONE_DOCUMENT = [
    "",
    "64/293",
    "2388",
    "第10/1号决议",
    "第八十届会议",
    "A/79",
    "A/C.3",
    "A/H1N1",
    "TCP/IP",
    "24/7",
    "E.16.IV.6",
    "《条约汇编》，第 2225 卷",
    "某法院第64/293号决议",
]

READINGS = [
    ("64/293", ["A/RES/64/293"]),
    ("６４／２９３", ["A/RES/64/293"]),
    ("第64/293号决议", ["A/RES/64/293"]),
    ("44/4", ["A/RES/44/4", "A/HRC/RES/44/4", "E/CN.7/RES/44/4", "E/CN.6/RES/44/4"]),
    ("27/2", ["A/HRC/RES/27/2", "E/CN.15/RES/27/2"]),
    ("第4/4号决定", ["A/HRC/DEC/4/4", "E/CN.15/DEC/4/4", "CTOC/COP/DEC/4/4", "CAC/COSP/DEC/4/4", "UNEP/EA.4/Dec.4"]),
    ("缔约方会议第10/1号决议", ["CTOC/COP/RES/10/1", "CAC/COSP/RES/10/1"]),
    ("委员会第59/8号决议", ["E/CN.7/RES/59/8", "E/CN.6/RES/59/8", "E/ESCAP/RES/59/8"]),
    ("2017/18", ["E/RES/2017/18"]),
    ("2005/80", ["E/RES/2005/80", "E/CN.4/RES/2005/80"]),
    ("2388", ["S/RES/2388"]),
    ("2388（２０１７）", ["S/RES/2388(2017)"]),
    ("3363(XXX)", ["A/RES/3363(XXX)"]),
    ("三三六三(三十)", ["A/RES/3363(XXX)"]),
    ("1514（十五）", ["A/RES/1514(XV)", "E/RES/1514(XV)"]),
    ("1874(S-IV)", ["A/RES/1874(S-IV)"]),
    ("S-8/1", ["A/RES/S-8/1", "A/HRC/RES/S-8/1"]),
    ("ES-10/21", ["A/RES/ES-10/21"]),
    ("51/154 B", ["A/RES/51/154 B"]),
    ("52/462", ["A/DEC/52/462"]),
    ("第八十届会议", []),
    ("2025年10月14日", []),
]

DISPLAYS = [
    ("A/RES/64/293", "大会第64/293号决议", "General Assembly resolution 64/293"),
    ("S/RES/2388(2017)", "安全理事会第2388(2017)号决议", "Security Council resolution 2388 (2017)"),
    ("S/RES/2388", "安全理事会第2388号决议", "Security Council resolution 2388"),
    ("E/RES/2017/18", "经济及社会理事会第2017/18号决议", "Economic and Social Council resolution 2017/18"),
    ("A/HRC/RES/44/4", "人权理事会第44/4号决议", "Human Rights Council resolution 44/4"),
    (
        "E/CN.15/RES/27/2",
        "预防犯罪和刑事司法委员会第27/2号决议",
        "Commission on Crime Prevention and Criminal Justice resolution 27/2",
    ),
    (
        "CTOC/COP/DEC/4/4",
        "联合国打击跨国有组织犯罪公约缔约方会议第4/4号决定",
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime decision 4/4",
    ),
    ("A/DEC/52/462", "大会第52/462号决定", "General Assembly decision 52/462"),
    ("A/C.3/80/L.4/Rev.1", "A/C.3/80/L.4/Rev.1", "A/C.3/80/L.4/Rev.1"),
]


@pytest.mark.parametrize(("text", "canonical"), ONE_DOCUMENT)
def test_a_text_that_names_one_document_has_one_canonical_form(text, canonical):
    assert str(Symbol.parse(text)) == canonical


@pytest.mark.parametrize("text", NOT_ONE_DOCUMENT)
def test_what_several_organs_could_own_or_nobody_is_no_symbol(text):
    assert Symbol.parse(text) is None


@pytest.mark.parametrize(("text", "readings"), READINGS)
def test_readings_stand_in_order_of_likelihood(text, readings):
    assert [str(symbol) for symbol in candidates(text)] == readings


@pytest.mark.parametrize(("text", "chinese", "english"), DISPLAYS)
def test_symbols_are_displayed_as_the_un_cites(text, chinese, english):
    symbol = Symbol.parse(text)
    assert (symbol.display, symbol.display_en) == (chinese, english)


@pytest.mark.parametrize(("text", "canonical"), ONE_DOCUMENT)
def test_a_canonical_form_reads_as_itself(text, canonical):
    assert candidates(canonical) == (Symbol.parse(text),)
    assert str(Symbol.parse(canonical)) == canonical


@pytest.mark.parametrize(("text", "chinese", "english"), DISPLAYS)
def test_what_is_displayed_can_be_typed_again(text, chinese, english):
    assert str(Symbol.parse(chinese)) == text
    assert str(Symbol.parse(english)) == text


def test_an_address_opens_the_chinese_document_and_leads_back():
    assert Symbol.parse("A/RES/64/293").address == "https://undocs.org/zh/A/RES/64/293"
    part = Symbol.parse("A/73/12(Part I)")
    assert part.address == "https://undocs.org/zh/A/73/12(Part%20I)"
    assert Symbol.parse(part.address) == part


def test_kinds_and_organs_follow_from_the_symbol():
    facts = {
        text: (s.organ, s.is_resolution, s.is_decision)
        for text in ("A/RES/64/293", "A/DEC/52/462", "A/HRC/44/3", "CEDAW/C/GC/38", "S/PRST/2014/28")
        if (s := Symbol.parse(text))
    }
    assert facts == {
        "A/RES/64/293": ("A", True, False),
        "A/DEC/52/462": ("A", False, True),
        "A/HRC/44/3": ("A/HRC", False, False),
        "CEDAW/C/GC/38": (None, False, False),
        "S/PRST/2014/28": ("S", False, False),
    }


def test_of_number_joins_an_organ_and_a_number():
    assert str(of_number("S", "2388 （2017）")) == "S/RES/2388(2017)"
    assert str(of_number("CTOC/COP", "4/4", decision=True)) == "CTOC/COP/DEC/4/4"


def test_of_number_refuses_what_is_no_number():
    with pytest.raises(ValueError, match="八十"):
        of_number("A", "第八十届")
    with pytest.raises(KeyError):
        of_number("X", "64/293")


@given(
    st.sampled_from([o for o in ORGANS if "session" in o.sessions]),
    st.integers(1, 120),
    st.integers(1, 400),
    st.booleans(),
)
def test_every_organs_numbers_survive_writing_and_reading(organ, session, item, decision):
    symbol = of_number(organ.key, f"{session}/{item}", decision=decision)
    read = Symbol.parse(str(symbol).lower())
    assert read == symbol
    assert (read.organ, read.form, read.number) == (organ.key, symbol.form, symbol.number)


@given(st.text(st.sampled_from("A/RES0123(XV)-号第大会决议. CL_《》＼ＡEunorgdcs:?=&%"), max_size=60))
def test_no_text_upsets_the_reader(text):
    symbol = Symbol.parse(text)
    assert symbol is None or Symbol.parse(str(symbol)) == symbol
    assert all(Symbol.parse(str(reading)) == reading for reading in candidates(text))
