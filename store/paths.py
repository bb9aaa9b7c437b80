"""Where things live. Every path is a function: nothing is created or looked at when this is imported."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The user's folder: `JUEYI_HOME`, else the platform's place for user data. It may not exist yet."""
    named = os.environ.get("JUEYI_HOME")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("jueyi", appauthor=False)


def library_folder() -> Path:
    """Where files that the user added are kept."""
    return home() / "library"


def index_file() -> Path:
    """The SQLite cache of everything read; it can be thrown away."""
    return home() / "index.sqlite"


def cache_folder() -> Path:
    """What can be thrown away and is made again: in `JUEYI_HOME`, else in the platform's place for it."""
    if os.environ.get("JUEYI_HOME"):
        return home() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("jueyi", appauthor=False)


def counts_file() -> Path:
    """How many annotations each file holds, as it was last counted."""
    return cache_folder() / "annotations.json"


def annotations_folder() -> Path:
    """TinyDB files, one a document."""
    return home() / "annotations"


def drafts_folder() -> Path:
    """What is being written and not kept yet."""
    return home() / "drafts"


def corrections_folder() -> Path:
    """What the user corrected, one JSON file a document."""
    return home() / "corrections"


def templates_folder() -> Path:
    """Templates of exports that the user wrote; one of a shipped name takes its place."""
    return home() / "templates"


def config_file() -> Path:
    """The user's settings."""
    return home() / "config.toml"


def state_file() -> Path:
    """Places of reading and the like, kept by the app."""
    return home() / "state.json"


def bookmarks_file() -> Path:
    """The bookmarks that the user set."""
    return home() / "bookmarks.json"


def undo_file() -> Path:
    """The last steps of the user's work on annotations, to be taken back."""
    return home() / "undo.jsonl"


def tags_file() -> Path:
    """What the user said of tags: colours, keys, descriptions."""
    return home() / "tags.json"


def session_file() -> Path:
    """What was open last, and the way there."""
    return home() / "session.json"


def seeds_folder() -> Path:
    """The bundled documents, read where they are installed and never written."""
    import seeds

    return Path(next(iter(seeds.__path__)))
