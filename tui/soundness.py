"""`check --store`: the files of annotations, looked at one by one, and mended with the user's consent."""

from __future__ import annotations

import sys

from store.annotations.inspection import Fault, Inspection, inspect, mend
from store.errors import JueyiError
from store.paths import annotations_folder
from tui.language import _, n_
from tui.printing import put, put_json, say
from tui.refusals import refusal_words
from tui.streams import is_terminal

SOUND, UNSOUND = 0, 3


def check_store(as_json: bool, yes: bool) -> int:
    """Print what is wrong with the files of annotations, and mend it where the user agrees.

    Returns 0 when nothing is wrong, or nothing is left; 3 when something is.
    """
    folder = annotations_folder()
    found = inspect(folder)
    if as_json and not yes:
        put_json(found.to_record())
        return UNSOUND if found.faults else SOUND
    if not as_json:
        _put(found)
    mendable = [fault for fault in found.faults if fault.mend]
    if mendable and (yes or _agreed(len(mendable))):
        for fault in mendable:
            _mend(fault)
        found = inspect(folder)
    if as_json:
        put_json(found.to_record())
    return UNSOUND if found.faults else SOUND


def _put(found: Inspection) -> None:
    files = n_("{count} file", "{count} files", found.files).format(count=found.files)
    notes = n_("{count} annotation", "{count} annotations", found.annotations).format(count=found.annotations)
    kept = n_("{count} earlier state", "{count} earlier states", found.backups).format(count=found.backups)
    put(" · ".join((files, notes, kept)))
    for fault in found.faults:
        put(("! " if fault.mend is None else "* ") + refusal_words(fault.sentence))
    if not found.faults:
        put(_("All files of annotations are sound."))


def _agreed(count: int) -> bool:
    """Whether the user wants it mended; where nobody can be asked, no."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        say(_("Nothing was changed: --yes mends what is marked with *."))
        return False
    import click

    question = n_("Mend {count} fault? Nothing is thrown away.", "Mend {count} faults? Nothing is thrown away.", count)
    return click.confirm(question.format(count=count), err=True)


def _mend(fault: Fault) -> None:
    try:
        say(refusal_words(mend(annotations_folder(), fault)))
    except JueyiError as error:
        say(refusal_words(str(error)))
