"""A file or folder that is there whole or not at all, and replaces another one only in one step.

What is being written lies next to its destination under another name (``.NAME.twelve-hex-digits.cyberdiplo``), locked
as long as its process lives, so that a later process can tell what a dead one left, and remove it.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage, CyberdiploError
from cyberdiplo.messages import tr
from cyberdiplo.store import signals
from cyberdiplo.store.disk import locked, refuse_append_only, sync
from cyberdiplo.store.leftovers import make_before_name, make_temporary_name, remove, sweep, working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PRIVATE = 0o600
_making: list[Path] = []
ACL, ACL_OF_NEW = "system.posix_acl_access", "system.posix_acl_default"
OWNER, GROUP, MASK, OTHERS = 0x01, 0x04, 0x10, 0x20  # tags in such a list (linux/posix_acl_xattr.h)


class WriteProtected(CyberdiploError):
    """A file that its owner has protected stays as it is."""

    def __init__(self, path: Path, hint: str) -> None:
        super().__init__(tr("{path} is write-protected.", path=path), hint=hint)


@contextmanager
def replacing(path: Path, *, force: bool = False, hint: str = "") -> Iterator[Path]:
    """A new empty file next to ``path``, which replaces it when the block ends well.

    A link is followed. Mode, owner and access list are those of the file that is replaced; until then it is private.
    Raises WriteProtected, or OSError.
    """
    destination = path.resolve()
    if not force:
        refuse_protected(destination, hint)
    with beside(destination) as new_file:
        yield new_file
        copy_rights(new_file, destination)
        sync(new_file)
        new_file.replace(destination)
        sync(destination.parent)


@contextmanager
def new(path: Path, *, like: Path | None = None) -> Iterator[Path]:
    """A new empty file next to ``path``, which gets that name when the block ends well; nothing is ever replaced.

    Its mode and access list are those of ``like``, else the usual ones of the folder.

    Raises FileExistsError where something is there, or is by then.
    """
    destination = path.resolve()

    def make(new_file: Path) -> int:
        if os.path.lexists(destination):  # by a process that was killed right after, perhaps
            raise FileExistsError(errno.EEXIST, "is there already", str(destination))
        return _make(new_file)

    with _locked_beside(destination, make) as new_file:
        yield new_file
        if like:
            copy_mode(new_file, like)
        else:
            new_file.chmod(usual_mode(destination.parent))
        sync(new_file)
        name_new(new_file, destination)


@contextmanager
def beside(destination: Path) -> Iterator[Path]:
    """A private, empty, locked file in the same folder; gone when the block ends, unless it was moved."""
    with _locked_beside(destination, _make) as new_file:
        yield new_file


def _make(new_file: Path) -> int:
    return os.open(new_file, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE)


@contextmanager
def making_parents(folder: Path) -> Iterator[None]:
    """Make the folders above it; they are taken away again where the block ends badly and nothing came into them."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for parent in missing:  # the lowest first
            with suppress(OSError):
                parent.rmdir()
        raise


@contextmanager
def folder_beside(destination: Path) -> Iterator[Path]:
    """An empty, locked folder in the same folder; gone when the block ends, unless it was moved."""

    def make(path: Path) -> int | None:
        path.mkdir(0o700)
        return os.open(path, os.O_RDONLY) if sys.platform != "win32" else None

    with _locked_beside(destination, make) as folder:
        yield folder


@contextmanager
def _locked_beside(destination: Path, make: Callable[[Path], int | None]) -> Iterator[Path]:
    if settings.mask(destination.name) != destination.name:
        raise BadUsage(
            tr("The name of a file to write reads like the address of a database with a password."),
            hint=tr("give the database with --database, and the file another name."),
        )
    with signals.raised():
        sweep(destination.parent)
        refuse_append_only(destination.parent)
        while True:
            temporary, held = make_temporary_name(destination), None
            _making.append(temporary)
            try:  # from before it is there: a signal may come as soon as it is
                held = make(temporary)
                if _is_ours(held, temporary):
                    if sys.platform == "win32" and held is not None:
                        os.close(held)  # there an open file cannot be renamed, and one that is written not taken away
                        held = None
                    yield temporary
                    return
            finally:  # also where a process that sweeps came between making and locking it
                remove(temporary)
                _making.remove(temporary)
                if held is not None:
                    os.close(held)


