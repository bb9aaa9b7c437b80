"""Which share of documents printed in dresses drawn at random is read back as they are, and what the others lose.

Run: python bench/dresses.py [dresses] [document]
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import zip_longest
from pathlib import Path

_ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(_ROOT), str(_ROOT / "tests")]

from drawn import described, draw, fitting, in_traditional, understood  # noqa: E402
from dress import Dress, dressed  # noqa: E402

from store.document import Document  # noqa: E402

_SEED = 20251124
_SHOWN = 60
_PLAIN = Dress()
_NUMBER = re.compile(r"(?<==)\d+")


def documents(name: str = "") -> Iterator[tuple[str, Document]]:
    """The bundled documents and those of the tests, each also in traditional characters."""
    for path in (*sorted((_ROOT / "seeds").glob("*.txt")), *sorted((_ROOT / "tests" / "data" / "layouts").glob("*"))):
        if name in path.name:
            document = understood(path.read_bytes())
            yield path.name[:12], document
            yield path.name[:12] + " 繁", in_traditional(document)


def first_difference(document: Document, again: Document) -> tuple[str, str] | None:
    """What is lost first, and what was read instead; None when nothing is."""
    for wanted, got in zip_longest(described(document), described(again)):
        if wanted != got:
            return _told(wanted, got)
    return None


def _told(wanted: tuple[object, ...] | None, got: tuple[object, ...] | None) -> tuple[str, str]:
    one, other = str(wanted), str(got)
    same = next((at for at in range(min(len(one), len(other))) if one[at] != other[at]), min(len(one), len(other)))
    start = max(0, same - 20)
    return one[start : start + _SHOWN], other[start : start + _SHOWN]


def simplest(document: Document, dress: Dress) -> Dress:
    """The dress without all that could be left off and the document still be misread."""
    for field in fields(Dress):
        plainer = fitting(replace(dress, **{field.name: getattr(_PLAIN, field.name)}), document)
        if plainer != dress and first_difference(document, understood(dressed(document, plainer).encode())):
            dress = plainer
    return dress


def spoken(dress: Dress) -> str:
    """What of a dress is not plain."""
    told = ((field.name, getattr(dress, field.name)) for field in fields(Dress))
    return " ".join(f"{name}={value!r}" for name, value in told if value != getattr(_PLAIN, name))


def main(count: int, name: str = "") -> None:
    """Print the share and each kind of failure."""
    chance = random.Random(_SEED)
    known = list(documents(name))
    right = 0
    failures: dict[str, list[tuple[str, str, str, Dress]]] = {}
    for turn in range(count):
        who, document = known[turn % len(known)]
        dress = fitting(draw(chance.choice), document)
        if first_difference(document, understood(dressed(document, dress).encode())) is None:
            right += 1
            continue
        dress = simplest(document, dress)
        lost = first_difference(document, understood(dressed(document, dress).encode()))
        assert lost is not None
        failures.setdefault(_NUMBER.sub("…", spoken(dress)), []).append((who, *lost, dress))
    print(f"{right} of {count} dresses are read as the document itself: {100 * right / max(1, count):.1f} %")
    for dress_words, found in sorted(failures.items(), key=lambda each: -len(each[1])):
        who, wanted, got, dress = found[0]
        wearers = len({each[0] for each in found})
        print(f"\n{len(found)} × {dress_words}, of {wearers} documents\n    {who}: {spoken(dress)}")
        print(f"    …{wanted}\n    …{got}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, *sys.argv[2:3])
