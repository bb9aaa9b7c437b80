"""UN document symbols: every written form to one canonical form, and how the UN cites it.

Owns `Symbol`; the shape of symbols in text is symbol_grammar's. Which organ a bare number belongs to is a choice that
`candidates` only lists; a sentence decides it in `citations`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from store.bodies import (
    ORGANS,
    Organ,
    is_decision_number,
    organ_of,
    organs_by_key,
    organs_by_name,
    organs_for,
)
from store.numbers import NUMBER, Number, fold, read_number
from store.symbol_grammar import symbol_pattern

Form = Literal["resolution", "decision", "document"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document's identity. Two are equal when their canonical text is."""

    text: str
    """Canonical form: "A/RES/64/293", "S/RES/2388(2017)", "A/73/12(Part I)"."""
    organ: str | None = field(default=None, compare=False)
    """Key of the organ under whose prefix it stands, None when the table has no such organ."""
    form: Form = field(default="document", compare=False)
    number: str | None = field(default=None, compare=False)
    """A resolution's or decision's number: "64/293"."""

    def __str__(self) -> str:
        return self.text

    @property
    def is_resolution(self) -> bool:
        """Whether it is a resolution's own symbol."""
        return self.form == "resolution"

    @property
    def is_decision(self) -> bool:
        """Whether it is a decision's own symbol."""
        return self.form == "decision"

    @property
    def display(self) -> str:
        """As the UN cites it in Chinese: 大会第64/293号决议; a plain document as its symbol."""
        organ = organs_by_key().get(self.organ or "")
        if organ is None or self.number is None:
            return self.text
        return f"{organ.chinese}第{self.number}号{'决定' if self.is_decision else '决议'}"

    @property
    def display_en(self) -> str:
        """As the UN cites it in English: Security Council resolution 2388 (2017)."""
        organ = organs_by_key().get(self.organ or "")
        if organ is None or self.number is None:
            return self.text
        return f"{organ.english} {self.form} {self.number.replace('(', ' (')}"

    @property
    def address(self) -> str:
        """Where the United Nations publishes it in Chinese."""
        return f"https://undocs.org/zh/{self.text.replace(' ', '%20')}"

    @staticmethod
    def parse(text: str) -> Symbol | None:
        """The one document that the whole text names: a symbol in any case and width, a link, an organ with a number.

        None for anything else, also for a bare number that several organs could own (see `candidates`).
        """
        if symbol := _read_symbol(_out_of_link(text)):
            return symbol
        written = _read_written(text)
        readings = _readings(written) if written and written.names_an_organ else ()
        return readings[0] if len(readings) == 1 else None


def of_number(organ_key: str, number: str, *, decision: bool = False) -> Symbol:
    """The symbol of a resolution or decision by its organ's key and its number in any written form.

    Raises KeyError for an organ that is not in the table and ValueError for what is no number.
    """
    organ = organs_by_key()[organ_key]
    read = read_number(number)
    if read is None:
        raise ValueError(f"“{number}”不是决议或决定的编号")
    return _of(organ, read, decision=decision)


def candidates(text: str) -> tuple[Symbol, ...]:
    """Every reading of a bare number or any other written form, likeliest first; empty when it is neither."""
    if symbol := Symbol.parse(text):
        return (symbol,)
    written = _read_written(text)
    return _readings(written) if written else ()


def _of(organ: Organ, number: Number, *, decision: bool) -> Symbol:
    form: Form = "decision" if decision else "resolution"
    if organ.dotted and number.shape == "session":
        text = f"{organ.key}.{number.session}/{'Dec' if decision else 'Res'}.{number.item}"
    else:
        text = f"{organ.key}/{'DEC' if decision else 'RES'}/{number.text}"
    return Symbol(text, organ.key, form, number.text)


_LATIN_NAMES: Mapping[str, str] = {
    "a": "A",
    "ga": "A",
    "unga": "A",
    "s": "S",
    "sc": "S",
    "unsc": "S",
    "e": "E",
    "ecosoc": "E",
    "hrc": "A/HRC",
    "ccpcj": "E/CN.15",
    "cnd": "E/CN.7",
    "csw": "E/CN.6",
    "unea": "UNEP/EA",
    "cop": "CTOC/COP",
    "ctoc": "CTOC/COP",
    "cosp": "CAC/COSP",
    "cbd": "CBD/COP",
}
"""Short Latin names that people type before a number: s2388, hrc 44/4."""


