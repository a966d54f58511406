"""Migrations go up and down with rows in the tables, on both databases, and all of one or nothing of it is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import warnings
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.load.build import load_into
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.search_tables import SEARCH_TABLES
from cyberdiplo.schema.tables import METADATA
from cyberdiplo.store import migrate
from cyberdiplo.store.address import database_at
from tests.load.mini import MINI
from tests.server import change, opened


def present(target: str) -> set[str]:
    made = database_at(target).engine()
    try:
        found = inspect(made)
        return {*found.get_table_names(), *found.get_view_names()} - set(SEARCH_TABLES) - {"search_texts"}
    finally:
        made.dispose()


def rows(target: str) -> dict[str, int]:
    with opened(target) as connection:
        return {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in tables()}


def test_down_and_up_again_with_rows_in_the_tables(any_new_database: str) -> None:
    migrate.upgrade(database_at(any_new_database))
    load_into(any_new_database, [MINI])
    before = present(any_new_database), rows(any_new_database)
    migrate.downgrade(database_at(any_new_database), "base")
    assert present(any_new_database) <= {"alembic_version"}
    migrate.upgrade(database_at(any_new_database))
    assert present(any_new_database) == before[0]
    load_into(any_new_database, [MINI])
    assert rows(any_new_database) == before[1]


def test_upgrading_twice_changes_nothing_and_keeps_the_rows(mini_database: str) -> None:
    before = rows(mini_database)
    migrate.upgrade(database_at(mini_database))
    assert rows(mini_database) == before


def test_a_revision_that_there_never_was_is_told(mini_database: str) -> None:
    change(mini_database, "update alembic_version set version_num = '0000'")
    with pytest.raises(DatabaseProblem, match="is not a cyberdiplo database"):
        migrate.upgrading(database_at(mini_database)).__enter__()


def test_the_migrated_tables_are_those_of_the_program_on_a_server_too(empty_postgres: str) -> None:
    migrate.upgrade(database_at(empty_postgres))
    with warnings.catch_warnings(), migrate.migrating(database_at(empty_postgres)) as connection:
        warnings.simplefilter("ignore")  # indexes over expressions cannot be compared
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        different = compare_metadata(context, METADATA)
    assert [one for one in different if "_fact" not in str(one)] == []


def test_a_migration_that_fails_on_the_way_leaves_nothing(
    any_new_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Any, **__: Any) -> None:
        raise RuntimeError("on the way")

    monkeypatch.setattr(migrate, "create_views", broken)
    with pytest.raises(RuntimeError, match="on the way"):
        migrate.upgrade(database_at(any_new_database))
    assert present(any_new_database) == set()


KILLED = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from cyberdiplo.store import migrate
from cyberdiplo.store.address import database_at

@event.listens_for(Engine, "before_cursor_execute")
def look(connection, cursor, statement, parameters, context, many):
    if "CREATE TABLE statements" in statement:
        os.kill(os.getpid(), signal.SIGKILL)

migrate.upgrade(database_at(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_migration_that_is_killed_on_the_way_leaves_nothing(any_new_database: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, any_new_database], check=False, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL
    assert present(any_new_database) == set()
    migrate.upgrade(database_at(any_new_database))
    load_into(any_new_database, [MINI])


def test_a_view_of_the_users_own_stays(mini_database: str) -> None:
    change(mini_database, "create view mine as select id from forums")
    migrate.upgrade(database_at(mini_database))
    with opened(mini_database) as connection:
        assert connection.execute("select count(*) from mine").fetchone()[0] > 0


def test_an_undo_that_drops_what_folders_say_has_them_read_again() -> None:
    """Else the next load takes a folder for unchanged, and what it said stays lost. The earliest undo all there is."""
    for path in sorted((settings.resource("migrations") / "versions").glob("0*.py")):
        undo = path.read_text("utf-8").partition("def downgrade")[2]
        if path.name > "0007" and "drop_" in undo and "documents" not in path.name:  # those come from no folder
            assert "'undone'" in path.read_text("utf-8"), path.name
