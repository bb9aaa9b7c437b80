"""The numbers that Word counts itself, of paragraphs and of notes, are printed as Word shows them."""

from __future__ import annotations

import pytest
from docx_writer import call, call_custom, level, lists, note, paragraph, raised, run, style, table
from test_docx import marks, para, read


def count(*depths: int | tuple[int, int]) -> str:
    """Paragraphs 甲 at depths of list 1, or of another list."""
    return "".join(paragraph("甲", number=each if isinstance(each, tuple) else (1, each)) for each in depths)


THREE = (
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")
)  # what UN paragraphs use
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERED = {
    "levels count for themselves and begin anew": (
        count(0, 1, 1, 2, 1, 0, 1),
        lists({1: THREE}),
        "1. (a) (b) (i) (c) 2. (a)",
    ),
    "a level that no higher one restarts": (
        count(0, 1, 0, 1),
        lists({1: level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')}),
        "1. 1) 2. 2)",
    ),
    "a level that only the first restarts": (
        count(0, 1, 2, 1, 2, 0, 2),
        lists({1: THREE.replace('"lowerRoman"/>', '"lowerRoman"/><w:lvlRestart w:val="1"/>')}),
        "1. (a) (i) (b) (ii) 2. (i)",
    ),
    "numbers of higher levels": (
        count(0, 1, 1, 0, 1),
        lists({1: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")}),
        "1. 1.1 1.2 2. 2.1",
    ),
    "digits for the levels above where law wants them": (
        count(0, 1),
        lists({1: level(0, "upperRoman", "%1.") + level(1, "decimalZero", "%1.%2", "<w:isLgl/>")}),
        "I. 1.01",
    ),
    "a level that was left out counts": (count(1, 0, 1), lists({1: THREE}), "(a) 2. (a)"),
    "lists of one definition go on for each other": (
        count(0, (2, 0), 0),
        lists({1: THREE}, more={2: (1, "")}),
        "1. 2. 3.",
    ),
    "a list that begins anew does so once": (
        count(0, 0, (2, 0), (2, 0)),
        lists({1: THREE}, more={2: (1, RESTART)}),
        "1. 2. 1. 2.",
    ),
    "a list with a level of its own": (
        count((2, 0)),
        lists(
            {1: THREE}, more={2: (1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1、")}</w:lvlOverride>')}
        ),
        "A、",
    ),
    "a list that starts later": (count(0, 0), lists({1: level(0, "decimal", "%1.", start=7)}), "7. 8."),
    "no space where none is wanted": (
        count(0),
        lists({1: level(0, "decimal", "%1、", '<w:suff w:val="nothing"/>')}),
        "1、甲",
    ),
    "points of lists": (count(0, 0), lists({1: level(0, "bullet", "\uf0b7")}), "• •"),
    "a number that is taken off": (count(0, (0, 0), 0), lists({1: THREE}), "1. 甲 2."),
}


@pytest.mark.parametrize(("body", "numbering", "labels"), NUMBERED.values(), ids=NUMBERED)
def test_numbers_are_counted_as_word_does(body: str, numbering: str, labels: str) -> None:
    lines = read(body, numbering=numbering).text.split("\n\n")
    assert (
        " ".join(line.strip() if len(line.strip()) == 1 else line.strip().removesuffix(" 甲") for line in lines)
        == labels
    )


FORMATS = {
    "decimal": "1 12",
    "decimalZero": "01 12",
    "lowerLetter": "a l",
    "upperLetter": "A L",
    "lowerRoman": "i xii",
    "upperRoman": "I XII",
    "chineseCounting": "一 十二",
    "chineseCountingThousand": "一 十二",
    "taiwaneseCountingThousand": "一 十二",
    "ideographDigital": "一 一二",
    "ideographTraditional": "甲 12",
    "ideographZodiac": "子 亥",
    "ideographZodiacTraditional": "甲子 乙亥",
    "chineseLegalSimplified": "壹 壹拾贰",
    "ideographLegalTraditional": "壹 壹拾貳",
    "decimalEnclosedCircle": "① ⑫",
    "decimalEnclosedCircleChinese": "① ⑫",
    "decimalEnclosedParen": "⑴ ⑿",
    "decimalEnclosedFullstop": "⒈ ⒓",
    "decimalFullWidth": "１ １２",
    "ordinal": "1st 12th",
    "chicago": "* §§§",
    "somethingNew": "1 12",
}


@pytest.mark.parametrize("form", FORMATS)
def test_formats_of_numbers(form: str) -> None:
    numbering = lists({1: level(0, form, "%1"), 2: level(0, form, "%1", start=12)})
    lines = read(count(0, (2, 0)), numbering=numbering).text.split("\n\n")
    assert " ".join(line.split()[0] for line in lines).replace("\\", "") == FORMATS[form]


@pytest.mark.parametrize(
    ("number", "printed"),
    [(10, "十"), (20, "二十"), (21, "二十一"), (100, "一百"), (105, "一百零五"), (110, "一百一十"), (1001, "一千零一")],
)
def test_chinese_numbers(number: int, printed: str) -> None:
    numbering = lists({1: level(0, "chineseCountingThousand", "%1、", start=number)})
    assert read(count(0), numbering=numbering).text == f"{printed}、 甲\n"


def test_styles_number_their_paragraphs() -> None:
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("Para", properties=in_list) + style("Sub", properties=in_list) + style("Child", based="Para")
    tied = level(0, "decimal", "%1.", '<w:pStyle w:val="Para"/>') + level(
        1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'
    )
    body = paragraph("甲", "Para") + paragraph("乙", "Sub") + paragraph("丙", "Child") + paragraph("丁", "Sub")
    assert read(body, styles=styles, numbering=lists({1: tied})).text == "1. 甲\n\n(a) 乙\n\n2. 丙\n\n(a) 丁\n"


def test_a_list_may_stand_for_the_list_of_a_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Outline"/>{THREE}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    styles = style("Outline", properties='<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    assert read(count(0, (2, 0), 1), styles=styles, numbering=numbering).text == "1. 甲\n\n2. 甲\n\n(a) 甲\n"


def test_notes_are_called_where_they_stand_and_printed_at_the_end() -> None:
    source = read(
        para(run("甲，"), call(3), run("乙"), call_custom(4, "*"), call(2, "endnote"))
        + table(["丙", para(run("丁"), call(5))]),
        footnotes=note(5, "表中") + note(3, "第一", "段二") + note(4, "星号", sign="*"),
        endnotes=note(2, "尾注", kind="endnote"),
    )
    assert source.text == "甲，¹乙*ⁱ\n\n丙 | 丁²\n\n¹ 第一\n段二\n\n\\* 星号\n\nⁱ 尾注\n\n² 表中\n"
    assert marks(source, "call") == [("¹", "1"), ("*", "*"), ("ⁱ", "i"), ("²", "2")]
    assert marks(source, "note") == [("¹ 第一\n段二", "1"), ("\\* 星号", "*"), ("ⁱ 尾注", "i"), ("² 表中", "2")]


@pytest.mark.parametrize(
    ("settings", "between", "labels"),
    [
        ("", "", ["1", "2", "3"]),
        ('<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>', "", ["*", "†", "‡"]),
        ('<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>', "", ["5", "6", "7"]),
        ('<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>', "<w:sectPr/>", ["1", "2", "1"]),
        ("", '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr></w:sectPr>', ["a", "b", "3"]),
    ],
)
def test_notes_are_counted_as_the_file_says(settings: str, between: str, labels: list[str]) -> None:
    body = para(run("甲"), call(1)) + paragraph(run("乙") + call(2), properties=between) + para(run("丙"), call(3))
    source = read(body + "<w:sectPr/>", settings=settings, footnotes="".join(note(each, "注") for each in (1, 2, 3)))
    assert [label for _, label in marks(source, "note")] == labels


def test_a_typed_sign_may_be_cut_into_runs() -> None:
    body = para(run("甲"), call_custom(1, "*"), raised("*"), run("乙"), raised("*"), run("丙"))
    source = read(body, footnotes=note(1, "注", sign="**"))
    assert source.text == "甲**乙*丙\n\n\\** 注\n"
    assert marks(source, "call")[0][1] == "**"
    assert marks(source, "note") == [("\\** 注", "**")]


def test_a_typed_sign_may_be_a_symbol_or_stand_in_the_next_run_or_be_missing() -> None:
    bare = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{}"/>{}</w:r>'
    star = '<w:sym w:font="Symbol" w:char="F02A"/>'
    body = para(
        run("甲"), bare.format(1, star), run("乙"), bare.format(2, ""), raised("a"), run("丙"), bare.format(3, "")
    )
    notes = note(1, "一", sign="*") + note(2, "二", sign="a") + note(3, "三")
    source = read(body, footnotes=notes)
    assert source.text == "甲*乙ᵃ丙*\n\n\\* 一\n\nᵃ 二\n\n\\* 三\n"
    assert [label for _, label in marks(source, "call")] == ["*", "a", "*"]


def test_notes_may_begin_anew_on_each_page() -> None:
    body = para(run("甲"), call(1)) + para("<w:r><w:lastRenderedPageBreak/></w:r>", run("乙"), call(2), call(3))
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    source = read(body, settings=settings, footnotes="".join(note(each, "注") for each in (1, 2, 3)))
    assert [label for _, label in marks(source, "note")] == ["1", "1", "2"]


def test_a_number_that_was_typed_into_a_note_is_its_sign() -> None:
    notes = f'<w:footnote w:id="1">{para(raised("1"), run(" 见第2段。"))}</w:footnote>'
    assert read(para(run("甲"), call(1)), footnotes=notes).text == "甲¹\n\n¹ 见第2段。\n"


def test_notes_of_deleted_calls_do_not_count() -> None:
    body = para(f'<w:del w:id="1">{call(1)}</w:del>', run("甲"), call(2))
    source = read(body, footnotes=note(1, "没了") + note(2, "还在"))
    assert source.text == "甲¹\n\n¹ 还在\n"
