"""How soon the command answers and the first text stands on the screen, beside what a bare program costs.

Run: python bench/start.py [RUNS]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from terminal import JUEYI, median, seconds_until

_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("BARE-TEXT")
Bare().run()
"""
_LARGEST = max((Path(__file__).parent.parent / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)


def whole_process(command: Sequence[str]) -> float:
    """Seconds a command takes from start to end."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def paired(runs: int, ours: Callable[[], float], other: Callable[[], float]) -> tuple[float, float, float]:
    """Medians of both, and of their ratio run by run, so that a machine that slows down slows both."""
    pairs = [(ours(), other()) for _ in range(runs + 1)][1:]
    return median([a for a, _ in pairs]), median([b for _, b in pairs]), median([a / b for a, b in pairs])


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as home:
        # Compiled modules are kept, as an installed program's are, but not in the checkout.
        os.environ |= {"JUEYI_HOME": f"{home}/home", "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        whole_process([*JUEYI, "lookup", "64/293"])
        rows = [
            (
                "lookup 64/293, index warm",
                "python -c 'import textual.app'",
                0.6,
                paired(
                    runs,
                    lambda: whole_process([*JUEYI, "lookup", "64/293"]),
                    lambda: whole_process([sys.executable, "-c", "import textual.app"]),
                ),
            ),
            (
                "first text, largest bundled document",
                "bare Textual app, first text",
                1.4,
                paired(
                    runs,
                    lambda: seconds_until([*JUEYI, str(_LARGEST)], "本报告系根据题为"),
                    lambda: seconds_until([sys.executable, "-c", _BARE], "BARE-TEXT"),
                ),
            ),
        ]
    print(f"{'what':40} {'beside':34} {'ours s':>7} {'other s':>8} {'ratio':>6} {'at most':>8}")
    for what, beside, most, (ours, other, ratio) in rows:
        print(f"{what:40} {beside:34} {ours:7.3f} {other:8.3f} {ratio:6.2f} {most:8.2f}")


if __name__ == "__main__":
    main()
