"""Numbers in parts at the start of lines, "1.2" and "1.a": taken for labels only where they count on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Decimals:
    """Follows such numbers through a text; "5.2" in the middle of one that does not count so is only text."""

    _major: int = 0
    _minor: str = ""
    _heading: bool = False

    def take(self, printed: str) -> bool:
        """Whether a number is the next: one more than the last, the first of the next part, "a" after a number."""
        major, minor = printed.split(".")
        if minor != self._following(int(major)) and minor not in self._firsts(int(major)):
            return False
        self._major, self._minor = int(major), minor
        return True

    def heads(self, looks_so: bool) -> bool:
        """Whether the number taken last heads what follows: the first of its part decides for the others."""
        if self._minor in ("1", "a"):
            self._heading = looks_so
        return self._heading and looks_so

    def _following(self, major: int) -> str:
        if major != self._major or not self._minor:
            return "1"
        return str(int(self._minor) + 1) if self._minor.isdecimal() else chr(ord(self._minor) + 1)

    def _firsts(self, major: int) -> tuple[str, ...]:
        if major == self._major:
            return ("a",) if self._minor.isdecimal() else ()
        return ("1",) if major in (1, self._major + 1) else ()
