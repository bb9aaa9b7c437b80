"""Finds document symbols, also those of which only the last component is printed: `A/59/565 和 Corr.1 和 2`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import unquote

from store.citations.surface import AND, COMMA, Surface
from store.symbol_grammar import symbol_pattern
from store.symbols import Symbol

_ENDINGS = ("Add", "Corr", "Rev", "Amend")
"""What may follow any symbol."""


def find_symbols(folded: str) -> list[Surface]:
    """All symbols of a folded text, in order."""
    found = list(_plain(folded))
    if "%2" in folded:
        found += _decoded(folded, _escaped(), unquote)
    if " / " in folded:
        found += _decoded(folded, _torn(), lambda text: "".join(text.split()), misread=True)
        found = _apart(sorted(found, key=lambda surface: surface.start))
    return sorted(found, key=lambda surface: surface.start)


def _apart(found: list[Surface]) -> list[Surface]:
    """Surfaces in order without those that begin within the one before."""
    kept: list[Surface] = []
    for surface in found:
        if not kept or surface.start >= kept[-1].end:
            kept.append(surface)
    return kept


def _plain(folded: str) -> Iterator[Surface]:
    for found in symbol_pattern().finditer(folded):
        symbol = Symbol.parse(found[0])
        if symbol is None:
            continue
        spoilt = _rubbish().match(folded, found.end())
        yield _surface(found.start(), found.end(), symbol, rubbish=spoilt[0] if spoilt else "")
        yield from _relatives(folded, found.end(), symbol)


def _surface(start: int, end: int, symbol: Symbol, *, rubbish: str = "", misread: bool = False) -> Surface:
    return Surface(
        start,
        end,
        symbol=symbol,
        decision=symbol.is_decision,
        head=start,
        tail=end,
        group=-1,
        rubbish=rubbish,
        misread=misread,
    )


@cache
def _rubbish() -> re.Pattern[str]:
    return re.compile(r"_{1,2}[A-Za-z0-9]{0,2}|[a-z]{1,2}(?![A-Za-z])")


@cache
def _relative() -> re.Pattern[str]:
    """`A/59/565 和 Corr.1`: a second document named by its last component only."""
    last = r"(?:Add|Corr|Rev|Amend|L|CRP|WP|SR|PV)\.\d{1,4}"
    return re.compile(rf"\s?(?:{AND}|{COMMA})\s?({last}(?:-\d{{1,2}})?(?:/{last})?)(?![\d-])")


@cache
def _next() -> re.Pattern[str]:
    """The 2 of `Corr.1 和 2`: a figure alone, after which its list or its sentence ends."""
    return re.compile(rf"\s?(?:{AND}|{COMMA})\s?(\d{{1,2}})(?=\s?(?:[,。;、)》]|和|及|与|$))")


def _relatives(folded: str, at: int, base: Symbol) -> Iterator[Surface]:
    kind = ""
    while found := _relative().match(folded, at) or (_next().match(folded, at) if kind else None):
        component = f"{kind}.{found[1]}" if found[1].isdecimal() else found[1]
        kind = component.partition(".")[0]
        symbol = _beside(base, kind, component)
        at = found.end()
        if symbol is None:
            return
        yield _surface(found.start(1), at, symbol)


def _beside(base: Symbol, kind: str, component: str) -> Symbol | None:
    """The document that differs from another by its last component, or by the one of the same kind: L.4 and L.5."""
    if kind in _ENDINGS:
        return Symbol.parse(re.sub(rf"/{kind}\.\d+(?:-\d+)?$", "", base.text) + f"/{component}")
    stem, slash, _ = base.text.rpartition(f"/{kind}.")
    return Symbol.parse(f"{stem}/{component}") if slash else None


@cache
def _escaped() -> re.Pattern[str]:
    """In an address: `A%2FRES%2F70%2F1`."""
    return re.compile(r"(?<![A-Za-z0-9/.%])[A-Z]{1,10}(?:%2[Ff](?:[A-Za-z0-9.()\-]|%20|%28|%29){1,24}){1,8}")


@cache
def _torn() -> re.Pattern[str]:
    """With a space after each character: `A / 7 9 / 3 2 2`."""
    return re.compile(r"(?<![A-Za-z0-9/])[A-Z](?:\s[A-Z]){0,5}(?:\s/(?:\s[A-Z0-9.]){1,10}){2,8}(?![A-Za-z0-9])")


def _decoded(
    folded: str, pattern: re.Pattern[str], decode: Callable[[str], str], *, misread: bool = False
) -> Iterator[Surface]:
    for found in pattern.finditer(folded):
        if symbol := Symbol.parse(decode(found[0])):
            yield _surface(found.start(), found.end(), symbol, misread=misread)
