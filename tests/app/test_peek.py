"""Peeking: what a link leads to is seen without going there, and gone to, passed over, or kept beside the text."""

from __future__ import annotations

import pytest
from conftest import DRAFT, REPORT, Start, press, settle
from textual.pilot import Pilot

from store.document import Citation
from tui.app import JueyiApp
from tui.glimpses import glimpse_of
from tui.history import Position
from tui.screens.card import CardScreen
from tui.screens.peeking import PeekingScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.glimpse import Glimpse
from tui.widgets.links import Link
from tui.widgets.peek import Peek
from tui.workspace import Workspace


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def peek(pilot: Pilot[None]) -> Peek:
    screen = pilot.app.screen
    assert isinstance(screen, PeekingScreen)
    assert screen.peek is not None and screen.peek.display
    return screen.peek


def shown(pilot: Pilot[None]) -> str:
    return "".join(line.text for line in peek(pilot).lines)


def workspace(pilot: Pilot[None]) -> Workspace:
    assert isinstance(pilot.app, JueyiApp)
    return pilot.app.workspace


def told(glimpse: Glimpse) -> str:
    return "\n".join(f"{passage.label} {passage.text}" for passage in glimpse.passages)


async def at_citation(pilot: Pilot[None], symbol: str) -> str:
    """Select a citation of a symbol in the text; its paragraph."""
    pane = reader(pilot).pane
    document = reader(pilot).document[1]
    citation = next(each for each in document.citations if each.symbol == symbol and each.block in document.by_id)
    pane.go_to(citation.block)
    pane.selected_link = next(n for n, link in enumerate(pane.links(citation.block)) if link.citation == citation)
    await settle(pilot)
    return citation.block


async def test_a_card_is_peeked_at_without_leaving(start: Start) -> None:
    async with start(DRAFT) as pilot:
        place = await at_citation(pilot, "A/RES/64/293")
        stood = reader(pilot).pane.scroll_offset.y
        await press(pilot, "K")
        assert peek(pilot).title == "A/RES/64/293"
        assert "General Assembly resolution 64/293" in shown(pilot)
        assert "https://undocs.org/zh/A/RES/64/293" in shown(pilot)
        assert "cited" in shown(pilot)
        assert (reader(pilot).pane.cursor, reader(pilot).pane.scroll_offset.y) == (place, stood)
        await press(pilot, "escape")
        assert not reader(pilot).peek.display
        assert reader(pilot).pane.has_focus
        assert workspace(pilot).history.behind == ()


async def test_enter_goes_where_one_peeked_and_backspace_comes_back(start: Start) -> None:
    async with start(DRAFT) as pilot:
        place = await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "K", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "backspace")
        assert reader(pilot).pane.cursor == place
        assert not reader(pilot).peek.display


async def test_k_closes_what_k_opened_and_the_line_of_the_link_stays_seen(start: Start) -> None:
    async with start(DRAFT, size=(80, 24)) as pilot:
        await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "K")
        pane = reader(pilot).pane
        link = pane.links(pane.cursor or "")[pane.selected_link or 0]
        region = peek(pilot).region
        assert not region.contains_point(pane.link_region(link).offset)
        assert pilot.app.screen.region.contains_region(region)
        await press(pilot, "K")
        assert not reader(pilot).peek.display


