"""All bodies in one table, and what one asks of it by key, by symbol and by number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from store.bodies import commissions, parties, principal, programmes, regional, unnumbered
from store.bodies.organ import Organ
from store.numbers import Number

ORGANS: tuple[Organ, ...] = (
    principal.ASSEMBLY,
    principal.SECURITY_COUNCIL,
    principal.ECONOMIC_AND_SOCIAL_COUNCIL,
    principal.HUMAN_RIGHTS_COUNCIL,
    commissions.CRIME,
    parties.ORGANIZED_CRIME,
    parties.CORRUPTION,
    commissions.DRUGS,
    commissions.WOMEN,
    commissions.HUMAN_RIGHTS,
    programmes.ENVIRONMENT_ASSEMBLY,
    programmes.HABITAT_ASSEMBLY,
    parties.BIODIVERSITY,
    parties.CLIMATE,
    parties.DESERTIFICATION,
    commissions.POPULATION,
    commissions.SOCIAL_DEVELOPMENT,
    commissions.STATISTICS,
    commissions.SUSTAINABLE_DEVELOPMENT,
    commissions.FORESTS,
    commissions.SUBCOMMISSION,
    regional.ASIA_AND_PACIFIC,
    regional.AFRICA,
    regional.LATIN_AMERICA,
    regional.WESTERN_ASIA,
    programmes.ENVIRONMENT_COUNCIL,
    programmes.HABITAT_COUNCIL,
    programmes.SETTLEMENTS,
    programmes.DEVELOPMENT_BOARD,
    programmes.CHILDREN_BOARD,
    programmes.WOMEN_BOARD,
    programmes.TRADE_CONFERENCE,
    programmes.TRADE_BOARD,
    programmes.INDUSTRY_CONFERENCE,
    programmes.INDUSTRY_BOARD,
    principal.TRUSTEESHIP_COUNCIL,
)
"""Those that number, likeliest first: the order in which readings of a bare number are offered."""

BODIES: tuple[Organ, ...] = (*ORGANS, *commissions.UNNUMBERED, *regional.UNNUMBERED, *unnumbered.UNNUMBERED)
"""All, also those whose decisions have no numbers of their own."""


@cache
def organs_by_key() -> Mapping[str, Organ]:
    """Those that number, by key."""
    return {organ.key: organ for organ in ORGANS}


_LONGEST = 60
"""Characters of a key, at most."""


def organ_of(symbol: str) -> Organ | None:
    """The organ that numbers under whose prefix a symbol stands: `A/HRC/44/3` is the Human Rights Council's."""
    return _under(symbol, _numbering())


def body_of(symbol: str) -> Organ | None:
    """The body under whose prefix a symbol stands, be it one that numbers nothing: `A/C.3/80/L.4`, `CCPR/C/GC/35`."""
    return _under(symbol, _all())


def owner_by_shape(number: Number) -> str | None:
    """The key of the one body that numbers in this shape, whoever is named beside it: 1/CP.21."""
    owners = [o.key for o in ORGANS if o.accepts(number)] if number.shape in ("CP", "COP") else []
    return owners[0] if len(owners) == 1 else None


def _under(symbol: str, bodies: Mapping[str, Organ]) -> Organ | None:
    """The body whose key is the longest beginning of the symbol that ends before a stroke or a stop."""
    upper = symbol[: _LONGEST + 1].upper()
    ends = [found.start() for found in re.finditer(r"[/.]|$", upper)]
    return next((bodies[upper[:end]] for end in reversed(ends) if upper[:end] in bodies), None)


@cache
def _numbering() -> Mapping[str, Organ]:
    return {organ.key.upper(): organ for organ in ORGANS}


@cache
def _all() -> Mapping[str, Organ]:
    return {body.key.upper(): body for body in BODIES}


def organs_for(number: Number, *, decision: bool = False) -> tuple[Organ, ...]:
    """The organs that could own a bare number, likeliest first."""
    return tuple(o for o in ORGANS if not o.named_only and o.fits(number, decision=decision))
