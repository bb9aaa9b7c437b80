"""The command as a user and a script meet it: verbs, streams, exit codes, languages."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.library.library import Library
from store.paths import seeds_folder
from tui import cli, language, printing, start
from tui.kinds import kind_name

DRAFT = """A/C.3/90/L.7

大会，

回顾其 2010 年 7 月 30 日第 64/293 号决议，

1. 敦促会员国：

(a) 采取措施；

2. 请秘书长报告第 70/1 号决议的执行情况。
"""


@pytest.fixture(autouse=True, scope="module")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests that write nothing of their own, so that the bundled documents are read once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def english(shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(shared_home))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(language, "_chosen", "en")


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JUEYI_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a library knows of the bundled documents."""
    home = tmp_path_factory.mktemp("indexed")
    Library(home=home).entries()
    return home / "index.sqlite"


@pytest.fixture
def read_home(own_home: Path, index: Path) -> Path:
    """A home of one's own where the bundled documents were read before."""
    own_home.mkdir()
    shutil.copy(index, own_home)
    return own_home


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def jueyi(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tui.cli", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]


def test_show_prints_the_document_typeset(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "show", "A/C.3/80/L.4")
    assert (code, err) == (0, "")
    assert "   1. 敦促" in out
    assert max(map(printing.cells, out.splitlines())) <= 86


def test_show_json_is_the_document_of_schema_1(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "show", str(next(seeds_folder().glob("000*.txt"))), "--json")
    data = json.loads(out)
    assert (code, data["schema"], data["symbol"]) == (0, 1, "A/C.3/80/L.4")


def test_show_prints_one_paragraph_with_the_notes_it_calls(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "show", "A/C.3/80/L.4#op2")
    assert code == 0
    assert out.startswith("   2. ")
    assert "   35 第 64/293 号决议。" in out
    code, out, _err = run(capsys, "show", "A/C.3/80/L.4#op2", "--json")
    data = json.loads(out)
    assert (data["id"], data["address"], data["document"]) == ("op2", "执行部分第2段", "A/C.3/80/L.4")


def test_show_of_a_note_gives_the_note(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "show", "A/C.3/80/L.4#fn35", "--json")
    data = json.loads(out)
    assert (code, data["label"], data["citations"][0]["symbol"]) == (0, "35", "A/RES/64/293")


def test_lookup_prints_the_card_of_what_is_not_held(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "lookup", "64/293")
    assert (code, err) == (0, "")
    assert out.startswith("A/RES/64/293  General Assembly resolution 64/293  (not in the library)")
    assert "https://undocs.org/zh/A/RES/64/293" in out
    assert "cited in 15 places, named in 82 places, in 5 documents" in out
    assert "title          联合国打击贩运人口的全球行动计划" in out
    data = json.loads(run(capsys, "lookup", "64/293", "--json")[1])
    assert (data["symbol"], data["dates"][0], len(data["mentions"])) == ("A/RES/64/293", "2010-07-30", 97)


def test_lookup_of_what_is_held_prints_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "lookup", "5/2")
    assert code == 0
    assert out.startswith("CTOC/COP/RES/5/2")
    assert json.loads(run(capsys, "lookup", "5/2", "--json")[1])["held"] is True


def test_lookup_of_what_nobody_cites_is_one_sentence_and_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "lookup", "64/294")
    assert (code, out) == (1, "")
    assert "nearest known: A/RES/64/293" in err
    assert err.count("\n") == 1


def test_cites_gives_each_citation_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "cites", "A/C.3/80/L.4#op2", "--numbers")
    assert (code, out) == (0, "footnote 35  A/RES/64/293  第 64/293 号决议。\n")
    data = json.loads(run(capsys, "cites", "A/C.3/80/L.4#op2", "--json")[1])
    assert [(each["in"], each["symbol"], each["form"]) for each in data] == [
        *[("op2", "A/RES/64/293", "name")] * 2,
        ("fn:35", "A/RES/64/293", "number"),
    ]


