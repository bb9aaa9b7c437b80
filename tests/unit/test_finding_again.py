"""On every opening each annotation is found again or asked about; none stands at other words, none is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.finding_again import Finder, find_again, renew
from store.annotations.identity import new_identity
from store.annotations.placing import attached, stands
from store.annotations.records import Annotation
from store.annotations.selectors import Selector, select
from store.annotations.shelf import Shelf
from store.document import Block, Document, Footnote, FrontMatter

KEY = "A/C.3/90/L.7"
RECALL = "回顾其关于沿海各国渔业合作的历次决议，特别是最近通过的一项决议，"
URGE = "敦促尚未加入《渔业公约》的会员国优先考虑予以批准或加入；"
TWIN = "敦促尚未加入《渔业公约》的会员国优先考虑予以签署或加入；"
REQUEST = "请秘书长向大会第九十一届会议提交报告，说明本决议的执行情况；"
NEWLY = "注意到信托基金的新建议，并欢迎各方捐款；"
WHEN = "2035-01-01T00:00:00Z"


def document(*texts: str, notes: tuple[str, ...] = ()) -> Document:
    blocks = tuple(Block(f"op{turn}", "operative", str(turn), text) for turn, text in enumerate(texts, 1))
    footnotes = tuple(Footnote(f"fn{turn}", str(turn), text) for turn, text in enumerate(notes, 1))
    return Document(FrontMatter(), blocks, footnotes, digest=f"digest of {len(texts)}")


BEFORE = document(RECALL, URGE, REQUEST, notes=("见第七章。",))


def annotation(*places: str, note: str = "注", text: Document = BEFORE, **fields: object) -> Annotation:
    selectors = tuple(select(text, place) for place in places)
    quote = "\n".join(each.quote for each in selectors)
    scope = "place" if len(places) == 1 else "places"
    made = Annotation(new_identity(), KEY, places[0], quote, (), note, WHEN, WHEN, scope, selectors)  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]


def first_version(place: str, quote: str) -> Annotation:
    """As version 1 kept it: place and quote only."""
    return Annotation(new_identity(), KEY, place, quote, (), "旧", WHEN, WHEN, schema=1)


CASES = [
    # annotation, texts now, state, places now
    (annotation("op2"), (RECALL, URGE, REQUEST), "exact", ("op2",)),
    (annotation("op2"), (RECALL, NEWLY, URGE, REQUEST), "moved", ("op3",)),
    (annotation("op2"), (RECALL, TWIN, REQUEST), "edited", ("op2",)),
    (annotation("op2"), (RECALL, REQUEST), "gone", ("op2",)),
    (annotation("op1", "op2"), (NEWLY, RECALL, URGE, REQUEST), "moved", ("op2", "op3")),
    (annotation("op1", "op2"), (RECALL, TWIN, REQUEST), "edited", ("op1", "op2")),
    (annotation("op1", "op2"), (RECALL, REQUEST), "edited", ("op1", "op2")),  # half of it is gone: asked, not cut
    (annotation("op1", "op2"), (REQUEST,), "gone", ("op1", "op2")),
    (first_version("op2", URGE), (RECALL, URGE, REQUEST), "exact", ("op2",)),
    (first_version("op2", URGE), (URGE, REQUEST), "moved", ("op1",)),
    (first_version("op2", URGE), (RECALL, TWIN, REQUEST), "edited", ("op2",)),
    (annotation("op2", place=""), (RECALL, URGE, REQUEST), "exact", ("op2",)),  # was an orphan, and is there again
    (annotation("op1", scope="document", place="", selectors=()), (REQUEST,), "exact", ()),
]


@pytest.mark.parametrize(("made", "texts", "state", "places"), CASES)
def test_what_becomes_of_an_annotation(
    made: Annotation, texts: tuple[str, ...], state: str, places: tuple[str]
) -> None:
    text = document(*texts, notes=("见第七章。",))
    found = find_again(text, [made])
    (one,) = (*found.placed, *found.asked, *found.orphans)
    assert (one.state, one.now.places) == (state, places)
    assert one.is_placed == bool(found.placed) and one.is_asked == bool(found.asked)
    if one.is_placed and made.places:
        assert stands(one.now, text)


def test_of_several_paragraphs_what_is_left_is_proposed() -> None:
    (one,) = find_again(document(RECALL, REQUEST), [annotation("op1", "op2")]).asked
    assert [each.place for each in one.proposals[0].selectors] == ["op1"]


def test_an_empty_paragraph_keeps_its_note() -> None:
    text = document(RECALL, "", REQUEST)
    assert find_again(text, [annotation("op2", text=text)]).placed


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "annotations", now=lambda: "2036-01-01T00:00:00Z")


def kept(shelf: Shelf, made: Annotation) -> Annotation:
    found = shelf.by_id(KEY, made.id)
    assert found is not None
    return found


def put(shelf: Shelf, *made: Annotation) -> None:
    shelf.exchange(KEY, (), made)


def test_what_moved_is_renewed_on_disk_with_its_history_and_nothing_else(shelf: Shelf) -> None:
    made = annotation("op2", tags=("我方",))
    put(shelf, made)
    after = document(RECALL, NEWLY, URGE, REQUEST)
    assert [each.annotation.id for each in renew(shelf, KEY, Finder(after)).moved] == [made.id]
    now = kept(shelf, made)
    assert (now.place, now.selectors) == ("op3", (select(after, "op3"),))
    assert [(move.how, move.before, move.after) for move in now.moves] == [("moved", "op2", "op3")]
    assert replace(now, place="op2", selectors=made.selectors, moves=(), digest="") == made
    again = renew(shelf, KEY, Finder(after))
    assert not again.moved and kept(shelf, made) == now


def test_what_version_1_kept_gets_what_it_is_found_by(shelf: Shelf) -> None:
    made = first_version("op2", URGE)
    put(shelf, made)
    renew(shelf, KEY, Finder(BEFORE))
    now = kept(shelf, made)
    assert now.selectors == (select(BEFORE, "op2"),) and now.moves == () and now.modified == WHEN


@pytest.mark.parametrize("texts", [(RECALL, TWIN, REQUEST), (RECALL, REQUEST)])
def test_what_is_to_be_looked_at_is_at_no_place_until_it_is_found_again(shelf: Shelf, texts: tuple[str, ...]) -> None:
    made = annotation("op2")
    put(shelf, made)
    assert renew(shelf, KEY, Finder(document(*texts))).open
    orphan = kept(shelf, made)
    assert (orphan.place, orphan.selectors, orphan.note) == ("", made.selectors, made.note)
    assert shelf.at(KEY, "op2") is None and not orphan.is_plain
    shelf.set_note(KEY, "op2", texts[1], "另一条")  # is no addition to the orphan
    assert kept(shelf, made).note == made.note
    shelf.remove(KEY, "op2")
    renew(shelf, KEY, Finder(BEFORE))
    back = kept(shelf, made)
    assert back.place == "op2" and [move.how for move in back.moves] == ["orphaned", "exact"]


def test_two_that_change_places_stay_two(shelf: Shelf) -> None:
    one, other = annotation("op1", note="甲"), annotation("op2", note="乙")
    put(shelf, one, other)
    renew(shelf, KEY, Finder(document(URGE, RECALL, REQUEST)))
    assert {each.place: each.note for each in shelf.of(KEY)} == {"op1": "乙", "op2": "甲"}


def test_a_store_of_a_newer_version_is_read_and_not_written(shelf: Shelf, tmp_path: Path) -> None:
    put(shelf, annotation("op2"), annotation("op3", schema=99))
    (file,) = (tmp_path / "annotations").glob("*.json")
    file.write_text(file.read_text("utf-8").replace('"schema": 2', '"schema": 99', 1), "utf-8")
    before = file.read_bytes()
    found = renew(shelf, KEY, Finder(document(NEWLY, RECALL, URGE, REQUEST)))
    assert len(found.moved) == 2 and file.read_bytes() == before


def test_words_that_the_user_chose_keep_those_before_in_their_history() -> None:
    now = attached(annotation("op2"), (select(document(RECALL, TWIN), "op2"),), "digest", "edited", WHEN)
    assert (now.quote, now.place, now.digest) == (TWIN, "op2", "digest")
    assert now.moves[-1] == (WHEN, "edited", "op2", "op2", URGE)
    assert Annotation.from_record(now.id, now.to_record()) == now


_TEXTS = st.lists(st.sampled_from([RECALL, URGE, TWIN, REQUEST, NEWLY, "结论"]), max_size=6)


@given(_TEXTS.filter(bool), _TEXTS, st.data())
def test_nothing_is_lost_and_what_is_placed_stands_at_its_words(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    before, after = document(*old), document(*new)
    places = data.draw(st.lists(st.sampled_from([block.id for block in before.blocks]), min_size=1, max_size=4))
    made = [annotation(place, text=before) for place in places]
    found = find_again(after, made)
    seen = [each.annotation.id for each in (*found.placed, *found.asked, *found.orphans)]
    assert sorted(seen) == sorted(each.id for each in made)
    assert all(stands(each.now, after) and each.now.quote == each.annotation.quote for each in found.placed)
    assert all(each.proposals for each in found.asked)


@pytest.mark.parametrize(
    ("selector", "is_there"),
    [
        (select(BEFORE, "op2"), True),
        (select(BEFORE, "op2", 2, 6), True),
        (replace(select(BEFORE, "op2", 2, 6), start=3, end=7), False),
        (replace(select(BEFORE, "op2"), place="op9"), False),
        (select(BEFORE, "fn1"), True),
        (Selector("op2", 0, 2, "敦促"), False),  # the whole paragraph was meant, and was shorter
    ],
)
def test_only_the_very_words_stand_before_all_are_found_again(selector: Selector, is_there: bool) -> None:
    made = annotation("op2", place=selector.place, selectors=(selector,))
    assert stands(made, BEFORE) == is_there
    assert not stands(replace(made, place=""), BEFORE)
