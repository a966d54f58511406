"""The default database, made from the seeds that ship with the program; and loads into any database."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.intake.files import dataset_name, find, is_collection
from cyberdiplo.intake.load import Loaded, Progress, load, quiet
from cyberdiplo.intake.search_index import index_texts
from cyberdiplo.intake.target import SqliteTarget
from cyberdiplo.intake.unload import unload
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import sqlite


def exists(target: str) -> bool:
    """Whether there is a database that folders can be loaded into. Raises DatabaseProblem."""
    if settings.is_url(target):
        from cyberdiplo.intake import postgres_build

        return postgres_build.exists(target)
    return Path(target).expanduser().exists()


def build(
    target: str | Path,
    folders: Sequence[Path] = (),
    *,
    shipped: bool = True,
    search: bool = True,
    progress: Progress = quiet,
) -> Loaded:
    """Make a new database from the shipped seeds, where wanted, and more folders; with its search index, or without.

    The file appears when it is complete, or not at all; so do the tables on a PostgreSQL server. Raises BadSeed with
    all mistakes of the files.
    """
    if settings.is_url(str(target)):
        from cyberdiplo.intake import postgres_build

        return postgres_build.build(str(target), folders, shipped=shipped, search=search, progress=progress)
    paths = [settings.resource("seeds")] if shipped else []
    found = find([*paths, *folders])
    with sqlite.building(Path(target).expanduser()) as connection:
        return load(SqliteTarget(connection), found, search=search, progress=progress)


def load_into(target: str | Path, folders: Sequence[Path], *, progress: Progress = quiet) -> Loaded:
    """Load folders into a database that exists. Raises BadSeed or DatabaseProblem."""
    if settings.is_url(str(target)):
        from cyberdiplo.intake import postgres_build

        return postgres_build.load_into(str(target), folders, progress=progress)
    path = Path(target).expanduser()
    found = find(folders)
    whole = [dataset_name(folder) for folder in folders if is_collection(folder)]
    sqlite.reading(path).close()  # its revision is ours, or the error says what to do
    try:
        with sqlite.writing(path) as connection:
            return load(SqliteTarget(connection), found, whole=whole, progress=progress)
    except sqlite3.OperationalError as error:
        raise sqlite.problem(error, path) from error


def remove(target: str | Path, names: Sequence[str]) -> dict[str, int]:
    """Take folders that were loaded out again; returns their rows. Raises what ``unload`` does, or DatabaseProblem."""
    if settings.is_url(str(target)):
        from cyberdiplo.intake import postgres_build

        return postgres_build.remove(str(target), names)
    path = Path(target).expanduser()
    sqlite.reading(path).close()
    try:
        with sqlite.writing(path) as connection:
            return unload(SqliteTarget(connection), names)
    except sqlite3.OperationalError as error:
        raise sqlite.problem(error, path) from error


def index(target: str | Path) -> None:
    """Make the search index of a database anew. Raises DatabaseProblem."""
    if settings.is_url(str(target)):
        from cyberdiplo.intake import postgres_build

        return postgres_build.index(str(target))
    path = Path(target).expanduser()
    sqlite.reading(path).close()
    with sqlite.writing(path) as connection:
        index_texts(SqliteTarget(connection))
    return None


def upgrade(target: str | Path, seeds: Path, *, progress: Progress = quiet) -> Loaded:
    """Migrate a database and load the shipped seeds; what users loaded themselves stays.

    All of it happens on a copy that takes the file's place at the end, on a server in one transaction. Raises
    DatabaseProblem or BadSeed.
    """
    if settings.is_url(str(target)):
        from cyberdiplo.intake import postgres_build

        return postgres_build.upgrade(str(target), seeds, progress=progress)
    path = Path(target).expanduser()
    from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here
    from cyberdiplo.store.state import backup, open_any

    connection = open_any(path) if path.is_file() else None
    found = sqlite.revision(connection) if connection else None
    if connection:
        connection.close()
    if connection is None or found is None or found > REVISION:
        raise sqlite.missing(path) if connection is None else sqlite.other_revision(found, str(path))
    beside = path.with_name(f".{path.name}.upgrading")
    beside.unlink(missing_ok=True)
    try:
        backup(path, beside)
        migrate.upgrade(str(beside))
        loaded = load_into(beside, [seeds], progress=progress)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return loaded
