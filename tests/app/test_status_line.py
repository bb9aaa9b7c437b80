"""The status line keeps both its ends, however narrow and whatever stands in it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tui.typeset import widths_for
from tui.widgets.status_line import StatusLine


class StatusApp(App[None]):
    """A status line."""

    def compose(self) -> ComposeResult:
        yield StatusLine()


@pytest.mark.parametrize(
    ("width", "address", "percent", "shown"),
    [
        (40, "执行部分第5(a)段 · 引用 1", 18, "执行部分第5(a)段 · 引用 1         18 %"),
        (20, "执行部分第5(a)段 · 引用 1", 100, "执行部分第…  100 %"),
        (20, "[b]第1段[/]", None, "[b]第1段[/]"),
        (8, "执行部分", 5, "…  5 %"),
    ],
)
async def test_the_address_gives_way_to_the_per_cent(width: int, address: str, percent: int | None, shown: str) -> None:
    app = StatusApp()
    async with app.run_test(size=(width, 1)):
        line = app.query_one(StatusLine)
        line.address, line.percent = address, percent
        strip = line.render_line(0)
        assert strip.text.rstrip() == shown
        assert widths_for().measure(strip.text) == strip.cell_length == width - 2
