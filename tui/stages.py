"""What is being done while one waits, in words."""

from __future__ import annotations

from tui.language import N_, _

_WORDS = {
    "file": N_("opening the file"),
    "lines": N_("reading its lines"),
    "notes": N_("finding footnotes"),
    "paragraphs": N_("putting paragraphs together"),
    "citations": N_("finding citations"),
    "files": N_("adding files"),
    "documents": N_("going through annotated documents"),
    "annotations": N_("writing annotations"),
}


def stage_words(stage: str) -> str:
    """What a stage does; those of one kind of file open it."""
    return _(_WORDS.get(stage, _WORDS["file"]))
