"""A list of paragraphs in JSON becomes text: strings, objects with their words in a field, or a document of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from store.errors import UnreadableSource
from store.progress import Progress
from store.reading.note_signs import SUPERSCRIPTS
from store.reading.source import Extract
from store.reading.written import Written

_TEXT = ("text", "content", "body", "paragraph", "正文", "内容")
_LABEL = ("label", "number", "num", "no", "编号")
_LISTS = ("paragraphs", "blocks", "items", "children", "sections", "content", "body", "data", "段落")
_NOTES = ("footnotes", "notes", "脚注")
_FRONT = ("symbol", "文号", "date", "session", "committee", "agenda_item", "agenda_title")
_TITLE = ("title", "标题")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_RAISE = {digit: sign for sign, digit in SUPERSCRIPTS.items()}


class _Paragraph(NamedTuple):
    text: str
    label: str = ""
    level: int = 0
    """Of a heading, 1 for the topmost; 0 for what is none."""
    markers: tuple[tuple[int, str], ...] = ()
    """Where footnotes are called, and which."""


def extract(text: str, name: str, _progress: Progress) -> Extract:
    """The paragraphs of a list, a line each.

    Raises:
        UnreadableSource: it is not JSON, or holds no paragraphs.
    """
    whole = _parsed(text, name)
    paragraphs = list(_paragraphs(whole))
    if not paragraphs:
        raise UnreadableSource(
            f"“{name}”是 JSON，但不含段落：请给出字符串的数组，或带 text 字段的对象的数组（也可放在 blocks 里）。"
        )
    out = Written()
    if isinstance(whole, Mapping):
        _write_front(out, whole)
    for paragraph in paragraphs:
        _write(out, paragraph)
    for label, note in _notes(whole):
        out.break_paragraph()
        with out.marked("note", label):
            out.flow(f"{label} {note}")
    out.finish()
    return Extract(out.text, tuple(sorted(out.marks)))


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnreadableSource(
            f"“{name}”像是 JSON，但第 {error.lineno} 行第 {error.colno} 个字符起有误：请检查文件是否完整。"
        ) from None
    except RecursionError:
        raise UnreadableSource(f"“{name}”是 JSON，但嵌套太深，不像文件的段落：请另存为段落的数组。") from None


def _paragraphs(value: Any, depth: int = 0) -> Iterator[_Paragraph]:
    """The paragraphs in a value, those inside others after them."""
    if isinstance(value, str):
        yield from (_Paragraph(line) for line in value.splitlines() if line.strip())
    elif isinstance(value, Sequence):
        parents: dict[str, str | None] = {}
        for each in value:
            if isinstance(each, Mapping) and isinstance(each.get("id"), str):
                parents[each["id"]] = each.get("parent")
            yield from _paragraphs(each, max(depth, _depth(each, parents)))
    elif isinstance(value, Mapping):
        if depth and (own := _own(value, depth)):
            yield own
        held = next((each for name in _LISTS if isinstance(each := value.get(name), list)), None)
        if held is not None:
            yield from _paragraphs(held, depth + 1)


def _depth(value: Any, parents: Mapping[str, str | None]) -> int:
    """How deep a block stands whose parents are named."""
    depth, parent = 1, value.get("parent") if isinstance(value, Mapping) else None
    while isinstance(parent, str) and depth <= len(parents):
        depth, parent = depth + 1, parents.get(parent)
    return depth


def _own(value: Mapping[str, Any], depth: int) -> _Paragraph | None:
    text = _field(value, _TEXT)
    label = _field(value, _LABEL)
    if not text and not label:
        return None
    level = value.get("level")
    heading = str(value.get("type") or value.get("kind") or "").lower()
    if heading in ("h1", "h2", "h3", "h4", "h5", "h6"):
        level, heading = int(heading[1]), "heading"
    is_heading = heading in ("heading", "title", "header", "标题")
    deep = level if isinstance(level, int) and 0 < level < 10 else depth
    return _Paragraph(text, label, deep if is_heading else 0, _markers(value))


def _field(value: Mapping[str, Any], names: Sequence[str]) -> str:
    found = (value[name] for name in names if isinstance(value.get(name), str | int))
    return str(next(found, "")).strip()


def _markers(value: Mapping[str, Any]) -> tuple[tuple[int, str], ...]:
    held = value.get("markers")
    if not isinstance(held, list):
        return ()
    return tuple(
        (each["at"], str(each["note"]))
        for each in held
        if isinstance(each, Mapping) and isinstance(each.get("at"), int) and "note" in each
    )


def _write_front(out: Written, whole: Mapping[str, Any]) -> None:
    """The masthead that an object around the list describes."""
    for name in _FRONT:
        if line := _field(whole, (name,)):
            out.break_paragraph()
            out.flow(_printed(name, line))
    sponsors = [each for each in _list(whole, ("sponsors",)) if isinstance(each, str)]
    if sponsors:
        out.break_paragraph()
        out.flow("、".join(sponsors) + "：决议草案")
    if title := _field(whole, _TITLE):
        out.break_paragraph()
        with out.marked("heading", "1"):
            out.flow(title)


def _printed(name: str, value: str) -> str:
    if name == "agenda_item":
        return f"议程项目 {value}"
    date = _DATE.fullmatch(value) if name == "date" else None
    return f"{date[1]}年{int(date[2])}月{int(date[3])}日" if date else value


def _notes(whole: Any) -> Iterator[tuple[str, str]]:
    held = _list(whole, _NOTES) if isinstance(whole, Mapping) else []
    for each in held:
        if isinstance(each, Mapping) and (label := _field(each, _LABEL)) and (text := _field(each, _TEXT)):
            yield label, text


def _list(value: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    return next((each for name in names if isinstance(each := value.get(name), list)), [])


def _write(out: Written, paragraph: _Paragraph) -> None:
    out.break_paragraph()
    if paragraph.level:
        with out.marked("heading", str(paragraph.level)):
            _write_words(out, paragraph)
    else:
        _write_words(out, paragraph)


def _write_words(out: Written, paragraph: _Paragraph) -> None:
    if paragraph.label:
        out.put(f"{paragraph.label}." if paragraph.label.isalnum() else paragraph.label)
        out.flow(" ")
    at = 0
    for place, label in paragraph.markers:
        if at <= place <= len(paragraph.text):
            out.flow(paragraph.text[at:place])
            with out.marked("call", label):
                out.put(label.translate(_RAISE))
            at = place
    out.flow(paragraph.text[at:])
