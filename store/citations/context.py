"""What surrounds a number in its text: sentences, quotations, and the organs and pronouns named there.

Owns reading the surroundings; weighing them is resolve.py's. Works on folded text, in one pass a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from store.bodies import ORGANS, name_pattern, organs_meant
from store.citations.find import DATE, QUOTE
from store.numbers import fold


@dataclass(frozen=True, slots=True)
class Head:
    """A word that can own a number: an organ's name, or a word that stands for one."""

    start: int
    end: int
    organs: tuple[str, ...]
    """Keys of the organs it can mean; empty for a pronoun and for a body outside the table."""
    pronoun: bool = False
    """其 or 该: the meaning must be sought before it."""

    @property
    def certain(self) -> str | None:
        """The one organ it names."""
        return self.organs[0] if len(self.organs) == 1 else None


_SENTENCE_END = re.compile(r"[。!?\n]")


class Treaty(NamedTuple):
    """A convention's name in a text."""

    start: int
    end: int
    parties: tuple[str, ...]
    """Keys of the meetings of its parties."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text taken apart for the question whose number it is."""

    text: str
    """Folded."""
    original: str
    """As it stands in the document, of the same length."""
    heads: tuple[Head, ...]
    """In order; none stands within quotation marks."""
    ends: tuple[int, ...]
    """Positions after each end of a sentence."""
    treaties: tuple[Treaty, ...]
    """The conventions named, in order."""
    _starts: tuple[int, ...] = field(repr=False, default=())

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a position, as a half-open range."""
        index = bisect_right(self.ends, at)
        start = self.ends[index - 1] if index else 0
        return start, self.ends[index] if index < len(self.ends) else len(self.text)

    def earlier(self, at: int, *, most: int = 24) -> tuple[Head, ...]:
        """Heads of the whole text that begin before this position, the nearest first."""
        stop = bisect_left(self._starts, at)
        return self.heads[max(0, stop - most) : stop][::-1]

    def treaties_before(self, at: int, *, most: int = 8) -> tuple[Treaty, ...]:
        """The conventions named before this position in its sentence, the nearest first."""
        start, _ = self.sentence(at)
        stop = bisect_left(self.treaties, at, key=lambda treaty: treaty.start)
        near = self.treaties[max(0, stop - most) : stop]
        return tuple(treaty for treaty in reversed(near) if treaty.start >= start)

    def before(self, at: int, *, sentence_of: int | None = None) -> tuple[Head, ...]:
        """Heads that end by this position, the nearest first, in its sentence or in that of another position."""
        start, _ = self.sentence(at if sentence_of is None else sentence_of)
        return tuple(h for h in self.earlier(at, most=12) if h.start >= start and h.end <= at)

    def after(self, at: int, *, most: int = 6) -> tuple[Head, ...]:
        """Heads of the same sentence that begin at or after this position, the nearest first."""
        _, end = self.sentence(at)
        first = bisect_left(self._starts, at)
        return tuple(head for head in self.heads[first : first + most] if head.start < end)


def read_surroundings(text: str) -> Surroundings:
    """Takes a text apart."""
    folded = fold(text)
    quotes = [found.span() for found in _quotes().finditer(folded)]
    heads = [h for h in _read_heads(folded) if not _is_within(h.start, h.end, quotes)]
    ends = tuple(f.end() for f in _SENTENCE_END.finditer(folded) if not _is_within(f.start(), f.end(), quotes))
    treaties = tuple(Treaty(*f.span(), _parties(f[0])) for f in _treaty_pattern().finditer(folded))
    return Surroundings(folded, text, tuple(heads), ends, treaties, tuple(h.start for h in heads))


def organs_in(folded: str) -> tuple[str, ...]:
    """Organs that a text names beyond doubt, and the meetings of the conventions that it names."""
    names = {found[0]: found for found in name_pattern().finditer(folded)}
    certain = [organs[0].key for organs in map(organs_meant, names.values()) if len(organs) == 1]
    treaties = dict.fromkeys(_treaty_pattern().findall(folded))
    parties = [key for treaty in treaties for key in _parties(treaty)]
    return tuple(dict.fromkeys((*certain, *parties)))


def _read_heads(folded: str) -> list[Head]:
    heads = [Head(f.start(), f.end(), (), pronoun=True) for f in _pronouns().finditer(folded)]
    for found in name_pattern().finditer(folded):
        organs = () if _is_part_of_a_name(folded, found) else tuple(o.key for o in organs_meant(found))
        heads.append(Head(found.start(), found.end(), organs))
    return sorted(heads, key=attrgetter("start"))


_BEFORE_A_SHORT_NAME = "迎请促求顾到由经和与及在于该本向对各据照同悉定约关的按以为从将是受使给至并获,;、:。)》”\"'\n "
"""What may stand before 理事会 or 委员会 alone; after anything else it is the end of another body's name."""


