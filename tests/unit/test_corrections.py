"""Corrections on disk: kept, placed again when the text has changed, and part of what the library knows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from store.corrections.doubts import confirmation, confirmed
from store.corrections.files import Corrections
from store.corrections.record import Correction, make_correction, marks_of, place_of
from store.document import Span
from store.errors import StoreUnavailable
from store.library.library import Library
from store.reading.marks import MarkKind
from store.reading.pipeline import read
from store.reading.source import Source
from tui import cli, language

TEXT = "大会，\n\n回顾其以往决议，\n\n铭记各国的责任，\n\n1. 决定设立基金；\n\n3. 决定继续处理此案。\n"
DIGEST = "0" * 64


def correction(words: str, kind: MarkKind = "join", value: str = "", text: str = TEXT) -> Correction:
    start = text.index(words)
    return make_correction(kind, Span(start, start + len(words)), value, text)


@pytest.mark.parametrize(
    "text, expected",
    [
        (TEXT, "铭记各国的责任，"),
        ("新的一行\n" + TEXT, "铭记各国的责任，"),
        ("铭记各国的责任，\n\n" + TEXT, "铭记各国的责任，"),
        (TEXT.replace("责任", "义务"), None),
        (TEXT.replace("铭记各国的责任，", ""), None),
    ],
    ids=["unchanged", "moved", "found twice, told apart by what stands around it", "other words", "gone"],
)
def test_a_correction_is_placed_where_its_words_stand_and_nowhere_else(text: str, expected: str | None) -> None:
    made = correction("铭记各国的责任，")
    place = place_of(made, text)
    assert (text[slice(*place)] if place else None) == expected
    if expected:
        assert place and text[: place.start].endswith("回顾其以往决议，\n\n")
    assert bool(marks_of([made], text)) == (expected is not None)


def test_a_few_characters_are_not_taken_for_the_same_ones_elsewhere() -> None:
    made = correction("3.", "label", "2")
    assert place_of(made, "x" * TEXT.index("3.") + "3. 别的文字") is None


def test_what_is_kept_comes_back_in_order_and_can_be_taken_back(home: Path) -> None:
    corrections = Corrections(home / "corrections")
    assert corrections.of(DIGEST) == () and not home.exists()
    first, second = correction("回顾其以往决议，"), correction("铭记各国的责任，")
    corrections.put(DIGEST, first)
    corrections.put(DIGEST, second)
    assert corrections.of(DIGEST) == (first, second)
    corrections.put(DIGEST, replace(first, value="x"))
    assert [each.value for each in corrections.of(DIGEST)] == ["x", ""]
    assert corrections.remove(DIGEST, first.id) == replace(first, value="x")
    assert corrections.remove(DIGEST, first.id) is None
    assert corrections.of(DIGEST) == (second,)


def test_what_is_not_understood_stays_in_the_file(home: Path) -> None:
    path = home / "corrections" / f"{DIGEST}.json"
    corrections = Corrections(path.parent)
    corrections.put(DIGEST, correction("回顾其以往决议，"))
    content = json.loads(path.read_text(encoding="utf-8"))
    content["corrections"] += [{"kind": "of the future"}, "?"]
    content["corrections"][0]["colour"] = "red"
    path.write_text(json.dumps(content), encoding="utf-8")
    (known,) = corrections.of(DIGEST)
    corrections.put(DIGEST, known)
    corrections.put(DIGEST, correction("铭记各国的责任，"))
    kept = json.loads(path.read_text(encoding="utf-8"))["corrections"]
    assert kept[1:3] == [{"kind": "of the future"}, "?"] and kept[0]["colour"] == "red"


@pytest.mark.parametrize("content", ["{", "[]", '{"corrections": {}}', '{"schema": 99, "corrections": []}'])
def test_a_file_that_is_not_understood_is_never_written_over(home: Path, content: str) -> None:
    path = home / "corrections" / f"{DIGEST}.json"
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    corrections = Corrections(path.parent)
    with pytest.raises(StoreUnavailable):
        corrections.put(DIGEST, correction("回顾其以往决议，"))
    assert path.read_text(encoding="utf-8") == content
    assert corrections.revision(DIGEST) == "" and len(corrections.problems()) == 1


def library_of(home: Path, text: str = TEXT) -> Library:
    folder = home / "library"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text.txt").write_text(text, encoding="utf-8")
    seeds = home / "seeds"
    seeds.mkdir(exist_ok=True)
    return Library(home, seeds=seeds)


def test_every_window_reads_a_corrected_document_anew(home: Path) -> None:
    here, there = library_of(home), library_of(home)
    (entry,) = here.entries()
    assert "pp2" in there.document(entry.key).by_id
    made = correction("铭记各国的责任，")
    Corrections(here.revisions.folder).put(entry.digest, made)
    for library in (here, there, library_of(home)):
        assert "pp2" not in library.document(entry.key).by_id
        assert not [key for key, texts in library.containing(("铭记",)) if "铭记各国的责任," in texts]
    Corrections(here.revisions.folder).remove(entry.digest, made.id)
    assert "pp2" in there.document(entry.key).by_id


def test_a_file_that_is_only_visited_is_corrected_too(home: Path, tmp_path: Path) -> None:
    library = library_of(home, "别的文件。")
    path = tmp_path / "visited.txt"
    path.write_text(TEXT, encoding="utf-8")
    entry = library.visit(path)
    assert "pp2" in library.document(entry.key).by_id
    Corrections(library.revisions.folder).put(entry.digest, correction("铭记各国的责任，"))
    assert "pp2" not in library.document(entry.key).by_id
    assert library.visit(path).key == entry.key


def test_what_is_only_confirmed_changes_no_reading(home: Path) -> None:
    document = read(Source(TEXT, DIGEST, "text"))
    (doubt,) = document.doubts
    corrections = Corrections(home / "corrections")
    corrections.put(DIGEST, confirmation(document, doubt, TEXT))
    assert corrections.revision(DIGEST) == ""
    assert list(confirmed(document, TEXT, corrections.of(DIGEST))) == [doubt]


def test_a_confirmed_doubt_is_known_again_in_a_text_that_moved(home: Path) -> None:
    document = read(Source(TEXT, DIGEST, "text"))
    record = confirmation(document, document.doubts[0], TEXT)
    longer = "大会，\n\n认识到这一点，\n\n" + TEXT.removeprefix("大会，\n\n")
    again = read(Source(longer, DIGEST, "text"))
    assert set(confirmed(again, longer, [record])) == set(again.doubts)
    assert not confirmed(again, longer, [replace(record, value="empty")])


def test_check_prints_corrections_and_counts_doubts_by_kind(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    corrections = Corrections(home / "corrections")
    corrections.put(digest, correction("铭记各国的责任，"))
    corrections.put(digest, correction("1. 决定", "label", "2"))
    corrections.put(digest, replace(correction("回顾其以往决议，"), quote="别处的话别处的话"))
    assert cli.main(["check", str(path), "--json"]) == 0
    (said,) = json.loads(capsys.readouterr().out)["documents"]
    assert [(each["kind"], each["line"], each["placed"]) for each in said["corrections"]] == [
        ("join", 5, True),
        ("label", 7, True),
        ("join", None, False),
    ]
    assert said["counts"] == {}
    assert cli.main(["check", str(path), "--corrections"]) == 0
    out = capsys.readouterr().out
    assert "line 5  joined with what stands before" in out and "corrections: 3" in out
    assert "not placed: joined" in out
    path.write_text(TEXT + "\n", encoding="utf-8")
    assert cli.main(["check", str(path)]) == 0
    assert "number out of sequence: 1" in capsys.readouterr().out
