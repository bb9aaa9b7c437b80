"""Finding by the initials of pinyin: what a reader types who is too lazy for an input method."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.pinyin import initials_of, is_initials, pinyin_spans


@pytest.mark.parametrize(
    ("character", "initials"),
    [
        ("改", "g"),
        ("重", "zct"),  # all readings count
        ("調", "dtz"),  # as a traditional character
        ("嗯", "n"),  # read with a letter that carries its tone
        ("A", "a"),
        ("Ａ", "a"),
        ("7", ""),
        ("，", ""),
    ],
)
def test_a_character_has_the_initials_of_all_its_readings(character: str, initials: str) -> None:
    assert initials_of(character) >= set(initials)
    assert bool(initials_of(character)) == bool(initials)


@pytest.mark.parametrize(
    ("text", "initials", "found"),
    [
        ("关于改进工作协调，打击贩运人口", "gjgz", ["改进工作"]),
        ("关于改进工作协调，打击贩运人口", "GJGZ", ["改进工作"]),
        ("改进工作协调，打击贩运人口", "xtdj", ["协调，打击"]),  # marks are passed over
        ("改进工\n作 协调", "gjgzxt", ["改进工\n作 协调"]),  # and line ends
        ("贩运人口，又贩运人口", "fyrk", ["贩运人口", "贩运人口"]),
        ("改进工作協調", "gzxt", ["工作協調"]),
        ("联合国UNODC办公室", "codcbgs", []),
        ("联合国UNODC办公室", "unodcbgs", ["UNODC办公室"]),
        ("第70段", "dd", []),  # a number between is no mark
        ("改进", "g", []),  # one letter says nothing
        ("改进", "改进", []),
        ("改进", "qqqq", []),
        ("", "gj", []),
    ],
)
def test_initials_are_found_in_consecutive_characters(text: str, initials: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in pinyin_spans(text, initials)] == found


@given(st.text(alphabet="改进工作重调，A7 \n", max_size=30), st.text(alphabet="gjzcdta", max_size=3))
def test_spans_equal_a_plain_scan(text: str, initials: str) -> None:
    """Each hit is what walking along the text letter by letter finds, and none is left out."""
    expected, at = [], 0
    letters = [index for index, character in enumerate(text) if character.isalnum()]
    while is_initials(initials) and at + len(initials) <= len(letters):
        places = letters[at : at + len(initials)]
        if all(letter in initials_of(text[place]) for letter, place in zip(initials, places, strict=True)):
            expected.append((places[0], places[-1] + 1))
            at += len(initials)
        else:
            at += 1
    assert [tuple(span) for span in pinyin_spans(text, initials)] == expected


def test_readings_of_phrases_stay_unloaded() -> None:
    """They would take three times the memory of all the rest."""
    pinyin_spans("改进", "gj")
    assert "pypinyin.phrases_dict" not in sys.modules
