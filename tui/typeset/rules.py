"""禁则: which marks begin no line and which end none, a table for each language.

Sources: W3C, Requirements for Chinese Text Layout (clreq), on marks at the beginning and end of a line, in its
strict form, and on hanging marks; ISO/IEC 29500 (OOXML), WordprocessingML, `kinsoku`, for the sets of Simplified and
Traditional Chinese. A line obeys both. Another language is another row of `RULES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

SIMPLIFIED, TRADITIONAL = "zh-Hans", "zh-Hant"
"""Languages as BCP 47 names them, with their script."""


class Rules(NamedTuple):
    """What a language forbids and allows at the ends of lines."""

    no_start: str
    """Marks that begin no line."""
    no_end: str
    """Marks that end no line."""
    hanging: str
    """Stops that may stand beyond the end of a line, one of them."""


_CLREQ_NO_START = (
    "，。、；：？！｡､｣）)］]｝}〕】》〉」』〗〙〛”’»›>;!.,:?"
    # marks that connect, the middle dot, the slash, dashes and dots
    "–～~・‧/／—―…‥⋯"
    # units, and what repeats or raises the character before it
    "%％‰°℃′″々ー⁰¹²³⁴⁵⁶⁷⁸⁹\u200b"
)
_CLREQ_NO_END = "（([［{｛〔【《〈「『〖〘〚“‘«‹｟｢"
_CURRENCY = "$＄￥¥€£￡"

RULES: Mapping[str, Rules] = {
    SIMPLIFIED: Rules(
        no_start=_CLREQ_NO_START
        + "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠",
        no_end=_CLREQ_NO_END + _CURRENCY + "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥",
        hanging="，。、",
    ),
    TRADITIONAL: Rules(
        no_start=_CLREQ_NO_START
        + "!),.:;?]}¢·–—’”•‥…‧′╴、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝､",
        no_end=_CLREQ_NO_END + _CURRENCY + "([{£¥‘“‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛",
        # Its stops stand in the middle of their cells, where they do not hang.
        hanging="",
    ),
}


def rules_for(language: str) -> Rules:
    """The rules of a language; those of Simplified Chinese for one without a table."""
    return RULES.get(language) or RULES[SIMPLIFIED]


_ONLY_SIMPLIFIED = frozenset("国会议决个关于员权发组织这对为与并时务经济书际过问题将应执实进报长条约号总协届")
_ONLY_TRADITIONAL = frozenset("國會議決個關於員權發組織這對為與並時務經濟書際過問題將應執實進報長條約號總協屆")
_TELLING = 4_000
"""Characters of a text that are looked at."""


def language_of(text: str) -> str:
    """Simplified or Traditional Chinese, by the characters of a text's beginning that only one of them has."""
    beginning = text[:_TELLING]
    simplified = sum(character in _ONLY_SIMPLIFIED for character in beginning)
    traditional = sum(character in _ONLY_TRADITIONAL for character in beginning)
    return TRADITIONAL if traditional > simplified else SIMPLIFIED
