"""What a provider offers, with names that are text: titles and tags hold what the palette would read as markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.command import DiscoveryHit, Hit
from textual.content import Content
from textual.fuzzy import Matcher

from tui.typeset import visible


def offer(name: str, run: Callable[[], Any], help: str) -> DiscoveryHit:
    """Something to choose before anything is typed."""
    return DiscoveryHit(Content(visible(name)), run, text=name, help=_text(help))


def match(score: float, name: str | Content, run: Callable[[], Any], help: str) -> Hit:
    """Something that goes with what is typed."""
    shown = Content(visible(name)) if isinstance(name, str) else name
    return Hit(score, shown, run, text=str(name), help=_text(help))


def lit(matcher: Matcher, name: str) -> Content:
    """A name with the letters lit that were typed."""
    shown = Content(visible(name))
    for offset in matcher.fuzzy_search.match(matcher.query, name)[1]:
        shown = shown.stylize(matcher.match_style, offset, offset + 1)
    return shown


def _text(words: str) -> str:
    """The palette takes a content as it is, though it asks for a string, which it would read as markup."""
    return Content(visible(words))  # type: ignore[return-value]
