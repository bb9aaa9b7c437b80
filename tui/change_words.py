"""What changed on a paragraph, in words: which tags came and went, what became of the note."""

from __future__ import annotations

from store.annotations.records import Annotation
from tui.language import _, in_a_row

_BETWEEN = "  "


def change_words(before: Annotation | None, after: Annotation | None, where: str) -> str:
    """A sentence for each thing that became otherwise at a place, none where nothing did.

    Args:
        before: The annotation of the place as it was.
        after: As it is now.
        where: The place as one would cite it.
    """
    return in_a_row(*_of_tags(_tags(before), _tags(after), where), *_of_note(_note(before), _note(after), where))


def _of_tags(before: tuple[str, ...], after: tuple[str, ...], where: str) -> list[str]:
    gone = [tag for tag in before if tag not in after]
    come = [tag for tag in after if tag not in before]
    said = []
    if gone:
        said.append(_("{where}: {tags} taken away.").format(where=where, tags=_named(gone)))
    if come:
        said.append(_("{where}: {tags} given.").format(where=where, tags=_named(come)))
    return said


def _of_note(before: str, after: str, where: str) -> list[str]:
    if before == after:
        return []
    if not before:
        return [_("{where}: note written.").format(where=where)]
    return [(_("{where}: note changed.") if after else _("{where}: note removed.")).format(where=where)]


def _named(tags: list[str]) -> str:
    return _BETWEEN.join(f"# {tag}" for tag in tags)


def _tags(annotation: Annotation | None) -> tuple[str, ...]:
    return annotation.tags if annotation else ()


def _note(annotation: Annotation | None) -> str:
    return annotation.note if annotation else ""
