"""What the system does with files: write them to the disk now, lock them as long as a process lives."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


SIDES = ("-journal", "-wal", "-shm")  # the ends of the files that SQLite keeps next to a database


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk before anything else happens."""
    if sys.platform == "win32" and path.is_dir():
        return  # there folders are not opened
    descriptor = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def locked(descriptor: int) -> bool:
    """Whether the open file could be locked for this process, as long as it lives."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


GET_FLAGS, APPEND_ONLY = 0x80086601, 0x20  # FS_IOC_GETFLAGS and FS_APPEND_FL of Linux (linux/fs.h)


def refuse_append_only(folder: Path) -> None:
    """Raise PermissionError for a folder in which files may be made and never renamed or taken away (chattr +a).

    Whatever is written there beside its place would stay for good.
    """
    if sys.platform != "linux":
        return
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            flags = int.from_bytes(fcntl.ioctl(descriptor, GET_FLAGS, bytes(8)), sys.byteorder)
        finally:
            os.close(descriptor)
    except OSError:  # a file system that has none, or a folder that may be written and not read
        return
    if flags & APPEND_ONLY:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))
