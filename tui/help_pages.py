"""The pages that `--help` prints, set by cells: click counts characters, of which a Chinese one fills two."""

from __future__ import annotations

from collections.abc import Iterable

import click

from tui.language import language
from tui.printing import cells

_NARROWEST = 10


class HelpFormatter(click.HelpFormatter):
    """Columns that stand below each other in Chinese too, and lines that fit."""

    def write_text(self, text: str) -> None:
        """A text, paragraph by paragraph; one that begins with "\\b" keeps its lines."""
        if language() == "en":
            return super().write_text(text)
        indent = " " * self.current_indent
        for turn, paragraph in enumerate(text.split("\n\n")):
            first, _line, rest = paragraph.partition("\n")
            kept = first.strip() == "\b"
            lines = rest.splitlines() if kept else _set(paragraph, self.width - self.current_indent)
            self.write("\n" if turn else "")
            self.write("".join(f"{indent}{line.strip()}\n" for line in lines))
        return None

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms, each with what it means beside it, or below it when it is wider than `col_max` cells."""
        if language() == "en":
            return super().write_dl(list(rows), col_max, col_spacing)
        kept = list(rows)
        column = min(max((cells(term) for term, _said in kept), default=0), col_max) + col_spacing
        room = max(self.width - self.current_indent - column, _NARROWEST)
        before = " " * self.current_indent
        for term, said in kept:
            lines = _set(said, room) or [""]
            if cells(term) + col_spacing > column:
                self.write(f"{before}{term}\n")
                term = ""
            self.write(f"{before}{term}{' ' * (column - cells(term))}{lines[0]}".rstrip() + "\n")
            self.write("".join(f"{before}{' ' * column}{line}\n" for line in lines[1:]))
        return None


class HelpContext(click.Context):
    """A context whose help is set so."""

    formatter_class = HelpFormatter


def _set(text: str, width: int) -> list[str]:
    from tui.typeset import typeset

    return [line.text.rstrip() for line in typeset(" ".join(text.split()), max(width, 2)).lines]