async def test_n_peeks_at_the_next_citation_and_says_when_there_is_none(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await at_citation(pilot, "A/RES/64/293")
        pane = reader(pilot).pane
        await press(pilot, "K")
        seen = [(pane.cursor, pane.selected_link)]
        for _turn in range(200):
            await press(pilot, "n")
            if (pane.cursor, pane.selected_link) == seen[-1]:
                break
            seen.append((pane.cursor, pane.selected_link))
        links = [pane.links(place or "")[number or 0] for place, number in seen]
        assert {link.kind for link in links} == {"citation"}
        document = reader(pilot).document[1]
        first = document.citations.index(links[0].citation)
        in_text = [each for each in document.citations if each.block in document.by_id]
        assert [link.citation for link in links] == in_text[first:]
        assert "This is the last link." in [notice.message for notice in pilot.app._notifications]


async def test_a_citation_in_an_open_footnote_is_peeked_at_over_the_footnote(start: Start) -> None:
    async with start(DRAFT) as pilot:
        document = reader(pilot).document[1]
        place = next(
            block.id
            for block in document.blocks
            for marker in block.markers
            if document.citations_by_place.get(marker.footnote or "")
        )
        await press(pilot, "g", *place, "enter", "f", "K")
        popover = reader(pilot).popover
        assert popover is not None and popover.display
        assert peek(pilot).title
        await press(pilot, "escape")
        assert popover.has_focus
        await press(pilot, "escape")
        assert reader(pilot).pane.has_focus


async def test_the_footnote_under_a_glimpse_closes_with_it_when_one_clicks_elsewhere(start: Start) -> None:
    async with start(DRAFT) as pilot:
        document = reader(pilot).document[1]
        place = next(
            block.id
            for block in document.blocks
            for marker in block.markers
            if document.citations_by_place.get(marker.footnote or "")
        )
        await press(pilot, "g", *place, "enter", "f", "K")
        await pilot.click(reader(pilot).pane, offset=(40, 0))
        await settle(pilot)
        assert not reader(pilot).peek.display
        assert not reader(pilot).popover.display


async def test_a_marker_shows_its_footnote(start: Start) -> None:
    async with start(DRAFT) as pilot:
        document = reader(pilot).document[1]
        place = next(block.id for block in document.blocks if block.markers)
        await press(pilot, "g", *place, "enter", "K")
        assert reader(pilot).popover.display


async def test_a_paragraph_without_links_says_so(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pane = reader(pilot).pane
        bare = next(block.id for block in reader(pilot).document[1].blocks if not pane.links(block.id))
        await press(pilot, "g", *bare, "enter", "K")
        assert "This paragraph has no link to peek at." in [each.message for each in pilot.app._notifications]


async def test_a_kept_document_stands_beside_and_keeps_its_place(start: Start) -> None:
    async with start(DRAFT, size=(160, 40)) as pilot:
        screen = reader(pilot)
        here = screen.active
        citation = Citation("op5", 0, "A/74/127", REPORT, pinpoint="第98段")
        screen.peek_at(screen._origin_in_text(screen.pane, cited(screen, citation)))
        await settle(pilot)
        assert "第98段" in peek(pilot).title or "para. 98" in peek(pilot).title
        assert reader(pilot).origin is not None
        text = workspace(pilot).library.document(REPORT).by_id["p98"].text
        assert text[:20] in shown(pilot)
        await press(pilot, "p")
        assert screen.active is here and here.pane.has_focus
        other = screen.other
        assert other is not None
        assert (other.pane.document.front.symbol, other.pane.cursor) == (REPORT, "p98")
        await press(pilot, "j", "j", "pagedown", "end")
        assert other.pane.cursor == "p98"
        await press(pilot, "vertical_line")
        assert screen.columns == [here]


def cited(screen: ReaderScreen, citation: Citation) -> Link:
    """A link as the text has it, to a place that no bundled document cites."""
    pane = screen.pane
    link = next(each for each in pane.links(screen_place(screen)) if each.citation)
    return link._replace(citation=citation, target=citation.symbol)


def screen_place(screen: ReaderScreen) -> str:
    pane = screen.pane
    place = next(place for place, number in pane.links_in_view() if pane.links(place)[number].citation)
    pane.go_to(place)
    pane.link_region = lambda link: pane.region_of(place, 0)  # the made-up link stands nowhere itself
    return place


@pytest.mark.parametrize(("size", "beside"), [((120, 36), True), ((80, 24), True), ((60, 20), False)])
async def test_a_kept_card_stays_until_escape(start: Start, size: tuple[int, int], beside: bool) -> None:
    """Beside the text, which makes room for it, or in a corner where there is no room."""
    async with start(DRAFT, size=size) as pilot:
        place = await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "K", "p")
        pane, kept = reader(pilot).pane, reader(pilot).kept
        assert pane.has_focus
        assert pane.cursor == place
        assert kept is not None
        assert kept.title == "A/RES/64/293"
        assert "64/293" in kept.render_line(0).text + kept.render_line(1).text
        region = kept.region
        assert region.overlaps(pane.region) is not beside
        assert region.right == size[0]
        await press(pilot, "j", "j", "pagedown")
        assert kept.region == region
        await press(pilot, "escape")
        assert reader(pilot).kept is None
        assert not reader(pilot).query(Peek)


async def test_one_peeks_further_beside_what_is_kept(start: Start) -> None:
    async with start(DRAFT, size=(160, 40)) as pilot:
        await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "K", "p")
        kept = reader(pilot).kept
        await at_citation(pilot, "A/RES/61/180")
        await press(pilot, "K")
        assert peek(pilot).title == "A/RES/61/180"
        assert kept is not None and kept.display and kept.title == "A/RES/64/293"
        assert not peek(pilot).region.overlaps(kept.region)
        await press(pilot, "p")
        assert reader(pilot).kept is not None
        assert reader(pilot).kept.title == "A/RES/61/180"
        assert list(reader(pilot).query(Peek)) == [reader(pilot).kept]


