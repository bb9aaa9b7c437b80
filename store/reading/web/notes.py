"""The footnotes of a page, by its links: a sign leads to a note, which mostly leads back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

from store.reading.web.elements import BLOCKS, Element

_SIGN = re.compile(
    r"[\[(（〔]?\s*(?P<label>(?:注|註|[Nn]ote)?\s*\d{1,3}|\*{1,3}|[†‡]|[a-z]{1,4})\s*[\])）〕]?\s*[.．/]?", re.ASCII
)
_NOTE = re.compile(r"foot-?note|end-?note|\bcite|reflist|doc-", re.IGNORECASE)
_ENTRIES = ("li", "div", "aside", "dd", "p", "td", "section")
_BRACKETS = re.compile(r"[\[\]()（）〔〕\s]")
_FEW = 10
"""Elements that a sign does not consist of."""
_INLINE = ("a", "sup", "span", "b", "i", "em", "strong", "font", "small", "u")


@dataclass(frozen=True, slots=True)
class PageNotes:
    """Where the footnotes of a page stand and are called."""

    calls: dict[Element, str]
    """The elements that are nothing but the sign of a note, with its label."""
    notes: dict[Element, str]
    """The elements with which notes begin; blocks hold all of their note, others the first words of it."""
    returns: frozenset[Element]
    """The links from notes to their signs, which say nothing else."""


def find_page_notes(root: Element) -> PageNotes:
    """All notes that the page itself links."""
    named: dict[str, Element] = {}
    links: list[tuple[Element, str]] = []
    for element in root.within():
        for name in (element.attributes.get("id"), element.attributes.get("name")):
            if name:
                named.setdefault(name, element)
        _before, hash_sign, place = element.attributes.get("href", "").partition("#")
        if element.tag == "a" and hash_sign and place:
            links.append((element, place))
    led = {link: named[place] for link, place in links if place in named}
    signs = {link: label for link in led if (label := _label(link))}
    targets = {led[link]: label for link, label in signs.items() if _leads_to_note(link, label, led)}
    calls = {link: label for link, label in signs.items() if targets.get(led[link]) == label}
    starts = {_entry(target, targets, calls): label for target, label in targets.items()}
    callers = {each for link in calls for each in _near(link)}
    returns = frozenset(
        link
        for link, target in led.items()
        if link not in calls and target in callers and any(each in starts for each in link.around())
    ) | {target for target in targets if target.tag == "a" and _label(target)}
    return PageNotes({_whole_sign(link): label for link, label in calls.items()}, starts, returns)


def _label(link: Element) -> str | None:
    """The label that the words of a link print, if they are a sign."""
    match = _SIGN.fullmatch(normalize("NFKC", link.text.strip()))
    return "".join(match["label"].split()) if match else None


def _near(element: Element) -> list[Element]:
    """An element, what is in it and the inline elements around it: where its name may stand."""
    around = list(element.around())[:4]
    inline = [each for turn, each in enumerate(around) if turn == 0 or around[turn].tag in _INLINE]
    return [*inline, *element.within()]


def _leads_to_note(link: Element, label: str, led: dict[Element, Element]) -> bool:
    target = led[link]
    if target.turn <= link.turn or any(each is target for each in link.around()):
        return False
    block = _block(target)
    near = set(_near(link))
    if any(led.get(each) in near for each in (*block.within(), *target.around())):
        return True
    described = " ".join(target.attributes.get(name, "") for name in ("class", "role", "epub:type", "id"))
    return target.tag == "aside" or _NOTE.search(described) is not None or _begins_with(label, target)


def _begins_with(label: str, target: Element) -> bool:
    """Whether what stands at a place, or follows it there, begins with the sign of the label."""
    text = target.text.strip()
    if not text and target.parent is not None:
        after = target.parent.children[target.parent.children.index(target) + 1 :][:2]
        text = "".join(each if isinstance(each, str) else each.text for each in after).strip()
    return re.match(rf"[\[(（]?{re.escape(label)}(?!\w)", normalize("NFKC", text[:40])) is not None


def _block(element: Element) -> Element:
    return next((each for each in element.around() if each.tag in BLOCKS), element)


def _entry(target: Element, targets: dict[Element, str], calls: dict[Element, str]) -> Element:
    """The element that holds the whole note: the widest that holds no other, no sign of one and no heading."""
    entry = target
    for each in target.around():
        if each.tag not in _ENTRIES and each.tag not in _INLINE:
            break
        inside = list(each.within())
        if sum(one in targets for one in inside) > 1 or any(one in calls for one in inside):
            break
        if any(one.tag in ("hr", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul") for one in inside):
            break
        entry = each
    return entry


def _whole_sign(link: Element) -> Element:
    """The link with what only sets its sign off: brackets around it, the element that raises it."""
    sign, words = link, _BRACKETS.sub("", link.text)
    for each in link.around():
        if each.tag not in _INLINE or len(list(islice(each.within(), _FEW))) == _FEW:
            break
        if _BRACKETS.sub("", each.text) != words:
            break
        sign = each
    return sign
