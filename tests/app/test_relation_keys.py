"""Keys that lead along what joins documents: the card's family, who cites a paragraph, bringing a text in."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle
from textual.events import Paste
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tui.card_rows import KinRow, MentionRow
from tui.screens.add import AddScreen
from tui.screens.card import CardScreen
from tui.screens.citing import CitingScreen
from tui.screens.fetched import dropped_path
from tui.screens.reader import ReaderScreen
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Rows
from tui.widgets.status_line import StatusLine

DRAFT_2017 = "执行《联合国打击贩运人口全球行动计划》"
CITING = """联合国 A/RES/75/158

大会，

注意到秘书长的报告(A/74/127)第98段，

又注意到秘书长的报告(A/74/127)，

1. 请秘书长落实其报告(A/74/127)第98段所载建议；
"""
ADOPTED = """大会，

铭记保护湿地的重要性，

1. 决定保护湿地；
"""


@pytest.fixture
def citing(home: Path) -> Path:
    """A document of the user's own that cites a paragraph of the report."""
    folder = home / "library"
    folder.mkdir(parents=True)
    (folder / "own.txt").write_text(CITING, encoding="utf-8")
    return folder


def rows(pilot: Pilot[None], kind: type) -> list[object]:
    return [row for row in pilot.app.screen.query_one(Rows).rows if isinstance(row, kind)]


def said(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).render())


async def test_the_card_of_a_resolution_leads_to_its_draft_in_the_library(start: Start) -> None:
    async with start("2017/18") as pilot:
        first = pilot.app.screen.query_one(Rows).current
        assert isinstance(first, KinRow) and first.kin.key == DRAFT_2017
        assert "in your library" in first.line(110).plain
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.document and pilot.app.screen.document[0] == DRAFT_2017


async def test_a_member_of_a_series_leads_to_its_card(start: Start) -> None:
    async with start("72/195") as pilot:
        assert "61/180 · 63/194" in said(pilot, "#particulars")
        await press(pilot, "end", "k", "enter")
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        assert card.position.key == "A/RES/78/228"


async def test_the_card_of_a_held_document_tells_its_own_title_and_date(start: Start) -> None:
    async with start("A/C.3/80/L.4") as pilot:
        await press(pilot, "B")
        assert isinstance(pilot.app.screen, CardScreen)
        told = said(pilot, "#particulars")
        assert "改进工作协调,打击贩运人口" in told and "2025-10-14" in told
        assert "called" not in told


async def test_the_counts_say_how_it_is_cited(start: Start) -> None:
    async with start("64/293") as pilot:
        counts = said(pilot, "#counts")
        assert "recalled 5" in counts and "footnotes 3" in counts


async def test_b_on_the_card_lists_who_cites_by_treatment(start: Start) -> None:
    async with start("64/293") as pilot:
        await press(pilot, "b")
        screen = pilot.app.screen
        assert isinstance(screen, CitingScreen)
        assert sum(row.mention.citation.is_numbered for row in rows(pilot, MentionRow)) == 15
        while screen.way != ("recall", None):
            await press(pilot, "tab")
        assert sum(row.mention.citation.is_numbered for row in rows(pilot, MentionRow)) == 5
        while screen.way != (None, "footnote"):
            await press(pilot, "shift+tab")
        assert len(rows(pilot, MentionRow)) == 3
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_the_card_is_as_it_was_when_the_list_is_closed(start: Start) -> None:
    async with start("64/293") as pilot:
        await press(pilot, "j", "j", "b", "escape")
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        assert card.position.place == f"{DRAFT}#fn35"


