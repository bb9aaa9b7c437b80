"""What the command prints of documents, cards, citations and the graph."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

from store.library.library import Library
from store.paths import seeds_folder
from tui import printing

pytestmark = pytest.mark.usefixtures("speaking_english", "in_shared_home")


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
