"""The files that a command reads, which no answer of it may take the place of."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage

_read: list[Path] = []


def note(path: Path) -> None:
    """This file is read by the command that is running."""
    _read.append(path)


def refuse(output: Path) -> None:
    """Raise BadUsage where an answer would take the place of what it is made from."""
    try:
        wanted = output.stat()
    except OSError:
        return
    for path in (*_read, settings.config_file()):
        place = path.resolve()
        for name in (place, place.with_name(f"{place.name}-journal"), place.with_name(f"{place.name}-wal")):
            with suppress(OSError):
                if os.path.samestat(wanted, name.stat()):
                    raise BadUsage(f"{output} is what this command reads ({path}).", hint="name another file.")
    with suppress(OSError, AttributeError, ValueError):
        given = os.fstat(sys.stdin.fileno())
        if stat.S_ISREG(given.st_mode) and os.path.samestat(wanted, given):
            raise BadUsage(f"{output} is what standard input is read from.", hint="name another file.")
