"""The list of all annotations: what it holds, what a filter finds of it, and how it is grouped."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.identity import new_identity
from store.annotations.names import file_name
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.annotations.target import card_target, place_target, words_target
from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker
from store.library.entry import Entry
from store.listing.citing import Citations
from store.listing.filtering import Sieve, Unready
from store.listing.groups import GROUPINGS, Grouping, fitting, groups_of
from store.listing.listing import Listing, make_listing
from store.listing.notebook import Notebook, Noted, Reading, place_order
from store.listing.standing import Standings
from store.listing.wanted import Wanted, days, local_day, parse, tag_filter

RESOLUTION, DRAFT = "A/RES/77/1", "A/C.3/80/L.9"


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    """A zone in which the day begins eight hours earlier than in UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


def entry(key: str, title: str) -> Entry:
    return Entry(
        key, key, title, "resolution", False, None, None, None, 3, Path("x"), f"digest of {key}", False, None, key
    )


ENTRIES = {DRAFT: entry(DRAFT, "改进工作协调"), RESOLUTION: entry(RESOLUTION, "安全饮水")}


def annotation(document: str, place: str, **said: object) -> Annotation:
    when = str(said.pop("when", "2026-11-03T08:00:00Z"))
    bare = Annotation(new_identity(), document, place, "促请会员国采取措施，", (), "", when, when)
    return replace(bare, **said)  # type: ignore[arg-type]


AGREED = annotation(DRAFT, "op5", kind="agreed", tags=("议题/受害人保护",), author="林晓")
PLAIN = annotation(DRAFT, "op12", note="与去年不同", tags=("我方", "议题"), when="2026-11-20T20:00:00Z")
OLD = annotation(RESOLUTION, "pp3", tags=("饮水",), when="2025-01-31T15:59:59Z")
CARD = annotation("A/RES/64/293", "", scope="card", note="Find [the text]", quote="")
ALL = (AGREED, PLAIN, OLD, CARD)


def listing(*annotations: Annotation) -> Listing:
    from store.annotations.leaf import Leaf
    from store.listing.notebook import _noted  # what reading a file makes of it

    by_document: dict[str, list[Annotation]] = {}
    for each in annotations:
        by_document.setdefault(each.document, []).append(each)
    noted: Iterable[Noted] = (_noted(Leaf(key, tuple(those))) for key, those in by_document.items())
    return make_listing(Reading(tuple(noted), 3, 3), ENTRIES)


def labels(kind: str) -> tuple[str, ...]:
    return {"agreed": ("商定措辞", "agreed language")}.get(kind, ())


def found(wanted: Wanted | str, *annotations: Annotation) -> set[Annotation]:
    held = listing(*(annotations or ALL))
    mask = Sieve(held, labels).find(parse(wanted) if isinstance(wanted, str) else wanted)
    return {each for each, is_in in zip(held.annotations, mask, strict=True) if is_in}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ALL),
        ("去年", {PLAIN}),
        ("與去年不同", {PLAIN}),  # traditional characters
        ("促请 去年", {PLAIN}),  # all words, of note and quotation
        ('"促请 会员国"', {AGREED, PLAIN, OLD}),  # white space is the layout's
        ("find", {CARD}),
        ("ＦＩＮＤ", {CARD}),
        ("[the", {CARD}),
        ("饮水", {OLD}),  # a tag and the document's title
        ("yinshui", set()),
        ("aqys", {OLD}),  # initials of the title 安全饮水
        ("wf", {PLAIN}),  # of the tag 我方
        ("sdcc", {AGREED}),  # of the kind 商定措辞
        ("77/1", {OLD}),
        ("#议题", {AGREED, PLAIN}),
        ("＃受害人", {AGREED}),
        ("#yt", {AGREED, PLAIN}),
        ("#议题 #我方", {PLAIN}),
        ("#", ALL),
        ("tag:我方", {PLAIN}),
        ("kind:agreed", {AGREED}),
        ("类型：商定", {AGREED}),
        ("种类:商定", {AGREED}),
        ("kind:", ALL),
        ("kind:agreed kind:other", {AGREED}),
        ("by:林", {AGREED}),
        ("by:lx", {AGREED}),
        ("in:L.9", {AGREED, PLAIN}),
        ("in:饮水 in:L.9", {AGREED, PLAIN, OLD}),
        ("since:2026", {AGREED, PLAIN, CARD}),
        ("since:2026-11-21", {PLAIN}),  # 20:00 UTC is the next day here
        ("until:2025", {OLD}),
        ("until:2025-01-31", {OLD}),  # one second before midnight here
        ("自:2026-11 至:2026-11-20", {AGREED, CARD}),
        ("since:20", ALL),  # not ready yet
        ("nothing:like", set()),  # no field of the filter: words
    ],
)
def test_a_filter_finds(typed: str, expected: Iterable[Annotation]) -> None:
    assert found(typed) == set(expected)


