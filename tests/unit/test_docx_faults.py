"""What can't be read as a Word document is refused in one sentence that says what it is and what to do."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from docx_writer import note, paragraph, word, zipped
from test_reading_keeps_everything import assert_accounted

from store.errors import UnreadableSource
from store.progress import Cancelled
from store.reading.pipeline import read
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


ELEMENTS = """
p r t tbl tr tc pPr rPr numPr ins del moveFrom moveTo hyperlink sdt sdtContent smartTag fldSimple br tab cr sym ruby
rubyBase footnoteReference endnoteReference footnoteRef sectPr footnotePr numRestart headerReference pStyle vanish
drawing pict txbxContent tcPr vMerge gridSpan vertAlign position outlineLvl noBreakHyphen lastRenderedPageBreak
mc:AlternateContent mc:Choice mc:Fallback m:oMath m:f m:num m:den m:r m:t m:sup
""".split()
ATTRIBUTES = (
    'w:val="1" w:val="superscript" w:val="x" w:id="1" w:customMarkFollows="1" w:ilvl="a" w:char="F0B7" w:type="page"'
)
TEXTS = ("大会，", "1. ", "*", "1", "**甲**", "A/80/1", "\t", " ", "(a)", "#", "[1](x)")


def tree(chance: random.Random, depth: int = 0) -> str:
    """Any tree of Word's elements, whether Word would write it or not."""
    if depth > 7 or chance.random() < 0.1:
        return f"<w:r><w:t xml:space='preserve'>{chance.choice(TEXTS)}</w:t></w:r>"
    name = chance.choice(("p", "r", chance.choice(ELEMENTS)))
    name = name if ":" in name else f"w:{name}"
    if chance.random() < 0.1:
        kind = chance.choice(("begin", "separate", "end"))
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/><w:instrText>HYPERLINK "http://a"</w:instrText></w:r>'
    inner = "".join(tree(chance, depth + 1) for _ in range(chance.randrange(4)))
    own = chance.choice(TEXTS) if name == "w:t" else ""
    return f"<{name} {chance.choice(ATTRIBUTES.split())}>{own}{inner}</{name}>"


@pytest.mark.parametrize("seed", range(30))
def test_any_tree_of_words_elements_is_read_without_loss(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):
        body = "".join(tree(chance) for _ in range(20)) + paragraph("完")
        parts = {name: "".join(tree(chance) for _ in range(5)) for name in ("styles", "numbering", "settings")}
        source = from_bytes(word(body, footnotes=note(1, "注") + tree(chance), **parts), "件.docx")
        assert all(0 <= mark.start <= mark.end <= len(source.text) for mark in source.marks)
        assert_accounted(source.text, read(source))


def test_reading_ends_when_nobody_waits() -> None:
    def stop(_stage: str, _done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        from_bytes(word(paragraph("甲") * 500), "长.docx", stop)
