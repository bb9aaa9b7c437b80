"""The user's settings, `config.toml`: read once, never written. A wrong value is told, its default used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from store.errors import StoreUnavailable
from store.files import read_if_there
from store.paths import config_file

SHOWN = ("addresses", "counts", "signs", "tags", "notes", "footnotes", "bar")
"""What can be seen beside and among the text."""
CITED = ("zh", "en", "markdown", "footnote")
"""Forms in which a quotation is copied."""
NARROWEST, WIDEST = 36, 42
"""Limits of the measure, in Chinese characters: the line of a book."""
_NONE: Mapping[str, Any] = MappingProxyType({})


class Config(NamedTuple):
    """The settings of a user."""

    language: Literal["zh", "en"] | None = None
    """Of the interface; None follows the system."""
    theme: str | None = None
    ambiguous_width: Literal[1, 2] = 1
    """Cells that the terminal gives to “ ” — … and their like; 1 as long as it has not been asked."""
    ask_width: bool = True
    """Whether the terminal is to be asked for that: the file leaves it open, or says "auto"."""
    measure: int = 40
    """Chinese characters on a line of text."""
    line_spacing: Literal[1, 2] = 1
    """Rows from one line of text to the next."""
    justify: bool = False
    """Whether lines are made as wide as the measure where they have spaces for it."""
    hanging_marks: bool = True
    """Whether a stop may stand beyond the end of a line, as word processors have it."""
    start: Literal["library", "continue"] = "library"
    """What the app begins with when nothing is named: the library, or what was open last."""
    author: str | None = None
    """Who signs annotations and what is exported."""
    cite: Literal["zh", "en", "markdown", "footnote"] = "zh"
    """How a quotation is copied: cited in Chinese or English, or as Markdown, with the citation below or in a note."""
    show: Sequence[str] | None = None
    """What is seen beside and among the text before one chooses otherwise; None leaves it to the app."""
    keys: Mapping[str, str] = _NONE
    """Keys that the user gives to commands, by the command's name: "reader.tag" to "T,ctrl+g"."""
    kinds: Mapping[str, Any] = _NONE
    """By the name of a kind of annotation, its label, colour and key as far as they are to be otherwise; False for one
    that is not wanted."""
    problems: tuple[str, ...] = ()
    """A sentence in Chinese for each thing in the file that was not understood and not used."""


def read_config(path: Path | None = None) -> Config:
    """The settings in a file, else in the user's own; never fails, see `Config.problems`."""
    path = path or config_file()
    try:
        data = read_if_there(path)
    except StoreUnavailable as problem:
        return Config(problems=(str(problem),))
    return _parsed(path, data) if data else Config()


def _parsed(path: Path, data: bytes) -> Config:
    import tomllib

    try:
        given = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Config(problems=(f"{path} 不合 TOML 格式（{error}），设置均用默认值。请修正该文件。",))
    return _checked(path, given)


class _Rule(NamedTuple):
    is_right: Callable[[Any], bool]
    allowed: str


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_whole_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_one_or_two(value: object) -> bool:
    return _is_whole_number(value) and value in (1, 2)


_AUTO = "auto"


def _is_table_of_names(value: object) -> bool:
    return isinstance(value, dict) and all(_is_name(each) or _is_table_of_names(each) for each in value.values())


COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "violet", "grey")
"""What the colour of a tag or a kind may be; each theme has its own shade of them."""
_OF_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "label": _is_name,
    "colour": lambda value: value in COLOURS,
    "key": lambda value: isinstance(value, str) and len(value) <= 1,
}


def _is_table_of_kinds(value: object) -> bool:
    return isinstance(value, dict) and all(each is False or _is_kind(each) for each in value.values())


def _is_kind(value: object) -> bool:
    return isinstance(value, dict) and all(name in _OF_KINDS and _OF_KINDS[name](each) for name, each in value.items())


_RULES: Mapping[str, _Rule] = {
    "language": _Rule(lambda value: value in ("zh", "en"), '"zh" 或 "en"'),
    "theme": _Rule(_is_name, "主题的名称"),
    "ambiguous_width": _Rule(
        lambda value: value == _AUTO or _is_one_or_two(value), f'1 或 2，或 "{_AUTO}"（询问终端）'
    ),
    "measure": _Rule(
        lambda value: _is_whole_number(value) and NARROWEST <= value <= WIDEST,
        f"{NARROWEST} 至 {WIDEST} 的整数",
    ),
    "line_spacing": _Rule(_is_one_or_two, "1 或 2"),
    "justify": _Rule(lambda value: isinstance(value, bool), "true 或 false"),
    "hanging_marks": _Rule(lambda value: isinstance(value, bool), "true 或 false"),
    "start": _Rule(lambda value: value in ("library", "continue"), '"library" 或 "continue"'),
    "author": _Rule(_is_name, "姓名"),
    "cite": _Rule(lambda value: value in CITED, "、".join(f'"{form}"' for form in CITED)),
    "show": _Rule(
        lambda value: isinstance(value, list) and all(name in SHOWN for name in value),
        f"由下列名称组成的列表：{'、'.join(SHOWN)}",
    ),
    "kinds": _Rule(
        _is_table_of_kinds,
        "标注种类的表，每种可有 label、colour、key，不用者写 false",
    ),
    "keys": _Rule(_is_table_of_names, '命令名与按键的表，如 "reader.tag" = "T,ctrl+g"'),
}


def _checked(path: Path, given: Mapping[str, Any]) -> Config:
    problems = tuple(_problem(path, name) for name, value in given.items() if not _is_allowed(name, value))
    right = {name: value for name, value in given.items() if _is_allowed(name, value)}
    if right.get("ambiguous_width") == _AUTO:
        del right["ambiguous_width"]
    if "keys" in right:
        right["keys"] = dict(_flat(right["keys"]))
    return Config(**right, ask_width="ambiguous_width" not in right, problems=problems)


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """The names of a table with dots between them: TOML reads an unquoted `reader.tag` as a table in a table."""
    for name, value in table.items():
        if isinstance(value, str):
            yield before + name, value
        else:
            yield from _flat(value, f"{before}{name}.")


def _is_allowed(name: str, value: object) -> bool:
    return name in _RULES and _RULES[name].is_right(value)


def _problem(path: Path, name: str) -> str:
    if name not in _RULES:
        return f"{path} 中没有名为 {name} 的设置，已略过。可用的设置：{'、'.join(_RULES)}。"
    return f"{path} 中的 {name} 应为{_RULES[name].allowed}，现用默认值。"
