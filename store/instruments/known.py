"""The table of instruments: who is known by which name, and under which identity.

A declaration's identity is its document's symbol. A treaty has "UNTS 2237, 39574", by volume and number in the Treaty
Series ("LNTS …" for that of the League of Nations), or "TREATY" with its title where these are not known here. A
labour convention has "ILO C29".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from store.instruments.spelling import title_key

Kind = Literal["name", "treaty", "labour"]
"""As `store.document.Form` has it."""

_SHORT = "~"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One line of the table."""

    key: str
    """The identity, as a citation's `symbol` has it."""
    kind: Kind
    titles: tuple[str, ...]
    """The title first, then what else it is called in full."""
    shorts: tuple[str, ...] = ()
    """Names that mean it only inside 《》."""
    date: str | None = None
    """ISO date by which the United Nations cites it; of a labour convention only the year."""
    adopted: str | None = None
    """The symbol of the resolution that adopted or commended it."""

    @property
    def title(self) -> str:
        """What it is called."""
        return self.titles[0]


@cache
def instruments() -> tuple[Instrument, ...]:
    """All of them, in the order of the tables."""
    return (*_declarations(), *_treaties(), *_labour())


@cache
def by_key() -> Mapping[str, Instrument]:
    """Instruments by identity."""
    return {each.key: each for each in instruments()}


@cache
def by_title() -> Mapping[str, Instrument]:
    """Instruments by the key of each title and of each shorter name."""
    named = {title_key(name): each for each in instruments() for name in each.shorts}
    return {**named, **full_titles()}


@cache
def full_titles() -> Mapping[str, Instrument]:
    """Instruments by the key of each title, also with the year before or behind it for labour conventions."""
    found: dict[str, Instrument] = {}
    for each in instruments():
        for title in each.titles:
            key = title_key(title)
            found[key] = each
            if each.kind == "labour" and each.date and each.date not in key:
                found[f"{each.date}年{key}"] = found[f"{key}{each.date}年"] = each
    return found


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [column.strip() for column in line.split("|")]


def _names(columns: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    titles = tuple(name for name in columns if not name.startswith(_SHORT))
    return titles, tuple(name[len(_SHORT) :] for name in columns if name.startswith(_SHORT))


def _declarations() -> Iterator[Instrument]:
    from store.instruments.declarations import DECLARATIONS

    for symbol, date, *names in _rows(DECLARATIONS):
        yield Instrument(symbol, "name", *_names(names), date or None, symbol)


def _treaties() -> Iterator[Instrument]:
    from store.instruments.treaties import TREATIES

    for series, date, adopted, *names in _rows(TREATIES):
        titles, shorts = _names(names)
        yield Instrument(_treaty_key(series, titles[0]), "treaty", titles, shorts, date, adopted or None)


def _treaty_key(series: str, title: str) -> str:
    if series == "-":
        return f"TREATY {title}"
    return f"LNTS {series[1:]}" if series.startswith("L") else f"UNTS {series}"


def _labour() -> Iterator[Instrument]:
    from store.instruments.labour import LABOUR

    for number, year, *names in _rows(LABOUR):
        yield Instrument(f"ILO {number}", "labour", *_names(names), year)
