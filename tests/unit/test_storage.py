"""The form of an annotation file, its name, and what the storage refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.annotations.identity import new_identity
from store.annotations.names import file_name
from store.annotations.records import Annotation, clean_tags, clean_text, combined
from store.annotations.storage import RecordTable, SafeStorage
from store.annotations.tables import decode, encode
from store.errors import StoreUnavailable

KEY = "A/C.3/80/L.4"
TIME = "2025-11-03T08:00:00Z"


def annotation(**changes: object) -> Annotation:
    values = {
        "id": "0a",
        "document": KEY,
        "place": "op5",
        "quote": "敦促",
        "tags": ("我方",),
        "note": "",
        "created": TIME,
        "modified": TIME,
    }
    return Annotation(**{**values, **changes})


def test_the_file_reads_as_a_person_would_write_it(tmp_path: Path) -> None:
    storage = SafeStorage(tmp_path / "notes.json")
    with storage.change():
        RecordTable(storage).put(annotation(note="第一行\n第二行"))
    assert (tmp_path / "notes.json").read_text("utf-8") == (
        "{\n"
        '  "annotations": {\n'
        '    "0a": {\n'
        '      "created": "2025-11-03T08:00:00Z",\n'
        '      "document": "A/C.3/80/L.4",\n'
        '      "modified": "2025-11-03T08:00:00Z",\n'
        '      "note": "第一行\\n第二行",\n'
        '      "place": "op5",\n'
        '      "quote": "敦促",\n'
        '      "schema": 2,\n'
        '      "tags": [\n'
        '        "我方"\n'
        "      ]\n"
        "    }\n"
        "  }\n"
        "}\n"
    )


def test_nothing_is_created_by_reading(tmp_path: Path) -> None:
    storage = SafeStorage(tmp_path / "folder" / "notes.json")
    assert storage.read() is None
    assert list(RecordTable(storage)) == []
    assert list(tmp_path.iterdir()) == []


def test_writing_outside_a_change_is_a_fault_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        SafeStorage(tmp_path / "notes.json").write({})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b'{"annotations": {', "第 1 行", id="cut off"),
        pytest.param(b'{\n<<<<<<< HEAD\n"a": 1\n', "第 2 行", id="an unresolved merge"),
        pytest.param(b"", "第 1 行", id="emptied by a crash of another program"),
        pytest.param(b"[]", "不是标注", id="a list"),
        pytest.param(b'{"annotations": {"0a": 1}}', "不是标注", id="a record that is none"),
        pytest.param(b"\xff\xfe{\x00}\x00", "UTF-8", id="another encoding"),
        pytest.param(b"[" * 100_000, "JSON", id="too deep"),
    ],
)
def test_a_broken_file_is_named_and_never_overwritten(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(content)
    storage = SafeStorage(path)
    with pytest.raises(StoreUnavailable, match=reason) as caught:
        storage.read()
    assert str(path) in str(caught.value)
    with pytest.raises(StoreUnavailable), storage.change():
        RecordTable(storage).put(annotation())
    assert path.read_bytes() == content


@pytest.mark.parametrize("version", [3, "3", None])
def test_a_newer_file_can_be_read_and_not_written(tmp_path: Path, version: object) -> None:
    path = tmp_path / "notes.json"
    content = encode({"annotations": {"0b": {"place": "op1", "schema": version}}})
    path.write_bytes(content)
    storage = SafeStorage(path)
    assert storage.read() == json.loads(content)
    with pytest.raises(StoreUnavailable, match="较新版本"), storage.change():
        RecordTable(storage).drop("op1")
    assert path.read_bytes() == content


def test_a_second_table_and_a_byte_order_mark_survive_a_change(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text('\ufeff{"anchors": {"x": {"at": 3}}}', "utf-8")
    storage = SafeStorage(path)
    with storage.change():
        RecordTable(storage).put(annotation())
    tables = storage.read()
    assert tables is not None
    assert tables["anchors"] == {"x": {"at": 3}}
    assert tables["annotations"]["0a"]["place"] == "op5"


texts = st.text('aé决 "\\/\n\x00\u2028\udcff😀', max_size=6)
json_values = st.none() | st.booleans() | st.integers() | texts | st.lists(texts, max_size=2)
records = st.dictionaries(texts, json_values, max_size=3)


@settings(deadline=None)
@given(st.dictionaries(texts, st.dictionaries(texts, records, max_size=3), max_size=2))
def test_any_tables_come_back_from_their_text_half_characters_too(tables) -> None:
    assert decode(Path("notes.json"), encode(tables)) == tables


@settings(deadline=None)
@given(
    texts=st.fixed_dictionaries({"document": texts, "place": texts, "quote": texts, "note": texts}),
    tags=st.lists(texts).map(tuple),
    extra=records,
)
def test_a_record_holds_all_of_an_annotation_and_what_it_does_not_know(texts, tags, extra) -> None:
    one = annotation(**texts, tags=tags, extra=extra)
    assert Annotation.from_record("0a", one.to_record()) == one


@pytest.mark.parametrize("change", [{"place": None}, {"tags": "我方"}, {"tags": [1]}, {"schema": "x"}])
def test_a_record_without_what_it_needs_names_what_is_wrong(change) -> None:
    with pytest.raises(ValueError, match=next(iter(change))):
        Annotation.from_record("0a", {**annotation().to_record(), **change})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["  我方 ", "我方"], ("我方",)),
        (["商定\n措辞", "a \t b"], ("商定 措辞", "a b")),
        (["#全球行动计划", "＃ 我方"], ("全球行动计划", "我方")),
        (["", "  ", "#", "\n"], ()),
        (["Ａ", "A", "b", "B"], ("Ａ", "A", "b", "B")),
    ],
)
def test_tags_are_kept_as_typed_but_tidy(typed: list[str], kept: tuple[str, ...]) -> None:
    assert clean_tags(typed) == kept


def test_text_has_one_kind_of_line_end_and_can_be_written() -> None:
    assert clean_text("一\r\n二\r三\ud83d") == "一\n二\n三\ufffd"
    assert clean_text("一\r\n二\r三\ud83d").encode()


def test_ids_are_unique_and_in_order_of_making() -> None:
    made = [new_identity() for _ in range(1000)]
    assert len(set(made)) == len(made)
    assert [each[:16] for each in made] == sorted(each[:16] for each in made)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("甲", "乙", "甲\n\n乙"),
        ("", "乙", "乙"),
        ("甲", "", "甲"),
        ("甲", "甲", "甲"),
        ("甲乙", "乙", "甲乙"),
    ],
)
def test_joining_two_annotations_loses_no_word_and_no_tag(first: str, second: str, joined: str) -> None:
    one = annotation(tags=("a", "b"), note=first, modified="2025-12-01T00:00:00Z")
    other = annotation(id="0b", tags=("b", "c"), note=second, created="2025-01-01T00:00:00Z", extra={"x": 1})
    both = combined(one, other)
    assert (both.id, both.tags, both.note, both.extra) == ("0a", ("a", "b", "c"), joined, {"x": 1})
    assert (both.created, both.modified) == ("2025-01-01T00:00:00Z", "2025-12-01T00:00:00Z")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (KEY, "A_C.3_80_L.4.json"),
        ("A/C.3/80/L.4/Rev.1", "A_C.3_80_L.4_Rev.1.json"),
        ("S/RES/2388(2017)", "S_RES_2388(2017).json"),
        ("A/RES/51/154 B", "A_RES_51_154 B.json"),
        ("A/73/12(Part I)", "A_73_12(Part I).json"),
    ],
)
def test_a_symbol_names_its_file_by_itself(key: str, name: str) -> None:
    assert file_name(key) == name


@pytest.mark.parametrize(
    ("key", "readable"),
    [
        ("改进打击贩运人口工作的协调 2021-11-10", "改进打击贩运人口工作的协调_2021-11-10"),
        ("改" * 60, "改" * 36),
        ("A/73/12/ADD.1", "A_73_12_ADD.1"),
        ("A_C.3/80/L.4", "A_C.3_80_L.4"),
        ("../../etc/passwd", "etc_passwd"),
        ("CON", "CON"),
        ("", ""),
    ],
)
def test_any_other_key_is_told_apart_by_a_short_digest(key: str, readable: str) -> None:
    assert re.fullmatch(re.escape(readable) + r"~[0-9a-f]{10}\.json", file_name(key))


symbols = st.text(st.sampled_from("ACacDd/._ -~():135R") | st.sampled_from("决议，é"), max_size=12)


@settings(deadline=None)
@given(st.lists(symbols | st.text(), min_size=2, max_size=2, unique=True))
def test_two_keys_never_share_a_file_even_where_case_does_not_count(keys: list[str]) -> None:
    one, other = (file_name(key) for key in keys)
    assert one.casefold() != other.casefold()


@settings(deadline=None)
@given(st.text() | st.text("决议", min_size=60))
def test_any_key_gives_a_name_that_every_system_takes(key: str) -> None:
    name = file_name(key)
    assert name.endswith(".json")
    assert not name.startswith(".")
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert len(name.encode()) <= 143
