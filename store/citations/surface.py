"""A number or symbol where it is printed, and the pieces of text that stand between several."""

from __future__ import annotations

from dataclasses import dataclass

from store.numbers import Number
from store.symbols import Symbol

_HAN_DATE = (
    r"[一二][零九][零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?"
)
DATE = rf"(?:\d{{4}}\s?年(?:\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?)?|{_HAN_DATE})"
QUOTE = r"(?:“[^“”\n]{0,240}”|\"[^\"\n]{0,240}\"|「[^」\n]{0,240}」|《[^》\n]{0,160}》)"
COMMA = r"[、,;]"
AND = r"以及|和|及|与|或|至|到|and\b|or\b|to\b|through\b"


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
    named_after: bool = False
    """The organ's name stands between 号 and 决议, at the tail: 第1325(2000)号安理会决议."""
    misread: bool = False
    """Printed with letters in the place of figures, or torn apart, and mended."""