def test_cites_marks_what_is_no_number_by_its_form(capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = run(capsys, "cites", "CTOC/COP/RES/5/2#op13")
    assert out.startswith("operative para. 13  operative para. 12  place here  请各缔约国")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("UNTS 2237, 39574", "(treaty)"),
        ("unts 2237", "by resolution  A/RES/55/25"),
        ("ILO C29", "named in 2 places"),
        ("SDG 8.7", "https://sdgs.un.org/goals/goal8"),
        ("《残疾人权利公约》", "UNTS 2515, 44910"),
        ("世界人权宣言", "A/RES/217(III) A"),
        ("联合国宪章", "TREATY 联合国宪章"),
    ],
)
def test_lookup_knows_treaties_goals_conventions_and_names(
    capsys: pytest.CaptureFixture[str], target: str, said: str
) -> None:
    code, out, _err = run(capsys, "lookup", target)
    assert code == 0
    assert said in out


@pytest.mark.parametrize("target", ["SDG 18", "UNTS 9999", "某某公约"])
def test_lookup_of_what_no_table_has_is_nothing(capsys: pytest.CaptureFixture[str], target: str) -> None:
    assert run(capsys, "lookup", target)[0] == 1


def test_cited_by_gives_each_mention(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "cited-by", "72/195", "--json")
    assert code == 0
    assert {each["document"] for each in json.loads(out)} >= {"A/C.3/80/L.4", "A/74/127"}
    code, out, err = run(capsys, "cited-by", "A/C.3/80/L.4")
    assert (code, out) == (1, "")
    assert err == "No document in the library cites A/C.3/80/L.4.\n"


def test_search_prints_hits_and_says_when_there_are_more(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "search", "难民", "移民", "--limit", "2")
    assert (code, len(out.splitlines())) == (0, 4)
    assert "--limit" in err
    assert run(capsys, "search", "無此語")[:2] == (1, "")


def test_list_prints_all_documents(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "list", "--json")
    assert code == 0
    assert {"A/C.3/80/L.4", "A/74/127"} <= {entry["key"] for entry in json.loads(out)}
    assert "draft resolution" in run(capsys, "list")[1]


def test_check_reports_doubts_and_the_store(capsys: pytest.CaptureFixture[str], shared_home: Path) -> None:
    code, out, _err = run(capsys, "check", "--json")
    data = json.loads(out)
    assert (code, data["store"]["home"], len(data["documents"])) == (0, str(shared_home), 5)
    assert "A/C.3/80/L.4" in run(capsys, "check", "A/C.3/80/L.4")[1]


