"""The verb `import`: annotations in, with what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.config import read_config
from store.errors import JueyiError
from store.export.intake import Report, take_in
from store.export.merging import Intake
from store.export.parcel import unpack
from store.library.library import Library
from store.progress import Progress
from tui.language import _, n_
from tui.lost_words import lost_words
from tui.printing import put, put_json, say
from tui.progress_bar import progress_bar
from tui.refusals import refusal_words
from tui.verbs import DONE, NOTHING, UNREADABLE

INTERRUPTED = 130
_QUOTED = 40
"""Characters of an orphan's quotation that are printed."""


def import_annotations(paths: tuple[str, ...], origin: str | None, merge: bool, as_json: bool) -> int:
    """Take annotations in from files and folders."""
    reports, refused = [], []
    intake = Intake(read_config().author or "", origin or "", merge)
    library, shelf = Library(), Shelf.of_user()
    try:
        with progress_bar() as progress:
            for path in paths:
                try:
                    reports.append(take_file(library, shelf, Path(path), intake, progress))
                except JueyiError as error:
                    refused.append(refusal_words(str(error)))
    except KeyboardInterrupt:
        say(_("Interrupted: what was taken in is kept, and importing again goes on."))
        return INTERRUPTED
    if as_json:
        put_json({"imports": [_public(each) for each in reports], "refused": refused})
    else:
        for report in reports:
            _put(report)
    for words in refused:
        say(words)
    if refused or any(report.problems for report in reports):
        return UNREADABLE
    return DONE if any(report.fates for report in reports) else NOTHING


def take_file(library: Library, shelf: Shelf, path: Path, intake: Intake, progress: Progress) -> Report:
    """Take one file or folder in.

    Raises:
        JueyiError: it can't be read or holds no annotations, or the shelf can't be written.
        Cancelled: `progress` said so.
    """
    return take_in(library, shelf, unpack(path), intake, progress)


def report_words(report: Report) -> str:
    """How many annotations met which fate and how they stand, in one line."""
    fates, orphans = report.fates, len(report.orphans)
    parts = [
        n_("{count} annotation added", "{count} annotations added", fates["added"]).format(count=fates["added"]),
        n_("{count} joined with yours", "{count} joined with yours", fates["joined"]).format(count=fates["joined"]),
        n_("{count} changed", "{count} changed", fates["changed"]).format(count=fates["changed"]),
        n_("{count} known already", "{count} known already", fates["unchanged"]).format(count=fates["unchanged"]),
        n_("{count} in place", "{count} in place", report.placed).format(count=report.placed),
        n_("{count} of them moved", "{count} of them moved", report.moved).format(count=report.moved),
        n_("{count} orphan", "{count} orphans", orphans).format(count=orphans),
    ]
    counts = [*(fates[fate] for fate in ("added", "joined", "changed", "unchanged"))]
    counts += [report.placed, report.moved, orphans]
    return _(", ").join(part for part, count in zip(parts, counts, strict=True) if count or part is parts[0]) + _(".")


def remarks(report: Report) -> Iterator[str]:
    """What the user should know besides."""
    if report.conceded:
        conceded = n_(
            "{count} note differed from yours: the later one counts, the other is kept as a conflict.",
            "{count} notes differed from yours: the later ones count, the others are kept as conflicts.",
            report.conceded,
        )
        yield conceded.format(count=report.conceded)
    if report.nameless:
        nameless = n_(
            "{count} annotation bore no name and was taken for your own: `jueyi import --from NAME` keeps it apart.",
            "{count} annotations bore no name and were taken for your own: "
            "`jueyi import --from NAME` keeps them apart.",
            report.nameless,
        )
        yield nameless.format(count=report.nameless)
    if report.shared:
        shared = n_(
            "{count} place was marked by you and by others: `jueyi export --shared` shows it side by side.",
            "{count} places were marked by you and by others: `jueyi export --shared` shows them side by side.",
            len(report.shared),
        )
        yield shared.format(count=len(report.shared))
    yield from map(refusal_words, report.problems)


def _put(report: Report) -> None:
    for annotation, reason in report.orphans:
        put(
            _("orphan  {where}  {reason}  {quote}").format(
                where=_where(annotation), reason=lost_words(reason), quote=" ".join(annotation.quote.split())[:_QUOTED]
            )
        )
    for document, place, people in report.shared:
        names = _(", ").join(each or _("you") for each in people)
        put(_("shared  {where}  {people}").format(where=f"{document}#{place}", people=names))
    say(report_words(report))
    for words in remarks(report):
        say(words)


def _where(annotation: Annotation) -> str:
    return f"{annotation.document}#{annotation.place}" if annotation.place else annotation.document


def _public(report: Report) -> dict[str, Any]:
    return {
        **{fate: report.fates[fate] for fate in ("added", "joined", "changed", "unchanged")},
        "placed": report.placed,
        "moved": report.moved,
        "orphans": [
            {"id": each.id, "document": each.document, "place": each.place, "quote": each.quote, "reason": reason}
            for each, reason in report.orphans
        ],
        "conflicts": report.conceded,
        "nameless": report.nameless,
        "shared": [{"document": key, "place": place, "people": list(who)} for key, place, who in report.shared],
        "problems": report.problems,
    }
