"""What is exported stands where its words stand today, and what the user wrote beside it survives whatever changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.annotations.records import Annotation
from store.annotations.selectors import select
from store.compare.redline import redline
from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker
from store.export.arrange import arranged
from store.export.front_matter import with_tags
from store.export.literal import redlined
from store.export.markdown import Section, Style, regions_of, to_markdown
from store.export.regions import updated
from store.export.sections import NO_DOCUMENT, OTHER_TEXT, WHOLE, entries

KEY = "A/RES/1/1"
TEXTS = (
    "敦促会员国在各级加强合作，打击一切形式的贩运人口行为；",
    "请秘书长向大会第八十一届会议提交一份关于本决议执行情况的全面报告；",
    "鼓励联合国系统各实体在各自任务范围内继续向会员国提供技术援助；",
)
DATE = "2026-11-03T08:00:00Z"


def document(*texts: str) -> Document:
    blocks = tuple(Block(f"op{turn}", "operative", str(turn), text) for turn, text in enumerate(texts, 1))
    return Document(FrontMatter(symbol=KEY, title="合作"), blocks)


OLD = document(*TEXTS)
NEW = document("重申其以往关于此事的各项决议并表示决心全面予以执行；", *TEXTS)


def annotation(identity: str, *ranges: tuple[str, int, int | None], **changes: object) -> Annotation:
    selectors = tuple(select(OLD, place, start, end) for place, start, end in ranges)
    first = ranges[0][0] if ranges else ""
    quote = "\n".join(each.quote for each in selectors)
    made = Annotation(identity, KEY, first, quote, (), identity, DATE, DATE, selectors=selectors)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_paragraph_that_got_another_number_is_exported_at_its_new_place() -> None:
    (entry,) = entries(Section(KEY, NEW, [annotation("a", ("op2", 0, None))]))
    assert (entry.places, entry.address, entry.quote, entry.lost) == (("op3",), "执行部分第3段", TEXTS[1], None)


def test_words_of_a_paragraph_are_quoted_alone_and_several_paragraphs_as_a_range() -> None:
    words = annotation("a", ("op1", 2, 5), scope="range")
    several = annotation("b", ("op1", 0, None), ("op2", 0, None), scope="places")
    found = entries(Section(KEY, NEW, [several, words]))
    assert [(entry.address, entry.quote) for entry in found] == [
        ("执行部分第2至3段", f"{TEXTS[0]}\n{TEXTS[1]}"),
        ("执行部分第2段", "会员国"),
    ]


def test_words_that_may_be_others_are_an_orphan_and_keep_their_quotation() -> None:
    changed = document(TEXTS[0].replace("一切形式", "各种形式"), *TEXTS[1:])
    (entry,) = entries(Section(KEY, changed, [annotation("a", ("op1", 0, None))]))
    assert (entry.lost, entry.quote, entry.places) == (OTHER_TEXT, TEXTS[0], ())


def test_a_document_as_a_whole_and_a_card_have_no_place_and_are_no_orphans() -> None:
    whole = annotation("a", scope="document")
    card = annotation("b", scope="card", document="A/RES/9/9")
    assert [(each.address, each.lost) for each in entries(Section(KEY, OLD, [whole]))] == [(WHOLE, None)]
    assert [(each.address, each.lost) for each in entries(Section("A/RES/9/9", None, [card]))] == [(WHOLE, None)]
    assert [each.lost for each in entries(Section(KEY, None, [whole]))] == [NO_DOCUMENT]


def test_a_card_is_listed_under_what_it_is_a_card_of() -> None:
    card = annotation("b", scope="card", document="A/RES/9/9")
    (group,) = arranged([Section("A/RES/9/9", None, [card])], "cited", "en")
    assert (group.title, [each.heading for each in group.entries]) == (
        "General Assembly resolution 9/9",
        ["General Assembly resolution 9/9"],
    )


def test_what_a_called_footnote_cites_counts_as_cited() -> None:
    blocks = (Block("op1", "operative", "1", TEXTS[0], markers=(Marker("1", 5, "fn1"),)),)
    citing = Document(
        FrontMatter(symbol=KEY),
        blocks,
        (Footnote("fn1", "1", "第 70/1 号决议。"),),
        citations=(Citation("fn1", 2, "70/1", "A/RES/70/1", "变革我们的世界"),),
    )
    (group,) = arranged([Section(KEY, citing, [annotation("a", ("op1", 0, None))])], "cited", "zh", {"A/RES/70/1"})
    assert (group.title, group.cited and group.cited.held) == ("大会第70/1号决议 变革我们的世界", True)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("敦促各国合作；", "敦促各国酌情合作；", "敦促各国**酌情**合作；"),
        ("敦促各国，合作", "敦促各国合作", "敦促各国<del>，</del>合作"),
        ("执行*计划*", "执行*新计划*", "执行\\***新**计划\\*"),
        ("一", "5. 二", "~~一~~**5. 二**"),
        ("", "新增", "**新增**"),
    ],
)
def test_a_redline_is_shown_by_signs_that_count_where_they_stand(before: str, after: str, shown: str) -> None:
    assert redlined(redline(before, after)) == shown


TAGS = st.lists(st.sampled_from(["议题/妇女", "议题/儿童", "我方", "商定 措辞"]), unique=True, max_size=3).map(tuple)
NOTES = st.text("甲乙#*`<!-- >\n/jueyi:", max_size=12)
KINDS = st.sampled_from(["", "amendment", "question"])
CHANGED = st.dictionaries(st.sampled_from("abcdef"), st.tuples(TAGS, NOTES, KINDS, st.integers(1, 3)), max_size=6)
STYLES = st.builds(
    Style,
    st.sampled_from(["notes", "brief", "amendments", "reading"]),
    st.sampled_from([None, "document", "tag", "cited"]),
)
USER = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=20).map(
    lambda text: f"§{text}§"
)


def section(held: dict[str, tuple[tuple[str, ...], str, str, int]]) -> list[Section]:
    made = [
        annotation(name, (f"op{turn}", 0, None), tags=tags, note=note, kind=kind, proposed="改" if kind else "")
        for name, (tags, note, kind, turn) in held.items()
    ]
    return [Section(KEY, OLD, made)]


@settings(max_examples=60, deadline=None)
@given(CHANGED, CHANGED, STYLES, st.lists(st.tuples(st.integers(0, 9), USER), max_size=3))
def test_what_the_user_wrote_between_survives_any_change_of_annotations(
    before: dict[str, tuple[tuple[str, ...], str, str, int]],
    after: dict[str, tuple[tuple[str, ...], str, str, int]],
    style: Style,
    texts: list[tuple[int, str]],
) -> None:
    parts = to_markdown(section(before), style).split("\n\n<!-- jueyi:")
    for turn, text in texts:
        parts[turn % len(parts)] += f"\n\n{text}"
    written = "\n\n<!-- jueyi:".join(parts)
    now = updated(written, regions_of(section(after), style))
    assert all(text in now.text for _turn, text in texts)
    assert now.kept == () and now.open == ()
    assert updated(now.text, regions_of(section(after), style)).text == now.text
    assert to_markdown(section(after), style) == to_markdown(section(after), style)


LINES = st.lists(
    st.sampled_from(["aliases: [a]", "tags: [x, y]", "tags:", "  - x", "date: 2026-01-01", "jueyi: abc"]), max_size=5
)


@given(LINES, TAGS, TAGS, st.text(max_size=20))
def test_front_matter_keeps_every_other_line_and_twice_is_once(
    lines: list[str], tags: tuple[str, ...], others: tuple[str, ...], rest: str
) -> None:
    body = rest.replace("\r", "")
    text = "---\n" + "".join(f"{line}\n" for line in lines) + f"---\n{body}" if lines else body
    first = with_tags(text, tags)
    assert with_tags(first.text, tags).text == first.text
    changed = with_tags(first.text, others).text
    assert changed.endswith(body)
    for line in lines:
        if line.startswith(("aliases", "date")):
            assert f"\n{line}\n" in changed
