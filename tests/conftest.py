"""The real build is the fixture: one database from the shipped seeds for all tests that only read."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cyberdiplo.intake.build import build
from cyberdiplo.store import sqlite

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
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
def database(database_path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the shipped seeds."""
    connection = sqlite.reading(database_path)
    yield connection
    connection.close()


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

    def run(*words: str, env: dict[str, str] | None = None, stdin: str | None = None, ask: Path | None = None) -> subprocess.CompletedProcess[str]:
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
