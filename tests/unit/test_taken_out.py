"""What was taken out of the text on thin evidence is a doubt that shows the line; what surely is the page's is none."""

from __future__ import annotations

import pytest

from store.corrections.record import make_correction, place_of
from store.document import Document, Span
from store.paths import seeds_folder
from store.reading.marks import Mark
from store.reading.pipeline import read
from store.reading.source import Source, from_bytes, load

TEXT = """大会，

回顾其关于人口贩运问题的以往各项决议，包括关于这一问题的报告，

认识到贩运人口犯罪
{line}
是严重的犯罪，

1. 敦促会员国采取措施，打击贩运人口的行为；

2. 决定继续审议此事。
"""


def doubts(document: Document) -> list[tuple[str | None, int, str]]:
    return [(doubt.block, doubt.at, doubt.message) for doubt in document.doubts if doubt.kind == "furniture"]


def reading(line: str) -> Document:
    return read(Source(TEXT.format(line=line), "0" * 64, "text"))


@pytest.mark.parametrize("line", ["3/13", "http://undocs.org/A/74/127", "____\n7"])
def test_a_line_seen_once_inside_a_sentence_is_shown_where_it_stood(line: str) -> None:
    (doubt,) = doubts(reading(line))
    assert doubt[:2] == ("pp2", 9)
    assert f"“{line.splitlines()[-1]}”" in doubt[2]


@pytest.mark.parametrize(
    "line",
    ["25-16618", "25-16618 3/13", "- 4 -", "*1822301*", "第 3 页", "Page 3 of 13", "A/74/127\n3/13", "\f3/13", "____"],
)
def test_what_only_pages_print_is_no_doubt(line: str) -> None:
    assert doubts(reading(line)) == []


def test_pages_of_so_many_that_come_again_are_no_doubt_but_another_total_is() -> None:
    text = TEXT.format(line="3/13") + "3. 还决定\n4/13\n结束工作，请秘书长注意\n61/144\n的规定。\n"
    assert [message[:8] for *_, message in doubts(read(Source(text, "0" * 64, "text")))] == ["“61/144”"]


@pytest.mark.parametrize("path", sorted(seeds_folder().glob("*.txt")), ids=lambda path: path.name[:3])
def test_nothing_of_the_bundled_documents_was_taken_out_for_little(path: object) -> None:
    assert doubts(read(load(path))) == []  # type: ignore[arg-type]


def test_a_clause_among_what_a_web_page_shows_beside_its_text_is_a_doubt() -> None:
    page = """<html><body>
        <aside><p>还回顾其关于打击贩运人口行为的各项决议以及关于这一问题的所有其他决议和决定，</p></aside>
        <footer><p>版权所有。本网站使用小型文本文件，继续浏览即表示您同意我们使用这些文件和相关技术的做法。</p></footer>
        <main><p>大会，</p><p>回顾其关于人口贩运问题的以往各项决议，</p><p>1. 敦促会员国采取措施，打击一切
        贩运人口的行为，并且按照国际法加强合作；</p><p>2. 决定继续审议此事。</p></main></body></html>"""
    (doubt,) = doubts(read(from_bytes(page.encode(), "a.html")))
    assert doubt[2].startswith("“还回顾")


def test_what_the_user_says_of_the_line_settles_the_doubt() -> None:
    text = TEXT.format(line="3/13")
    at = text.index("3/13")
    correction = make_correction("furniture", Span(at, at + 5), "", text)
    span = place_of(correction, text)
    assert span is not None
    marks = (Mark(span.start, span.end, "furniture"),)
    assert doubts(read(Source(text, "0" * 64, "text", corrections=marks))) == []


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("大会，\n\n回顾其第\n61/144\n号决议，\n", ["大会，", "回顾其第61/144号决议，"]),
        (
            "1. 报告见：\n\nhttps://www.unodc.org/x\n\n2. 文件见：\n\nhttp://undocs.org/A/74/127\n",
            ["报告见：", "https://www.unodc.org/x", "文件见："],
        ),
    ],
    ids=["number", "address"],
)
def test_a_number_or_address_that_the_sentence_asks_for_stays_text(text: str, blocks: list[str]) -> None:
    assert [block.text for block in read(Source(text, "0" * 64, "text")).blocks] == blocks
