"""Whatever the store refuses is said in English too: each of its sentences is found in its code and tried."""

from __future__ import annotations

import ast
import errno
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import store
from store import config, files
from store.reading import source
from store.reading.docx import package
from tui import cli, language
from tui.refusals import refusal_words

pytestmark = pytest.mark.usefixtures("speaking_english")

_STORE = Path(store.__file__).parent
_RAISED = {"UnreadableSource", "UnknownTarget", "StoreUnavailable", "TemplateFault", "NoAnnotations"}
_CHINESE = re.compile(r"[\u3400-\u9fff：。；，]")


def sentences() -> Iterator[str]:
    """What the store can say, with a word for each value that is only known when it says it."""
    for path in sorted(set(_STORE.rglob("*.py")) - {_STORE / "files.py"}):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
        said = [node.args[0] for node in made if node.func.id in _RAISED and node.args]
        said += [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and _is_sentence(node.value)]
        module = importlib.import_module(".".join(path.relative_to(_STORE.parent).with_suffix("").parts))
        for each in said:
            if isinstance(each, ast.Constant | ast.JoinedStr):
                parts = each.values if isinstance(each, ast.JoinedStr) else [each]
                yield "".join(_filled(part, module) for part in parts)


def _is_sentence(node: ast.expr | None) -> bool:
    """Whether a function of the PDF reader answers with what is refused."""
    return isinstance(node, ast.JoinedStr) and "PDF" in ast.unparse(node)


def _filled(part: ast.expr, module: object) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    try:
        return str(eval(ast.unparse(part.value), vars(module)))
    except (NameError, AttributeError):
        return "X1"


def test_every_sentence_of_the_store_has_its_english() -> None:
    said = list(dict.fromkeys(sentences()))
    assert len(said) > 35
    assert [each for each in said if _CHINESE.search(refusal_words(each))] == []


@pytest.mark.parametrize("number", [*files._CAUSES, errno.EIO])
@pytest.mark.parametrize("failed", ["无法写入", "无法读取", "无法移除", "无法清理"])
def test_what_the_system_refuses_has_its_english(failed: str, number: int) -> None:
    error = files.unavailable(failed, Path("/home/a.json"), OSError(number, "Input/output error"))
    said = refusal_words(str(error))
    assert said.startswith("/home/a.json can't be ") and not _CHINESE.search(said)


@pytest.mark.parametrize(
    "kind",
    [
        *(kind for _, kind in source._REFUSED),
        *package._OTHERS.values(),
        *(kind for _, kind in package._MIMETYPES),
        "压缩包（ZIP）",
        "另一种 Office 文件",
    ],
)
def test_kinds_of_files_have_their_english(kind: str) -> None:
    assert not _CHINESE.search(refusal_words(f"“a”是{kind}，不是 Word 文档：请另存为 DOCX 或纯文本（UTF-8）。"))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("第 3 行不合 JSON 格式", "(line 3 is no JSON)"),
        ("记录 12 的 note 一项缺失或有误", "(note of record 12 is missing or wrong)"),
        ("内容不是标注", "(no annotations)"),
    ],
)
def test_why_annotations_cannot_be_read(reason: str, said: str) -> None:
    sentence = f"无法读取标注文件 a.json：{reason}。请修正该文件或从备份恢复；在此之前不会改动它。"
    assert said in refusal_words(sentence) and not _CHINESE.search(refusal_words(sentence))


@pytest.mark.parametrize(
    "line",
    [
        "color = 1",
        *(f"{name} = []" for name in config._RULES if name not in ("show", "keys")),
        "show = 1",
        "keys = 1",
        "==",
    ],
)
def test_what_is_wrong_in_the_settings_has_its_english(line: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(line, encoding="utf-8")
    (problem,) = config.read_config(path).problems
    assert _CHINESE.search(problem) and not _CHINESE.search(refusal_words(problem))


def test_a_name_stays_as_it_is_and_in_chinese_all_does(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal_words("“图像”是空的，没有可读的文字：请检查文件。") == "“图像” is empty: check the file."
    said = "“决议“草案”{0}.txt”是空的，没有可读的文字：请检查文件。"
    assert refusal_words(said) == "“决议“草案”{0}.txt” is empty: check the file."
    assert refusal_words("从未说过的话。") == "从未说过的话。"
    monkeypatch.setattr(language, "_chosen", "zh")
    assert refusal_words(said) == said


@pytest.mark.parametrize("verb", ["show", "check", "add"])
def test_a_verb_speaks_english_of_a_file_that_cannot_be_read(
    verb: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    assert cli.main([verb, str(path)]) == 3
    assert "“a.txt” is empty: check the file." in capsys.readouterr().err