def test_what_is_not_understood_is_told_and_asks_for_nothing() -> None:
    wanted = parse("since:202x is:odd 饮水 until:2026-13")
    assert wanted.unknown == ("since:202x", "is:odd", "until:2026-13")
    assert wanted.words == ("饮水",)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(tags=("议题",), whole=True), {AGREED, PLAIN}),  # with those under it
        (Wanted(tags=("议",), whole=True), set()),
        (Wanted(kinds=("agreed",), whole=True), {AGREED}),
        (Wanted(kinds=("Agreed language",), whole=True), {AGREED}),
        (Wanted(kinds=("agree",), whole=True), set()),
        (Wanted(people=("林",), whole=True), set()),
        (Wanted(people=("林晓", "other"), whole=True), {AGREED}),
        (Wanted(place="op12"), {PLAIN}),
    ],
)
def test_what_a_script_names_is_meant_as_it_is_written(wanted: Wanted, expected: set[Annotation]) -> None:
    assert found(wanted) == expected


@pytest.mark.parametrize("tag", ["我方", "议题/受害人 保护", '所谓"保护"'])
def test_all_that_bears_a_tag_is_found_by_what_is_typed_for_it(tag: str) -> None:
    bearing, other = annotation(DRAFT, "op1", tags=(tag.replace('"', ""),)), annotation(DRAFT, "op2", note="x")
    assert found(tag_filter(tag), bearing, other) == {bearing}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", ("2025-12-31T16:00:00Z", "2026-12-31T16:00:00Z")),
        ("2026-12", ("2026-11-30T16:00:00Z", "2026-12-31T16:00:00Z")),
        ("2026年2月", ("2026-01-31T16:00:00Z", "2026-02-28T16:00:00Z")),
        ("2026-2-3", ("2026-02-02T16:00:00Z", "2026-02-03T16:00:00Z")),
        ("2026-02-30", None),
        ("26", None),
        ("9999", None),
        ("", None),
    ],
)
def test_a_day_month_or_year_begins_at_midnight_here(text: str, expected: tuple[str, str] | None) -> None:
    assert days(text) == expected


def test_a_moment_lies_on_the_day_here() -> None:
    assert local_day("2026-11-20T20:00:00Z") == "2026-11-21"
    assert local_day("soon") == "soon"


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("document", [DRAFT, RESOLUTION, "A/RES/64/293"]),  # the library's order, then what it does not hold
        ("tag", ["我方", "议题", "议题/受害人保护", "饮水", ""]),
        ("kind", ["agreed", ""]),
        ("date", ["2026-11-21", "2026-11-03", "2025-01-31"]),
        ("month", ["2026-11", "2025-01"]),
        ("author", ["林晓", ""]),
    ],
)
def test_groups_stand_in_an_order_of_their_own(by: Grouping, expected: list[str]) -> None:
    assert [each.name for each in groups_of(listing(*ALL), by)] == expected


@pytest.mark.parametrize("by", GROUPINGS)
def test_every_annotation_is_in_a_group(by: Grouping) -> None:
    held = listing(*ALL)
    groups = groups_of(held, by, {"A/RES/64/293": {0}})
    assert {index for each in groups for index in each.indices} == set(range(len(ALL)))


def test_a_group_of_which_nothing_is_wanted_is_not_shown() -> None:
    held = listing(*ALL)
    mask = Sieve(held, labels).find(parse("饮水"))
    assert [each.name for each in fitting(groups_of(held, "document"), mask)] == [RESOLUTION]


@given(
    st.lists(st.sampled_from(["促请", "去年", "#议题", "kind:agreed", "by:林", "饮", "since:2026", "x"]), max_size=4)
)
def test_what_is_added_to_a_filter_never_finds_more(tokens: list[str]) -> None:
    for length in range(len(tokens)):
        shorter, longer = tokens[:length], tokens[: length + 1]
        if not tokens[length].startswith(("kind", "by")):
            assert found(" ".join(longer)) <= found(" ".join(shorter))


def test_places_stand_in_the_order_of_numbers() -> None:
    places = ["fn3", "op10", "op5.b", "op5", "pp2", "", "ch", "op5.a"]
    assert sorted(places, key=place_order) == ["", "ch", "pp2", "op5", "op5.a", "op5.b", "op10", "fn3"]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "annotations")


def test_the_notebook_sees_what_another_window_wrote(shelf: Shelf) -> None:
    notebook = Notebook(shelf)
    assert make_listing(notebook.read(), {}).annotations == []
    shelf.put(AGREED)
    shelf.put(OLD)
    assert {each.id for each in make_listing(notebook.read(), {}).annotations} == {AGREED.id, OLD.id}
    shelf.discard(OLD.document, OLD.id)
    assert [each.id for each in make_listing(notebook.read(), {}).annotations] == [AGREED.id]


