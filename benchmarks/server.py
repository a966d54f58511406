"""A PostgreSQL server for the benchmark: the one of the tests, with the seconds that it has worked."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import psycopg
from tests import server
from tests.server import beside

from cyberdiplo.load.target import register_sql
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.settings import resource
from cyberdiplo.store import migrate
from cyberdiplo.store.address import database_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["beside", "fresh", "running", "seconds", "tables"]


PATIENCE = 60.0  # seconds for a server to be done with those who left


@contextmanager
def running() -> Iterator[tuple[str, Callable[[], float] | None]]:
    """Its URL, and how many CPU seconds it has used by now, or nothing where that cannot be known."""
    with server.running() as url:
        socket = parse_qs(urlsplit(url).query).get("host", [""])[0]
        pid = Path(socket, "data", "postmaster.pid")
        if not pid.exists() or not Path("/proc/self/stat").exists():
            yield url, None
            return
        with psycopg.connect(url, autocommit=True) as connection:  # it would work when it likes, for either side
            connection.execute("alter system set autovacuum = off")
            connection.execute("select pg_reload_conf()")
        number = int(pid.read_text("utf-8").split()[0])
        yield url, lambda: seconds(number)


def seconds(postmaster: int) -> float:
    """What a server has used: its first process, those that it ended and waited for, and those that live.

    One process serves each connection, and its seconds are those of the first process only when it is gone, which is
    a moment after its client is: so this waits for that.
    """
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        own = _stat(postmaster)
        children = {number: stat for number, stat in _processes() if stat[1] == str(postmaster)}
        if own[11:15] == _stat(postmaster)[11:15] and not any(_serves(number) for number in children):
            ticks = sum(map(int, own[11:15])) + sum(int(ticks) for stat in children.values() for ticks in stat[11:15])
            return ticks / os.sysconf("SC_CLK_TCK")
        time.sleep(0.01)
    raise RuntimeError(f"the server still has clients after {PATIENCE:.0f} seconds")


def _processes() -> Iterator[tuple[int, list[str]]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):  # it ended meanwhile
                yield int(folder.name), _stat(int(folder.name))


def _stat(number: int) -> list[str]:
    """The fields of /proc/N/stat after the name: the state, the parent, …; from the twelfth the ticks of work."""
    return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()


def _serves(number: int) -> bool:
    """Whether a process of the server is there for a client; the others say what they do, as "checkpointer"."""
    try:
        return b"[local]" in Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return True  # on its way out: look again


def fresh(url: str) -> None:
    """Make an empty database."""
    name = server.name(url)
    with psycopg.connect(beside(url, "postgres"), autocommit=True) as connection:
        connection.execute(f"drop database if exists {name} with (force)")
        connection.execute(f"create database {name} template template0")
        connection.execute("checkpoint")  # what earlier runs left to write is not this one's work


def tables(url: str, files: Path, script: Path) -> None:
    """Make a database with its tables and indexes, and a script that copies the files into them."""
    fresh(url)
    migrate.upgrade(database_at(url))
    lines = ["begin;", "set constraints all deferred;", "insert into loads values (1, 'peer', '.', '', '', 0, 0, 'x');"]
    lines += [f"alter table {name} alter load_id set default 1;" for name in seed_tables()]
    lines += ["commit;", "begin;", "set constraints all deferred;"]
    found = sorted([*files.rglob("*.csv"), *(resource("seeds") / "vocabularies").glob("*.csv")])
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
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("checkpoint")
