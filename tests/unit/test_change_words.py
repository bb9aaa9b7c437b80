"""What a change was is said of the annotation that was changed, wherever it stands or stood."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.changes import Changes
from store.annotations.records import Annotation
from store.annotations.selectors import Selector
from store.annotations.shelf import Shelf
from store.annotations.tag_book import TagBook
from tui import language
from tui.change_words import change_words

KEY, TEXT, WHEN = "A/RES/1/1", "敦促会员国；", "2026-11-03T08:00:00Z"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "en")


def test_an_orphan_that_meets_an_annotation_is_joined_with_it_and_not_taken_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "annotations")
    changes = Changes(shelf, TagBook(tmp_path / "tags.json"))
    shelf.set_tags(KEY, "op1", TEXT, ["x"])
    orphan = Annotation("0a", KEY, "", "敦促各国；", ("x",), "", WHEN, WHEN)
    shelf.restore(orphan)
    step = changes.attach(orphan, (Selector("op1", 0, len(TEXT), TEXT),), "", "attached")
    assert step is not None
    said = [change_words(each, lambda entry: entry.place, str) for each in (step, step.reversed)]
    assert said == ["The annotation was joined with the one there.", "It is to be looked at again."]
    assert [entry.is_orphan for entry in step.entries] == [True]
