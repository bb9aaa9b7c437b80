"""Style sheets parsed once for all apps of a process: they are the same for each, and only looked up after that."""

from __future__ import annotations

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def parse_once() -> None:
    """Let all apps of this process share what was parsed with the same colours, and tell rules apart without Python."""
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
    Stylesheet._parse_rules = _shared  # type: ignore[method-assign]


def _shared(
    sheet: Stylesheet,
    css: str,
    read_from: CSSLocation,
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    source = css, read_from, is_default_rules, tie_breaker, scope
    key = *source, *sheet._variables.items()
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *source)
    return _parsed[key]
