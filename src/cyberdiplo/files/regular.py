"""Regular files alone: a pipe would never end, a device never stop."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path


def open_regular(path: Path) -> BufferedReader:
    """The file, opened to be read. Raises BadSeed where it is missing, may not be read or is no regular file."""
    try:  # without O_NONBLOCK, to open a pipe is to wait for who writes into it
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise refuse_unreadable(path, error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise BadSeed(
            tr("{path} is no regular file.", path=path),
            hint=tr("a pipe, device or folder is not read here; save what it gives to a file, and give that."),
        )
    return os.fdopen(descriptor, "rb")


def refuse_unreadable(path: Path, error: OSError) -> BadSeed:
    """The error for a file of which the system does not let us read."""
    return BadSeed(
        tr("{path} cannot be read: {reason}.", path=path, reason=say_system(error)),
        hint=tr("give a file that is there and that you may read."),
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
