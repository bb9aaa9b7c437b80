"""The one lock of an annotations folder: whoever changes a file in it holds this, in any window or thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import StoreUnavailable
from store.files import remove_leftovers, unavailable

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds to wait for another window that is writing."""


class FolderLock:
    """Keeps all other writers of a folder out. May be entered again by the thread that holds it."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is created before the lock is first held."""
        self._folder = folder
        self._lock: BaseFileLock | None = None
        self._making = threading.Lock()
        self._swept = False

    @property
    def is_held(self) -> bool:
        """Whether this thread holds it."""
        return self._lock is not None and self._lock.is_locked

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for a change.

        Raises:
            StoreUnavailable: The folder can't be written, or another window holds the lock for too long.
        """
        lock = self._acquired()
        try:
            if not self._swept:
                for folder in (self._folder, *filter(Path.is_dir, self._folder.glob("*"))):
                    remove_leftovers(folder)
                self._swept = True
            yield
        finally:
            lock.release()

    def _file_lock(self) -> BaseFileLock:
        """Made when first needed, since the import is slow, and once, since each thread counts its holds in it."""
        from filelock import FileLock

        with self._making:
            self._lock = self._lock or FileLock(self._folder / ".lock", timeout=PATIENCE)
        return self._lock

    def _acquired(self) -> BaseFileLock:
        from filelock import Timeout

        lock = self._file_lock()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(poll_interval=0.005)
        except Timeout as error:
            raise StoreUnavailable(f"另一个窗口正在写入 {self._folder}。请稍候再试，或关闭那个窗口。") from error
        except OSError as error:
            raise unavailable("无法写入", self._folder, error) from error
        return lock
