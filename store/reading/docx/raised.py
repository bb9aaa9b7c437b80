"""Raised and lowered runs in plain characters: signs of notes so that they are seen, powers so that they are not."""

from __future__ import annotations

import re

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_LETTERS = dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
_RAISE = str.maketrans({**{str(value): sign for value, sign in enumerate(_DIGITS)}, **_LETTERS})
_LOWER = str.maketrans({str(value): sign for value, sign in enumerate(_LOWERED)})
_NUMBERS = re.compile(r"[0-9]{1,3}(?:\s?[,，、]?\s?[0-9]{1,3})*")
_STARS = re.compile(r"\*{1,3}|[†‡]")
_POWER = re.compile(r"(?:^|[^0-9.,])(?:10|2)$")
_SIGNED = re.compile(r"[-−–+][0-9]{1,3}")
_WORD = re.compile(r"[A-Za-z]{4,}$")


def sign_of(label: str) -> str:
    """A footnote's label as the sign that is printed in the text."""
    return label.translate(_RAISE) if label.isascii() else label


def raised(text: str, before: str) -> tuple[str, bool]:
    """A superscript run as text, and whether it surely calls a note.

    Args:
        text: what stands raised.
        before: the text before it.
    """
    core = text.strip()
    if _STARS.fullmatch(core):
        return text, True
    if _SIGNED.fullmatch(core):
        return f"^{core}", False
    if _NUMBERS.fullmatch(core):
        if _POWER.search(before):
            return f"^{core}", False
        return text.translate(_RAISE), core.isdecimal() and _WORD.search(before) is not None
    return (text.translate(_RAISE) if core in _LETTERS else text), False


def lowered(text: str) -> str:
    """A subscript run as text: the 2 of CO₂."""
    return text.translate(_LOWER) if text.strip().isdecimal() and text.isascii() else text