def abandon() -> None:
    """Take away what this process is making: for a program that has to end where it is."""
    for path in _making:
        remove(path)


def _is_ours(held: int | None, path: Path) -> bool:
    if held is None:
        return True  # nothing to lock it by
    try:
        return locked(held) and os.path.samestat(os.fstat(held), path.stat())
    except FileNotFoundError:
        return False
    except OSError:
        return True  # a file system without locks: nothing is swept there


def put_folder(folder: Path, destination: Path, *, replace: bool) -> None:
    """Call a folder that is complete by its name; where another one has that name, in one step where the system can.

    Raises FileExistsError where one is there that may not be replaced.
    """
    mode = stat.S_IMODE(destination.stat().st_mode) if destination.exists() else 0o777 & ~_umask()
    for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder before the folder
        sync(path)  # which a mode without the right to read would not let be done
        old = destination / path.relative_to(folder)
        if old.exists() and old.is_dir() == path.is_dir():
            copy_rights(path, old)
    folder.chmod(mode)
    sync(folder)
    if not destination.exists() or (not replace and not any(destination.iterdir())):
        folder.rename(destination)  # over an empty folder too; refused where it is none
    elif not replace:
        raise FileExistsError(errno.EEXIST, "is there already", str(destination))
    elif not _exchange(folder, destination):
        with working_on(destination):
            before = make_before_name(destination)
            destination.rename(before)
            folder.rename(destination)
            remove(before)
    sync(destination.parent)


def name_new(new_file: Path, destination: Path) -> None:
    """Give a file its name, which no other may have. Raises FileExistsError."""
    try:
        os.link(new_file, destination)
    except FileExistsError:
        raise
    except OSError:  # a file system without a second name for a file
        if destination.exists():
            raise FileExistsError(errno.EEXIST, "is there already", str(destination)) from None
        new_file.rename(destination)
    sync(destination.parent)


def refuse_protected(path: Path, hint: str = "") -> None:
    """Raise WriteProtected for a file without a single right to write, or one that this user may not write."""
    if path.is_file() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise WriteProtected(path, hint or tr("--force replaces it all the same."))


def copy_rights(new_file: Path, old: Path) -> None:
    """Give a new file the mode, owner and access list of the old one; where there is none, the usual mode."""
    try:
        was = old.stat()
    except FileNotFoundError:
        new_file.chmod(usual_mode(old.parent))
        return
    if hasattr(os, "chown") and (was.st_uid, was.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.chown(new_file, was.st_uid, was.st_gid)
    copy_mode(new_file, old)


def copy_mode(new_file: Path, old: Path) -> None:
    """Give a new file the mode and the access list of the old one; where it may have no list, no right of its mask."""
    mode, rights = stat.S_IMODE(old.stat().st_mode), _read_rights(old, ACL)
    new_file.chmod(mode & ~0o070 if rights else mode)  # beside a list the group's bits are no right of the group
    if rights:
        with suppress(OSError):
            os.setxattr(new_file, ACL, rights)


def usual_mode(folder: Path) -> int:
    """The mode of a new file in a folder: by its default access list, else as this process's umask has it."""
    rights = _read_rights(folder, ACL_OF_NEW)
    if not rights:
        return 0o666 & ~_umask()
    allowed: dict[int, int] = {tag: right for tag, right, _ in struct.iter_unpack("<HHI", rights[4:])}
    group = allowed.get(MASK, allowed[GROUP])
    return (allowed[OWNER] << 6 | group << 3 | allowed[OTHERS]) & 0o666


def _read_rights(path: Path, name: str) -> bytes:
    """An access list as the system keeps it; empty where there is none."""
    try:
        return os.getxattr(path, name) if hasattr(os, "getxattr") else b""
    except OSError:
        return b""


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _exchange(folder: Path, destination: Path) -> bool:
    """Exchange two folders in one call, where the system has one; the old one then has the name of the new one."""
    import ctypes

    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            done = library.renamex_np(os.fsencode(folder), os.fsencode(destination), 2)  # RENAME_SWAP
        else:
            here = -100  # AT_FDCWD: as the working folder has it; 2: RENAME_EXCHANGE
            done = library.renameat2(here, os.fsencode(folder), here, os.fsencode(destination), 2)
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)
