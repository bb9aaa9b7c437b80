"""The two verbs that look over everything a user has: `check` and `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from store.annotations.shelf import Shelf
from store.config import read_config
from store.export.sections import Section
from store.files import write_atomically
from store.library.library import Library
from store.paths import annotations_folder, config_file
from tui import printing
from tui.astray_report import astray_report, put_astray
from tui.language import _, n_
from tui.printing import put, put_json, say
from tui.refusals import refusal_words
from tui.reports import corrections_problems, put_reports, report
from tui.settings import wrong_settings
from tui.verbs import DONE, NOTHING, UNREADABLE, held

FORMATS = ("md", "json", "csv")


def check(target: str | None, as_json: bool, corrections: bool = False, citations: bool = False) -> int:
    """Print what a careful reader would want to check, and how the store stands; or what becomes of its citations."""
    if citations:
        from tui.verdicts import check_citations

        return check_citations(target, as_json)
    library = Library()
    entries = library.entries() if target is None else (held(library, target).entry,)
    reports = [report(library, entry) for entry in entries]
    store = _store(library)
    lost = astray_report(library, entries[0].key if target is not None else None)
    if as_json:
        put_json({"store": store, "documents": reports, "annotations": lost})
    else:
        put_reports(reports, corrections=corrections)
        put_astray(lost)
        _put_store(store)
    unsound = store["problems"] or any(report["problem"] for report in reports)
    return UNREADABLE if unsound else DONE


def export(target: str | None, tags: tuple[str, ...], file: str, form: str) -> int:
    """Write annotations out: of one document or place, of some tags, or all."""
    library, shelf = Library(), Shelf(annotations_folder())
    places = _annotated(library, shelf, target)
    sections = [_section(library, shelf, key, place, frozenset(tags)) for key, place in places.items()]
    sections = [section for section in sections if section.annotations]
    if not sections:
        say(_("There are no such annotations."))
        return NOTHING
    text = _formatted(sections, form)
    if file == "-":
        printing.put_raw(text)
        return DONE
    # Spreadsheets take a file without this mark for one in an old national encoding.
    write_atomically(Path(file), text.encode("utf-8-sig" if form == "csv" else "utf-8"))
    count = sum(len(section.annotations) for section in sections)
    written = n_("{count} annotation written to {file}.", "{count} annotations written to {file}.", count)
    say(written.format(count=count, file=file))
    return DONE


def _formatted(sections: list[Section], form: str) -> str:
    from store.export import data, markdown

    return {"md": markdown.to_markdown, "json": data.to_json, "csv": data.to_csv}[form](sections)


def _annotated(library: Library, shelf: Shelf, target: str | None) -> dict[str, str | None]:
    """Keys of what to export, each with the one place wanted of it: the library's in its order, then the lost."""
    annotated = shelf.documents()
    if target is None:
        keys = [entry.key for entry in library.entries() if entry.key in annotated]
        return dict.fromkeys([*keys, *annotated])
    if target in annotated:
        return {target: None}
    found = held(library, target)
    return {found.entry.key: found.place}


def _section(library: Library, shelf: Shelf, key: str, place: str | None, tags: frozenset[str]) -> Section:
    chosen = tuple(
        annotation
        for annotation in shelf.of(key)
        if (place is None or annotation.place == place) and tags <= set(annotation.tags)
    )
    entry = library.entry(key)
    document = library.document(key) if entry and not entry.problem else None
    return Section(key, document, chosen)


def _store(library: Library) -> dict[str, Any]:
    state, shelf = library.state(), Shelf(annotations_folder())
    counts = shelf.counts()
    return {
        "home": str(state.home),
        "index": str(state.cache) if state.cache else None,
        "index_size": state.size,
        "documents": len(library.known()),
        "added": sum(not entry.bundled for entry in library.known()),
        "annotations": sum(counts.values()),
        "annotated_documents": len(counts),
        "config": str(config_file()) if config_file().is_file() else None,
        "problems": [
            *filter(None, [state.problem]),
            *shelf.problems(),
            *corrections_problems(library),
            *read_config().problems,
            *_wrong_settings(),
        ],
    }


def _wrong_settings() -> tuple[str, ...]:
    """What the settings name that only the app knows: keys and themes."""
    return wrong_settings(read_config())


def _put_store(store: dict[str, Any]) -> None:
    index = store["index"] or _("in memory, because it can't be written")
    rows = [
        (_("home"), store["home"]),
        (_("index"), f"{index} ({store['index_size'] / 1e6:.1f} MB)"),
        (_("library"), _("{documents} documents, {added} added").format(**store)),
        (_("annotations"), _("{annotations} in {annotated_documents} documents").format(**store)),
        (_("settings"), store["config"] or _("none")),
    ]
    put("")
    for line in printing.table(rows):
        put(line)
    for problem in store["problems"]:
        put(refusal_words(problem))
