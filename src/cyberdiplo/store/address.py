"""Which kind of database an address means: the only place that looks at it to know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem, is_out_of_memory
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from cyberdiplo.store.database import Database


def database_at(address: str | Path) -> Database:
    """The database that a path or URL names. Raises DatabaseProblem where its driver is not installed."""
    if settings.is_url(str(address)):
        _require_driver()
        from cyberdiplo.store.postgres_database import PostgresDatabase

        return PostgresDatabase(str(address))
    from cyberdiplo.store.sqlite_database import SqliteDatabase

    return SqliteDatabase(Path(address).expanduser())


def _require_driver() -> None:
    try:
        import psycopg  # noqa: F401  (it is missing, or the server's library that it needs)
    except ImportError as error:
        if is_out_of_memory(error):
            raise
        raise DatabaseProblem(
            tr(
                "A PostgreSQL database needs the driver psycopg, which cannot be loaded ({error}).",
                error=say_system(error),
            ),
            hint=tr("pip install 'cyberdiplo[postgres]'."),
        ) from error
