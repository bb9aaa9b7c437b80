"""What kind of text a file holds, told by its content: a web page, a list of paragraphs, or words as they are."""

from __future__ import annotations

import re

_PAGE = re.compile(r"(?:<!doctype\s+html|<html\b|<\?xml[^>]*>\s*(?:<!doctype\s+html|<html\b))", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:<!--|<(?:a|article|b|body|center|div|font|h[1-6]|head|header|hr|main|meta|ol|p|pre|section|span|strong|style"
    r"|table|title|ul)\b)",
    re.IGNORECASE,
)
_BLOCKS = re.compile(r"</?(?:p|div|td|tr|li|h[1-6]|table|ol|ul|section|article|body|head|pre)\b[^<>]*>", re.IGNORECASE)
_LIST = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{1,40}\"\s*:|\[[\[\s]*\"|\[\s*\]|\{\s*\}")
_HEAD = 4_000
_FEW = 2


def kind_of_text(text: str) -> str | None:
    """The module whose `extract(text, name, progress)` takes the words out of a text; None where it is words."""
    start = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if _PAGE.match(start) or (_OPENS.match(start) and _is_all_tags(text[: 10 * _HEAD])):
        return "store.reading.web.page"
    if _LIST.match(start):
        return "store.reading.listed"
    if start.startswith("{\\rtf"):
        return "store.reading.rich"
    return None


def _is_all_tags(text: str) -> bool:
    """Whether nearly every line has a tag: a text in Markdown may have tables in HTML too."""
    lines = [line for line in text.splitlines() if line.strip()]
    bare = sum("<" not in line and ">" not in line for line in lines)
    return len(_BLOCKS.findall(text)) >= _FEW and bare * 4 <= len(lines)
