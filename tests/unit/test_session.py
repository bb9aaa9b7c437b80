"""The session on disk: what comes back is what was kept, and a broken file harms nobody."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import StoreUnavailable
from store.session import LONGEST_WAY, Session, SessionFile, Standing

HERE = Standing("document", "A/C.3/80/L.4", "op5", ("op4", 12, 3), ("s1", "s2"))
CARD = Standing("card", "A/RES/64/293")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "session.json"


def test_a_new_user_has_none_and_asking_makes_none(path: Path) -> None:
    assert SessionFile(path).load() is None
    assert not path.parent.exists()


@given(
    st.builds(
        Session,
        st.lists(st.sampled_from([HERE, CARD]), min_size=1, max_size=3).map(tuple),
        st.just(0),
        st.lists(st.sampled_from([HERE, CARD]), max_size=5).map(tuple),
        st.lists(st.sampled_from([HERE, CARD]), max_size=5).map(tuple),
    )
)
def test_what_was_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, session: Session) -> None:
    file = SessionFile(tmp_path_factory.getbasetemp() / "session.json")
    file.save(session)
    assert file.load() == session


def test_the_active_one_is_where_one_reads(path: Path) -> None:
    SessionFile(path).save(Session((HERE, CARD), active=1))
    session = SessionFile(path).load()
    assert session is not None
    assert session.standing == CARD


def test_a_long_way_loses_its_beginning(path: Path) -> None:
    way = tuple(Standing("document", "A/74/127", f"p{number}") for number in range(LONGEST_WAY + 5))
    SessionFile(path).save(Session((HERE,), behind=way))
    session = SessionFile(path).load()
    assert session is not None
    assert session.behind == way[5:]


@pytest.mark.parametrize(
    "content", [b"{", b"", b"[1]", b"{}", b'{"open": []}', b'{"open": 3}', b'{"open": [{"kind": "card"}]}', b"\xff"]
)
def test_a_broken_file_is_no_session_and_is_written_over(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert SessionFile(path).load() is None
    SessionFile(path).save(Session((HERE,)))
    assert SessionFile(path).load() == Session((HERE,))


def test_what_has_a_strange_form_is_passed_over(path: Path) -> None:
    """A later version may keep more panes, other kinds and other fields."""
    path.parent.mkdir()
    strange = {"kind": "document", "key": "A/74/127", "place": 3, "view": [1, 2, 3], "folded": "all", "pinned": True}
    record = {"open": [{"kind": "film", "key": "x"}, strange], "active": 7, "behind": [None, "x"], "ahead": 0}
    path.write_text(json.dumps(record), "utf-8")
    assert SessionFile(path).load() == Session((Standing("document", "A/74/127"),))


def test_a_full_disk_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(StoreUnavailable, match="磁盘已满"):
        SessionFile(path).save(Session((HERE,)))
