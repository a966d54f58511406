"""Bring a database to today's schema, or back, with every row."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.schema import search_tables
from cyberdiplo.schema.model import functions_sql, views_sql
from cyberdiplo.store import signals, sqlite


def engine(target: str, mode: str = "rwc") -> Engine:
    """An engine for a path or URL; on SQLite, transactions begin when we say so and hold for DDL too.

    ``mode`` rwc makes a file that is not there, rw does not.
    """
    if settings.is_url(target):
        from cyberdiplo.store.postgres import connect

        return create_engine("postgresql+psycopg://", creator=lambda: connect(target), use_native_hstore=False)
    path = Path(target)  # handed over as it is: in a URL, ? and % would mean something
    made = create_engine("sqlite://", creator=lambda: sqlite.connect(path, mode), poolclass=NullPool)
    event.listen(made, "connect", _by_hand)
    event.listen(made, "begin", _begin)
    return made


def _by_hand(connection: Any, _: Any) -> None:
    connection.execute("pragma foreign_keys = off")  # batch mode rebuilds tables: cascades would delete rows


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("begin immediate")


@contextmanager
def migrating(target: str | None, mode: str = "rwc") -> Iterator[Connection]:
    """One transaction in which the schema may change: views away before, back after, foreign keys checked."""
    made = engine(settings.database(target), mode)
    try:
        with made.begin() as connection:
            yield connection
            if made.dialect.name == "sqlite":
                broken = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
                if broken:
                    table, row, parent, _ = broken[0]
                    raise DatabaseProblem(
                        f"{len(broken)} references would lead nowhere, such as row {row} of {table} to {parent}.",
                        hint="nothing was changed; were they broken before? 'cyberdiplo db status' says so.",
                    )
    finally:
        made.dispose()


@contextmanager
def writing(target: str) -> Iterator[tuple[Connection, Any]]:
    """One transaction in which the schema may change, for SQLAlchemy and for the database's own module alike.

    On a server it begins with the lock of whoever writes. Raises DatabaseProblem.
    """
    try:
        apart = nullcontext() if settings.is_url(target) else sqlite.scratch(Path(target))
        with signals.raised(), apart, migrating(target, "rw") as connection:
            raw: Any = connection.connection.driver_connection
            if settings.is_url(target):
                from cyberdiplo.store import postgres

                postgres.lock(raw)
            else:
                raw.execute("pragma cache_size = -65536")
                raw.set_progress_handler(signals.look, signals.STEPS)
            yield connection, raw
    except Exception as error:
        told = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(told, sqlite3.OperationalError) or type(told) is sqlite3.DatabaseError:
            raise sqlite.translate(told, target) from error
        if settings.is_url(target):
            from cyberdiplo.store import postgres

            if isinstance(told, postgres.Error):
                raise postgres.translate(told, target) from error
        raise


def upgrade(target: str, revision: str = "head") -> None:
    """Run the migrations that are missing; all of them or none."""
    with migrating(target) as connection:
        run(command.upgrade, connection, revision)


def downgrade(target: str, revision: str) -> None:
    """Undo migrations; each says in its file what that loses."""
    with migrating(target) as connection:
        run(command.downgrade, connection, revision)


def run_upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, within the transaction that is open."""
    run(command.upgrade, connection)


def run(what: Callable[[Config, str], None], connection: Connection, revision: str = "head") -> None:
    """Migrate within the transaction that is open."""
    drop_views(connection)
    config = Config()
    config.set_main_option("script_location", str(settings.resource("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    what(config, revision)
    if inspect(connection).has_table("citations"):
        create_views(connection, of_old=what is command.downgrade)


def drop_views(connection: Connection) -> None:
    """Take the views away, last made first: a table that one reads cannot be rebuilt; then what they may use."""
    for statement in search_tables.drop_sql():  # the next load makes the index anew
        connection.exec_driver_sql(statement)
    present = set(inspect(connection).get_view_names())
    for name in reversed(_view_names()):
        if name in present:
            connection.execute(text(f"drop view {name}"))
    if connection.dialect.name == "postgresql":
        for kind, name, types in reversed(_functions()):
            connection.execute(text(f"drop {kind} if exists {name}({types})"))


def create_views(connection: Connection, *, of_old: bool = False) -> None:
    """Make the views of today's version, and on PostgreSQL the functions that questions use.

    On tables ``of_old``, those of an earlier revision, only the views that can stand on them.
    """
    for sql in [functions_sql()] if connection.dialect.name == "postgresql" else []:
        _each(connection, sql)
    if not of_old:
        return _each(connection, views_sql())
    for name, statement in zip(_view_names(), re.split(r";\s*\n", views_sql()), strict=False):
        trial = connection.begin_nested()
        try:
            connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"select * from {name} limit 0")
        except DBAPIError:
            trial.rollback()
        else:
            trial.commit()
    return None


def _each(connection: Connection, script: str) -> None:
    for statement in re.split(r";\s*\n", script):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _functions() -> list[tuple[str, str, str]]:
    """(kind, name, types) of each function that is made on PostgreSQL."""
    found = re.findall(r"^create or replace (\w+) (\w+)\(([^)]*)\)", functions_sql(), flags=re.MULTILINE)
    return [(kind, name, types) for kind, name, types in found]


def _view_names() -> list[str]:
    return re.findall(r"^create view (\w+)", views_sql(), flags=re.MULTILINE)
