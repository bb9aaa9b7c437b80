"""Selecting text: by keyboard, with the mouse, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from conftest import DRAFT, Start, press, settle
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from tui import clipboard
from tui.screens.card import CardScreen
from tui.screens.reader import ReaderScreen
from tui.screens.text import Text
from tui.widgets.key_hints import KeyHints
from tui.widgets.page.selection import Chosen
from tui.widgets.selection_view import SelectionView
from tui.widgets.status_line import StatusLine

OP1 = "敦促尚未批准或加入《联合国打击跨国有组织犯罪公约》"


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def selected(pilot: Pilot[None]) -> list[str]:
    """What is selected, paragraph by paragraph."""
    pane = reader(pilot).pane
    assert pane.document
    return [pane.document.text_of(block)[start:end] for block, start, end in pane.selection]


def hints(pilot: Pilot[None]) -> str:
    """The footer as it is on the screen, and not as it would be drawn anew."""
    return pilot.app.screen.query_one(KeyHints).render_line(0).text.strip()


def spot(pane: Text, place: str, at: int) -> tuple[int, int]:
    """Where a character stands on the screen."""
    region = pane.region_of(place, at)
    return region.x, region.y


async def click(pilot: Pilot[None], place: str, at: int, times: int) -> None:
    await pilot.click(offset=spot(reader(pilot).pane, place, at), times=times)
    await settle(pilot)


async def drag(pilot: Pilot[None], *spots: tuple[int, int], release: bool = True) -> None:
    """Press the mouse at the first spot and move it over the others."""
    await pilot._post_mouse_events([MouseDown], offset=spots[0], button=1)
    for there in spots[1:]:
        await pilot._post_mouse_events([MouseMove], offset=there, button=1)
    if release:
        await pilot._post_mouse_events([MouseUp], offset=spots[-1], button=1)
        await pilot._post_mouse_events([Click], offset=spots[-1], button=1)
    await settle(pilot)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("l", OP1[:2]),
        ("right right", OP1[:3]),
        ("l l h", OP1[:2]),
        ("w", OP1[:2]),
        ("w w", OP1[:4]),
        ("w w b", OP1[:2]),
    ],
)
async def test_characters_and_words_extend_the_selection(start: Start, keys: str, text: str) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "v", *keys.split())
        assert selected(pilot) == [text]


async def test_sentences_and_paragraphs_go_over_into_the_next_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        document = reader(pilot).document
        assert document
        text = {block.id: block.text for block in document[1].blocks}
        await press(pilot, "v", "right_parenthesis")
        assert selected(pilot) == [text["op1"]]
        await press(pilot, "right_curly_bracket", "right_curly_bracket")
        assert selected(pilot) == [text["op1"], text["op2"], text["op3"]]
        assert reader(pilot).pane.cursor == "op3"
        await press(pilot, "left_curly_bracket")
        assert selected(pilot) == [text["op1"], text["op2"]]
        await press(pilot, "left_parenthesis", "l")
        assert selected(pilot) == [text["op1"], text["op2"][:1]]


async def test_lines_extend_the_selection(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        pane = reader(pilot).pane
        assert pane.page
        lines = pane.page.layout(pane.page.index_of["op1"]).setting.lines
        await press(pilot, "v", "j")
        (part,) = pane.selection
        assert lines[1].start < part.end <= lines[1].start + 2
        await press(pilot, "up")
        assert pane.selection == [Chosen("op1", 0, 1)]


async def test_the_other_end_can_be_moved_and_the_ends_may_pass_each_other(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "v", "w", "w", "o", "w")
        assert selected(pilot) == [OP1[2:4]]
        await press(pilot, "w")
        assert reader(pilot).pane.selection[0].start == 4


async def test_the_selection_begins_with_the_link_at_the_cursor(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = reader(pilot).pane
        link = next(n for n, link in enumerate(pane.links("op5")) if link.kind == "citation")
        await press(pilot, *["tab"] * (link + 1), "v")
        assert selected(pilot) == [pane.links("op5")[link].label]


async def test_the_selection_begins_with_what_one_sees_of_a_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#pp6", size=(50, 12)) as pilot:
        pane = reader(pilot).pane
        assert pane.page
        pane.go_to_row(pane.page.content(pane.page.index_of["pp6"])[0] + 2)
        await settle(pilot)
        await press(pilot, "v")
        (part,) = pane.selection
        assert part.start == pane.page.layout(pane.page.index_of[part.block]).setting.lines[2].start


async def test_the_keys_of_the_selection_are_told_only_while_one_selects(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        before = hints(pilot)
        assert "j k paragraph" in before
        await press(pilot, "v")
        for hint in ("w b word", "( ) sentence", "h l character", "y copy", "Esc leave", "? help"):
            assert hint in hints(pilot)
        assert "Enter" not in hints(pilot)
        assert "1 character selected" in pilot.app.screen.query_one(StatusLine).address
        await press(pilot, "right_curly_bracket", "right_curly_bracket")
        assert pilot.app.screen.query_one(StatusLine).address.startswith("operative paras. 1 to 2 · ")
        await press(pilot, "escape")
        assert hints(pilot) == before
        assert not reader(pilot).pane.selection
        assert "selected" not in pilot.app.screen.query_one(StatusLine).address


async def test_after_leaving_the_keys_mean_what_they_meant(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "v", "j", "v", "j")
        assert not reader(pilot).pane.selection
        await press(pilot, "home", "j")
        assert reader(pilot).pane.cursor == "pp1"


@pytest.mark.parametrize("key", ["y", "ctrl+c"])
async def test_the_selection_is_copied_with_its_citation(
    start: Start, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda _environment: False)
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "v", "w", "w", key)
        assert pilot.app.clipboard == f"“{OP1[:4]}”（A/C.3/80/L.4，执行部分第1段）"
        assert not reader(pilot).pane.selection


async def test_capital_y_copies_the_text_alone(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda _environment: False)
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "v", "w", "w", "Y")
        assert pilot.app.clipboard == OP1[:4]


async def test_dragging_selects_over_paragraphs_in_both_directions(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        pane = reader(pilot).pane
        there, here = spot(pane, "op1", 2), spot(pane, "op2", 3)
        await drag(pilot, there, here)
        forward = pane.selection
        assert forward[0].block == "op1" and forward[0].start == 2
        assert forward[-1] == Chosen("op2", 0, 4)
        await drag(pilot, here, there)
        assert pane.selection == forward
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_drag_over_a_sign_leaves_it_out(start: Start) -> None:
    async with start(f"{DRAFT}#pp6") as pilot:
        pane = reader(pilot).pane
        marker = next(link for link in pane.links("pp6") if link.kind == "marker")
        sign = pane.link_region(marker)
        before = spot(pane, "pp6", marker.at - 2)
        await drag(pilot, before, (sign.x, sign.y))
        assert pane.selection == [Chosen("pp6", marker.at - 2, marker.at)]


async def test_a_drag_that_ends_on_a_link_does_not_follow_it(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = reader(pilot).pane
        link = next(link for link in pane.links("op5") if link.kind == "citation")
        await drag(pilot, spot(pane, "op5", 0), spot(pane, "op5", link.at + 1))
        assert not isinstance(pilot.app.screen, CardScreen)
        assert pane.selection == [Chosen("op5", 0, link.at + 2)]


async def test_beyond_the_edge_the_text_scrolls_and_is_selected(start: Start) -> None:
    async with start(f"{DRAFT}#op1", size=(80, 16)) as pilot:
        pane = reader(pilot).pane
        top = pane.scroll_offset.y
        x, y = spot(pane, pane.cursor or "", 4)
        await drag(pilot, (x, y), (x, 15), release=False)
        before = pane.selection
        for _turn in range(6):
            pane.scroll_selecting()
        assert pane.scroll_offset.y > top
        assert len(pane.selection) > len(before)
        await pilot._post_mouse_events([MouseUp], offset=(x, 15), button=1)
        await settle(pilot)
        resting = pane.scroll_offset.y
        pane.scroll_selecting()
        assert pane.scroll_offset.y == resting


async def test_a_click_puts_the_selection_out_and_moves_the_cursor(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "v")
        await click(pilot, "op2", 1, 1)
        assert not reader(pilot).pane.selection
        assert reader(pilot).pane.cursor == "op2"


@pytest.mark.parametrize(("times", "text"), [(2, "联合国"), (3, None), (4, None)])
async def test_several_clicks_take_a_word_a_sentence_a_paragraph(start: Start, times: int, text: str | None) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        pane = reader(pilot).pane
        assert pane.document
        await click(pilot, "op1", OP1.index("合国"), times)
        assert selected(pilot) == [text or pane.document.text_of("op1")]


async def test_a_citation_is_one_word(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = reader(pilot).pane
        link = next(link for link in pane.links("op5") if link.kind == "citation")
        await press(pilot, "v")
        while pane.selection[-1].end <= link.at:
            await press(pilot, "w")
        assert pane.selection[-1].end >= link.end


async def test_the_selection_outlasts_another_width_and_a_fold(start: Start) -> None:
    async with start(f"{DRAFT}#pp9") as pilot:
        pane = reader(pilot).pane
        await press(pilot, "v", "right_curly_bracket", "right_curly_bracket")
        before = pane.selection
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert pane.selection == before
        pane.cursor = "pp9"
        assert pane.toggle_fold()
        assert pane.selection == before


async def test_another_document_begins_without_a_selection(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        pane = reader(pilot).pane
        await press(pilot, "v")
        assert pane.document
        pane.show(pane.document, {})
        assert not pane.selection


async def test_where_there_is_no_text_nothing_is_selected(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        pane = reader(pilot).pane
        assert pane.document
        pane.show(replace(pane.document, blocks=(pane.document.blocks[0]._replace(text="", markers=()),)), {})
        await press(pilot, "v")
        assert not pane.selection
        assert [notice.message for notice in pilot.app._notifications] == ["This paragraph has no text to select."]


def test_what_is_picked_is_not_sought_in_all_of_a_document_where_nothing_is() -> None:
    """It is asked at each step: in 50,000 paragraphs a key took 45 ms instead of 26."""
    pane = SimpleNamespace(document=object(), chosen=None, picked=frozenset())
    assert SelectionView.selection.fget(pane) == []  # type: ignore[attr-defined]
