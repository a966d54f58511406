"""Alembic's batch mode for our tables: whatever a migration changes, the rest of the table stays.

SQLite can change little of a table in place, so that batch mode makes it again from what SQLAlchemy reflects of it, and
that lacks indexes on expressions, triggers and strictness: all of them would be lost without a word.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from alembic import op
from sqlalchemy.exc import SAWarning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alembic.operations import BatchOperations


@contextmanager
def batch(table: str) -> Iterator[BatchOperations]:
    """``with batch("meetings") as meetings: meetings.drop_constraint(…)``; on PostgreSQL, each change as it is."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        with op.batch_alter_table(table) as altered:
            yield altered
        return
    indexes = (
        "select name, sql from sqlite_master where tbl_name = ? and type in ('index', 'trigger') and sql is not null"
    )
    before = connection.exec_driver_sql(indexes, (table,)).fetchall()
    connection.exec_driver_sql("pragma legacy_alter_table = on")  # a view of the user's may read the table
    options: dict[str, Any] = {"recreate": "always", "table_kwargs": {"sqlite_strict": True}}
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Skipped unsupported reflection", SAWarning)  # of indexes made again below
        with op.batch_alter_table(table, **options) as altered:
            yield altered
    connection.exec_driver_sql("pragma legacy_alter_table = off")
    after = {name for name, _ in connection.exec_driver_sql(indexes, (table,))}
    for name, sql in before:
        if name not in after:
            connection.exec_driver_sql(sql)
