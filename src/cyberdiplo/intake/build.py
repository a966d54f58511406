"""The default database, made from the seeds that ship with the program; and loads into any database."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.intake.files import dataset_name, find, is_collection
from cyberdiplo.intake.load import Loaded, Progress, load, quiet
from cyberdiplo.intake.target import SqliteTarget
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import sqlite


def build(path: Path, folders: Sequence[Path] = (), *, shipped: bool = True, progress: Progress = quiet) -> Loaded:
    """Make a new database at ``path`` from the shipped seeds, where wanted, and more folders.

    The file appears when it is complete, or not at all. Raises BadSeed with all mistakes of the files.
    """
    paths = [settings.resource("seeds")] if shipped else []
    found = find([*paths, *folders])
    with sqlite.building(path) as connection:
        return load(SqliteTarget(connection), found, progress=progress)


def load_into(path: Path, folders: Sequence[Path], *, progress: Progress = quiet) -> Loaded:
    """Load folders into the database at ``path``, which exists. Raises BadSeed or DatabaseProblem."""
    found = find(folders)
    whole = [dataset_name(folder) for folder in folders if is_collection(folder)]
    sqlite.reading(path).close()  # its revision is ours, or the error says what to do
    try:
        with sqlite.writing(path) as connection:
            return load(SqliteTarget(connection), found, whole=whole, progress=progress)
    except sqlite3.OperationalError as error:
        raise sqlite.problem(error, path) from error


def upgrade(path: Path, seeds: Path, *, progress: Progress = quiet) -> Loaded:
    """Migrate the database at ``path`` and load the shipped seeds; what users loaded themselves stays.

    All of it happens on a copy that takes the database's place at the end. Raises DatabaseProblem or BadSeed.
    """
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
