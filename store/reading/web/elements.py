"""A page as a tree of elements, whatever was written. Owns how tags are read; knows nothing of what they mean.

Not the standard library's parser and not one made of C: the former takes hours for a page of open angle brackets, the
latter for one of open divisions, and neither tells more than the few rules here that lines of text hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*)"
    r"(?P<attributes>(?:[^<>\"']+|\"[^\"<]*\"|'[^'<]*'|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noframes"))
"""What stands in these is no markup."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ENDED_BY = {
    "li": ("li", ("ul", "ol", "menu")),
    "dt": ("dt dd", ("dl",)),
    "dd": ("dt dd", ("dl",)),
    "td": ("td th", ("tr", "table")),
    "th": ("td th", ("tr", "table")),
    "tr": ("tr td th", ("table",)),
}
"""What a tag ends that nobody closed, and the elements beyond which it ends nothing."""
_BARRIERS = frozenset(("td", "th", "table"))
_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_DEEPEST = 120
"""Elements inside each other that are kept apart; a page has a few dozen."""
BLOCKS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr
    ul""".split()
)
"""Elements that begin and end a line."""


@dataclass(slots=True, eq=False)
class Element:
    """One element, with what is in it."""

    tag: str
    """In small letters."""
    attributes: dict[str, str]
    parent: Element | None
    turn: int
    """Its place in the order of the page."""
    children: list[Element | str] = field(default_factory=list)

    def within(self) -> Iterator[Element]:
        """It and all elements in it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def around(self) -> Iterator[Element]:
        """It and all elements that it is in, from inside outwards."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    @property
    def text(self) -> str:
        """All that is written in it, as written."""
        texts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            child = waiting.pop()
            if isinstance(child, str):
                texts.append(child)
            else:
                waiting += reversed(child.children)
        return "".join(texts)


def parse(text: str) -> Element:
    """The page as a tree; its root is no element of the page."""
    builder = _Builder()
    at = 0
    while match := _TAG.search(text, at):
        builder.add(text[at : match.start()])
        at = match.end()
        if match["name"] is None:
            continue
        name = match["name"].lower()
        if match["close"]:
            builder.close(name)
            continue
        builder.open(name, match["attributes"])
        if name in _RAW:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(text, at)
            at = end.start() if end else len(text)
            builder.close(name)
    builder.add(text[at:])
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Element("", {}, None, 0)
        self._open = [self.root]
        self._turn = 0

    def add(self, text: str) -> None:
        if text:
            self._open[-1].children.append(unescape(text))

    def open(self, name: str, attributes: str) -> None:
        if name in _ENDED_BY:
            ended, barriers = _ENDED_BY[name]
            self._end(frozenset(ended.split()), frozenset(barriers))
        elif name in BLOCKS:
            self._end(frozenset("p"), BLOCKS - {"p"})
        self._turn += 1
        element = Element(name, _attributes(attributes), self._open[-1], self._turn)
        self._open[-1].children.append(element)
        if name not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def close(self, name: str) -> None:
        barriers = _BARRIERS if name not in _TABLE else frozenset(("table",)) - {name}
        self._end(frozenset((name,)), barriers, once=True)

    def _end(self, names: frozenset[str], barriers: frozenset[str], *, once: bool = False) -> None:
        """End the open elements of these names, up to the first barrier, with all that is open in them."""
        for depth in range(len(self._open) - 1, 0, -1):
            tag = self._open[depth].tag
            if tag in names:
                del self._open[depth:]
                if once:
                    return
            elif tag in barriers:
                return


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
