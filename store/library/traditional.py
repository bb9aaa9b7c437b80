"""Traditional characters and the simplified ones that stand for the same.

The only module that knows OpenCC, whose first use costs some 20 ms: looking up a number keeps away from it, and what
is typed into a prompt finds it loaded when a worker called `warm` before.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_PAIRS = dict(zip("著瞭註衞衹祇妳藉覆", "着了注卫只只你借复", strict=True))
"""What OpenCC tells apart by the words around it, and UN texts write now so, now so: 著重指出, 着重指出."""


def simplified(character: str) -> str:
    """The one simplified character that a character stands for, most often itself."""
    return _PAIRS.get(character) or _converter().convert(character)


def warm() -> None:
    """Load the table, so that the next question is answered at once."""
    _converter()


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
