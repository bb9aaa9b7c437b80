"""What a step changed, in words: which tags came and went, what became of a note, of a kind, of a tag's name."""

from __future__ import annotations

from collections.abc import Callable

from store.annotations.steps import Entry, Step
from tui.language import _, in_a_row, n_

_BETWEEN = "  "


def change_words(step: Step, where: Callable[[Entry], str], kind: Callable[[str], str]) -> str:
    """A sentence for each thing that became otherwise; of many annotations only how many.

    Args:
        step: What was done.
        where: The place of an entry as one would cite it.
        kind: What a kind is called.
    """
    if step.what == "attached" and any(each.is_whole for each in step.entries):
        joined = step.entries[-1].after is None
        return _("The annotation was joined with the one there.") if joined else _("It is to be looked at again.")
    if len(step.entries) == 1:
        entry = step.entries[0]
        return in_a_row(
            *_of_tags(entry, where(entry)),
            *_of_note(entry, where(entry)),
            *_of_kind(entry, where(entry), kind),
            *_of_place(entry, where(entry)),
        )
    if step.entries:
        count = len(step.entries)
        return n_("{count} annotation changed.", "{count} annotations changed.", count).format(count=count)
    names = _named(list(dict.fromkeys(each.name for each in step.tags)))
    return _("What is said of {tags} changed.").format(tags=names) if names else ""


def _of_tags(entry: Entry, where: str) -> list[str]:
    before, after = entry.sides("tags")
    gone = [tag for tag in before if tag not in after]
    come = [tag for tag in after if tag not in before]
    said = []
    if gone:
        said.append(_("{where}: {tags} taken away.").format(where=where, tags=_named(gone)))
    if come:
        said.append(_("{where}: {tags} given.").format(where=where, tags=_named(come)))
    return said


def _of_note(entry: Entry, where: str) -> list[str]:
    before, after = entry.sides("note")
    if before == after:
        return []
    if not before:
        return [_("{where}: note written.").format(where=where)]
    return [(_("{where}: note changed.") if after else _("{where}: note removed.")).format(where=where)]


def _of_kind(entry: Entry, where: str, kind: Callable[[str], str]) -> list[str]:
    before, after = entry.sides("kind")
    said = []
    if before and before != after:
        said.append(_("{where}: {kind} removed.").format(where=where, kind=kind(before)))
    if after and before != after:
        said.append(_("{where}: {kind}.").format(where=where, kind=kind(after)))
    proposed = entry.sides("proposed")
    if before == after and proposed[0] != proposed[1]:
        said.append(_("{where}: proposed words changed.").format(where=where))
    return said


def _of_place(entry: Entry, where: str) -> list[str]:
    before, after = entry.sides("place")
    if entry.is_whole or "selectors" not in (entry.after or {}):
        return []
    put, back = _("{where}: annotation put there."), _("{where}: the annotation is to be looked at again.")
    return [(put if after or before == after else back).format(where=where)]


def _named(tags: list[str]) -> str:
    return _BETWEEN.join(f"# {tag}" for tag in tags)
