"""What all tests share: a home of their own, and no file written into the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("jueyi", database=None, deadline=None)
settings.load_profile("jueyi")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that does not exist yet, never the user's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("JUEYI_HOME", str(folder))
    return folder