def test_add_list_remove(capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "草案.txt"
    file.write_text(DRAFT, encoding="utf-8")
    code, out, _err = run(capsys, "add", str(file), "--symbol", "A/C.3/90/L.7/Rev.1")
    assert (code, out) == (0, "A/C.3/90/L.7/Rev.1\n")
    assert run(capsys, "show", "A/C.3/90/L.7/Rev.1#op1.a")[0] == 0
    assert run(capsys, "add", str(file))[2] == "A/C.3/90/L.7/Rev.1 is in the library already.\n"
    assert run(capsys, "remove", "A/C.3/90/L.7/Rev.1")[:2] == (0, "A/C.3/90/L.7/Rev.1\n")
    assert run(capsys, "show", "A/C.3/90/L.7/Rev.1")[0] == 1


def test_a_symbol_given_to_a_document_that_was_there_is_told(
    capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "草案.txt"
    file.write_text(DRAFT, encoding="utf-8")
    run(capsys, "add", str(file), "--symbol", "A/C.3/90/L.7")
    _code, out, err = run(capsys, "add", str(file), "--symbol", "A/C.3/90/L.8")
    assert out == "A/C.3/90/L.8\n"
    assert err == "A/C.3/90/L.7 was in the library already; it goes by A/C.3/90/L.8 now.\n"


def test_versions_of_a_document_are_told_apart_in_the_list(
    capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path
) -> None:
    for name, text in (("one.txt", DRAFT), ("two.txt", DRAFT.replace("大会，", "大会，\n\n又回顾其他决议，", 1))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run(capsys, "add", str(tmp_path / name), "--symbol", "A/C.3/90/L.7")
    named = [line.split()[0] for line in run(capsys, "list")[1].splitlines()]
    assert {"A/C.3/90/L.7", "A/C.3/90/L.7~2"} <= set(named)


def test_what_is_not_there_does_not_keep_the_others_from_being_removed(
    capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "草案.txt").write_text(DRAFT, encoding="utf-8")
    run(capsys, "add", str(tmp_path / "草案.txt"), "--symbol", "A/C.3/90/L.7")
    code, out, err = run(capsys, "remove", "A/C.3/90/L.9", "A/C.3/90/L.7")
    assert (code, out) == (1, "A/C.3/90/L.7\n")
    assert "A/C.3/90/L.9" in err


def test_one_unreadable_file_does_not_keep_out_the_others(
    capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(DRAFT, encoding="utf-8")
    code, out, err = run(capsys, "add", str(tmp_path / "missing.txt"), str(tmp_path / "good.txt"))
    assert code == 3
    assert "missing.txt" in err
    assert out


def test_annotations_follow_a_document_to_its_symbol(
    capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path
) -> None:
    from store.annotations.shelf import Shelf

    file = tmp_path / "无文号.txt"
    file.write_text(DRAFT.replace("A/C.3/90/L.7\n", ""), encoding="utf-8")
    key = run(capsys, "add", str(file))[1].strip()
    Shelf(read_home / "annotations").set_note(key, "op2", "请秘书长", "要紧")
    assert run(capsys, "add", str(file), "--symbol", "A/C.3/90/L.8")[0] == 0
    assert [each.note for each in Shelf(read_home / "annotations").of("A/C.3/90/L.8")] == ["要紧"]


def test_export_writes_what_was_noted(capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path) -> None:
    from store.annotations.shelf import Shelf

    assert run(capsys, "export") == (1, "", "There are no such annotations.\n")
    shelf = Shelf(read_home / "annotations")
    shelf.set_note("A/C.3/80/L.4", "op1", "敦促", "第一条")
    shelf.set_tags("A/C.3/80/L.4", "op2", "敦促", ["我方"])
    code, out, _err = run(capsys, "export", "A/C.3/80/L.4", "--tag", "我方")
    assert code == 0
    assert "我方" in out
    assert "第一条" not in out
    target = tmp_path / "out.md"
    assert run(capsys, "export", "-o", str(target))[1:] == ("", f"2 annotations written to {target}.\n")
    first = target.read_bytes()
    run(capsys, "export", "-o", str(target))
    assert target.read_bytes() == first
    assert len(json.loads(run(capsys, "export", "A/C.3/80/L.4#op1", "--format", "json")[1])["annotations"]) == 1


def test_what_was_noted_on_a_removed_document_can_be_exported(
    capsys: pytest.CaptureFixture[str], read_home: Path
) -> None:
    from store.annotations.shelf import Shelf

    Shelf(read_home / "annotations").set_note("A/RES/1/1", "op1", "敦促", "旧注")
    code, out, _err = run(capsys, "export", "A/RES/1/1")
    assert code == 0
    assert "旧注" in out


def test_the_store_refuses_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "remove", "A/C.3/80/L.4")
    assert (code, out, err) == (1, "", "“A/C.3/80/L.4” came with jueyi and can't be removed.\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show"], 2),
        (["show", "--bad"], 2),
        (["show", "A/RES/1/1", "more"], 2),
        (["search"], 2),
        (["search", "难民", "--limit", "0"], 2),
        (["export", "--format", "pdf"], 2),
        (["add", "a", "b", "--symbol", "A/RES/1/1"], 2),
        (["show", "64/293"], 1),
        (["show", "A/C.3/80/L.4#op99"], 1),
        (["cites", "胡言乱语"], 1),
        (["add", "/no/such/file"], 3),
        (["show", "/dev/null#x"], 3),
    ],
)
def test_exit_codes_tell_what_happened(capsys: pytest.CaptureFixture[str], arguments: list[str], code: int) -> None:
    assert run(capsys, *arguments)[0] == code


