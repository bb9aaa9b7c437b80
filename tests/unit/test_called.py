"""Names that only documents of the library equate lead to what they mean, with the place that says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_library import ToyReader, toy_library

from store.citations.cite import cite
from store.document import Document
from store.library.called import called
from store.library.find import Choice, Cited, Held, find
from store.library.library import Library
from store.progress import Progress, silent
from tui.suggesting import suggest

PLAN = "《某某行动计划》（大会第 70/5 号决议，附件）（下称“《全球计划》”）。各国应执行《全球计划》第3段。"


class CitingReader(ToyReader):
    """Gives what it reads its citations."""

    def read(self, path: Path, progress: Progress = silent) -> Document:
        document = super().read(path, progress)
        return replace(cite(document), digest=document.digest)


def library(folder: Path, **files: str) -> Library:
    return toy_library(folder, CitingReader(), **files)


@pytest.mark.parametrize("typed", ["《全球计划》", "全球计划", "《全球 计划》", "《全球計劃》", "《某某行动计划》"])
def test_a_defined_or_equated_name_is_found_with_its_reason(tmp_path: Path, typed: str) -> None:
    found = find(library(tmp_path, a=f"A/80/1|报告|\n甲。\n{PLAN}"), typed)
    assert isinstance(found, Cited) and found.called
    assert found.card.symbol == "A/RES/70/5"
    assert (found.called.document, found.called.place) == ("A/80/1", "op2")


def test_a_document_that_the_library_holds_is_opened(tmp_path: Path) -> None:
    held = library(tmp_path, a=f"A/80/1|报告|\n{PLAN}", b="A/RES/70/5|甲|\n一。\n二。\n三。")
    found = find(held, "《全球计划》")
    assert isinstance(found, Held) and found.called
    assert found.entry.symbol == "A/RES/70/5"
    placed = find(held, "《全球计划》#op3")
    assert isinstance(placed, Held) and (placed.place, placed.called) == ("op3", found.called)


def test_a_name_of_two_things_is_a_choice(tmp_path: Path) -> None:
    other = PLAN.replace("70/5", "71/6").replace("某某", "另一")
    found = find(library(tmp_path, a=f"A/80/1|甲|\n{PLAN}", b=f"A/80/2|乙|\n{other}"), "《全球计划》")
    assert isinstance(found, Choice)
    assert {each.key for each in found.candidates} == {"A/RES/70/5", "A/RES/71/6"}


def test_only_whole_names_count_and_the_plainest_text_gives_the_reason(tmp_path: Path) -> None:
    shelf = library(tmp_path, a="A/80/1|甲|\n《某某行动计划》（第 70/5 号决议）。《行动计划》", b=f"A/80/2|乙|\n{PLAN}")
    assert called(shelf, "计划") == {}
    assert [name.document for name in called(shelf, "《全球计划》").values()] == ["A/80/2"]


def test_the_prompt_offers_it_before_what_only_has_the_word(tmp_path: Path) -> None:
    shelf = library(tmp_path, a=f"A/80/1|执行《全球计划》|\n{PLAN}")
    assert [each.label for each in suggest(shelf, "《全球计划》", None)] == ["A/RES/70/5", "A/80/1"]
    assert [each.label for each in suggest(shelf, "全球计划", None)] == ["A/80/1", "A/RES/70/5"]
