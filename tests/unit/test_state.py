"""What the app remembers, and that a broken memory harms nobody."""

from __future__ import annotations

import errno
from datetime import datetime
from pathlib import Path

import pytest

from store.errors import StoreUnavailable
from store.state import REMEMBERED, State

KEY, OTHER = "A/C.3/80/L.4", "A/74/127"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "state.json"


def test_a_new_user_has_no_state_and_asking_makes_none(path: Path) -> None:
    state = State(path)
    assert (state.load(), state.last_place(KEY), state.last_document, state.recent, state.theme) == (
        {},
        None,
        None,
        (),
        None,
    )
    assert not path.parent.exists()


def test_places_are_remembered_the_last_document_first(path: Path) -> None:
    State(path).remember_place(KEY, "op5")
    State(path).remember_place(OTHER, "p98")
    State(path).remember_place(KEY, "op22")
    state = State(path)
    assert state.last_place(KEY) == "op22"
    assert state.last_place(OTHER) == "p98"
    assert state.last_document == KEY
    assert state.recent == (KEY, OTHER)


def test_the_user_file_is_the_default(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(path.parent))
    State().remember_place(KEY, "op5")
    assert path.is_file()


def test_standing_still_writes_nothing(path: Path) -> None:
    State(path).remember_place(KEY, "op5")
    before = path.stat()
    State(path).remember_place(KEY, "op5")
    assert path.stat() == before


def test_the_theme_and_unknown_settings_stay_beside_places(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"outline_width": 30}', "utf-8")
    state = State(path)
    state.set_theme("nord")
    state.remember_place(KEY, "op5")
    assert state.theme == "nord"
    content = state.load()
    assert content.pop("read").keys() == {KEY}
    assert content == {"outline_width": 30, "theme": "nord", "theme_instead_of": None, "places": {KEY: "op5"}}


def test_when_a_document_was_read_is_kept(path: Path) -> None:
    before = datetime.now().astimezone().replace(microsecond=0)
    State(path).remember_place(KEY, "op5")
    when = State(path).last_read(KEY)
    assert when is not None
    assert before <= when <= datetime.now().astimezone()
    assert State(path).last_read(OTHER) is None


@pytest.mark.parametrize("time", ['"yesterday"', "3", "null", '""', '"0001-01-01T00:00:00+14:00"'])
def test_a_time_of_a_strange_form_is_none(path: Path, time: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"places": {{"{KEY}": "op5"}}, "read": {{"{KEY}": {time}}}}}', "utf-8")
    assert State(path).last_read(KEY) is None
    assert State(path).recent == (KEY,)


def test_only_so_many_places_are_kept(path: Path) -> None:
    path.parent.mkdir()
    many = ", ".join(f'"D{number}": "op1"' for number in range(REMEMBERED))
    path.write_text(f'{{"places": {{{many}}}}}', "utf-8")
    state = State(path)
    state.remember_place(KEY, "op5")
    assert len(state.recent) == REMEMBERED
    assert state.last_place("D0") is None
    assert state.last_place("D1") == "op1"


@pytest.mark.parametrize("content", [b"{", b"", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_begun_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    state = State(path)
    assert state.load() == {}
    assert path.read_bytes() == content
    state.remember_place(KEY, "op5")
    assert state.last_place(KEY) == "op5"
    assert path.with_name("state.broken").read_bytes() == content


@pytest.mark.parametrize("places", ['"op5"', "[1]", '{"A/74/127": 5}'])
def test_places_of_a_strange_form_are_forgotten(path: Path, places: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"places": {places}, "theme": 3}}', "utf-8")
    state = State(path)
    assert (state.recent, state.theme) == ((), None)
    state.remember_place(KEY, "op5")
    assert state.recent == (KEY,)


def test_a_full_disk_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(StoreUnavailable, match="磁盘已满"):
        State(path).remember_place(KEY, "op5")


def test_how_lines_are_set_is_remembered_and_nonsense_is_not(path: Path) -> None:
    state = State(path)
    assert (state.measure, state.justify) == (None, None)
    state.set_measure(38)
    state.set_justify(False)
    assert (State(path).measure, State(path).justify) == (38, False)
    path.write_text('{"measure": true, "justify": 1}', "utf-8")
    assert (State(path).measure, State(path).justify) == (None, None)
