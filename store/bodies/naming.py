"""Names of bodies in text: where they stand and whom they can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from store.bodies.organ import Organ
from store.bodies.table import BODIES, ORGANS
from store.numbers import fold

FOREIGN = (
    "预防犯罪和刑事司法大会",
    "预防犯罪大会",
    "世界卫生大会",
    "卫生大会",
    "国际劳工大会",
    "劳工大会",
    "组织大会",
    "机构大会",
    "联盟大会",
    "非盟大会",
    "议会大会",
    "气象大会",
    "缔约国大会",
    "会员大会",
    "代表大会",
    "自然大会",
    "和平与安全理事会",
    "和平和安全理事会",
    "大会堂",
)
"""Names that hold the name of an organ of the table and mean another body."""


@cache
def organs_by_name() -> Mapping[str, tuple[Organ, ...]]:
    """Every Chinese name to the organs that it can mean, likeliest first; to none for those that number nothing."""
    found: dict[str, tuple[Organ, ...]] = dict.fromkeys(FOREIGN, ())
    found.update((name, ()) for body in BODIES for name in (body.chinese, *body.names))
    for organ in ORGANS:
        for name in (organ.chinese, *organ.names):
            found[name] = (organ,)
        for name in organ.short_names:
            found[name] = (*found.get(name, ()), organ)
    return found


@cache
def organs_by_latin_name() -> Mapping[str, Organ]:
    """English names and abbreviations, as written."""
    return {name: organ for organ in ORGANS for name in (organ.english, *organ.abbreviations)}


@cache
def name_pattern() -> re.Pattern[str]:
    """Finds names of organs in folded text, the longest at each place.

    `treaty`, or `other` within its brackets, is a convention named with the meeting of its parties
    (《联合国打击跨国有组织犯罪公约》缔约方会议). The two characters that can begin a name are tested first, for speed.
    """
    treaties = tuple(dict.fromkeys(t for o in ORGANS for t in o.treaties))
    meetings = "|".join(("缔约方会议", "缔约方大会", "缔约国会议", "缔约国大会"))
    names, latin = tuple(organs_by_name()), tuple(organs_by_latin_name())
    first, second = ("".join(sorted({name[at] for name in (*names, *treaties, *latin)})) for at in (0, 1))
    return re.compile(
        rf"(?=[{first}《])(?=《|.[{re.escape(second)}])(?:《(?P<other>[^》\n]{{1,60}})》的?(?:{meetings})"
        rf"|(?P<treaty>{_any_of(treaties)})》?的?(?:{meetings})"
        rf"|(?P<name>{_any_of(names)})"
        rf"|(?<![A-Za-z/])(?P<latin>{_any_of(latin)})(?![A-Za-z/]))"
    )


def _any_of(words: Iterable[str]) -> str:
    """Source of an expression for the longest of some words; those with one beginning share it, for speed."""
    endings: dict[str, list[str]] = {}
    for word in words:
        endings.setdefault(word[:1], []).append(word[1:])
    ended = endings.pop("", None)
    branches = [
        re.escape(first) + (re.escape(rest[0]) if len(rest) == 1 else _any_of(rest))
        for first, rest in sorted(endings.items())
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ended else ''}"


def organs_meant(found: re.Match[str]) -> tuple[Organ, ...]:
    """The organs that a match of `name_pattern` can mean; empty for a body outside the table."""
    if name := found["name"]:
        return organs_by_name()[name]
    if latin := found["latin"]:
        return (organs_by_latin_name()[latin],)
    return _meeting_under(found["treaty"] or found["other"])


@lru_cache(maxsize=256)
def _meeting_under(treaty: str) -> tuple[Organ, ...]:
    return tuple(o for o in ORGANS if any(known in treaty for known in o.treaties))


def organ_named(text: str) -> Organ | None:
    """The organ with the longest name in the text; None when none, or only a shared name, stands in it."""
    folded = re.sub(r"[\s《》]", "", fold(text))
    best: tuple[int, Organ] | None = None
    for found in name_pattern().finditer(folded):
        organs = organs_meant(found)
        length = found.end() - found.start()
        if len(organs) == 1 and (best is None or length > best[0]):
            best = (length, organs[0])
    return best[1] if best else None
