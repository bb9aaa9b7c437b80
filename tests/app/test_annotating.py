"""Everything that can be noted: ranges, several paragraphs, citations, documents, kinds, amendments, tags by key."""

from __future__ import annotations

from pathlib import Path

from conftest import DRAFT, Start, press, settle, write
from textual.pilot import Pilot
from textual.widgets import TextArea

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.annotations.tag_book import Tag, TagBook
from store.paths import annotations_folder
from tui.screens.annotations import AnnotationsScreen
from tui.screens.note import NoteScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.page.annotated import AsideRow
from tui.widgets.page.block import Kind
from tui.widgets.tag_keys import TagKeys


def noted() -> tuple[Annotation, ...]:
    return Shelf(annotations_folder()).of(DRAFT)


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def rows_of(pilot: Pilot[None], place: str) -> list[str]:
    """What stands below a paragraph, row by row."""
    page = reader(pilot).pane.page
    assert page is not None
    asides = page.layout(page.index_of[place]).asides
    return [_said(row) for row in asides]


def _said(row: AsideRow) -> str:
    line = row.note.line if row.note else row.line
    return line.text if line else "  ".join(chip.text for chip in row.chips)


async def test_a_tag_of_a_key_is_given_and_taken_and_the_line_tells_the_keys(start: Start) -> None:
    TagBook().define(Tag("我方", key="1"))
    async with start(f"{DRAFT}#op5") as pilot:
        line = pilot.app.screen.query_one(TagKeys)
        assert line.display and "1 我方" in "".join(segment.text for segment in line.render_line(0))
        await press(pilot, "1")
        assert [each.tags for each in noted()] == [("我方",)]
        await press(pilot, "j", "1", "k", "1")
        assert [(each.place, each.tags) for each in noted()] == [("op6", ("我方",))]


async def test_the_line_of_tags_gives_way_in_a_low_window(start: Start) -> None:
    TagBook().define(Tag("我方", key="1"))
    async with start(f"{DRAFT}#op5") as pilot:
        await pilot.resize_terminal(120, 12)
        await settle(pilot)
        assert not pilot.app.screen.query_one(TagKeys).display
        await pilot.resize_terminal(120, 30)
        await settle(pilot)
        assert pilot.app.screen.query_one(TagKeys).display


async def test_a_key_without_a_tag_says_how_to_give_it_one(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "4")
        assert noted() == () and not pilot.app.screen.query_one(TagKeys).display


async def test_the_first_use_of_a_tag_gives_it_a_key(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "t")
        await write(pilot, "新议题")
        await press(pilot, "enter", "escape", "j", "1")
        assert [(each.place, each.tags) for each in noted()] == [("op5", ("新议题",)), ("op6", ("新议题",))]


async def test_words_selected_by_key_are_tagged_and_shown_on_a_ground(start: Start) -> None:
    TagBook().define(Tag("我方", key="1"))
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "v", "l", "l", "1", "escape")
        (found,) = noted()
        assert found.scope == "range" and found.tags == ("我方",) and len(found.quote) == 3
        page = reader(pilot).pane.page
        assert page is not None
        (stain,) = page.layout(page.index_of["op5"]).stains
        assert (stain.start, stain.end, stain.tag) == (0, 3, "我方")
        assert rows_of(pilot, "op5") == [f"“{found.quote}”  # 我方"]


async def test_a_note_on_a_selection_over_paragraphs_is_one_annotation(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "V", "V", "a")
        await write(pilot, "both")
        await press(pilot, "escape")
        (found,) = noted()
        assert found.scope == "places" and found.places == ("op5", "op6") and found.note == "both"
        assert rows_of(pilot, "op5") == [] and rows_of(pilot, "op6")[-1] == "both"


async def test_a_whole_paragraph_selected_is_the_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "V", "a")
        await write(pilot, "all")
        await press(pilot, "escape")
        (found,) = noted()
        assert found.is_plain and found.place == "op5"


async def test_a_selected_citation_is_annotated_itself(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "tab")
        link = reader(pilot).pane.link
        assert link and link.kind == "citation"
        await press(pilot, "a")
        await write(pilot, "the mandate")
        await press(pilot, "escape")
        (found,) = noted()
        assert found.scope == "range" and found.quote == link.label


async def test_highlighting_twice_takes_it_away(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "H")
        assert [(each.kind, each.place) for each in noted()] == [("highlight", "op5")]
        await press(pilot, "H")
        assert noted() == ()


async def test_kinds_are_put_by_their_key_and_several_stand_below_the_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "A", "a", "q", "escape")
        assert [each.kind for each in noted()] == ["agreed", "question"]
        assert rows_of(pilot, "op5") == ["◆ agreed language", "◆ question"]


async def test_an_amendment_begins_with_the_words_and_is_shown_as_a_redline(start: Start) -> None:
    async with start(f"{DRAFT}#op6") as pilot:
        await press(pilot, "A", "m")
        editor = pilot.app.screen
        assert isinstance(editor, NoteScreen)
        await press(pilot, "home")
        await write(pilot, "urgently ")
        await press(pilot, "escape", "escape")
        (found,) = noted()
        assert found.kind == "amendment" and found.proposed == "urgently " + found.quote
        (aside,) = reader(pilot).marks["op6"].asides
        assert [change.kind for change in aside.changes] == ["inserted", "same"]
        page = reader(pilot).pane.page
        assert page is not None
        layout = page.layout(page.index_of["op6"])
        assert any(row.kind is Kind.ASIDE and layout.asides[row.number].line for row in layout.rows)


