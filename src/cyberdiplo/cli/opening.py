"""A database to ask: the one named, or one's own, which is built the first time it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.store import sqlite
from cyberdiplo.store.connection import Connection


@contextmanager
def asking(option: str | None) -> Iterator[Connection]:
    """A connection that can only read. Raises DatabaseProblem where there is nothing to ask."""
    import sqlite3

    target = settings.database(option)
    if settings.is_url(target):
        from cyberdiplo.store import postgres

        server = postgres.reading(target)
        try:
            yield server
        except postgres.Error as error:
            raise postgres.translate(error, target) from error
        finally:
            server.close()
        return
    path = Path(target).expanduser()
    if not path.exists() and settings.is_default(target):
        build_default(path)
    connection = sqlite.reading(path)
    try:
        yield connection
    except sqlite3.OperationalError as error:
        raise sqlite.translate(error, path) from error
    finally:
        connection.close()


def build_default(path: Path) -> None:
    """Build the user's own database from the shipped seeds, once."""
    from cyberdiplo.cli.main import words
    from cyberdiplo.load.build import build

    loaded = build(path)
    if loaded.folders:  # none where another one has built it meanwhile
        words(f"Built the database at {path} from the shipped seeds ({loaded.rows:,} rows).")
