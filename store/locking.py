"""Keeping other windows out of one file between reading and writing it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import StoreUnavailable
from store.files import unavailable

_PATIENCE = 10.0
"""Seconds to wait for another window that is writing."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file, which lies beside it; the folder is created.

    Raises:
        StoreUnavailable: the folder can't be written, or another window holds the lock for too long.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.stem}.lock"), timeout=_PATIENCE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(poll_interval=0.005)
    except Timeout as error:
        raise StoreUnavailable(f"另一个窗口正在写入 {path}：请稍后再试。") from error
    except OSError as error:
        raise unavailable("无法写入", path, error) from error
    try:
        yield
    finally:
        lock.release()
