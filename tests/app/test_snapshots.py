"""Whole screens as they look, in both languages, at the sizes and in the themes that matter.

To look at what changed: `pytest tests/app/test_snapshots.py`; to accept it: `--snapshot-update`.
"""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import DRAFT, press, settle, write
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from store.annotations.shelf import Shelf
from store.annotations.tag_book import Tag
from store.annotations.target import place_target, words_target
from store.library.library import Library
from store.paths import annotations_folder
from store.state import State
from tui import language
from tui.app import JueyiApp
from tui.marking import Marking
from tui.screens import tags
from tui.themes import DARK, LIGHT

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 50)

Steps = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture(autouse=True)
def scene(home: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library with some notes, in Chinese, with nothing that blinks or takes time."""
    home.mkdir()
    shutil.copy(index, home / index.name)
    monkeypatch.setattr(language, "_chosen", "zh")
    monkeypatch.setattr(tags, "telling_words", lambda _text, limit, _spread: ["贩运人口", "行动计划"][:limit])
    shelf = Shelf(annotations_folder(), now=lambda: "2026-01-01T00:00:00Z")
    shelf.set_tags(DRAFT, "pp8", "quote", ["全球行动计划", "我方"])
    shelf.set_note(DRAFT, "pp8", "quote", "2010 年的原始授权；与第 4 段的高级别会议一并引用。")
    shelf.set_tags(DRAFT, "op5", "quote", ["我方"])


@pytest.fixture
def look(snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Compares a screen with how it looked: `look(target, steps, size, theme, speech)`."""

    def compare(
        target: str | None,
        *keys: str,
        size: tuple[int, int] = MIDDLE,
        theme: str = DARK,
        speech: str = "zh",
        then: Steps | None = None,
    ) -> bool:
        monkeypatch.setattr(language, "_chosen", speech)
        State().set_theme(theme)

        async def prepare(pilot: Pilot[None]) -> None:
            await settle(pilot)
            await press(pilot, *keys)
            if then:
                await then(pilot)
            await settle(pilot)
            for field in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
                field.cursor_blink = False
            await pilot.pause()

        return snap_compare(JueyiApp(target), terminal_size=size, run_before=prepare)

    return compare


@pytest.mark.parametrize("speech", ["zh", "en"])
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_library(look: Callable[..., bool], size: tuple[int, int], theme: str, speech: str) -> None:
    State().remember_place(DRAFT, "op22")
    assert look(None, size=size, theme=theme, speech=speech)


def test_library_without_a_hit(look: Callable[..., bool]) -> None:
    async def filter_it(pilot: Pilot[None]) -> None:
        await write(pilot, "xyzzy")

    assert look(None, "slash", then=filter_it)


@pytest.mark.parametrize("speech", ["zh", "en"])
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_reader(look: Callable[..., bool], size: tuple[int, int], theme: str, speech: str) -> None:
    assert look(f"{DRAFT}#pp8", size=size, theme=theme, speech=speech)


def test_reader_of_a_report(look: Callable[..., bool]) -> None:
    assert look("A/74/127#p98")


def test_outline_over_the_text(look: Callable[..., bool]) -> None:
    assert look(f"{DRAFT}#pp8", "o", size=SMALL)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_popover(look: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert look(f"{DRAFT}#op2", "f", size=size, theme=theme)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "keys",
    [("tab", "K"), ("tab", "K", "p", "j"), ("F",), ("end", "g", "1", "enter", "h")],
    ids=["peek", "kept", "letters", "way"],
)
def test_moves(look: Callable[..., bool], keys: tuple[str, ...], size: tuple[int, int], theme: str) -> None:
    assert look(f"{DRAFT}#pp8", *keys, size=size, theme=theme)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_card(look: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert look("64/293", size=size, theme=theme)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_note_editor(look: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert look(f"{DRAFT}#pp8", "a", size=size, theme=theme)


def test_tag_prompt(look: Callable[..., bool]) -> None:
    assert look(f"{DRAFT}#op5", "t")


def test_goto(look: Callable[..., bool]) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await write(pilot, "64")

    assert look(f"{DRAFT}#op5", "g", then=type_it)


def test_search(look: Callable[..., bool]) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await write(pilot, "信托基金 受害人")

    assert look(None, "ctrl+f", then=type_it)


def test_find(look: Callable[..., bool]) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await write(pilot, "64/293")

    assert look(f"{DRAFT}#pp1", "slash", then=type_it)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", [(), ("f5", "down", "space")], ids=["documents", "tags"])
def test_list_of_notes(look: Callable[..., bool], size: tuple[int, int], keys: tuple[str, ...]) -> None:
    annotate()
    shelf = Shelf(annotations_folder())
    for each in list(shelf.all()):
        shelf.restore(replace(each, created="2026-11-03T08:00:00Z", modified="2026-11-03T08:00:00Z"))
    assert look(None, "l", *keys, size=size)


def test_list_without_notes(look: Callable[..., bool]) -> None:
    assert look(DRAFT, "l")


@pytest.mark.parametrize("speech", ["zh", "en"])
@pytest.mark.parametrize(
    "keys",
    [("f3",), ("f4",), ("x",), ("T",), ("f2",), ("v", "w", "w"), ("m", "a", "enter", "M"), ("i",), ("question_mark",)],
    ids=["footnotes", "marks", "filters", "themes", "footnotes-in-place", "selection", "bookmarks", "details", "help"],
)
def test_over_the_text(look: Callable[..., bool], keys: tuple[str, ...], speech: str) -> None:
    assert look(f"{DRAFT}#op2", *keys, speech=speech)


def annotate() -> None:
    """Tags with colours and keys, words with kinds, an amendment, a note over two paragraphs."""
    library = Library()
    document = library.document(DRAFT)
    marking = Marking(Shelf(annotations_folder()))
    part = words_target(DRAFT, document, [("op5", 20, 40)])
    marking.define(Tag("我方", "red", "1", "我方的立场"))
    marking.tag(place_target(DRAFT, document, "op5"), ["议题/受害人保护", "我方"])
    marking.note(place_target(DRAFT, document, "op5"), "比照 [[A/RES/64/293#op5]]。")
    marking.add(words_target(DRAFT, document, [("op5", 3, 14)]), "agreed")
    marking.add(part, "amendment", proposed=part.quote[:4] + "，酌情并适时，" + part.quote[8:])
    marking.add(words_target(DRAFT, document, [("op6", 0, 10)]), "highlight")
    marking.note(words_target(DRAFT, document, [("op7", 5, 30), ("op8", 0, 20)]), "两段连读")


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_annotated_text(look: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    annotate()
    assert look(f"{DRAFT}#op5", size=size, theme=theme)


@pytest.mark.parametrize("speech", ["zh", "en"])
@pytest.mark.parametrize("keys", [("A",), ("number_sign",)], ids=["annotations", "tags"])
def test_panels_of_annotations(look: Callable[..., bool], keys: tuple[str, ...], speech: str) -> None:
    annotate()
    assert look(f"{DRAFT}#op5", *keys, speech=speech)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_two_panes(look: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert look(f"{DRAFT}#pp8", "vertical_line", size=size, theme=theme)
