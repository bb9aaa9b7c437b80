"""The table of organs: their names, whose symbol a symbol is, and which numbers could be theirs."""

import pytest

from store.bodies import (
    BODIES,
    ORGANS,
    body_of,
    organ_named,
    organ_of,
    organs_by_name,
    organs_for,
    owner_by_shape,
    session_of,
)
from store.numbers import fold, read_number

NAMES = [
    ("大会，", "A"),
    ("大 会", "A"),
    ("联合国大会第八十届会议", "A"),
    ("安理会", "S"),
    ("安全理事會", "S"),
    ("经济及社会理事会，", "E"),
    ("經濟及社會理事會", "E"),
    ("经社理事会", "E"),
    ("人权理事会", "A/HRC"),
    ("人权委员会", "E/CN.4"),
    ("预防犯罪和刑事司法委员会", "E/CN.15"),
    ("联合国打击跨国有组织犯罪公约缔约方会议", "CTOC/COP"),
    ("《联合国打击跨国有组织犯罪公约》缔约方会议，", "CTOC/COP"),
    ("聯合國打擊跨國有組織犯罪公約締約方會議", "CTOC/COP"),
    ("《联合国打击跨国有组织犯罪公约》缔约方大会", "CTOC/COP"),
    ("《联合国反腐败公约》缔约国会议", "CAC/COSP"),
    ("联合国环境规划署联合国环境大会", "UNEP/EA"),
    ("大会通过了经济及社会理事会的建议", "E"),
    ("第十四届联合国预防犯罪和刑事司法大会", None),
    ("世界卫生大会", None),
    ("缔约方会议", None),
    ("《联合国气候变化框架公约》缔约方会议", "FCCC"),
    ("《某某公约》缔约方会议", None),
    ("第三委员会", None),
    ("人权事务委员会", None),
    ("社會發展委員會", "E/CN.5"),
    ("聯合國森林論壇", "E/CN.18"),
    ("联合国开发计划署、联合国人口基金和联合国项目事务署执行局", "DP"),
    ("General Assembly", None),
    ("理事会", None),
    ("秘书长的报告", None),
    ("", None),
]

PREFIXES = [
    ("A/RES/64/293", "A"),
    ("A/HRC/44/3", "A/HRC"),
    ("A/C.3/80/L.4", "A"),
    ("E/CN.15/2006/10", "E/CN.15"),
    ("E/CN.17/2000/1", "E/CN.17"),
    ("E/CN.16/2000/1", "E"),
    ("e/cn.4/sub.2/2003/12", "E/CN.4/Sub.2"),
    ("IDB.45/Dec.3", "IDB"),
    ("UNEP/EA.5/Res.14", "UNEP/EA"),
    ("ctoc/cop/2010/5", "CTOC/COP"),
    ("AB/1", None),
    ("CEDAW/C/GC/38", None),
]

OWNERS = [
    ("64/293", ["A"]),
    ("44/4", ["A", "A/HRC", "E/CN.7", "E/CN.6"]),
    ("10/1", ["A/HRC", "E/CN.15", "CTOC/COP", "CAC/COSP", "UNEP/EA"]),
    ("2017/18", ["E"]),
    ("2388(2017)", ["S"]),
    ("3363(XXX)", ["A"]),
    ("1503(XLVIII)", ["E"]),
    ("12/2000", []),
]


@pytest.mark.parametrize(("text", "key"), NAMES)
def test_the_longest_name_in_a_text_names_its_organ(text, key):
    organ = organ_named(text)
    assert (organ.key if organ else None) == key


@pytest.mark.parametrize(("symbol", "key"), PREFIXES)
def test_the_longest_prefix_owns_a_symbol(symbol, key):
    organ = organ_of(symbol)
    assert (organ.key if organ else None) == key


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("A/C.3/80/L.4", "第三委员会"),
        ("A/CN.4/724", "国际法委员会"),
        ("A/AC.121/2005/1", "维持和平行动特别委员会"),
        ("CCPR/C/GC/35", "人权事务委员会"),
        ("E/CN.16/2018/2", "科学和技术促进发展委员会"),
        ("E/C.19/2019/10", "土著问题常设论坛"),
        ("A/79/322", "大会"),
        ("CD/1299", "裁军谈判会议"),
        ("A/C.30/1", "大会"),
        ("XYZ/1", None),
    ],
)
def test_a_document_comes_from_the_body_of_its_prefix_also_one_that_numbers_nothing(symbol, name):
    body = body_of(symbol)
    assert (body.chinese if body else None) == name


@pytest.mark.parametrize(
    ("number", "key"), [("1/CP.21", "FCCC"), ("5/CMA.1", "FCCC"), ("22/COP.11", "ICCD"), ("64/293", None)]
)
def test_some_shapes_are_one_bodys_alone(number, key):
    assert owner_by_shape(read_number(number)) == key


def test_running_numbers_of_the_public_record_lie_within_their_organs_ranges():
    """A slip in the facts would make a number that its organ cannot have."""
    known = [(key, number, session_of(key, number)) for key in "AS" for number in range(1, 4000)]
    found = [(key, number, session) for key, number, session in known if session]
    assert len(found) > 100
    for key, number, session in found:
        (organ,) = (o for o in ORGANS if o.key == key)
        assert organ.fits(read_number(f"{number}({session})"))
    years = [int(session) for key, _, session in found if key == "S"]
    assert years == sorted(years)
    assert session_of("E", 1503) is None


@pytest.mark.parametrize(("number", "keys"), OWNERS)
def test_a_bare_number_belongs_where_its_shape_and_session_allow(number, keys):
    assert [organ.key for organ in organs_for(read_number(number))] == keys


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("一(一)", "1(I)"),
        ("八十二（一九五○）", "82(1950)"),
        ("一百零九（十）", "109(X)"),
        ("三三六三(三十)", "3363(XXX)"),
        ("一九五（三）", "195(III)"),
    ],
)
def test_numbers_in_chinese_numerals(written, canonical):
    assert read_number(written).text == canonical


def test_keys_and_full_names_are_unique():
    assert len({organ.key for organ in ORGANS}) == len(ORGANS)
    full = [name for organ in ORGANS for name in (organ.chinese, *organ.names)]
    assert len(set(full)) == len(full)
    assert len({body.key for body in BODIES}) == len(BODIES)


def test_names_stand_in_the_form_in_which_text_is_searched():
    assert [name for name in organs_by_name() if fold(name) != name] == []


def test_folding_keeps_every_position():
    text = "聯合國　大會第６４／２９３號決議（第３０段），題為“x”"
    assert fold(text) == "联合国 大会第64/293号决议(第30段),题为“x”"
    assert len(fold(text)) == len(text)
