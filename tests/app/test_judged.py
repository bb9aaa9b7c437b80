"""The check of citations over the text: verdicts with the gravest first, filtered by typing, followed by Enter."""

from __future__ import annotations

from pathlib import Path

from conftest import DRAFT, Start, press, settle, write

from tui.screens.judged import JudgedRow, JudgedScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.rows import Heading, Rows

WRONG = """大会，

回顾其题为“消除一切形式的宗教不容忍”的第64/293号决议，

又回顾其第5/5号决议第77段，

1. 决定继续处理此案。
"""


async def test_all_verdicts_are_listed_and_one_leads_to_its_place(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "C")
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, JudgedScreen)
        rows = screen.query_one(Rows).rows
        assert isinstance(rows[0], Heading)
        judged = [row.judged for row in rows if isinstance(row, JudgedRow)]
        reader = pilot.app.screen_stack[-2]
        assert isinstance(reader, ReaderScreen)
        assert reader.document is not None
        assert len(judged) == len(reader.document[1].citations)
        lines = [row.line(69).plain for row in rows if isinstance(row, JudgedRow)]
        assert any(line.startswith("– preambular para. 10") and "A/RES/76/186" in line for line in lines)
        await write(pilot, "76/186")
        left = [row.judged.citation.symbol for row in screen.query_one(Rows).rows if isinstance(row, JudgedRow)]
        assert set(left) == {"A/RES/76/186"}
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert any(each.surface == "76/186" for each in reader.document[1].citations_by_place[reader.pane.cursor or ""])


async def test_a_wrong_title_stands_first_and_escape_leaves_the_text_as_it_was(start: Start, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(WRONG, "utf-8")
    async with start(str(draft)) as pilot:
        await press(pilot, "C")
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        row = pilot.app.screen.query_one(Rows).current
        assert isinstance(row, JudgedRow)
        assert (row.judged.verdict, row.judged.citation.surface) == ("contradicts", "64/293")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