async def test_a_click_gives_the_keys_to_what_is_kept(start: Start) -> None:
    async with start(DRAFT, size=(160, 40)) as pilot:
        await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "K", "p")
        await at_citation(pilot, "A/RES/61/180")
        await press(pilot, "K", "escape")
        kept = reader(pilot).kept
        await pilot.click(kept, offset=(5, 3))
        await settle(pilot)
        assert kept is not None and kept.has_focus
        await press(pilot, "p", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == "A/RES/64/293"
        await press(pilot, "backspace")
        assert reader(pilot).kept is kept
        await press(pilot, "escape")
        assert reader(pilot).kept is None
        assert reader(pilot).pane.has_focus


async def test_rows_of_a_card_show_the_citing_paragraph(start: Start) -> None:
    async with start("64/293") as pilot:
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        await press(pilot, "j", "K")
        mention = card._list.current.mention
        text = workspace(pilot).library.document(mention.document).text_of(mention.place)
        assert text[:12] in shown(pilot)
        await press(pilot, "n")
        other = card._list.current.mention
        assert other != mention
        await press(pilot, "enter")
        document = reader(pilot).document[1]
        assert reader(pilot).document[0] == other.document
        calling = [block.id for block in document.blocks if any(m.footnote == other.place for m in block.markers)]
        assert reader(pilot).pane.cursor in [other.place, *calling]


async def test_a_card_row_kept_stands_beside_what_was_read(start: Start) -> None:
    async with start(DRAFT, size=(160, 40)) as pilot:
        await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "enter")
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        mention = card._list.current.mention
        await press(pilot, "K", "p")
        assert reader(pilot).columns[0].pane.document.front.symbol == DRAFT
        assert len(reader(pilot).columns) == 2
        assert reader(pilot).columns[1].pane.cursor == mention.place


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
async def test_it_fits_any_window(start: Start, size: tuple[int, int]) -> None:
    async with start(DRAFT, size=size) as pilot:
        await at_citation(pilot, "A/RES/64/293")
        await press(pilot, "K")
        assert pilot.app.screen.region.contains_region(peek(pilot).region)
        before = peek(pilot).scroll_offset.y
        if peek(pilot).max_scroll_y:
            await press(pilot, "j")
            assert peek(pilot).scroll_offset.y == before + 1


async def test_what_is_seen_of_targets(start: Start) -> None:
    """The very paragraph with its items; the beginning of a document; what is missing is said; a choice is listed."""
    async with start(DRAFT) as pilot:
        space = workspace(pilot)
        document = space.library.document(DRAFT)

        with_items = next(each for each in document.blocks if each.type == "preamble" and each.id in document.children)
        peeked = glimpse_of(space, f"{DRAFT}#{with_items.id}")
        assert peeked.position == Position("document", DRAFT, with_items.id)
        for item in document.children[with_items.id]:
            assert item.text in told(peeked.glimpse)

        whole = glimpse_of(space, DRAFT)
        assert whole.position == Position("document", DRAFT, None)
        assert document.front.title in told(whole.glimpse)
        assert document.blocks[1].text in told(whole.glimpse)

        missing = glimpse_of(space, f"{DRAFT}#第999段")
        assert "There is no “第999段” in A/C.3/80/L.4" in told(missing.glimpse)

        note = document.footnotes[3]
        assert note.text in told(glimpse_of(space, Position("document", DRAFT, note.id)).glimpse)

        unknown = glimpse_of(space, "A/RES/99/9999")
        assert unknown.position is None
        assert "Nobody in the library holds or cites" in told(unknown.glimpse)

        gone = glimpse_of(space, Position("document", "no such key", None))
        assert "Nobody in the library holds or cites" in told(gone.glimpse)

        choice = glimpse_of(space, "贩运人口")
        assert choice.position is None
        assert sum(DRAFT in passage.text for passage in choice.glimpse.passages) == 1
        assert len(choice.glimpse.passages) > 2