@pytest.mark.parametrize("target", ["64/293", "A/C.3/80/L.4#op5", "file.txt", "难民", "lookpu"])
def test_a_word_that_is_no_verb_opens_the_app_there(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    opened = apps_opened(monkeypatch)
    assert cli.main([target]) == 0
    assert cli.main([]) == 0
    assert opened == [(target, False), (None, False)]


@pytest.mark.parametrize("option", ["-c", "--continue"])
def test_the_app_can_be_continued_where_it_was_left(monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    opened = apps_opened(monkeypatch)
    assert cli.main([option]) == 0
    assert opened == [(None, True)]
    assert cli.main([option, "64/293"]) == 2
    assert cli.main([option, "list"]) == 2
    assert len(opened) == 1


def apps_opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str | None, bool]]:
    """What the app is opened with, in place of opening it."""
    opened: list[tuple[str | None, bool]] = []

    class App:
        def __init__(self, target: str | None, *, resume: bool) -> None:
            self.what = (target, resume)

        def run(self) -> None:
            opened.append(self.what)

    monkeypatch.setattr(cli, "is_terminal", lambda stream: True)
    monkeypatch.setattr("tui.app.JueyiApp", App)
    monkeypatch.setattr(gc, "disable", lambda: None)
    return opened


@pytest.mark.parametrize("arguments", [[], ["64/293"], ["A/C.3/80/L.4#op5"], ["难民"]])
def test_what_can_only_be_a_target_opens_the_app_without_the_command_line(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    opened: list[tuple[str, ...]] = []
    monkeypatch.setattr(sys, "argv", ["jueyi", *arguments])
    monkeypatch.setattr(start, "is_terminal", lambda stream: True)
    monkeypatch.setattr(start, "open_app", lambda *named: opened.append(named) or 0)
    monkeypatch.setattr(cli, "main", lambda: pytest.fail("the command line was asked"))
    assert start.main() == 0
    assert opened == [tuple(arguments)]


@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["-x"], ["lookpu"], ["show", "64/293"], ["a", "b"]])
def test_all_else_is_for_the_command_line_to_understand(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["jueyi", *arguments])
    monkeypatch.setattr(start, "is_terminal", lambda stream: True)
    monkeypatch.setattr(cli, "main", lambda: 7)
    assert start.main() == 7


