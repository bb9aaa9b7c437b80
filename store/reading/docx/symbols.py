"""Characters that Word takes from picture fonts, as the characters that they look like."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        map(ord, "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw"),
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
) | {
    0x2A: "*",
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xC7: "∩",
    0xC8: "∪",
    0xCE: "∈",
    0xD0: "∠",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xD6: "√",
    0xD7: "·",
    0xE5: "∑",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x9F: "•",
    0xF0: "⇨",
    **{0x81 + turn: chr(0x2460 + turn) for turn in range(9)},
    **{0x8C + turn: chr(0x2776 + turn) for turn in range(9)},
}
_UNKNOWN = "□"
_PRIVATE = range(0xF000, 0xF100)


def symbol(code: str, font: str) -> str:
    """The character that a symbol shows, by its hexadecimal code and its font."""
    try:
        value = int(code, 16)
    except ValueError:
        return _UNKNOWN
    name = font.lower()
    if name.startswith("wingdings"):
        return _WINGDINGS.get(value & 0xFF, _UNKNOWN)
    if name == "symbol":
        return _SYMBOL.get(value & 0xFF) or _plain(value)
    return _plain(value)


def _plain(value: int) -> str:
    """A character whose font says nothing; those in the private area stand for the ASCII ones below."""
    low = value - _PRIVATE.start if value in _PRIVATE else value
    shown = chr(low) if 0x20 <= low < 0xD800 or 0xE000 <= low < 0x110000 else _UNKNOWN
    return shown if shown.isprintable() else _UNKNOWN


def bullet(text: str) -> str:
    """The sign before a line of a list, whose font is seldom there: a dash where it is one, else a dot."""
    sign = text.strip()
    return sign if sign in ("–", "—", "-") else "•" if sign else ""
