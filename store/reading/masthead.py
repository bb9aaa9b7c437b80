"""The lines above the text: which field of the front matter each one holds, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.reading.lines import Line
from store.reading.masthead_end import adoption_lines, printed, smallest_gap, text_start
from store.reading.masthead_forms import (
    AGENDA,
    AGENDA_OF_RECORD,
    AGENDA_OF_SESSION,
    ANNOTATED,
    AUTHORED,
    BARE_NUMBER,
    BESIDE_BODY,
    BODY,
    COMMITTEE,
    DATED,
    DRAFT,
    FIELDS,
    HEADED,
    KIND_ALONE,
    LETTER,
    MEMBERS,
    NUMBERED,
    NUMBERED_DRAFT,
    OF_HEALTH,
    OF_SESSION,
    OWN_SYMBOL,
    RECORD,
    SPONSORED,
    kind_named,
)
from store.reading.phrases import INTRODUCTION, STRONG_ENDS

_LETTERHEAD = 40
"""Cells of a line beside the distribution, at most."""
_RAGGED = 4
"""Cells by which the lines of a title that goes on differ, at most."""
_AROUND = 40
"""Lines that show whether a text is wrapped."""
_UNWRAPPED = 110
"""Cells that no wrapped line has."""
_OPEN = "、，：和与及的在对（《“—"
"""Ends at which no title ends."""
_LEFT_OVER = 12
"""Characters that a line with fields may hold beside them, at most."""


@dataclass(slots=True)
class Masthead:
    """What the lines above the text hold, as printed."""

    end: int
    """Index of the first line that is no longer masthead."""
    fields: dict[str, str] = field(default_factory=dict)
    owners: dict[int, str] = field(default_factory=dict)
    """The field that each line went to, by its index."""
    texts: list[int] = field(default_factory=list)
    """Lines between masthead and chapeau that are sentences of the text."""
    kind: str | None = None


def read_masthead(lines: Sequence[Line]) -> Masthead:
    """Read the lines above the text; every line before `end` is in `owners` or in `texts`."""
    head = Masthead(text_start(lines))
    left: list[int] = []
    head.owners = dict.fromkeys(sorted(adoption_lines(lines[: head.end])), "adoption")
    for index in range(head.end):
        if not _of_resolution(head, index, lines) and not take(head, index, printed(lines[index])):
            left.append(index)
    _rest_of_title(head, left, lines)
    _letterhead(head, left, lines)
    _introductions(head, left, lines)
    _sponsors(head, left, lines)
    _members(head, left, lines)
    _titles(head, left, lines)
    if head.kind == "letter" and "kind" in head.fields:
        head.fields.setdefault("title", head.fields["kind"])
    if head.kind is None and kind_named(head.fields.get("title", "")) == "report":
        head.kind = "report"
    if "series" in head.fields and "kind" in head.fields:
        head.fields["title"] = head.fields["kind"]
    return head


def _of_resolution(head: Masthead, index: int, lines: Sequence[Line]) -> bool:
    """Whether two lines name a committee after the resolution that set it up; they go to the committee then."""
    if index in head.owners:
        return True
    following = lines[index + 1].text if index + 1 < head.end else ""
    if not following.startswith(("所设", "所設")):
        return False
    head.fields.setdefault("committee", lines[index].text + following)
    head.owners |= {index: "committee", index + 1: "committee"}
    return True


def take(head: Masthead, index: int, text: str) -> bool:
    """Give a line to the fields it holds; False when it holds none that its form tells."""
    if (match := OWN_SYMBOL.match(text)) and "/" in match["symbol"]:
        head.fields.setdefault("symbol", match["symbol"].rstrip("*"))
        head.owners[index] = "symbol"
        return True
    if match := OF_HEALTH.fullmatch(text) or BESIDE_BODY.fullmatch(text):
        head.fields.setdefault("symbol", match["symbol"])
        head.owners[index] = "symbol"
        return True
    if match := NUMBERED.match(text):
        head.fields.setdefault("number", match["number"])
        head.kind = "decision" if match["kind"] in ("决定", "決定") else "resolution"
        head.owners[index] = "symbol"
        return True
    if match := HEADED.match(text):
        if match["number"]:
            head.fields.setdefault("number", match["number"])
        name = "adoption" if DATED.fullmatch(match["title"]) else "title"
        head.fields.setdefault(name, match["title"])
        head.kind = head.kind or "resolution"
        head.owners[index] = name
        return True
    if (index == 0 or "adoption" in head.fields) and (match := BARE_NUMBER.match(text)):
        head.fields.setdefault("number", match["number"])
        head.owners[index] = "symbol"
        return True
    if match := AGENDA_OF_SESSION.match(text):
        head.fields.setdefault("title", text)
        head.fields.setdefault("session", match["session"])
        head.kind = head.kind or "agenda"
        head.owners[index] = "title"
        return True
    if LETTER.match(text):
        head.fields.setdefault("kind", text)
        head.kind = head.kind or "letter"
        head.owners[index] = "kind"
        return True
    return _take_fields(head, index, text) or _take_kind(head, index, text)


def _take_fields(head: Masthead, index: int, text: str) -> bool:
    rest = text
    found: dict[str, str] = {}
    for name, form in FIELDS:
        match = form.search(rest.strip())
        if match is None or not match[0]:
            continue
        found[name] = match[0].strip()
        rest = rest.strip()[: match.start()] + " " + rest.strip()[match.end() :]
    if "session" in found and (held := OF_SESSION.fullmatch(re.sub(r"\s", "", text))):
        head.fields = {"session": held["session"]} | head.fields
        head.owners[index] = "session"
        return True
    if found.keys() == {"session"} and kind_named(text) == "report":
        head.fields = found | head.fields
        head.kind = head.kind or "report"
        return False
    if found.keys() & {"session", "date"} and (own := OWN_SYMBOL.match(rest.strip())):
        found["symbol"], rest = own["symbol"], ""
    if not found or len(re.sub(r"[\s*]", "", rest)) > (_LETTERHEAD if "distribution" in found else _LEFT_OVER):
        return False
    head.fields = found | head.fields
    head.owners[index] = "distribution" if "distribution" in found else list(found)[-1]
    if "agenda" in found and rest.strip(" *"):
        head.fields.setdefault("agenda_title", rest.strip(" *"))
    return True


def _take_kind(head: Masthead, index: int, text: str) -> bool:
    compact = re.sub(r"\s", "", text)
    if head.kind == "record" and AGENDA_OF_RECORD.match(compact):
        head.owners[index] = "agenda"
        return True
    if KIND_ALONE.match(compact):
        head.owners[index] = "kind"
        return True
    if ANNOTATED.match(compact):
        head.kind = head.kind or "note"
        head.fields.setdefault("title", compact)
        head.owners[index] = "title"
        return True
    if numbered := NUMBERED_DRAFT.fullmatch(compact):
        head.kind = head.kind or kind_named(numbered["kind"])
        head.owners[index] = "kind"
        return True
    if not (AUTHORED.match(compact) or DRAFT.fullmatch(compact) or AGENDA.match(compact) or RECORD.match(compact)):
        return False
    head.kind = head.kind or kind_named(compact)
    head.fields.setdefault("kind", compact)
    head.owners[index] = "kind"
    return True


def _rest_of_title(head: Masthead, left: list[int], lines: Sequence[Line]) -> None:
    """What stands below a title beside its number, where the line ended with a mark after which no title ends."""
    title = next((index for index, name in head.owners.items() if name == "title"), None)
    while title is not None and title + 1 in left and lines[title].text[-1] in _OPEN:
        title += 1
        head.fields["title"] += lines[title].text
        head.owners[title] = "title"
        left.remove(title)


def _letterhead(head: Masthead, left: list[int], lines: Sequence[Line]) -> None:
    """Short lines above the distribution name whose paper it is: the treaty of a committee, "儿童权利公约"."""
    distributed = next((index for index, name in head.owners.items() if name == "distribution"), 0)
    for index in [each for each in left if each < distributed and lines[each].cells <= _LETTERHEAD]:
        head.owners[index] = "letterhead"
        left.remove(index)
    session = next((index for index, name in head.owners.items() if name == "session"), 0)
    for index in [each for each in left if each < session and BODY.fullmatch(printed(lines[each]))]:
        head.owners[index] = "letterhead"
        left.remove(index)


def _introductions(head: Masthead, left: list[int], lines: Sequence[Line]) -> None:
    """Sentences before the chapeau that introduce the draft are text of the document."""
    for last in tuple(left):
        if lines[last].ending not in STRONG_ENDS:
            continue
        for first in range(last, max(last - 3, -1), -1):
            if first not in left:
                break
            own = range(first, last + 1)
            if INTRODUCTION.match("".join(lines[index].text for index in own)):
                head.texts.extend(own)
                left[:] = [index for index in left if index not in own]
                break


def _sponsors(head: Masthead, left: list[int], lines: Sequence[Line]) -> None:
    """The line that ends in "：决议草案", with the lines above it that its list of states began on."""
    for index in tuple(left):
        match = SPONSORED.match(lines[index].text)
        if match is None:
            continue
        own = [index]
        while own[0] - 1 in left and lines[own[0]].gap == smallest_gap(lines, head.end) and _lists(lines[own[0] - 1]):
            own.insert(0, own[0] - 1)
        listed = "".join(lines[each].text for each in own[:-1]) + match["sponsors"]
        head.fields.setdefault("sponsors", listed)
        head.fields.setdefault("kind", match["kind"])
        head.kind = head.kind or kind_named(match["kind"])
        for each in own:
            head.owners[each] = "sponsors"
            left.remove(each)
        return


def _lists(line: Line) -> bool:
    """Whether a line above may hold the sponsors that come first: names of states have no comma between them."""
    return "、" in line.text and "，" not in line.text


def _members(head: Masthead, left: list[int], lines: Sequence[Line]) -> None:
    """The members present, listed on the cover of a record, are text and no title."""
    index = next((each for each in left if MEMBERS.match(lines[each].text)), None)
    while index is not None and index in left:
        head.texts.append(index)
        left.remove(index)
        index += 1


def _titles(head: Masthead, left: list[int], lines: Sequence[Line]) -> None:
    """What no form tells: after the agenda item its title, last before the text the document's own."""
    groups: list[list[int]] = []
    nearest = smallest_gap(lines, head.end)
    for index in left:
        if groups and index - 1 == groups[-1][-1] and lines[index].gap <= nearest:
            groups[-1].append(index)
        else:
            groups.append([index])
    agenda = next((index for index, name in head.owners.items() if name == "agenda"), None)
    if sum(not _sentence(group, lines) for group in groups) == 1:
        unwrapped = max((line.cells for line in lines[head.end : head.end + _AROUND]), default=0) > _UNWRAPPED
        groups = [part for group in groups for part in _parted(group, agenda, lines, unwrapped=unwrapped)]
    titles = [group for group in groups if not _sentence(group, lines)]
    for group in groups:
        after_agenda = agenda is not None and group[0] == agenda + 1
        last = group is (titles or groups)[-1] and "title" not in head.fields
        alone = last and head.kind != "record" and (_only_title(head, group) or _set_off(head, group, titles, lines))
        if after_agenda and "agenda_title" not in head.fields and not alone:
            _name(head, "agenda_title", group, lines)
        elif last and not _sentence(group, lines):
            _name(head, "title", group, lines)
        else:
            for index in group:
                head.texts.append(index)
    head.texts.sort()


