"""The shape of UN document symbols in text: series, components, parts and endings.

Every repetition is bounded. Whether what has the shape names a document, `symbols` says.
"""

from __future__ import annotations

import re
from functools import cache

from store.bodies import BODIES
from store.numbers import BRACKETED, OF_PARTIES, SLASHED

_SERIES = (
    "ST HRI CTOC CAC FCCC UNEP HABITAT CLCS NPT CCW BWC APLC CCM CBD SSC TRADE ECLAC CEB ACC PCNICC ICC-ASP ATT"
    " ESCAP INFCIRC GOV CTBT ICCD HSP HS UNCTAD UNODC LOS"
)
"""First components of series symbols, beside those under which the bodies of the table stand."""

_STEM = r"\d{1,6}(?:-\d{1,4}|-P(?![A-Za-z/]))?(?:[A-Z](?![A-Za-z]))?"
_DOTTED = (
    r"OzL\.(?:Pro|Conv)\.\d{1,3}"
    r"|[A-Z][A-Za-z]{0,9}\.\s?(?:\d{1,5}(?:-(?:\d{1,3}|[A-Z](?![A-Za-z])))?(?:[A-Z](?![A-Za-z]))?|[A-Z]{1,6}(?![a-z]))"
)
_HYPHENED = r"\(\d{4}\)|ES?-\d{1,3}|S-\d{1,3}|[A-Z]{3}-[A-Z]{3}"
_COMPONENT = (
    rf"(?:{_STEM}|{_DOTTED}|{_HYPHENED}|[A-Z]{{2,6}}\d{{1,4}}(?![A-Za-z\d])|[A-Z]{{1,12}}(?![a-z])(?:\(\d{{1,2}}\))?)"
)
_PART = r"(?:\s?\((?:Part|Vol|Sect|Suppl?|Resumption|Introduction|Annex|PART|VOL|SECT|INTRODUCTION)[^()\n]{0,12}\))"
_NUMBERED = rf"(?:RES|DEC|Res|Dec)/\s?(?:{BRACKETED}|{OF_PARTIES}|{SLASHED}|\d{{1,4}}(?![\d/]))"


@cache
def symbol_pattern() -> re.Pattern[str]:
    """Finds document symbols in folded text; ask `Symbol.parse` whether what was found is one."""
    series = {*_SERIES.split(), *(body.key.partition("/")[0] for body in BODIES)} - {"GC", "IDB"}
    # By length, and those of one length in a fixed order: a set has another one in each process.
    heads = "|".join(sorted(map(re.escape, sorted(series)), key=len, reverse=True))
    start = (
        r"(?=[A-Z])(?:(?<![A-Za-z0-9/.])|(?<=undocs\.org/)|(?<=undocs\.org/[a-z][a-z]/)|(?<=docs\.un\.org/[a-z][a-z]/))"
    )
    under = r"(?:/\s?(?:CN|C|AC|CONF|Sub)\.\d{1,3}|/[A-Z]{2,6})"
    return re.compile(
        rf"{start}(?:(?:{heads}|(?:UN)?(?:GA|SC)(?=/RES|/DEC)){under}{{0,2}}/\s?{_NUMBERED}(?:/(?:Add|Corr|Rev)\.\d{{1,2}})?"
        rf"|(?:{heads}|(?:GC|IDB)\.\d{{1,3}})(?:/\s?{_COMPONENT}){{1,9}}{_PART}?(?:/(?:{_DOTTED})){{0,2}})"
    )
