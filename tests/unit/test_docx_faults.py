"""What can't be read as a Word document is refused in one sentence that says what it is and what to do."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from docx_writer import note, paragraph, word, zipped

from store.errors import UnreadableSource
from store.reading.source import from_bytes
from tui.cli import main

GOOD = word(paragraph("大会，") + paragraph("回顾其第70/1号决议，"), footnotes=note(1, "注"))
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://x/officeDocument" Target="{}"/></Relationships>'
)
DECLARED = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><w:document xmlns:w="w">&c;</w:document>'


def office(part: str, content: str) -> bytes:
    return zipped({"_rels/.rels": RELATIONS.format(part), part: content})


def encrypted() -> bytes:
    """The good file with the flag of a password on each part."""
    data = bytearray(GOOD)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


REFUSED = {
    "cut": (GOOD[:400], "已损坏"),
    "no zip": (b"PK\x03\x04....", "DOCX"),
    "a zip": (zipped({"a.txt": "甲"}), "ZIP"),
    "odt": (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "ODT"),
    "epub": (zipped({"mimetype": "application/epub+zip"}), "EPUB"),
    "xlsx": (office("xl/workbook.xml", '<workbook xmlns="x"/>'), "Excel"),
    "pptx": (office("ppt/presentation.xml", '<p:presentation xmlns:p="p"/>'), "PowerPoint"),
    "no text part": (zipped({"_rels/.rels": RELATIONS.format("word/document.xml")}), "缺少正文"),
    "no XML": (office("word/document.xml", "<w:document"), "无法解析"),
    "entities": (office("word/document.xml", DECLARED), "无法解析"),
    "nothing in it": (word(paragraph("")), "没有文字"),
    "nested without end": (word("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "嵌套过深"),
    "zip under a password": (encrypted(), "密码"),
    "under a password": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "old Word": (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "DOC"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "Office"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said) as refusal:
        from_bytes(data, "件.docx")
    sentence = str(refusal.value)
    assert "件.docx" in sentence and "请" in sentence and "\n" not in sentence


def test_a_part_that_grows_beyond_all_text_is_refused() -> None:
    body = "<w:p><w:r><w:t>" + "0" * (97 << 20) + "</w:t></w:r></w:p>"
    with pytest.raises(UnreadableSource, match="过大"):
        from_bytes(word(body), "弹.docx")


def test_a_document_without_its_other_parts_is_read() -> None:
    data = zipped(
        {
            "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            '<w:body><w:p><w:pPr><w:pStyle w:val="No"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
            '<w:r><w:t>甲</w:t><w:footnoteReference w:id="7"/></w:r></w:p></w:body></w:document>'
        }
    )
    assert from_bytes(data, "a").text == "甲¹\n"


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(4, len(data))] = chance.randrange(256)
    try:
        assert from_bytes(bytes(data), "坏.docx").text
    except UnreadableSource as refusal:
        assert "坏.docx" in str(refusal)


@pytest.mark.parametrize("kind", ["cut", "xlsx", "under a password", "nothing in it"])
def test_the_command_says_so_and_leaves_the_library_alone(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "件.docx"
    path.write_bytes(REFUSED[kind][0])
    for verb in ("show", "add"):
        assert main([verb, str(path)]) == 3
        said = capsys.readouterr()
        assert "件.docx" in said.err and "Traceback" not in said.err
    assert main(["list"]) == 0
    assert "件.docx" not in capsys.readouterr().out
