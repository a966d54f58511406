"""One import: files read, rows made and loaded in one transaction, or nothing changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.imports.files import digest
from cyberdiplo.imports.job import Job
from cyberdiplo.imports.known import read_known
from cyberdiplo.imports.outcome import Outcome
from cyberdiplo.imports.seed_writer import SeedWriters, folder_key
from cyberdiplo.load.load import LoadReport, Progress, load, quiet
from cyberdiplo.load.targets import target_of
from cyberdiplo.messages import tr
from cyberdiplo.store.address import database_at
from cyberdiplo.store.atomic import folder_beside
from cyberdiplo.store.leftovers import find_temporary_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cyberdiplo.imports.job import Importer


class _Undone(Exception):
    """What a dry run raises where it would be kept."""


@dataclass
class ImportReport:
    """What an import did: what was read and left out, what the loader did."""

    outcome: Outcome
    loaded: LoadReport
    dry: bool


def import_files(
    address: str | Path,
    importer: Importer,
    paths: Sequence[Path],
    *,
    options: Mapping[str, list[str]] | None = None,
    mapping: Mapping[str, str] | None = None,
    dry: bool = False,
    replace: bool = False,
    progress: Progress = quiet,
) -> ImportReport:
    """Bring files in, in one transaction; ``dry``: all of it, and then nothing is kept.

    Raises BadUsage, BadSeed or DatabaseProblem; then the database is as it was.
    """
    digests = _read_digests(paths, progress)
    run, database, outcome, loaded = importer.load(), database_at(address), Outcome(), LoadReport()
    with suppress(_Undone), database.writing() as connection, scratch_folder() as scratch:
        target = target_of(database.kind, connection)
        known = read_known(target, [folder_key(importer.name, path.name) for path in digests])
        writers = SeedWriters(importer.name, scratch)
        job = Job(importer, list(digests), known, writers, outcome, progress, options or {}, mapping or {}, digests)
        try:
            run(job)
        finally:
            folders = writers.close()
        try:
            loaded = load(target, folders, replace=replace, progress=progress)
        except BadUsage as error:
            hint = tr("--replace takes it out; else give the options with which these files were imported before.")
            raise BadUsage(str(error), hint=hint) from error
        except BadSeed as error:
            raise BadSeed(
                tr("The rows made of these files break a rule; nothing was imported:")
                + f"\n{error}".replace(str(scratch), ""),
                hint=error.hint,
            ) from error
        if dry:
            raise _Undone
    return ImportReport(outcome, loaded, dry)


def scratch_folder() -> AbstractContextManager[Path]:
    """A folder for the rows as they are made, gone whatever ends this process, or else with the next import."""
    return folder_beside(find_temporary_folder().resolve() / "cyberdiplo-import")


def _read_digests(paths: Sequence[Path], progress: Progress) -> dict[Path, str]:
    """The files with their SHA-256, each once. Raises BadUsage for two of one name: their folders could not be told."""
    digests: dict[Path, str] = {}
    names: dict[str, Path] = {}
    for number, path in enumerate(paths):
        progress(path.name, number, len(paths))
        sha256 = digest(path)
        if sha256 in digests.values():
            continue
        if path.name in names:
            raise BadUsage(
                tr("{path} and {other} have one name.", path=path, other=names[path.name]),
                hint=tr("rename one: what was imported is replaced and taken out by the name of its file."),
            )
        names[path.name] = path
        digests[path] = sha256
    return digests
