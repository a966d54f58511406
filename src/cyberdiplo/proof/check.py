"""``seeds check``: everything that is wrong with seed folders, form and meaning, without touching a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.load import rules
from cyberdiplo.load.expectations import unmet
from cyberdiplo.load.files import Folder, find, words
from cyberdiplo.load.form import form_problems
from cyberdiplo.load.load import load
from cyberdiplo.load.name_index import index_names
from cyberdiplo.load.old_votes import as_roll_calls
from cyberdiplo.load.row_errors import diagnose
from cyberdiplo.load.sqlite_target import SqliteTarget
from cyberdiplo.proof import lint
from cyberdiplo.proof.verify import verify
from cyberdiplo.store import sqlite

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cyberdiplo.load.problems import Problem
    from cyberdiplo.store.sqlite_reading import Reading


def check(
    paths: Sequence[Path], *, shipped: bool = True, documents: Path | None = None
) -> tuple[list[Folder], list[Problem]]:
    """The folders found and every problem in them; with the folder of the documents, also against these.

    They are tried in a database in memory, together with the shipped seeds (unless they are to stand alone), so that
    what they refer to is there.
    """
    folders = find(paths)
    problems = [problem for folder in folders for problem in form_problems(folder)]
    if any(problem.rule in ("utf-8", "header", "separator", "byte-order-mark", "csv") for problem in problems):
        return folders, problems  # the rows cannot be read as they are
    target = SqliteTarget(memory())
    every = as_roll_calls(target, [*_beside(folders, shipped), *folders])
    found = diagnose(target, every, lambda: None)
    if not found:
        index_names(target)
        places = rules.locate(every)
        found = rules.broken(target, every, levels=("check", "warning"), places=places)
        found += lint.meaning(target, places)
        found += [problem for folder in every[-len(folders) :] for problem in unmet_promises(target, folder)]
        if documents:
            report = verify(target, documents)
            read = {source.id: source.document for source in report.sources if source.document}
            found += [*lint.unverified(report, places), *lint.copied(target, read, places)]
    ours = {folder.path.resolve() for folder in folders}
    return folders, problems + [m for m in found if m.path.resolve().parent in ours or not m.path.is_file()]


def _beside(folders: Sequence[Folder], shipped: bool) -> list[Folder]:
    """The shipped folders that the given ones do not stand for."""
    given = {(folder.dataset, folder.name) for folder in folders}
    others = find([settings.resource("seeds")]) if shipped else [words()]
    return [folder for folder in others if (folder.dataset, folder.name) not in given]


def database_of(paths: Sequence[Path], *, shipped: bool = True) -> tuple[Reading, list[Folder]]:
    """Seed folders as a database in memory, with the shipped seeds or without. Raises BadSeed for problems."""
    folders = find(paths)
    connection = memory()
    load(SqliteTarget(connection), [*_beside(folders, shipped), *folders])
    return connection, folders


def memory() -> Reading:
    """An empty database in memory, in the transaction of a load."""
    connection = sqlite.in_memory()
    connection.execute("begin")
    return connection


def unmet_promises(target: SqliteTarget, folder: Folder) -> list[Problem]:
    """What ``expect.toml`` promises and the rows do not keep; here every folder is a load of its own."""
    number = target.connection.execute(
        "select id from loads where dataset = ? and folder = ?", (folder.dataset, folder.name)
    ).fetchone()
    return unmet(target, folder, number[0]) if number else []
