"""Addresses and doubts in English: each form as it is cited, and typed back to the place it names."""

from __future__ import annotations

import pytest

from store.document import Document
from store.library.english import english
from store.library.library import Library
from store.places import address, place_named
from tui import language
from tui.addresses import spoken_address
from tui.doubts import _KINDS, _WORDS, doubt_words


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    library = Library(home=tmp_path_factory.mktemp("home"))
    return tuple(library.document(entry.key) for entry in library.entries())


@pytest.mark.parametrize(
    ("chinese", "cited"),
    [
        ("执行部分第5段", "operative para. 5"),
        ("执行部分第5(a)(一)段", "operative para. 5 (a) (i)"),
        ("序言部分第8段", "preambular para. 8"),
        ("第98(d)(十二)段", "para. 98 (d) (xii)"),
        ("第98段（之二）", "para. 98 [2]"),
        ("其他文字第2段", "other para. 2"),
        ("脚注10", "footnote 10"),
        ("脚注*（之三）", "footnote * [3]"),
        ("(a)(一)分段", "subpara. (a) (i)"),
        ("起首机关名", "chapeau"),
        ("起首机关名(a)", "chapeau (a)"),
        ("标题三", "section III"),
        ("标题十二A1", "section XII.A.1"),
        ("标题三A(b)", "section III.A (b)"),
        ("标题“结论和建议”", "heading “结论和建议”"),
        ("执行部分第5至7段", "operative paras. 5 to 7"),
        ("第5(a)至(c)段", "paras. 5 (a) to (c)"),
        ("第5(a)至6(b)段", "paras. 5 (a) to 6 (b)"),
        ("序言部分第49段至执行部分第2段", "preambular para. 49 to operative para. 2"),
        ("标题“至今”", "heading “至今”"),
        ("op99", "op99"),
    ],
)
def test_an_address_is_cited_in_english(chinese: str, cited: str) -> None:
    assert english(chinese) == cited


def test_the_chinese_interface_keeps_the_address_of_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "zh")
    assert spoken_address("执行部分第5段") == "执行部分第5段"


def test_every_address_of_the_bundled_documents_has_an_english_form(documents: tuple[Document, ...]) -> None:
    for document in documents:
        for place in (*document.by_id, *document.notes_by_id):
            assert english(address(document, place)) != address(document, place)


def test_an_english_address_typed_leads_to_its_paragraph(documents: tuple[Document, ...]) -> None:
    for document in documents:
        for block in document.blocks:
            if block.type in ("preamble", "operative", "paragraph") and "~" not in block.id:
                assert place_named(document, english(address(document, block.id))) == block.id


def test_every_doubt_of_the_bundled_documents_is_said_in_english(
    documents: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    doubts = [doubt for document in documents for doubt in document.doubts]
    assert doubts
    for doubt in doubts:
        words = doubt_words(doubt.kind, doubt.message)
        assert words != doubt.message
        assert "{" not in words


@pytest.mark.parametrize(
    ("kind", "message", "said"),
    [
        ("sequence", "编号“7”与前文不连续，可能有缺段或误读。", "“7” does not follow"),
        ("unsure-join", "本段与下一段之间的断段没有把握。", "Whether a new paragraph"),
        ("empty", "只有编号，没有文字。", "a number here but no text"),
        ("no-text", "第3、7页没有可读的文字（是图像，或已损坏）：这些页的内容没有读入。", "broken): 3, 7."),
        ("nameless", "第2页有文件没有说明的字，印作“\ufffd”：请对照原文件。", "does not name, printed as “\ufffd”: 2."),
        ("inlined-note", "此处数字“1”及其后的“第70/1号决议”读作脚注，也可能是正文。", "“第70/1号决议”, are read as"),
        ("stray-figure", "此处数字“1”可能是脚注号，却找不到注文。", "may be a footnote marker"),
        ("furniture", "“3/13”在全文只见这一处，按页码取出，也可能是正文。", "“3/13” stands nowhere else"),
        ("furniture", "“http://a.b”在全文只见这一处，按链接地址取出，也可能是正文。", "as a link's address"),
        ("furniture", "“A/74/127”按页眉取出，但旁边没有页码，也可能是正文。", "as a running head"),
        ("furniture", "“1. 请秘书长”按网页的栏目取出，但像是正文。", "reads like the text"),
        ("misread-marker", "此处符号疑为脚注号 3 的误识。", "footnote marker 3"),
        ("missing-note", "找不到脚注 9 的注文。", "Footnote 9"),
        ("misread-symbol", "“7O/1”疑为“70/1”的误识，请核对。", "“7O/1” is probably “70/1”"),
        ("number-shape", "“70/900”不像大会决议的编号，请核对。", "the number of a General Assembly resolution"),
        ("open-year", "安全理事会第1325号决议没有写年份，全文也没有给出。", "resolution 1325"),
        (
            "open-organ",
            "“44/4”属于哪个机关没有写明，可能是大会、人权理事会，请核对。",
            "it may be General Assembly, Human Rights Council",
        ),
        ("of-another-kind", "另有存疑。", "另有存疑。"),
        ("sequence", "别的句子。", "别的句子。"),
    ],
)
def test_doubts_are_said_by_kind(monkeypatch: pytest.MonkeyPatch, kind: str, message: str, said: str) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    assert said in doubt_words(kind, message)
    monkeypatch.setattr(language, "_chosen", "zh")
    assert doubt_words(kind, message) == message


def test_every_kind_of_doubt_that_has_words_has_a_name() -> None:
    kinds = {words.kind for words in _WORDS}
    assert kinds <= set(_KINDS)
