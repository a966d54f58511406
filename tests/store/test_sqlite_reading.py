"""A SQLite connection for questions can only read, and gives its rows in each way alike."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.store.address import database_at
from cyberdiplo.store.encoded import EncodedRows

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading


@pytest.mark.parametrize(
    "sql", ["delete from forums", "attach '{}' as other", "vacuum into '{}'", "create table t (a)"]
)
def test_nothing_can_be_written_here_nor_elsewhere(database: Reading, tmp_path: Path, sql: str) -> None:
    other = tmp_path / "other.sqlite"
    with pytest.raises(sqlite3.Error):
        database.execute(sql.format(other))
    assert not other.exists()


def test_rows_are_counted_however_they_are_taken(database: Reading) -> None:
    sql = "select id from forums order by id"
    whole = [row[0] for row in database.execute(sql)]
    one_by_one, batches = (database.rows(database.execute(sql)) for _ in range(2))
    assert [row[0] for row in one_by_one] == whole
    assert [row[0].decode() for batch in batches.batches(7) for row in batch] == whole
    later = database.rows_later(sql, "select json_object('id', id) from forums order by id")
    objects = later.objects(7)
    assert objects is not None
    assert len([made for batch in objects for made in batch]) == len(whole)
    for rows in (one_by_one, batches, later):
        assert isinstance(rows, EncodedRows)
        assert rows.take_count() == len(whole)
    assert database.execute("select 'é'").fetchone() == ("é",)  # text is decoded again


def test_a_file_and_a_server_are_told_apart_by_their_address(tmp_path: Path) -> None:
    assert database_at(tmp_path / "a.sqlite").kind == "sqlite"
    assert database_at("~/a.sqlite").name == str(Path("~/a.sqlite").expanduser())
    server = database_at("postgresql://someone:secret@host/db")
    assert (server.kind, server.name) == ("postgresql", "postgresql://someone@host/db")
    with pytest.raises(BadUsage, match="which pg_dump copies"):
        server.backup(tmp_path / "copy")
    with pytest.raises(BadUsage, match="which pg_restore brings back"):
        server.restore(tmp_path / "copy")


def test_a_missing_driver_is_told_with_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseProblem, match="needs the driver psycopg, which cannot be loaded") as told:
        database_at("postgresql://host/db")
    assert "cyberdiplo[postgres]" in told.value.hint
