"""What the app is told of its terminal before it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest

from tui import launching
from tui.launching import launch
from tui.workspace import Workspace


class FakeApp:
    """An app that is not run."""

    def __init__(self, target: str | None, *, resume: bool = False) -> None:
        self.workspace = Workspace.of_user()
        opened.append(self)

    def run(self, **given: Any) -> None:
        self.given = given


opened: list[FakeApp] = []


class FakeProbe:
    """A terminal that has answered."""

    def __init__(self, width: Literal[1, 2] | None, typed: str) -> None:
        self.width = width
        self.typed = typed

    def __call__(self) -> FakeProbe:
        return self

    def __enter__(self) -> FakeProbe:
        return self

    def __exit__(self, *_error: object) -> None:
        pass


@pytest.mark.parametrize(
    ("settings", "answer", "width"),
    [("", 2, 2), ("", 1, 1), ("", None, 1), ("ambiguous_width = 1", 2, 1), ('ambiguous_width = "auto"', 2, 2)],
)
def test_the_width_is_the_one_set_else_the_one_the_terminal_says(
    monkeypatch: pytest.MonkeyPatch, home: Path, settings: str, answer: Literal[1, 2] | None, width: int
) -> None:
    home.mkdir()
    (home / "config.toml").write_text(settings, "utf-8")
    monkeypatch.setattr("tui.app.JueyiApp", FakeApp)
    monkeypatch.setattr(launching, "Probe", FakeProbe(answer, ""))
    launch(None)
    assert opened[-1].workspace.config.ambiguous_width == width
    assert opened[-1].given == {}


def test_keys_pressed_too_early_are_pressed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.JueyiApp", FakeApp)
    monkeypatch.setattr(launching, "Probe", FakeProbe(1, "jj"))
    launch(None)
    assert opened[-1].given["auto_pilot"].keywords == {"typed": "jj"}
