"""Which Target belongs to which kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cyberdiplo.load.target import Target
    from cyberdiplo.store.connection import Kind


def target_of(kind: Kind, connection: Any, *, fresh: bool = False) -> Target:
    """The target for a raw connection of that kind; ``fresh``: its tables have just been made in this transaction."""
    if kind == "postgresql":
        from cyberdiplo.load.postgres_target import PostgresTarget

        return PostgresTarget(connection, fresh=fresh)
    from cyberdiplo.load.sqlite_target import SqliteTarget

    return SqliteTarget(connection)
