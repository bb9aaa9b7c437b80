"""What the index holds was read by this very code: the version that says so must see every part of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import store
from store.library.reader import READING

FOLDER = Path(store.__file__).parent


def test_each_part_names_files_that_are_there() -> None:
    """A module that became a package once fell out unseen, and a mended table left the old reading in the index."""
    assert [part for part in READING if not any(FOLDER.glob(part))] == []


@pytest.mark.parametrize("package", ["citations", "bodies", "instruments"])
def test_what_citations_are_read_with_is_counted(package: str) -> None:
    counted = {path for part in READING for path in FOLDER.glob(part)}
    assert [path for path in (FOLDER / package).rglob("*.py") if path not in counted] == []
    needed = {module for path in (FOLDER / package).rglob("*.py") for module in _modules(path)}
    assert {module.name for module in needed - counted} <= {"progress.py"}


def _modules(path: Path) -> Iterator[Path]:
    """The modules right below the package that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("store."):
            module = FOLDER.joinpath(*(node.module or "").split(".")[1:]).with_suffix(".py")
            if module.is_file():
                yield module
