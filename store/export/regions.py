"""A file that is written again and again, and in which the user writes between: regions of ours, text of the user's.

A region stands between two comments that bear its id, the first also a checksum of what was written. Writing again
replaces what stands in regions and touches nothing else; a region in which the user wrote is left as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

_MARK = re.compile(r"^<!-- (/?)jueyi:(\S+)(?: ([0-9a-f]{12}))? -->[ \t]*\r?$", re.MULTILINE)
_OURS = re.compile(r"<!--(?= /?jueyi:)")
_LINE_END = re.compile(r"\r\n?|\n")
_UNSAFE = re.compile(r"[\s%<>\x00-\x20\x7f-\xa0\ud800-\udfff]|(?<=-)-")
_APART = "\n\n"
"""Between two regions, until the user writes there."""


class Region(NamedTuple):
    """A part of a file that is ours."""

    id: str
    """Stable: what it is about, without white space."""
    content: str

    @classmethod
    def of(cls, identity: str, content: str) -> Region:
        """A region with an id made of any words, of a content that may hold anything."""
        bare = _LINE_END.sub("\n", content).strip("\n")
        return cls(_safe(identity), _OURS.sub(r"\\<!--", bare))

    @property
    def text(self) -> str:
        """As it stands in the file."""
        return f"<!-- jueyi:{self.id} {_sum(self.content)} -->\n{self.content}\n<!-- /jueyi:{self.id} -->"


@dataclass(frozen=True, slots=True)
class Updated:
    """A file as it is to be, and what became of its regions."""

    text: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: tuple[str, ...] = ()
    """What regions begin with that would have changed, but in which the user wrote; they are as they were."""
    open: tuple[str, ...] = ()
    """Ids of regions of which one comment is missing: what is left of them counts as the user's text."""


class _Held(NamedTuple):
    """A region of the present file, and what follows it."""

    id: str
    sum: str
    raw: str
    content: str
    after: str

    @property
    def is_edited(self) -> bool:
        return _sum(self.content) != self.sum

    @property
    def beginning(self) -> str:
        """Its first line without the signs of a heading, by which a reader knows it."""
        return self.content.strip().partition("\n")[0].lstrip("# ") or self.id


def fresh(regions: Sequence[Region]) -> str:
    """A file of these regions and nothing else."""
    return _APART.join(each.text for each in regions) + "\n" if regions else ""


def holds_regions(text: str) -> bool:
    """Whether there is anything of ours in a text."""
    return _MARK.search(text) is not None


def updated(present: str, regions: Sequence[Region]) -> Updated:
    """The file with its regions as they are to be, and every character outside of them as it is.

    Regions stay in the order in which the file has them; a new one is put after the one that it follows. What is no
    longer wanted goes, and the text around it stays.
    """
    line_end = "\r\n" if "\r\n" in present else "\n"
    lead, held, open_ids = _parsed(present)
    if not present:
        return Updated(fresh(regions), added=len(regions))
    wanted = {each.id: each for each in regions}
    kept = tuple(
        dict.fromkeys(each.beginning for each in held if each.is_edited and _differs(each, wanted.get(each.id)))
    )
    gone = [each for each in held if each.id not in wanted and not each.is_edited]
    changed = {each.id for each in held if each.id in wanted and _is_replaced(each, wanted[each.id])}
    lead, stay = _without(lead, held, {id(each) for each in gone})
    new = _placed(regions, {each.id: turn for turn, each in reversed(list(enumerate(stay)))})
    parts = [lead]
    _insert(parts, new.get(-1, ()), is_last=not stay, line_end=line_end)
    for turn, each in enumerate(stay):
        replaced = wanted[each.id] if each.id in changed and _is_replaced(each, wanted[each.id]) else None
        parts += [_LINE_END.sub(line_end, replaced.text) if replaced else each.raw, each.after]
        _insert(parts, new.get(turn, ()), is_last=turn == len(stay) - 1, line_end=line_end)
    added = sum(map(len, new.values()))
    return Updated("".join(parts), added, len(changed), len(gone), kept, open_ids)