def _parted(group: list[int], agenda: int | None, lines: Sequence[Line], *, unwrapped: bool) -> list[list[int]]:
    """The title of the agenda item and the document's own, where nothing but the ends of their lines parts them.

    A line of the first goes on as long as it is as wide as its others; where the text below is not wrapped, two lines
    are two titles.
    """
    if agenda is None or group[0] != agenda + 1 or len(group) < 2:
        return [group]
    widest = max(lines[index].cells for index in group)
    for turn, index in enumerate(group[:-1], 1):
        whole = lines[index].cells < widest - _RAGGED or (unwrapped and len(group) == 2)
        short = whole and lines[index].text[-1] not in _OPEN
        if short or lines[group[turn]].begins:
            return [group[:turn], group[turn:]]
    return [group]


def _only_title(head: Masthead, group: list[int]) -> bool:
    """A single group right before the chapeau, no sponsors between: then it is the title."""
    return group[-1] + 1 == head.end and len(group) == 1 and "sponsors" not in head.fields


def _set_off(head: Masthead, group: list[int], titles: list[list[int]], lines: Sequence[Line]) -> bool:
    """Whether a blank line parts the only title there is from the agenda item above it, where none parts others.

    What a main committee reports on has the name of its agenda item.
    """
    of_committee = COMMITTEE.search(head.fields.get("kind", "")) is not None
    return len(titles) == 1 and not of_committee and lines[group[0]].gap > smallest_gap(lines, head.end)


def _sentence(group: list[int], lines: Sequence[Line]) -> bool:
    return lines[group[-1]].ending in STRONG_ENDS + "，,"


def _name(head: Masthead, name: str, group: list[int], lines: Sequence[Line]) -> None:
    head.fields[name] = "".join(lines[index].text for index in group)
    for index in group:
        head.owners[index] = name
