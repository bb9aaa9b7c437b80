"""Our themes can be read: contrast as WCAG measures it, in all colours, in 256 and in 16, as Rich sends them."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from tui.themes import CONTRAST, OURS, Depth, Palette, depth_of, palette, themes

TEXT, SMALL, MUTED = 7.0, 4.5, 4.5
"""Least contrast of text, of what can be followed, of what is not text."""


def sent(colour: str, depth: Depth) -> tuple[int, int, int]:
    """What the terminal shows."""
    systems = {"full": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT, "16": ColorSystem.STANDARD}
    return tuple(Color.parse(colour).downgrade(systems[depth]).get_truecolor())


def light(colour: tuple[int, int, int]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colours: Palette, one: str, other: str, depth: Depth) -> float:
    low, high = sorted(light(sent(getattr(colours, name), depth)) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("depth", ["full", "256"])
@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("ground", ["ground", "cursor", "raised", "field"])
def test_text_can_be_read_on_every_ground(name: str, depth: Depth, ground: str) -> None:
    colours = palette(name, depth)
    assert contrast(colours, "ink", ground, depth) >= TEXT
    assert contrast(colours, "muted", ground, depth) >= MUTED
    for ink in ("accent", "second", "error"):
        assert contrast(colours, ink, ground, depth) >= SMALL, ink


@pytest.mark.parametrize("depth", ["full", "256"])
@pytest.mark.parametrize("name", OURS)
def test_the_entry_at_the_cursor_of_a_list_without_a_bar_is_seen_and_read(name: str, depth: Depth) -> None:
    colours = palette(name, depth)
    assert contrast(colours, "chosen", "ground", depth) >= 1.35
    assert contrast(colours, "ink", "chosen", depth) >= TEXT
    assert contrast(colours, "muted", "chosen", depth) >= MUTED


@pytest.mark.parametrize("depth", ["full", "256"])
@pytest.mark.parametrize("name", OURS)
def test_the_cursor_and_what_floats_over_it_are_told_apart(name: str, depth: Depth) -> None:
    colours = palette(name, depth)
    assert contrast(colours, "cursor", "ground", depth) >= 1.2
    assert contrast(colours, "cursor", "raised", depth) >= 1.1


def test_high_contrast_is_higher() -> None:
    colours = palette(CONTRAST)
    for ink in ("ink", "muted", "accent", "second", "error"):
        assert contrast(colours, ink, "ground", "full") >= TEXT, ink
        assert contrast(colours, ink, "cursor", "full") >= TEXT, ink


@pytest.mark.parametrize("name", OURS)
def test_in_16_colours_text_is_black_or_white_and_nothing_vanishes(name: str) -> None:
    colours = palette(name, "16")
    assert contrast(colours, "ink", "ground", "16") >= TEXT
    for ink in ("muted", "accent", "second", "warning", "error", "line"):
        assert contrast(colours, ink, "ground", "16") >= 1.7, ink


@pytest.mark.parametrize(
    ("system", "depth"), [("standard", "16"), ("256", "256"), ("truecolor", "full"), (None, "full"), ("windows", "16")]
)
def test_colours_are_chosen_by_what_the_terminal_has(system: str | None, depth: Depth) -> None:
    assert depth_of(system) == depth


@pytest.mark.parametrize("depth", ["full", "256", "16"])
def test_all_our_themes_are_there_in_every_depth(depth: Depth) -> None:
    assert tuple(theme.name for theme in themes(depth)) == OURS
