"""What all tests share: a home of their own, the bundled documents read once, and no file written into the checkout."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from store.library.library import Library
from tui import language

gc.set_threshold(100_000, 50, 50)
settings.register_profile("jueyi", database=None, deadline=None, max_examples=50)
settings.register_profile("thorough", database=None, deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("JUEYI_HYPOTHESIS", "jueyi"))


def pytest_sessionfinish() -> None:
    """Free what hangs together in circles once; pytest would look through all that is held five times."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: a test of the app waits a third of its time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that does not exist yet, never the user's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("JUEYI_HOME", str(folder))
    return folder


@pytest.fixture
def speaking_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of the interface as they stand in the code, also those of processes that a test begins."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(language, "_chosen", "en")


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a library knows of the bundled documents, so that not each test need read them."""
    home = tmp_path_factory.mktemp("indexed")
    Library(home=home).entries()
    return home / "index.sqlite"


@pytest.fixture(scope="session")
def shared_home(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests that write nothing of their own."""
    home = tmp_path_factory.mktemp("home")
    shutil.copy(index, home)
    return home


@pytest.fixture
def in_shared_home(shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUEYI_HOME", str(shared_home))


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """For a test that writes, in a module whose other tests share a home."""
    monkeypatch.setenv("JUEYI_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def read_home(own_home: Path, index: Path) -> Path:
    """A home of one's own where the bundled documents were read before."""
    own_home.mkdir()
    shutil.copy(index, own_home)
    return own_home