@cache
def _written_pattern() -> re.Pattern[str]:
    kinds = r"决议|决定|resolutions?|decisions?|res\.?|dec\.?"
    return re.compile(
        rf"\s*(?P<organ>\D{{0,120}}?)\s*(?P<before>{kinds})?\s*(?:第|no\.?|nos\.?)?\s*"
        rf"(?P<number>{NUMBER})\s*(?:号)?\s*(?P<after>{kinds})?[\s。.,;]*",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """A number as people write it, taken apart."""

    organs: tuple[Organ, ...] | None
    """Those named; None when none is."""
    number: Number
    decision: bool

    @property
    def names_an_organ(self) -> bool:
        """By a name, or by a year in brackets, which only the Council writes."""
        return self.organs is not None or self.number.shape == "council"


def _read_written(text: str) -> _Written | None:
    found = _written_pattern().fullmatch(fold(text)[:200])
    number = read_number(found["number"]) if found else None
    if found is None or number is None:
        return None
    name = re.sub(r"[\s《》的]", "", found["organ"])
    organs = _organs_called(name) if name else None
    if organs == ():
        return None
    kind = (found["after"] or found["before"] or "").lower()
    return _Written(organs, number, kind.startswith(("决定", "dec")))


def _organs_called(name: str) -> tuple[Organ, ...]:
    if organs := organs_by_name().get(name):
        return organs
    latin = name.lower()
    if key := _LATIN_NAMES.get(latin):
        return (organs_by_key()[key],)
    return tuple(o for o in ORGANS if re.sub(r"\s", "", o.english).lower() == latin)


def _readings(written: _Written) -> tuple[Symbol, ...]:
    number, decision = written.number, written.decision
    if written.organs is None:
        organs = organs_for(number, decision=decision)
    else:
        organs = tuple(o for o in written.organs if o.accepts(number))
        if len(organs) > 1:
            organs = tuple(o for o in organs if o.fits(number, decision=decision))
    return tuple(_of(o, number, decision=decision or is_decision_number(o, number)) for o in organs)


_CAPITALIZED = {word.upper(): word for word in ("Add", "Rev", "Corr", "Amend", "Sub", "OzL", "Pro", "Conv")}
"""Words of a symbol that are not all capitals. `Res` and `Dec` are, unless a session with a dot stands before them."""


def _out_of_link(text: str) -> str:
    """The symbol in a link address to a document of the United Nations, else the text unchanged."""
    if "undocs.org" not in text and "un.org" not in text:
        return text
    from urllib.parse import unquote

    address = unquote(text.strip())
    if asked := re.search(r"[?&](?:symbol|DS|s)=([^&]{1,80})", address, re.IGNORECASE):
        return asked[1].lstrip("/")
    path = re.sub(r"^.{0,60}?(?:undocs|un)\.org/", "", address)
    return re.sub(r"^(?:[a-z]{2}|symbol)/", "", path.partition("?")[0].partition("#")[0])


def _read_symbol(text: str) -> Symbol | None:
    folded = fold(text).strip().strip("“”\"'()[]<>《》。.,;: \t\n") if len(text) < 200 else ""
    if "/" not in folded or not folded[0].isalpha():
        return None
    written = _with_case(folded + ")" * (folded.count("(") - folded.count(")")))
    found = symbol_pattern().fullmatch(written)
    return _from_canonical(written) if found and _is_document(written) else None


def _with_case(text: str) -> str:
    """Capitals, but for the words which the UN writes otherwise; no space but within a part's name."""
    whole = re.sub(r"[A-Z]+", lambda m: _CAPITALIZED.get(m[0], m[0]), re.sub(r"\s", "", text.upper()))
    whole = re.sub(r"^(?:UN)?(?:G(A)|(S)C)/(?=RES|DEC)", lambda m: f"{m[1] or m[2]}/", whole)
    stem, bracket, part = whole.partition("(")
    stem = re.sub(r"(?<=\d)/(RES|DEC)\.", lambda m: f"/{m[1].capitalize()}.", stem)
    return stem + re.sub(r"^\((PART|SECT|VOL|SUPPL?|RESUMPTION|INTRODUCTION|ANNEX)\.?", _part, bracket + part)


def _part(found: re.Match[str]) -> str:
    word = found[1].capitalize()
    dot = "." if word in ("Sect", "Vol", "Suppl") else ""
    return f"({word}{dot}" + ("" if found.string[found.end() :] == ")" else " ")


_COUNTED_ONLY = ("CD", "TD", "INFCIRC")
"""Series that count their documents through, as the principal organs did: CD/1299."""


def _is_document(symbol: str) -> bool:
    """Whether there is enough of it: `A/79` or `A/C.3` name no document, `A/2929` and `CD/1299` do."""
    head, _, rest = symbol.partition("/")
    if not re.search(r"\d", rest):
        return False
    if "/" in rest:
        return True
    if re.match(r"(?:PV|INF|SR|L|PET|COM|WP|NGO|CRP|Res|Dec)\.\d", rest):
        return True
    return bool(re.match(r"\d{3,5}(?!\d)", rest)) and (len(head) == 1 or head in _COUNTED_ONLY)


def _from_canonical(text: str) -> Symbol:
    organ = organ_of(text)
    if found := re.fullmatch(r"(.+?)/(RES|DEC)/(.+)", text):
        number = read_number(found[3])
        if organ and number and organ.key == found[1]:
            return _of(organ, number, decision=found[2] == "DEC")
        form: Form = "decision" if found[2] == "DEC" else "resolution"
        return Symbol(text, organ.key if organ else None, form if number else "document")
    if found := re.fullmatch(r"(.+?)\.(\d+)/(Res|Dec)\.(\d+)", text):
        number = read_number(f"{found[2]}/{found[4]}")
        if organ and number and organ.dotted and organ.key == found[1]:
            return _of(organ, number, decision=found[3] == "Dec")
    return Symbol(text, organ.key if organ else None)
