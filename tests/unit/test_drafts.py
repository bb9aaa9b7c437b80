"""What is being written outlives the program and a disk that refuses."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from store import drafts as module
from store.drafts import Drafts
from store.errors import StoreUnavailable


def test_a_draft_is_there_until_it_is_dropped(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert drafts.of("A/RES/70/1", "op5") is None and list(drafts.all()) == []
    assert not (tmp_path / "drafts").exists()
    drafts.keep("A/RES/70/1", "op5", "写到一半")
    path = drafts.keep("A/RES/70/1", "op5", "写到一半\n又一行 \udcff")
    assert path.parent == tmp_path / "drafts"
    again = Drafts(tmp_path / "drafts")
    found = again.of("A/RES/70/1", "op5")
    assert found is not None
    assert (found.document, found.place, found.text) == ("A/RES/70/1", "op5", "写到一半\n又一行 \udcff")
    assert again.of("A/RES/70/1", "op6") is None
    assert list(again.all()) == [found]
    again.drop("A/RES/70/1", "op5")
    again.drop("A/RES/70/1", "op5")
    assert drafts.of("A/RES/70/1", "op5") is None


def test_where_the_folder_refuses_a_rescue_file_is_written_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "tmp"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    (tmp_path / "drafts").write_text("in the way")
    path = Drafts(tmp_path / "drafts").keep("A/RES/70/1", "op5", "要紧的话")
    assert path.parent == elsewhere and "要紧的话" in path.read_text("utf-8")


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise StoreUnavailable("磁盘已满")

    monkeypatch.setattr(module, "write_atomically", refuse)
    with pytest.raises(StoreUnavailable, match="磁盘已满"):
        Drafts(tmp_path).keep("A/RES/70/1", "op5", "要紧的话")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"document": 1', b"\xff"])
def test_a_broken_draft_is_none_and_is_written_over(tmp_path: Path, content: bytes) -> None:
    drafts = Drafts(tmp_path)
    path = drafts.keep("A", "op1", "一")
    path.write_bytes(content)
    assert drafts.of("A", "op1") is None and list(drafts.all()) == []
    drafts.keep("A", "op1", "二")
    assert [draft.text for draft in drafts.all()] == ["二"]
