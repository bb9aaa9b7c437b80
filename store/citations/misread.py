"""Figures that a scanner took for letters, in numbers and symbols: `7O/1`, `A/RES/70/l`.

Only where nothing but a figure can stand. Each letter is replaced by one figure, so that positions stay true; whoever
finds a citation over a mended place says so with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from store.citations.surface import Surface
from store.document import Doubt

_FIGURES = {"O": "0", "o": "0", "l": "1", "I": "1"}


@cache
def _letter() -> re.Pattern[str]:
    """O and l between figures, before or after a slash, after 第; I only where no Roman numeral can be meant."""
    return re.compile(
        r"(?=[OolI])(?:(?<=\d)[Oo](?=[\d/])"
        r"|(?<=\d)[lI](?=[\d/])"
        r"|(?<=[\d/])[lI](?=\d)"
        r"|(?:(?<=第)|(?<=第\s))[lI](?=\d)"
        r"|(?<=\d/)l(?![A-Za-z\d./\-])"
        r"|(?<=\d/)I(?=\s?号)"
        r"|(?<=[A-Za-z]\.)l(?![A-Za-z]))"
    )


def mend(folded: str) -> str:
    """The text with such letters replaced, one for one."""
    return _letter().sub(lambda found: _FIGURES[found[0]], folded)


def untold(doubts: Iterable[Doubt], surfaces: Mapping[str, Sequence[Surface]]) -> list[Doubt]:
    """Doubts of reading without those of misread figures that a doubt about the whole citation will tell.

    Args:
        surfaces: what each block or footnote cites, by its id.
    """
    spans = {place: [(s.start, s.end) for s in those if s.misread] for place, those in surfaces.items()}
    return [
        doubt
        for doubt in doubts
        if doubt.kind != "misread-number"
        or not any(start <= doubt.at < end for start, end in spans.get(doubt.block or "", ()))
    ]


def doubt_about(block: str, surface: Surface, printed: str) -> Doubt | None:
    """The doubt that a surface was misread; None for one that stands as it was printed.

    Args:
        block: the id of the block or footnote that holds it.
        printed: the surface as it stands there.
    """
    if not surface.misread:
        return None
    meant = surface.symbol.text if surface.symbol else surface.number.text if surface.number else printed
    return Doubt(block, surface.start, "misread-symbol", f"“{printed}”疑为“{meant}”的误识，请核对。")
