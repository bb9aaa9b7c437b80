"""Annotations carried to another version: copies, once each, with their origin; the old ones are left as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_library import made_library
from test_finding_again import BEFORE, KEY, NEWLY, RECALL, REQUEST, TWIN, URGE, WHEN, annotation, document

from store.annotations.changes import Changes
from store.annotations.finding_again import Finder
from store.annotations.records import Annotation
from store.annotations.selectors import select
from store.annotations.shelf import Shelf
from store.annotations.tag_book import TagBook
from store.annotations.travel import Journey, prepare
from store.document import FrontMatter
from store.library.entry import Entry
from store.library.successions import Turn, successions, turn_of

LATER, LAST = f"{KEY}/Rev.1", f"{KEY}/Rev.2"
AFTER = document(NEWLY, RECALL, TWIN)


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    return Changes(Shelf(tmp_path / "annotations"), TagBook(tmp_path / "tags.json"))


def journey(changes: Changes, source: str = KEY, target: str = LATER) -> Journey:
    shelf = changes.shelf
    return prepare(source, shelf.of(source), target, shelf.of(target), Finder(AFTER))


def carry_placed(changes: Changes, source: str = KEY, target: str = LATER) -> None:
    due = journey(changes, source, target)
    changes.carry([due.copy(each, each.selectors, WHEN) for each in due.placed])


def test_each_is_placed_edited_or_gone(changes: Changes) -> None:
    made = [
        annotation("op1"),
        annotation("op2"),
        annotation("op3"),
        annotation("op1", place="", selectors=(), scope="document"),
    ]
    changes.shelf.exchange(KEY, (), made)
    due = journey(changes)
    assert [each.annotation for each in due.placed] == [made[0], made[3]]
    assert [each.annotation for each in due.edited] == [made[1]]
    assert [each.annotation for each in due.gone] == [made[2]]
    assert due.already == ()


def test_a_copy_tells_where_it_comes_from_and_the_old_one_stays(changes: Changes) -> None:
    made = annotation("op1", tags=("我方",), kind="question", author="甲")
    changes.shelf.exchange(KEY, (), [made])
    carry_placed(changes)
    (copy,) = changes.shelf.of(LATER)
    assert changes.shelf.of(KEY) == (made,)
    assert (copy.place, copy.selectors, copy.root, copy.digest) == (
        "op2",
        (select(AFTER, "op2"),),
        made.id,
        AFTER.digest,
    )
    assert (copy.tags, copy.note, copy.kind, copy.author) == (made.tags, made.note, made.kind, made.author)
    assert copy.moves == ((WHEN, "carried", f"{KEY}#op1", "op2", ""),)
    assert copy.id != made.id and copy.id[:16] == made.id[:16]


def test_edited_words_keep_in_their_history_what_they_were(changes: Changes) -> None:
    changes.shelf.exchange(KEY, (), [annotation("op2")])
    due = journey(changes)
    copy = due.copy(due.edited[0], due.edited[0].proposals[0].selectors, WHEN)
    assert (copy.quote, copy.moves[-1].quote, copy.place) == (TWIN, URGE, "op3")


def test_carrying_twice_doubles_nothing(changes: Changes) -> None:
    changes.shelf.exchange(KEY, (), [annotation("op1"), annotation("op1", kind="question")])
    carry_placed(changes)
    first = changes.shelf.of(LATER)
    assert len(journey(changes).already) == 2 and not journey(changes).due
    carry_placed(changes)
    assert changes.shelf.of(LATER) == first


def test_nor_does_carrying_by_way_of_a_third_version(changes: Changes) -> None:
    changes.shelf.exchange(KEY, (), [annotation("op1")])
    for source, target in ((KEY, LATER), (LATER, LAST), (KEY, LAST)):
        carry_placed(changes, source, target)
    assert len(changes.shelf.of(LAST)) == 1


def test_one_that_met_another_is_known_by_its_history(changes: Changes) -> None:
    changes.shelf.exchange(KEY, (), [annotation("op1", note="旧", tags=("甲",))])
    changes.shelf.set_note(LATER, "op2", RECALL, "新")
    carry_placed(changes)
    (joined,) = changes.shelf.of(LATER)
    assert (joined.note, joined.tags) == ("新\n\n旧", ("甲",))
    assert journey(changes).due == ()


def test_what_was_carried_can_be_taken_back(changes: Changes) -> None:
    changes.shelf.exchange(KEY, (), [annotation("op1"), annotation("op1", kind="question")])
    due = journey(changes)
    step = changes.carry([due.copy(each, each.selectors, WHEN) for each in due.placed])
    assert step and changes.take_back(step) and changes.shelf.of(LATER) == ()


def test_putting_an_annotation_elsewhere_can_be_taken_back(changes: Changes) -> None:
    made = annotation("op2", place="")
    changes.shelf.exchange(KEY, (), [made])
    step = changes.attach(made, (select(BEFORE, "op3"),), "digest", "attached")
    (now,) = changes.shelf.of(KEY)
    assert (now.place, now.quote) == ("op3", REQUEST)
    done = step and changes.take_back(step)
    (back,) = changes.shelf.of(KEY)
    assert done and replace(back, modified=WHEN) == made
    assert changes.take_back(done) and changes.shelf.of(KEY)[0].place == "op3"


def test_an_orphan_put_on_an_annotated_place_is_joined_and_comes_back(changes: Changes) -> None:
    present, orphan = annotation("op3", note="在"), annotation("op2", note="失", place="")
    changes.shelf.exchange(KEY, (), [present, orphan])
    step = changes.attach(orphan, (select(BEFORE, "op3"),), "digest", "attached")
    assert [each.note for each in changes.shelf.of(KEY)] == ["在\n\n失"]
    assert step and changes.take_back(step)
    assert {each.id: each.note for each in changes.shelf.of(KEY)} == {present.id: "在", orphan.id: "失"}


def entry(key: str, symbol: str | None, own: str = "") -> Entry:
    return Entry(key, symbol, None, "draft", False, None, None, None, 1, Path("x"), key, False, None, own or key)


@pytest.mark.parametrize(
    ("key", "symbol", "own", "turn"),
    [
        (KEY, KEY, KEY, Turn(KEY, 0, 1)),
        (f"{KEY}~3", KEY, KEY, Turn(KEY, 0, 3)),
        (LATER, LATER, LATER, Turn(KEY, 1, 1)),
        (f"{LATER}~2", LATER, LATER, Turn(KEY, 1, 2)),
        ("渔业合作 (2035)~2", None, "渔业合作 (2035)", Turn("渔业合作 (2035)", 0, 2)),
        ("A/RES/90/1", "A/RES/90/1", "A/RES/90/1", Turn("A/RES/90/1", 0, 1)),
    ],
)
def test_the_turn_of_a_document(key: str, symbol: str | None, own: str, turn: Turn) -> None:
    assert turn_of(entry(key, symbol, own)) == turn


TITLE = "改进沿海各国渔业合作"
DRAFT = FrontMatter(None, TITLE, "2035-10-14", "第九十届会议", kind="draft resolution", body="大会")
RESOLUTION = DRAFT._replace(kind="resolution", session=None)
TEXT = "pp 回顾其关于改进沿海各国渔业合作的2031年12月21日第86/5号和2033年12月18日第88/7号决议，"


def test_the_other_states_of_a_text_stand_in_their_order(tmp_path: Path) -> None:
    """Earlier ones first: versions before drafts before other years, the nearest first."""
    documents = {
        "first": (DRAFT._replace(symbol=KEY), TEXT),
        "second": (DRAFT._replace(symbol=LATER), TEXT),
        "third": (DRAFT._replace(symbol=LAST), TEXT),
        "other": (DRAFT._replace(symbol=f"{KEY}0", title="灯塔看守人的工作条件"), TEXT),
        "adopted": (RESOLUTION._replace(symbol="A/RES/90/12", date="2035-12-18"), TEXT),
        "before": (RESOLUTION._replace(symbol="A/RES/88/7", date="2033-12-18"), TEXT),
    }
    library = made_library(tmp_path, **documents)
    library.entries()
    told = [(each.entry.key, each.is_later, each.how) for each in successions(library, LATER)]
    assert told == [
        (KEY, False, "revision"),
        ("A/RES/88/7", False, "series"),
        (LAST, True, "revision"),
        ("A/RES/90/12", True, "adopted"),
    ]
    back = [(each.entry.key, each.is_later, each.how) for each in successions(library, "A/RES/90/12")]
    assert ("A/RES/88/7", False, "series") in back and not any(is_later for _key, is_later, _how in back)
    assert {key for key, _later, how in back if how == "draft"} <= {KEY, LATER, LAST}


def test_annotations_without_root_are_written_as_before() -> None:
    made: Annotation = annotation("op1")
    assert "root" not in made.to_record() and all("quote" not in each for each in made.to_record().get("moves", ()))
