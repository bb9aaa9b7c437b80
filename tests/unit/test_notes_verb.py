"""`jueyi notes`: prints all annotations, or those that are wanted, for readers and for scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from store.annotations.identity import new_identity
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.annotations.target import card_target, place_target, words_target
from store.library.library import Library
from store.paths import annotations_folder
from tui import cli, language

DRAFT, REPORT, CARD = "A/C.3/80/L.4", "A/74/127", "A/RES/64/293"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with some annotations; no test changes it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUEYI_HOME", str(home))
        library, shelf = Library(), Shelf(annotations_folder())
        draft, report = library.document(DRAFT), library.document(REPORT)
        for target, said in (
            (place_target(DRAFT, draft, "pp8"), {"tags": ("议题/行动计划",), "note": "原始授权"}),
            (words_target(DRAFT, draft, [("op5", 2, 10)]), {"kind": "question", "author": "林晓"}),
            (place_target(REPORT, report, "p98"), {"tags": ("数据",)}),
            (card_target(CARD), {"note": "要找到原文"}),
        ):
            bare = Annotation(new_identity(), "", "", "", (), "", "2026-11-03T08:00:00Z", "2026-11-03T08:00:00Z")
            shelf.restore(replace(target.applied(bare), **said))  # type: ignore[arg-type]
        lost = shelf.at(DRAFT, "pp8")
        assert lost
        shelf.restore(replace(lost, id=new_identity(), place="pp999", selectors=(), quote="从来没有的话", note="失联"))
        seen = shelf.at(REPORT, "p98")
        assert seen
        theirs = shelf.put(replace(seen, note="另一窗口"))
        assert theirs
        shelf.put(replace(seen, note="本窗口"), seen=seen)
    return home


@pytest.fixture(autouse=True)
def english(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(shared))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(language, "_chosen", "en")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["notes", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("arguments", "places"),
    [
        ((), ["pp8", "pp999", "op5", "p98", ""]),
        ((DRAFT,), ["pp8", "pp999", "op5"]),
        ((f"{DRAFT}#op5",), ["op5"]),
        (("64/293",), [""]),  # a card
        (("a/res/64/293",), [""]),
        (("原始",), ["pp8"]),
        ((DRAFT, "原始"), ["pp8"]),
        (("--tag", "议题"), ["pp8", "pp999"]),
        (("--kind", "question"), ["op5"]),
        (("--kind", "问题"), ["op5"]),
        (("--by-author", "林晓"), ["op5"]),
        (("--author", "林晓", "--kind", "check", "--kind", "question"), ["op5"]),
        (("--cites", "64/293"), ["pp8", ""]),
        (("--cites", "68/192"), ["op5"]),
        (("--until", "2026-11-03", REPORT), []),
        (("--since", "2026-11-04", REPORT), ["p98"]),
        (("--orphans",), ["pp999"]),
        (("--conflicts", "--tag", "数据"), ["p98"]),
        (("#数据",), ["p98"]),
    ],
)
def test_only_what_is_wanted_is_printed(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], places: list[str]
) -> None:
    code, out, _err = run(capsys, *arguments, "--json")
    assert [each["place"] for each in json.loads(out)] == places
    assert code == (0 if places else 1)


def test_data_says_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = run(capsys, f"{DRAFT}#pp8", "--json")
    (note,) = json.loads(out)
    assert note["document"] == note["symbol"] == DRAFT
    assert note["address"] == "序言部分第8段" and note["lost"] is None
    assert note["tags"] == ["议题/行动计划"] and note["note"] == "原始授权"
    assert "A/RES/64/293" in note["cites"]
    assert set(note) >= {"id", "title", "scope", "places", "kind", "proposed", "quote", "author", "created", "modified"}


def test_with_a_grouping_data_stands_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = run(capsys, "--group", "tag", "--json")
    groups = {each["group"]: [one["place"] for one in each["annotations"]] for each in json.loads(out)}
    assert groups == {"数据": ["p98"], "议题/行动计划": ["pp8", "pp999"], "": ["op5", ""]}


def test_lines_are_for_readers(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys)
    assert code == 0 and err.strip() == "5 annotations"
    assert out.splitlines()[0].startswith(DRAFT)
    assert "  preambular para. 8  #议题/行动计划  原始授权" in out
    assert "[place not in the text any more]" in out


@pytest.mark.parametrize("group", ["document", "tag", "kind", "date", "month", "author", "cited"])
def test_every_grouping_prints_every_annotation(capsys: pytest.CaptureFixture[str], group: str) -> None:
    code, out, err = run(capsys, "--group", group)
    assert code == 0 and "5 annotations" in err
    assert all(words in out for words in ("原始授权", "失联", "要找到原文", "本窗口"))


def test_conflicts_show_both_states(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "--conflicts")
    assert code == 0 and "另一窗口" in out and "本窗口" in out
    _code, out, _err = run(capsys, "--conflicts", "--json")
    (conflict,) = json.loads(out)
    assert (conflict["kept"]["note"], conflict["lost"]["note"]) == ("本窗口", "另一窗口")


def test_nothing_found_and_wrong_usage_have_their_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "无此文字")
    assert (code, out) == (1, "") and "no such annotations" in err
    code, _out, err = run(capsys, "--since", "soon")
    assert code == 2 and "soon is no date" in err
    assert run(capsys, "--group", "colour")[0] == 2
    assert run(capsys, "A/RES/99/9999")[0] == 1


def test_a_broken_file_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(tmp_path))
    annotations_folder().mkdir(parents=True)
    (annotations_folder() / "A_RES_1_1.json").write_text("{", encoding="utf-8")
    code, _out, err = run(capsys)
    assert code == 1 and "A_RES_1_1.json" in err