_BEFORE_ANOTHER_ASSEMBLY = "展际界护遇织构盟字局署会社党院法"
"""With what the names of other bodies go on before 大会: 国际, 世界, 发展, 保护, 组织, 联盟, 管理局, 立法."""

_BEFORE_ANOTHER_COUNCIL = tuple("洲盟家国省市")
"""The same before a council or commission: 美洲人权委员会, 国家安全理事会."""
_PARLIAMENTS = ("议会", "国会", "杜马", "议院", "政府")


_VERBS = frozenset(
    "核准 批准 核可 认可 确认 承认 赞扬 感谢 授权 支持 强调 遵循 遵守 听取 提请 重申 申明 指示 根据".split()
)
"""Of two characters, as the last of them also ends names of bodies: 标准委员会, 协调委员会."""


def _is_part_of_a_name(folded: str, found: re.Match[str]) -> bool:
    """Whether a name is the end of another's: 咨询委员会, 议定书缔约方会议, 可持续发展大会."""
    before = folded[max(0, found.start() - 1) : found.start()]
    if before and found[0] == "大会":
        return before in _BEFORE_ANOTHER_ASSEMBLY
    if not before or len(organs_meant(found)) < 2:
        own = folded.endswith("联合国", 0, found.start())
        another = before in _BEFORE_ANOTHER_COUNCIL or folded.endswith(_PARLIAMENTS, 0, found.start())
        return another and not own and found[0].endswith(("委员会", "理事会"))
    if found[0].startswith("缔约"):
        return before == "书"
    verb = folded[max(0, found.start() - 2) : found.start()]
    return before not in _BEFORE_A_SHORT_NAME and verb not in _VERBS


def _is_within(start: int, end: int, quotes: list[tuple[int, int]]) -> bool:
    """Whether a range lies in one of the quotations, which are in order and don't overlap."""
    index = bisect_right(quotes, start, key=lambda quote: quote[0]) - 1
    return index >= 0 and end <= quotes[index][1]


def _parties(treaty: str) -> tuple[str, ...]:
    return tuple(o.key for o in ORGANS if treaty in o.treaties)


@cache
def _quotes() -> re.Pattern[str]:
    return re.compile(QUOTE)


@cache
def _pronouns() -> re.Pattern[str]:
    """其 where it is a word of its own: not 其他, 其中, 尤其, …"""
    return re.compile(r"其(?<![尤极]其)(?![他中余实次它间后])")


@cache
def _treaty_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(dict.fromkeys(t for o in ORGANS for t in o.treaties), key=len, reverse=True)))


SESSION = r"第[一二三四五六七八九十百\d]{1,6}届(?:特别|紧急特别|续)?会议"
_BRIDGE_PIECE = rf"\s|{DATE}|{QUOTE}|题为|名为|的|在|于|通过|核可|核准|上|期间|{SESSION}"
_TIGHT = rf"(?:\s|{DATE}|在|于){{0,6}}"
_BRIDGE = rf"(?:{_BRIDGE_PIECE}){{0,12}}"
_ABOUT = rf"(?:{_BRIDGE_PIECE}){{0,8}}(?:关于|有关|就)[^,。;\n]{{1,160}}的(?:{_BRIDGE_PIECE}){{0,8}}"


@cache
def _bridges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return re.compile(_TIGHT), re.compile(_BRIDGE), re.compile(_ABOUT)


def bridge(folded: str, start: int, end: int) -> str | None:
    """How the words between an owner and a number join the two.

    Returns "tight" (nothing but a date between), "loose" (title, session, 通过的), "within" (的, so that the
    owner may only be part of what the resolution is about), "about" (关于…的), or None.
    """
    if end - start > 480:
        return None
    tight, loose, about = _bridges()
    if tight.fullmatch(folded, start, end):
        return "tight"
    if loose.fullmatch(folded, start, end):
        return "within" if folded[start] == "的" else "loose"
    return "about" if about.fullmatch(folded, start, end) else None
