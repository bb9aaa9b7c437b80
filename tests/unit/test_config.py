"""The settings: right values used, wrong ones told and replaced by their defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.config import Config, read_config


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_all_is_default_and_none_is_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(path.parent))
    assert read_config() == Config()
    assert not path.exists()


def test_the_user_file_is_the_default(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(path.parent))
    path.write_text("measure = 38", "utf-8")
    assert read_config().measure == 38


def test_all_settings_are_read_with_a_byte_order_mark_too(path: Path) -> None:
    path.write_text(
        '\ufefflanguage = "en"\ntheme = "nord"\nambiguous_width = 2\nmeasure = 42\nauthor = "王某"\n'
        'start = "continue"\n',
        "utf-8",
    )
    assert read_config(path) == Config(
        language="en",
        theme="nord",
        ambiguous_width=2,
        ask_width=False,
        measure=42,
        author="王某",
        start="continue",
    )


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ('language = "fr"', '"zh" 或 "en"'),
        ("language = []", '"zh" 或 "en"'),
        ("theme = 3", "主题的名称"),
        ('theme = " "', "主题的名称"),
        ("ambiguous_width = 3", "1 或 2"),
        ("ambiguous_width = true", "1 或 2"),
        ("ambiguous_width = 1.0", "1 或 2"),
        ('ambiguous_width = "wide"', '"auto"'),
        ("line_spacing = 3", "1 或 2"),
        ("line_spacing = true", "1 或 2"),
        ("justify = 1", "true 或 false"),
        ('hanging_marks = "no"', "true 或 false"),
        ("measure = 35", "36 至 42"),
        ("measure = 43", "36 至 42"),
        ('measure = "40"', "36 至 42"),
        ("author = 1979-05-27", "姓名"),
        ('start = "reader"', '"library" 或 "continue"'),
    ],
)
def test_a_wrong_value_is_told_with_file_key_and_what_is_allowed(path: Path, line: str, allowed: str) -> None:
    path.write_text(line, "utf-8")
    config = read_config(path)
    (problem,) = config.problems
    assert str(path) in problem
    assert line.split()[0] in problem
    assert allowed in problem
    assert config == Config(problems=config.problems)


def test_right_values_are_used_beside_wrong_ones(path: Path) -> None:
    path.write_text('measure = 36\nlanguage = "fr"\nmesure = 50\n', "utf-8")
    config = read_config(path)
    assert config.measure == 36
    assert config.language is None
    assert len(config.problems) == 2
    assert "mesure" in config.problems[1] and "measure" in config.problems[1]


def test_settings_of_the_lines_are_read(path: Path) -> None:
    path.write_text("line_spacing = 2\njustify = true\nhanging_marks = false\n", "utf-8")
    assert read_config(path) == Config(line_spacing=2, justify=True, hanging_marks=False)


@pytest.mark.parametrize(
    ("line", "width", "asked"),
    [("", 1, True), ('ambiguous_width = "auto"', 1, True), ("ambiguous_width = 2", 2, False), ("measure = 1", 1, True)],
)
def test_the_terminal_is_asked_for_its_widths_only_where_they_are_left_open(
    path: Path, line: str, width: int, asked: bool
) -> None:
    path.write_text(line, "utf-8")
    config = read_config(path)
    assert (config.ambiguous_width, config.ask_width) == (width, asked)


@pytest.mark.parametrize("content", [b"measure = ", b"a = 1\na = 2", b"\xff\xfem"])
def test_a_file_that_is_no_toml_gives_the_defaults_and_says_so(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    config = read_config(path)
    (problem,) = config.problems
    assert str(path) in problem and "TOML" in problem
    assert config == Config(problems=config.problems)


def test_a_file_that_can_not_be_read_gives_the_defaults_and_says_so(path: Path) -> None:
    path.mkdir()
    config = read_config(path)
    (problem,) = config.problems
    assert str(path) in problem
    assert config == Config(problems=config.problems)
