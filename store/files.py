"""Files that are whole at every moment: written beside and put in place, never rewritten where they stand.

It owns how bytes reach the disk and what a reader is told when they can't, not what the bytes mean.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from pathlib import Path

from store.errors import StoreUnavailable

_TEMPORARY_PREFIX = ".jueyi-"
_TEMPORARY_SUFFIX = ".tmp"
LEFTOVERS = f"{_TEMPORARY_PREFIX}*{_TEMPORARY_SUFFIX}"
"""Pattern for what writers leave that are killed while writing."""

_CAUSES = {
    errno.ENOSPC: ("磁盘已满", "请腾出一些空间，然后再试"),
    errno.EDQUOT: ("磁盘配额已用完", "请腾出一些空间，然后再试"),
    errno.EACCES: ("没有权限", "请检查该文件及其所在文件夹的权限，然后再试"),
    errno.EPERM: ("没有权限", "请检查该文件及其所在文件夹的权限，然后再试"),
    errno.EROFS: ("所在磁盘是只读的", "请改用可写的磁盘，或以 JUEYI_HOME 另设文件夹"),
    errno.ENOTDIR: ("路径中的一段不是文件夹", "请移开同名的文件，或以 JUEYI_HOME 另设文件夹"),
    errno.EEXIST: ("路径中的一段不是文件夹", "请移开同名的文件，或以 JUEYI_HOME 另设文件夹"),
    errno.EISDIR: ("该处是一个文件夹", "请移开同名的文件夹，然后再试"),
    errno.ENAMETOOLONG: ("文件名过长", "请以 JUEYI_HOME 另设路径较短的文件夹"),
    errno.ELOOP: ("符号链接循环", "请修正该链接，然后再试"),
}
"""What the system's error number means to a reader, and what to do about it."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_HALVES = re.compile("[\ud800-\udfff]")
"""By which Python names the bytes of a name that are no text."""
_FOLDER_SYNC_UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}
"""How file systems of networks and of guests say that a folder can't be synced."""


def write_atomically(path: Path, data: bytes) -> None:
    """Make `data` the whole content of a file, or leave the file as it was.

    The parent folder is created. A symbolic link stays, and the file it leads to is replaced; permissions
    are kept.

    Raises:
        StoreUnavailable: The disk is full, read-only, or the like; nothing has changed.
    """
    try:
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
        _sync_folder(target.parent)
    except OSError as error:
        raise unavailable("无法写入", path, error) from error


def shown_name(path: Path | str) -> str:
    """The name of a file as a line can hold it: without line ends, and with U+FFFD for bytes that are no text."""
    return _CONTROLS.sub(" ", _HALVES.sub("\ufffd", str(path)))


class IrregularFile(OSError):
    """A pipe, device or socket: reading it may never end."""


def read_regular(path: Path) -> bytes:
    """The content of a file.

    Raises:
        IrregularFile: It is none whose content lies on a disk.
        OSError: It is a folder, or can't be read.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise IrregularFile(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return path.read_bytes()


def read_if_there(path: Path) -> bytes | None:
    """The content of a file, or None when there is no such file.

    Raises:
        StoreUnavailable: It is there and can't be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unavailable("无法读取", path, error) from error


def remove_leftovers(folder: Path) -> None:
    """Remove what writers left that were killed while writing. Only for who keeps all other writers out.

    Raises:
        StoreUnavailable: The folder can't be read or changed.
    """
    try:
        for leftover in folder.glob(LEFTOVERS):
            leftover.unlink(missing_ok=True)
    except OSError as error:
        raise unavailable("无法清理", folder, error) from error


def unavailable(what_failed: str, path: Path, error: OSError) -> StoreUnavailable:
    """The system's error as a sentence for the reader: what failed, where, why, what to do."""
    cause, remedy = _CAUSES.get(error.errno or 0, (error.strerror or str(error), "请检查该磁盘，然后再试"))
    return StoreUnavailable(f"{what_failed} {path}：{cause}。{remedy}。")


def _replace(target: Path, data: bytes) -> None:
    """Write beside under a name that no other writer has, then put it in the target's place."""
    temporary = target.with_name(f"{_TEMPORARY_PREFIX}{os.urandom(8).hex()}{_TEMPORARY_SUFFIX}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(temporary, target)
        _put_in_place(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _keep_permissions(temporary: Path, target: Path) -> None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    temporary.chmod(stat.S_IMODE(mode))


def _put_in_place(temporary: Path, target: Path, patience: float = 1.0) -> None:
    """Rename over the target. Windows refuses while somebody has the target open, so try for a while."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return os.replace(temporary, target)
        except PermissionError:
            if not _is_windows() or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself survive a power cut, where the system can."""
    if _is_windows():
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_SYNC_UNSUPPORTED:
            raise
    finally:
        os.close(descriptor)


def _is_windows() -> bool:
    return os.name == "nt"