async def test_an_amendment_that_changes_nothing_is_none(start: Start) -> None:
    async with start(f"{DRAFT}#op6") as pilot:
        await press(pilot, "A", "m", "escape", "escape")
        assert noted() == ()


async def test_the_preview_of_an_amendment_shows_what_is_changed(start: Start) -> None:
    async with start(f"{DRAFT}#op6") as pilot:
        await press(pilot, "A", "m", "home")
        await write(pilot, "now ")
        await press(pilot, "f4")
        shown = pilot.app.screen.query_one("#preview RedlineView")
        assert "now " in str(shown.render())
        await press(pilot, "f4")
        await write(pilot, "x")
        await press(pilot, "escape")
        assert noted()[0].proposed.startswith("now x")


async def test_one_of_several_annotations_is_chosen_to_be_changed_and_removed(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "A", "a", "c", "home", "down", "n")
        await write(pilot, "why")
        await press(pilot, "escape")
        assert [(each.kind, each.note) for each in noted()] == [("agreed", ""), ("check", "why")]
        assert isinstance(pilot.app.screen, AnnotationsScreen)
        await press(pilot, "home", "delete")
        assert [each.kind for each in noted()] == ["check"]
        await press(pilot, "u")
        assert [each.kind for each in noted()] == ["agreed", "check"]


async def test_the_document_as_a_whole_is_annotated(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "ctrl+a", "n")
        await write(pilot, "the draft of this year")
        await press(pilot, "escape", "escape")
        (found,) = noted()
        assert found.scope == "document" and found.place == "" and found.note == "the draft of this year"


async def test_kinds_follow_the_settings(start: Start, home: Path) -> None:
    home.mkdir(exist_ok=True)
    settings = '[kinds.agreed]\nlabel = "fixed"\nkey = "f"\n[kinds]\nquestion = false\n'
    (home / "config.toml").write_text(settings, encoding="utf-8")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "A", "f", "q", "escape")
        assert [each.kind for each in noted()] == ["agreed"] and rows_of(pilot, "op5") == ["◆ fixed"]


async def test_the_author_of_the_settings_signs(start: Start, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text('author = "王代表"\n', encoding="utf-8")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "H")
        assert [each.author for each in noted()] == ["王代表"]


async def test_what_was_done_is_undone_after_a_restart(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "H", "j", "A", "q", "escape")
        assert [each.kind for each in noted()] == ["highlight", "question"]
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "u")
        assert [each.kind for each in noted()] == ["highlight"] and reader(pilot).pane.cursor == "op6"
        await press(pilot, "u")
        assert noted() == () and reader(pilot).pane.cursor == "op5"
        await press(pilot, "U")
        assert [each.kind for each in noted()] == ["highlight"]


async def test_what_another_window_changed_since_is_left_and_told(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "mine")
        await press(pilot, "escape")
        Shelf(annotations_folder()).set_note(DRAFT, "op5", "", "theirs")
        await press(pilot, "u")
        assert [each.note for each in noted()] == ["theirs"]
        await settle(pilot)
        assert any("changed elsewhere" in str(notice.message) for notice in pilot.app._notifications)


async def test_tags_off_leave_kinds_with_notes_and_notes_off_leave_tags(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "A", "q", "n")
        await write(pilot, "really?")
        await press(pilot, "escape", "escape")
        assert rows_of(pilot, "op5") == ["◆ question", "really?"]
        await pilot.app.screen.run_action("switch_notes")
        assert rows_of(pilot, "op5") == ["◆ question"]


async def test_paragraphs_picked_out_are_annotated_together(start: Start) -> None:
    TagBook().define(Tag("我方", key="1"))
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "asterisk", "j", "j", "asterisk", "1")
        (found,) = noted()
        assert found.scope == "places" and found.places == ("op5", "op7") and found.tags == ("我方",)
        assert reader(pilot).marks["op5"].all_tags == ("我方",)
        await press(pilot, "escape", "1")
        assert [each.places for each in noted()] == [("op5", "op7"), ("op7",)]


async def test_a_picked_paragraph_is_left_out_by_the_same_key(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "asterisk", "asterisk", "j", "H")
        assert [each.places for each in noted()] == [("op6",)]


async def test_the_text_is_filtered_by_kind(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "A", "q", "escape", "home", "x")
        await write(pilot, "question")
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "op5"


async def test_a_selection_by_mouse_is_annotated(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = reader(pilot).pane
        first, last = (pane.region_of("op5", at) for at in (0, 3))
        await pilot.mouse_down(offset=(first.x, first.y))
        await pilot.hover(offset=(last.x, last.y))
        await pilot.mouse_up(offset=(last.x, last.y))
        await press(pilot, "H")
        (found,) = noted()
        assert found.kind == "highlight" and found.scope == "range" and len(found.quote) == 4
        assert pane.chosen is None


async def test_a_note_left_unfinished_on_some_words_is_there_again(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "v", "l", "a")
        await write(pilot, "half")
        editor = pilot.app.screen
        assert isinstance(editor, NoteScreen)
        editor._keep_draft()
        await settle(pilot)
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "v", "l", "a")
        assert pilot.app.screen.query_one(TextArea).text == "half"