def test_the_app_is_not_opened_without_a_terminal() -> None:
    done = jueyi(stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_harmful_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    printing.put("a\x1b[31mb\x9bc\nd\te")
    assert capsys.readouterr().out == "a\ufffd[31mb\ufffdc\nd\te\n"


@pytest.mark.parametrize("room", [None, 200, 40, 20, 8])
@pytest.mark.parametrize(("before", "after"), [("", "号决议"), ("回顾" * 20, ""), ("回顾" * 20, "决议" * 20)])
def test_a_sentence_too_long_for_the_line_is_cut_around_its_citation(before: str, after: str, room: int | None) -> None:
    text = f"{before}64/293{after}"
    cut = printing.around(text, len(before), len(before) + 6, room)
    assert "64/293" in cut
    if room is None or printing.cells(text) <= room:
        assert cut == text
    else:
        assert "…" in cut
        assert printing.cells(cut) <= room + 2


def test_lookup_imports_nothing_heavy_once_the_library_is_read() -> None:
    Library().entries()
    code = (
        "import sys; from tui.cli import main; main(['lookup', '64/293']);"
        "heavy = {'textual', 'rich.console', 'jieba', 'opencc', 'pypinyin', 'tinydb', 'store.reading.pipeline'};"
        "heavy &= set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    command = f"{sys.executable} -m tui.cli show A/74/127 | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("locale", ["C", "zh_CN.GBK", "POSIX", "no_SUCH"])
def test_chinese_goes_out_as_utf_8_in_any_locale(locale: str) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    done = jueyi("lookup", "64/293", env=environment)
    assert done.returncode == 0
    assert "大会第64/293号决议" in done.stdout.decode("utf-8")


def test_closed_streams_are_survived() -> None:
    command = f"{sys.executable} -m tui.cli list <&- >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 0


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "zh"),
        ({"LANG": "", "LC_ALL": ""}, "zh"),
        ({}, "zh"),
    ],
)
def test_the_locale_chooses_the_language(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, environment: dict[str, str], spoken: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.users_language() == spoken


def test_the_setting_beats_the_locale(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    own_home.mkdir()
    (own_home / "config.toml").write_text('language = "en"\n')
    assert language.users_language() == "en"


def test_words_change_with_the_language_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", None)
    language.set_language("en")
    assert kind_name("draft resolution", revised=True) == "revised draft resolution"
    assert language.n_("{count} document", "{count} documents", 1) == "{count} document"
    language.set_language("zh")
    assert kind_name("draft resolution", revised=True) == "订正决议草案"
    assert language.n_("{count} document", "{count} documents", 5) == "{count} 份文件"


def test_help_and_usage_errors_speak_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_chosen", "zh")
    code, out, _err = run(capsys, "--help")
    assert code == 0
    assert "查号" in out
    assert "显示本说明" in out
    code, _out, err = run(capsys, "show", "--bad")
    assert code == 2
    assert "错误：没有选项 '--bad'" in err


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--lang", "en", "--help"], {}, "Print the library."),
        (["--lang=zh", "--help"], {}, "打印文库"),
        (["--lang", "zh", "--help"], {"JUEYI_LANG": "en"}, "打印文库"),
        (["--help"], {"JUEYI_LANG": "zh"}, "打印文库"),
        (["--lang", "zh", "--lang", "en", "--help"], {}, "Print the library."),
    ],
)
def test_the_language_is_chosen_before_the_verb_or_in_the_environment(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    said: str,
) -> None:
    monkeypatch.setattr(language, "_chosen", None)
    monkeypatch.setenv("JUEYI_LANG", environment.get("JUEYI_LANG", "en"))
    code, out, _err = run(capsys, *arguments)
    assert code == 0
    assert said in out


@pytest.mark.parametrize("arguments", [["--lang", "fr", "list"], ["--lang"], ["--lang="]])
def test_a_language_that_is_not_spoken_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "--lang" in err


