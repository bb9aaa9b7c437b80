"""What is piped into the command, what it lets out, and where it has no terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import jueyi

from tui import printing

pytestmark = pytest.mark.usefixtures("speaking_english", "in_shared_home")

DRAFT = """A/C.3/90/L.7

大会，

回顾其 2010 年 7 月 30 日第 64/293 号决议，

1. 敦促会员国：

(a) 采取措施；

2. 请秘书长报告第 70/1 号决议的执行情况。
"""


def piped(data: bytes, *arguments: str, home: Path | None = None) -> tuple[int, str, str]:
    environment = os.environ | ({"JUEYI_HOME": str(home)} if home else {})
    done = jueyi(*arguments, input=data, env=environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


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
