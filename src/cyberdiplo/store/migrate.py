"""Bring a database to today's schema, or back, with every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from cyberdiplo import settings
from cyberdiplo.schema.model import views_sql


def engine(target: str) -> Engine:
    """An engine for a path or URL; on SQLite, transactions begin when we say so and hold for DDL too."""
    made = create_engine(target if settings.is_url(target) else f"sqlite:///{Path(target).absolute()}")
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _by_hand)
        event.listen(made, "begin", _begin)
    return made


def _by_hand(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    connection.execute("pragma foreign_keys = off")  # batch mode rebuilds tables: cascades would delete rows


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("begin immediate")


@contextmanager
def migrating(target: str | None) -> Iterator[Connection]:
    """One transaction in which the schema may change: views away before, back after, foreign keys checked."""
    made = engine(settings.database(target))
    try:
        with made.begin() as connection:
            yield connection
            if made.dialect.name == "sqlite":
                broken = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"the migration would break {len(broken)} references: {broken[:3]}")
    finally:
        made.dispose()


def upgrade(target: str, revision: str = "head") -> None:
    """Run the migrations that are missing; all of them or none."""
    _run(command.upgrade, target, revision)


def downgrade(target: str, revision: str) -> None:
    """Undo migrations; each says in its file what that loses."""
    _run(command.downgrade, target, revision)


def _run(what: Any, target: str, revision: str) -> None:
    with migrating(target) as connection:
        drop_views(connection)
        config = Config()
        config.set_main_option("script_location", str(settings.resource("migrations")))
        config.attributes["connection"] = connection
        what(config, revision)
        if inspect(connection).has_table("citations"):
            create_views(connection)


def drop_views(connection: Connection) -> None:
    """Take the views away, last made first: a table that one reads cannot be rebuilt."""
    present = set(inspect(connection).get_view_names())
    for name in reversed(_view_names()):
        if name in present:
            connection.execute(text(f"drop view {name}"))


def create_views(connection: Connection) -> None:
    """Make the views of today's version."""
    for statement in re.split(r";\s*\n", views_sql()):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _view_names() -> list[str]:
    return re.findall(r"^create view (\w+)", views_sql(), flags=re.MULTILINE)
