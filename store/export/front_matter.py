"""The front matter of a Markdown file, where Obsidian looks for tags: a list that is ours until the user changes it.

Beside the tags stands a checksum of them. All other lines are the user's and stay as they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)(?<=\n)---[ \t]*(?=\r?\n|\Z)", re.DOTALL)
_TAGS = re.compile(r"^tags:.*\n?(?:[ \t]*-(?!-).*\n?|[ \t]+\S.*\n?)*", re.MULTILINE)
_SUM = re.compile(r"^jueyi: ?(\S+).*\n?", re.MULTILINE)
_UNFIT = re.compile(r"[^\w/-]+")
_ENTRY = re.compile(r"""^[ \t]*-[ \t]*["']?([^"'\r\n]*)""", re.MULTILINE)
_INLINE = re.compile(r"""[^\s,\[\]"']+""")


class Fronted(NamedTuple):
    """A file with its front matter."""

    text: str
    kept: bool
    """The tags in it are the user's, and other ones were wanted."""


def with_tags(text: str, tags: Iterable[str]) -> Fronted:
    """A file with these tags in its front matter, which it is given if it has none; line ends are `\\n`."""
    wanted = list(dict.fromkeys(filter(None, map(_fitting, tags))))
    found = _FRONT.match(text)
    if found is None:
        return Fronted(f"---\n{_block(wanted)}---\n\n{text}", kept=False)
    inner = found[1]
    held, known = _TAGS.search(inner), _SUM.search(inner)
    listed = _listed(held[0]) if held else []
    if listed == wanted and known:
        return Fronted(text, kept=False)
    if held and (known is None or known[1] != _sum(listed)):
        return Fronted(text, kept=listed != wanted)
    bare = _SUM.sub("", _TAGS.sub("", inner, count=1), count=1)
    return Fronted(f"---\n{bare}{_block(wanted)}{text[found.end(1) :]}", kept=False)


def _block(tags: list[str]) -> str:
    lines = ["tags:", *(f"  - {_written(tag)}" for tag in tags)] if tags else ["tags: []"]
    return "\n".join([*lines, f"jueyi: {_sum(tags)}", ""])


def _fitting(tag: str) -> str:
    """A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`."""
    return _UNFIT.sub("-", tag).strip("-/")


def _written(tag: str) -> str:
    """In quotation marks where it could be read as a number or as true."""
    return f'"{tag}"' if tag.isascii() else tag


def _listed(block: str) -> list[str]:
    first, _end, rest = block.partition("\n")
    entries = [entry.strip() for entry in _ENTRY.findall(rest)]
    return entries or _INLINE.findall(first.removeprefix("tags:"))


def _sum(tags: list[str]) -> str:
    return hashlib.sha256("\n".join(tags).encode()).hexdigest()[:12]
