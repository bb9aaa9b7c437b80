"""What the command takes in, removes, carries over, exports and checks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

pytestmark = pytest.mark.usefixtures("speaking_english", "in_shared_home")

DRAFT = """A/C.3/90/L.7

大会，

回顾其 2010 年 7 月 30 日第 64/293 号决议，

1. 敦促会员国：

(a) 采取措施；

2. 请秘书长报告第 70/1 号决议的执行情况。
"""


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
