"""New files read in a process of their own, so that nobody who works with the library is kept waiting.

Python runs one thread at a time: beside a thread that reads hundreds of files, no key would be answered in time.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import store


def start(home: Path) -> subprocess.Popen[bytes] | None:
    """Begin to read all new files of the library in a folder into its index; None when that is impossible here."""
    places = [str(Path(store.__file__).parent.parent), os.environ.get("PYTHONPATH")]
    environment = os.environ | {"JUEYI_HOME": str(home), "PYTHONPATH": os.pathsep.join(filter(None, places))}
    nowhere = subprocess.DEVNULL
    command = [sys.executable, "-m", __name__]
    try:
        return subprocess.Popen(command, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere)
    except OSError:
        return None


def main() -> None:
    """Read them."""
    from store.library.library import Library

    Library().entries()


if __name__ == "__main__":
    main()
