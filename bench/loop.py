"""Whether anything keeps the interface waiting: every piece of work of the event loop is timed while the app is used.

The situations: new files are read in the background, a long document is opened, scrolled, searched and resized.
A piece of work counts by the processor time of the loop's thread, so that other programs don't disturb it; the longest
time by the clock between two turns of the loop is told besides.

Run: python bench/loop.py [--paragraphs N] [--files N] [--check]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
import threading
import time
from asyncio import events
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus import LARGEST, report
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot

from store.library.library import Library
from tui.app import JueyiApp

_LIMIT = 0.016
"""Seconds of one frame."""
_LOOK = 0.003
"""Seconds between two looks at where the loop is."""


@dataclass
class Work:
    """One piece of the loop's work."""

    seconds: float = 0.0
    where: str = ""


class Watch:
    """Times each callback of the loop, and looks from a thread of its own where a long one is."""

    def __init__(self) -> None:
        self.works: list[Work] = []
        self.delays: list[float] = []
        self._began: float | None = None
        self._seen = ""
        self._loop_thread = threading.get_ident()
        self._run = events.Handle._run

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        """Watch for as long as the block lasts."""
        run, watch = self._run, self
        events.Handle._run = lambda handle: watch._timed(run, handle)
        ended = threading.Event()
        threading.Thread(target=self._look, args=(ended,), daemon=True).start()
        beating = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            ended.set()
            beating.cancel()
            events.Handle._run = run

    @property
    def longest(self) -> Work:
        """The longest piece of work."""
        return max(self.works, key=lambda work: work.seconds, default=Work())

    def _timed(self, run: object, handle: events.Handle) -> None:
        self._seen, self._began = "", time.perf_counter()
        before = time.thread_time()
        run(handle)
        work = Work(time.thread_time() - before, self._seen)
        self._began = None
        if work.seconds > _LIMIT / 4:
            self.works.append(work)

    async def _beat(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            self.delays.append(time.perf_counter() - before - 0.001)

    def _look(self, ended: threading.Event) -> None:
        while not ended.wait(_LOOK):
            began = self._began
            if began is not None and time.perf_counter() - began > _LIMIT / 2:
                frame = sys._current_frames().get(self._loop_thread)
                self._seen = self._seen or _place(frame)


def _place(frame: FrameType | None) -> str:
    """The innermost two of our own functions that are running and the outermost, else the innermost of any."""
    ours, innermost = [], frame.f_code.co_qualname if frame else ""
    while frame is not None:
        name = frame.f_code.co_filename
        if "/tui/" in name or "/store/" in name:
            ours.append(frame.f_code.co_qualname)
        frame = frame.f_back
    return " < ".join([*ours[:2], "…", ours[-1]] if len(ours) > 3 else ours) or innermost


async def read_in_background(pilot: Pilot[None], folder: Path, files: int) -> None:
    """New files have come into the library; one moves in the list meanwhile."""
    text = LARGEST.read_text(encoding="utf-8")
    for number in range(files):
        (folder / f"new{number}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
    await pilot.press("r")
    await _press_for(pilot, 4.0, "down", "up")


async def open_document(pilot: Pilot[None], target: str) -> None:
    """A long document is opened."""
    pilot.app.look_up(target)
    await _rest(pilot, 3.0)


async def scroll(pilot: Pilot[None]) -> None:
    """Every key that moves."""
    for key in ("j", "k", "pagedown", "pageup", "tab", "end", "home", "pagedown"):
        for _time in range(5 if key not in ("end", "home") else 1):
            await pilot.press(key)
    await _rest(pilot, 0.5)


async def resize(pilot: Pilot[None]) -> None:
    """The terminal changes its size."""
    for width, height in ((100, 30), (140, 44), (90, 36), (120, 36)):
        pilot.app.post_message(Resize(Size(width, height), Size(width, height)))
        await _rest(pilot, 0.4)


async def find(pilot: Pilot[None]) -> None:
    """One finds in the document, and goes to another place."""
    await pilot.press("slash")
    for key in "2018":
        await pilot.press(key)
    await _rest(pilot, 1.0)
    await pilot.press("enter", "n", "n", "escape", "g", "9", "8")
    await _rest(pilot, 1.0)
    await pilot.press("escape")


async def mark(pilot: Pilot[None]) -> None:
    """One folds, goes through the outline, writes a tag."""
    await pilot.press("z", "z", "o", "down", "down", "end", "home", "escape", "t", "x", "enter")
    await _rest(pilot, 1.0)
    await pilot.press("i")
    await _rest(pilot, 1.0)
    await pilot.press("escape", "l")
    await _rest(pilot, 1.0)
    await pilot.press("escape")


async def _press_for(pilot: Pilot[None], seconds: float, *keys: str) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        await pilot.press(*keys)


async def _rest(pilot: Pilot[None], seconds: float) -> None:
    await asyncio.sleep(seconds)
    await pilot.pause()


async def watch_all(paragraphs: int, files: int) -> list[tuple[str, Watch]]:
    """Use the app in all situations; returns what was seen in each."""
    library = Library()
    path = Path(os.environ["JUEYI_HOME"]).parent / "long.txt"
    path.write_text(report(paragraphs), encoding="utf-8")
    target = library.add(path).key
    watched = []
    # As `open_app` does.
    gc.disable()
    async with JueyiApp().run_test(size=(120, 36)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await _rest(pilot, 1.5)
        situations = {
            f"{files} new files are read": read_in_background(pilot, library.folder, files),
            f"a document of {paragraphs} paragraphs opens": open_document(pilot, target),
            "one moves in it": scroll(pilot),
            "the terminal changes its size": resize(pilot),
            "one finds in it and goes elsewhere": find(pilot),
            "one folds, tags, looks at details and notes": mark(pilot),
        }
        for name, situation in situations.items():
            watch = Watch()
            async with watch.watching():
                await situation
            watched.append((name, watch))
    return watched


def main() -> int:
    """Watch, print what was seen, and say by the exit code whether all work was short, if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=50_000)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a piece of work is longer than a frame")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JUEYI_HOME"] = f"{folder}/home"
        watched = asyncio.run(watch_all(wanted.paragraphs, wanted.files))
    print("| while | longest work, ms | longer than 16 ms | longest wait, ms | |\n| --- | --: | --: | --: | --- |")
    for name, watch in watched:
        longest, late = 1000 * watch.longest.seconds, [work for work in watch.works if work.seconds > _LIMIT]
        waited = 1000 * max(watch.delays, default=0)
        print(f"| {name} | {longest:.0f} | {len(late)} | {waited:.0f} | {'MISS' if late else 'pass'} |")
        for work in sorted(late, key=lambda each: -each.seconds)[:5]:
            print(f"    {1000 * work.seconds:5.0f} ms  {work.where}", file=sys.stderr)
    return int(wanted.check and any(watch.longest.seconds > _LIMIT for _name, watch in watched))


if __name__ == "__main__":
    sys.exit(main())
