"""The full-text index follows what is loaded, and can be made again."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.load.build import load_into, upgrade
from cyberdiplo.schema.search_tables import KINDS, SEARCH_TABLES
from cyberdiplo.search.search import search
from cyberdiplo.store import sqlite
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading


@pytest.fixture
def copy(database_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(database_path, tmp_path / "copy.sqlite"))


def found(path: Path, typed: str) -> list[str]:
    connection = sqlite.reading(path)
    try:
        return [row[1] for row in search(connection, typed).result.rows]
    finally:
        connection.close()


def change(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


def seeds_saying(folder: Path, before: str, after: str) -> Path:
    """The folder of the WTO document with a few words of it changed."""
    made = folder / "seeds" / "sources" / "wto-tbt-cyber-2023"
    shutil.copytree(SEEDS / "sources" / made.name, made)
    shutil.copy(SEEDS / "DATASET", folder / "seeds")
    text = (made / "statements.csv").read_text("utf-8")
    assert text.count(before) == 1
    (made / "statements.csv").write_text(text.replace(before, after), encoding="utf-8")
    return made


def test_every_record_of_a_searched_kind_is_in_the_index(database: Reading) -> None:
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    records = database.execute(f"select count(*) from records where kind in ({kinds})").fetchone()
    assert database.execute("select count(*) from search_records").fetchone() == records
    assert database.execute("select count(*) from search_index_docsize").fetchone() == records


def test_the_index_agrees_with_the_text_it_is_made_of(copy: Path) -> None:
    change(copy, "insert into search_index (search_index, rank) values ('integrity-check', 1)")


def test_a_load_brings_its_words_and_takes_the_old_ones_away(copy: Path, tmp_path: Path) -> None:
    assert found(copy, '"réinventer la roue"') == ["otc-2023-059"]
    load_into(copy, [seeds_saying(tmp_path, "réinventer la roue", "tout nomadiser")])
    assert found(copy, '"réinventer la roue"') == []
    assert found(copy, "nomadisés") == ["otc-2023-059"]


def test_a_database_without_an_index_is_told_and_gets_one(copy: Path) -> None:
    for table in ("search_index", "search_words", "search_records"):
        change(copy, f"drop table {table}")
    with pytest.raises(DatabaseProblem, match="no full-text index"):
        found(copy, "OTC")
    change(copy, "drop view search_texts")
    load_into(copy, [SEEDS])
    assert found(copy, "OTC")[0] == "wto-tbt"


def test_an_upgrade_keeps_search(copy: Path) -> None:
    upgrade(copy, settings.resource("seeds"))
    assert found(copy, "OTC")[0] == "wto-tbt"


def test_the_tables_that_a_migration_must_not_see_are_all_there_are(database: Reading) -> None:
    rows = database.execute("select name from sqlite_master where type = 'table' and name like 'search%'")
    assert {row[0] for row in rows} == {*SEARCH_TABLES}
