"""Items of an enumeration: which letters begin one, and how deep it stands."""

from __future__ import annotations

import re

from store.reading.drafts import Body, Draft
from store.reading.labels import Label, Style, roman
from store.reading.lines import Line
from store.reading.phrases import STRONG_ENDS

_AHEAD = 60
_INLINE = {
    "item-letter": r"[(（]\s?(?:b|ii)\s?[)）]",
    "item-chinese": r"[(（]\s?二\s?[)）]|㈡",
    "item-number": r"[(（]\s?2\s?[)）]|⑵",
    "item-stem": r"[(（]\s?乙\s?[)）]",
}


class Enumeration:
    """The enumerations that are open while a paragraph is read, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[Style, int, bool]] = []
        """The style, the last value, and whether brackets stand around it: "(a)" and "a." are two lists."""

    def close(self) -> None:
        """A new paragraph begins: nothing is open."""
        self._open.clear()

    def depth_of(self, body: Body, index: int, before: Draft | None) -> int | None:
        """The depth of the item that a labelled line begins; None when its letter is only text.

        An enumeration that began inside a sentence goes on inside it: "(b)" begins an item only after an item "(a)".
        """
        label = body[index].label
        if label is None or not label.style.startswith("item"):
            return None
        for depth in range(len(self._open), 0, -1):
            style, value, closed = self._open[depth - 1]
            following = self._value(label, style)
            if following == value + 1 and closed == _closed(label):
                self._open[depth - 1 :] = [(style, following, closed)]
                return depth
        return self._begin(label, body, index, before)

    def _begin(self, label: Label, body: Body, index: int, before: Draft | None) -> int | None:
        style, value = self._first(label)
        if value == 1:
            if self._runs_inside(body, index, label.style):
                return None
        elif before is None or before.last.ending not in STRONG_ENDS or self._began_inside(before, label):
            return None
        closed = _closed(label)
        for depth, (known, _, as_closed) in enumerate(self._open, 1):
            if known == style and as_closed == closed:
                self._open[depth - 1 :] = [(style, value, closed)]
                return depth
        self._open.append((style, value, closed))
        return len(self._open)

    @staticmethod
    def _value(label: Label, style: Style) -> int | None:
        """The rank of a label within a list of a style: "(i)" is ninth among letters and first among Romans."""
        if style == "item-roman":
            return roman(label.key)
        return label.value if label.style == style else None

    @staticmethod
    def _first(label: Label) -> tuple[Style, int]:
        value = roman(label.key) if label.style == "item-letter" and label.key != "c" else None
        if value is not None and value <= 20 and label.value != 1 and label.key[0] in "ivx":
            return "item-roman", value
        return label.style, label.value

    @staticmethod
    def _runs_inside(body: Body, index: int, style: Style) -> bool:
        """Whether the second of an enumeration comes in the middle of a line before any line begins with it."""
        second = re.compile(_INLINE.get(style, r"(?!)"))
        for line in body[index : index + _AHEAD]:
            if line is not body[index] and line.label is not None:
                if second.match(line.text):
                    return False
                if not line.label.style.startswith("item"):
                    return False
            if second.search(line.text, 1):
                return True
        return False

    @staticmethod
    def _began_inside(before: Draft, label: Label) -> bool:
        """Whether the label's predecessor stands inside the text before it."""
        if label.style != "item-letter" or len(label.key) != 1:
            return False
        previous = chr(ord(label.key) - 1)
        return any(re.search(rf"[(（]\s?{previous}\s?[)）]", line.text[1:]) for line in before.lines)


def _closed(label: Label) -> bool:
    """Whether a label has brackets around it."""
    return label.printed[0] in "(（"


def bulleted(line: Line, before: Draft) -> Draft | None:
    """The item that a line with a list sign is: after what introduces it, or after another; None elsewhere."""
    if before.form == "item" and before.label is not None and before.label.style == "item-bullet":
        turn, depth = before.label.value + 1, before.depth
    elif before.last.ending in (":", "：") and before.form != "heading":
        turn, depth = 1, before.depth + 1
    else:
        return None
    return Draft("item", [line], Label("item-bullet", turn, line.bullet, 0), depth)
