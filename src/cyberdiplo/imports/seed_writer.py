"""Seed rows as they are made, in a folder of their own for each file that is imported; the loader reads them there.

A folder is one of a collection that no user's folder can be called as, so that an import can be replaced or taken out
by itself (``cyberdiplo load --remove``) and is kept at upgrades like any other folder of the user's.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from cyberdiplo.load.files import IMPORTED, Folder, FolderKey, SeedFile
from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
    from pathlib import Path

ORIGIN = hashlib.sha256(IMPORTED.encode()).hexdigest()

Add = Callable[[list[str]], Any]


def folder_key(importer: str, file_name: str) -> FolderKey:
    """What tells the rows of an imported file from those of other folders."""
    return FolderKey(IMPORTED, f"{importer}/{file_name}")


class SeedWriter:
    """The seed files of one imported file, each opened when its first row comes."""

    def __init__(self, file: Path, key: FolderKey, path: Path, source_id: str, open_files: ExitStack) -> None:
        self.file = file  # what is imported
        self.key = key
        self.path = path
        self.source_id = source_id
        self._open_files = open_files
        self._adders: dict[str, Add] = {}

    def adder(self, table: str) -> Add:
        """The function that adds a row to a table, all its cells in order: for what comes by the thousand."""
        if table not in self._adders:
            self.path.mkdir(parents=True, exist_ok=True)
            file = self._open_files.enter_context(
                (self.path / f"{table}.csv").open("w", encoding="utf-8", newline="", buffering=1 << 16)
            )
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(seed_tables()[table].header)
            self._adders[table] = writer.writerow
        return self._adders[table]

    def add(self, table: str, **cells: str) -> None:
        """A row; columns that are not named are empty."""
        header = seed_tables()[table].header
        assert not cells.keys() - set(header), cells.keys() - set(header)
        self.adder(table)([cells.get(name, "") for name in header])

    def cite(self, record_id: str, locator: str, field: str = "", note: str = "") -> None:
        """That a record is written in the file, at a place."""
        self.adder("citations")([record_id, field, self.source_id, locator, "", "states", "high", "", "", note])

    def folder(self) -> Folder:
        """The folder as the loader takes it; to be asked when all files are closed."""
        tables = seed_tables()
        files = tuple(SeedFile(self.path / f"{name}.csv", tables[name]) for name in tables if name in self._adders)
        return Folder(*self.key, self.path, files, ORIGIN)


class SeedWriters:
    """The writers of the files of an import, by file; closed together."""

    def __init__(self, importer: str, scratch: Path) -> None:
        self.importer = importer
        self.scratch = scratch
        self._open_files = ExitStack()
        self._writers: dict[Path, SeedWriter] = {}

    def open(self, path: Path, source_id: str) -> SeedWriter:
        """The writer for what a file becomes."""
        place = self.scratch / str(len(self._writers))
        writer = SeedWriter(path, folder_key(self.importer, path.name), place, source_id, self._open_files)
        self._writers[path] = writer
        return writer

    def close(self) -> list[Folder]:
        """Close all files; the folders that have rows."""
        self._open_files.close()
        return [folder for writer in self._writers.values() if (folder := writer.folder()).files]
