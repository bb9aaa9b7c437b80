"""Annotations that come in are told where they stand, twice is once, and a colleague's are kept apart or merged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_library import ToyReader, toy_library

from store.annotations.records import Annotation, Move
from store.annotations.selectors import Selector
from store.annotations.shelf import Shelf
from store.errors import JueyiError, StoreUnavailable
from store.export.data import to_json
from store.export.intake import Report, take_in
from store.export.jsonld import to_jsonld
from store.export.merging import Intake
from store.export.parcel import Parcel, unpack
from store.export.sections import NO_DOCUMENT, NO_PLACE, OTHER_TEXT, Section
from store.library.library import Library
from store.progress import Cancelled

KEY = "A/RES/1/1"
FIRST = "敦促会员国在各级加强合作打击一切形式的贩运人口行为；"
SECOND = "请秘书长向大会第八十一届会议提交一份关于本决议执行情况的全面报告；"
TEXT = f"{KEY}|关于合作的决议|2026-01-01\n{FIRST}\n{SECOND}\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return toy_library(tmp_path, resolution=TEXT)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "mine")


def annotation(identity: str, place: str, quote: str, **changes: Any) -> Annotation:
    values = {"tags": (), "note": identity, "created": "2026-11-03T08:00:00Z", "modified": "2026-11-03T08:00:00Z"}
    return Annotation(identity, changes.pop("document", KEY), place, quote, **{**values, **changes})


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.json")}


HERS = (
    annotation("h1", "op1", FIRST, author="李", tags=("要点",)),
    annotation("h2", "op2", SECOND, author="李"),
    annotation("h3", "op9", "删去的一段。", author="李"),
)


def test_what_comes_in_is_told_as_placed_moved_or_orphaned(library: Library, shelf: Shelf) -> None:
    parcel = Parcel(
        (
            annotation("a", "op1", FIRST),
            annotation("b", "op1", SECOND, kind="check"),
            annotation("c", "op2", "请秘书长", kind="check"),
            annotation("d", "op7", "无此段。"),
            annotation("e", "op1", "别处", document="A/RES/9/9"),
            annotation("f", "", "", scope="document"),
        )
    )
    report = take_in(library, shelf, parcel, Intake())
    assert report.fates == {"added": 6}
    assert (report.placed, report.moved, report.nameless) == (3, 1, 6)
    assert [(each.id, why) for each, why in report.orphans] == [("c", OTHER_TEXT), ("d", NO_PLACE), ("e", NO_DOCUMENT)]


@pytest.mark.parametrize("merge", [False, True], ids=["apart", "merged"])
def test_the_same_twice_changes_nothing(library: Library, shelf: Shelf, tmp_path: Path, merge: bool) -> None:
    shelf.set_note(KEY, "op1", FIRST, "我的")
    take_in(library, shelf, Parcel(HERS), Intake("我", merge=merge))
    once = files(tmp_path / "mine")
    report = take_in(library, shelf, Parcel(HERS), Intake("我", merge=merge))
    assert report.fates == {"unchanged": 3}
    assert files(tmp_path / "mine") == once


def test_a_colleagues_annotations_stand_beside_the_users_own(library: Library, shelf: Shelf) -> None:
    shelf.set_note(KEY, "op1", FIRST, "我的")
    report = take_in(library, shelf, Parcel(HERS), Intake("我"))
    held = {(each.origin, each.note) for each in shelf.of(KEY)}
    assert held == {("", "我的"), ("李", "h1"), ("李", "h2"), ("李", "h3")}
    mine = shelf.at(KEY, "op1")
    assert mine is not None and mine.note == "我的"
    assert report.shared == [(KEY, "op1", ("", "李"))]


def test_merged_they_become_one_with_the_users_own_and_lose_nothing(library: Library, shelf: Shelf) -> None:
    shelf.set_note(KEY, "op1", FIRST, "我的")
    report = take_in(library, shelf, Parcel(HERS), Intake("我", merge=True))
    assert report.fates == {"joined": 1, "added": 2}
    mine = shelf.at(KEY, "op1")
    assert mine is not None
    assert (mine.note, mine.tags, mine.origin) == ("我的\n\nh1", ("要点",), "")


def test_all_of_a_store_can_be_put_under_one_name(library: Library, shelf: Shelf) -> None:
    nameless = tuple(replace(each, author="") for each in HERS)
    assert take_in(library, shelf, Parcel(nameless), Intake("我", origin="法国代表团")).nameless == 0
    assert {each.origin for each in shelf.of(KEY)} == {"法国代表团"}
    take_in(library, shelf, Parcel(nameless), Intake("我"))
    assert {each.origin for each in shelf.of(KEY)} == {"法国代表团"}


def test_what_bears_the_users_own_name_is_the_users_own(library: Library, shelf: Shelf) -> None:
    take_in(library, shelf, Parcel((annotation("a", "op1", FIRST, author="我"),)), Intake("我"))
    assert [each.origin for each in shelf.of(KEY)] == [""]


def test_of_two_states_the_later_counts_and_the_other_is_kept(library: Library, shelf: Shelf) -> None:
    early, late = (
        annotation("a", "op1", FIRST, note="早"),
        annotation("a", "op1", FIRST, note="晚", modified="2026-12-01T00:00:00Z"),
    )
    for first, second in ((early, late), (late, early)):
        shelf.discard(KEY, "a")
        for conflict in shelf.conflicts(KEY):
            shelf.settle(KEY, conflict.id, take=False)
        take_in(library, shelf, Parcel((first,)), Intake())
        for conceded in (1, 0):
            report = take_in(library, shelf, Parcel((second,)), Intake())
            assert [each.note for each in shelf.of(KEY)] == ["晚"]
            assert [each.lost.note for each in shelf.conflicts(KEY)] == ["早"]
            assert report.conceded == conceded


def test_giving_up_between_documents_leaves_whole_ones(library: Library, shelf: Shelf) -> None:
    def progress(_stage: str, done: int, _whole: int) -> None:
        if done == 1:
            raise Cancelled

    parcel = Parcel((annotation("a", "op1", FIRST), annotation("b", "op1", "别处", document="A/RES/9/9")))
    with pytest.raises(Cancelled):
        take_in(library, shelf, parcel, Intake(), progress)
    assert shelf.documents() == (KEY,)


def test_every_form_of_ours_is_unpacked(tmp_path: Path) -> None:
    store = Shelf(tmp_path / "hers" / "annotations")
    for each in HERS:
        store.restore(each)
    (tmp_path / "a.json").write_text(to_json([Section(KEY, None, HERS)]), encoding="utf-8")
    (tmp_path / "a.jsonld").write_text(to_jsonld(HERS), encoding="utf-8")
    held = next((tmp_path / "hers" / "annotations").glob("*.json"))
    for path in (
        tmp_path / "a.json",
        tmp_path / "a.jsonld",
        held,
        tmp_path / "hers",
        tmp_path / "hers" / "annotations",
    ):
        parcel = unpack(path)
        assert sorted(parcel.annotations, key=lambda each: each.id) == list(HERS), path
        assert parcel.problems == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("none.json", None, "找不到文件"),
        ("a.csv", "document,place\n", "CSV"),
        ("a.md", "# 标注\n", "供人阅读的导出"),
        ("a.docx", "PK", "供人阅读的导出"),
        ("a.json", '{"annotations": [\n}', "第 2 行"),
        ("a.json", "[]", "里没有标注"),
        ("a.json", '{"schema": 1, "annotations": [{"place": "op1"}]}', "record"),
        ("a.json", b"\xff\xfe", "UTF-8"),
    ],
)
def test_what_holds_no_annotations_is_refused_in_one_sentence(
    tmp_path: Path, name: str, text: str | bytes | None, said: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(JueyiError) as refused:
        unpack(path)
    assert said in str(refused.value) and str(refused.value).count("。") == 1


def test_an_empty_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(JueyiError, match="里没有标注文件"):
        unpack(tmp_path)


def test_one_broken_file_of_a_store_is_told_and_the_others_are_taken(tmp_path: Path) -> None:
    store = Shelf(tmp_path / "hers")
    for each in HERS:
        store.restore(each)
    (tmp_path / "hers" / "broken.json").write_text("{", encoding="utf-8")
    parcel = unpack(tmp_path / "hers")
    assert len(parcel.annotations) == 3
    assert len(parcel.problems) == 1 and "broken.json" in parcel.problems[0]


def test_what_a_newer_version_wrote_is_told_and_not_taken(tmp_path: Path) -> None:
    store = Shelf(tmp_path / "hers")
    store.restore(HERS[0])
    (path,) = (tmp_path / "hers").glob("*.json")
    path.write_text(path.read_text(encoding="utf-8").replace('"schema": 2', '"schema": 9'), encoding="utf-8")
    parcel = unpack(tmp_path / "hers")
    assert parcel.annotations == () and "较新版本" in parcel.problems[0]
    newer = to_json([Section(KEY, None, HERS)]).replace('"schema": 2', '"schema": 9')
    (tmp_path / "a.json").write_text(newer, encoding="utf-8")
    with pytest.raises(JueyiError, match="schema 2"):
        unpack(tmp_path / "a.json")


def foreign(**changes: Any) -> dict[str, Any]:
    """An annotation as another program writes it."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno/1",
        "type": "Annotation",
        "creator": {"type": "Person", "name": "Ana"},
        "created": "2026-03-01T10:00:00+02:00",
        "body": [
            {"type": "TextualBody", "value": "重要"},
            {"type": "TextualBody", "value": "人口", "purpose": "tagging"},
        ],
        "target": {
            "source": f"https://undocs.org/zh/{KEY}",
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "加强合作",
                "prefix": "会员国在各级",
                "suffix": "打击一切",
            },
        },
        **changes,
    }


