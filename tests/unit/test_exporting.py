"""The verbs `export` and `import` as a user meets them: files brought up to date, folders, forms, refusals."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from small_library import toy_library

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.export.arrange import ORDERS
from store.export.forms import FILE_FORMS
from store.export.templates import SHIPPED
from tui import cli, export_options, exporting, importing, language

KEY, OTHER = "A/RES/1/1", "A/RES/1/2"
FIRST = "重申大会在A/RES/64/293中通过的《行动计划》，并敦促会员国予以充分执行；"
SECOND = "请秘书长向大会第八十一届会议提交一份关于本决议执行情况的全面报告；"
DATE = "2026-11-03T08:00:00Z"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shelf(home: Path) -> Shelf:
    shelf = Shelf(home / "annotations")
    shelf.set_tags(KEY, "op1", FIRST, ["议题/行动计划", "我方"])
    shelf.set_note(KEY, "op1", FIRST, "去年的措辞")
    amendment = Annotation("0a", KEY, "op2", SECOND, ("议题/报告",), "太迟", DATE, DATE, kind="amendment")
    shelf.restore(Annotation(**{**fields(amendment), "proposed": SECOND.replace("八十一", "八十二")}))
    shelf.set_note(OTHER, "op1", SECOND, "同一句话")
    return shelf


def fields(annotation: Annotation) -> dict[str, object]:
    return {name: getattr(annotation, name) for name in annotation.__slots__}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shelf: Shelf) -> Run:
    """Runs a verb over a library of two short documents; returns exit code, stdout, stderr."""
    library = toy_library(tmp_path, one=f"{KEY}|行动计划|2026-01-01\n{FIRST}\n{SECOND}\n", two=f"{OTHER}\n{SECOND}\n")
    for module in (exporting, importing):
        monkeypatch.setattr(module, "Library", lambda: library)
    monkeypatch.setattr(language, "_chosen", "en")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def bare(markdown: str) -> str:
    return re.sub(r"<!--.*-->\n", "", markdown)


def test_what_can_be_chosen_is_what_there_is() -> None:
    def choices(option: click.Option) -> tuple[str, ...]:
        assert isinstance(option.type, click.Choice)
        return tuple(option.type.choices)

    assert choices(export_options.form()) == FILE_FORMS
    assert choices(export_options.order()) == ORDERS
    assert all(name in (export_options.template().help or "") for name in SHIPPED)


def test_an_export_again_keeps_what_the_user_wrote_between(run: Run, shelf: Shelf, tmp_path: Path) -> None:
    assert run("export", KEY, "-o", "notes.md") == (0, "", "2 annotations written to notes.md.\n")
    file = tmp_path / "notes.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n## 我的结论\n\n不能接受。\n", encoding="utf-8")
    before = file.read_bytes()
    assert run("export", KEY, "-o", "notes.md")[0] == 0
    assert file.read_bytes() == before
    shelf.set_note(KEY, "op1", FIRST, "改了主意")
    run("export", KEY, "-o", "notes.md")
    text = file.read_text(encoding="utf-8")
    assert "改了主意" in text and "去年的措辞" not in text
    assert text.endswith("\n## 我的结论\n\n不能接受。\n")


def test_a_part_in_which_the_user_wrote_is_kept_and_told(run: Run, tmp_path: Path) -> None:
    run("export", KEY, "-o", "notes.md")
    file = tmp_path / "notes.md"
    written = file.read_text(encoding="utf-8").replace("去年的措辞", "去年的措辞，我补充一句")
    file.write_text(written, encoding="utf-8")
    code, _out, err = run("export", KEY, "-o", "notes.md")
    assert code == 0
    assert file.read_text(encoding="utf-8") == written
    assert "1 part in which you wrote was left as it is: 执行部分第1段." in err


def test_a_torn_part_is_told(run: Run, tmp_path: Path) -> None:
    run("export", KEY, "-o", "notes.md")
    file = tmp_path / "notes.md"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    closing = next(turn for turn, line in enumerate(lines) if line.startswith("<!-- /jueyi"))
    file.write_text("".join(lines[:closing] + lines[closing + 1 :]), encoding="utf-8")
    assert "1 part lacks one of its two comments" in run("export", KEY, "-o", "notes.md")[2]


def test_a_file_of_the_users_own_is_added_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("# 论文\n", encoding="utf-8")
    _code, _out, err = run("export", "-o", "paper.md")
    assert "all of it is kept" in err
    assert (tmp_path / "paper.md").read_text(encoding="utf-8").startswith("# 论文\n\n<!-- jueyi:")


def test_a_file_that_is_no_text_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.md").write_bytes(b"\xff\xd8\xff")
    code, _out, err = run("export", "-o", "picture.md")
    assert (code, err.count("\n")) == (3, 1)
    assert "no text in UTF-8" in err
    assert (tmp_path / "picture.md").read_bytes() == b"\xff\xd8\xff"


def test_into_a_folder_goes_a_file_a_document(run: Run, shelf: Shelf, tmp_path: Path) -> None:
    assert run("export", "-o", "vault/")[0] == 0
    assert sorted(path.name for path in (tmp_path / "vault").iterdir()) == ["A_RES_1_1.md", "A_RES_1_2.md"]
    mine = tmp_path / "vault" / "mine.md"
    mine.write_text("我的", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir()}
    run("export", "-o", "vault")
    assert {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir()} == before
    shelf.remove(OTHER, "op1")
    run("export", "-o", "vault")
    assert (tmp_path / "vault" / "A_RES_1_2.md").read_text(encoding="utf-8") == ""
    assert mine.read_text(encoding="utf-8") == "我的"


def test_tags_are_put_into_front_matter_for_obsidian(run: Run, shelf: Shelf, tmp_path: Path) -> None:
    run("export", KEY, "-o", "notes.md", "--front-matter")
    file = tmp_path / "notes.md"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("---\ntags:\n  - 我方\n  - 议题/报告\n  - 议题/行动计划\njueyi: ")
    file.write_text(text.replace("---\n", "---\naliases: [计划]\n", 1), encoding="utf-8")
    shelf.set_tags(KEY, "op1", FIRST, ["商定 措辞"])
    run("export", KEY, "-o", "notes.md", "--front-matter")
    assert file.read_text(encoding="utf-8").startswith(
        "---\naliases: [计划]\ntags:\n  - 商定-措辞\n  - 议题/报告\njueyi: "
    )
    file.write_text(file.read_text(encoding="utf-8").replace("  - 商定-措辞\n", "  - 自己的\n"), encoding="utf-8")
    shelf.set_tags(KEY, "op1", FIRST, ["别的"])
    err = run("export", KEY, "-o", "notes.md", "--front-matter")[2]
    assert "are your own and were left as they are" in err
    assert "  - 自己的\n" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "notes"),
    [
        ((), ["去年的措辞", "太迟", "同一句话"]),
        (("--tag", "议题"), ["去年的措辞", "太迟"]),
        (("--tag", "议题", "--tag", "我方"), ["去年的措辞"]),
        (("--kind", "amendment"), ["太迟"]),
        (("--kind", "我方修正"), ["太迟"]),
        (("--author", "谁"), []),
        ((f"{KEY}#op2",), ["太迟"]),
        ((OTHER,), ["同一句话"]),
    ],
)
def test_what_leaves_is_chosen(run: Run, arguments: tuple[str, ...], notes: list[str]) -> None:
    code, out, _err = run("export", *arguments, "--format", "json")
    assert code == (0 if notes else 1)
    assert [each["note"] for each in json.loads(out or '{"annotations": []}')["annotations"]] == notes


@pytest.mark.parametrize(
    ("order", "headings"),
    [
        (
            "document",
            ["# A/RES/1/1 行动计划", "## 执行部分第1段", "## 执行部分第2段", "# A/RES/1/2", "## 执行部分第1段"],
        ),
        (
            "tag",
            [
                *("# 我方", "## 大会第1/1号决议，第1段", "# 议题", "## 报告", "### 大会第1/1号决议，第2段"),
                *("## 行动计划", "### 大会第1/1号决议，第1段", "# 无标签", "## 大会第1/2号决议，第1段"),
            ],
        ),
        (
            "cited",
            [
                *("# 大会第64/293号决议", "## 大会第1/1号决议，第1段"),
                *("# 未引用其他文件", "## 大会第1/1号决议，第2段", "## 大会第1/2号决议，第1段"),
            ],
        ),
    ],
)
def test_the_order_is_of_documents_tags_or_citations(run: Run, order: str, headings: list[str]) -> None:
    out = run("export", "--by", order)[1]
    assert [line for line in out.splitlines() if line.startswith("#")] == headings


def test_four_templates_come_with_jueyi(run: Run) -> None:
    assert bare(run("export", "--template", "amendments")[1]).split("\n\n")[-1] == (
        "| 段次 | 修正案文 | 说明 |\n| --- | --- | --- |\n"
        "| 执行部分第2段 <!-- A/RES/1/1#op2 --> "
        "| 请秘书长向大会~~第八十一届~~**第八十二届**会议提交一份关于本决议执行情况的全面报告； | 太迟 |\n"
    )
    brief = bare(run("export", "--template", "brief")[1])
    assert [line for line in brief.splitlines() if line.startswith("#")] == [
        *("# 代表团简报", "## 我方", "## 议题", "### 报告", "### 行动计划", "## 无标签")
    ]
    assert "**我方修正**：大会第1/1号决议，第2段" in brief
    reading = bare(run("export", "--template", "reading")[1])
    assert "<https://undocs.org/zh/A/RES/64/293>（文库中没有）" in reading


def test_citations_and_words_are_english_where_the_settings_say_so(run: Run, home: Path) -> None:
    (home / "config.toml").write_text('cite = "en"\nauthor = "Wang"\n', encoding="utf-8")
    out = run("export", "--template", "brief")[1]
    assert "**our amendment**: General Assembly resolution 1/1, para. 2" in out
    assert "Prepared by Wang" in out


def test_a_template_of_the_users_own_is_found_by_its_name(run: Run, home: Path) -> None:
    (home / "templates").mkdir()
    loop = "{% for group in groups %}{% call region(group.id) %}{{ group.path }}{% endcall %}{% endfor %}"
    own = f"{{# by: tag #}}\n开头\n{loop}\n"
    (home / "templates" / "mine.md").write_text(own, encoding="utf-8")
    assert bare(run("export", "--template", "mine")[1]).split() == [
        "开头",
        "我方",
        "议题",
        "议题/报告",
        "议题/行动计划",
    ]


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("一\n{% for %}", 2, ""),
        ("一\n二\n{{ nothing }}", 3, "nothing"),
        ("{{ groups | shout }}", 1, "shout"),
        ("一\n{{ 1 // 0 }}", 2, "zero"),
        ("{# by: year #}", 1, "document"),
        ("{% call region('a') %}{% call region('b') %}x{% endcall %}{% endcall %}", 1, "region"),
        ("一\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
    ],
)
def test_a_wrong_template_names_its_line_and_the_reason(
    run: Run, home: Path, template: str, line: int, reason: str
) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "mine.md").write_text(template, encoding="utf-8")
    code, out, err = run("export", "--template", "mine")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert f"“mine” is wrong in line {line}" in err and reason in err


def test_a_template_that_there_is_not_is_told_with_those_that_there_are(run: Run) -> None:
    code, _out, err = run("export", "--template", "../secret")
    assert code == 3
    assert "“../secret”" in err and "notes, brief, amendments, reading" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "json", "--template", "brief"),
        ("--format", "csv", "--by", "tag"),
        ("--format", "docx"),
        ("--format", "json", "-o", "folder/"),
        ("--format", "json", "--front-matter"),
        ("--format", "pdf"),
        ("--by", "year"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("export", *arguments)[0] == 2


def test_word_files_are_written_and_not_over_the_users_work(run: Run, tmp_path: Path) -> None:
    import docx

    assert run("export", "--template", "brief", "--format", "docx", "-o", "brief.docx")[0] == 0
    first = (tmp_path / "brief.docx").read_bytes()
    assert run("export", "--template", "brief", "--format", "docx", "-o", "brief.docx")[0] == 0
    assert (tmp_path / "brief.docx").read_bytes() == first
    word = docx.Document(str(tmp_path / "brief.docx"))
    word.core_properties.last_modified_by = "Wang"
    word.save(str(tmp_path / "brief.docx"))
    code, _out, err = run("export", "--template", "brief", "--format", "docx", "-o", "brief.docx")
    assert code == 3 and "take another name" in err


def test_tables_hold_every_annotation(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "csv", "-o", "notes.csv")
    data = (tmp_path / "notes.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))) == 3
    code, _out, err = run("import", "notes.csv")
    assert code == 3 and "CSV" in err and "jsonld" in err


@pytest.mark.parametrize("form", ["json", "jsonld"])
def test_what_left_comes_back(run: Run, shelf: Shelf, home: Path, tmp_path: Path, form: str) -> None:
    before = list(shelf.all())
    assert run("export", "--format", form, "-o", "out.json")[0] == 0
    assert run("import", "out.json")[2].startswith("0 annotations added, 3 known already, 3 in place.\n")
    for file in (home / "annotations").glob("*.json"):
        file.unlink()
    assert run("import", "out.json")[0] == 0
    assert list(Shelf(home / "annotations").all()) == before


def test_a_colleagues_store_is_reported_and_can_be_seen_beside_ones_own(run: Run, tmp_path: Path) -> None:
    hers = Shelf(tmp_path / "hers" / "annotations")
    hers.restore(Annotation("0b", KEY, "op1", FIRST, (), "我们支持", DATE, DATE, author="李"))
    hers.restore(Annotation("0c", KEY, "op9", "删去的一段。", (), "可惜", DATE, DATE, author="李"))
    code, out, err = run("import", "hers")
    assert code == 0
    assert out == (
        "orphan  A/RES/1/1#op9  place not in the text any more  删去的一段。\nshared  A/RES/1/1#op1  you, 李\n"
    )
    assert err.startswith("2 annotations added, 1 in place, 1 orphan.\n1 place was marked by you and by others")
    shared = run("export", "--shared")[1]
    assert "去年的措辞" in shared and "我们支持" in shared and "可惜" not in shared and "太迟" not in shared
    assert "我们支持" in run("export", "--author", "李")[1]
    told = json.loads(run("import", "hers", "--json")[1])["imports"][0]
    assert (told["added"], told["unchanged"], told["placed"], len(told["orphans"])) == (0, 2, 1, 1)
    assert told["shared"] == [{"document": KEY, "place": "op1", "people": ["", "李"]}]


def test_a_store_without_names_is_told_and_can_be_named(run: Run, tmp_path: Path) -> None:
    hers = Shelf(tmp_path / "hers")
    hers.restore(Annotation("0b", KEY, "op1", FIRST, (), "我们支持", DATE, DATE, kind="check"))
    mine = Shelf(tmp_path / "home" / "annotations")
    assert "`jueyi import --from NAME` keeps it apart" in run("import", "hers")[2]
    mine.discard(KEY, "0b")
    assert "--from" not in run("import", "hers", "--from", "李")[2]
    assert [each.origin for each in mine.of(KEY) if each.id == "0b"] == ["李"]


def test_who_interrupts_is_told_that_what_came_in_is_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "take_file", interrupted)
    code, _out, err = run("import", "anything.json")
    assert code == 130 and "what was taken in is kept" in err


def test_what_can_not_be_taken_in_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    code, out, err = run("import", "none.json", "bad.json")
    assert (code, out, err.count("\n")) == (3, "", 2)
    assert "There is no file “none.json”" in err and "line 1" in err
