"""More than a thousand random keys over all screens end with no exception and a sound store.

`JUEYI_WALK=100000 pytest -n0 tests/app/test_random_walk.py` walks so many keys; `JUEYI_WALK_SEED=7` other ones.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from walking import TOUR, Walk

from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable
from store.export import forms, writing
from store.files import write_atomically
from store.library.library import Library
from store.paths import annotations_folder, seeds_folder
from tui import clipboard
from tui.app import JueyiApp
from tui.correcting import Correcting
from tui.marking import Corrected

KEYS = int(os.environ.get("JUEYI_WALK", "800"))
SEED = int(os.environ.get("JUEYI_WALK_SEED", "0"))
STARTS = [((100, 30), None), ((80, 24), "A/C.3/80/L.4"), ((30, 10), "64/293"), ((60, 15), "A/74/127#p98")]


@pytest.fixture(autouse=True)
def fenced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app can't be left, writes nothing outside of the test's folder, starts no program and paints seldom."""
    outside = StoreUnavailable("not in a walk")

    def write(path: Path, data: bytes) -> None:
        if not path.resolve().is_relative_to(tmp_path):
            raise outside
        write_atomically(path, data)

    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    for module in (forms, writing):
        monkeypatch.setattr(module, "write_atomically", write)
    monkeypatch.setattr(clipboard, "give_to_program", lambda _text: True)
    monkeypatch.setattr(JueyiApp, "exit", lambda _app, *_arguments, **_options: None)
    monkeypatch.setattr(JueyiApp, "open_url", lambda _app, _url, *, new_tab=True: None)


def digests() -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in seeds_folder().glob("*.txt")}


@pytest.mark.parametrize("number", range(len(STARTS)))
async def test_a_random_walk_ends_with_no_exception_and_a_sound_store(
    home: Path, index: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before = digests()
    home.mkdir()
    shutil.copy(index, home / index.name)
    size, target = STARTS[number]
    visits = list(TOUR)[number :: len(STARTS)]
    seen = await walked(JueyiApp(target), size, SEED * len(STARTS) + number, visits)
    assert digests() == before
    assert {"LibraryScreen", "ReaderScreen", *visits} - set(seen) == set(), seen


async def walked(app: JueyiApp, size: tuple[int, int], seed: int, visits: list[str]) -> Counter[str]:
    """Walk through an app, look at what it leaves, and tell which screens were seen.

    Each walk visits its part of the tour: together they see all screens.
    """
    walk = None
    try:
        async with app.run_test(size=size) as pilot:
            walk = Walk(app, pilot, seed)
            await walk.go(KEYS // len(STARTS), visits)
    except Exception as error:
        raise AssertionError(walk.story if walk else "the app did not start") from error
    assert [entry.problem for entry in Library().entries() if entry.problem] == []
    check_notes(app, walk.story)
    return walk.seen


def check_notes(app: JueyiApp, story: str) -> None:
    """Every file of notes can be read, and taking back all that was done leaves none."""
    shelf = Shelf(annotations_folder())
    assert shelf.problems() == (), story
    for path in annotations_folder().glob("*.json"):
        json.loads(path.read_bytes())
    assert sum(shelf.counts().values()) == len({(each.document, each.place) for each in shelf.all()}), story
    take_all_back(app)
    assert list(shelf.all()) == [], story


def take_all_back(app: JueyiApp) -> None:
    """Undo everything, as `u` does."""
    workspace = app.workspace
    marking, correcting = workspace.marking, Correcting(workspace.library, workspace.shelf, workspace.bookmarks)
    while True:
        last = marking.next_undone
        if last is None:
            if marking.undo() is None:
                return
            continue
        outcome = correcting.take_back(last.document, [each.id for each in last.corrections])
        assert outcome, last
        marking.undo_corrected(outcome.before, Corrected(outcome.key, outcome.corrections), outcome.moved)
