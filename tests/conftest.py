"""The real build is the fixture: one database from the shipped seeds for all tests that only read."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from cyberdiplo.load.build import build
from cyberdiplo.schema import GENERATED
from cyberdiplo.settings import resource
from cyberdiplo.store import sqlite
from tests import server, warm
from tests.load.mini import MINI

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading

# No test says how long something may take: machines differ.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

ROOT = Path(__file__).parents[1]
SEEDS = resource("seeds")  # of the program under test: an installed one brings its own
# The source documents are not ours to pass on: tests that read them run where they lie beside the checkout.
# What answers say of days that have passed is as of this day.
TODAY = "2026-11-27"
os.environ["CYBERDIPLO_TODAY"] = TODAY
DOCUMENTS = Path(os.environ.get("CYBERDIPLO_DOCUMENTS", ROOT.parent / "shared" / "sources"))


MEMORY = Path("/dev/shm")  # files in memory, where Linux has them
ROOM = 8 << 30  # bytes: what a run may have there at once, and as much again


def pytest_configure(config: pytest.Config) -> None:
    """In a checkout the schema is written down anew, once, from the models as they are, and the messages compiled.

    Files of tests are in memory where there is room: each is synced to its disk as a user's is, for which half of a run
    would be waiting. ``--basetemp`` has them elsewhere.
    """
    in_memory = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    if in_memory and not hasattr(config, "workerinput") and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = str(MEMORY)  # workers and servers have it too
        tempfile.tempdir = None
    if (ROOT / "src") in GENERATED.parents and not hasattr(config, "workerinput"):
        from cyberdiplo.messages import compile
        from cyberdiplo.schema import snapshot

        snapshot.main()
        compile.main()


# Their modules import what only POSIX has: signals, limits and terminals.
collect_ignore = ["trust", "test_readme.py"] if sys.platform == "win32" else []

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def plain_csv() -> None:
    """Cells may be as long as Python's reader has it: what validates packages for a test changes that for all."""
    csv.field_size_limit(1 << 17)


# Where nearly every test starts the program as a process of its own, a server, or builds a database.
SLOW_FOLDERS = {"cli", "store", "trust"}
IN_PROCESS = {"test_reviewing", "test_reading"}  # what in these folders starts nothing
SLOW_MODULES = {
    *("test_both_databases", "test_cite", "test_export", "test_formats", "test_load", "test_noun", "test_readme"),
    *("test_removals", "test_remove", "test_same_answer", "test_search_index", "test_tables"),
    *("test_folder", "test_memory", "test_old_votes", "test_refinements", "test_warm"),
    *("test_brief", "test_genres", "test_hostile", "test_ids", "test_lint", "test_meaning"),
}
SLOW_FIXTURES = {
    *("cyberdiplo", "postgres_server", "ids_in_file"),
    *("any_new_database", "own_database", "own_path"),  # a database of the test's own, with all the seeds
}
FIRST_CASES = 2  # that are quick, of a test that has many: every message, module, question, list
# What takes seconds to prepare and many tests read: these run in one process, that it be prepared once.
PREPARED = {"postgres_server": "server", "ids_in_file": "quality"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, so that ``-m "not slow"`` gives the quick ones; a whole run has all of them."""
    for item in items:
        callspec = getattr(item, "callspec", None)
        needs = set(getattr(item, "fixturenames", ()))
        if callspec is not None and "postgresql" in callspec.params.values():
            needs.add("postgres_server")
        for fixture, group in PREPARED.items():
            if fixture in needs:
                item.add_marker(pytest.mark.xdist_group(group))
        if (
            (item.path.parent.name in SLOW_FOLDERS and item.path.stem not in IN_PROCESS)
            or item.path.stem in SLOW_MODULES
            or not SLOW_FIXTURES.isdisjoint(needs)
            or (callspec is not None and sum(callspec.indices.values()) >= FIRST_CASES)
        ):
            item.add_marker("slow")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What was not run and why, a line each; how to run an order again in which something failed."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", ())
    )
    for reason, times in sorted(reasons.items()):
        terminalreporter.write_line(f"{times} not run: {reason}")
    if config.getoption("randomly_reorganize", False) and terminalreporter.stats.keys() & {"failed", "error"}:
        terminalreporter.write_line(f"The order was --randomly-seed={config.getoption('randomly_seed')}")


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
        pytest.skip(f"the source documents are not at {DOCUMENTS}; CYBERDIPLO_DOCUMENTS names another folder")
    return DOCUMENTS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, with nothing of the real environment in it."""
    for name in [name for name in os.environ if name.startswith(("CYBERDIPLO_", "XDG_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("CYBERDIPLO_TODAY", TODAY)
    return tmp_path / "home"


@pytest.fixture(scope="session")
def warm_process() -> Iterator[warm.Warm]:
    """A process that the program is forked from."""
    process = warm.Warm()
    yield process
    process.close()


@pytest.fixture
def cyberdiplo(home: Path, database_path: Path, warm_process: warm.Warm) -> Run:  # noqa: ARG001  # for what it sets
    """The program as a user runs it: a process of its own, asking the shipped seeds unless told otherwise."""

    def run(
        *words: str, env: dict[str, str] | None = None, stdin: str | None = None, ask: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        variables = os.environ | {"CYBERDIPLO_DATABASE": str(ask or database_path)} | (env or {})
        if warm.fits(variables):
            return warm_process.run(words, variables, stdin)
        return subprocess.run(
            [sys.executable, "-m", "cyberdiplo", *words],
            env=variables,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
