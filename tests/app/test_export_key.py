"""The key that writes tags and notes to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, quote_of, write
from textual.pilot import Pilot
from textual.widgets import Input, Static

from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.screens.export import ExportScreen, file_name
from tui.screens.reader import ReaderScreen


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    shelf = Shelf(annotations_folder())
    shelf.set_note(DRAFT, "op5", quote_of(DRAFT, "op5"), "my note")
    shelf.set_note(REPORT, "p3", quote_of(REPORT, "p3"), "other note")
    return work


async def test_the_notes_of_the_document_are_written_to_the_current_folder(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        text = (folder / "jueyi-A-C.3-80-L.4.md").read_text(encoding="utf-8")
        assert "my note" in text
        assert "other note" not in text
        assert any("jueyi-A-C.3-80-L.4.md" in notice.message for notice in pilot.app._notifications)


async def test_from_the_library_all_notes_are_written(start: Start, folder: Path) -> None:
    async with start() as pilot:
        await press(pilot, "e", "enter")
        text = (folder / "jueyi.md").read_text(encoding="utf-8")
        assert "my note" in text and "other note" in text


async def test_the_user_may_name_the_file(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(Input).value = ""
        await write(pilot, "mine.md")
        await press(pilot, "enter")
        assert "my note" in (folder / "mine.md").read_text(encoding="utf-8")


async def test_an_export_is_written_anew_without_asking(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "enter")
        first = (folder / file_name(DRAFT)).read_bytes()
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert (folder / file_name(DRAFT)).read_bytes() == first


async def test_what_was_written_into_an_export_by_hand_stays(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "enter")
        exported = folder / file_name(DRAFT)
        exported.write_text(exported.read_text(encoding="utf-8") + "\nby hand\n", encoding="utf-8")
        before = exported.read_bytes()
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert exported.read_bytes() == before


async def test_a_part_in_which_one_wrote_is_kept_and_told(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "enter")
        exported = folder / file_name(DRAFT)
        written = exported.read_text(encoding="utf-8").replace("my note", "my note, longer")
        exported.write_text(written, encoding="utf-8")
        await press(pilot, "e", "enter")
        assert exported.read_text(encoding="utf-8") == written
        assert any("left as it is" in notice.message for notice in pilot.app._notifications)


async def test_a_file_of_another_origin_is_added_to_only_when_asked_twice(start: Start, folder: Path) -> None:
    foreign = folder / file_name(DRAFT)
    foreign.write_text("# my paper\n", encoding="utf-8")
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert foreign.read_text(encoding="utf-8") == "# my paper\n"
        await press(pilot, "enter")
        text = foreign.read_text(encoding="utf-8")
        assert text.startswith("# my paper\n") and "my note" in text


async def test_data_of_another_origin_is_overwritten_only_when_asked_twice(start: Start, folder: Path) -> None:
    foreign = folder / file_name(DRAFT, "json")
    foreign.write_text("[]", encoding="utf-8")
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "f4", "enter")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert foreign.read_text(encoding="utf-8") == "[]"
        await press(pilot, "enter")
        assert "my note" in foreign.read_text(encoding="utf-8")


async def test_template_order_and_format_are_chosen_by_key(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e")
        assert shown(pilot) == "Template notes and tags   Order of the template   Format Markdown"
        await press(pilot, "f2", "f3", "f3")
        assert shown(pilot) == "Template delegation brief   Order tags   Format Markdown"
        await press(pilot, "enter")
        assert "# 代表团简报" in (folder / file_name(DRAFT)).read_text(encoding="utf-8")
        await press(pilot, "e", *["f4"] * 4)
        assert shown(pilot).endswith("Format Word")
        await press(pilot, "enter")
        assert (folder / file_name(DRAFT, "docx")).read_bytes().startswith(b"PK")
        await press(pilot, "e", "f4")
        assert shown(pilot) == "Format JSON"


def shown(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#choices", Static).content).strip()


async def test_a_wrong_template_is_refused_and_the_panel_stays(start: Start, folder: Path, home: Path) -> None:
    (home / "templates").mkdir(parents=True)
    (home / "templates" / "mine.md").write_text("{% for %}", encoding="utf-8")
    async with start(DRAFT) as pilot:
        await press(pilot, "e", *["f2"] * 5)
        assert shown(pilot).startswith("Template mine ")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert any("wrong in line 1" in notice.message for notice in pilot.app._notifications)
        assert list(folder.iterdir()) == []


async def test_into_a_folder_goes_a_file_a_document(start: Start, folder: Path) -> None:
    async with start() as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(Input).value = str(folder)
        await press(pilot, "enter")
    assert sorted(path.name for path in folder.iterdir()) == ["A_74_127.md", "A_C.3_80_L.4.md"]


async def test_a_folder_is_no_file_of_data(start: Start, folder: Path) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e", "f4")
        pilot.app.screen.query_one(Input).value = str(folder)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportScreen)


async def test_a_place_where_nothing_can_be_written_is_said(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(Input).value = "/proc/none/file.md"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert any(notice.severity == "error" for notice in pilot.app._notifications)


@pytest.mark.parametrize(
    ("key", "name"),
    [(None, "jueyi.md"), ("A/RES/64/293", "jueyi-A-RES-64-293.md"), ("贩运 人口 (2021)", "jueyi-贩运-人口-(2021).md")],
)
def test_the_file_is_named_after_the_document(key: str | None, name: str) -> None:
    assert file_name(key) == name
