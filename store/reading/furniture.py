"""Lines that belong to the page and not to the text: rules, link targets, page numbers, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from store.document import Furniture
from store.reading.feet import below_rules, called_flat
from store.reading.lines import Line
from store.reading.note_signs import opens_as_note

# Job numbers as the UN's sections print them: New York 25-16618, Vienna V.19-04874, Geneva GE.19-01234.
_JOB = r"(?:(?:[A-Z][A-Za-z]{0,3}\.\s?)?\d{2}-\d{5,6}|K\d{7})(?:\s?[*]{1,2})?(?:\s{0,4}[(（\[][A-Z][)）\]])?"
_PAGE = r"(?:\d{1,4}\s?/\s?\d{1,4}|[ivxl]{1,7}\s?/\s?[ivxl]{1,7})"
_BOX = r"[\s│┃║|─━═┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╰╯]"
"""What boxed tables are drawn with."""
_SIGN = r"(?:[A-Z]{1,8}|E/CN\.\d+)(?:[/.][A-Z0-9][A-Za-z0-9.()-]*)+(?:\s?\((?:(?:Part|Vol\.?)\s?[IVX]+|\d{4})\))?"
_KINDS = (
    (
        "rule",
        re.compile(
            r"[_＿]{3,}|[-－—–─━]{3,}|[*＊](?:\s?[*＊]){2,}|={3,}|[|:\- +]*-{3,}[|:\- +]*"
            rf"|{_BOX}*[─━═┄]{{2}}{_BOX}*|[`~]{{3,}}"
        ),
    ),
    ("rule", re.compile(r"(?:[-–—]\s?)+[oO0○]\s?(?:[-–—]\s?)+")),
    (
        "page",
        re.compile(
            r"[-=*#\s\[【(（<]*(?:[Pp]age\s?\d{1,4}|第\s?\d{1,4}\s?[页頁])[-=*#\s\]】)）>]*"
            rf"|{_SIGN}\s+(?:{_PAGE}|[Pp]age\s\d{{1,4}})|(?:{_PAGE}|[Pp]age\s\d{{1,4}})\s+{_SIGN}"
            r"|<(?P<tag>page_number|header|footer|watermark)>.*</(?P=tag)>"
        ),
    ),
    ("link", re.compile(r"<?(?:https?://|www\.|undocs\.org/)\S*>?", re.IGNORECASE)),
    (
        "page",
        re.compile(
            rf"{_PAGE}|{_JOB}(?:\s[A-Z]{{2,3}})?(?:\s+\d{{6}}){{0,3}}|{_PAGE}\s+{_JOB}|{_JOB}\s+{_PAGE}|{_JOB}\s+\d{{1,4}}|\d{{1,4}}\s+{_JOB}"
            r"|[-–—]\s*\d{1,4}\s*[-–—]|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?"
            r"|[Pp]age\s\d{1,4}(?:\sof\s\d{1,4})?|(?:\([A-Z]\)\s*)?(?:\d{6}\s+){1,2}\d{6}"
            rf"|(?:{_JOB}\s*)?/\s?(?:\.{{2,6}}|…+)"
            r"|[*＊※•·|]?\d{7,8}[*＊※•·|]?|请?回收(?:利用)?|Please recycle.*"
        ),
    ),
    (
        "navigation",
        re.compile(
            r"[←→].*|\|+|跳[转轉](?:到|至).{0,8}|[维維]基文[库庫][，,]自由的[图圖][书書][馆館]|\[[编編][辑輯]\]"
        ),
    ),
    ("markup", re.compile(r"\\footnotetext\s?\{|[{}]|\[\^0\]")),
    ("image", re.compile(r"!?\[(?:image|图像?|img)[^\]]*\]|<!--.*-->|<(?:hr|br|img)\b[^>]*>", re.IGNORECASE)),
)
_SYMBOL = re.compile(_SIGN)
# A running head with the title beside the symbol, at the two edges of the page.
_TITLED = re.compile(rf"(?P<first>{_SYMBOL.pattern})\s{{2,}}\S.{{0,60}}|\S.{{0,60}}\s{{2,}}(?P<last>{_SYMBOL.pattern})")
_TARGET = re.compile(r"undocs\.org/|docs\.un\.org/", re.IGNORECASE)
"""An address of a document that is cited above: programs print it below the line."""
_DATED = re.compile(
    rf"(?P<first>{_SYMBOL.pattern})\s+(?:\S.{{0,80}}\s+)?\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{4}}\s+(?:\S.{{0,80}}\s+)?(?P<last>{_SYMBOL.pattern})"
)
"""A running head of a record: its symbol, what it is about and the day, from edge to edge."""
_LICENCE = re.compile(r"本作品[來来]自[聯联]合[國国]官方文件")
"""With what a wiki's word on the licence of its copy begins, below the text."""
_LANGUAGE = re.compile(r"Chinese|CHINESE|中文|English|ENGLISH")
_CHINESE_STARTS = "第请回跳维維＿－＊"
_NUMBER = re.compile(r"\d{1,4}\s?-?|[ivxl]{1,7}")
_SIGN_ALONE = re.compile(r"\d{1,3}|[*∗＊]{1,3}")
_NUMERAL = re.compile(r"\d+")
_OF = re.compile(r"(\d{1,4})\s?/\s?(\d{1,4})")
_MASTHEAD = 12
"""Lines in which a document names its own symbol."""
_NOTES = 30
"""Lines that the notes of a page take, at most."""
_LOOSE = 60
"""Characters of a running head whose parts one space parts, at most."""
_PAGE_LINES = 8
"""Lines between two page numbers, at least."""


