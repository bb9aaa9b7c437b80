"""Finds what is cited: numbers of resolutions and decisions, and document symbols, with their spans.

Owns the surfaces; whose resolution a number is, resolve.py decides. Every expression here has bounded
repetitions only, so that reading time grows with the length of a text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from store.bodies import ORGANS
from store.numbers import BRACKETED, NUMBER, SLASHED, Number, fold, read_number
from store.symbols import Symbol, symbol_pattern

DATE = r"\d{4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
QUOTE = r"(?:“[^“”\n]{0,240}”|\"[^\"\n]{0,240}\"|「[^」\n]{0,240}」|《[^》\n]{0,160}》)"
_COMMA = r"[、,;]"
_AND = r"以及|和|及|与|或|至|到"
_LISTED = rf"(?:\s|{_COMMA}|{_AND}|{DATE}|第|号){{0,9}}"
_PIECE = rf"\s|{_COMMA}|{_AND}|{DATE}|{QUOTE}|题为|的|第"
_LINKED = rf"(?:{_PIECE}){{0,24}}(?:关于[^,。;\n]{{1,120}}的)?(?:{_PIECE}){{0,12}}"


@dataclass(frozen=True, slots=True)
class Surface:
    """A number or symbol as printed: `text[start:end]`."""

    start: int
    end: int
    number: Number | None = None
    """For a number: what it is. Exactly one of `number` and `symbol` is set."""
    symbol: Symbol | None = None
    decision: bool = False
    head: int = 0
    """Start of the phrase: the 第 before the number."""
    tail: int = 0
    """End of the phrase: after 号决议."""
    group: int = 0
    """The same for all numbers of a list that share one 决议."""
    linked: bool = False
    """Follows the number before it with nothing between but what belongs to a list."""
    rubbish: str = ""
    """What a misreading has put at the end of a symbol."""


def find_surfaces(text: str) -> list[Surface]:
    """All numbers and symbols cited in a text, in order; positions count characters of it."""
    if not _trigger().search(text):
        return []
    folded = fold(text)
    symbols = list(_find_symbols(folded))
    taken = [(s.start, s.end) for s in symbols]
    found = symbols + _outside(taken, _find_numbers(folded))
    return sorted(found, key=lambda surface: surface.start)


@cache
def _trigger() -> re.Pattern[str]:
    """Passes over, quickly, the texts that can hold nothing."""
    return re.compile(
        r"[0-9０-９A-ZＡ-Ｚ)）]\s{0,2}[/／⁄∕(（]\s{0,2}[0-9０-９A-ZＡ-Ｚ一二三四五六七八九十]"
        r"|[号號]\s{0,3}[决決]|第\s?[0-9０-９]{1,4}\s?[决決]"
        r"|[〇○零一二三四五六七八九]\s?[(（]\s?[IVXLC一二三四五六七八九十]"
    )


def _outside(taken: list[tuple[int, int]], numbers: list[Surface]) -> list[Surface]:
    """The numbers that stand in no symbol; both lists are in order."""
    kept, spans = [], iter(taken)
    span = next(spans, None)
    for number in numbers:
        while span and span[1] <= number.start:
            span = next(spans, None)
        if span is None or number.end <= span[0]:
            kept.append(number)
    return kept


@cache
def _relative() -> re.Pattern[str]:
    """`A/59/565 和 Corr.1`: a second document named by its last component only."""
    last = r"(?:Add|Corr|Rev)\.\d{1,2}"
    return re.compile(rf"\s?(?:{_AND}|{_COMMA})\s?((?:{last}|Amend\.\d{{1,2}})(?:/{last})?)(?![\d-])")


@cache
def _rubbish() -> re.Pattern[str]:
    return re.compile(r"_{1,2}[A-Za-z0-9]{0,2}|[a-z]{1,2}(?![A-Za-z])")


def _find_symbols(folded: str) -> Iterator[Surface]:
    for found in symbol_pattern().finditer(folded):
        symbol = Symbol.parse(found[0])
        if symbol is None:
            continue
        spoilt = _rubbish().match(folded, found.end())
        yield Surface(
            found.start(),
            found.end(),
            symbol=symbol,
            decision=symbol.is_decision,
            head=found.start(),
            tail=found.end(),
            group=-1,
            rubbish=spoilt[0] if spoilt else "",
        )
        yield from _find_relatives(folded, found.end(), symbol)


def _find_relatives(folded: str, at: int, base: Symbol) -> Iterator[Surface]:
    while found := _relative().match(folded, at):
        kind = found[1].partition(".")[0]
        stem = re.sub(rf"/{kind}\.\d+$", "", base.text)
        symbol = Symbol.parse(f"{stem}/{found[1]}")
        at = found.end()
        if symbol is None:
            return
        yield Surface(found.start(1), at, symbol=symbol, head=found.start(1), tail=at, group=-1)


@dataclass(frozen=True, slots=True)
class _Token:
    """A number in the text that may be a resolution's."""

    start: int
    end: int
    head: int
    tail: int
    number: Number
    ordinal: bool
    """第 stands before it."""
    counted: bool
    """号 stands after it."""
    kind: str
    """决议 or 决定 after it, or nothing."""
    before: str
    """决议 or 决定 before it: 大会决议 64/293."""
    draft: bool

    @property
    def plain(self) -> bool:
        return self.number.shape == "plain"


