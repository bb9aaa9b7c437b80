"""What is said where a target was meant for a file, and there is none that can be opened."""

from __future__ import annotations

import os
from pathlib import Path

from tui.language import _

_ENDS = (".txt", ".md", ".pdf", ".docx", ".doc", ".rtf", ".odt", ".html", ".htm", ".json")
_STARTS = (os.sep, f".{os.sep}", f"..{os.sep}", "~")


def no_file_words(target: str) -> str | None:
    """Why a target is no file, when it reads like the name of one or names a folder."""
    if not target.strip():
        return _("An empty name means no document: `jueyi list` prints those of the library.")
    if _is_folder(target):
        words = _("{path} is a folder: name a file in it. `jueyi add` takes in all that lies there.")
        return words.format(path=target)
    path, _place, _named = target.partition("#")
    if path.startswith(_STARTS) or path.lower().endswith(_ENDS):
        return _("There is no file {path}, and no document in the library is called so.").format(path=path)
    return None


def _is_folder(target: str) -> bool:
    try:
        return Path(target).is_dir()
    except (OSError, ValueError):  # too long, or with a zero byte
        return False
