"""The masthead of a document that ran into one line: where the lines began on which its fields stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.reading.masthead_forms import ENGLISH_LANGUAGES, FIELDS, MONTHS

_LONGEST = 1500
"""Characters of a masthead, at most."""
_DAY = rf"\d{{1,2}}\s*(?:{MONTHS})\s*\d{{4}}"
_HAN_DAY = r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
_AGENDA, _SESSION = (next(form.pattern for known, form in FIELDS if known == name) for name in ("agenda", "session"))
_SYMBOL = r"(?<![A-Za-z/.(（\d])[A-Z]{1,8}(?:\(\d{1,3}\))?(?:[/.][A-Z\d][A-Za-z\d.-]*){1,7}(?:\s?\(\d{4}\))?\*{0,2}"
# Each is a line of its own; what ends a line only, or begins one only, has a name.
_FIELD = re.compile(
    r"[\[［〔【][^\]］〕】]{0,80}(?:通过|通過)\s?[\]］〕】]"
    rf"|{_HAN_DAY}\s?(?:[\u3400-\u9fff]{{0,10}}(?:决议|決議)|[^，。\s]{{0,16}}(?:通过|通過)(?:的决议)?)(?=\s|[\[［])"
    rf"|Distr\.?\s*[:：]?\s*(?:General|Limited|Restricted|Provisional|普遍|有限|一般)?(?:\s*(?:{_DAY}|{_HAN_DAY}))?"
    rf"|(?:Original|原文|原件)\s*[:：]\s*(?:(?:{ENGLISH_LANGUAGES})(?:(?:/|\sand\s)(?:{ENGLISH_LANGUAGES}))*|[\u4e00-\u9fff]{{1,4}}文)"
    rf"|(?<![A-Za-z])Chinese(?:\sonly)?(?![a-z])|{_DAY}"
    rf"|{_HAN_DAY}\s?至[^，,。]{{2,16}}日(?:[，,]\s?(?:纽约|日内瓦|维也纳|内罗毕))?"
    rf"|(?:{_SESSION})(?=\s|$|第|(?:暂定|临时)?(?:议程|議程)\s?(?:项目|項目))|{_AGENDA}"
    r"|第[一二三四五六](?:委员会|委員會)(?!的|给)|(?:^|(?<=\s))[\u4e00-\u9fff]{2,24}(?:委员会|委員會)(?=\s)"
    r"|(?P<ends>[:：]\s?\**(?:订正|修订)?(?:决议|決議|决定|決定)(?:订正|修订)?草案\**)"
    r"|(?P<ends_too>(?:秘书长|秘書長|主席|特别报告员|独立专家|高级专员|工作组)的?(?:报告|報告|说明|說明)\**(?=\s)"
    r"|(?:临时|臨時)?(?:逐字|简要|簡要)(?:记录|記錄)(?=\s)|(?:安全理事会|安全理事會)?主席的?(?:声明|聲明)(?=\s))"
    r"|第\s?[一二三四五六七八九十百零〇\d]+\s?次(?:全体|全體|公开)?(?:会议|會議)(?=\s)"
    r"|(?P<begins>(?<![\d/])\d{1,4}/\d{1,4}(?:\s[A-Z])?[.．]\s?(?=[\u3400-\u9fff《]))"
    rf"|^\s*(?:联合国|聯合國)(?=\s|[A-Z])|(?<=\s)大\s?[会會](?=\s)|大会决议|大會決議|{_SYMBOL}"
    r"|^\s*第\s?[\d/]+(?:\s?\(\d{4}\))?\s?号\s?(?:决议|决定)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?<=\s)(?:摘\s?要|内容提要|导\s?言|引\s?言|目\s?录)(?=\s)|(?<=\s)[一1][.．、]\s?(?=[\u3400-\u9fff])"
)
_BREAK = re.compile(r"(?<=[\u3400-\u9fff》）)：:])\s+(?=[\u3400-\u9fff《])")
_SENTENCE = re.compile(r"[。；]")


def head_places(text: str, end: int) -> Iterator[int]:
    """Where the lines of the masthead begin in a text whose first paragraph begins at `end` at the latest."""
    end = min(end, _LONGEST)
    part = _PART.search(text, 0, end)
    sentence = _SENTENCE.search(text, 0, part.start() if part else end)
    limit = sentence.start() if sentence else part.start() if part else end
    fields = [match for match in _FIELD.finditer(text, 0, limit) if match[0].strip()]
    if not fields:
        return
    low = 0
    for field in fields:
        if not field["ends"] and (not field["ends_too"] or text[field.start() - 1 : field.start()].isspace()):
            yield field.start()
        yield from _breaks(text, low, field.start())
        low = field.end()
        if not field["begins"]:
            yield low
    if not sentence:
        yield from _breaks(text, low, limit)
    if part and not sentence:
        yield part.start()
        if not part[0].strip().startswith(("一", "1")):
            yield part.end()


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Where lines between two fields may have begun: at white space between Chinese characters."""
    yield from (match.end() for match in _BREAK.finditer(text, start, end))