@cache
def _number_pattern() -> re.Pattern[str]:
    """Dates come first, so that their digits are passed over."""
    return re.compile(
        rf"(?=[\dSE决第零一二三四五六七八九])(?:{DATE}"
        rf"|(?P<before>(?:决议案?|决定)\s{{0,2}}(?={SLASHED}|{BRACKETED}))?(?P<ordinal>第\s{{0,3}})?"
        rf"(?<![\dA-Za-z/.\-])(?P<number>{NUMBER})"
        rf"(?P<counted>\s{{0,3}}号)?(?:\s{{0,3}}(?P<kind>决议|决定)(?P<draft>草案)?)?)"
    )


def _tokens(folded: str) -> Iterator[_Token]:
    for found in _number_pattern().finditer(folded):
        number = read_number(found["number"]) if found["number"] else None
        if number is None:
            continue
        start, end = found.span("number")
        yield _Token(
            start,
            end,
            found.start(),
            found.end(),
            number,
            bool(found["ordinal"]),
            bool(found["counted"]),
            "" if found["draft"] else found["kind"] or "",
            (found["before"] or "")[:2],
            bool(found["draft"]),
        )


def _find_numbers(folded: str) -> list[Surface]:
    surfaces: list[Surface] = []
    for group, chain in enumerate(_chains(folded)):
        for token, kind in _accepted(folded, chain):
            surfaces.append(
                Surface(
                    token.start,
                    token.end,
                    number=token.number,
                    decision=kind == "决定",
                    head=token.head,
                    tail=token.tail,
                    group=group,
                )
            )
    linked = [replace(s, linked=_is_linked(folded, p.tail, s.head)) for p, s in pairwise(surfaces)]
    return surfaces[:1] + linked


def _chains(folded: str) -> Iterator[list[_Token]]:
    """Numbers in lists, each list ending with the number that says 决议 or 决定, or with its last."""
    chain: list[_Token] = []
    for token in _tokens(folded):
        if chain and (chain[-1].kind or not _is_listed(folded, chain[-1].tail, token.head)):
            yield chain
            chain = []
        chain.append(token)
    if chain:
        yield chain


def _accepted(folded: str, chain: list[_Token]) -> list[tuple[_Token, str]]:
    """The numbers of a list that are resolutions or decisions, each with its kind."""
    last = chain[-1]
    if last.kind:
        return [(token, last.kind) for token in _after_first_sign(chain)]
    if last.draft:
        return []
    if kind := chain[0].before:
        return [(token, kind) for token in chain if not token.plain]
    if all(_stands_alone(folded, token) for token in chain):
        return [(token, "决议") for token in chain]
    return []


def _after_first_sign(chain: list[_Token]) -> list[_Token]:
    """The list from the first number that can open it: after 第, or of a shape that only resolutions have."""
    for at, token in enumerate(chain):
        if token.ordinal or not token.plain:
            return chain[at:]
    return []


def _stands_alone(folded: str, token: _Token) -> bool:
    """`第 64/293 号` without 决议: enough when it could be some organ's number and the phrase ends here."""
    closed = folded[token.tail : token.tail + 1] in ("", *",。;、)")
    return token.ordinal and token.counted and not token.plain and closed and any(o.fits(token.number) for o in ORGANS)


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(_LISTED)


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(_LINKED)


def _is_listed(folded: str, start: int, end: int) -> bool:
    between = 0 < end - start <= 60 and not folded[start:end].isspace()
    return between and _listed().fullmatch(folded, start, end) is not None


def _is_linked(folded: str, start: int, end: int) -> bool:
    return end > start and end - start <= 500 and _linked().fullmatch(folded, start, end) is not None