def test_a_file_is_read_again_only_when_it_has_changed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.put(AGREED)
    shelf.put(OLD)
    notebook, looked = Notebook(shelf), []
    monkeypatch.setattr(shelf, "leaf", lambda name, read=shelf.leaf: looked.append(name) or read(name))
    notebook.read()
    shelf.put(replace(OLD, note="new"))
    notebook.read()
    assert sorted(looked) == sorted([file_name(DRAFT), file_name(RESOLUTION), file_name(RESOLUTION)])


def test_a_file_that_can_not_be_used_is_told_and_hides_no_other(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put(AGREED)
    (tmp_path / "annotations" / "A_RES_1_1.json").write_bytes(b"{")
    held = make_listing(Notebook(shelf).read(), {})
    assert [each.id for each in held.annotations] == [AGREED.id]
    assert any("A_RES_1_1.json" in problem for problem in held.problems)


def test_a_state_that_gave_way_is_listed_beside_the_one_that_counts(shelf: Shelf) -> None:
    seen = shelf.put(PLAIN)
    shelf.put(replace(seen, note="theirs"))
    kept = shelf.put(replace(seen, note="mine"), seen=seen)
    held = make_listing(Notebook(shelf).read(), ENTRIES)
    (contested,) = held.contested
    assert (contested.conflict.lost.note, contested.kept) == ("theirs", kept)
    mask = Sieve(held, labels).find(Wanted(states=("conflict",)))
    assert list(mask) == [1]


class _Library:
    """A library with one document, that tells how often it was read."""

    def __init__(self, document: Document) -> None:
        self.held = document
        self.reads = 0

    def document(self, key: str) -> Document:
        self.reads += 1
        return self.held

    def cited_in(self, digests: list[str]) -> dict[str, dict[str, tuple[tuple[int, int, str], ...]]]:
        found: dict[str, tuple[tuple[int, int, str], ...]] = {}
        for each in self.held.citations:
            found[each.block] = (*found.get(each.block, ()), (each.at, each.end, each.symbol or ""))
        return {digest: found for digest in digests if digest.endswith(DRAFT)}


TEXT = Document(
    FrontMatter(symbol=DRAFT, title="改进工作协调"),
    blocks=(
        Block("op1", "operative", "1", "重申第 64/293 号决议和第 68/192 号决议；"),
        Block("op2", "operative", "2", "促请会员国采取措施；", markers=(Marker("1", 9, "fn1"),)),
        Block("op3", "operative", "3", "请秘书长报告。"),
    ),
    footnotes=(Footnote("fn1", "1", "第 70/1 号决议。"),),
    citations=(
        Citation("op1", 4, "64/293", "A/RES/64/293"),
        Citation("op1", 17, "68/192", "A/RES/68/192"),
        Citation("fn1", 2, "70/1", "A/RES/70/1"),
    ),
)


def _about(target: object, **said: object) -> Annotation:
    bare = annotation(DRAFT, "")
    return replace(target.applied(bare), **said)  # type: ignore[attr-defined]


def test_citing_is_what_stands_in_the_words_and_in_the_footnotes_that_they_call() -> None:
    whole = _about(place_target(DRAFT, TEXT, "op1"), note="a")
    words = _about(words_target(DRAFT, TEXT, [("op1", 0, 12)]), note="b")
    calling = _about(place_target(DRAFT, TEXT, "op2"), note="c")
    none = _about(place_target(DRAFT, TEXT, "op3"), note="d")
    card = _about(card_target("A/RES/70/1"), note="e")
    held = listing(whole, words, calling, none, card)
    citing = Citations(_Library(TEXT)).of(held)  # type: ignore[arg-type]
    named = {symbol: {held.annotations[index].note for index in those} for symbol, those in citing.items()}
    assert named == {"A/RES/64/293": {"a", "b"}, "A/RES/68/192": {"a"}, "A/RES/70/1": {"c", "e"}}
    sieve = Sieve(held, labels)
    with pytest.raises(Unready):
        sieve.find(parse("cites:64/293"))
    sieve.citing = citing
    for typed, count in (("cites:64/293", 2), ("cites:64/2", 2), ("引用：第70/1号决议", 2), ("cites:99/9", 0)):
        assert sum(sieve.find(parse(typed))) == count, typed


def test_a_document_is_read_once_to_know_where_annotations_stand() -> None:
    placed = _about(place_target(DRAFT, TEXT, "op2"), note="a")
    lost = annotation(DRAFT, "op9", quote="这句话从来没有在文中出现过，也不会有。", note="b")
    held = listing(placed, lost)
    library = _Library(TEXT)
    standings = Standings(library)  # type: ignore[arg-type]
    assert standings.known(placed) is None and library.reads == 0
    looked = dict(standings.look_all(held))
    assert {each.annotation.note: (each.address, bool(each.lost)) for each in looked.values()} == {
        "a": ("执行部分第2段", False),
        "b": ("op9", True),
    }
    list(standings.look_all(held))
    assert library.reads == 1
    assert standings.known(replace(placed, note="changed")) is None