def test_check_tells_of_keys_and_themes_that_can_not_be_used(
    capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    own_home.mkdir()
    (own_home / "config.toml").write_text('theme = "solarised"\n[keys]\n"reader.tag" = "a"\n', "utf-8")
    code, out, _err = run(capsys, "check", "A/C.3/80/L.4")
    assert code == 3
    assert "“solarised”" in out
    assert "reader.note" in out


def piped(data: bytes, *arguments: str, home: Path | None = None) -> tuple[int, str, str]:
    environment = os.environ | ({"JUEYI_HOME": str(home)} if home else {})
    done = jueyi(*arguments, input=data, env=environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_what_is_piped_in_is_a_document(encoding: str) -> None:
    code, out, _err = piped(DRAFT.encode(encoding), "cites", "-", "--json")
    assert code == 0
    assert [each["symbol"] for each in json.loads(out)] == ["A/RES/64/293", "A/RES/70/1"]


def test_what_is_piped_in_may_be_a_page_and_nothing_is_kept_of_it(tmp_path: Path) -> None:
    page = "<!doctype html>" + "".join(f"<p>{line}" for line in DRAFT.split("\n\n"))
    code, out, _err = piped(page.encode(), "show", "-", "--json", home=tmp_path)
    assert (code, json.loads(out)["symbol"]) == (0, "A/C.3/90/L.7")
    assert not (tmp_path / "library").exists()


def test_what_is_piped_in_can_be_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    code, out, _err = piped(DRAFT.encode(), "add", "-", home=tmp_path)
    assert (code, out.strip()) == (0, "A/C.3/90/L.7")
    assert (tmp_path / "library" / "A-C.3-90-L.7.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("verb", ["show", "add", "check"])
def test_nothing_piped_in_is_said_in_one_sentence(verb: str, tmp_path: Path) -> None:
    code, out, err = piped(b"", verb, "-", home=tmp_path)
    assert (code, out) == (3, "")
    assert "stdin" in err and "是空的" in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A/RES/70/1\n\n大会，\n", "A-RES-70-1.txt"),
        ("<!doctype html><p>A/RES/70/1<p>大会，", "A-RES-70-1.html"),
        ('["大会，"]', "大会.json"),
        ("……", None),
    ],
)
def test_a_name_for_what_came_without_one(text: str, name: str | None) -> None:
    from store.library.kept_name import kept_name
    from store.reading.pipeline import read
    from store.reading.source import from_bytes

    document = read(from_bytes(text.encode(), "stdin"))
    assert kept_name(document, text.encode()) == (name or f"{document.digest[:8]}.txt")


def test_cited_by_chooses_by_treatment_and_part(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "cited-by", "64/293", "--treatment", "recall", "--json")
    assert code == 0
    assert {mention["treatment"] for mention in json.loads(out)} == {"recall"}
    assert len(json.loads(run(capsys, "cited-by", "64/293", "--part", "footnote", "--json")[1])) == 3
    code, out, err = run(capsys, "cited-by", "64/293", "--treatment", "condemn")
    assert (code, out) == (1, "")
    assert "15 times" in err and "recalled 5" in err
    code, _out, err = run(capsys, "cited-by", "64/293", "--treatment", "quote")
    assert code == 2 and "reaffirm" in err


def test_lookup_tells_the_family_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "lookup", "2017/18")[1]
    assert "its draft" in out and "(in the library)" in out and "same year, 2017" in out
    data = json.loads(run(capsys, "lookup", "2017/18", "--json")[1])
    assert [(each["relation"], each["held"]) for each in data["family"]] == [("draft", True), ("series", False)]
    assert data["treatments"] == {"recall": 2}
    assert data["links"]["en"] == "https://undocs.org/en/E/RES/2017/18"
    held = json.loads(run(capsys, "lookup", "A/74/127", "--json")[1])
    assert [(each["relation"], each["symbol"]) for each in held["family"]] == [("mandate", "A/RES/72/195")]


def test_wanted_lists_the_most_cited_that_is_lacking(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "wanted", "--limit", "2", "--json")
    assert code == 0 and "--limit" in err
    first, second = json.loads(out)
    assert (first["symbol"], first["citations"], first["documents"]) == ("A/RES/72/195", 20, 3)
    assert first["name"] == "改进打击贩运人口工作的协调"
    assert second["citations"] == 15
    assert "A/RES/72/195" in run(capsys, "wanted", "--limit", "1")[1]


def test_a_graph_is_a_picture_by_year_json_or_dot(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _err = run(capsys, "graph", "76/186")
    lines = out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines[:3]] == ["2006", "2008", "2009"]
    assert any("◆ A/RES/76/186" in line for line in lines)
    assert any("→ cites it: recalled 1" in line for line in lines)
    data = json.loads(run(capsys, "graph", "72/195", "--json")[1])
    assert data["centre"] == "A/RES/72/195"
    keys = {node["key"] for node in data["nodes"]}
    assert {edge[end] for edge in data["edges"] for end in ("source", "target")} <= keys
    (cites,) = [e for e in data["edges"] if e["source"] == "A/74/127" and e["citations"]]
    assert cites["treatments"]["recount"] == 11
    file = tmp_path / "graph.dot"
    code, out, err = run(capsys, "graph", "--dot", "-o", str(file))
    assert (code, out) == (0, "") and str(file) in err
    dot = file.read_text(encoding="utf-8")
    assert dot.startswith("digraph") and dot.count("{") == dot.count("}")
    assert '"A/74/127" -> "A/RES/72/195"' in dot


