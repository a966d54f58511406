"""Loads into a PostgreSQL database; its tables are made or migrated in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.load.build import bring_seeds
from cyberdiplo.load.files import collections, find
from cyberdiplo.load.load import Loaded, Progress, load
from cyberdiplo.load.postgres_target import PostgresTarget
from cyberdiplo.load.remove import unload
from cyberdiplo.load.search_index import index_texts
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import postgres
from cyberdiplo.store.sqlite import other_revision


def exists(url: str) -> bool:
    """Whether our tables are there, of whatever revision. Raises DatabaseProblem."""
    connection = postgres.connect(url)
    try:
        return postgres.revision(connection) is not None
    finally:
        connection.close()


def build(
    url: str, folders: Sequence[Path], *, shipped: bool, search: bool, replace: bool, progress: Progress
) -> Loaded:
    """Make the tables and load the shipped seeds, where wanted, and more folders: all of it or nothing.

    Where somebody else has just made the tables, the folders are loaded into theirs.
    """
    paths = [*([settings.resource("seeds")] if shipped else []), *folders]
    found = find(paths)
    from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here

    with migrate.writing(url) as (connection, raw):
        before = _known(url, raw)
        if before != REVISION:
            migrate.run_upgrade(connection)
        target = PostgresTarget(raw, fresh=before is None)
        loaded = load(target, found, whole=collections(folders), replace=replace, search=search, progress=progress)
        target.finish()  # where there was nothing to load, nobody has done it
        return loaded


def load_into(url: str, folders: Sequence[Path], *, replace: bool, progress: Progress) -> Loaded:
    """Load folders into a database that has our tables; while another load is under way, this one waits."""
    found = find(folders)
    with postgres.writing(url) as connection:
        _refuse_other_revision(connection, url)
        whole = collections(folders)
        return load(PostgresTarget(connection), found, whole=whole, replace=replace, progress=progress)


def remove(url: str, names: Sequence[str]) -> dict[str, int]:
    """Take folders that were loaded out again; while another load is under way, this waits."""
    with postgres.writing(url) as connection:
        _refuse_other_revision(connection, url)
        return unload(PostgresTarget(connection), names)


def _refuse_other_revision(connection: postgres.Connection, url: str) -> None:
    revision = postgres.revision(connection)
    if revision is None:
        raise postgres.empty(url)
    if revision != REVISION:
        raise other_revision(revision, settings.shown(url))


def index(url: str) -> None:
    """Make the search index anew."""
    with postgres.writing(url) as connection:
        _refuse_other_revision(connection, url)
        index_texts(PostgresTarget(connection))


def upgrade(url: str, seeds: Path, *, progress: Progress) -> Loaded | None:
    """Migrate and load the shipped seeds, in one transaction; what users loaded themselves stays."""
    from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here

    if not exists(url):
        raise postgres.empty(url)
    with migrate.writing(url) as (connection, raw):
        before = _known(url, raw)
        if before is None:
            raise postgres.empty(url)
        if before != REVISION:
            migrate.run_upgrade(connection)
        loaded, refused = bring_seeds(PostgresTarget(raw), seeds, progress)
    if refused:
        raise refused
    return loaded


def _known(url: str, raw: postgres.Connection) -> str | None:
    """The revision of the tables, None where there are none. Raises DatabaseProblem for a newer one."""
    found = postgres.revision(raw)
    if found is not None and found > REVISION:
        raise other_revision(found, settings.shown(url))
    return found
