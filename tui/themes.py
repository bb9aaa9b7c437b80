"""The looks of jueyi: ink on paper, lamplight, sepia, high contrast. One accent, for what can be followed.

Each is drawn in full colours, in the 256 that many terminals have, and in 16. Where colours are few, grounds that
differ by a shade would fall together or turn garish, so they are chosen by hand there.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from textual.theme import BUILTIN_THEMES, Theme

from tui.language import N_, _

LIGHT = "jueyi-light"
DARK = "jueyi-dark"
PAPER = "jueyi-paper"
CONTRAST = "jueyi-contrast"

Depth = Literal["full", "256", "16"]
"""How many colours a terminal has."""

_NAMES = {LIGHT: N_("light"), DARK: N_("dark"), PAPER: N_("paper"), CONTRAST: N_("high contrast")}


OURS = tuple(_NAMES)


class Palette(NamedTuple):
    """The colours of a theme."""

    dark: bool
    ground: str
    """Under the text."""
    cursor: str
    """Under the paragraph or line at the cursor."""
    raised: str
    """Under what lies over the text."""
    field: str
    """Under what one types."""
    chosen: str
    """Under the entry of a list at the cursor, where it has no bar."""
    ink: str
    muted: str
    """What is not text: labels, addresses, counts, notes."""
    faint: str
    """Scrollbars and what can't be done."""
    line: str
    accent: str
    second: str
    """Tags and notes."""
    warning: str
    error: str
    success: str


_FULL = {
    LIGHT: Palette(
        dark=False,
        ground="#faf7f0",
        cursor="#eae2d0",
        raised="#fffdf8",
        field="#efe9dc",
        chosen="#ddd3bb",
        ink="#2a2723",
        muted="#5b5545",
        faint="#a29b8a",
        line="#d8d0bd",
        accent="#124d78",
        second="#654a15",
        warning="#784b00",
        error="#99271f",
        success="#2f5f35",
    ),
    DARK: Palette(
        dark=True,
        ground="#191b1e",
        cursor="#282d32",
        raised="#212428",
        field="#2d3238",
        chosen="#373f47",
        ink="#d9d5cb",
        muted="#aca89d",
        faint="#68655e",
        line="#33373c",
        accent="#93c2e5",
        second="#cbb37c",
        warning="#d9a85b",
        error="#eb9a8d",
        success="#9cc296",
    ),
    PAPER: Palette(
        dark=False,
        ground="#f3e7cf",
        cursor="#e4d3b0",
        raised="#faf1de",
        field="#eadcbf",
        chosen="#d9c59a",
        ink="#38291a",
        muted="#574630",
        faint="#a08d6c",
        line="#d3c29d",
        accent="#77300e",
        second="#455418",
        warning="#704300",
        error="#8f1f1f",
        success="#2f5a2c",
    ),
    CONTRAST: Palette(
        dark=True,
        ground="#000000",
        cursor="#303030",
        raised="#121212",
        field="#262626",
        chosen="#454545",
        ink="#ffffff",
        muted="#d0d0d0",
        faint="#8a8a8a",
        line="#8a8a8a",
        accent="#87d7ff",
        second="#ffd75f",
        warning="#ffaf00",
        error="#ffafaf",
        success="#afffaf",
    ),
}

_FEWER: dict[str, dict[str, Any]] = {
    LIGHT: {
        "ground": "#ffffff",
        "cursor": "#e0e0e0",
        "raised": "#f5f5f5",
        "field": "#ebebeb",
        "chosen": "#d6d6d6",
        "muted": "#525252",
        "accent": "#005f87",
        "second": "#5f5f00",
    },
    DARK: {
        "ground": "#1f1f1f",
        "cursor": "#333333",
        "raised": "#292929",
        "field": "#333333",
        "chosen": "#3d3d3d",
        "muted": "#adadad",
        "accent": "#87d7ff",
        "error": "#ff8787",
    },
    PAPER: {
        "ground": "#ffffd7",
        "cursor": "#d7d7af",
        "raised": "#f5f5f5",
        "field": "#d7d7af",
        "chosen": "#d7d7af",
        "muted": "#474747",
        "accent": "#870000",
        "second": "#005f00",
        "warning": "#870000",
    },
}
"""What a theme has instead where there are 256: greys and corners of their cube, as Rich tells them apart."""

