"""One process at a time builds, upgrades, loads into or replaces a database file.

SQLite's own locks belong to a file that is there; what makes or replaces one needs a lock beside it. A lock file that
outlives its process is also the sign that something was left behind (see ``atomic.sweep``).
"""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.messages import say_system, tr
from cyberdiplo.store import signals, sqlite_file
from cyberdiplo.store.disk import locked
from cyberdiplo.store.leftovers import sweep

if TYPE_CHECKING:
    from pathlib import Path

WAIT_VARIABLE = "CYBERDIPLO_WAIT"
WAIT = 60.0  # seconds that a writer waits for another one
SAY_AFTER = 1.0  # seconds after which it says so
TICK = 0.05
OLDER = 3600.0  # seconds

Tell = Callable[[str], None]

_OURS: set[Path] = set()  # the lock files that this process holds


def tell(text: str) -> None:
    """Say something on standard error."""
    print(text, file=sys.stderr, flush=True)


def read_patience() -> float:
    """Seconds that a writer waits for another one. Raises BadUsage where the variable has no such number."""
    text = os.environ.get(WAIT_VARIABLE, "").strip()
    if not text:
        return WAIT
    if not (text.isascii() and text.isdigit()):
        raise BadUsage(
            tr("{wait_variable} cannot be {said!r}.", wait_variable=WAIT_VARIABLE, said=text),
            hint=tr("whole seconds, such as 60."),
        )
    return float(text)


@contextmanager
def exclusive(path: Path, *, telling: Tell = tell) -> Iterator[None]:
    """Keep others from building, upgrading, loading into or replacing the file; remove what dead processes left.

    Waits for the process that has the lock, and says so. Raises DatabaseProblem when that lasts too long, or where
    the folder cannot be written.
    """
    try:
        path = path.resolve()
    except (RuntimeError, OSError) as error:
        raise DatabaseProblem(
            tr("{path} is a link that leads to itself.", path=path), hint=tr("name the file.")
        ) from error
    marker = sqlite_file.marker(path)
    with signals.raised():
        held = _wait_for(marker, path, telling)
        _OURS.add(marker)
        try:
            sweep(path.parent)
            _sweep_older(path)
            _refuse_to_write(path)
            yield
        finally:
            _OURS.discard(marker)
            _release(marker, held)


def is_ours(path: Path) -> bool:
    """Whether it is this process that builds, upgrades, loads into or replaces the file."""
    return sqlite_file.marker(path) in _OURS


@contextmanager
def at_once(path: Path) -> Iterator[bool]:
    """The same without waiting, to tidy up if it is free; gives whether the lock was taken."""
    marker = sqlite_file.marker(path)
    try:
        held = _try_to_lock(marker)
    except OSError:  # a folder of another user, who will tidy it up
        held = None
    try:
        yield held is not None
    finally:
        if held is not None:
            _release(marker, held)


def _refuse_to_write(path: Path) -> None:
    """Raise DatabaseProblem for what is no file, is write-protected, or is damaged by a write that is cut off."""
    if not path.exists():
        return
    known = path.stat()
    if not stat.S_ISREG(known.st_mode):
        raise DatabaseProblem(tr("{path} is not a file.", path=path), hint=tr("name a file with --database."))
    if not known.st_mode & 0o222:  # root could, and should not either
        raise DatabaseProblem(
            tr("{path} is write-protected.", path=path), hint=tr("'chmod u+w' lets it be written again.")
        )
    if known.st_nlink > 1:  # SQLite's journal lies beside one of the names, and the other one would not see it
        raise DatabaseProblem(
            tr(
                "{path} has a second name (a hard link), under which a write that is cut off would damage it.",
                path=path,
            ),
            hint=tr("make it a file of its own: cp {name} copy && mv copy {name}.", name=path.name),
        )


def _sweep_older(path: Path) -> None:
    """What versions up to 0.1.0 left of builds and upgrades that were killed, where it is too old to be at work."""
    left = [*path.parent.glob(f".{glob.escape(path.name)}.*.building"), path.with_name(f".{path.name}.upgrading")]
    for file in left:
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > OLDER:
                file.unlink()
                file.with_name(f"{file.name}-journal").unlink()


def _wait_for(marker: Path, path: Path, telling: Tell) -> int:
    limit, begun, announced = read_patience(), time.monotonic(), False
    while True:
        try:
            held = _try_to_lock(marker)
        except OSError as error:
            raise DatabaseProblem(
                tr(
                    "{path} cannot be written: {reason} ({marker}).", path=path, reason=say_system(error), marker=marker
                ),
                hint=tr("check that its folder is there, has room, and lets you write; and whose that file is."),
            ) from error
        if held is not None:
            return held
        waited = time.monotonic() - begun
        if waited >= limit:
            raise DatabaseProblem(
                tr("{path} is being written by another cyberdiplo (waited {waited:.0f} s).", path=path, waited=waited),
                hint=tr(
                    "try again when that one has finished; {wait_variable}=SECONDS waits longer.",
                    wait_variable=WAIT_VARIABLE,
                ),
            )
        if waited >= SAY_AFTER and not announced:
            announced = True
            telling(
                tr(
                    "{path} is being written by another cyberdiplo; waiting for it, at most {limit:.0f} s.",
                    path=path,
                    limit=limit,
                )
            )
        time.sleep(TICK)


def _try_to_lock(marker: Path) -> int | None:
    """The descriptor of the lock file, locked; None while another process has it."""
    held = os.open(marker, os.O_RDONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        if os.fstat(held).st_size:
            raise FileExistsError(errno.EEXIST, "a file that is not cyberdiplo's has the name of its lock")
        with suppress(OSError, AttributeError):  # whatever the umask: colleagues have to see whether it is taken
            os.fchmod(held, 0o644)
        if locked(held) and _is_same(held, marker):  # its last holder may have deleted the file
            return held
    except BaseException:
        os.close(held)
        raise
    os.close(held)
    return None


def _is_same(held: int, marker: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(held), marker.stat())
    except FileNotFoundError:
        return False


def _release(marker: Path, held: int) -> None:
    with suppress(OSError):  # Windows takes no open file away: the next one finds it unlocked
        marker.unlink()
    os.close(held)