async def test_one_can_peek_at_the_draft_from_the_card(start: Start) -> None:
    async with start("2017/18") as pilot:
        await press(pilot, "K")
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        assert card.peek and card.peek.display
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_b_in_the_reader_lists_who_cites_the_paragraph_and_p_who_cites_the_document(
    start: Start, citing: Path
) -> None:
    async with start(f"{REPORT}#p98") as pilot:
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, CitingScreen)
        assert len(rows(pilot, MentionRow)) == 2
        await press(pilot, "p")
        assert len(rows(pilot, MentionRow)) == 3
        await press(pilot, "p", "tab")
        assert pilot.app.screen.way == ("note", None)
        await press(pilot, "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        assert (reader.document or ("",))[0] == "A/RES/75/158"
        assert reader.pane.cursor == "pp1"
        await press(pilot, "backspace")
        assert reader.pane.cursor == "p98"


async def test_b_where_only_the_document_is_cited_lists_that(start: Start, citing: Path) -> None:
    async with start(f"{REPORT}#p5") as pilot:
        await press(pilot, "b")
        assert len(rows(pilot, MentionRow)) == 3


@pytest.mark.parametrize(("target", "words"), [(DRAFT_2017, "no symbol"), (DRAFT, "No document")])
async def test_b_says_why_there_is_nobody(start: Start, target: str, words: str) -> None:
    async with start(target) as pilot:
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert any(words in notice.message for notice in pilot.app._notifications)


async def test_capital_b_shows_the_card_of_the_document_with_or_without_a_symbol(start: Start) -> None:
    async with start(DRAFT_2017) as pilot:
        await press(pilot, "B")
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        assert next(row.kin.symbol for row in rows(pilot, KinRow)) == "E/RES/2017/18"  # type: ignore[attr-defined]
        await press(pilot, "o")
        assert any("No official address" in notice.message for notice in pilot.app._notifications)


async def test_a_selected_citation_offers_the_draft_that_is_held(start: Start) -> None:
    async with start(f"{DRAFT}#pp12") as pilot:
        await press(pilot, "tab", "tab")  # the first link of the paragraph is a name
        address = pilot.app.screen.query_one(StatusLine).address
        assert "its draft is in your library" in address
        await press(pilot, "tab")
        assert "its draft" not in pilot.app.screen.query_one(StatusLine).address


async def test_a_text_that_is_brought_in_takes_the_place_of_its_card(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "got.txt"
    path.write_text(ADOPTED, encoding="utf-8")
    async with start("64/293") as pilot:
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, AddScreen)
        assert "undocs.org/zh/A/RES/64/293" in said(pilot, "#words")
        pilot.app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.document and reader.document[0] == "A/RES/64/293"


async def test_a_file_that_is_dropped_on_a_card_is_its_text(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "a file.txt"
    path.write_text(ADOPTED, encoding="utf-8")
    async with start("64/293") as pilot:
        pilot.app.screen.post_message(Paste(f"'{path}'"))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.document and pilot.app.screen.document[0] == "A/RES/64/293"


async def test_a_file_that_says_it_is_another_document_is_kept_as_that(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(CITING, encoding="utf-8")
    async with start("64/293") as pilot:
        pilot.app.screen.post_message(Paste(str(path)))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)
        assert any("A/RES/75/158" in notice.message for notice in pilot.app._notifications)


async def test_a_card_becomes_the_document_that_another_window_added(start: Start, home: Path, tmp_path: Path) -> None:
    from store.library.library import Library

    path = tmp_path / "got.txt"
    path.write_text(ADOPTED, encoding="utf-8")
    async with start("64/293") as pilot:
        Library(home).add(path, "A/RES/64/293")
        pilot.app.workspace.library.entries()  # type: ignore[attr-defined]
        pilot.app.screen.see_changes()  # type: ignore[attr-defined]
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)


def test_a_dropped_path_is_known_in_each_form_that_terminals_paste(tmp_path: Path) -> None:
    path = tmp_path / "a 文件's.txt"
    path.write_text("", encoding="utf-8")
    escaped = str(path).replace(" ", "\\ ").replace("'", "\\'")
    for form in (str(path), f'"{path}"', escaped, path.as_uri(), f"  {path}\n"):
        assert dropped_path(form) == str(path)
    for form in ("", "大会，\n回顾", "没有的文件.txt", str(tmp_path), "a\0b", "'"):
        assert dropped_path(form) is None


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (80, 24)])
async def test_the_list_of_those_who_cite_fits_small_windows(start: Start, size: tuple[int, int]) -> None:
    async with start("64/293", size=size) as pilot:
        await press(pilot, "b", "tab")
        screen = pilot.app.screen
        assert isinstance(screen, CitingScreen)
        hints = screen.query_one(KeyHints)
        assert hints.render().plain
        assert Region(0, 0, *size).contains_region(hints.region)
        await pilot.resize_terminal(1, 1)
        await pilot.resize_terminal(120, 36)
        await press(pilot, "j", "escape")
        assert isinstance(pilot.app.screen, CardScreen)
