"""What the user settles of a citation holds against every rule, stays with its words, and is taken back whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from store.citations.cite import cite
from store.corrections.doubts import source_span
from store.corrections.files import Corrections
from store.corrections.record import make_correction, marks_of
from store.document import Document, Span
from store.library.library import Library
from store.reading.pipeline import read
from store.reading.source import Source
from tui import cli, language

TEXT = "秘书长的报告\n\n1. 委员会的报告述及第 44/\n4 号决议和大会第 70/1 号决议。\n\n2. 该议程已经执行。\n"


def read_with(*said: tuple[str, str], text: str = TEXT) -> Document:
    """The document, with what its user said of words in it."""
    made = [
        make_correction("cites", Span(text.index(words), text.index(words) + len(words)), value, text)
        for words, value in said
    ]
    source = Source(text, "0", "t", corrections=marks_of(made, text))
    return cite(read(source), corrections=source.corrections)


def cited(document: Document) -> list[tuple[str, str | None]]:
    return [(each.surface, each.symbol) for each in document.citations]


def test_without_a_word_of_the_user_the_number_is_open() -> None:
    document = read_with()
    assert cited(document) == [("44/4", None), ("70/1", "A/RES/70/1")]
    assert [doubt.kind for doubt in document.doubts if doubt.kind == "open-organ"] == ["open-organ"]


def test_the_user_says_which_document_is_cited() -> None:
    document = read_with(("44/\n4", "A/HRC/RES/44/4"))
    first, second = document.citations
    assert (first.symbol, first.rule, first.confidence, first.candidates) == ("A/HRC/RES/44/4", "settled", "sure", ())
    assert (second.symbol, second.rule) == ("A/RES/70/1", "named-before")
    assert "open-organ" not in {doubt.kind for doubt in document.doubts}


@pytest.mark.parametrize("words", ["44/\n4", "第 44/\n4 号决议", "44"], ids=["as read", "more", "less"])
def test_a_reader_that_draws_the_ends_otherwise_finds_it_again(words: str) -> None:
    assert cited(read_with((words, "A/HRC/RES/44/4")))[0] == ("44/4", "A/HRC/RES/44/4")


def test_the_user_says_that_it_is_no_citation() -> None:
    document = read_with(("44/\n4", ""))
    assert cited(document) == [("70/1", "A/RES/70/1")]
    assert "open-organ" not in {doubt.kind for doubt in document.doubts}


def test_what_is_said_last_holds() -> None:
    assert cited(read_with(("44/\n4", ""), ("44/\n4", "A/RES/44/4")))[0] == ("44/4", "A/RES/44/4")
    assert cited(read_with(("44/\n4", "A/RES/44/4"), ("44/\n4", "")))[0] == ("70/1", "A/RES/70/1")


def test_words_that_no_rule_took_for_a_citation_become_one() -> None:
    document = read_with(("该议程", "A/RES/70/1"))
    assert [(each.surface, each.symbol, each.form) for each in document.references if each.rule == "settled"] == [
        ("该议程", "A/RES/70/1", "short")
    ]


def test_what_is_settled_once_tells_of_the_same_number_elsewhere() -> None:
    text = "秘书长的报告\n\n1. 报告述及第 44/4 号决议。\n\n2. 各国执行第 44/4 号决议。\n"
    assert cited(read_with(text=text)) == [("44/4", None), ("44/4", None)]
    document = read_with(("44/4", "A/HRC/RES/44/4"), text=text)
    assert [(each.symbol, each.rule, each.confidence) for each in document.citations] == [
        ("A/HRC/RES/44/4", "settled", "sure"),
        ("A/HRC/RES/44/4", "settled-elsewhere", "likely"),
    ]


def test_words_outside_every_paragraph_settle_nothing() -> None:
    assert cited(read_with(("\n\n", "A/RES/1/1"))) == cited(read_with())


def test_the_library_keeps_it_and_takes_it_back(home: Path) -> None:
    folder, seeds = home / "library", home / "seeds"
    folder.mkdir(parents=True)
    seeds.mkdir()
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    library = Library(home, seeds=seeds)
    (entry,) = library.entries()
    document = library.document(entry.key)
    span = source_span(document, document.citations[0])
    assert TEXT[span.start : span.end] == "44/\n4"
    made = make_correction("cites", span, "A/HRC/RES/44/4", TEXT)
    Corrections(library.revisions.folder).put(entry.digest, made)
    assert cited(library.document(entry.key))[0] == ("44/4", "A/HRC/RES/44/4")
    assert [each.citation.surface for each in library.citing("A/HRC/RES/44/4")] == ["44/4"]
    Corrections(library.revisions.folder).remove(entry.digest, made.id)
    assert cited(library.document(entry.key))[0] == ("44/4", None)


def test_check_lists_what_was_settled(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    corrections = Corrections(home / "corrections")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    for words, value in (("44/\n4", "A/HRC/RES/44/4"), ("70/1", "")):
        start = TEXT.index(words)
        corrections.put(digest, make_correction("cites", Span(start, start + len(words)), value, TEXT))
    assert cli.main(["check", str(path), "--corrections"]) == 0
    out = capsys.readouterr().out
    assert "line 3  cites A/HRC/RES/44/4  44/ 4" in out and "line 4  no citation  70/1" in out
    assert "unresolved" not in out
