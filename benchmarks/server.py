"""A PostgreSQL server for the benchmark: the one of the tests, with the seconds that it has worked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
from tests import server
from tests.server import beside

from cyberdiplo.load.target import register_sql
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.store import migrate
from cyberdiplo.store.address import database_at

__all__ = ["beside", "fresh", "running", "tables"]


@contextmanager
def running() -> Iterator[tuple[str, Callable[[], float]]]:
    """Its URL, and the CPU seconds that it and all that it ended have used; 0 where that cannot be known."""
    with server.running() as url:
        socket = parse_qs(urlsplit(url).query).get("host", [""])[0]
        pid = Path(socket, "data", "postmaster.pid")
        number = int(pid.read_text("utf-8").split()[0]) if pid.exists() else 0

        def seconds() -> float:
            """Of the first process and of those that it has ended: one for each connection."""
            try:
                fields = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
            except OSError:
                return 0.0
            return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

        yield url, seconds


def fresh(url: str) -> None:
    """Make an empty database."""
    name = server.name(url)
    with psycopg.connect(beside(url, "postgres"), autocommit=True) as connection:
        connection.execute(f"drop database if exists {name} with (force)")
        connection.execute(f"create database {name} template template0")


def tables(url: str, files: Path, script: Path) -> None:
    """Make a database with its tables and indexes, and a script that copies the files into them."""
    fresh(url)
    migrate.upgrade(database_at(url))
    lines = ["begin;", "set constraints all deferred;", "insert into loads values (1, 'peer', '.', '', '', 0, 0, 'x');"]
    lines += [f"alter table {name} alter load_id set default 1;" for name in seed_tables()]
    lines += ["commit;", "begin;", "set constraints all deferred;"]
    found = sorted(files.rglob("*.csv"))
    for table in seed_tables().values():
        kept = ", ".join(column.name for column in table.columns if column.default == "")
        options = f"format csv, header{f', force_not_null ({kept})' if kept else ''}"
        columns = ", ".join(table.header)
        lines += [
            f"\\copy {table.name} ({columns}) from '{path}' with ({options})"
            for path in found
            if path.stem == table.name
        ]
    lines += [f"{sql};" for sql in register_sql(1)]
    script.write_text("\n".join([*lines, "commit;"]), encoding="utf-8")
