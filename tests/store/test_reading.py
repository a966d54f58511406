"""A connection that only reads writes nowhere: not to its file, not to another one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.store import sqlite

if TYPE_CHECKING:
    from pathlib import Path

# Of a connection as the store gives it, before anybody guards it further; mode=ro alone does not stop the last three.
WRITES = [
    "delete from votes",
    "create table mine (id text)",
    "attach '{other}' as other",
    "attach 'file:{other}?mode=rwc' as other",
    "vacuum into '{other}'",
]


@pytest.mark.parametrize("sql", WRITES)
def test_a_reading_connection_writes_nowhere(database_path: Path, tmp_path: Path, sql: str) -> None:
    before = database_path.read_bytes()
    connection = sqlite.reading(database_path)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute(sql.format(other=tmp_path / "other.sqlite"))
    connection.close()
    assert list(tmp_path.iterdir()) == []
    assert database_path.read_bytes() == before


def test_a_reading_connection_reads_no_other_file(database_path: Path, mini_path: Path) -> None:
    connection = sqlite.reading(database_path)
    with pytest.raises(sqlite3.OperationalError, match="too many attached databases"):
        connection.execute("attach ? as other", (str(mini_path),))
    connection.close()
