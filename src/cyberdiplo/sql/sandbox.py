"""A SQLite connection that can write nothing anywhere, and cannot be made to use up the machine."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import dataclass, field
from functools import partial

from cyberdiplo.sql.limits import MEGABYTE

LARGEST_VALUE = 4 * MEGABYTE
HEAP = 48 * MEGABYTE  # of SQLite's own; what is sorted or grouped goes to temporary files beyond its cache
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LARGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: MEGABYTE,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 500,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1_000_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 127,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
FORBIDDEN = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "fts5", "sqlite_log"}
# Functions whose value is no longer than what they take.
SHORT = {
    "abs", "avg", "bm25", "coalesce", "count", "cume_dist", "date", "datetime", "dense_rank", "first_value",
    "glob", "ifnull", "iif", "instr", "julianday", "lag", "last_value", "lead", "length", "like", "likelihood",
    "lower", "ltrim", "max", "min", "nth_value", "ntile", "nullif", "percent_rank", "random", "rank", "round",
    "row_number", "rtrim", "sign", "strftime", "substr", "substring", "sum", "time", "total", "trim", "typeof",
    "unicode", "unixepoch", "unlikely", "upper",
}  # fmt: skip
# Pragmas that tell something and change nothing; True: they take the name of what they tell of.
PRAGMAS = {
    **dict.fromkeys(("table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list"), True),
    **dict.fromkeys(("table_list", "quick_check", "integrity_check", "foreign_key_check"), True),
    **dict.fromkeys(("database_list", "collation_list", "function_list", "module_list", "pragma_list"), False),
    **dict.fromkeys(("compile_options", "data_version", "encoding", "page_count", "page_size", "user_version"), False),
    **dict.fromkeys(("schema_version", "application_id", "freelist_count", "journal_mode", "foreign_keys"), False),
}
ACTIONS = {
    value: name.removeprefix("SQLITE_").replace("_", " ")
    for name, value in vars(sqlite3).items()
    if name.startswith(("SQLITE_CREATE", "SQLITE_DROP", "SQLITE_ALTER"))
    or name in ("SQLITE_DELETE", "SQLITE_INSERT", "SQLITE_UPDATE", "SQLITE_ATTACH", "SQLITE_DETACH", "SQLITE_REINDEX")
    or name in ("SQLITE_ANALYZE", "SQLITE_SAVEPOINT", "SQLITE_TRANSACTION")
}


@dataclass
class Access:
    """What a statement was kept from doing (nothing where it only read), what it reads, if it can make long values."""

    denied: str = ""
    lengthens: bool = False
    tables: set[str] = field(default_factory=set)

    def allows(self, action: int, first: str | None, second: str | None, *_: str | None) -> int:
        """SQLite asks this for everything that a statement would do."""
        if action in READING:
            if first and action == sqlite3.SQLITE_READ:
                self.tables.add(first)
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            name = (second or "").lower()
            self.lengthens = self.lengthens or name not in SHORT
            return sqlite3.SQLITE_OK if name not in FORBIDDEN else self._deny(f"{name}()")
        if action == sqlite3.SQLITE_PRAGMA:
            name = (first or "").lower()
            with_value = PRAGMAS.get(name)
            if with_value is not None and (second is None or with_value):
                return sqlite3.SQLITE_OK
            return self._deny(f"PRAGMA {name}" + (f" = {second}" if second and with_value is False else ""))
        if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
            return sqlite3.SQLITE_OK  # what FTS5 and table functions ask for to be read; SQLite itself refuses the rest
        verb = ACTIONS.get(action, "this")
        return self._deny((second or "").replace("BEGIN", "a transaction") if verb == "TRANSACTION" else verb)

    def _deny(self, what: str) -> int:
        self.denied = self.denied or what.strip() or "this"
        return sqlite3.SQLITE_DENY


def confine(connection: sqlite3.Connection) -> Access:
    """Limit a connection that was opened read-only, for good."""
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma query_only = on")
    connection.execute("pragma temp_store = file")
    if sys.version_info >= (3, 12):  # before, names are written so that it does not matter
        for option, on in (("DEFENSIVE", True), ("DQS_DML", False), ("DQS_DDL", False), ("TRUSTED_SCHEMA", False)):
            connection.setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{option}"), on)
    for limit, most in LIMITS.items():
        connection.setlimit(limit, min(most, connection.getlimit(limit)))
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")  # one bad cell loses no row
    access = Access()
    connection.set_authorizer(access.allows)
    return access


def limit_heap(connection: sqlite3.Connection) -> None:
    """Limit the memory of all of SQLite in this program, until it ends: only for a program that does nothing else."""
    connection.execute(f"pragma hard_heap_limit = {HEAP}")
