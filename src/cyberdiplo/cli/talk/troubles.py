"""What a user should know of an error that no command foresaw: the one place that every such error goes through.

A permission, a full disk, a locked file, a server that has gone, a number out of range: all of these a user's machine
can do. What is left is ours, and said to be.
"""

from __future__ import annotations

import errno
import sqlite3
import sys

from cyberdiplo.errors import BadSeed, BadUsage, CyberdiploError, DatabaseProblem, Stopped, is_out_of_memory
from cyberdiplo.messages import say_system, tr

ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
LOOP = "Symlink loop from "  # what Python up to 3.12 says of a path
GONE = {errno.ENOENT, errno.ESTALE}


def explain(error: BaseException) -> CyberdiploError | None:
    """The error as a user can act on it; None where it is a fault of ours."""
    if isinstance(error, CyberdiploError):
        return error
    if isinstance(error, sqlite3.OperationalError | sqlite3.DataError) or type(error) is sqlite3.DatabaseError:
        from cyberdiplo.store.sqlite_file import translate

        return translate(error, tr("the database"))
    if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":
        return BadUsage(
            tr("{text}: this is not UTF-8 text.", text=ascii(error.object[:60])),
            hint=tr("write it in UTF-8; a file of such a name has to be renamed."),
        )
    if is_out_of_memory(error):
        return Stopped(
            tr("The answer needs more memory than there is."), hint=tr("ask for less, or for a format that streams.")
        )
    if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
        return _explain_system(error)
    if isinstance(error, RuntimeError) and (loop := str(error).removeprefix(LOOP)) != str(error):
        return BadUsage(tr("{path} is a link that leads to itself.", path=loop.strip("'")), hint=tr("name the file."))
    return _explain_library(error)


def _explain_system(error: OSError) -> CyberdiploError:
    reason = say_system(error)
    if error.filename is None and error.errno in GONE:  # a path could not be made whole
        return BadUsage(
            tr("The folder you are in is not there any more."), hint=tr("go to another one, or name whole paths.")
        )
    if error.filename is None:
        return CyberdiploError(
            tr("the answer could not be written: {reason}.", reason=reason),
            hint=tr("make room, or let it go elsewhere."),
        )
    path = error.filename2 or error.filename
    hint = tr("check the path and its rights.") if error.errno not in ROOM else tr("make room, and try again.")
    kind = DatabaseProblem if str(path).endswith((".sqlite", ".lock", "-journal")) else CyberdiploError
    return kind(tr("{path} cannot be read or written: {reason}.", path=path, reason=reason), hint=hint)


def _explain_library(error: BaseException) -> CyberdiploError | None:
    """Errors of what is imported only where it is used: looked up by what has been imported."""
    if (csv := sys.modules.get("csv")) is not None and isinstance(error, csv.Error):
        from cyberdiplo.load.sound import describe_csv

        what, hint = describe_csv(error)
        return BadSeed(tr("A seed file cannot be read: {what}.", what=what), hint=hint)
    psycopg = sys.modules.get("psycopg")
    if psycopg is not None and isinstance(error, psycopg.Error):
        from cyberdiplo.store.postgres_errors import translate

        return translate(error, "postgresql://")
    return None
