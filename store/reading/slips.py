"""Letters that a scanner took for digits: O for 0, l and I for 1, where only a number makes sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DIGITS = str.maketrans("OoQlI", "00011")
_MIXED = r"(?=[0-9OoQlI]*[0-9])(?=[0-9OoQlI]*[OoQlI])[0-9OoQlI]{2,6}"
_SLIPS = re.compile(
    r"第\s?(?P<ordinal>(?=[0-9OolI]*[OolI])[0-9OolI]{1,6})\s?(?=[段号條条章届屆次款])"
    rf"|(?<![0-9A-Za-z./-])(?P<counted>{_MIXED})\s?(?=[年月日])"
    rf"|(?<=[A-Z0-9]/)(?P<symbol>{_MIXED})(?![0-9A-Za-z])"
)
_LABEL = re.compile(r"(?:[0-9OolI]*(?:[0-9][OolI]|[OolI][0-9])[0-9OolI]*|l{1,2})(?=\s?[.．、]\s?[\u3400-\u9fff])")


class Slip(NamedTuple):
    """One number that is probably misread."""

    at: int
    """Where it stands in the text."""
    surface: str
    """As it was read."""
    meant: str
    """What it probably was."""


def find_slips(text: str, *, labelled: bool) -> Iterator[Slip]:
    """The probable slips of a block's text; one without a label may begin with a number that was misread."""
    label = None if labelled else _LABEL.match(text)
    if label:
        yield Slip(0, label[0], label[0].translate(_DIGITS))
    for match in _SLIPS.finditer(text):
        group = match.lastgroup or ""
        yield Slip(match.start(group), match[group], match[group].translate(_DIGITS))
