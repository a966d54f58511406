"""What drafts are read against: the names of the shipped seeds, or those of countries and forums alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.drafts import as_newcomer

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.report import draft_report
from cyberdiplo.drafts.known import read_known
from cyberdiplo.store import sqlite

if TYPE_CHECKING:
    from collections.abc import Callable

    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

TEXTS = Path(__file__).parent / "texts"  # our own


@pytest.fixture(scope="session")
def known(database_path: Path) -> Known:
    """Everything that the shipped seeds know by name."""
    connection = sqlite.reading(database_path)
    try:
        return read_known(connection)
    finally:
        connection.close()


@pytest.fixture
def fresh_database(database_path: Path, tmp_path: Path) -> Path:
    """A database of one's own, with the shipped seeds."""
    return Path(shutil.copy(database_path, tmp_path / "own.sqlite"))


@pytest.fixture(scope="session")
def newcomer(known: Known) -> Known:
    """The names of countries and forums alone, as for the first document of its kind."""
    return as_newcomer(known)


@pytest.fixture(scope="session")
def report(newcomer: Known) -> Callable[[str], Draft]:
    """A made-up moderator's report in a language, as a draft."""

    def read(lang: str) -> Draft:
        return draft_report(read_document(TEXTS / f"report-{lang}.txt"), newcomer)

    return read
