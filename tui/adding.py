"""The verb `add`: files, folders and patterns into the library, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from store.errors import JueyiError
from store.library.library import Library
from tui.language import _, n_
from tui.printing import put, put_json, say
from tui.progress_bar import progress_bar
from tui.refusals import refusal_words
from tui.verbs import DONE, UNREADABLE

if TYPE_CHECKING:
    from store.library.adding import Outcome
    from store.library.entry import Entry
    from store.library.gather import Gathered

INTERRUPTED = 130


def add(files: tuple[str, ...], symbol: str | None, as_json: bool) -> int:
    """Copy files into the library; annotations made under another key follow a symbol that is given."""
    from store.library.adding import Adding
    from store.library.gather import gather

    library, found = Library(), gather(files)
    before = {entry.digest: entry.key for entry in library.entries()} if symbol else {}
    adding = Adding(library, symbol)
    trouble: JueyiError | None = None
    interrupted = False
    try:
        with progress_bar() as progress:
            adding.run(found.files, progress)
    except KeyboardInterrupt:
        interrupted = True
    except JueyiError as error:
        trouble = error
    outcomes = adding.outcomes()
    for outcome in outcomes if symbol else ():
        if outcome.entry:
            carry_annotations(library, outcome.entry, before.get(outcome.entry.digest, outcome.entry.own_key))
    _report(outcomes, found, before, interrupted=interrupted, as_json=as_json)
    if trouble:
        raise trouble
    if interrupted:
        return INTERRUPTED
    unreadable = found.missing or any(outcome.kind == "unreadable" for outcome in outcomes)
    return UNREADABLE if unreadable else DONE


def summary_words(outcomes: Sequence[Outcome], skipped: int) -> str:
    """How many files met which fate, in one line."""
    count = {kind: sum(outcome.kind == kind for outcome in outcomes) for kind in _KINDS}
    parts = [
        n_("{count} document added", "{count} documents added", count["added"]).format(count=count["added"]),
        n_("{count} new version", "{count} new versions", count["revised"]).format(count=count["revised"]),
        n_("{count} there already", "{count} there already", count["unchanged"]).format(count=count["unchanged"]),
        n_("{count} unreadable", "{count} unreadable", count["unreadable"]).format(count=count["unreadable"]),
        n_("{count} file skipped", "{count} files skipped", skipped).format(count=skipped),
    ]
    counts = [*count.values(), skipped]
    return _(", ").join(part for part, number in zip(parts, counts, strict=True) if number or part is parts[0]) + _(".")


def outcome_words(outcome: Outcome) -> str | None:
    """What there is to say of one file beside its key."""
    if outcome.entry is None:
        return refusal_words(outcome.reason or "")
    if outcome.kind == "revised":
        words = _("{key} is a new version of {old}; both are in the library.")
        return words.format(key=outcome.entry.key, old=outcome.revises)
    return outcome.reason


_KINDS = ("added", "revised", "unchanged", "unreadable")


def _report(
    outcomes: Sequence[Outcome], found: Gathered, before: Mapping[str, str], *, interrupted: bool, as_json: bool
) -> None:
    if as_json:
        put_json(_public(outcomes, found, interrupted=interrupted))
    else:
        for outcome in outcomes:
            if outcome.entry:
                put(outcome.entry.key)
    for outcome in outcomes:
        if words := outcome_words(outcome):
            say(words)
    for pattern in found.missing:
        say(_("No file fits {pattern}.").format(pattern=pattern))
    if interrupted:
        say(
            _("Interrupted after {done} of {all} files; what was added is kept.").format(
                done=len(outcomes), all=len(found.files)
            )
        )
    if len(outcomes) == 1 and outcomes[0].kind == "unchanged" and outcomes[0].entry and not found.skipped:
        say(_already_words(outcomes[0].entry, before))
    elif len(outcomes) != 1 or found.skipped:
        say(summary_words(outcomes, found.skipped))


def _already_words(entry: Entry, before: Mapping[str, str]) -> str:
    """That a document was there; `before` holds the keys, by the digests, that a given symbol may have changed."""
    old = before.get(entry.digest, entry.key)
    if old == entry.key:
        return _("{key} is in the library already.").format(key=entry.key)
    return _("{old} was in the library already; it goes by {key} now.").format(old=old, key=entry.key)


def _public(outcomes: Sequence[Outcome], found: Gathered, *, interrupted: bool) -> dict[str, Any]:
    data: dict[str, Any] = {kind: [] for kind in _KINDS}
    for outcome in outcomes:
        told: dict[str, Any] = {"path": str(outcome.path)}
        if outcome.entry:
            told["key"] = outcome.entry.key
        if outcome.revises:
            told["revises"] = outcome.revises
        if outcome.reason:
            told["reason"] = outcome.reason
        data[outcome.kind].append(told)
    data["unreadable"] += [{"path": pattern, "reason": "没有相符的文件。"} for pattern in found.missing]
    return data | {"skipped": found.skipped, "interrupted": interrupted}


def carry_annotations(library: Library, entry: Entry, before: str) -> None:
    """What was noted and bookmarked in the text before it had its symbol belongs to it still."""
    if before != entry.key and library.entry(before) is None:
        from store.annotations.shelf import Shelf
        from store.bookmarks import Bookmarks

        Shelf.of_user().rename(before, entry.key)
        Bookmarks().rename(before, entry.key)
