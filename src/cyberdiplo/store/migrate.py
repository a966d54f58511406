"""Bring a database to today's schema, or back, with every row."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.schema import search_tables
from cyberdiplo.schema.model import functions_sql
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.schema.views import views_sql
from cyberdiplo.store import signals
from cyberdiplo.store.database import Database, is_known, other_revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def migrating(database: Database, mode: str = "rwc") -> Iterator[Connection]:
    """One transaction in which the schema may change: views away before, back after, foreign keys checked."""
    engine = database.engine(mode)
    try:
        with engine.begin() as connection:
            yield connection
            if engine.dialect.name == "sqlite":
                broken = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
                if broken:
                    table, row, parent, _ = broken[0]
                    raise DatabaseProblem(
                        tr(
                            "{count} references would lead nowhere, such as row {row} of {table} to {parent}.",
                            count=len(broken),
                            row=row,
                            table=table,
                            parent=parent,
                        ),
                        hint=tr("nothing was changed; were they broken before? 'cyberdiplo db status' says so."),
                    )
    finally:
        engine.dispose()


@contextmanager
def writing(database: Database) -> Iterator[tuple[Connection, Any]]:
    """One transaction in which the schema may change, for SQLAlchemy and for the database's own module alike.

    On a server it begins by taking the writers' lock. Raises DatabaseProblem.
    """
    try:
        with signals.raised(), migrating(database, "rw") as connection:
            raw: Any = connection.connection.driver_connection
            with database.migrating(raw):
                yield connection, raw
    except Exception as error:
        problem = database.translate(error.orig if isinstance(error, DBAPIError) and error.orig else error)
        if problem:
            raise problem from error
        raise


@contextmanager
def upgrading(database: Database) -> Iterator[Any]:
    """A raw connection in the transaction in which the missing migrations were run: all of it or nothing.

    Raises DatabaseProblem for a database that is not there, is not ours, or is newer than this version.
    """
    with database.alone(), writing(database) as (connection, raw):
        before = database.revision(raw)
        if not is_known(before):
            raise other_revision(before, database.name)
        if before != REVISION:
            run_upgrade(connection)
        elif database.renew_views(raw):
            drop_views(connection)
            create_views(connection)
        database.refuse_strange(raw)
        yield raw


def upgrade(database: Database, revision: str = "head") -> None:
    """Run the migrations that are missing; all of them or none."""
    with migrating(database) as connection:
        run(command.upgrade, connection, revision)


def downgrade(database: Database, revision: str) -> None:
    """Undo migrations; each says in its file what that loses."""
    with migrating(database) as connection:
        run(command.downgrade, connection, revision)


def run_upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, within the transaction that is open."""
    run(command.upgrade, connection)


def run(what: Callable[[Config, str], None], connection: Connection, revision: str = "head") -> None:
    """Migrate within the transaction that is open."""
    config = Config()
    config.set_main_option("script_location", str(settings.resource("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    with keeping_views(connection):
        what(config, revision)


@contextmanager
def keeping_views(connection: Connection) -> Iterator[None]:
    """Migrations run within: the views are away meanwhile, for what they read cannot be changed or dropped."""
    before = MigrationContext.configure(connection).get_current_revision()
    if before:  # else what has their names is not ours
        drop_views(connection)
    yield
    after = MigrationContext.configure(connection).get_current_revision()
    undone = before is not None and (after or "") < before
    if inspect(connection).has_table("citations"):
        create_views(connection, of_old=undone)


def drop_views(connection: Connection) -> None:
    """Take the views away, last made first: a table that one reads cannot be rebuilt; then what they may use."""
    for statement in search_tables.drop_sql():  # the next load makes the index again
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
    matches = re.findall(r"^create or replace (\w+) (\w+)\(([^)]*)\)", functions_sql(), flags=re.MULTILINE)
    return [(kind, name, types) for kind, name, types in matches]


def _view_names() -> list[str]:
    return re.findall(r"^create view (\w+)", views_sql(), flags=re.MULTILINE)
