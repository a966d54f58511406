"""What a user should know of the errors of a PostgreSQL server, and of those of the way to it."""

from __future__ import annotations

import re

import psycopg

from cyberdiplo.errors import BadUsage, CyberdiploError, DatabaseProblem, Stopped
from cyberdiplo.messages import later, say_system, tr
from cyberdiplo.settings import printable

# What a server says: (a part of it, what a user should read, a hint).
CONNECTING: tuple[tuple[str, str, str], ...] = (
    (r"password authentication failed", later("The server refuses the user or the password."), "password"),
    (r"no password supplied", later("The server wants a password."), "password"),
    (
        r"database \"?([\w.-]+)\"? does not exist",
        later("There is no database {name} on the server."),
        later("create it first: createdb {name}; then 'cyberdiplo load' with the same --database."),
    ),
    (
        r"role .* does not exist",
        later("The server does not know this user."),
        later("name another one: postgresql://user@…"),
    ),
    (r"no pg_hba.conf entry|SSL|ssl", later("The server does not let us in from here or in this way."), "access"),
    (
        r"too many (clients|connections)|remaining connection slots",
        later("The server has no free connection."),
        "later",
    ),
    (r"starting up|shutting down|recovery mode", later("The server is starting or stopping."), "later"),
    (r"timeout expired", later("The server does not answer."), "away"),
    (r"resolve host|translate host", later("There is no server of that name."), "url"),
    (
        r"refused|No such file|unreachable|closed the connection|[Ll]ost|terminat",
        later("No server answers there."),
        "away",
    ),
    (r"invalid|unrecognized", later("The URL cannot be read."), "url"),
)
HINTS = {
    "url": later("postgresql://user@host:5432/database; in a password @ is %40, : is %3A, / is %2F."),
    "password": later("put it into PGPASSWORD or ~/.pgpass; in a URL, @ is written %40."),
    "access": later("ask whoever runs it for pg_hba.conf, and whether it wants ?sslmode=require."),
    "later": later("try again in a moment."),
    "away": later("look at host and port: 'pg_isready -d URL' says whether it is up."),
}
REFUSED = {  # SQLSTATE, or its class -> (the error, what it means, a hint)
    "42501": (DatabaseProblem, later("This user may not do that"), later("see the roles in docs/postgresql.md.")),
    "25006": (
        DatabaseProblem,
        later("Nothing can be written there"),
        later("load into the primary server, not into a replica."),
    ),
    "55P03": (
        DatabaseProblem,
        later("Somebody else is using the tables"),
        later("try again when their work has finished."),
    ),
    "40P01": (
        DatabaseProblem,
        later("Somebody else is using the tables"),
        later("try again when their work has finished."),
    ),
    "2BP01": (
        DatabaseProblem,
        later("What is to be made anew there is used by something that is not ours"),
        later("drop that, give the command again, and make it again."),
    ),
    "42P07": (
        DatabaseProblem,
        later("Something that is not ours has the name of what is to be made there"),
        later("give cyberdiplo a database or a schema of its own: docs/postgresql.md says how."),
    ),
    "53": (DatabaseProblem, later("The server has no room left"), later("look at its disk, memory and connections.")),
    "54": (BadUsage, later("The question is too much for the server"), later("ask for less at a time.")),
    "58": (DatabaseProblem, later("The server cannot read or write its files"), later("look at its log.")),
    "XX": (DatabaseProblem, later("The server has met an error of its own"), later("look at its log.")),
}


NO_ROOM = re.compile(r"out of memory|cannot allocate memory")  # what the server's library says of this machine


def translate(error: psycopg.Error, url: str) -> CyberdiploError:
    """What a user should know of an error of the server's, or of the way to it."""
    state = error.sqlstate or ""
    message = (error.diag.message_primary or str(error)).partition("\n")[0]
    if not state and NO_ROOM.search(str(error)):  # here, and not on the server
        return Stopped(
            tr("The answer needs more memory than a question may use."),
            hint=tr("ask for less: fewer rows (--limit N), or part of a long value (substr)."),
        )
    if state == "57014":
        return Stopped(
            tr("The question took too long and was stopped.")
            if "timeout" in message
            else tr("The question was stopped on the server."),
            hint=tr("ask for less, or give it more time."),
        )
    if refusal := REFUSED.get(state) or REFUSED.get(state[:2]):
        kind, meaning, hint = refusal
        return kind(
            tr("{what} ({said}).", what=tr(meaning), said=say_system(_tell_what(error, message))), hint=tr(hint)
        )
    if state.startswith(("08", "57", "28", "3D")) or not (state or is_fault(error)):
        text = message if state else str(error)
        for pattern, sentence, hint in CONNECTING:
            if match := re.search(pattern, text):
                values = {"name": match[1]} if match.groups() else {}
                sentence, hint = tr(sentence, **values), tr(HINTS.get(hint, hint), **values)
                return DatabaseProblem(tr("{database}: {said}", database=printable(url), said=sentence), hint=hint)
        return DatabaseProblem(
            tr("{database} cannot be asked.", database=printable(url)), hint=tr("'psql URL' says more about why.")
        )
    return CyberdiploError(
        tr("The database refuses the question: {said}.", said=say_system(message)),
        hint=tr("look at the names and types in it."),
    )


def _tell_what(error: psycopg.Error, message: str) -> str:
    """What the server says, or what hangs on what, which it says only in the second place."""
    detail = (error.diag.message_detail or "").partition("\n")[0] if error.sqlstate == "2BP01" else ""
    return detail or message


def is_fault(error: psycopg.Error) -> bool:
    """Whether it is the question that is wrong, and not the server or the way to it."""
    state = error.sqlstate or ("42" if isinstance(error, psycopg.ProgrammingError) else "")
    return state.startswith(("42", "22", "21", "0A", "25")) and state != "42501"
