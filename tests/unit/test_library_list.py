"""`jueyi list` on a terminal: titles are cut, then columns give way, and no line is longer than the terminal."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tui import language, printing

WIDE = ["symbol", "kind", "title", "session", "date", "paragraphs"]


@pytest.mark.parametrize(
    ("columns", "heading"),
    [(None, WIDE), (240, WIDE), (110, WIDE), (80, ["symbol", "kind", "title", "date"]), (50, ["symbol", "title"])],
)
def test_a_line_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int | None, heading: list[str]
) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    monkeypatch.setattr(printing, "room", lambda: columns)
    printing.put_entries(Library().entries())
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.split() == heading
    assert all(printing.cells(line) <= (columns or 1000) for line in lines)
    assert [line.split()[0] for line in lines].count("A/C.3/80/L.4") == 1
