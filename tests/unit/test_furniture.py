"""Lines of the page are told from lines of the text."""

from __future__ import annotations

import pytest

from store.reading.furniture import find_furniture
from store.reading.lines import split_lines


def kinds(text: str) -> dict[str, str]:
    lines = split_lines(text)
    return {lines[index].text: kind for index, kind in find_furniture(lines).items()}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("__________________", "rule"),
        ("---", "rule"),
        ("http://undocs.org/ch/A/RES/64/293", "link"),
        ("http://undocs.org/2388(2017", "link"),
        ("5/22 V.19-04874", "page"),
        ("V.19-04874 16/22", "page"),
        ("25-16618 3/13", "page"),
        ("25-16618", "page"),
        ("GE.19-01234 (C)", "page"),
        ("20-09880 (C)    120820    130820", "page"),
        ("*1822301*", "page"),
        ("第 3 页", "page"),
        ("- 4 -", "page"),
    ],
)
def test_furniture_is_known_by_its_form(line: str, kind: str) -> None:
    assert list(kinds(f"回顾其决议，\n{line}\n又回顾，\n").values()) == [kind]


@pytest.mark.parametrize(
    "line", ["64/293号决议", "2018 年", "(a) 促进", "见 A/74/127。", "1. 立法", "《公约》", "3 个国家", "#人口贩运。"]
)
def test_text_is_no_furniture(line: str) -> None:
    assert kinds(f"回顾其决议，\n{line}\n又回顾，\n") == {}


def test_a_symbol_beside_a_page_number_is_a_running_head() -> None:
    text = "报告\n大会\n情报服\n\n A/74/127 \n\n5/22 V.19-04874 \n\n务和加强\n"
    assert kinds(text) == {"A/74/127": "head", "5/22 V.19-04874": "page"}


def test_a_symbol_that_heads_several_pages_is_a_running_head() -> None:
    text = "大会\n第一段。\nA/74/127\n第二段。\nA/74/127\n第三段。"
    assert kinds(text) == {"A/74/127": "head"}


def test_a_symbol_with_the_title_at_the_page_edges_is_a_running_head() -> None:
    text = "大会\n第一段。\n18-22301\nA/RES/73/175                    暂停使用死刑\n第二段。"
    assert "head" in kinds(text).values()


def test_a_symbol_alone_in_the_text_stays_text() -> None:
    assert kinds("大会\n见下列文件：\nA/74/127\n以上为全部文件。") == {}


def test_a_bare_number_is_a_page_number_only_at_a_page_break() -> None:
    assert kinds("第一段\n7\n第二段") == {}
    assert kinds("第一段\n第二段\n\f7\n第三段") == {"7": "page"}
