"""Letters that a scanner took for digits: O for 0, l and I for 1, where only a number makes sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.reading.labels import Label

_DIGITS = str.maketrans("OoQlI", "00011")
_MIXED = r"(?=[0-9OoQlI]*[0-9])(?=[0-9OoQlI]*[OoQlI])[0-9OoQlI]{2,6}"
_SLIPS = re.compile(
    r"第\s?(?P<ordinal>(?=[0-9OolI]*[OolI])[0-9OolI]{1,6})\s?(?=[段号條条章届屆次款])"
    rf"|(?<![0-9A-Za-z./-])(?P<counted>{_MIXED})\s?(?=[年月日])"
    rf"|(?<=[A-Z0-9]/)(?P<symbol>{_MIXED})(?![0-9A-Za-z])"
)
_TAKEN = re.compile("[OoQlI]")
"""Without one of these letters there is no slip."""
_LABEL = re.compile(r"(?:[0-9OolI]*(?:[0-9][OolI]|[OolI][0-9])[0-9OolI]*|l{1,2})(?=\s?[.．、]\s?[\u3400-\u9fff])")

# A whole label: a letter that is none stands for a digit, or a comma for the stop after it; or a count touches it.
_NUMBER = re.compile(
    r"(?P<misread>(?=[0-9]*[OoQlI])[0-9OoQlI]{1,3})\s?[.．、]\s?(?=[\u3400-\u9fff])"
    r"|(?P<number>[1-9][0-9]?)\s?[,，]\s?(?=[\u3400-\u9fff])"
    r"|(?P<glued>[1-9][0-9]?)[.．](?=[0-9]{1,4}\s?(?:[岁歲名个個月国國所项項家]|年(?!度)))"
)


class Slip(NamedTuple):
    """One number that is probably misread."""

    at: int
    """Where it stands in the text."""
    surface: str
    """As it was read."""
    meant: str
    """What it probably was."""


def misread_label(text: str) -> Label | None:
    """The paragraph's number that a text begins with, if it is one that was misread."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    number = match[match.lastgroup or 0].translate(_DIGITS)
    return Label("number", int(number), str(int(number)), match.end())


def find_slips(text: str, *, labelled: bool) -> Iterator[Slip]:
    """The probable slips of a block's text; one without a label may begin with a number that was misread."""
    if not _TAKEN.search(text):
        return
    label = None if labelled else _LABEL.match(text)
    if label:
        yield Slip(0, label[0], label[0].translate(_DIGITS))
    for match in _SLIPS.finditer(text):
        group = match.lastgroup or ""
        yield Slip(match.start(group), match[group], match[group].translate(_DIGITS))
