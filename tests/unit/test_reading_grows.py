"""Reading a text four times as long is four times the work: no stage looks through the whole text for each line."""

from __future__ import annotations

import sys

import pytest

from store.citations.cite import cite
from store.paths import seeds_folder
from store.reading.pipeline import read
from store.reading.source import Source

RESOLUTION = (seeds_folder() / "002_388aa13b124e4391.txt").read_text(encoding="utf-8")
SHAPES = {
    "resolutions one after the other": lambda times: f"大会，\n{RESOLUTION}\n" * times,
    "paragraphs with notes whose signs lost their height": lambda times: "".join(
        f"回顾大会的决议，{number}\n\n{number} 第70/1号决议。\n\n" for number in range(1, 60 * times)
    ),
    "many notes of one number": lambda times: "会议讨论了问题¹并且\n¹ 见第70/1号决议\n" * (60 * times),
    "lists": lambda times: "1. 敦促会员国：\n(a) 促进批准；\n(一) 采取措施；\n" * (40 * times),
    "a sentence without end between rules": lambda times: "____\n文字没有停\n" * (60 * times),
    "organs that speak again and again": lambda times: "大会，\n\n" * (60 * times),
    "headings": lambda times: "一、导言\n\n二、结论\n\n" * (40 * times),
}


def calls(text: str) -> int:
    """How many functions are called to read a text, which does not depend on the machine."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        cite(read(Source(text, "0" * 64, "text")))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_as_the_text_does(shape: str) -> None:
    make = SHAPES[shape]
    calls(make(1))
    assert calls(make(4)) < 5.5 * calls(make(1))
