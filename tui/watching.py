"""`add --watch`: what is saved in folders comes into the library by itself, until Ctrl+C."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.files import shown_name
from store.library.library import Library
from tui.adding import outcome_words
from tui.language import _, n_
from tui.printing import put, say
from tui.verbs import DONE, UNREADABLE

if TYPE_CHECKING:
    from store.library.adding import Outcome

_TURN = 1.0
"""Seconds between two looks at a folder."""
_COST = 20
"""How many times as long as a look takes one rests at least: large folders are looked at less often."""


def watch(folders: tuple[str, ...]) -> int:
    """Take in what arrives, and say so in a line each."""
    for folder in folders:
        if not os.path.isdir(folder):
            say(_("{folder} is no folder: --watch looks after folders.").format(folder=folder))
            return UNREADABLE
        if not os.access(folder, os.R_OK | os.X_OK):
            say(_("The folder {folder} can't be read: check its permissions.").format(folder=folder))
            return UNREADABLE
    say(_("Watching {folders}. Ctrl+C ends it.").format(folders=_(", ").join(folders)))
    library, taken = Library(), Counter[str]()
    try:
        for paths in _arriving(folders):
            _take(library, paths, taken)
    except KeyboardInterrupt:
        came = taken["added"] + taken["revised"]
        say(n_("Ended: {count} document came in.", "Ended: {count} documents came in.", came).format(count=came))
    return DONE


def _arriving(folders: Sequence[str]) -> Iterator[list[Path]]:
    """What is whole since the last look, look after look."""
    from store.library.watch import Arrivals

    arrivals = [Arrivals(Path(folder)) for folder in folders]
    while True:
        started = time.monotonic()
        whole = [path for each in arrivals for path in each.look()]
        spent = time.monotonic() - started
        if whole:
            yield whole
        time.sleep(max(_TURN, _COST * spent))


def _take(library: Library, paths: Sequence[Path], taken: Counter[str]) -> None:
    """Take files in, and count what became of them; what came in before an interruption is said all the same."""
    from store.library.adding import Adding

    adding = Adding(library)
    try:
        adding.run(paths)
    finally:
        outcomes = adding.outcomes()
        taken.update(outcome.kind for outcome in outcomes)
        for outcome in outcomes:
            _tell(outcome)


def _tell(outcome: Outcome) -> None:
    if outcome.entry is None:
        say(outcome_words(outcome) or "")
    elif outcome.kind == "unchanged":
        say(
            _("{file}: {key} is in the library already.").format(
                file=shown_name(outcome.path.name), key=outcome.entry.key
            )
        )
    else:
        put(outcome.entry.key)
        sys.stdout.flush()
        if words := outcome_words(outcome):
            say(words)
