"""The list of all annotations: groups, filters, marks, changes in bulk, conflicts, where one goes from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import DRAFT, REPORT, Start, press, quote_of, settle, write
from textual.pilot import Pilot
from textual.widgets import Static

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable
from store.paths import annotations_folder
from tui.note_rows import ConflictRow, NoteRow
from tui.screens.confirm import ConfirmScreen
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Heading


def shelf() -> Shelf:
    return Shelf(annotations_folder())


@pytest.fixture
def held(home: object) -> None:
    """Annotations in two documents, one of them of another kind and author."""
    store = shelf()
    store.set_tags(DRAFT, "op5", quote_of(DRAFT, "op5"), ["议题/保护", "我方"])
    store.set_note(DRAFT, "op7", quote_of(DRAFT, "op7"), "seven [words]")
    store.set_note(REPORT, "p3", quote_of(REPORT, "p3"), "three")
    plain = store.at(REPORT, "p3")
    assert plain
    store.put(
        replace(plain, id="f" * 32, place="p98", quote=quote_of(REPORT, "p98"), kind="check", note="", author="林晓")
    )


def notes(pilot: Pilot[None]) -> NotesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, NotesScreen)
    return screen


def listed(pilot: Pilot[None]) -> list[str]:
    return [row.annotation.place for row in notes(pilot).list.rows if isinstance(row, NoteRow)]


def headings(pilot: Pilot[None]) -> list[str]:
    return [row.content.plain for row in notes(pilot).list.rows if isinstance(row, Heading)]


def words(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).render())


def said(place: str, document: str = DRAFT) -> Annotation | None:
    return next((each for each in shelf().of(document) if each.place == place), None)


async def test_f5_groups_by_one_thing_after_the_other(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        expected = {
            "by document": [f"{DRAFT}  2", f"{REPORT}  2"],
            "by tag": ["# 我方  1", "# 议题/保护  1", "without a tag  3"],
            "by kind": ["to be checked  1", "tags and notes  3"],
        }
        for grouping, heads in expected.items():
            assert grouping in words(pilot, "#title")
            assert [head for head, want in zip(headings(pilot), heads, strict=True) if not head.startswith(want)] == []
            await press(pilot, "f5")
        for grouping in ("by day", "by month", "by author", "by resolution cited"):
            assert grouping in words(pilot, "#title")
            assert set(listed(pilot)) == {"op5", "op7", "p3", "p98"}
            await press(pilot, "f5")
        assert "by document" in words(pilot, "#title")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("seven", ["op7"]),
        ("[words]", ["op7"]),
        ("#议题", ["op5"]),
        ("#wf", ["op5"]),
        ("kind:check", ["p98"]),
        ("by:林", ["p98"]),
        ("in:74/127", ["p3", "p98"]),
        ("cites:68/192", ["op5"]),
        ("is:orphan", []),
        ("since:2001", ["op5", "op7", "p3", "p98"]),
        ("until:2001", []),
    ],
)
async def test_the_list_is_filtered_as_one_types(start: Start, typed: str, places: list[str]) -> None:
    store = shelf()
    async with start(DRAFT) as pilot:
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen) and reader.document
        text = reader.document[1].text_of
        store.set_tags(DRAFT, "op5", text("op5"), ["议题/保护", "我方"])
        store.set_note(DRAFT, "op7", text("op7"), "seven [words]")
        report = pilot.app.workspace.library.document(REPORT)
        store.set_note(REPORT, "p3", report.text_of("p3"), "three")
        plain = store.at(REPORT, "p3")
        assert plain
        quote = report.text_of("p98")
        store.put(replace(plain, id="f" * 32, place="p98", quote=quote, kind="check", note="", author="林晓"))
        await press(pilot, "l", "tab")
        await write(pilot, typed)
        assert listed(pilot) == places


async def test_a_date_that_is_none_is_told(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        await write(pilot, "since:soon")
        assert "since:soon" in words(pilot, "#words")
        assert len(listed(pilot)) == 4


async def test_the_help_tells_what_the_filter_understands(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l", "f1")
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        shown = "\n".join(row.line(80).plain for row in screen.list.rows)
        for word in ("#tag", "kind:", "by:", "in:", "cites:", "since:", "is:orphan"):
            assert word in shown


async def test_what_is_at_the_cursor_is_shown_whole(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        await write(pilot, "seven")
        assert "seven [words]" in words(pilot, "#previewed")
        assert quote_of(DRAFT, "op7")[:12] in words(pilot, "#previewed")


async def test_marked_ones_are_tagged_in_one_step_that_one_key_takes_back(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l", "space", "space")
        assert "2 marked" in words(pilot, "#title")
        await press(pilot, "f7")
        await write(pilot, "新标签")
        await press(pilot, "enter")
        assert [said(place).tags[-1:] for place in ("op5", "op7")] == [("新标签",), ("新标签",)]  # type: ignore[union-attr]
        assert said("p3", REPORT).tags == ()  # type: ignore[union-attr]
        assert any("2 annotations changed." in each.message for each in pilot.app._notifications)
        await press(pilot, "ctrl+z")
        assert said("op7").tags == () and said("op5").tags == ("议题/保护", "我方")  # type: ignore[union-attr]
        await press(pilot, "ctrl+y")
        assert said("op7").tags == ("新标签",)  # type: ignore[union-attr]


async def test_a_tag_is_taken_from_all_that_is_listed(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l", "asterisk", "f8")
        await write(pilot, "我方")
        await press(pilot, "enter")
        assert said("op5").tags == ("议题/保护",)  # type: ignore[union-attr]


async def test_all_that_is_marked_gets_a_kind(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        await write(pilot, "in:L.4")
        await press(pilot, "ctrl+a", "f9")
        await write(pilot, "agreed")
        await press(pilot, "enter")
        assert [said(place).kind for place in ("op5", "op7")] == ["agreed", "agreed"]  # type: ignore[union-attr]
        assert said("p3", REPORT).kind == ""  # type: ignore[union-attr]


async def test_removing_is_asked_and_can_be_taken_back(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l", "ctrl+a", "delete")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "escape")
        assert len(list(shelf().all())) == 4
        await press(pilot, "delete", "y")
        assert list(shelf().all()) == []
        assert listed(pilot) == []
        await press(pilot, "ctrl+z")
        assert len(list(shelf().all())) == 4
        assert set(listed(pilot)) == {"op5", "op7", "p3", "p98"}


async def test_the_text_below_shows_what_was_changed(start: Start, held: None) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "l", "space", "delete", "y", "escape")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert "op5" not in screen.marks and "op7" in screen.marks


async def test_what_is_typed_into_a_filter_is_no_mark(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        await write(pilot, "in:L.4 *")
        assert notes(pilot).text == "in:L.4 *"
        assert not notes(pilot).view.marked


async def test_a_note_is_written_from_the_list(start: Start, held: None) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        await write(pilot, "seven")
        await press(pilot, "f6")
        assert isinstance(pilot.app.screen, NoteScreen)
        await write(pilot, " more")
        await press(pilot, "escape")
        assert said("op7").note == "seven [words] more"  # type: ignore[union-attr]
        assert "seven [words] more" in words(pilot, "#previewed")


async def test_only_what_is_marked_is_exported(start: Start, held: None, tmp_path: object) -> None:
    async with start() as pilot:
        await press(pilot, "l", "space", "f4")
        screen = pilot.app.screen
        assert isinstance(screen, ExportScreen)
        assert len(screen._ids) == 1


async def test_a_full_disk_is_told_and_what_is_marked_stays(
    start: Start, held: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise StoreUnavailable("磁盘已满，批注未能保存：请腾出空间后再试。")

    async with start() as pilot:
        await press(pilot, "l", "asterisk", "f7")
        await write(pilot, "新标签")
        with monkeypatch.context() as broken:
            broken.setattr(Shelf, "revise", full)
            await press(pilot, "enter")
        assert any(each.severity == "error" for each in pilot.app._notifications)
        assert len(notes(pilot).view.marked) == 4


@pytest.fixture
def contested(home: object) -> None:
    """A note that two windows changed."""
    store = shelf()
    seen = store.set_note(DRAFT, "op7", quote_of(DRAFT, "op7"), "first")
    assert seen
    store.put(replace(seen, note="theirs"))
    store.put(replace(seen, note="mine"), seen=seen)


@pytest.mark.parametrize(("keys", "note"), [(("f2",), "theirs"), (("delete", "y"), "mine")], ids=["taken", "let go"])
async def test_a_conflict_stands_first_and_is_ended_by_a_key(
    start: Start, contested: None, keys: tuple[str, ...], note: str
) -> None:
    async with start() as pilot:
        await press(pilot, "l")
        assert isinstance(notes(pilot).list.current, ConflictRow)
        assert "mine" in words(pilot, "#previewed") and "theirs" in words(pilot, "#previewed")
        assert "F2" in notes(pilot).query_one(KeyHints).render().plain
        await press(pilot, *keys)
        assert said("op7").note == note  # type: ignore[union-attr]
        assert shelf().conflicts(DRAFT) == ()
        assert not any(isinstance(row, ConflictRow) for row in notes(pilot).list.rows)


async def test_what_was_taken_of_a_conflict_can_be_taken_back(start: Start, contested: None) -> None:
    async with start() as pilot:
        await press(pilot, "l", "f2", "ctrl+z")
        assert said("op7").note == "mine"  # type: ignore[union-attr]


async def test_a_card_opens_from_the_list(start: Start, home: object) -> None:
    store = shelf()
    fresh = store.set_note(REPORT, "p3", quote_of(REPORT, "p3"), "x")
    assert fresh
    store.discard(REPORT, fresh.id)
    store.put(replace(fresh, document="A/RES/64/293", place="", scope="card", quote=""))
    async with start() as pilot:
        await press(pilot, "l", "enter")
        await settle(pilot)
        assert type(pilot.app.screen).__name__ == "CardScreen"


async def test_very_many_are_listed_without_making_a_row_of_each(
    start: Start, held: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    init: Callable[..., None] = NoteRow.__init__
    monkeypatch.setattr(NoteRow, "__init__", lambda self, *args, **more: made.append(1) or init(self, *args, **more))
    store = shelf()
    plain = store.at(DRAFT, "op7")
    assert plain
    store.exchange(DRAFT, (), [replace(plain, id=f"{turn:032x}", kind="check") for turn in range(3000)])
    async with start() as pilot:
        await press(pilot, "l")
        assert len(notes(pilot).list.rows) > 3000
        assert len(made) < 1000
