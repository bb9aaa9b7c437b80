"""The verb that looks over everything a user has: `check`."""

from __future__ import annotations

from typing import Any

from store.annotations.shelf import Shelf
from store.config import read_config
from store.library.library import Library
from store.paths import config_file
from tui import printing
from tui.astray_report import astray_report, put_astray
from tui.language import _
from tui.printing import put, put_json
from tui.refusals import refusal_words
from tui.reports import corrections_problems, put_reports, report
from tui.settings import wrong_settings
from tui.verbs import DONE, UNREADABLE, held


def check(
    target: str | None,
    as_json: bool,
    corrections: bool = False,
    citations: bool = False,
    store: bool = False,
    yes: bool = False,
) -> int:
    """Print what a careful reader would want to check, and how the store stands; or look at one of the two closely."""
    if store:
        from tui.soundness import check_store

        return check_store(as_json, yes)
    if citations:
        from tui.verdicts import check_citations

        return check_citations(target, as_json)
    library = Library()
    entries = library.entries() if target is None else (held(library, target).entry,)
    reports = [report(library, entry) for entry in entries]
    state = _store(library)
    lost = astray_report(library, entries[0].key if target is not None else None)
    if as_json:
        put_json({"store": state, "documents": reports, "annotations": lost})
    else:
        put_reports(reports, corrections=corrections)
        put_astray(lost)
        _put_store(state)
    unsound = state["problems"] or any(report["problem"] for report in reports)
    return UNREADABLE if unsound else DONE


def _store(library: Library) -> dict[str, Any]:
    state, shelf = library.state(), Shelf.of_user()
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
