"""The files that a command reads, which no answer of it may take the place of."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.store.disk import SIDES

if TYPE_CHECKING:
    from pathlib import Path

SQLITE = b"SQLite format 3\0"  # how every SQLite file begins

_read: list[Path] = []


def note(path: Path) -> None:
    """This file is read by the command that is running."""
    _read.append(path)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def _refuse_beside(output: Path) -> None:
    """Raise BadUsage for a name that SQLite or a load gives to what it keeps beside a database."""
    name = output.name
    beside = next((name.removesuffix(side) for side in SIDES if name.endswith(side)), "")
    if name.startswith(".") and name.endswith(".lock"):
        beside = name[1:].removesuffix(".lock")
    if beside and _is_database(output.with_name(beside)):
        raise BadUsage(
            tr("{output} is what the database {database} keeps beside it.", output=output, database=beside),
            hint=tr("name another file."),
        )


def refuse(output: Path, *, force: bool = False) -> None:
    """Raise BadUsage where an answer would take the place of what it is made from, or (but by force) of a database."""
    _refuse_beside(output)
    try:
        target = output.stat()
    except OSError:
        return
    for path in (*_read, settings.config_file()):
        real_path = path.resolve()
        for name in (real_path, *(real_path.with_name(real_path.name + side) for side in SIDES)):
            with suppress(OSError):
                if os.path.samestat(target, name.stat()):
                    raise BadUsage(
                        tr("{output} is what this command reads ({path}).", output=output, path=path),
                        hint=tr("name another file."),
                    )
    with suppress(OSError, AttributeError, ValueError):
        standard_input = os.fstat(sys.stdin.fileno())
        if stat.S_ISREG(standard_input.st_mode) and os.path.samestat(target, standard_input):
            raise BadUsage(
                tr("{output} is what standard input is read from.", output=output), hint=tr("name another file.")
            )
    if not force and stat.S_ISREG(target.st_mode) and _is_database(output):
        raise BadUsage(
            tr("{output} is a database.", output=output),
            hint=tr("name another file; --force replaces it all the same."),
        )
