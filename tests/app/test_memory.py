"""Memory is freed while the user rests, and never while keys come."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from conftest import DRAFT, Start, press

from tui import memory


class Circle:
    """Something that only a look for circles frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def begun() -> Iterator[None]:
    """As the command starts the app; afterwards all is as it was."""
    before = gc.get_threshold()
    gc.disable()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("begun")
async def test_circles_are_freed_at_rest_and_not_while_keys_come(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_PAUSE", 0.02)
    async with start(DRAFT) as pilot:
        pilot.app.free_memory_at_rest()
        alive = Circle()
        gc.collect(1)
        circle = ref(alive)
        del alive
        monkeypatch.setattr(memory, "_REST", 1000.0)
        await press(pilot, "j", "j", "j")
        await pilot.pause(0.1)
        assert circle() is not None
        monkeypatch.setattr(memory, "_REST", 0.0)
        await pilot.pause(0.1)
        assert circle() is None


@pytest.mark.usefixtures("begun")
async def test_a_long_document_is_left_out(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_LONG", 20)
    async with start() as pilot:
        before = gc.get_freeze_count()
        await press(pilot, "enter")
        assert gc.get_freeze_count() > before + 1000


async def test_an_app_within_another_program_changes_nothing_about_its_memory(start: Start) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    async with start(DRAFT) as pilot:
        pilot.app.free_memory_at_rest()
        assert (gc.get_threshold(), gc.get_freeze_count()) == before
