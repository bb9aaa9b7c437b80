"""The year or session that stands beside a running number, before it or in brackets behind it."""

from __future__ import annotations

import re
from functools import cache

from store.bodies import is_plausible
from store.numbers import counted, roman

_NEAR = 24
"""Characters before and behind a number in which its year or session stands."""


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    session = r"第?(?P<session>[一二三四五六七八九十]{1,3}|\d{1,2})届"
    return (
        re.compile(rf"(?:(?P<year>\d{{4}})年(?:\d{{1,2}}月\d{{1,2}}日)?|{session}(?:会议|大会)?上?(?:通过)?)的?$"),
        re.compile(rf"\((?:(?P<year>\d{{4}})年?|{session}(?:会议)?)\)"),
    )


def completed_beside(folded: str, head: int, tail: int, running: int, key: str | None) -> tuple[str, str] | None:
    """A running number with what stands beside it, and the words that say so; None where nothing does.

    安理会1970年第276号决议, 第276号决议（1970年）, 大会第二十一届会议第2145号决议. Only of the organ whose numbers have
    it, and only when the number lies between those of the public record before and after.

    Args:
        folded: the text.
        head: where the phrase of the number begins.
        tail: where it ends.
        running: the number.
        key: whose it is.
    """
    if key not in ("A", "S"):
        return None
    before, behind = _beside()
    found = before.search(_close(folded[max(0, head - _NEAR) : head])) or behind.match(
        _close(folded[tail : tail + _NEAR])
    )
    told = found["year" if key == "S" else "session"] if found else None
    if found is None or told is None:
        return None
    session = roman(counted(told)) if key == "A" else told
    return (f"{running}({session})", found[0].strip("()的")) if is_plausible(key, running, session) else None


def _close(text: str) -> str:
    return "".join(text.split())
