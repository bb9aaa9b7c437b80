"""Words of a text: nothing is broken that must stay whole, and nothing is said on the way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from store.search.words import telling_words, words


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(tmp_path))


@pytest.mark.parametrize(
    "whole",
    [
        "第70/1号决议",
        "第 64/293 号决议",
        "A/RES/70/1",
        "A/C.3/80/L.4",
        "第2388 (2017)号决议",
        "2010 年 7 月 30 日",
        "COVID-19",
        "第5(a)段",
        "5.2",
        "打击贩运人口",
        "可持续发展目标",
    ],
)
def test_citations_dates_and_terms_stay_whole(whole: str) -> None:
    found = [word.text for word in words(f"回顾{whole}，并鼓励各国合作。")]
    assert whole in found
    assert "合作" in found


def test_each_word_knows_its_place_and_marks_are_no_words() -> None:
    text = "敦促会员国（第70/1号决议）：\n采取 措施。"
    found = words(text)
    assert all(text[start:end] == word for word, start, end in found)
    assert not {word.text for word in found} & set("（）：。 \n")


def test_no_text_has_no_words() -> None:
    assert words("") == words(" ，。") == telling_words("", 5) == []


def test_telling_words_are_of_the_matter_and_not_of_the_trade() -> None:
    text = "又敦促会员国根据大会第70/1号决议采取措施，打击人工智能助长的贩运人口行为，保护受害人，并请秘书长报告。"
    told = telling_words(text, 5)
    assert len(told) <= 5
    assert {"人工智能", "贩运人口", "受害人"} <= set(told)
    assert not {"敦促", "会员国", "大会", "秘书长", "措施", "第70/1号决议"} & set(told)


def test_what_the_library_is_full_of_tells_less_the_larger_it_is() -> None:
    text = "又敦促会员国打击人工智能助长的贩运人口行为，保护受害人。"
    asked: list[str] = []

    def spread(words: Sequence[str]) -> tuple[int, dict[str, int]]:
        asked.extend(words)
        return documents, {word: documents if word == "人工智能" else 1 for word in words}

    documents = 2_000
    assert "人工智能" in telling_words(text, 3)
    assert "人工智能" not in telling_words(text, 3, spread) and "人工智能" in asked
    documents = 1
    assert "人工智能" in telling_words(text, 3, spread)


def test_a_fresh_process_says_nothing_and_keeps_its_cache_at_home(tmp_path: Path) -> None:
    code = "from store.search.words import words; assert words('回顾大会')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == done.stderr == ""
    assert list((tmp_path / "cache").iterdir())


def test_a_home_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder should be")
    code = "from store.search.words import words; assert words('回顾大会')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
