"""Words that the end of a line cut in two are joined again; the hyphen stays, as one that is not seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from store.reading.pdf.typeset import Piece

_CUT = re.compile(r"(?P<first>[A-Za-z\u00c0-\u017f]*[a-z\u00df-\u017f])[-\u00ad\u2010]$")
_REST = re.compile(r"[a-z\u00df-\u017f]+[,.;:)”’]*")
_COMPOUND = re.compile(r"[A-Za-z\u00c0-\u017f]+[-\u2010][a-z\u00df-\u017f]+")
_STOPS = ",.;:)”’"
_UNSEEN = "\u00ad"


def compounds(lines: Iterable[Piece]) -> set[str]:
    """The words of a document that are printed with a hyphen inside a line."""
    hyphened = (line.text for line in lines if "-" in line.text or "\u2010" in line.text)
    return {match[0].lower().replace("\u2010", "-") for text in hyphened for match in _COMPOUND.finditer(text)}


def join_words(lines: list[Piece], known: set[str]) -> list[Piece]:
    """The lines, each word whole that stood on two."""
    joined: list[Piece] = []
    for line in lines:
        cut = _CUT.search(joined[-1].text) if joined and not joined[-1].row and not line.row else None
        rest = _REST.match(line.text) if cut else None
        if cut is None or rest is None:
            joined.append(line)
            continue
        above = joined[-1]
        word = f"{cut['first']}-{rest[0].rstrip(_STOPS)}"
        hyphen = above.text[-1] if word.lower() in known else _UNSEEN
        joined[-1] = replace(above, text=above.text[:-1] + hyphen + rest[0])
        left = line.text[rest.end() :]
        taken = len(line.text) - len(left.lstrip())
        spots = tuple(spot.moved(-taken)._replace(start=max(0, spot.start - taken)) for spot in line.spots)
        spots = tuple(spot for spot in spots if spot.end > spot.start)
        if left.strip():
            joined.append(replace(line, text=left.lstrip(), spots=spots))
    return joined
