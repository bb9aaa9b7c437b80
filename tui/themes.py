"""The two looks of jueyi: ink on paper, and lamplight. One accent, for what can be followed."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = "jueyi-light"
DARK = "jueyi-dark"


def themes() -> tuple[Theme, ...]:
    """The light theme and the dark one."""
    return (_light(), _dark())


def _light() -> Theme:
    return Theme(
        name=LIGHT,
        dark=False,
        background="#faf7f0",
        surface="#f2ede2",
        panel="#ece6d8",
        boost="#f1ebdd",
        foreground="#2a2723",
        primary="#1c5d8c",
        accent="#1c5d8c",
        secondary="#86682c",
        warning="#99660a",
        error="#a5322a",
        success="#3f7044",
        variables={
            "text-muted": "#76705f",
            "text-disabled": "#a29b8a",
            "foreground-muted": "#76705f",
            "border": "#bdb49f",
            "border-blurred": "#d3cab6",
            "rule": "#d8d0bd",
            "block-cursor-background": "#e4dcc9",
            "block-cursor-foreground": "#2a2723",
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": "#efe9db",
            "input-selection-background": "#1c5d8c 25%",
            "scrollbar": "#d5ccb8",
            "scrollbar-hover": "#bdb49f",
            "scrollbar-active": "#a29b8a",
            "scrollbar-background": "#faf7f0",
            "scrollbar-background-hover": "#faf7f0",
            "scrollbar-background-active": "#faf7f0",
            "scrollbar-corner-color": "#faf7f0",
        },
    )


def _dark() -> Theme:
    return Theme(
        name=DARK,
        dark=True,
        background="#191b1e",
        surface="#212428",
        panel="#292d32",
        boost="#24282d",
        foreground="#d9d5cb",
        primary="#86b6d9",
        accent="#86b6d9",
        secondary="#cbb37c",
        warning="#d9a85b",
        error="#e08a7d",
        success="#93b98d",
        variables={
            "text-muted": "#928e84",
            "text-disabled": "#68655e",
            "foreground-muted": "#928e84",
            "border": "#51555b",
            "border-blurred": "#3a3e44",
            "rule": "#33373c",
            "block-cursor-background": "#31373e",
            "block-cursor-foreground": "#d9d5cb",
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": "#282c31",
            "input-selection-background": "#86b6d9 30%",
            "scrollbar": "#3a3e44",
            "scrollbar-hover": "#51555b",
            "scrollbar-active": "#68655e",
            "scrollbar-background": "#191b1e",
            "scrollbar-background-hover": "#191b1e",
            "scrollbar-background-active": "#191b1e",
            "scrollbar-corner-color": "#191b1e",
        },
    )
