"""A place inside a document: how one cites it in Chinese, and what readers type to name it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from store.document import Block, Document

_NUMERALS = "一二三四五六七八九十"
_SUBLABEL = re.compile(r"[(（]?\s*([^()（）.、\s]+)\s*[)）.、]?\s*$")
_ORDINAL = re.compile(r"^[a-z]+(\d+)")
_REPEATED = re.compile(r"~(\d+)$")

_PARAGRAPHS = {
    "preamble": "序言部分第{}段",
    "operative": "执行部分第{}段",
    "paragraph": "第{}段",
    "text": "其他文字第{}段",
}
"""How a paragraph of each type is cited; the number takes its items with it: 第5(a)(一)段."""

_LONGEST_TITLE = 16
"""Characters of an unnumbered heading that stand for it in its address."""

_FIRST_OF_ADDRESSES = ("起首", "脚注", "标题", "序言", "执行", "第", "其他", "(")
"""With what every address begins: to make them all takes long in a long document."""

_KINDS = (
    (("执行部分", "执行段", "operativepara", "operative", "op"), ("op",)),
    (("序言部分", "序言段", "preambularpara", "preambular", "pp"), ("pp",)),
    (("其他文字", "otherpara", "t"), ("t",)),
    (("paragraph", "para", "p", "段"), ("p", "op")),
    (("",), ("op", "p")),
)
"""Words before a number, and the beginnings of the ids that they may mean, likeliest first."""

_NOTE = re.compile(r"(?:脚注|footnote|note|fn|注)[.:]?(.+)")
_CHAPEAU = ("起首机关名", "起首", "chapeau")
_DIGITS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")}
_COUNT = r"\d+|[一二三四五六七八九十百〇]+"
_NUMBERED = re.compile(rf"(第?)({_COUNT})((?:[.(\-]?(?:[a-z]+|{_COUNT})\)?)*)(段?)")
_PART = re.compile(rf"[a-z]+|{_COUNT}")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_AROUND_HEADING = re.compile(r"标题|第|节|[.、]")
_CITED_PLACE = r"(?:(?:序言部分|执行部分|其他文字)?第[^，,第/]+段|脚注.+|起首机关名|标题.+)"
_PARTS = rf"(?:[.(（\-]?(?:[A-Za-z]{{1,4}}|{_COUNT})[)）]?)*"
_TYPED_PLACE = rf"(?:(?i:op|pp|para(?:graph|s)?\.?|p|t|fn|(?:foot)?note)[.:]?\s*|注)?\d+{_PARTS}|(?i:chapeau)"
_SPLITS = tuple(
    re.compile(form)
    for form in (
        r"(.*)[#＃](.*)",  # A/C.3/80/L.4#op5
        rf"(.+?)[，,]\s*({_CITED_PLACE})",  # A/74/127，第98段
        rf"(.+?)\s*({_CITED_PLACE})",  # 64/293第5段
        r"(.+?)[，,]\s*((?i:para).+)",  # A/74/127, para. 98
        rf"(.+?)\s+({_TYPED_PLACE})",  # A/C.3/80/L.4 PP3
    )
)
"""How a document and its place are written in one, the surest form first."""


def address(document: Document, place: str) -> str:
    """A block or footnote as one would cite it in Chinese: 执行部分第5(a)段, 脚注10.

    Raises:
        KeyError: the document has no such block or footnote.
    """
    note = document.notes_by_id.get(place)
    if note:
        return f"脚注{note.label}" + _repetition(place)
    block = document.by_id[place]
    if block.type == "chapeau":
        return "起首机关名" + _repetition(place)
    if block.type == "heading":
        return _heading(document, block) + _repetition(place)
    return _paragraph(document, block)


def _paragraph(document: Document, block: Block) -> str:
    items = []
    while block.type == "item" and block.parent:
        items.append(_bracketed(block))
        block = document.by_id[block.parent]
    below = "".join(reversed(items))
    if block.type in _PARAGRAPHS:
        return _PARAGRAPHS[block.type].format(_number(block) + below) + _repetition(block.id)
    if block.type == "item":
        return f"{_bracketed(block)}{below}分段" + _repetition(block.id)
    return f"{address(document, block.id)}{below}"


def _number(block: Block) -> str:
    """What numbers the paragraph: its printed label, or for a part without numbers its turn."""
    counted = _ORDINAL.match(block.id)
    if block.label and block.type in ("operative", "paragraph"):
        return _bare(block.label)
    return counted[1] if counted else block.label or ""


def _bracketed(item: Block) -> str:
    bare = _bare(item.label or "")
    return f"({bare})" if bare.isalnum() else f"({item.id.rpartition('.')[2].partition('~')[0]})"


def _bare(label: str) -> str:
    found = _SUBLABEL.match(unicodedata.normalize("NFKC", label))
    return found[1] if found else label


def _heading(document: Document, heading: Block) -> str:
    """标题三A for numbered headings, with the numbers above it; an unnumbered one by its words."""
    if not heading.label:
        text = heading.text
        return f"标题“{text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + '…'}”"
    numbers = [_bare(heading.label)]
    above = document.by_id.get(heading.parent or "")
    while above is not None and above.type == "heading":
        if above.label:
            numbers.append(_bare(above.label))
        above = document.by_id.get(above.parent or "")
    return "标题" + "".join(reversed(numbers))


def _repetition(place: str) -> str:
    """A second place of one name says so."""
    again = _REPEATED.search(place)
    if not again:
        return ""
    turn = int(again[1])
    return f"（之{_NUMERALS[turn - 1] if turn <= len(_NUMERALS) else turn}）"


def split_target(target: str) -> tuple[str, str | None]:
    """A target and the place it names: `A/C.3/80/L.4#op5`, `64/293 5`, or as one cites, `A/74/127，第98段`."""
    whole = target.strip()
    split = next(filter(None, (form.fullmatch(whole) for form in _SPLITS)), None)
    return (split[1].strip(), split[2].strip() or None) if split else (whole, None)


def place_named(document: Document, text: str) -> str | None:
    """The id of the block or footnote that a reader names; None when the document has no such place."""
    exact = text.strip().removeprefix("#")
    if exact in document.by_id or exact in document.notes_by_id:
        return exact
    typed = fold_place(exact)
    for candidate in place_readings(typed):
        if candidate in document.by_id or candidate in document.notes_by_id:
            return candidate
    return _heading_named(document, typed) or _addressed(document, exact)


def fold_place(text: str) -> str:
    """What readers type for a place, in one width and case, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("零", "〇")


