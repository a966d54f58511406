"""The default database, made from the seeds that ship with the program; and loads into any database."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.intake.files import dataset_name, find, is_collection
from cyberdiplo.intake.load import Loaded, Progress, load, quiet
from cyberdiplo.intake.target import SqliteTarget
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
