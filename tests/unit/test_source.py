"""Bytes become text whatever their encoding; what is no text is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import UnreadableSource
from store.reading.pipeline import read
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
        ("big5hkscs", TRADITIONAL),
        ("utf-16-le", "一九四八年" * 30),
        ("utf-16-be", "大会通过下列决议"),
        ("utf-16-le", "A/RES/64/293"),
        ("gb18030", "决议"),
        ("gb18030", "A/RES/64/293 General Assembly 大会"),
        ("big5", "決議"),
        ("big5", "A/RES/64/293 General Assembly 大會"),
        ("utf-8", "General Assembly"),
    ],
)
def test_encodings_are_told_apart_by_content(encoding: str, text: str) -> None:
    assert from_bytes(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (SIMPLIFIED.encode()[:-1], 1),
        (SIMPLIFIED.encode()[1:], 1),
        (SIMPLIFIED.encode()[:20] + b"\xff\xfe" + SIMPLIFIED.encode()[21:], 1),
        (SIMPLIFIED.encode()[:9] + b"\xe5" + SIMPLIFIED.encode()[9:-2], 2),
        (SIMPLIFIED.encode("utf-16")[:-1], 1),
        (SIMPLIFIED.encode("gb18030")[:-1], 1),
    ],
)
def test_broken_bytes_are_doubts_and_no_other_encoding(data: bytes, places: int) -> None:
    source = from_bytes(data, "a.txt")
    assert "第64/293号" in source.text
    assert source.text.count("\ufffd") >= places
    assert [(doubt.block, doubt.kind) for doubt in read(source).doubts][:1] == [(None, "lost-characters")]
    assert f"有 {places} 处" in read(source).doubts[0].message


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match="是空的"):
        from_bytes(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1\\ansi x}", "RTF"),
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


def test_a_list_that_names_halves_of_characters_has_a_doubt_and_a_sign_for_each() -> None:
    source = from_bytes(rb'["\ud800\u5927", "\udfff", "\ud83d\ude00"]', "list.json")
    assert "\ufffd" in source.text
    assert source.text.encode("utf-8").decode("utf-8") == source.text
    assert [doubt.kind for doubt in source.doubts] == ["lost-characters"]


def test_the_name_of_a_file_stands_on_one_line_of_what_is_said(tmp_path: Path) -> None:
    (tmp_path / "two\nlines.txt").write_bytes(b"")
    for name in ("two\nlines.txt", "not\nthere.txt"):
        with pytest.raises(UnreadableSource) as refused:
            load(tmp_path / name)
        assert "\n" not in str(refused.value)
