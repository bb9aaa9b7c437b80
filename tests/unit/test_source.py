"""Bytes become text whatever their encoding; what is no text is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import UnreadableSource
from store.reading.source import from_bytes, load

SIMPLIFIED = "大会，\n\n回顾其关于打击贩运人口的第64/293号决议，"
TRADITIONAL = "大會，\n\n回顧其關於聯合國憲章的決議，"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", SIMPLIFIED),
        ("utf-8-sig", SIMPLIFIED),
        ("utf-16", SIMPLIFIED),
        ("utf-16-le", SIMPLIFIED + " A/RES/64/293 " * 20),
        ("utf-16-be", SIMPLIFIED + " A/RES/64/293 " * 20),
        ("utf-32", SIMPLIFIED),
        ("gb18030", SIMPLIFIED),
        ("gbk", SIMPLIFIED),
        ("big5", TRADITIONAL),
    ],
)
def test_encodings_are_told_apart_by_content(encoding: str, text: str) -> None:
    assert from_bytes(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04....", "DOCX"),
        (b"\x00\x01\x02\x03" * 9, "不是文本"),
        (b"\xff\xfe\x00", "utf-16"),
        (b"\xff\xff\xff\x80\xfe", "编码"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said) as refusal:
        from_bytes(data, "件.bin")
    assert "件.bin" in str(refusal.value)


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="找不到"):
        load(tmp_path / "无.txt")
    with pytest.raises(UnreadableSource, match="文件夹"):
        load(tmp_path)


def test_line_ends_stay_as_they_came() -> None:
    assert from_bytes("一\r\n二\r三".encode(), "a").text == "一\r\n二\r三"
