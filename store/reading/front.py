"""The printed fields of a masthead become the front matter's values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.document import FrontMatter
from store.reading.labels import rank
from store.reading.lines import Line
from store.reading.masthead import Masthead
from store.reading.masthead_forms import kind_named
from store.reading.phrases import THEREFORE

_MONTHS = "january february march april may june july august september october november december".split()
_ENGLISH_DATE = re.compile(rf"(\d{{1,2}})\s*({'|'.join(_MONTHS)})\s*(\d{{4}})", re.IGNORECASE)
_HAN = "〇○零一二三四五六七八九"
_CHINESE_DATE = re.compile(
    rf"(\d{{4}}|[{_HAN}]{{4}})\s?年\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?日"
)
_KINDS_OF_SYMBOLS = (
    (re.compile(r"/PRST/"), "presidential statement"),
    (re.compile(r"[/.](?:PV|SR)\.\d"), "record"),
    (re.compile(r"/DEC/"), "decision"),
)
_LIMITED = re.compile(r"/L\.\d")
# Names of states that hold a word which otherwise joins the last two of a list.
_JOINED_NAMES = """
安提瓜和巴布达 波斯尼亚和黑塞哥维那 特立尼达和多巴哥 圣基茨和尼维斯 圣文森特和格林纳丁斯 圣多美和普林西比 塞尔维亚和黑山
大不列颠及北爱尔兰联合王国 瓦利斯和富图纳 圣皮埃尔和密克隆 埃及
""".split()
_JOINER = re.compile(r"以及|和(?!国)|及|與|与")


def front_matter(
    head: Masthead, *, resolution: bool, symbol: str | None, body: str | None, numbered: bool
) -> FrontMatter:
    """The front matter that a masthead's printed fields amount to.

    Args:
        head: the masthead as read.
        resolution: the text speaks as a resolution does.
        symbol: the document's canonical symbol, found in the masthead or in running heads.
        body: the organ that adopts or receives it.
        numbered: the text has numbered paragraphs.
    """
    fields = head.fields
    printed_kind = fields.get("kind", "")
    return FrontMatter(
        symbol=symbol,
        title=_tidy(fields.get("title")) or _title_of_kind(head),
        date=_date(fields.get("date")) or _date(fields.get("distribution")) or _date(fields.get("adoption")),
        session=_compact(fields.get("session")),
        committee=_compact(fields.get("committee")),
        agenda_item=_agenda_item(fields.get("agenda")),
        agenda_title=_tidy(fields.get("agenda_title")),
        sponsors=split_sponsors(fields.get("sponsors", "")),
        kind=kind_of_symbol(symbol)
        or _draft(head.kind, symbol)
        or kind_named(_tidy(fields.get("title")) or "")
        or _kind(resolution, symbol, numbered),
        revised=re.search(r"订正|修订|修正", printed_kind) is not None or "/Rev." in (symbol or ""),
        body=body,
    )


def _title_of_kind(head: Masthead) -> str | None:
    """What a document goes by that has no title of its own: "第三委员会的报告", "第8399次会议临时逐字记录"."""
    kind, meeting = head.fields.get("kind", ""), head.fields.get("meeting", "")
    if head.kind == "record" and meeting.startswith("第"):
        return _tidy(meeting + kind)
    return (
        _tidy(kind) if head.fields.get("agenda_title") or "series" in head.fields or re.search("[届屆]", kind) else None
    )


def _draft(kind: str | None, symbol: str | None) -> str | None:
    """A kind that the masthead names; a text with a symbol of limited distribution is not adopted yet."""
    limited = symbol is not None and _LIMITED.search(symbol) is not None
    return f"draft {kind}" if limited and kind in ("resolution", "decision") else kind


def _kind(resolution: bool, symbol: str | None, numbered: bool) -> str:
    if symbol and _LIMITED.search(symbol) and resolution:
        return "draft resolution"
    if resolution:
        return "resolution"
    return "report" if numbered else "document"


def kind_of_symbol(symbol: str | None) -> str | None:
    """The kind of document that a symbol names; None for one that leaves it open."""
    return next((kind for form, kind in _KINDS_OF_SYMBOLS if symbol and form.search(symbol)), None)


def _compact(text: str | None) -> str | None:
    return text if not text or text.isascii() else re.sub(r"\s", "", text)


def _tidy(text: str | None) -> str | None:
    """A title without the spaces of the layout and without the sign of a note."""
    if not text:
        return None
    tidy = re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", text)
    return re.sub(r"[\s*∗＊†‡⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,，、][\s*∗＊†‡⁰¹²³⁴⁵⁶⁷⁸⁹]+)*$", "", tidy) or None


def _agenda_item(text: str | None) -> str | None:
    match = re.search(r"\d.*$|[一二三四五六七八九十]+$", text) if text else None
    return re.sub(r"\s", "", match[0]) if match else None


def _date(text: str | None) -> str | None:
    """The ISO date in a printed one; None when it holds none that a calendar knows."""
    if not text:
        return None
    if match := _ENGLISH_DATE.search(text):
        day, month, year = int(match[1]), _MONTHS.index(match[2].lower()) + 1, int(match[3])
    elif match := _CHINESE_DATE.search(text):
        year, month, day = (rank(part.replace("○", "〇")) or 0 for part in match.groups())
    else:
        return None
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def split_sponsors(text: str) -> tuple[str, ...]:
    """The states of a list "A、B和C", where a name may itself hold 和."""
    compact = re.sub(r"[\s*∗＊]", "", text)
    if not compact:
        return ()
    *heads, last = re.split(r"[、，,]", compact)
    return tuple(name for name in (*heads, *_split_last(last)) if name)


def _split_last(text: str) -> tuple[str, ...]:
    """The last member of a list is two names joined by a word."""
    for match in _JOINER.finditer(text):
        inside = any(
            found.start() <= match.start() < found.end() for name in _JOINED_NAMES for found in re.finditer(name, text)
        )
        if not inside and match.start() > 0:
            return text[: match.start()], *_split_last(text[match.end() :])
    return (text,)


def chapeau_organ(lines: Sequence[Line]) -> str | None:
    """The organ that a chapeau names."""
    text = "".join(line.text for line in lines)
    return THEREFORE.sub("", text, count=1).rstrip("，, ").strip() or None
