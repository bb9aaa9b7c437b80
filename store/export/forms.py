"""The forms in which annotations leave, and each of them as text or bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from store.export.markdown import Style, to_markdown
from store.export.sections import Section
from store.files import read_if_there, write_atomically
from store.progress import Progress, silent

FileForm = Literal["md", "json", "jsonld", "csv", "docx"]
FILE_FORMS: tuple[FileForm, ...] = get_args(FileForm)
SHOWN: tuple[FileForm, ...] = ("md", "docx")
"""Those that templates make; the others are data, always by document."""


def as_text(sections: Sequence[Section], form: FileForm, style: Style, progress: Progress = silent) -> str:
    """Annotations in a form that is text.

    Raises:
        TemplateFault: the template is missing or wrong.
    """
    from store.export import data, jsonld

    match form:
        case "md" | "docx":
            return to_markdown(sections, style, progress)
        case "json":
            return data.to_json(sections, style)
        case "jsonld":
            return jsonld.to_jsonld(each for section in sections for each in section.annotations)
        case "csv":
            return data.to_csv(sections, style)


def content_of(sections: Sequence[Section], form: FileForm, style: Style, progress: Progress = silent) -> bytes:
    """A file of a form.

    Raises:
        TemplateFault: the template is missing or wrong.
    """
    text = as_text(sections, form, style, progress)
    if form == "docx":
        from store.export.docx import to_docx

        return to_docx(text, style.author)
    # Spreadsheets take a file without this mark for one in an old national encoding.
    return text.encode("utf-8-sig" if form == "csv" else "utf-8", "backslashreplace")


def write_whole(
    path: Path, sections: Sequence[Section], form: FileForm, style: Style, progress: Progress = silent
) -> None:
    """Write a file of a form that is not brought up to date in place.

    Raises:
        TemplateFault: the template is missing or wrong.
        StoreUnavailable: it can't be written; or it is a Word file in which somebody worked.
    """
    if form == "docx":
        from store.export.docx import refuse_edited

        refuse_edited(path)
    content = content_of(sections, form, style, progress)
    if read_if_there(path) != content:
        write_atomically(path, content)