def place_readings(typed: str) -> Iterator[str]:
    """The ids that a text may mean, likeliest first, the text itself before all; in one width and case, unspaced."""
    yield typed
    note = _NOTE.fullmatch(typed)
    if note:
        yield f"fn{note[1]}"
    if typed in _CHAPEAU:
        yield "ch"
    for words, beginnings in _KINDS:
        for word in words:
            if typed.startswith(word):
                yield from _numbered(typed[len(word) :].lstrip(".:"), beginnings, named=bool(word))


def _numbered(typed: str, beginnings: tuple[str, ...], named: bool) -> Iterator[str]:
    """Ids for `5`, `第5(a)段`, `5.a.1`; a bare 三 is no paragraph but a heading."""
    found = _NUMBERED.fullmatch(typed)
    if not found or not (named or found[1] or found[4] or found[2].isdecimal()):
        return
    parts = [_readings(part) for part in _PART.findall(found[3])]
    for beginning in beginnings:
        for below in product(*parts):
            yield ".".join((f"{beginning}{_value(found[2])}", *below))


def _readings(part: str) -> tuple[str, ...]:
    """How an id may write a part: (i) is a letter or a Roman one, (一) a number."""
    if part[0].isascii():
        return (part, str(_ROMAN[part])) if part in _ROMAN else (part,)
    return (str(_value(part)),)


def _value(count: str) -> int:
    """The value of decimal digits or of Chinese numerals below a thousand."""
    if count.isdecimal():
        return int(count)
    total = digit = 0
    for numeral in count:
        unit = {"十": 10, "百": 100}.get(numeral)
        if unit:
            total, digit = total + (digit or 1) * unit, 0
        else:
            digit = _DIGITS[numeral]
    return total + digit


def _heading_named(document: Document, typed: str) -> str | None:
    wanted = _AROUND_HEADING.sub("", typed)
    for block in document.blocks:
        if block.type == "heading":
            known = _AROUND_HEADING.sub("", address(document, block.id)).casefold()
            if wanted in (known, block.text.casefold()):
                return block.id
    return None


def _addressed(document: Document, text: str) -> str | None:
    """The place whose address was typed in full; for what the tables do not take apart."""
    if not text.startswith(_FIRST_OF_ADDRESSES):
        return None
    places = [*document.by_id, *document.notes_by_id]
    return next((place for place in places if address(document, place) == text), None)
