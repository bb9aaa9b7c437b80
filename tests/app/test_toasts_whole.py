"""What the app says in passing stands on the screen as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, press, settle

from tui.app import JueyiApp
from tui.notices import tell
from tui.widgets.reading_pane import ReadingPane


@pytest.mark.parametrize("said", [20, 21, 22, 23, 60], ids=lambda said: f"{2 * said}-cells")
async def test_no_line_of_a_toast_is_cut_off(home: Path, index: Path, said: int) -> None:
    async with JueyiApp(None).run_test(size=(80, 24), notifications=True) as pilot:
        tell(pilot.app, "镓" * said)
        await settle(pilot)
        lines = pilot.app.screen._compositor.render_strips()
        assert sum(line.text.count("镓") for line in lines) == said


@pytest.mark.parametrize("indent", range(2), ids=["even", "odd"])
async def test_a_toast_keeps_its_characters_over_the_edge_between_two_panes(
    home: Path, index: Path, indent: int
) -> None:
    async with JueyiApp(DRAFT).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "vertical_line")
        pilot.app.clear_notifications()
        tell(pilot.app, "a" * indent + "镓" * 40)
        await settle(pilot)
        compositor = pilot.app.screen._compositor
        assert sum(line.text.count("镓") for line in compositor.render_strips()) == 40
        compositor._dirty_regions = {pilot.app.screen.query(ReadingPane).first().region}
        update = compositor.render_partial_update()
        assert update
        assert update.render_segments(pilot.app.console).count("镓") == 40
