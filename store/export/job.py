"""One export from beginning to end: what is wanted, how it is shown, where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from store.annotations.shelf import Shelf
from store.export.forms import SHOWN, FileForm, content_of, write_whole
from store.export.gather import EVERYTHING, Wanted, gather
from store.export.markdown import PLAIN, Style
from store.export.sections import Section
from store.export.templates import shows_conflicts
from store.export.writing import Written, is_foreign, write_folder, write_markdown
from store.files import read_if_there
from store.library.library import Library
from store.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done."""

    path: Path
    form: FileForm = "md"
    wanted: Wanted = EVERYTHING
    style: Style = PLAIN
    to_folder: bool = False
    """The path is a folder, in which each document has its file; of Markdown alone."""
    front_matter: bool = False
    """Whether tags go into front matter too."""
    asks: bool = False
    """Whether to stop where other text stands, so that the user can be asked."""


class Done(NamedTuple):
    """What was done."""

    annotations: int
    """How many were wanted; where it is 0 nothing was written."""
    written: tuple[Written, ...] = ()
    """Markdown files that were brought up to date."""
    met_other: bool = False
    """Other text stands in the file: Markdown goes after it, other forms take its place. If the job asks, not yet."""
    contested: bool = False
    """Conflicts were wanted, and there are none."""


def run(library: Library, shelf: Shelf, job: Job, progress: Progress = silent) -> Done:
    """Do it.

    Raises:
        StoreUnavailable: annotations can't be read, or the file can't be written or is not to be written over.
        TemplateFault: the template is missing or wrong.
        Cancelled: `progress` said so; of a folder the files before are written, a single file is as it was.
    """
    wanted = wanted_of(job.wanted, job.form, job.style)
    sections = gather(library, shelf, wanted, progress)
    count = sum(len(section.annotations) for section in sections)
    if not count:
        return Done(0, contested=wanted.contested)
    met_other = not job.to_folder and _meets_other(sections, job)
    if met_other and job.asks:
        return Done(count, (), met_other)
    return Done(count, tuple(_write(library, sections, job, progress)), met_other)


def wanted_of(wanted: Wanted, form: FileForm, style: Style) -> Wanted:
    """What is wanted, of a template that shows conflicts only those; raises TemplateFault where there is no such."""
    contested = wanted.contested or (form in SHOWN and shows_conflicts(style.template))
    return replace(wanted, contested=contested)


def _write(library: Library, sections: Sequence[Section], job: Job, progress: Progress) -> list[Written]:
    if job.to_folder:
        gone = set() if job.wanted.document else {entry.key for entry in library.known()}
        gone -= {section.key for section in sections}
        fronted = job.front_matter
        return write_folder(job.path, sections, job.style, front_matter=fronted, gone=sorted(gone), progress=progress)
    if job.form == "md":
        return [write_markdown(job.path, sections, job.style, front_matter=job.front_matter, progress=progress)]
    write_whole(job.path, sections, job.form, job.style, progress)
    return []


def _meets_other(sections: Sequence[Section], job: Job) -> bool:
    """Whether text stands there that is not ours; a Word file in which somebody worked is refused later."""
    if job.form == "md":
        return is_foreign(job.path)
    held = read_if_there(job.path) if job.form != "docx" else None
    return held is not None and held != content_of(sections, job.form, job.style)
