"""Which documents there are, what each goes by, and what a target means."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from small_library import ToyReader, toy_library

from store.errors import StoreUnavailable, UnknownTarget, UnreadableSource
from store.library.catalogue import give_symbol, given_symbols
from store.library.entry import Summary, own_key
from store.library.find import Choice, Cited, Held, Nothing, find
from store.library.folding import fold
from store.library.library import Library

ONE = "A/RES/1/1|第一|2001-01-01\n回顾A/RES/64/293号决议。\n又回顾S/RES/2388(2017)号决议。"
NAMELESS = "|改进协调|2021-11-10\n回顾A/RES/64/293和A/RES/1/1号决议，以及CTOC/COP/DEC/4/4号决定。"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_go_by_symbol_by_title_and_date_or_by_file(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE, b=NAMELESS, c="|只有题|", d="||\n什么都没有")
    assert [entry.key for entry in library.entries()] == ["A/RES/1/1", "改进协调 (2021-11-10)", "只有题", "d.txt"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("two\nlines.txt", "two lines.txt"), (os.fsdecode(b"\xff.txt"), "\ufffd.txt")],
    ids=["line", "byte"],
)
def test_a_name_that_no_line_can_hold_makes_a_key_that_can_be_found(tmp_path: Path, name: str, key: str) -> None:
    summary = Summary("0" * 64, None)
    assert own_key(summary, tmp_path / name) == key
    assert fold(name)


def test_two_texts_of_one_symbol_have_two_keys(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE, b=ONE + "\n多一段。")
    assert [entry.key for entry in library.entries()] == ["A/RES/1/1", "A/RES/1/1~2"]
    assert len(library.document("A/RES/1/1~2").blocks) == 3


def test_the_same_text_twice_is_one_document(tmp_path: Path) -> None:
    assert len(toy_library(tmp_path, a=ONE, b=ONE).entries()) == 1


def test_what_was_read_once_is_not_read_again(tmp_path: Path) -> None:
    toy_library(tmp_path, a=ONE, b=NAMELESS).entries()
    reader = ToyReader()
    library = toy_library(tmp_path, reader)
    library.entries()
    find(library, "64/293")
    library.document("A/RES/1/1")
    assert reader.read_files == []


def test_a_file_touched_but_not_changed_is_not_read_again(tmp_path: Path) -> None:
    toy_library(tmp_path, a=ONE).entries()
    os.utime(tmp_path / "seeds" / "a.txt", ns=(1, 1))
    reader = ToyReader()
    toy_library(tmp_path, reader).entries()
    assert reader.read_files == []


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    library.entries()
    write(tmp_path / "seeds" / "a.txt", ONE.replace("64/293", "70/1"))
    assert [entry.key for entry in library.entries()] == ["A/RES/1/1"]
    assert library.citing("A/RES/64/293") == ()
    assert len(library.citing("A/RES/70/1")) == 1
    assert "A/RES/64/293" not in library.cited()


def test_a_new_version_of_the_reader_reads_all_again(tmp_path: Path) -> None:
    toy_library(tmp_path, a=ONE).entries()
    reader = ToyReader(version="2")
    toy_library(tmp_path, reader).entries()
    assert reader.read_files == ["a.txt"]


def test_a_file_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE, b=NAMELESS)
    library.entries()
    (tmp_path / "seeds" / "b.txt").unlink()
    assert len(library.entries()) == 1
    assert [mention.document for mention in library.citing("A/RES/64/293")] == ["A/RES/1/1"]


def test_mentions_come_in_the_order_of_the_library(tmp_path: Path) -> None:
    library = toy_library(tmp_path, z=ONE, a=NAMELESS)
    assert [m.document for m in library.citing("A/RES/64/293")] == ["改进协调 (2021-11-10)", "A/RES/1/1"]


def test_adding_copies_the_file_and_asking_twice_changes_nothing(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    source = write(tmp_path / "mine.txt", NAMELESS)
    entry = library.add(source)
    assert (entry.key, entry.bundled) == ("改进协调 (2021-11-10)", False)
    source.unlink()
    assert library.document(entry.key).front.title == "改进协调"
    again = library.add(write(tmp_path / "other name.txt", NAMELESS))
    assert again == entry
    assert [path.name for path in library.folder.iterdir()] == ["mine.txt"]


def test_another_text_under_the_same_file_name_replaces_nothing(tmp_path: Path) -> None:
    library = toy_library(tmp_path)
    source = write(tmp_path / "mine.txt", ONE)
    library.add(source)
    write(source, NAMELESS)
    library.add(source)
    assert {entry.key for entry in library.entries()} == {"A/RES/1/1", "改进协调 (2021-11-10)"}


@pytest.mark.parametrize("name", ["catalogue.json", ".hidden"])
def test_no_file_name_hides_what_was_added(tmp_path: Path, name: str) -> None:
    library = toy_library(tmp_path)
    entry = library.add(write(tmp_path / name, ONE), "A/RES/5/5")
    assert [each.key for each in library.entries()] == [entry.key] == ["A/RES/5/5"]


def test_a_given_symbol_is_kept_for_added_and_bundled_alike(tmp_path: Path) -> None:
    library = toy_library(tmp_path, b=NAMELESS)
    entry = library.add(tmp_path / "seeds" / "b.txt", "a/c.3/76/l.4/rev.1")
    assert (entry.key, entry.own_key, entry.bundled) == ("A/C.3/76/L.4/Rev.1", "改进协调 (2021-11-10)", True)
    again = toy_library(tmp_path)
    assert again.document("A/C.3/76/L.4/Rev.1").front.symbol == "A/C.3/76/L.4/Rev.1"
    assert again.citing("A/RES/1/1")[0].document == "A/C.3/76/L.4/Rev.1"
    assert not list(again.folder.glob("*.txt")), "a bundled text needs no copy"


def test_adding_again_without_a_symbol_keeps_the_given_one(tmp_path: Path) -> None:
    library = toy_library(tmp_path)
    source = write(tmp_path / "mine.txt", NAMELESS)
    library.add(source, "A/RES/5/5")
    assert library.add(source).key == "A/RES/5/5"


def test_a_symbol_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownTarget, match="不是联合国文号"):
        toy_library(tmp_path).add(write(tmp_path / "mine.txt", ONE), "六四之二九三")
    assert not (tmp_path / "home").exists()


def test_an_unreadable_file_is_not_added(tmp_path: Path) -> None:
    library = toy_library(tmp_path)
    with pytest.raises(UnreadableSource):
        library.add(tmp_path / "missing.txt")
    (tmp_path / "binary.txt").write_bytes(b"\0\1")
    with pytest.raises(UnreadableSource):
        library.add(tmp_path / "binary.txt")
    assert library.entries() == ()


def test_an_unreadable_file_in_the_library_stays_listed_with_its_problem(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    library.add(write(tmp_path / "mine.txt", NAMELESS))
    (library.folder / "broken.txt").write_bytes(b"\0\1")
    entry = library.entry("broken.txt") or library.entries()[1]
    assert (entry.key, entry.problem) == ("broken.txt", "“broken.txt”不是文本。")
    with pytest.raises(UnreadableSource, match="不是文本"):
        library.document("broken.txt")
    reader = ToyReader()
    toy_library(tmp_path, reader).entries()
    assert reader.read_files == [], "it is not tried again until it changes"


def test_removing_takes_the_copy_and_its_symbol(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    source = write(tmp_path / "mine.txt", NAMELESS)
    library.add(source, "A/RES/5/5")
    library.remove("A/RES/5/5")
    assert [entry.key for entry in library.entries()] == ["A/RES/1/1"]
    assert source.exists()
    assert library.add(source).key == "改进协调 (2021-11-10)"


@pytest.mark.skipif(os.name != "posix", reason="only there may a file's name be no text")
def test_a_file_name_that_is_no_text_is_taken_all_the_same(tmp_path: Path) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
    source.write_text(NAMELESS, encoding="utf-8")
    library = toy_library(tmp_path)
    assert library.add(source).key == "改进协调 (2021-11-10)"
    reader = ToyReader()
    assert len(toy_library(tmp_path, reader).entries()) == 1
    assert reader.read_files == []


def test_symbols_given_in_two_windows_at_once_are_all_kept(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    threads = [threading.Thread(target=give_symbol, args=(folder, f"{n}", f"A/RES/1/{n}")) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert given_symbols(folder) == {f"{n}": f"A/RES/1/{n}" for n in range(12)}


def test_bundled_and_unknown_documents_cannot_be_removed(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    with pytest.raises(UnknownTarget, match="不能移除"):
        library.remove("A/RES/1/1")
    with pytest.raises(UnknownTarget, match="没有"):
        library.remove("A/RES/9/9")
    with pytest.raises(UnknownTarget, match="没有"):
        library.document("A/RES/9/9")


def test_a_damaged_catalogue_is_reported_and_not_written_over(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    library.folder.mkdir(parents=True)
    catalogue = write(library.folder / "catalogue.json", '{"schema": 1, "symb')
    assert [entry.key for entry in library.entries()] == ["A/RES/1/1"]
    assert "catalogue.json 已损坏" in (library.state().problem or "")
    with pytest.raises(StoreUnavailable, match="已损坏"):
        library.add(tmp_path / "seeds" / "a.txt", "A/RES/5/5")
    assert catalogue.read_text() == '{"schema": 1, "symb'


def test_a_file_from_outside_can_be_visited(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a=ONE)
    visitor = library.visit(write(tmp_path / "mine.txt", NAMELESS))
    assert library.document(visitor.key).front.title == "改进协调"
    assert len(library.entries()) == 1, "a visitor is no entry"
    assert library.visit(tmp_path / "seeds" / "a.txt").key == "A/RES/1/1"
    other = library.visit(write(tmp_path / "other.txt", ONE + "\n多一段。"))
    assert other.key == "A/RES/1/1~2"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    three = "A/74/127|报告|\n大会第A/RES/72/195号决议。\nA/HRC/RES/44/4、E/CN.15/RES/44/4。"
    return toy_library(tmp_path, a=ONE, b=NAMELESS, c=three)


@pytest.mark.parametrize("target", ["A/RES/1/1", "1/1", "第1/1号决议", "a/res/1/1", "https://undocs.org/zh/A/RES/1/1"])
def test_every_form_of_a_held_symbol_finds_the_document(library: Library, target: str) -> None:
    found = find(library, target)
    assert isinstance(found, Held)
    assert (found.entry.key, found.place) == ("A/RES/1/1", None)


@pytest.mark.parametrize("target", ["74/127", " 74／127 "])
def test_a_bare_number_that_no_resolution_bears_finds_the_document_of_that_number(
    library: Library, target: str
) -> None:
    found = find(library, target)
    assert isinstance(found, Held)
    assert found.entry.key == "A/74/127"
    assert isinstance(find(library, "A/RES/74/127"), Cited)  # the resolution of that number is another document


@pytest.mark.parametrize(
    ("target", "symbol"),
    [
        ("64/293", "A/RES/64/293"),
        ("A/RES/64/293", "A/RES/64/293"),
        ("2388", "S/RES/2388(2017)"),
        ("S/RES/2388", "S/RES/2388(2017)"),
        ("2388 (2017)", "S/RES/2388(2017)"),
        ("72/195", "A/RES/72/195"),
        ("4/4", "CTOC/COP/DEC/4/4"),
    ],
)
def test_a_symbol_not_held_but_cited_has_a_card(library: Library, target: str, symbol: str) -> None:
    found = find(library, target)
    assert isinstance(found, Cited)
    assert found.card.symbol == symbol
    assert found.card.mentions


def test_a_number_of_several_organs_is_a_choice_and_not_a_guess(library: Library) -> None:
    found = find(library, "44/4")
    assert isinstance(found, Choice)
    assert {each.key for each in found.candidates[:2]} == {"A/HRC/RES/44/4", "E/CN.15/RES/44/4"}
    assert all(each.citations == 0 for each in found.candidates[2:]), "those nobody cites come last"


def test_the_librarys_own_comes_first_in_a_choice(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a="A/HRC/RES/44/4|甲|\n文", b="A/RES/2/2|乙|\nA/RES/44/4、A/RES/44/4")
    found = find(library, "44/4")
    assert isinstance(found, Choice)
    assert [(each.key, each.held) for each in found.candidates[:2]] == [("A/HRC/RES/44/4", True), ("A/RES/44/4", False)]
    assert found.candidates[0].name == "甲"


def test_what_nobody_holds_or_cites_is_nothing_and_names_the_nearest(library: Library) -> None:
    found = find(library, "64/294")
    assert isinstance(found, Nothing)
    assert found.nearest[0] == "A/RES/64/293"
    assert find(library, "胡言乱语") == Nothing("胡言乱语", ())
    assert isinstance(find(library, ""), Nothing)


@pytest.mark.parametrize(
    ("target", "symbol"),
    [
        ("A/RES/75/1", "A/RES/75/1"),
        ("a/res/75/1#op3", "A/RES/75/1"),
        ("大会第75/1号决议", "A/RES/75/1"),
        ("大会第2758号决议", "A/RES/2758(XXVI)"),
        ("S/RES/1325", "S/RES/1325(2000)"),
        ("第3367 A (XXX)号决议", "A/RES/3367(XXX) A"),
    ],
)
def test_any_symbol_has_a_card_though_nobody_cites_it(library: Library, target: str, symbol: str) -> None:
    """Who looks a resolution up wants its address, whether or not the library has come across it."""
    found = find(library, target)
    assert isinstance(found, Cited)
    assert (found.card.symbol, found.card.mentions) == (symbol, ())
    assert found.card.link.startswith("https://undocs.org/zh/")


@pytest.mark.parametrize("target", ["A/RES/99/999", "75/1", "第75/1号决议", "2758"])
def test_a_number_without_an_organ_or_of_a_time_to_come_has_none(library: Library, target: str) -> None:
    assert isinstance(find(library, target), Nothing)


@pytest.mark.parametrize(("target", "place"), [("1/1#op2", "op2"), ("A/RES/1/1，第2段", "op2"), ("1/1#第1段", "op1")])
def test_a_place_is_found_in_its_document(library: Library, target: str, place: str) -> None:
    found = find(library, target)
    assert isinstance(found, Held)
    assert (found.entry.key, found.place, found.unplaced) == ("A/RES/1/1", place, None)


def test_a_place_that_is_not_there_is_said_so(library: Library) -> None:
    found = find(library, "1/1#op99")
    assert isinstance(found, Held)
    assert (found.place, found.unplaced) == (None, "op99")


def test_a_part_of_a_title_finds_its_documents(library: Library) -> None:
    found = find(library, "改进")
    assert isinstance(found, Held)
    assert found.entry.title == "改进协调"


def test_a_files_name_that_no_one_sees_is_not_searched(library: Library) -> None:
    """A letter of it would find documents for no reason that a reader could see; the whole name is meant."""
    assert isinstance(find(library, ".txt"), Nothing)
    found = find(library, "a.txt")
    assert isinstance(found, Held)
    assert found.entry.key == "A/RES/1/1"


def test_a_file_is_a_target(library: Library, tmp_path: Path) -> None:
    found = find(library, str(write(tmp_path / "新 文件.txt", "|新|\n一段")))
    assert isinstance(found, Held)
    assert found.entry.key == "新"
    held = find(library, f"{tmp_path / 'seeds' / 'a.txt'}#op2")
    assert isinstance(held, Held)
    assert (held.entry.key, held.place) == ("A/RES/1/1", "op2")
    (tmp_path / "binary").write_bytes(b"\0")
    with pytest.raises(UnreadableSource):
        find(library, str(tmp_path / "binary"))