def _differs(held: _Held, wanted: Region | None) -> bool:
    return wanted is None or wanted.content != held.content


def _is_replaced(held: _Held, wanted: Region) -> bool:
    """Whether ours goes in the stead of what is there: it changed, or the user wrote the very same."""
    if held.is_edited:
        return wanted.content == held.content
    return wanted.content != held.content


def _parsed(text: str) -> tuple[str, list[_Held], tuple[str, ...]]:
    """What stands before all regions, the regions, and the ids of those that are not whole."""
    marks = list(_MARK.finditer(text))
    pairs: list[tuple[re.Match[str], re.Match[str]]] = []
    broken: list[str] = []
    turn = 0
    while turn < len(marks):
        opening = marks[turn]
        closing = marks[turn + 1] if turn + 1 < len(marks) else None
        if opening[1] or not opening[3] or closing is None or not closing[1] or closing[2] != opening[2]:
            broken.append(opening[2])
            turn += 1
            continue
        pairs.append((opening, closing))
        turn += 2
    lead = text[: pairs[0][0].start()] if pairs else text
    return lead, list(_held(text, pairs)), tuple(dict.fromkeys(broken))


def _held(text: str, pairs: Sequence[tuple[re.Match[str], re.Match[str]]]) -> Iterator[_Held]:
    for turn, (opening, closing) in enumerate(pairs):
        until = pairs[turn + 1][0].start() if turn + 1 < len(pairs) else len(text)
        end = closing.end() - closing[0].endswith("\r")
        content = _LINE_END.sub("\n", text[opening.end() : closing.start()])
        inner = content.removeprefix("\n").removesuffix("\n")
        yield _Held(opening[2], opening[3], text[opening.start() : end], inner, text[end:until])


def _without(lead: str, held: Sequence[_Held], gone: set[int]) -> tuple[str, list[_Held]]:
    """The file without some regions; of two empty stretches around one of them only one is left."""
    stay: list[_Held] = []
    for each in held:
        if id(each) not in gone:
            stay.append(each)
        elif stay:
            stay[-1] = stay[-1]._replace(after=_met(stay[-1].after, each.after))
        else:
            lead = _met(lead, each.after)
    return lead, stay


def _met(before: str, after: str) -> str:
    """What stood on the two sides of a region that is gone; both end or begin with a line's end."""
    one, other = _LINE_END.sub("\n", before), _LINE_END.sub("\n", after)
    if one == _APART:
        return after
    return before if other in (_APART, "\n", "") else before + after


def _placed(regions: Sequence[Region], turns: dict[str, int]) -> dict[int, list[Region]]:
    """New regions by the turn of the present one that they follow, -1 for those before all."""
    found: dict[int, list[Region]] = {}
    after = -1
    for each in regions:
        if each.id in turns:
            after = turns[each.id]
        else:
            found.setdefault(after, []).append(each)
    return found


def _insert(parts: list[str], regions: Sequence[Region], *, is_last: bool, line_end: str) -> None:
    """Put regions where a text ends, with empty lines between; at the end of a file the last line's end stays last."""
    if not regions:
        return
    before, end = parts[-1], line_end if is_last else line_end * 2
    if is_last and len(parts) > 1 and not before.strip("\r\n"):
        parts[-1], end = line_end * 2, before or line_end
    elif before:
        parts[-1] = before + _padding(before, line_end)
    blocks = [_LINE_END.sub(line_end, each.text) for each in regions]
    parts.append((line_end * 2).join(blocks) + end)


def _padding(text: str, line_end: str) -> str:
    """What makes a text end with an empty line."""
    lines = _LINE_END.sub("\n", text)
    return "" if lines.endswith("\n\n") else line_end if lines.endswith("\n") else line_end * 2


def _sum(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _safe(identity: str) -> str:
    """An id that a comment can hold: no white space, no end of the comment."""
    return _UNSAFE.sub(_escaped, identity)


def _escaped(sign: re.Match[str]) -> str:
    return "%2D" if sign[0] == "-" else quote(sign[0], safe="", errors="replace")
