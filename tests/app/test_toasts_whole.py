"""What the app says in passing stands on the screen as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import settle

from tui.app import JueyiApp
from tui.notices import tell


@pytest.mark.parametrize("said", [20, 21, 22, 23, 60], ids=lambda said: f"{2 * said}-cells")
async def test_no_line_of_a_toast_is_cut_off(home: Path, index: Path, said: int) -> None:
    async with JueyiApp(None).run_test(size=(80, 24), notifications=True) as pilot:
        tell(pilot.app, "镓" * said)
        await settle(pilot)
        lines = pilot.app.screen._compositor.render_strips()
        assert sum(line.text.count("镓") for line in lines) == said
