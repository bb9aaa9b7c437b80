"""The verb `export`: annotations out, as a paper, a table, data or a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from store.annotations.kinds import kind_called
from store.annotations.shelf import Shelf
from store.config import read_config
from store.export.arrange import Order
from store.export.forms import SHOWN, FileForm, as_text
from store.export.gather import Wanted, gather
from store.export.job import Job, run, wanted_of
from store.export.markdown import Style
from store.export.sections import Section
from store.library.library import Library
from store.progress import Progress
from tui import printing
from tui.export_words import NO_CONFLICT, kept_words, style_of, written_words
from tui.language import _
from tui.printing import say
from tui.progress_bar import progress_bar
from tui.verbs import DONE, NOTHING, USAGE, held

STDOUT = "-"


def export(
    target: str | None,
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    people: tuple[str, ...],
    shared: bool,
    order: str | None,
    template: str | None,
    form: str,
    file: str,
    front_matter: bool,
) -> int:
    """Write annotations out: of one document or place, of some tags, kinds or people, or all."""
    as_form = cast(FileForm, form)
    to_folder = file.endswith(("/", "\\")) or Path(file).is_dir()
    if wrong := _wrong_usage(as_form, file, to_folder, template, order, front_matter):
        say(wrong)
        return USAGE
    library, shelf = Library(), Shelf.of_user()
    document, place = _wanted_place(library, shelf, target)
    style = style_of(library, read_config(), template, cast("Order | None", order))
    named = frozenset(kind_called(style.kinds, kind) for kind in kinds)
    wanted = wanted_of(Wanted(document, place, frozenset(tags), named, frozenset(people), shared), as_form, style)
    with progress_bar() as progress:
        if file == STDOUT:
            sections = gather(library, shelf, wanted, progress)
            return _print(sections, as_form, style, progress) if sections else _nothing(wanted)
        done = run(library, shelf, Job(Path(file), as_form, wanted, style, to_folder, front_matter), progress)
    if not done.annotations:
        return _nothing(wanted)
    if done.met_other and as_form == "md":
        say(_("{file} held other text; all of it is kept, and the annotations follow it.").format(file=file))
    say(written_words(done.annotations, file))
    for each in done.written:
        for words in kept_words(each):
            say(words)
    return DONE


def _print(sections: list[Section], form: FileForm, style: Style, progress: Progress) -> int:
    printing.put_raw(as_text(sections, form, style, progress))
    return DONE


def _nothing(wanted: Wanted) -> int:
    say(_(NO_CONFLICT) if wanted.contested else _("There are no such annotations."))
    return NOTHING


def _wanted_place(library: Library, shelf: Shelf, target: str | None) -> tuple[str | None, str | None]:
    """The document and place that a target names, also where the library no longer holds it."""
    if target is None or target in shelf.documents():
        return target, None
    found = held(library, target)
    return found.entry.key, found.place


def _wrong_usage(
    form: FileForm, file: str, to_folder: bool, template: str | None, order: str | None, front_matter: bool
) -> str | None:
    """What does not go together, in one sentence."""
    if form not in SHOWN and (template or order):
        return _("{form} is data and has neither template nor order: leave out --template and --by.").format(form=form)
    if form != "md" and front_matter:
        return _("Only Markdown has front matter: leave out --front-matter.")
    if form != "md" and to_folder:
        return _("{file} is a folder, and only Markdown is written a file a document: name a file.").format(file=file)
    if front_matter and file == STDOUT:
        return _("Front matter belongs into a file: name one with -o.")
    if form == "docx" and file == STDOUT:
        return _("A Word file is not printed: name a file with -o.")
    return None