def kind_of(line: Line) -> str | None:
    """What sort of furniture a line is by its form alone; None when its form does not say so."""
    text = line.text
    if not text:
        return "markup"
    if text[0] >= "\u3400" and text[0] not in _CHINESE_STARTS:
        return None
    for kind, form in _KINDS:
        if form.fullmatch(text):
            return kind if kind != "page" or _counts_pages(text) else None
    if line.bullet and re.fullmatch(r"\d{1,4}\s*[-–—]", text):
        return "page"
    return None


def _counts_pages(text: str) -> bool:
    """Whether "3/13" is one of so many pages; "2018/242" is a number of something else."""
    of = _OF.fullmatch(text)
    return of is None or int(of[1]) <= int(of[2])


def is_symbol(text: str) -> bool:
    """Whether a text is a document symbol and nothing else."""
    return "/" in text and _SYMBOL.fullmatch(text) is not None


def find_furniture(lines: Sequence[Line], told: Mapping[int, str] = MappingProxyType({})) -> dict[int, str]:
    """The kind of furniture of each line that is some, by its index; other lines next to it get `boundary`.

    A symbol alone on its line is a running head when page furniture stands beside it or the same symbol heads
    another page; a bare number is a page number only beside other page furniture. `told` is what the file itself says.
    """
    kinds = {index: kind for index, line in enumerate(lines) if (kind := told.get(index) or kind_of(line))}
    for index in [each for each, kind in kinds.items() if _is_said(each, kind, lines, kinds)]:
        del kinds[index]
    licence = next((index for index, line in enumerate(lines) if _LICENCE.match(line.text)), len(lines))
    kinds |= dict.fromkeys(range(licence, len(lines)), "licence")
    for index in _running_heads(lines, kinds):
        kinds[index] = "head"
        if _names_language(index + 1, lines, kinds):
            kinds[index + 1] = "head"
    for index in _bare_numbers(lines, kinds):
        kinds[index] = "page"
    for index in kinds:
        if index + 1 < len(lines):
            lines[index + 1].boundary = True
    return kinds


def _running_heads(lines: Sequence[Line], kinds: dict[int, str]) -> list[int]:
    heads = {
        index: symbol for index, line in enumerate(lines) if index not in kinds and (symbol := _head_symbol(line.text))
    }
    times = Counter(heads.values())
    own = {line.text.rpartition(" ")[2] for index, line in enumerate(lines[:_MASTHEAD]) if index not in heads}
    first: set[str] = set()
    found: list[int] = []
    for index, symbol in heads.items():
        beside = _beside(index, lines, kinds, ("page",))
        opens = index < _MASTHEAD and symbol not in first and not beside and not lines[index].boundary
        first.add(symbol)
        if index > 1 and not opens and (times[symbol] > 1 or symbol in own or beside):
            found.append(index)
    own |= {symbol for index, symbol in heads.items() if index < _MASTHEAD}
    return found + [
        index for index in range(2, len(lines)) if index not in kinds and _is_loose(index, lines, kinds, own)
    ]


def _is_loose(index: int, lines: Sequence[Line], kinds: dict[int, str], own: set[str]) -> bool:
    """Whether a line at the edge of a page is the document's own symbol beside a title, with but a space between."""
    line = lines[index]
    if "/" not in line.text or line.complete or line.label or len(line.text) > _LOOSE:
        return False
    first, last = line.text.partition(" "), line.text.rpartition(" ")
    if not ((first[0] in own and first[2] and not first[2].startswith(("号", "號"))) or (last[2] in own and last[0])):
        return False
    return line.boundary or _beside(index, lines, kinds, ("page", "rule"))