_DARK_16 = Palette(
    dark=True,
    ground="#000000",
    cursor="#000000",
    raised="#000000",
    field="#000000",
    chosen="#000000",
    ink="#ffffff",
    muted="#aaaaaa",
    faint="#555555",
    line="#555555",
    accent="#55ffff",
    second="#ffff55",
    warning="#ffff55",
    error="#ff5555",
    success="#55ff55",
)
_LIGHT_16 = Palette(
    dark=False,
    ground="#ffffff",
    cursor="#ffffff",
    raised="#ffffff",
    field="#ffffff",
    chosen="#ffffff",
    ink="#000000",
    muted="#555555",
    faint="#555555",
    line="#555555",
    accent="#0000aa",
    second="#aa00aa",
    warning="#aa0000",
    error="#aa0000",
    success="#00aa00",
)


def themes(depth: Depth = "full") -> tuple[Theme, ...]:
    """Our themes as a terminal can show them."""
    return tuple(_theme(name, palette(name, depth)) for name in _FULL)


def palette(name: str, depth: Depth = "full") -> Palette:
    """The colours of one of our themes."""
    full = _FULL[name]
    if depth == "16":
        return _DARK_16 if full.dark else _LIGHT_16
    return full._replace(**_FEWER.get(name, {})) if depth == "256" else full


def depth_of(color_system: str | None) -> Depth:
    """How many colours there are, from what Rich calls it; one that it does not know is given all."""
    return {"standard": "16", "windows": "16", "256": "256"}.get(color_system or "", "full")  # type: ignore[return-value]


def wrong_theme(name: str | None, key: str) -> tuple[str, ...]:
    """A sentence for a theme of the settings that nobody knows.

    Args:
        name: As the settings have it.
        key: The key that shows all themes.
    """
    if name is None or name in _NAMES or name in BUILTIN_THEMES:
        return ()
    unknown = _("config.toml, theme: there is no theme “{name}”. {key} in the app shows all there are.")
    return (unknown.format(name=name, key=key),)


def theme_name(name: str) -> str:
    """What a theme is called: ours in the language of the interface, Textual's by their names."""
    return _(_NAMES[name]) if name in _NAMES else name


def defaults() -> dict[str, str]:
    """What our layout needs of a theme that is not ours."""
    return {"rule": "#7f7f7f", "cursor-ground": "#7f7f7f 20%"}


def _theme(name: str, colours: Palette) -> Theme:
    return Theme(
        name=name,
        dark=colours.dark,
        background=colours.ground,
        surface=colours.raised,
        panel=colours.field,
        foreground=colours.ink,
        primary=colours.accent,
        accent=colours.accent,
        secondary=colours.second,
        warning=colours.warning,
        error=colours.error,
        success=colours.success,
        variables=_variables(colours),
    )


def _variables(colours: Palette) -> dict[str, str]:
    scrollbars = ("", "-hover", "-active")
    return {
        "text-muted": colours.muted,
        "text-disabled": colours.faint,
        "text-error": colours.error,
        "text-warning": colours.warning,
        "foreground-muted": colours.muted,
        "border": colours.faint,
        "border-blurred": colours.line,
        "rule": colours.line,
        "cursor-ground": colours.cursor,
        "block-cursor-background": colours.chosen,
        "block-cursor-foreground": colours.ink,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colours.chosen,
        "input-selection-background": f"{colours.accent} 30%",
        "scrollbar": colours.line,
        "scrollbar-hover": colours.faint,
        "scrollbar-active": colours.muted,
        **{f"scrollbar-background{state}": colours.ground for state in scrollbars},
        "scrollbar-corner-color": colours.ground,
    }
