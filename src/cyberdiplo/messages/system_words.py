"""What an operating system, SQLite and PostgreSQL say in English, as it stands in a sentence of ours.

The common ones have their French in the catalogue. What is not among them stands in quotes in another language than
English: it is what a machine said, word for word.
"""

from __future__ import annotations

import re

from cyberdiplo.messages.lookup import later, tr

SYSTEM = (
    later("Permission denied"),
    later("Operation not permitted"),
    later("No such file or directory"),
    later("File exists"),
    later("Is a directory"),
    later("Not a directory"),
    later("Directory not empty"),
    later("File name too long"),
    later("No space left on device"),
    later("Disk quota exceeded"),
    later("File too large"),
    later("Read-only file system"),
    later("Too many open files"),
    later("Too many open files in system"),
    later("Too many levels of symbolic links"),
    later("Too many links"),
    later("Input/output error"),
    later("Bad file descriptor"),
    later("Broken pipe"),
    later("Invalid argument"),
    later("Illegal seek"),
    later("Invalid cross-device link"),
    later("Device or resource busy"),
    later("Text file busy"),
    later("No such device or address"),
    later("No such device"),
    later("Operation not supported"),
    later("Cannot allocate memory"),
    later("Resource temporarily unavailable"),
    later("Stale file handle"),
    later("Connection refused"),
    later("Connection reset by peer"),
    later("Connection timed out"),
    later("Network is unreachable"),
    later("No route to host"),
)
SQLITE = (
    later("unable to open database file"),
    later("attempt to write a readonly database"),
    later("database is locked"),
    later("database table is locked"),
    later("database disk image is malformed"),
    later("file is not a database"),
    later("database or disk is full"),
    later("disk I/O error"),
    later("string or blob too big"),
    later("out of memory"),
    later("interrupted"),
    later("authorization denied"),
    later("not authorized"),
    later("no such table: {name}"),
    later("no such column: {name}"),
    later("malformed JSON"),
    later("integer overflow"),
    later("too many columns in result set"),
    later("too many terms in compound SELECT"),
    later("too many attached databases - max {count}"),
)
POSTGRESQL = (
    later("permission denied for table {name}"),
    later("permission denied for schema {name}"),
    later("permission denied for view {name}"),
    later("permission denied for database {name}"),
    later("must be owner of table {name}"),
    later("cannot execute {word} in a read-only transaction"),
    later("canceling statement due to lock timeout"),
    later("canceling statement due to statement timeout"),
    later("canceling statement due to user request"),
    later("deadlock detected"),
    later("division by zero"),
    later("out of shared memory"),
    later("stack depth limit exceeded"),
    later("could not extend file {name}: No space left on device"),
    later("value out of range: overflow"),
    later("integer out of range"),
    later("bigint out of range"),
    later("invalid input syntax for type {type}: {name}"),
    later("invalid byte sequence for encoding {name}: {what}"),
)
KNOWN = (*SYSTEM, *SQLITE, *POSTGRESQL)


def translate_system(text: str) -> str:
    """The text in the reader's language where it is known, else in quotes."""
    for known in KNOWN:
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(known))
        if match := re.fullmatch(pattern, text, re.DOTALL):
            return tr(known, **{name: value.strip('"') for name, value in match.groupdict().items()})
    return tr('"{words}"', words=text)
