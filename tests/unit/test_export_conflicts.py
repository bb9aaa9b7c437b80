"""States of annotations that gave way leave as a table, and as data that comes back; labels of kinds are the user's."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from small_library import toy_library

from store.annotations.kinds import kind_called, kinds_of
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf, Taken
from store.export.data import to_csv, to_json
from store.export.gather import EVERYTHING, Wanted, gather
from store.export.intake import take_in
from store.export.job import Job, run
from store.export.markdown import Style, to_markdown
from store.export.merging import Intake
from store.export.parcel import unpack
from store.library.library import Library

KEY, OTHER = "A/RES/1/1", "A/RES/1/2"
FIRST = "敦促会员国在各级加强合作打击一切形式的贩运人口行为；"
SECOND = "请秘书长向大会第八十一届会议提交一份关于本决议执行情况的全面报告；"
EARLY, LATE = "2026-11-03T08:00:00Z", "2026-11-03T09:00:00Z"
TABLE = Style("conflicts")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return toy_library(tmp_path, one=f"{KEY}|合作|2026-01-01\n{FIRST}\n{SECOND}\n", two=f"{OTHER}\n{SECOND}\n")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """One annotation that counts over an earlier state, one that was removed since, one in peace."""
    shelf = Shelf(tmp_path / "mine")
    kept = Annotation("0a", KEY, "op1", FIRST, ("新",), "后写的", EARLY, LATE)
    gone = Annotation("0b", KEY, "op2", SECOND, ("旧",), "已删的", EARLY, EARLY)
    calm = Annotation("0c", KEY, "op2", SECOND, (), "无争议", EARLY, LATE, kind="check")
    lost = replace(kept, tags=("旧",), note="先写的", modified=EARLY)
    shelf.take_in(KEY, lambda present: Taken((kept, calm), (lost, gone)))
    return shelf


def written(library: Library, shelf: Shelf, wanted: Wanted, style: Style) -> str:
    return re.sub(r"<!--.*-->\n", "", to_markdown(gather(library, shelf, wanted), style))


def test_the_table_of_conflicts_shows_what_counts_and_what_gave_way(library: Library, shelf: Shelf) -> None:
    text = written(library, shelf, Wanted(contested=True), TABLE)
    assert (
        text.split("## A/RES/1/1 合作\n")[1].split()
        == (
            f"### 执行部分第1段 > {FIRST}"
            f" 现行：{LATE} 标签：#新 后写的 让位：{EARLY} 标签：#旧 先写的"
            f" ### 执行部分第2段 > {SECOND}"
            f" 现行：标注已删除 让位：{EARLY} 标签：#旧 已删的"
        ).split()
    )


def test_only_the_template_of_conflicts_asks_for_them_alone(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    counts = {
        name: run(library, shelf, Job(tmp_path / name, style=Style(name))).annotations
        for name in ("notes", "conflicts")
    }
    assert counts == {"notes": 2, "conflicts": 2}
    assert "无争议" not in (tmp_path / "conflicts").read_text("utf-8")
    assert "先写的" not in (tmp_path / "notes").read_text("utf-8")
    for conflict in shelf.conflicts(KEY):
        shelf.settle(KEY, conflict.id, take=False)
    done = run(library, shelf, Job(tmp_path / "conflicts", style=TABLE))
    assert (done.annotations, done.contested) == (0, True)


def test_conflicts_come_back_from_json_and_from_a_folder(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text(to_json(gather(library, shelf, EVERYTHING)), "utf-8")
    for source in (file, tmp_path / "mine"):
        other = Shelf(tmp_path / f"from {source.name}")
        for _turn in range(2):
            report = take_in(library, other, unpack(source), Intake())
            assert other.of(KEY) == shelf.of(KEY)
            assert other.conflicts(KEY) == shelf.conflicts(KEY)
            assert report.conceded == 0


def test_what_the_user_calls_kinds_reaches_every_form(library: Library, shelf: Shelf) -> None:
    kinds = kinds_of({"check": {"label": "复核"}, "red": {"label": "红线", "key": "r"}})
    shelf.put(Annotation("0d", OTHER, "op1", SECOND, (), "", EARLY, EARLY, kind="red"))
    sections, style = gather(library, shelf, EVERYTHING), Style(kinds=kinds)
    for text in (to_markdown(sections, style), to_csv(sections, style)):
        assert "复核" in text
        assert "红线" in text
    rows = json.loads(to_json(sections, style))["annotations"]
    assert {(row["kind"], row["kind_name"]) for row in rows} == {("", ""), ("check", "复核"), ("red", "红线")}
    names = ("复核", "待核", "to be checked", "check", "红线", "question")
    assert [kind_called(kinds, name) for name in names] == ["check"] * 4 + ["red", "question"]
