"""A colour for each tag, made of the theme's own ink so that all are equally calm and legible."""

from __future__ import annotations

from zlib import crc32

from rich.style import Style
from textual.color import Color

COUNT = 6
"""Colours that tags share. A tag says its name as well, so two of one colour do no harm."""

_TURNS = 12
_APART = 1 / 11
LEGIBLE = 4.5
"""Contrast of text with its ground that WCAG asks for."""
_LIGHTER = 0.1
_HUES = {"red": 0.0, "orange": 0.08, "yellow": 0.14, "green": 0.36, "cyan": 0.5, "blue": 0.6, "violet": 0.78}
_STAIN, _STAIN_ON_LIGHT = 0.25, 0.16
"""How much of a colour is in the ground of words that bear it; on light paper its shades are darker."""
_SATURATION, _CALM = 0.28, 0.8
"""The palest a colour may be, and how much paler than the theme's ink the others are."""


def tag_inks(ink: Style, link: Style, paper: Style) -> tuple[Style, ...]:
    """The ink of tags turned round the circle of colours, leaving out what would look like a link."""
    if ink.color is None or link.color is None or paper.bgcolor is None:
        return (ink,) * COUNT
    colour, accent, ground = (Color.from_rich_color(each) for each in (ink.color, link.color, paper.bgcolor))
    first = colour.hsl
    chosen = _hues(first.h, accent.hsl.h)
    saturation = max(_SATURATION, first.s * _CALM)
    return tuple(ink + _style(_legible(Color.from_hsl(hue, saturation, first.l), ground)) for hue in chosen)


def named_inks(ink: Style, paper: Style) -> dict[str, Style]:
    """The colours that users choose by name: the ink of tags in these hues."""
    if ink.color is None or paper.bgcolor is None:
        return {}
    colour, ground = Color.from_rich_color(ink.color).hsl, Color.from_rich_color(paper.bgcolor)
    saturation = max(_SATURATION, colour.s * _CALM)
    shades = {name: Color.from_hsl(hue, saturation, colour.l) for name, hue in _HUES.items()}
    shades["grey"] = Color.from_hsl(0, 0, colour.l)
    return {name: ink + _style(_legible(shade, ground)) for name, shade in shades.items()}


def stained(ink: Style, paper: Style, few: bool) -> Style:
    """How words are shown that bear something in a colour: on a quiet ground of it, or underlined."""
    if few or ink.color is None or paper.bgcolor is None:
        return Style(color=ink.color, underline=True)
    ground = Color.from_rich_color(paper.bgcolor)
    share = _STAIN if ground.brightness < 0.5 else _STAIN_ON_LIGHT
    return Style(bgcolor=ground.blend(Color.from_rich_color(ink.color), share).rich_color)


def ink_number(tag: str) -> int:
    """Which of the colours a tag has: always the same for the same name."""
    return crc32(tag.encode("utf-8", "surrogatepass")) % COUNT


def contrast(one: Color, other: Color) -> float:
    """How well one colour is told from another, 1 to 21, as WCAG counts it."""
    dark, light = sorted(_luminance(each) for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _hues(first: float, away: float) -> list[float]:
    """Hues from a first one on, evenly round the circle, none of them beside the one to stay away from."""
    circle = [(first + turn / _TURNS) % 1 for turn in range(_TURNS)]
    kept = [hue for hue in circle if min((hue - away) % 1, (away - hue) % 1) >= _APART]
    return [kept[turn * len(kept) // COUNT] for turn in range(COUNT)]


def _style(colour: Color) -> Style:
    return Style(color=colour.rich_color)


def _legible(colour: Color, ground: Color) -> Color:
    far = Color(255, 255, 255) if ground.brightness < 0.5 else Color(0, 0, 0)
    for step in range(10):
        shown = colour.blend(far, step * _LIGHTER)
        if contrast(shown, ground) >= LEGIBLE:
            return shown
    return far
