"""Tags stand under tags, and what is said of them is kept, readable and shared by windows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.annotations.tag_book import KEYS, Tag, TagBook
from store.annotations.tag_tree import bears, parents_of, renamed, tree
from store.errors import StoreUnavailable


def test_the_tree_counts_what_is_under_a_tag_and_shows_parents_nobody_bears() -> None:
    shown = [(b.depth, b.leaf, b.own, b.all) for b in tree({"议题/保护/儿童": 2, "议题": 1, "我方": 4, "议题-二": 1})]
    assert shown == [(0, "我方", 4, 4), (0, "议题", 1, 3), (1, "保护", 0, 2), (2, "儿童", 2, 2), (0, "议题-二", 1, 1)]


@pytest.mark.parametrize(
    ("tag", "parents"),
    [("甲", []), ("甲/乙", ["甲"]), ("甲/乙/丙", ["甲", "甲/乙"]), ("/甲", []), ("甲/", []), ("A/RES", ["A"])],
)
def test_parents(tag: str, parents: list[str]) -> None:
    assert list(parents_of(tag)) == parents


def test_a_parent_means_all_tags_under_it_but_not_those_that_only_begin_so() -> None:
    assert bears(["议题/保护"], "议题") and bears(["议题"], "议题")
    assert not bears(["议题-二"], "议题") and not bears(["议题"], "议题/保护")


def test_renaming_takes_what_is_under_a_tag_along_and_makes_one_of_two() -> None:
    assert renamed(["甲", "甲/乙", "甲乙"], "甲", "丙") == ("丙", "丙/乙", "甲乙")
    assert renamed(["甲", "丙"], "甲", "丙") == ("丙",)
    assert renamed(["甲/乙", "丙"], "甲", None) == ("丙",)


def test_keys_are_given_out_in_order_and_each_once(tmp_path: Path) -> None:
    book = TagBook(tmp_path / "tags.json")
    book.adopt(f"t{turn}" for turn in range(12))
    assert [tag.name for tag in book.by_key().values()] == [f"t{turn}" for turn in range(len(KEYS))]
    book.define(Tag("t11", key="1"))
    assert book.by_key()["1"].name == "t11" and book.all()["t0"].key == ""


def test_the_file_can_be_read_and_keeps_what_is_not_understood(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text('{"schema": 1, "tags": {"甲": {"colour": "red", "icon": "★"}, "乙": 5}, "later": true}', "utf-8")
    TagBook(path).define(Tag("丙", description="说明"))
    TagBook(path).define(TagBook(path).all()["甲"])
    content = json.loads(path.read_text("utf-8"))
    assert content["later"] is True and content["tags"]["乙"] == 5
    assert content["tags"]["甲"] == {"colour": "red", "icon": "★"} and content["tags"]["丙"] == {"description": "说明"}
    assert "说明" in path.read_text("utf-8")


def test_a_broken_file_is_set_aside_and_said(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text("{broken", "utf-8")
    book = TagBook(path)
    assert book.all() == {} and book.problem and "tags.broken.json" in book.problem
    assert (tmp_path / "tags.broken.json").read_text("utf-8") == "{broken"


def test_what_a_newer_version_wrote_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text('{"schema": 9, "tags": {}}', "utf-8")
    with pytest.raises(StoreUnavailable):
        TagBook(path).adopt(["甲"])
    assert path.read_text("utf-8") == '{"schema": 9, "tags": {}}'
