"""Loads into a PostgreSQL database; its tables are made or migrated in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.intake.files import Folder, dataset_name, find, is_collection
from cyberdiplo.intake.load import Loaded, Progress, load
from cyberdiplo.intake.postgres_target import PostgresTarget
from cyberdiplo.intake.search_index import index_texts
from cyberdiplo.intake.unload import unload
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


def build(url: str, folders: Sequence[Path], *, shipped: bool, search: bool, progress: Progress) -> Loaded:
    """Make the tables and load the shipped seeds, where wanted, and more folders: all of it or nothing.

    Where somebody else has just made the tables, the folders are loaded into theirs.
    """
    paths = [*([settings.resource("seeds")] if shipped else []), *folders]
    return _migrated(url, find(paths), _whole(folders), progress, search=search)


def load_into(url: str, folders: Sequence[Path], *, progress: Progress) -> Loaded:
    """Load folders into a database that has our tables; while another load is under way, this one waits."""
    found = find(folders)
    with postgres.writing(url, lambda: progress("waiting for another load", 0, 0)) as connection:
        _refuse_other_revision(connection, url)
        return load(PostgresTarget(connection), found, whole=_whole(folders), progress=progress)


def remove(url: str, names: Sequence[str]) -> dict[str, int]:
    """Take folders that were loaded out again; while another load is under way, this waits."""
    with postgres.writing(url, lambda: None) as connection:
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
    with postgres.writing(url, lambda: None) as connection:
        index_texts(PostgresTarget(connection))


def upgrade(url: str, seeds: Path, *, progress: Progress) -> Loaded:
    """Migrate and load the shipped seeds, in one transaction; what users loaded themselves stays."""
    if not exists(url):
        raise postgres.empty(url)
    return _migrated(url, find([seeds]), _whole([seeds]), progress)


def _whole(folders: Sequence[Path]) -> list[str]:
    return [dataset_name(folder) for folder in folders if is_collection(folder)]


def _migrated(url: str, found: list[Folder], whole: list[str], progress: Progress, *, search: bool = True) -> Loaded:
    from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here

    with migrate.writing(url, lambda: progress("waiting for another load", 0, 0)) as (connection, raw):
        before = postgres.revision(raw)
        if before is not None and before > REVISION:
            raise other_revision(before, settings.shown(url))
        if before != REVISION:
            migrate.run_upgrade(connection)
        target = PostgresTarget(raw, fresh=before is None)
        loaded = load(target, found, whole=whole, search=search, progress=progress)
        target.finish()  # where there was nothing to load, nobody has done it
        return loaded