def taken(library: Library, shelf: Shelf, tmp_path: Path, *items: dict[str, Any]) -> Report:
    path = tmp_path / "foreign.jsonld"
    path.write_text(json.dumps(list(items)), encoding="utf-8")
    return take_in(library, shelf, unpack(path), Intake("我"))


def test_what_another_program_wrote_is_placed_by_its_words(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    report = taken(library, shelf, tmp_path, foreign())
    (only,) = shelf.of(KEY)
    assert (only.place, only.quote, only.scope, only.note, only.tags) == ("op1", "加强合作", "range", "重要", ("人口",))
    assert (only.author, only.origin, only.created) == ("Ana", "Ana", "2026-03-01T08:00:00Z")
    assert (only.selectors[0].start, only.selectors[0].end) == (8, 12)
    assert (report.placed, report.orphans) == (1, [])
    again = taken(library, shelf, tmp_path, foreign())
    assert again.fates == {"unchanged": 1}


@pytest.mark.parametrize(
    ("target", "scope"),
    [
        (f"https://undocs.org/zh/{KEY}", "document"),
        ("https://undocs.org/zh/A/RES/64/293", "card"),
        ({"source": f"https://undocs.org/{KEY}", "selector": {"type": "TextQuoteSelector", "exact": FIRST}}, "place"),
        (
            {"source": f"https://undocs.org/{KEY}", "selector": {"type": "TextQuoteSelector", "exact": "无此语"}},
            "range",
        ),
        ({"source": f"https://undocs.org/{KEY}", "selector": {"type": "TextQuoteSelector", "exact": "会"}}, "range"),
    ],
)
def test_what_it_is_about_is_told_by_what_it_quotes(
    library: Library, shelf: Shelf, tmp_path: Path, target: object, scope: str
) -> None:
    report = taken(library, shelf, tmp_path, foreign(target=target))
    (only,) = shelf.all()
    assert only.scope == scope
    assert len(report.orphans) == (scope == "range")


@pytest.mark.parametrize(
    ("changes", "kind", "proposed"),
    [
        ({"motivation": "questioning"}, "question", ""),
        ({"motivation": "highlighting", "body": []}, "highlight", ""),
        ({"body": {"type": "TextualBody", "value": "深化合作", "purpose": "editing"}}, "amendment", "深化合作"),
        ({"body": [], "bodyValue": "看看"}, "", ""),
        ({"motivation": "tagging", "body": {"type": "TextualBody", "value": "人口"}}, "", ""),
    ],
)
def test_why_it_was_made_tells_its_kind(
    library: Library, shelf: Shelf, tmp_path: Path, changes: dict[str, Any], kind: str, proposed: str
) -> None:
    taken(library, shelf, tmp_path, foreign(**changes))
    (only,) = shelf.of(KEY)
    assert (only.kind, only.proposed) == (kind, proposed)


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"target": "http://example.org/page"}, "不是关于一份联合国文件"), ({"body": []}, "没有内容")],
)
def test_what_can_not_be_held_is_told(
    library: Library, shelf: Shelf, tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    report = taken(library, shelf, tmp_path, foreign(**changes))
    assert list(shelf.all()) == []
    assert len(report.problems) == 1 and said in report.problems[0]


def test_a_store_of_a_newer_version_is_not_changed(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    shelf.restore(HERS[0])
    (path,) = (tmp_path / "mine").glob("*.json")
    path.write_text(path.read_text(encoding="utf-8").replace('"schema": 2', '"schema": 9'), encoding="utf-8")
    before = files(tmp_path / "mine")
    with pytest.raises(StoreUnavailable, match="较新版本"):
        take_in(library, shelf, Parcel(HERS), Intake("我"))
    assert files(tmp_path / "mine") == before


def spoiled(value: Any, random: Random) -> Any:
    """A value with something in it replaced or left out."""
    if isinstance(value, dict) and value and random.random() < 0.9:
        name = random.choice(sorted(value))
        rest = {each: held for each, held in value.items() if each != name}
        return rest if random.random() < 0.2 else {**rest, name: spoiled(value[name], random)}
    if isinstance(value, list) and value and random.random() < 0.9:
        at = random.randrange(len(value))
        return [*value[:at], spoiled(value[at], random), *value[at + 1 :]]
    return random.choice([None, 7, -1, "", "x", [], {}, [[]], True, 1.5, {"type": "Annotation"}, ["x"]])


RICH = replace(
    HERS[0],
    scope="range",
    selectors=(Selector("op1", 2, 5, "会员国", "敦促", "在各级", whole=False, rest=9),),
    moves=(Move(HERS[0].created, "moved", "op2", "op1"),),
    extra={"colour": "red"},
)


@settings(max_examples=150)
@given(st.randoms(use_true_random=False), st.sampled_from(["json", "jsonld", "foreign", "store"]))
def test_whatever_a_file_holds_it_is_taken_or_told_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, random: Random, form: str
) -> None:
    folder = tmp_path_factory.mktemp("spoiled")
    texts = {
        "json": to_json([Section(KEY, None, [RICH])]),
        "jsonld": to_jsonld([RICH]),
        "foreign": json.dumps([foreign()]),
        "store": json.dumps({"annotations": {RICH.id: RICH.to_record()}}),
    }
    content = json.loads(texts[form])
    for _turn in range(random.randint(1, 3)):
        content = spoiled(content, random)
    (folder / "in.json").write_text(json.dumps(content), encoding="utf-8")
    try:
        parcel = unpack(folder / "in.json")
    except JueyiError as told:
        assert str(told).endswith("。")
        return
    shelf, library = Shelf(folder / "mine"), Library(folder / "home", ToyReader(), folder)
    take_in(library, shelf, parcel, Intake())
    once = files(folder / "mine")
    assert set(take_in(library, shelf, parcel, Intake()).fates) <= {"unchanged"}
    assert files(folder / "mine") == once
