"""Which report a resolution asked for: only where the report itself says so.

本报告系根据大会第72/195号决议编写, or 请秘书长提交关于第72/195号决议执行情况的报告 at its beginning. A report of an
earlier session than the resolution's, or of another organ, contradicts that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from store.document import Confidence
from store.library.entry import Entry
from store.library.families.kin import Kin, Reason
from store.library.families.queries import Early
from store.library.families.terms import Term, term_of_draft, term_of_symbol

REPORT = "report"
_LATEST = 8
"""Sessions or years after a resolution in which a report on it is still believed."""


def asked_for(entry: Entry, early: Iterable[Early]) -> tuple[Kin, ...]:
    """The resolutions that asked for a report, by what it says at its beginning; which the library holds as `entry`."""
    if entry.kind != REPORT:
        return ()
    found: dict[str, Kin] = {}
    for mention in early:
        confidence = _says(mention)
        if confidence is None or _contradicts(entry, term_of_symbol(mention.symbol, mention.date)):
            continue
        if mention.symbol not in found or confidence == "sure":
            year = term_of_symbol(mention.symbol, mention.date).year
            reason = Reason("says", mention.sentence)
            found[mention.symbol] = Kin("mandate", mention.symbol, None, None, year, confidence, (reason,))
    sure = [each for each in found.values() if each.confidence == "sure"]
    return tuple(sure or found.values())


def may_ask(mention: Early) -> bool:
    """Whether the sentence of a citation says that what it cites asked for a report."""
    return _says(mention) is not None


def _says(mention: Early) -> Confidence | None:
    """How surely a sentence says that the report comes of the resolution it cites."""
    if "/RES/" not in mention.symbol.upper() and "RES." not in mention.symbol.upper():
        return None
    if mention.treatment == "accord" and _written().search(mention.sentence):
        return "sure"
    return "likely" if mention.treatment in ("request", "recount") and _asked().search(mention.sentence) else None


def _contradicts(entry: Entry, resolution: Term) -> bool:
    report = term_of_draft(entry.symbol, entry.body, entry.committee, entry.session, entry.date)
    if report.organ and resolution.organ and report.organ != resolution.organ:
        return True
    for one, other in ((report.session, resolution.session), (report.year, resolution.year)):
        if one is not None and other is not None and not 0 <= one - other <= _LATEST:
            return True
    return False


@cache
def _written() -> re.Pattern[str]:
    """本报告系根据."""
    return re.compile(
        r"(?:本|这份|此)\s?(?:报告|报告書|報告|说明|說明|文件)[^。；]{0,40}?(?:根据|根據|依照|按照|遵照|依据|依據|遵循|应|按|系|为|為)"
    )


@cache
def _asked() -> re.Pattern[str]:
    """提交关于…执行情况的报告."""
    return re.compile(
        r"(?:提交|提出|编写|編寫)[^。；]{0,40}?(?:执行|執行|实施|實施|落实|落實)[^。；]{0,12}?(?:的|情况|情況)[^。；]{0,8}?(?:报告|報告)"
    )
