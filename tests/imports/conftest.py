"""A database of the test's own with the shipped seeds, once in a file and once on a server."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests import server
from tests.conftest import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SESSIONS = DOCUMENTS.parent / "data" / "un-ga-resolutions"


@pytest.fixture
def own_path(database_path: Path, tmp_path: Path) -> str:
    """The shipped seeds in a file."""
    return str(shutil.copy(database_path, tmp_path / "own.sqlite"))


@pytest.fixture(params=["sqlite", "postgresql"])
def own_database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The shipped seeds, once in a file and once on a server."""
    if request.param == "sqlite":
        yield request.getfixturevalue("own_path")
    else:
        template = server.name(request.getfixturevalue("postgres_url"))
        with server.database(request.getfixturevalue("postgres_server"), template) as url:
            yield url


@pytest.fixture
def sessions() -> Path:
    """The folder of the General Assembly's resolutions."""
    if not SESSIONS.is_dir():
        pytest.skip(f"the resolutions of sessions 74 to 79 are not at {SESSIONS}")
    return SESSIONS
