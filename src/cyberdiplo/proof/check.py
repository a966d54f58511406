"""``seeds check``: everything that is wrong with seed folders, form and meaning, without touching a database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.load import rules
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.load.expectations import find_unmet
from cyberdiplo.load.files import Folder, find, find_words
from cyberdiplo.load.form import check_form
from cyberdiplo.load.load import load
from cyberdiplo.load.name_index import index_names
from cyberdiplo.load.old_votes import as_roll_calls
from cyberdiplo.load.row_errors import diagnose
from cyberdiplo.load.sqlite_target import SqliteTarget
from cyberdiplo.messages import tr
from cyberdiplo.proof import lint, modality
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
    problems = [problem for folder in folders for problem in check_form(folder)]
    if any(problem.rule in ("utf-8", "header", "separator", "byte-order-mark", "csv") for problem in problems):
        return folders, problems  # the rows cannot be read as they are
    target = SqliteTarget(open_memory())
    every = as_roll_calls(target, [*_find_others(folders, shipped), *folders])
    in_rows = [soften_unwritten(problem) for problem in diagnose(target, every, lambda: None)]
    if not in_rows:
        index_names(target)
        locations = rules.locate(every)
        in_rows = rules.find_broken(target, every, levels=("check", "warning"), locations=locations)
        ours_alone = rules.locate(folders)
        in_rows += [*lint.check_meaning(target, ours_alone), *modality.check_modality(target, ours_alone)]
        in_rows += [problem for folder in every[-len(folders) :] for problem in find_unmet_expectations(target, folder)]
        if documents:
            report = verify(target, documents)
            read = {source.id: source.document for source in report.sources if source.document}
            in_rows += [*lint.find_unverified(report, locations), *lint.find_copied(target, read, locations)]
    ours = {folder.path.resolve() for folder in folders}
    told = {(problem.path.resolve(), problem.line, problem.rule) for problem in problems}
    new = [problem for problem in in_rows if (problem.path.resolve(), problem.line, problem.rule) not in told]
    return folders, problems + [m for m in new if m.path.resolve().parent in ours or not m.path.is_file()]


def soften_unwritten(problem: Problem) -> Problem:
    """A day that a person has still to write into a draft is nothing wrong with it; ``load`` waits for it."""
    if problem.rule.endswith("_is_date") and TO_WRITE in problem.message:
        return replace(problem, level="warning", message=tr("the day is still to be written"))
    return problem


def _find_others(folders: Sequence[Folder], shipped: bool) -> list[Folder]:
    """The shipped folders that the given ones do not stand for."""
    names = {(folder.collection, folder.name) for folder in folders}
    others = find([settings.resource("seeds")]) if shipped else [find_words()]
    return [folder for folder in others if (folder.collection, folder.name) not in names]


def load_seeds(paths: Sequence[Path], *, shipped: bool = True) -> tuple[Reading, list[Folder]]:
    """Seed folders as a database in memory, with the shipped seeds or without. Raises BadSeed for problems."""
    folders = find(paths)
    connection = open_memory()
    load(SqliteTarget(connection), [*_find_others(folders, shipped), *folders])
    return connection, folders


def open_memory() -> Reading:
    """An empty database in memory, in the transaction of a load."""
    connection = sqlite.in_memory()
    connection.execute("begin")
    return connection


def find_unmet_expectations(target: SqliteTarget, folder: Folder) -> list[Problem]:
    """What ``expect.toml`` promises and the rows do not keep; here every folder is a load of its own."""
    number = target.connection.execute(
        "select id from loads where dataset = ? and folder = ?", (folder.collection, folder.name)
    ).fetchone()
    return find_unmet(target, folder, number[0]) if number else []
