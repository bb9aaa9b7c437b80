"""A target that was meant for a file that is none: one sentence says so, and a library is not asked in vain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import cli, language
from tui.no_file import no_file_words


@pytest.fixture(autouse=True)
def here(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("texts", "texts is a folder: name a file in it."),
        (".", ". is a folder: name a file in it."),
        ("draft.pdf", "There is no file draft.pdf,"),
        ("texts/Draft.DOCX", "There is no file texts/Draft.DOCX,"),
        ("draft.pdf#op5", "There is no file draft.pdf,"),
        ("./draft", "There is no file ./draft,"),
        ("/none/draft", "There is no file /none/draft,"),
        ("64/294", "nearest known: A/RES/64/293"),
        ("，。", "Nothing in the library is or cites ，。."),
        ("\0", "Nothing in the library is or cites"),
        ("题" * 5000, "Nothing in the library is or cites"),
    ],
)
def test_what_leads_nowhere_says_why(target: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", target]) == 1
    out, err = capsys.readouterr()
    assert out == "" and said in err and err.count("\n") == 1


def test_a_title_goes_before_a_folder_of_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "改进工作协调").mkdir()
    assert cli.main(["show", "改进工作协调"]) == 0


@pytest.mark.parametrize("target", ["64/293", "A/C.3/80/L.4#op5", "贩运人口", "第5(a)段"])
def test_what_reads_like_no_file_is_looked_for_in_the_library_alone(target: str) -> None:
    assert no_file_words(target) is None
