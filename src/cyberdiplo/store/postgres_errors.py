"""What a user should know of the errors of a PostgreSQL server, and of those of the way to it."""

from __future__ import annotations

import re

import psycopg

from cyberdiplo.errors import BadUsage, CyberdiploError, DatabaseProblem, Stopped
from cyberdiplo.settings import shown

# What a server says: (a part of it, what a user should read, a hint).
CONNECTING: tuple[tuple[str, str, str], ...] = (
    (r"password authentication failed", "The server refuses the user or the password.", "password"),
    (r"no password supplied", "The server wants a password.", "password"),
    (
        r"database \"?([\w.-]+)\"? does not exist",
        "There is no database {0} on the server.",
        "make it first: createdb {0}; then 'cyberdiplo load' with the same --database.",
    ),
    (r"role .* does not exist", "The server does not know this user.", "name another one: postgresql://user@…"),
    (r"no pg_hba.conf entry|SSL|ssl", "The server does not let us in from here or in this way.", "access"),
    (r"too many (clients|connections)|remaining connection slots", "The server has no free connection.", "later"),
    (r"starting up|shutting down|recovery mode", "The server is starting or stopping.", "later"),
    (r"timeout expired", "The server does not answer.", "away"),
    (r"resolve host|translate host", "There is no server of that name.", "url"),
    (r"refused|No such file|unreachable|closed the connection|[Ll]ost|terminat", "No server answers there.", "away"),
    (r"invalid|unrecognized", "The URL cannot be read.", "url"),
)
HINTS = {
    "url": "postgresql://user@host:5432/database; in a password @ is %40, : is %3A, / is %2F.",
    "password": "put it into PGPASSWORD or ~/.pgpass; in a URL, @ is written %40.",
    "access": "ask whoever runs it for pg_hba.conf, and whether it wants ?sslmode=require.",
    "later": "try again in a moment.",
    "away": "look at host and port: 'pg_isready -d URL' says whether it is up.",
}
REFUSED = {  # SQLSTATE, or its class -> (the error, what it means, a hint)
    "42501": (DatabaseProblem, "This user may not do that", "see the roles in docs/postgresql.md."),
    "25006": (DatabaseProblem, "Nothing can be written there", "load into the primary server, not into a replica."),
    "55P03": (DatabaseProblem, "Somebody else holds the tables", "try again when their work has finished."),
    "40P01": (DatabaseProblem, "Somebody else holds the tables", "try again when their work has finished."),
    "53": (DatabaseProblem, "The server has no room left", "look at its disk, memory and connections."),
    "54": (BadUsage, "The question is too much for the server", "ask for less at a time."),
    "58": (DatabaseProblem, "The server cannot read or write its files", "look at its log."),
    "XX": (DatabaseProblem, "The server has met an error of its own", "look at its log."),
}


def translate(error: psycopg.Error, url: str) -> CyberdiploError:
    """What a user should know of an error of the server's, or of the way to it."""
    state = error.sqlstate or ""
    said = (error.diag.message_primary or str(error)).partition("\n")[0]
    if state == "57014":
        return Stopped(
            "The question took too long and was stopped."
            if "timeout" in said
            else "The question was stopped on the server.",
            hint="ask for less, or give it more time.",
        )
    if found := REFUSED.get(state) or REFUSED.get(state[:2]):
        kind, meaning, hint = found
        return kind(f"{meaning} ({said}).", hint=hint)
    if state.startswith(("08", "57", "28", "3D")) or not (state or is_fault(error)):
        text = said if state else str(error)
        for pattern, sentence, hint in CONNECTING:
            if match := re.search(pattern, text):
                names = match.groups()
                sentence, hint = sentence.format(*names), HINTS.get(hint, hint).format(*names)
                return DatabaseProblem(f"{shown(url)}: {sentence}", hint=hint)
        return DatabaseProblem(f"{shown(url)} cannot be asked.", hint="'psql URL' says more about why.")
    return CyberdiploError(f"The database refuses the question: {said}.", hint="look at the names and types in it.")


def is_fault(error: psycopg.Error) -> bool:
    """Whether it is the question that is wrong, and not the server or the way to it."""
    state = error.sqlstate or ("42" if isinstance(error, psycopg.ProgrammingError) else "")
    return state.startswith(("42", "22", "21", "0A", "25")) and state != "42501"
