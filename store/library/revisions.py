"""With which of the user's corrections the library's documents were read.

Whoever never corrected anything pays nothing: what reads corrections is imported when their folder is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class Revisions:
    """What changes, by digest, whenever a document is to be read with other corrections."""

    def __init__(self, folder: Path) -> None:
        """Name the folder of the corrections; it may not exist."""
        self.folder = folder
        self._seen: Mapping[str, str] = {}

    def look(self) -> Mapping[str, str]:
        """The revisions as they are now; what `changed` compares with from now on."""
        from_disk: Mapping[str, str] = {}
        if self.folder.is_dir():
            from store.corrections.files import Corrections

            from_disk = Corrections(self.folder).revisions()
        self._seen = from_disk
        return from_disk

    def now(self, digest: str) -> str:
        """The revision of one document; empty while nothing of it is corrected."""
        if not self.folder.is_dir():
            return ""
        from store.corrections.files import Corrections

        return Corrections(self.folder).revision(digest)

    def changed(self, digest: str) -> bool:
        """Whether a document was corrected, here or in another window, since the last look."""
        return self.now(digest) != self._seen.get(digest, "")
