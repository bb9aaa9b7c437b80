"""Letters on links: on each that one sees, narrowed by typing, and followed as Enter would."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press
from textual.pilot import Pilot

from tui.app import JueyiApp
from tui.letters import HOME_ROW
from tui.screens.card import CardScreen
from tui.screens.help import HelpScreen, KeyRow
from tui.screens.hinting import HintingScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.hint_line import HintLine
from tui.widgets.letters import LetteredView, Letters, spread
from tui.widgets.links import Link


def screen(pilot: Pilot[None]) -> HintingScreen:
    shown = pilot.app.screen
    assert isinstance(shown, HintingScreen)
    return shown


def reader(pilot: Pilot[None]) -> ReaderScreen:
    shown = pilot.app.screen
    assert isinstance(shown, ReaderScreen)
    return shown


def line(pilot: Pilot[None]) -> HintLine:
    line = screen(pilot).hint_line
    assert line is not None
    return line


def laid(view: LetteredView) -> list[Letters]:
    return list(view._letters)


def links_seen(pilot: Pilot[None]) -> list[tuple[str, int, Link]]:
    pane = reader(pilot).pane
    return [(place, number, pane.links(place)[number]) for place, number in pane.links_in_view()]


def word_for(pilot: Pilot[None], turn: int) -> str:
    return line(pilot).words[turn]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (40, 12)])
async def test_each_link_in_view_has_a_word_that_stands_on_it(start: Start, size: tuple[int, int]) -> None:
    async with start(f"{DRAFT}#pp8", size=size) as pilot:
        await press(pilot, "F")
        pane = reader(pilot).pane
        links = links_seen(pilot)
        assert links
        assert len(line(pilot).words) == len(links) == len(laid(pane))
        for (place, number, _link), letters in zip(links, sorted(laid(pane)), strict=True):
            stand = pane.link_offset(place, number)
            assert stand is not None
            assert letters.row == stand.y
            assert stand.x <= letters.cell < stand.x + 4
            text = pane.render_line(letters.row).text
            assert letters.word in text
            assert pane.render_line(letters.row).cell_length == pane.size.width


async def test_a_word_follows_a_citation_and_one_comes_back(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        before = reader(pilot).pane.scroll_offset.y
        await press(pilot, "F")
        turn = next(n for n, (_place, _number, link) in enumerate(links_seen(pilot)) if link.target == "A/RES/64/293")
        place = links_seen(pilot)[turn][0]
        await press(pilot, *word_for(pilot, turn))
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == "A/RES/64/293"
        await press(pilot, "backspace")
        pane = reader(pilot).pane
        assert (pane.cursor, pane.scroll_offset.y) == (place, before)
        assert laid(pane) == []


async def test_a_word_opens_a_footnote_of_another_paragraph_and_that_is_a_jump(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await press(pilot, "F")
        turn, place = next(
            (n, place)
            for n, (place, _number, link) in enumerate(links_seen(pilot))
            if link.kind == "marker" and place != "pp8"
        )
        await press(pilot, *word_for(pilot, turn))
        popover = reader(pilot).popover
        assert popover is not None and popover.display
        assert reader(pilot).pane.cursor == place
        await press(pilot, "escape", "backspace")
        assert reader(pilot).pane.cursor == "pp8"


async def test_shift_with_the_last_letter_peeks(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await press(pilot, "F")
        turn = next(n for n, (_place, _number, link) in enumerate(links_seen(pilot)) if link.target == "A/RES/64/293")
        *begin, last = word_for(pilot, turn)
        await press(pilot, *begin, last.upper())
        peek = reader(pilot).peek
        assert peek is not None and peek.display
        assert peek.title == "A/RES/64/293"
        await press(pilot, "escape")
        assert not peek.display
        assert reader(pilot).pane.has_focus


async def test_letters_narrow_backspace_widens_and_escape_ends(start: Start) -> None:
    async with start(f"{DRAFT}#pp3", size=(200, 50)) as pilot:
        pane = reader(pilot).pane
        await press(pilot, "F")
        words = line(pilot).words
        assert len(words) > len(HOME_ROW), "the test needs words of two letters"
        first = words[-1][0]
        await press(pilot, first)
        left = [word for word in words if word.startswith(first)]
        assert [letters.word for letters in laid(pane)] == left
        assert {letters.typed for letters in laid(pane)} == {1}
        await press(pilot, "z", "1", "space")
        assert [letters.word for letters in laid(pane)] == left
        await press(pilot, "backspace")
        assert len(laid(pane)) == len(words)
        await press(pilot, first, "escape")
        assert laid(pane) == []
        assert screen(pilot).hint_line is None
        assert pane.has_focus


async def test_enter_takes_the_first_that_is_left(start: Start) -> None:
    async with start(f"{DRAFT}#pp8", size=(200, 50)) as pilot:
        await press(pilot, "F")
        words = line(pilot).words
        turn = next(n for n, word in enumerate(words) if word[0] == words[-1][0])
        place, number, _link = links_seen(pilot)[turn]
        await press(pilot, words[-1][0], "enter")
        shown = pilot.app.screen_stack[-2] if not isinstance(pilot.app.screen, ReaderScreen) else pilot.app.screen
        assert isinstance(shown, ReaderScreen)
        assert (shown.pane.cursor, shown.pane.selected_link) == (place, number)


async def test_keys_of_the_screen_do_nothing_meanwhile_and_work_afterwards(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await press(pilot, "F", "t", "slash", "vertical_line", "ctrl+f", "end", "f2", "q")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert reader(pilot).other is None
        assert len(laid(reader(pilot).pane)) == len(line(pilot).words)
        await press(pilot, "escape", "q")
        assert not isinstance(pilot.app.screen, ReaderScreen)


async def test_where_there_is_no_link_that_is_said(start: Start) -> None:
    async with start(f"{DRAFT}#ch", size=(20, 6)) as pilot:
        await press(pilot, "F")
        assert screen(pilot).hint_line is None
        assert [notice.message for notice in pilot.app._notifications] == ["There is no link in view."]


async def test_help_tells_the_keys(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await press(pilot, "F", "question_mark")
        shown = pilot.app.screen
        assert isinstance(shown, HelpScreen)
        told = {row.command.id for row in shown.list.rows if isinstance(row, KeyRow)}
        assert {"hints.take-first", "hints.take-back", "hints.end"} <= told
        assert not any(each.startswith(("reader.", "text.")) for each in told)
        await press(pilot, "escape", "escape")
        assert reader(pilot).pane.has_focus


async def test_links_of_both_panes_and_going_over_by_a_word(start: Start) -> None:
    async with start(f"{DRAFT}#pp8", size=(160, 40)) as pilot:
        await press(pilot, "vertical_line", "g", *"op5", "enter", "w", "F")
        left, right = (column.pane for column in reader(pilot).columns)
        assert reader(pilot).pane is left
        assert laid(left) and laid(right)
        target = next(letters for letters in sorted(laid(right)))
        await press(pilot, *target.word)
        below = next(each for each in pilot.app.screen_stack if isinstance(each, ReaderScreen))
        assert below.pane is right
        assert laid(left) == laid(right) == []


async def test_links_in_footnotes_that_are_unfolded_in_place(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        place = next(block.id for block in reader(pilot).document[1].blocks if cites_in_note(pilot, block.id))
        await press(pilot, "g", *place, "enter", "f2", "F")
        in_notes = [(n, link) for n, (_p, _n, link) in enumerate(links_seen(pilot)) if link.block.startswith("fn")]
        assert in_notes
        turn, link = in_notes[0]
        words = line(pilot).words
        assert len(words) == len(links_seen(pilot))
        await press(pilot, *words[turn])
        shown = pilot.app.screen
        assert isinstance(shown, CardScreen)
        assert shown.position.key == link.target


async def test_links_of_an_open_footnote_and_none_for_what_that_covers(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        place = next(block.id for block in reader(pilot).document[1].blocks if cites_in_note(pilot, block.id))
        await press(pilot, "g", *place, "enter", "f", "F")
        popover = reader(pilot).popover
        assert popover is not None and popover.display
        assert len(laid(popover)) == len(popover.links) == 1
        pane = reader(pilot).pane
        for letters in laid(pane):
            assert not popover.region.contains(letters.cell + pane.region.x, letters.row + pane.region.y)
        link = popover.links[0]
        await press(pilot, *laid(popover)[0].word)
        shown = pilot.app.screen
        assert isinstance(shown, CardScreen)
        assert shown.position.key == link.target


def cites_in_note(pilot: Pilot[None], place: str) -> bool:
    document = reader(pilot).document[1]
    notes = [marker.footnote for marker in document.by_id[place].markers]
    return len(notes) == 1 and len(document.citations_by_place.get(notes[0] or "", ())) == 1


async def test_lines_of_a_card(start: Start) -> None:
    async with start("64/293") as pilot:
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        await press(pilot, "F")
        words = line(pilot).words
        rows = [row for row in card._list.rows if row.selectable]
        assert len(words) == min(len(rows), len(laid(card._list)))
        await press(pilot, *words[3])
        assert reader(pilot).pane.cursor == rows[3].mention.place


async def test_shift_peeks_at_a_line_of_a_card(start: Start) -> None:
    async with start("64/293") as pilot:
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        await press(pilot, "F")
        *begin, last = line(pilot).words[2]
        await press(pilot, *begin, last.upper())
        assert pilot.app.screen is card
        assert card.peek is not None and card.peek.display
        assert card.peek.title.startswith(card._list.current.mention.document)


async def test_shift_peeks_at_a_link_of_an_open_footnote(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        place = next(block.id for block in reader(pilot).document[1].blocks if cites_in_note(pilot, block.id))
        await press(pilot, "g", *place, "enter", "f", "F")
        popover = reader(pilot).popover
        assert popover is not None
        *begin, last = laid(popover)[0].word
        await press(pilot, *begin, last.upper())
        assert popover.display
        assert reader(pilot).peek is not None and reader(pilot).peek.display


async def test_letters_come_from_the_list_of_keys_too(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await press(pilot, "question_mark", *"Show letters", "enter")
        assert reader(pilot).focused is line(pilot)
        assert laid(reader(pilot).pane)
        await press(pilot, "escape")
        assert reader(pilot).pane.has_focus


async def test_a_click_or_a_change_of_size_leaves_nothing_behind(start: Start) -> None:
    async with start(f"{DRAFT}#pp8", size=(120, 36)) as pilot:
        pane = reader(pilot).pane
        await press(pilot, "F")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        seen = {(letters.row, letters.cell) for letters in laid(pane)}
        for _place, _number, link in links_seen(pilot):
            region = pane.link_region(link)
            assert any(row == region.y - pane.content_region.y for row, _cell in seen) or not region
        await pilot.click("StatusLine")
        await press(pilot, "escape")
        assert laid(pane) == []


async def test_history_counts_one_step_for_a_hint_in_the_paragraph_itself(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        app = pilot.app
        assert isinstance(app, JueyiApp)
        await press(pilot, "F")
        turn = next(n for n, (place, _number, _link) in enumerate(links_seen(pilot)) if place == "pp8")
        await press(pilot, *word_for(pilot, turn))
        assert [position.place for position in app.workspace.history.behind] == ["pp8"]


def test_words_on_links_that_touch_stand_side_by_side() -> None:
    letters = [Letters(3, 10, "fj", 0), Letters(3, 11, "fd", 0), Letters(2, 11, "s", 0), Letters(3, 20, "a", 0)]
    assert [(each.row, each.cell) for each in spread(letters)] == [(2, 11), (3, 10), (3, 12), (3, 20)]
