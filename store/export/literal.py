"""Text of others inside Markdown: shown as it stands, whatever signs are in it."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_\[\]<>#~|$^&]")
"""Signs that Markdown, or one of its common dialects, would not show as they are."""

_FIRST_SIGN = re.compile(r"^(?:\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What at the start of a line would open a list, a rule or a heading: `5.`, `-`."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_LINE_END = re.compile(r"\r\n?|\n")


def literal(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    line = _BLANKS.sub(" ", text).strip(" ")
    return _FIRST_SIGN.sub(r"\g<0>\\", _SIGNS.sub(r"\\\g<0>", line))


def quoted(text: str) -> str:
    """A quotation, a line of it for each line of the text."""
    return "\n".join(f"> {literal(line)}".rstrip() for line in _LINE_END.split(text))


def comment(text: str) -> str:
    """For programs and not for readers; a place in it is in the form in which it can be opened again."""
    return f"<!-- {' '.join(text.split()).replace('--', '%2D%2D').replace('>', '%3E')} -->"
