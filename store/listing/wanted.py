"""What is wanted of all annotations, and how one types it: `#tag kind:agreed cites:64/293 since:2026-11 words`.

Pure. What each word finds is filtering.py's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

_TOKEN = re.compile(r'(?:[^\s"“”]|["“][^"“”]*["”]?)+')
_QUOTES = str.maketrans("", "", '"“”')
_DATE = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?")
_TODAY = ("today", "今天", "今日")

_FIELDS = {
    "kind": "kinds",
    "种类": "kinds",
    "类型": "kinds",
    "by": "people",
    "作者": "people",
    "in": "within",
    "文件": "within",
    "cites": "cites",
    "引用": "cites",
    "since": "since",
    "自": "since",
    "until": "until",
    "至": "until",
    "is": "states",
    "状态": "states",
    "tag": "tags",
    "标签": "tags",
}
"""What stands before a colon, and what it says something of."""
CONFLICT, ORPHAN = "conflict", "orphan"
_STATES = {"conflict": CONFLICT, "冲突": CONFLICT, "orphan": ORPHAN, "lost": ORPHAN, "失联": ORPHAN}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an annotation must be; what is empty asks for nothing."""

    words: tuple[str, ...] = ()
    """All stand in it, its tags, its document's name or title, or are initials of the pinyin of one of these names."""
    tags: tuple[str, ...] = ()
    """Parts of tags; it bears a tag for each."""
    kinds: tuple[str, ...] = ()
    """Parts of names or labels; its kind has one of them."""
    people: tuple[str, ...] = ()
    """Parts of names; who wrote it, or with whose it came, has one of them."""
    within: tuple[str, ...] = ()
    """Parts of the key or title of its document; one will do."""
    cites: tuple[str, ...] = ()
    """Symbols or numbers of documents; its place cites one of them."""
    since: str = ""
    """Changed then or later: ISO 8601, UTC."""
    until: str = ""
    """Changed before then."""
    states: tuple[str, ...] = ()
    """"conflict": a state of it gave way to another; "orphan": its place was not found again."""
    place: str = ""
    """Id of a block or footnote that it is about."""
    whole: bool = False
    """Tags, kinds and people are meant as they are written: a tag with those under it, and no part of one."""
    unknown: tuple[str, ...] = ()
    """What was typed and could not be understood."""

    @property
    def is_empty(self) -> bool:
        """Whether everything is wanted."""
        return not any(getattr(self, each.name) for each in fields(self) if each.name not in ("whole", "unknown"))


def parse(text: str) -> Wanted:
    """What a typed text asks for. What is not ready yet, like `kind:`, asks for nothing."""
    wanted = Wanted()
    for token in _TOKEN.findall(text):
        wanted = _with(wanted, token)
    return wanted


def tag_filter(tag: str) -> str:
    """What one types to see all that bears a tag."""
    bare = tag.translate(_QUOTES)
    return f'#"{bare}"' if " " in bare else f"#{bare}"


def days(text: str) -> tuple[str, str] | None:
    """The beginning and end, half-open, of a day, month or year here: ISO 8601, UTC. None for what is none."""
    first = date.today() if text in _TODAY else None
    found = None if first else _DATE.fullmatch(text)
    year, month, day = found.groups() if found else (None, None, None)
    try:
        if first or day:
            begin = first or date(int(year or 0), int(month or 0), int(day or 0))
            end = begin + timedelta(days=1)
        elif month:
            begin = date(int(year or 0), int(month), 1)
            end = (begin + timedelta(days=31)).replace(day=1)
        elif year:
            begin, end = date(int(year), 1, 1), date(int(year) + 1, 1, 1)
        else:
            return None
        return _utc(begin), _utc(end)
    except (ValueError, OverflowError, OSError):  # the last on systems that know no time before 1970
        return None


def local_day(stamp: str) -> str:
    """The day here of a moment in UTC, as ISO 8601 has it; of what is no moment, as it is written."""
    try:
        return datetime.fromisoformat(stamp).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return stamp[:10]


def _utc(day: date) -> str:
    return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _with(wanted: Wanted, token: str) -> Wanted:
    if token[0] in "#＃":
        return _added(wanted, "tags", token[1:].translate(_QUOTES))
    name, colon, value = token.replace("：", ":", 1).partition(":")
    field = _FIELDS.get(name.casefold()) if colon else None
    value = value.translate(_QUOTES)
    if field is None:
        return _added(wanted, "words", token.translate(_QUOTES))
    if field in ("since", "until"):
        return _dated(wanted, field, value, token)
    if field == "states":
        return _in_state(wanted, value, token)
    return _added(wanted, field, value)


def _added(wanted: Wanted, field: str, value: str) -> Wanted:
    changed: dict[str, Any] = {field: (*getattr(wanted, field), value)}
    return replace(wanted, **changed) if value else wanted


def _dated(wanted: Wanted, field: str, value: str, token: str) -> Wanted:
    span = days(value)
    if span:
        return replace(wanted, since=span[0]) if field == "since" else replace(wanted, until=span[1])
    return replace(wanted, unknown=(*wanted.unknown, token)) if value else wanted


def _in_state(wanted: Wanted, value: str, token: str) -> Wanted:
    known = _STATES.get(value.casefold())
    if known:
        return _added(wanted, "states", known)
    return replace(wanted, unknown=(*wanted.unknown, token)) if value else wanted
