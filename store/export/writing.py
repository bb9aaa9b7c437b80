"""Exports on disk: a Markdown file is brought up to date where it stands, other forms are written as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from store.annotations.names import SUFFIX, file_name
from store.errors import StoreUnavailable
from store.export.front_matter import with_tags
from store.export.markdown import Style, regions_of
from store.export.regions import Region, Updated, holds_regions, updated
from store.export.sections import Section
from store.files import read_if_there, write_atomically
from store.progress import Progress, silent

_MARK = "\ufeff"
"""What some editors put before the text."""


class Written(NamedTuple):
    """A file that was brought up to date."""

    path: Path
    updated: Updated
    tags_kept: bool = False
    """The tags of its front matter are the user's and not those that were wanted."""


def write_markdown(
    path: Path,
    sections: Sequence[Section],
    style: Style,
    *,
    front_matter: bool = False,
    progress: Progress = silent,
) -> Written:
    """Write annotations to a Markdown file; what the user wrote there stays.

    Raises:
        TemplateFault: the template is missing or wrong.
        StoreUnavailable: the file can't be read or written, or is no text; it is as it was.
    """
    tags = sorted({tag for section in sections for each in section.annotations for tag in each.tags})
    return _update(path, regions_of(sections, style, progress), tags if front_matter else None)


def write_folder(
    folder: Path,
    sections: Sequence[Section],
    style: Style,
    *,
    front_matter: bool = False,
    gone: Iterable[str] = (),
    progress: Progress = silent,
) -> list[Written]:
    """Write a Markdown file for each document.

    Args:
        folder: Is created where it is not there.
        sections: What is exported, by document.
        style: How it is shown.
        front_matter: Whether each file bears its tags for Obsidian.
        gone: Keys of documents of which nothing is exported: what stands of them in a file there goes.
        progress: Is told how far it is.

    Raises:
        TemplateFault, StoreUnavailable: as for one file; the files before it are written.
        Cancelled: `progress` said so.
    """
    found = []
    for turn, section in enumerate(sections):
        progress("documents", turn, len(sections))
        path = folder / markdown_name(section.key)
        found.append(write_markdown(path, [section], style, front_matter=front_matter))
    for path in (folder / markdown_name(key) for key in gone):
        if path.is_file() and not is_foreign(path):
            found.append(_update(path, [], [] if front_matter else None))
    return found


def markdown_name(key: str) -> str:
    """The name of a document's file: `A_C.3_80_L.4.md`."""
    return file_name(key).removesuffix(SUFFIX) + ".md"


def is_foreign(path: Path) -> bool:
    """Whether a file is there that holds nothing of an export: all of it is the user's."""
    try:
        data = read_if_there(path) or b""
    except StoreUnavailable:
        return True
    return bool(data) and not holds_regions(data.decode("utf-8", "replace"))


def _update(path: Path, regions: Sequence[Region], tags: Sequence[str] | None) -> Written:
    data = read_if_there(path) or b""
    try:
        present = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StoreUnavailable(f"{path} 不是 UTF-8 编码的文本，没有改动：请另选一个文件名。") from error
    mark = _MARK if present.startswith(_MARK) else ""
    result = updated(present.removeprefix(_MARK), regions)
    kept = False
    if tags is not None:
        line_end = "\r\n" if "\r\n" in result.text else "\n"
        text, kept = with_tags(result.text.replace("\r\n", "\n"), tags)
        result = replace(result, text=text.replace("\n", line_end))
    written = (mark + result.text).encode("utf-8", "backslashreplace")
    if written != data:
        write_atomically(path, written)
    return Written(path, result, kept)
