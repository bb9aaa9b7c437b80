"""Cards and documents as a whole are annotated, and links in notes are seen and followed from both sides."""

from __future__ import annotations

from conftest import DRAFT, Start, press, quote_of, settle, write
from textual.widgets import Markdown, Static

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.backlinks import BacklinkRow
from tui.screens.annotations import AnnotationsScreen
from tui.screens.card import CardScreen
from tui.screens.details import DetailsScreen
from tui.screens.note import NoteScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.page.block import Kind
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.rows import Rows

CARD = "A/RES/64/293"


def shelf() -> Shelf:
    return Shelf(annotations_folder())


async def test_a_card_is_tagged_noted_and_that_is_undone(start: Start) -> None:
    async with start(CARD) as pilot:
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "t")
        await write(pilot, "授权")
        await press(pilot, "enter", "escape", "n")
        await write(pilot, "the first mandate")
        await press(pilot, "escape")
        (found,) = shelf().of(CARD)
        assert (found.scope, found.tags, found.note) == ("card", ("授权",), "the first mandate")
        shown = pilot.app.screen.query_one("#noted", Static)
        assert shown.display and "授权  the first mandate" in str(shown.render())
        await press(pilot, "u")
        assert shelf().of(CARD)[0].note == ""
        await press(pilot, "D")
        assert shelf().of(CARD) == () and not shown.display


async def test_a_card_tells_which_notes_lead_to_it_and_leads_there(start: Start) -> None:
    shelf().set_note(DRAFT, "op5", "q", "see [[a/res/64/293#op1|the plan]]")
    async with start(CARD) as pilot:
        assert "1 note leads here" in str(pilot.app.screen.query_one("#noted", Static).render())
        await press(pilot, "A", "end")
        screen = pilot.app.screen
        assert isinstance(screen, AnnotationsScreen) and isinstance(screen.query_one(Rows).current, BacklinkRow)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.pane.cursor == "op5"


async def test_a_link_in_a_note_is_followed_from_the_list_of_annotations(start: Start) -> None:
    shelf().set_note(DRAFT, "op5", quote_of(DRAFT, "op5"), f"see {CARD}")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "A", "down", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)


async def test_details_list_the_notes_that_lead_to_the_document_and_annotate_it(start: Start) -> None:
    shelf().set_note(CARD, "", "", f"compare [[{DRAFT}#op5]]")
    shelf().set_note(DRAFT, "op9", "q", f"see {DRAFT}#op5 above")
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "i")
        screen = pilot.app.screen
        assert isinstance(screen, DetailsScreen)
        rows = [row.words for row in screen.query_one(Rows).rows if isinstance(row, BacklinkRow)]
        assert rows == [f"see {DRAFT}#op5 above", f"compare [[{DRAFT}#op5]]"]
        await press(pilot, "A", "n")
        await write(pilot, "all of it")
        await press(pilot, "escape", "escape")
        assert [each.note for each in shelf().of(DRAFT) if each.scope == "document"] == ["all of it"]


async def test_a_note_is_previewed_and_its_link_followed_with_the_note_kept(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "*see* [[64/293]]")
        await press(pilot, "f4")
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        shown = screen.query_one(Markdown)
        shown.post_message(Markdown.LinkClicked(shown, "jueyi:64/293"))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)
        assert [each.note for each in shelf().of(DRAFT)] == ["*see* [[64/293]]"]


async def test_a_link_in_a_note_is_followed_by_a_click(start: Start) -> None:
    shelf().set_note(DRAFT, "op5", quote_of(DRAFT, "op5"), f"see {CARD}")
    async with start(f"{DRAFT}#op5") as pilot:
        pane = pilot.app.screen.query_one(ReadingPane)
        page = pane.page
        assert page is not None
        index = page.index_of["op5"]
        layout = page.layout(index)
        (turn,) = (turn for turn, row in enumerate(layout.rows) if row.kind is Kind.NOTE)
        x = page.geometry.origin + layout.indent + len("│ see ") + 2
        await pilot.click(ReadingPane, offset=(x, page.heights.top(index) + turn - int(pane.scroll_offset.y)))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)


async def test_links_in_notes_are_reached_by_tab_and_letters_where_they_are_shown(start: Start) -> None:
    note = "see [[A/RES/70/1#op5|the goals]] and A/74/127\n\nlong " + "word " * 12 + "A/RES/61/180"
    shelf().set_note(DRAFT, "pp8", quote_of(DRAFT, "pp8"), note)
    words = quote_of(DRAFT, "pp8")
    shelf().put(Annotation("0a", DRAFT, "pp8", words, (), "and [[A/RES/55/25]]", "", "", kind="check"))
    shelf().set_note(DRAFT, "fn10", quote_of(DRAFT, "fn10"), "of A/RES/64/293 too")
    async with start(f"{DRAFT}#fn10", size=(100, 60)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        pane = screen.pane
        assert pane.document is not None and pane.cursor is not None
        await press(pilot, "escape", "f2")
        for block, count in ((pane.cursor, 1), ("pp8", 4)):
            pane.go_to(block)
            await settle(pilot)
            stands = [(link, pane.link_offset(block, n)) for n, link in enumerate(pane.links(block))]
            shown = [pane.render_line(at.y).crop(at.x).text for link, at in stands if link.kind == "note" and at]
            labels = [link.label for link, _ in stands if link.kind == "note"]
            assert len(shown) == len(labels) == count
            assert all(label in text[: len(label) + 20] for label, text in zip(labels, shown, strict=True))
        turn = next(n for n, link in enumerate(pane.links("pp8")) if link.kind == "note")
        await press(pilot, *["tab"] * (turn + 1))
        assert pane.link is not None and pane.link.target == "A/RES/70/1#op5"
        assert screen.target is not None and screen.target.scope == "place"
        await press(pilot, "F")
        assert screen.hint_line is not None
        assert len(screen.hint_line.words) == len(list(pane.links_in_view()))
        await press(pilot, "escape", "K")
        assert screen.peek is not None and screen.peek.display
        await press(pilot, "escape", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
