"""What the go-to prompt offers first: what a number names, before what only begins so."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import toy_library

from tui.suggesting import suggest

OTHERS = {"a": "A/RES/75/195|甲|\nA/RES/75/199", "b": "A/RES/75/193|乙|\nA/RES/75/1 A/RES/75/2"}


def labels(folder: Path, typed: str, **more: str) -> list[str]:
    return [each.label for each in suggest(toy_library(folder, **OTHERS, **more), typed, None)]


@pytest.mark.parametrize("typed", ["75/1", "A/RES/75/1", "第75/1号决议", "大会第75/1号决议", "a/res/75/1"])
def test_a_whole_number_stands_before_those_that_begin_so(tmp_path: Path, typed: str) -> None:
    assert labels(tmp_path, typed)[0] == "A/RES/75/1"


def test_it_stands_first_also_as_a_document_of_the_library(tmp_path: Path) -> None:
    assert labels(tmp_path, "75/1", c="A/RES/75/1|丙|")[:2] == ["A/RES/75/1", "A/RES/75/195"]


def test_it_stands_first_though_nobody_knows_it(tmp_path: Path) -> None:
    assert labels(tmp_path, "75/19") == ["A/RES/75/19", "A/RES/75/195", "A/RES/75/193", "A/RES/75/199"]


def test_a_number_that_nobody_knows_may_be_several_bodies(tmp_path: Path) -> None:
    assert labels(tmp_path, "44/4") == ["A/RES/44/4", "A/HRC/RES/44/4", "E/CN.7/RES/44/4"]


def test_what_cannot_be_yet_and_a_figure_alone_name_nothing(tmp_path: Path) -> None:
    assert labels(tmp_path, "199/1") == []
    assert "S/RES/75" not in labels(tmp_path, "75")


def test_a_place_of_a_number_is_not_sought_in_those_that_begin_so(tmp_path: Path) -> None:
    assert labels(tmp_path, "75/1#op1") == ["A/RES/75/1#op1"]
    assert labels(tmp_path, "75/19#op1") == []
