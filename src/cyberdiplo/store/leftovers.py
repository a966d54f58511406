"""What dead processes left: told by its name and by its lock, taken away, or given its own name again.

What is being written is called ``.NAME.twelve-hex-digits.cyberdiplo`` and is locked as long as its process lives.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo.store.disk import SIDES, locked, sync

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDING = ".cyberdiplo"
BEFORE = ".before"  # what something was called before it was replaced, where that takes two steps
OURS = re.compile(rf"\.(?P<name>.+)\.[0-9a-f]{{12}}(?P<before>{re.escape(BEFORE)})?{re.escape(ENDING)}")
LONGEST = 80  # characters of the place's name in the other one's


def make_temporary_name(destination: Path) -> Path:
    """A name in the same folder that nothing else has, and that says whose it is."""
    return destination.with_name(f".{destination.name[:LONGEST]}.{os.urandom(6).hex()}{ENDING}")


def make_before_name(destination: Path) -> Path:
    """What something is called while another one takes its place, so that nothing is lost if that is cut off."""
    return destination.with_name(f".{destination.name}.{os.urandom(6).hex()}{BEFORE}{ENDING}")


def find_temporary_folder() -> Path:
    """Where temporary files go: as ``tempfile`` has it, which tries a folder by a file that a kill leaves there."""
    for wish in (*map(os.environ.get, ("TMPDIR", "TEMP", "TMP")), "/tmp", "/var/tmp"):
        if wish and Path(wish).is_dir() and os.access(wish, os.W_OK | os.X_OK):
            return Path(wish).absolute()
    import tempfile

    return Path(tempfile.gettempdir())  # of another system; where there is none, it says so


@contextmanager
def working_on(destination: Path) -> Iterator[bool]:
    """Lock the file or folder itself, whatever it is called meanwhile, so that it is not taken for something left.

    Tells whether nobody else had locked it, as far as the file system has locks.
    """
    if sys.platform == "win32":
        yield True
        return
    held = os.open(destination, os.O_RDONLY)
    try:
        try:
            alone = locked(held)
        except OSError:
            alone = True  # a file system without locks
        yield alone
    finally:
        os.close(held)  # only now: this ends what locks SQLite has of the same file in this process


def sweep(folder: Path) -> None:
    """Take away what dead processes were writing in the folder; put back a folder that one was replacing."""
    try:
        with os.scandir(folder) as entries:
            names = [ours for entry in entries if (ours := OURS.fullmatch(entry.name.removesuffix("-journal")))]
    except OSError:
        return
    for ours in names:
        path = folder / ours[0]
        if (held := _lock_dead(path)) is not None:
            if not (ours["before"] and _put_back(path, folder / ours["name"])):
                remove(path)
            os.close(held)
        elif not path.exists():
            remove(path)  # a journal alone


def _put_back(before: Path, destination: Path) -> bool:
    """Give what was to be replaced its name again, where the one that was to replace it did not come.

    A file that was replaced is kept under a name that says so; whether anything was done.
    """
    try:
        if not destination.exists():
            before.rename(destination)
        elif before.is_dir():
            return False
        elif before.samefile(destination):  # the new one did not come: the second name goes
            move_sides(before, destination)
            return False
        else:
            keep(before, destination)
    except OSError:
        return True
    return True


def keep(aside: Path, destination: Path) -> Path:
    """Give the file that was at the place, and what SQLite kept beside it, a name that says when it was replaced."""
    day = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    for number in range(1000):
        more = f"-{number}" if number else ""
        new_place = destination.with_name(f"{destination.stem}.before-restore-{day}{more}{destination.suffix}")
        try:
            os.link(aside, new_place)
        except FileExistsError:
            continue
        except OSError:
            if new_place.exists():
                continue
            aside.rename(new_place)
        move_sides(aside, new_place)
        with suppress(FileNotFoundError):
            aside.unlink()
        sync(destination.parent)
        return new_place
    raise FileExistsError(errno.EEXIST, "is there a thousand times", str(destination))


def move_sides(old: Path, new: Path) -> None:
    """Rename the files that SQLite keeps next to a database, after the database itself was renamed."""
    for side in SIDES:
        with suppress(FileNotFoundError):
            old.with_name(old.name + side).rename(new.with_name(new.name + side))


def _lock_dead(path: Path) -> int | None:
    """A locked descriptor of what a process that is gone was writing; None where it may be alive."""
    if sys.platform == "win32":
        return None if path.is_dir() else os.open(os.devnull, os.O_RDONLY)  # what is written cannot be taken away
    try:
        held = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        if locked(held):
            return held
    except OSError:
        pass
    os.close(held)
    return None


def remove(path: Path) -> None:
    """Remove a folder with all that is in it, or a file with those that SQLite kept next to it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    for name in (path, *(path.with_name(path.name + side) for side in SIDES)):
        with suppress(OSError):
            name.unlink()
