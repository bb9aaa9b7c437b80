"""The verbs that care for the library, as a user meets them: add, add --watch, remove; and the bar while one waits."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from command_line import run

from store.annotations.shelf import Shelf
from store.library.adding import Adding
from store.library.watch import Arrivals
from tui import progress_bar, watching

pytestmark = pytest.mark.usefixtures("speaking_english")

DRAFT = "A/C.3/90/L.7\n\n大会，\n\n1. 敦促会员国；\n\n2. 请秘书长报告。\n"


class Terminal(io.StringIO):
    """A stream at whose other end somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions of a draft, what is no text, and what can't be read."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(DRAFT, encoding="utf-8")
    (texts / "b.txt").write_text(DRAFT + "\n3. 决定休会。\n", encoding="utf-8")
    (texts / "c.txt").write_bytes(b"\xff\xff\xff\x81")
    (texts / ".hidden").touch()
    return texts


def test_a_folder_is_added_with_a_word_on_each_file(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, err = run(capsys, "add", str(folder))
    assert (code, out) == (3, "A/C.3/90/L.7\nA/C.3/90/L.7~2\n")
    assert "A/C.3/90/L.7~2 is a new version of A/C.3/90/L.7; both are in the library." in err
    assert "“c.txt”" in err
    assert err.endswith("1 document added, 1 new version, 1 unreadable, 1 file skipped.\n")
    assert run(capsys, "add", str(folder / "[ab].txt"))[::2] == (0, "0 documents added, 2 there already.\n")


@pytest.mark.parametrize(
    ("target", "newer"), [("A/C.3/90/L.7", True), ("A/C.3/90/L.7~1", False), ("A/C.3/90/L.7~2", True)]
)
def test_a_symbol_means_its_newest_version(
    capsys: pytest.CaptureFixture[str], folder: Path, target: str, newer: bool
) -> None:
    run(capsys, "add", str(folder))
    code, out, _ = run(capsys, "show", target)
    assert code == 0
    assert ("决定休会。" in out) is newer


def test_the_summary_for_scripts(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, _err = run(capsys, "add", str(folder), str(folder / "*.pdf"), "--json")
    data = json.loads(out)
    assert code == 3
    assert data["revised"] == [
        {"path": str(folder / "b.txt"), "key": "A/C.3/90/L.7~2", "revises": "A/C.3/90/L.7"},
    ]
    assert [len(data[kind]) for kind in ("added", "unchanged", "unreadable")] == [1, 0, 2]
    assert (data["skipped"], data["interrupted"]) == (1, False)


def test_ctrl_c_keeps_what_came_in_and_says_so(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = Adding._take

    def interrupted(self: Adding, *arguments: object) -> None:
        take(self, *arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(Adding, "_take", interrupted)
    code, out, err = run(capsys, "add", str(folder))
    assert (code, out) == (130, "A/C.3/90/L.7\n")
    assert "Interrupted after 1 of 3 files; what was added is kept." in err
    assert run(capsys, "show", "A/C.3/90/L.7")[0] == 0


@pytest.mark.parametrize(
    "arguments", [["--symbol", "A/RES/1/1"], ["--watch", "--json"], ["--watch", "--symbol", "1/1"]]
)
def test_what_makes_no_sense_together_is_refused(
    capsys: pytest.CaptureFixture[str], folder: Path, arguments: list[str]
) -> None:
    assert run(capsys, "add", str(folder), *arguments)[0] == 2


def test_a_watched_folder_is_taken_in_file_by_file_until_ctrl_c(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies there comes first; a file that can't be read is said and the next one taken."""
    looks = 0
    look = Arrivals.look

    def looking(self: Arrivals) -> list[Path]:
        nonlocal looks
        looks += 1
        if looks == 4:
            (folder / "d.txt").write_text(DRAFT.replace("L.7", "L.9"), encoding="utf-8")
        if looks == 7:
            raise KeyboardInterrupt
        return look(self)

    monkeypatch.setattr(Arrivals, "look", looking)
    monkeypatch.setattr(watching.time, "sleep", lambda seconds: None)
    code, out, err = run(capsys, "add", "--watch", str(folder))
    assert (code, out) == (0, "A/C.3/90/L.7\nA/C.3/90/L.7~2\nA/C.3/90/L.9\n")
    assert err.count("c.txt") == 1
    assert err.endswith("Ended: 3 documents came in.\n")


def test_only_folders_are_watched(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run(capsys, "add", "--watch", str(folder / "a.txt"))[0] == 3


def annotated(capsys: pytest.CaptureFixture[str], folder: Path, home: Path) -> Shelf:
    run(capsys, "add", str(folder / "a.txt"), "--symbol", "A/C.3/90/L.8")
    shelf = Shelf(home / "annotations")
    shelf.set_note("A/C.3/90/L.8", "op1", "敦促会员国", "要紧")
    return shelf


def test_an_annotated_document_stays_where_nobody_can_be_asked(
    capsys: pytest.CaptureFixture[str], folder: Path, home: Path
) -> None:
    annotated(capsys, folder, home)
    code, out, err = run(capsys, "remove", "A/C.3/90/L.8")
    assert (code, out) == (2, "")
    assert err == "A/C.3/90/L.8 has 1 annotation. It was not removed: --yes removes it and keeps them.\n"
    assert run(capsys, "show", "A/C.3/90/L.8")[0] == 0


def test_annotations_are_there_again_when_the_file_is(
    capsys: pytest.CaptureFixture[str], folder: Path, home: Path
) -> None:
    shelf = annotated(capsys, folder, home)
    code, out, err = run(capsys, "remove", "A/C.3/90/L.8", "--yes")
    assert (code, out) == (0, "A/C.3/90/L.8\n")
    assert "1 annotation on A/C.3/90/L.8 is kept" in err
    assert run(capsys, "show", "A/C.3/90/L.8")[0] == 1
    assert run(capsys, "add", str(folder / "a.txt"))[1] == "A/C.3/90/L.8\n"
    assert [each.note for each in shelf.of("A/C.3/90/L.8")] == ["要紧"]


@pytest.mark.parametrize(("answer", "left"), [("y\n", False), ("n\n", True), ("\n", True)])
def test_at_a_terminal_one_is_asked(
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    left: bool,
) -> None:
    annotated(capsys, folder, home)
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("tui.keeping.is_terminal", lambda stream: True)
    assert run(capsys, "remove", "A/C.3/90/L.8")[0] == (2 if left else 0)
    assert (run(capsys, "show", "A/C.3/90/L.8")[0] == 0) is left


def test_the_bar_shows_only_at_a_terminal_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar.progress_bar(patience=0) as progress:
        progress("citations", 1, 2)
        progress("files", 3, 200)
    assert "3/200" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")
    monkeypatch.setattr("sys.stderr", quiet := io.StringIO())
    with progress_bar.progress_bar(patience=0) as progress:
        progress("citations", 1, 2)
    assert quiet.getvalue() == ""
