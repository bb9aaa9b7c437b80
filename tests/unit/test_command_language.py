"""Which language the command speaks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from command_line import run

from tui import language
from tui.kinds import kind_name
from tui.printing import cells

pytestmark = pytest.mark.usefixtures("speaking_english", "in_shared_home")


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


@pytest.mark.parametrize("verb", ["show", "search", "graph", "export", "notes", "check", "serve"])
def test_help_in_chinese_stands_in_columns_and_fits_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.setattr(language, "_chosen", "zh")
    monkeypatch.setenv("COLUMNS", "80")
    _code, out, _err = run(capsys, verb, "--help")
    lines = out.splitlines()
    options = [line for line in lines[lines.index("选项:") + 1 :] if line.startswith("  -") and "  " in line.strip()]
    starts = {cells(line) - cells(line.strip().split("  ", 1)[1].lstrip()) for line in options}
    assert len(starts) == 1
    assert max(map(cells, lines)) <= 80
    assert not any(
        one.rstrip()[-1:].isascii() and one.rstrip()[-1:].isalpha() and two.lstrip()[:1].islower()
        for one, two in pairwise(lines)
    )


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
