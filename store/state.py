"""What the app remembers from one day to the next: places of reading, and settings changed inside the app.

Nothing here is dear: a broken file is set aside and forgotten, and of two windows that write at the same
moment the later one wins. Annotations live elsewhere.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from store.errors import StoreUnavailable
from store.files import read_if_there, unavailable, write_atomically
from store.paths import state_file

REMEMBERED = 500
"""Documents whose last place is kept; the longest unread is forgotten first."""


class State:
    """The state on disk, read anew at each question, so that windows see each other's changes.

    Reading never fails. Writing raises StoreUnavailable when the disk refuses.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Use this file, else the user's; nothing is created before something is remembered."""
        self._path = path or state_file()

    def load(self) -> dict[str, Any]:
        """All of it; empty when there is no file or it can't be read."""
        return self._read() or {}

    def last_place(self, document: str) -> str | None:
        """Id of the block where the reader last stood in a document."""
        return self._places().get(document)

    def remember_place(self, document: str, place: str) -> None:
        """Keep where the reader stands; the document becomes the last one."""
        places = self._places()
        if next(reversed(places.items()), None) == (document, place):
            return
        places.pop(document, None)
        places[document] = place
        kept = dict(list(places.items())[-REMEMBERED:])
        times = {**self._times(), document: datetime.now().astimezone().isoformat(timespec="seconds")}
        self._change(places=kept, read={key: time for key, time in times.items() if key in kept})

    @property
    def last_document(self) -> str | None:
        """Key of the document read last."""
        return next(iter(self.recent), None)

    @property
    def recent(self) -> tuple[str, ...]:
        """Keys of the documents read, the last one first."""
        return tuple(reversed(self._places()))

    def last_read(self, document: str) -> datetime | None:
        """When the reader was last in a document, in local time; None where that was not kept."""
        try:
            return datetime.fromisoformat(self._times()[document]).astimezone()
        except (KeyError, ValueError, OverflowError, OSError):
            return None

    @property
    def is_new(self) -> bool:
        """Whether the user has neither opened a document yet nor put the welcome away."""
        return not self._places() and self.load().get("welcomed") is not True

    def set_welcomed(self) -> None:
        """The welcome was read and need not be shown again."""
        self._change(welcomed=True)

    @property
    def theme(self) -> str | None:
        """Name of the theme chosen inside the app."""
        theme = self.load().get("theme")
        return theme if isinstance(theme, str) else None

    @property
    def theme_instead_of(self) -> str | None:
        """The theme that the settings asked for when that one was chosen."""
        theme = self.load().get("theme_instead_of")
        return theme if isinstance(theme, str) else None

    def set_theme(self, name: str, instead_of: str | None = None) -> None:
        """Keep the theme chosen inside the app, and what the settings asked for."""
        self._change(theme=name, theme_instead_of=instead_of)

    @property
    def measure(self) -> int | None:
        """Characters of a line as chosen inside the app."""
        measure = self.load().get("measure")
        return measure if isinstance(measure, int) and not isinstance(measure, bool) else None

    def set_measure(self, characters: int) -> None:
        """Keep the measure chosen inside the app."""
        self._change(measure=characters)

    @property
    def justify(self) -> bool | None:
        """Whether lines are justified, as chosen inside the app."""
        justify = self.load().get("justify")
        return justify if isinstance(justify, bool) else None

    def set_justify(self, justify: bool) -> None:
        """Keep whether lines are justified."""
        self._change(justify=justify)

    @property
    def view(self) -> tuple[str, ...] | None:
        """What a reader chose to see beside and among the text; None when nothing was chosen yet."""
        names = self.load().get("view")
        return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else None

    def set_view(self, names: tuple[str, ...]) -> None:
        """Keep what is to be seen."""
        self._change(view=list(names))

    def _places(self) -> dict[str, str]:
        return self._texts("places")

    def _times(self) -> dict[str, str]:
        return self._texts("read")

    def _texts(self, name: str) -> dict[str, str]:
        """Texts by document; what has another form is passed over."""
        texts = self.load().get(name)
        if not isinstance(texts, dict):
            return {}
        return {document: text for document, text in texts.items() if isinstance(text, str)}

    def _read(self) -> dict[str, Any] | None:
        """The file's content; None when it is missing or broken."""
        try:
            content = json.loads(read_if_there(self._path) or b"")
        except (StoreUnavailable, ValueError, RecursionError):
            return None
        return content if isinstance(content, dict) else None

    def _change(self, **values: object) -> None:
        present = self._read()
        if present is None:
            self._set_aside()
        text = json.dumps({**(present or {}), **values}, ensure_ascii=False, indent=2)
        write_atomically(self._path, f"{text}\n".encode("utf-8", "backslashreplace"))

    def _set_aside(self) -> None:
        """Give a broken file another name, in case somebody wants to look at it."""
        try:
            self._path.rename(self._path.with_suffix(".broken"))
        except FileNotFoundError:
            return
        except OSError as error:
            raise unavailable("无法写入", self._path, error) from error
