"""The errors that a user can act on: one sentence, a hint, an exit code.

The codes are a contract: 1 failure, 2 wrong usage, 3 no or several such names, 4 bad seed or input file,
5 database missing, unreadable, locked or of another version, 6 a query stopped by its limits, 130 interrupted.
"""

from __future__ import annotations

import errno


class CyberdiploError(Exception):
    """A problem the user can act on."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class BadUsage(CyberdiploError):
    """The command cannot be carried out as it was given."""

    exit_code = 2


class UnclearName(CyberdiploError):
    """No record has this name, or several have."""

    exit_code = 3


class BadSeed(CyberdiploError):
    """A seed or input file is not what it has to be."""

    exit_code = 4


class DatabaseProblem(CyberdiploError):
    """The database is missing, unreadable, locked or of another version."""

    exit_code = 5


class Stopped(CyberdiploError):
    """A query was stopped by its limits."""

    exit_code = 6


# What else a library says where there is no memory: the loader of a module, Python of a thread, Arrow of its packing.
NO_ROOM = ("failed to map segment", "cannot allocate memory", "can't start new thread", "not enough memory")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether it says, in one of the ways there are, that there is too little memory."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    return isinstance(error, ImportError | RuntimeError | OSError) and any(
        words in str(error).lower() for words in NO_ROOM
    )
