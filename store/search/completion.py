"""Names that go on as somebody types: those that begin so, then those that hold it, then those with its initials.

Asks for the table of pinyin, which takes some 50 ms the first time: call `pinyin.warm` in a worker first.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.library.folding import fold
from store.search.pinyin import encode, expression, is_initials


def completed(names: Iterable[str], typed: str) -> list[str]:
    """The names that a text may be the beginning of, best first; of equals in their order. All for no text.

    Args:
        names: For instance tags; a part after / is the beginning of a name too.
        typed: The text: part of a name, or the initials of its pinyin.
    """
    wanted = fold(typed)
    ranked = [(rank, turn, name) for turn, name in enumerate(names) if (rank := _rank(name, wanted)) is not None]
    return [name for _rank_, _turn, name in sorted(ranked)]


def _rank(name: str, wanted: str) -> int | None:
    folded = fold(name)
    if folded.startswith(wanted):
        return 0
    if any(part.startswith(wanted) for part in folded.split("/")):
        return 1
    if wanted in folded:
        return 2
    if is_initials(wanted):
        encoded = encode(name)  # first, since an expression knows the characters that were met before it is made
        found = expression(wanted).search(encoded)
        return None if found is None else 3 + (found.start() > 0)
    return None