def _is_said(index: int, kind: str, lines: Sequence[Line], kinds: Mapping[int, str]) -> bool:
    """Whether an address or number on a line of its own is what the sentence above says."""
    line, above = lines[index], lines[index - 1] if index else None
    if above is None or line.boundary or kind not in ("link", "page"):
        return False
    if kind == "page":
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        return _OF.fullmatch(line.text) is not None and above.text.endswith("第") and below.startswith(("号", "號"))
    if above.ending and above.ending in "：:" and not {index - 1, index + 1} & kinds.keys():
        return _TARGET.search(line.text) is None
    return not above.complete and not line.gap and line.text.endswith(("。", "；", "，"))


def _names_language(index: int, lines: Sequence[Line], kinds: dict[int, str]) -> bool:
    """Whether a line between a running head's symbol and its page number names the language of the print."""
    return index not in kinds and kinds.get(index + 1) == "page" and _LANGUAGE.fullmatch(lines[index].text) is not None


def _head_symbol(text: str) -> str | None:
    """The symbol on a line that may be a running head."""
    if is_symbol(text):
        return text
    titled = (_TITLED.fullmatch(text) or _DATED.fullmatch(text)) if "/" in text else None
    return (titled["first"] or titled["last"]) if titled else None


def _bare_numbers(lines: Sequence[Line], kinds: dict[int, str]) -> list[int]:
    bare = [index for index, line in enumerate(lines) if index not in kinds and _NUMBER.fullmatch(line.text)]
    below = below_rules(lines, kinds)
    bare = [index for index in bare if not _numbers_a_note(index, lines, kinds, below)]
    bare = [index for index in bare if not _calls_below(index, lines, kinds)]
    sure = {index for index in bare if lines[index].boundary or _beside(index, lines, kinds, ("page", "head", "rule"))}
    of = any(kind == "page" and _OF.search(lines[index].text) is not None for index, kind in kinds.items())
    return sorted(
        sure if of else sure | _counting([each for each in bare if lines[each].text[0].isdecimal()], lines, sure)
    )


def _numbers_a_note(index: int, lines: Sequence[Line], kinds: Mapping[int, str], below: Mapping[int, int]) -> bool:
    """Whether a number below a rule is that of a note, which begins on the next line."""
    if index + 1 in kinds or index + 1 >= len(lines) or lines[index + 1].gap:
        return False
    if kinds.get(index - 1) == "rule" and opens_as_note(lines[index + 1].text):
        return True
    text = lines[index].text
    alone = index in below and _SIGN_ALONE.fullmatch(lines[below[index]].text) is not None
    return alone and text.isdecimal() and called_flat(lines, index, int(text))


def _calls_below(index: int, lines: Sequence[Line], kinds: Mapping[int, str]) -> bool:
    """Whether a number above a rule is the call of a note below it, which a layout put on a line of its own."""
    if kinds.get(index + 1) != "rule" or lines[index].gap or lines[index].boundary:
        return False
    number = re.compile(rf"{re.escape(lines[index].text)}(?:\s|$)")
    return any(number.match(line.text) for line in lines[index + 2 : index + 2 + _NOTES])


def _counting(bare: Sequence[int], lines: Sequence[Line], sure: set[int]) -> set[int]:
    """Bare numbers that count pages: one more each time, from 1 or 2 on, a page apart; with two at least."""
    found: list[int] = []
    last = None
    for index in bare:
        number = int(_NUMERAL.findall(lines[index].text)[0])
        if (last is None and number in (1, 2)) or (
            last is not None and number == last + 1 and (index - found[-1] >= _PAGE_LINES or index == len(lines) - 1)
        ):
            found.append(index)
            last = number
    ends = bool(found) and found[-1] == len(lines) - 1
    if bare and bare[-1] == len(lines) - 1 and len(lines) > _PAGE_LINES and lines[-2].complete:
        found.append(bare[-1])
    return set(found) if len(found) > 2 or (len(found) == 2 and (ends or sure & set(found))) else set()


def _beside(index: int, lines: Sequence[Line], kinds: dict[int, str], wanted: tuple[str, ...]) -> bool:
    """Whether the line before or after is furniture of a wanted kind, or a page break touches the line."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    return (
        kinds.get(index - 1) in wanted
        or kinds.get(index + 1) in wanted
        or bool(following and following.boundary and index + 1 not in kinds)
    )


def furniture_of(line: Line, kind: str, source: str) -> Furniture:
    """The line as a value of the document, as printed."""
    return Furniture(source[line.span.start : line.span.end].strip(), kind, line.span)