def test_a_graph_of_nobody_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "alone.txt"
    file.write_text("大会，\n\n铭记湿地，\n\n1. 决定保护湿地。\n", encoding="utf-8")
    code, _out, err = run(capsys, "graph", str(file))
    assert code == 1 and "Nothing" in err
    code, _out, err = run(capsys, "graph", "64/294")
    assert code == 1 and "64/294" in err


def test_annotations_are_carried_over_only_when_that_is_said(
    capsys: pytest.CaptureFixture[str], read_home: Path, tmp_path: Path
) -> None:
    """Without --yes only the table is printed; twice carries once."""
    from store.annotations.shelf import Shelf

    for name, text in (("旧.txt", DRAFT), ("新.txt", DRAFT.replace("A/C.3/90/L.7", "A/C.3/90/L.7/Rev.1"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run(capsys, "add", str(tmp_path / name))
    old, new = "A/C.3/90/L.7", "A/C.3/90/L.7/Rev.1"
    shelf = Shelf(read_home / "annotations")
    shelf.set_note(old, "op2", "请秘书长报告第 70/1 号决议的执行情况。", "要紧")
    shelf.set_note(old, "op1", "呼吁灯塔看守人每逢闰月清点鸥巢；", "已删")
    code, out, err = run(capsys, "carry", old, new)
    assert code == 0 and "placed" in out and "gone" in out and "Nothing was written" in err
    assert run(capsys, "carry", old, new, "--yes")[0] == 2
    assert shelf.of(new) == ()
    told = json.loads(run(capsys, "carry", old, new, "--all-exact", "--yes", "--json")[1])
    assert (told["carried"], [each["state"] for each in told["annotations"]]) == (1, ["exact", "gone"])
    assert [each.note for each in shelf.of(new)] == ["要紧"]
    again = json.loads(run(capsys, "carry", old, new, "--all-exact", "--yes", "--json")[1])
    assert (again["carried"], again["already"], len(shelf.of(new))) == (0, 1, 1)
    assert run(capsys, "carry", old, old)[0] == 1


def test_check_tells_of_annotations_that_stand_nowhere(capsys: pytest.CaptureFixture[str], read_home: Path) -> None:
    from store.annotations.shelf import Shelf

    shelf = Shelf(read_home / "annotations")
    shelf.set_note("A/C.3/80/L.4", "op1", "呼吁灯塔看守人每逢闰月清点鸥巢；", "已删")
    shelf.set_note("A/RES/1/1", "op1", "敦促", "文件已移出")
    out = run(capsys, "check")[1]
    assert "A/C.3/80/L.4: 1 annotation is to be looked at" in out
    assert "A/RES/1/1: 1 annotation of a document that the library does not hold." in out
    told = json.loads(run(capsys, "check", "--json")[1])["annotations"]
    assert [(each["document"], len(each["open"]), each["homeless"]) for each in told] == [
        ("A/C.3/80/L.4", 1, 0),
        ("A/RES/1/1", 0, 1),
    ]


def test_the_store_is_looked_at_and_mended_when_told_to(capsys: pytest.CaptureFixture[str]) -> None:
    from store.annotations.names import file_name
    from store.annotations.shelf import Shelf
    from store.paths import annotations_folder

    Shelf(annotations_folder()).set_note("A/C.3/80/L.4", "op1", "quote", "note")
    path = annotations_folder() / file_name("A/C.3/80/L.4")
    code, out, _err = run(capsys, "check", "--store")
    assert (code, "1 file · 1 annotation" in out, "sound" in out) == (0, True, True)
    path.write_bytes(path.read_bytes()[:-4])
    code, out, err = run(capsys, "check", "--store")
    assert code == 3 and str(path) in out and "--yes" in err
    code, out, _err = run(capsys, "check", "--store", "--json")
    assert (code, json.loads(out)["faults"][0]["kind"]) == (3, "broken")
    code, _out, err = run(capsys, "check", "--store", "--yes")
    assert code == 0 and "restored" in err
    assert [each.note for each in Shelf(annotations_folder()).of("A/C.3/80/L.4")] == ["note"]
