"""What was changed is undone in its order, also after a restart, and never over what others changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.shelf import Shelf
from store.annotations.tag_book import Tag
from store.annotations.target import Target, card_target, document_target
from store.corrections.record import make_correction
from store.document import Span
from tui.marking import Corrected, Marking, Overtaken

OP1 = Target("A/1", "place", "op1", "敦促各国")
OP2 = Target("A/1", "place", "op2", "又敦促各国")


def window(home: Path) -> Marking:
    """A window that is opened now."""
    return Marking(Shelf(home / "annotations"), "王", home)


def tags(home: Path, target: Target = OP1) -> tuple[str, ...]:
    found = window(home).at(target)
    return found.tags if found else ()


def note(home: Path, target: Target = OP1) -> str:
    found = window(home).at(target)
    return found.note if found else ""


def test_undo_and_redo_after_a_restart(tmp_path: Path) -> None:
    first = window(tmp_path)
    first.tag(OP1, ["甲"])
    first.note(OP1, "第一稿")
    first.note(OP1, "第二稿")
    assert window(tmp_path).undo() and note(tmp_path) == "第一稿"
    later = window(tmp_path)
    assert later.undo() and note(tmp_path) == "" and tags(tmp_path) == ("甲",)
    assert later.redo() and note(tmp_path) == "第一稿"
    assert window(tmp_path).redo() and note(tmp_path) == "第二稿"
    last = window(tmp_path)
    assert all(last.undo() for _ in range(3))
    assert last.undo() is None and Shelf(tmp_path / "annotations").of("A/1") == ()


def test_each_window_takes_back_its_own(tmp_path: Path) -> None:
    one, other = window(tmp_path), window(tmp_path)
    one.tag(OP1, ["甲"])
    other.tag(OP2, ["乙"])
    assert one.undo() and tags(tmp_path) == () and tags(tmp_path, OP2) == ("乙",)
    assert one.undo() is None and tags(tmp_path, OP2) == ("乙",)


def test_what_another_window_wrote_since_is_not_overwritten(tmp_path: Path) -> None:
    one, other = window(tmp_path), window(tmp_path)
    one.tag(OP2, ["早先"])
    one.note(OP1, "我的")
    other.note(OP1, "别人改过")
    with pytest.raises(Overtaken):
        one.undo()
    assert note(tmp_path) == "别人改过"
    assert one.undo() and tags(tmp_path, OP2) == () and note(tmp_path) == "别人改过"


def test_tags_that_others_gave_since_stay(tmp_path: Path) -> None:
    one, other = window(tmp_path), window(tmp_path)
    one.tag(OP1, ["甲"])
    other.tag(OP1, ["甲", "乙"])
    assert one.undo() and tags(tmp_path) == ("乙",)
    assert one.redo() and set(tags(tmp_path)) == {"甲", "乙"}


def test_a_note_written_since_stays_when_the_tag_before_it_is_taken_back(tmp_path: Path) -> None:
    one = window(tmp_path)
    one.tag(OP1, ["甲"])
    window(tmp_path).note(OP1, "另一窗口")
    assert one.undo() and tags(tmp_path) == () and note(tmp_path) == "另一窗口"


def test_what_was_undone_elsewhere_already_is_passed_over(tmp_path: Path) -> None:
    first = window(tmp_path)
    first.tag(OP1, ["甲"])
    first.tag(OP2, ["乙"])
    one, other = window(tmp_path), window(tmp_path)
    assert one.next_undone is None and one.undo()
    other_done = other.undo()
    assert other_done and other_done.place == "op1" and Shelf(tmp_path / "annotations").of("A/1") == ()


def test_a_new_step_ends_what_could_be_made_again(tmp_path: Path) -> None:
    one = window(tmp_path)
    one.tag(OP1, ["甲"])
    later = window(tmp_path)
    later.undo()
    later.tag(OP2, ["乙"])
    assert later.redo() is None and window(tmp_path).redo() is None


def test_removing_several_is_one_step(tmp_path: Path) -> None:
    one = window(tmp_path)
    one.tag(OP1, ["甲"])
    one.add(OP1, "amendment", proposed="敦促会员国")
    shelf = Shelf(tmp_path / "annotations")
    before = shelf.of("A/1")
    assert len(before) == 2
    one.remove(*before)
    assert shelf.of("A/1") == ()
    assert window(tmp_path).undo() and {each.id for each in shelf.of("A/1")} == {each.id for each in before}
    assert shelf.of("A/1") == before


def test_documents_and_cards_are_annotated_and_undone(tmp_path: Path) -> None:
    one = window(tmp_path)
    one.note(document_target("A/1", "题目"), "整份文件")
    one.tag(card_target("A/RES/64/293"), ["行动计划"])
    shelf = Shelf(tmp_path / "annotations")
    assert [each.scope for each in shelf.all()] == ["document", "card"]
    assert one.undo() and one.undo() and list(shelf.all()) == []


def test_a_tag_is_renamed_merged_and_deleted_everywhere_in_one_step(tmp_path: Path) -> None:
    one = window(tmp_path)
    one.tag(OP1, ["议题", "议题/保护"])
    one.tag(Target("A/2", "place", "op1", "促请"), ["议题/保护", "其他"])
    one.define(Tag("议题", colour="green", key="7", description="本届议题"))
    shelf = Shelf(tmp_path / "annotations")
    renamed = one.rename_tag("议题", "专题")
    assert renamed and renamed.what == "rename" and set(shelf.tags()) == {"专题", "专题/保护", "其他"}
    assert one.book.all()["专题"].colour == "green" and "议题" not in one.book.all()
    merged = one.rename_tag("专题/保护", "其他")
    assert merged and merged.what == "merge" and shelf.tags() == {"专题": 1, "其他": 2}
    deleted = one.rename_tag("其他", None)
    assert deleted and deleted.what == "delete" and shelf.documents() == ("A/1",)
    later = window(tmp_path)
    assert all(later.undo() for _ in range(3))
    assert shelf.tags() == {"议题": 1, "议题/保护": 2, "其他": 1}
    assert later.book.all()["议题"] == Tag("议题", "green", "7", "本届议题")


def test_a_new_tag_gets_the_next_free_key_and_loses_it_with_undo(tmp_path: Path) -> None:
    one = window(tmp_path)
    one.tag(OP1, ["甲", "乙"])
    assert {tag.name: key for key, tag in one.book.by_key().items()} == {"甲": "1", "乙": "2"}
    one.undo()
    assert one.book.by_key() == {}


def test_only_the_last_two_hundred_steps_are_kept(tmp_path: Path) -> None:
    one = window(tmp_path)
    for turn in range(203):
        one.note(OP1, f"第{turn}稿")
    later = window(tmp_path)
    undone = sum(later.undo() is not None for _ in range(205))
    assert undone == 200 and note(tmp_path) == "第2稿"


def test_the_author_is_put_on_what_he_writes(tmp_path: Path) -> None:
    window(tmp_path).note(OP1, "待议")
    assert [each.author for each in Shelf(tmp_path / "annotations").all()] == ["王"]


def test_a_change_before_a_correction_is_undone_where_it_was_made(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    marking = Marking(shelf, home=tmp_path / "home")
    marking.tag(Target("A/1", "place", "pp2", "铭记"), ["甲"])
    joined = Corrected("A/1", (make_correction("join", Span(0, 2), "", "铭记"),))
    marking.keep_corrected("A/1", joined, {"pp2": "pp1"})
    assert marking.undo() is None and marking.next_undone
    marking.undo_corrected("A/1", joined, {"pp1": "pp1"})
    change = marking.undo()
    assert change and change.place == "pp2" and shelf.of("A/1") == ()


def test_a_change_after_a_correction_follows_when_that_is_taken_back_out_of_turn(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    marking = Marking(shelf, home=tmp_path / "home")
    numbered = Corrected("A/1", (make_correction("label", Span(0, 2), "9", "铭记"),))
    marking.keep_corrected("A/1", numbered, {"op1": "op9"})
    marking.tag(Target("A/1", "place", "op9", "铭记"), ["甲"])
    shelf.rename("A/1", "A/2")
    marking.forget_corrected("A/1", Corrected("A/2", numbered.corrections), {"op9": "op1"})
    assert marking.next_undone is None
    change = marking.undo()
    assert change and (change.document, change.place) == ("A/2", "op1")
    assert marking.next_redone is None and marking.redo()


def test_a_note_that_another_window_wrote_meanwhile_gives_way_but_is_kept(tmp_path: Path) -> None:
    one, other = window(tmp_path), window(tmp_path)
    one.note(OP1, "第一稿")
    other.note(OP1, "另一窗口的改法", seen="第一稿")
    one.note(OP1, "我的改法", seen="第一稿")
    shelf = Shelf(tmp_path / "annotations")
    assert [each.lost.note for each in shelf.conflicts("A/1")] == ["另一窗口的改法"]
    assert one.undo() and note(tmp_path) == "另一窗口的改法"
