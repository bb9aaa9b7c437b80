"""Whoever waits for a reading hears how far it is, and may end it wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.library import apart
from store.library.library import Library
from store.library.reader import StandardReader
from store.paths import seeds_folder
from store.progress import Cancelled, Way, told

LONGEST = max(seeds_folder().glob("*.txt"), key=lambda path: path.stat().st_size)


def test_one_hears_of_every_stage_in_turn_and_ever_more_is_done() -> None:
    heard: list[tuple[str, float]] = []
    way = Way()
    StandardReader().read(LONGEST, lambda stage, done, whole: heard.append((stage, way.share(stage, done, whole))))
    assert list(dict.fromkeys(stage for stage, _ in heard)) == ["file", "lines", "notes", "paragraphs", "citations"]
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert shares[0] >= 0 and shares[-1] < 1


@pytest.mark.parametrize("stage", ["file", "lines", "notes", "paragraphs", "citations"])
def test_a_reading_ends_where_nobody_waits_any_more(stage: str) -> None:
    def hear(current: str, _done: int, _whole: int) -> None:
        if current == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        StandardReader().read(LONGEST, hear)


def test_items_come_all_and_in_order_whoever_listens() -> None:
    heard: list[int] = []
    assert list(told(range(5000), "lines", lambda _stage, done, _whole: heard.append(done))) == list(range(5000))
    assert heard == [0, 2048, 4096]


@pytest.mark.parametrize(("stage", "share"), [("pdf", 0.425), ("file", 0.04), ("lines", 0.18), ("citations", 0.875)])
def test_half_of_a_stage_is_so_much_of_the_whole(stage: str, share: float) -> None:
    assert Way().share(stage, 1, 2) == pytest.approx(share)


def test_pages_take_most_of_the_way_and_what_follows_never_leads_back() -> None:
    way = Way()
    told_in_turn = [("pdf", 0), ("pdf", 2), ("lines", 0), ("notes", 1), ("paragraphs", 1), ("citations", 2)]
    shares = [way.share(stage, done, 2) for stage, done in told_in_turn]
    assert shares == sorted(shares)
    assert (shares[0], shares[1], shares[-1]) == pytest.approx((0, 0.85, 1))


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A file that is worth a process of its own."""
    text = LONGEST.read_text(encoding="utf-8")
    path = tmp_path / "long.txt"
    path.write_text("\n".join([text] * 10), encoding="utf-8")
    return path


def test_a_long_file_is_read_apart_and_as_here(tmp_path: Path, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = StandardReader().read(long)
    heard: list[str] = []
    library = Library(tmp_path / "home", apart=True)
    library.entries()
    monkeypatch.setattr(StandardReader, "read", lambda *_: pytest.fail("it was read in this process"))
    entry = library.visit(long, lambda stage, _done, _whole: heard.append(stage))
    assert library.document(entry.key) == here
    assert heard
    assert library.visit(long) is entry, "the same text is not read again"


def test_giving_up_ends_the_process(tmp_path: Path, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []
    begin = apart._begin
    monkeypatch.setattr(apart, "_begin", lambda home: begun.append(begin(home)) or begun[0])

    def hear(_stage: str, _done: int, _whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Library(tmp_path / "home", apart=True).visit(long, hear)
    assert begun[0].poll() is not None


def test_what_is_read_for_nobody_ends_when_the_library_is_closed(tmp_path: Path, long: Path) -> None:
    library = Library(tmp_path / "home", apart=True)
    library.entries()
    library.close()
    with pytest.raises(Cancelled):
        library.visit(long)
