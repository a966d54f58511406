"""What an importer is, and what a run of it is to do."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.text.ids import free_id, make_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from cyberdiplo.imports.known import Known
    from cyberdiplo.imports.outcome import Outcome
    from cyberdiplo.imports.seed_writer import SeedWriter, SeedWriters
    from cyberdiplo.imports.tables import Heading
    from cyberdiplo.load.load import Progress


class Importer(NamedTuple):
    """One importer: its name, what it brings in, of which files, and the module whose ``run`` does it.

    ``headers`` are the columns expected, where the files are tables; an asterisk marks what may not be missing.
    """

    name: str
    title: str
    files: str
    module: str
    headers: tuple[Heading, ...] = ()
    options: tuple[str, ...] = ()  # of the command line, beside those that all have

    def load(self) -> Callable[[Job], None]:
        """The function that reads the files of a job and writes seed rows."""
        run: Callable[[Job], None] = importlib.import_module(f"cyberdiplo.imports.{self.module}").run
        return run


@dataclass
class Job:
    """What a run of an importer is to do, what it knows, and where its rows go."""

    importer: Importer
    paths: list[Path]
    known: Known
    writers: SeedWriters
    outcome: Outcome
    progress: Progress
    options: Mapping[str, list[str]] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)  # a table's column -> what the file calls it
    digests: dict[Path, str] = field(default_factory=dict)

    def own_table(self, path: Path) -> SeedWriter:
        """The writer for a table that the user's team keeps."""
        return self.writer(
            path,
            type="dataset",
            title=path.name,
            lang="und",
            rights_fr="Tableau de l'équipe qui l'a importé.",
            rights_en="A table of the team that imported it.",
        )

    def new_id(self, *parts: str, longest: int | None = None) -> str:
        """An id made of words, cut where it is longer, that neither the database nor this run has."""
        plain = make_id(*parts)[:longest].strip("-") or self.importer.name  # of a name that is in no Latin letters
        record_id = free_id(plain, self.known.ids)
        self.known.ids.add(record_id)
        return record_id

    def writer(self, path: Path, **source: str) -> SeedWriter:
        """The writer for the rows of a file, with its source: the one that the database has, where it has the file."""
        sha256 = self.digests[path]
        if known_id := self.known.documents.get(sha256):
            return self.writers.open(path, known_id)
        source_id = make_id(self.importer.name, path.stem)
        if source_id in self.known.ids:
            source_id = f"{source_id}-{sha256[:8]}"
        self.known.ids.add(source_id)
        writer = self.writers.open(path, source_id)
        writer.add("sources", id=source_id, file_name=path.name, sha256=sha256, **source)
        return writer
