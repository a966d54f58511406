"""The real build is the fixture: one database from the shipped seeds for all tests that only read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from cyberdiplo.load.build import build
from cyberdiplo.settings import resource
from cyberdiplo.store import sqlite
from cyberdiplo.store.sqlite_reading import Reading
from tests import server
from tests.load.mini import MINI

# No test says how long something may take: machines differ.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

ROOT = Path(__file__).parents[1]
SEEDS = resource("seeds")  # of the program under test: an installed one brings its own
# The source documents are not ours to pass on: tests that read them run where they lie beside the checkout.
DOCUMENTS = Path(os.environ.get("CYBERDIPLO_DOCUMENTS", ROOT.parent / "shared" / "sources"))

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def database_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped seeds, built as a user's machine builds them; not to be written to."""
    path = tmp_path_factory.mktemp("database") / "cyberdiplo.sqlite"
    build(path)
    return path


@pytest.fixture
def database(database_path: Path) -> Iterator[Reading]:
    """A read-only connection to the shipped seeds."""
    connection = sqlite.reading(database_path)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server; where none can be had, the test is skipped with the reason."""
    with server.running() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The shipped seeds on a PostgreSQL server; not to be written to."""
    with server.database(postgres_server) as url:
        build(url)
        yield url


@pytest.fixture
def empty_postgres(postgres_server: str) -> Iterator[str]:
    """A PostgreSQL database with nothing in it."""
    with server.database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest) -> str:
    """The shipped seeds, once in a file and once on a server; not to be written to."""
    return str(request.getfixturevalue("database_path" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def any_new_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a database can be built: once a file, once on a server."""
    return str(tmp_path / "new.sqlite" if request.param == "sqlite" else request.getfixturevalue("empty_postgres"))


@pytest.fixture(scope="session")
def mini_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small collection of seed files, loaded into a file; not to be written to."""
    path = tmp_path_factory.mktemp("mini") / "mini.sqlite"
    build(path, [MINI], shipped=False)
    return path


@pytest.fixture(scope="session")
def mini_url(postgres_server: str) -> Iterator[str]:
    """The small collection on a server; not to be written to."""
    with server.database(postgres_server) as url:
        build(url, [MINI], shipped=False)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def mini_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The small collection, once in a file and once on a server; the test's own."""
    if request.param == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("mini_path"), tmp_path / "loaded.sqlite"))
    else:
        template = server.name(request.getfixturevalue("mini_url"))
        with server.database(request.getfixturevalue("postgres_server"), template) as url:
            yield url


@pytest.fixture
def documents() -> Path:
    """The folder of the source documents."""
    if not DOCUMENTS.is_dir():
        pytest.skip(f"the source documents are not at {DOCUMENTS}")
    return DOCUMENTS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, with nothing of the real environment in it."""
    for name in [name for name in os.environ if name.startswith(("CYBERDIPLO_", "XDG_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "home"


@pytest.fixture
def cyberdiplo(home: Path, database_path: Path) -> Run:
    """The program as a user runs it: a process of its own, asking the shipped seeds unless told otherwise."""

    def run(
        *words: str, env: dict[str, str] | None = None, stdin: str | None = None, ask: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "cyberdiplo", *words],
            env=os.environ | {"CYBERDIPLO_DATABASE": str(ask or database_path)} | (env or {}),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
