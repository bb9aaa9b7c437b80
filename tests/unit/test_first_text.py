"""What is loaded before the first text of a document stands on the screen: all of it delays that."""

from __future__ import annotations

import subprocess
import sys

LATER = (
    *("jieba", "opencc", "pypinyin", "tinydb", "filelock", "click", "docx", "pypdfium2"),
    *("store.annotations.shelf", "store.annotations.finding_again", "store.bookmarks", "store.drafts", "store.session"),
    *("store.bodies", "store.symbols", "store.places", "store.library.families", "store.library.english"),
    *("store.compare", "store.export", "store.listing", "store.reading.pipeline", "store.search"),
    *("tui.cli", "tui.clipboard", "tui.finding", "tui.marking", "tui.quoting", "tui.screens.card", "tui.screens.panel"),
    *("tui.screens.library", "tui.widgets.floating", "tui.widgets.hint_line", "tui.widgets.outline"),
    "tui.widgets.rows",
)
"""What only keys, panels, annotations, commands or new files need."""


def test_the_screen_of_a_document_loads_nothing_that_its_first_text_does_not_need() -> None:
    code = (
        "import sys; import tui.app, tui.launching, tui.meaning, tui.screens.reader, store.library.packed;"
        f"early = set({LATER}) & set(sys.modules);"
        "sys.exit(f'loaded: {sorted(early)}' if early else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
