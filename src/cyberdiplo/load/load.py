"""Bring a database to what seed folders say, in one transaction, or change nothing.

The rows go straight into the constrained tables, which is quick; only when something is refused is the whole load
gone through again row by row, to tell all problems at once by file, row and column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cyberdiplo import __version__
from cyberdiplo.load import dictionary, name_index, refinements, removals, rules
from cyberdiplo.load.expectations import find_unmet
from cyberdiplo.load.files import Collection, Folder, FolderKey, SeedFile, find_words
from cyberdiplo.load.form import check_form
from cyberdiplo.load.old_votes import as_roll_calls
from cyberdiplo.load.problems import Problem, refuse
from cyberdiplo.load.removals import EarlierLoads, LoadsByFolder, read_loads
from cyberdiplo.load.row_errors import diagnose
from cyberdiplo.load.rows import Scan, open_rows, scan
from cyberdiplo.load.target import Target, register_sql
from cyberdiplo.schema.model import seed_tables

Progress = Callable[[str, int, int], None]  # what is being done, bytes done, bytes in all


def quiet(_what: str, _done: int, _all: int) -> None:
    """No progress shown."""


@dataclass
class LoadReport:
    """What a load did, folder by folder: rows now there, None where the folder had not changed."""

    folders: dict[str, int | None] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    handed_over: list[str] = field(default_factory=list)  # records that were imported and now ship

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(rows or 0 for rows in self.folders.values())


def load(
    target: Target,
    folders: Iterable[Folder],
    *,
    complete: Iterable[Collection] = (),
    search: bool = True,
    replace: bool = False,
    progress: Progress = quiet,
) -> LoadReport:
    """Load the folders; of the collections in ``complete``, folders that are no longer there are removed.

    Without ``search`` the full-text index is left to be made later: only for a database that has none. What a load
    would take out of what users loaded before is refused unless they want to ``replace`` it.

    Raises BadSeed with every problem found, or BadUsage; then the caller's transaction must be rolled back.
    """
    folders = list(folders)
    before = read_loads(target)
    if also := _find_words(folders, before):
        folders = [also, *folders]
    scans = {folder: scan(folder) for folder in folders}
    _refuse_bad_form(scans)
    loaded = LoadReport()
    complete = list(complete)
    gone = [key for collection in complete for key in removals.find_missing(before, collection, folders)]
    todo = [folder for folder in folders if _find_digest(before, folder) != scans[folder].digest]
    for folder in folders:
        loaded.folders[f"{folder.collection}/{folder.name}"] = None
        if folder not in todo and before[folder.key].origin != folder.origin:
            values = {"origin": folder.origin, "id": before[folder.key].numbers[-1]}
            target.execute("update loads set origin = :origin where id = :id", values)
    if not todo and not gone:
        index_missing_texts(target)
        return _without_words(loaded, also)
    read = as_roll_calls(target, todo)
    scans = {now: scans[folder] for now, folder in zip(read, todo, strict=True)}
    todo = read
    theirs = [folder for folder in todo if not removals.is_shipped_anew(folder, before)]
    unwanted = [
        key
        for collection in complete
        if collection.origin
        for key in removals.find_missing(before, collection, folders)
    ]
    held = None if replace else removals.remember(target, before, theirs, unwanted)
    refinements.withdraw(target)
    target.savepoint()
    problems = _load_quickly(target, todo, scans, [before[key] for key in gone], before, loaded, progress)
    if problems is None:
        target.undo()
        problems = diagnose(target, todo, lambda: _clear(target, todo, gone, before))
    if problems:
        raise refuse(problems)
    if held:
        removals.refuse_losses(target, held)
    if search:
        target.index_texts()
    loaded.removed = ["/".join(key) for key in gone]
    return _without_words(loaded, also)


def _without_words(loaded: LoadReport, also: Folder | None) -> LoadReport:
    """What a load did of what was asked for."""
    if also:
        del loaded.folders[f"{also.collection}/{also.name}"]
    return loaded


def _find_words(folders: list[Folder], before: LoadsByFolder) -> Folder | None:
    """The shipped vocabularies, which every database has, unless these folders or an earlier load bring them."""
    shipped = find_words()
    if any(folder.key == shipped.key for folder in folders) or (shipped.key in before and before[shipped.key].origin):
        return None
    return shipped


def index_missing_texts(target: Target) -> None:
    """Make the full-text index where there is none: in a database that was migrated, or made by hand."""
    if not target.has_index():
        target.index_texts()


def _load_quickly(
    target: Target,
    todo: list[Folder],
    scans: dict[Folder, Scan],
    gone: list[EarlierLoads],
    before: LoadsByFolder,
    loaded: LoadReport,
    progress: Progress,
) -> list[Problem] | None:
    """Do it the quick way. None: something was refused, and only going row by row can say what."""
    forget(target, [number for earlier in gone for number in earlier.numbers])
    forget(target, [number for folder in todo if (earlier := before.get(folder.key)) for number in earlier.numbers])
    size, done = sum(scans[folder].size for folder in todo), 0
    numbers = {folder: _begin(target, folder, scans[folder]) for folder in todo}
    try:
        for table in seed_tables().values():
            for folder in todo:
                for seed in (seed for seed in folder.files if seed.table.name == table.name):
                    progress(f"{folder.name}/{seed.path.name}", done, size)
                    rows = _insert(target, seed, numbers[folder])
                    done += seed.path.stat().st_size
                    key = f"{folder.collection}/{folder.name}"
                    loaded.folders[key] = (loaded.folders[key] or 0) + rows
        for statement in register_sql(min(numbers.values(), default=1)):
            target.execute(statement)
        progress("indexes and references", size, size)
        target.finish()
    except refusals(target):
        return None
    for folder, number in numbers.items():
        rows_now = loaded.folders[f"{folder.collection}/{folder.name}"] or 0
        target.execute("update loads set rows = :rows where id = :id", {"rows": rows_now, "id": number})
    if refinements.apply(target):
        return None
    name_index.index_names(target)
    dictionary.describe_tables(target)
    if not target.check_references():
        return None
    problems = rules.find_broken(target, todo)
    for folder in todo:
        problems += find_unmet(target, folder, numbers[folder])
    return problems


def refusals(target: Target) -> tuple[type[Exception], ...]:
    """What is raised for a row that cannot be read or does not keep a rule."""
    return (csv.Error, UnicodeDecodeError, *target.refusals)


def _insert(target: Target, seed: SeedFile, number: int) -> int:
    with open_rows(seed) as rows:
        return target.insert(seed.table, rows, number)


def _begin(target: Target, folder: Folder, scanned: Scan) -> int:
    """Enter the load in ``loads``; its number marks the rows."""
    number = int(next(iter(target.execute("select coalesce(max(id), 0) + 1 from loads")))[0])
    target.execute(
        "insert into loads (id, dataset, folder, origin, loaded_at, version, files, rows, digest)"
        " values (:id, :dataset, :folder, :origin, :loaded_at, :version, :files, 0, :digest)",
        {
            "id": number,
            "dataset": folder.collection,
            "folder": folder.name,
            "origin": folder.origin,
            "loaded_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "version": __version__,
            "files": len({seed.path for seed in folder.files}),
            "digest": scanned.digest,
        },
    )
    return number


def _find_digest(before: LoadsByFolder, folder: Folder) -> str:
    return before[folder.key].digest if folder.key in before else ""


def _clear(target: Target, todo: list[Folder], gone: list[FolderKey], before: LoadsByFolder) -> None:
    keys = [*gone, *(folder.key for folder in todo)]
    forget(target, [number for key in keys if key in before for number in before[key].numbers])


def forget(target: Target, numbers: list[int]) -> None:
    """Take away the rows of earlier loads; the loads stay written down, without a digest."""
    if not numbers:
        return
    listed = ", ".join(str(number) for number in numbers)
    for table in [*seed_tables(), "records"]:
        target.execute(f"delete from {table} where load_id in ({listed})")
    target.execute(f"update loads set digest = '' where id in ({listed})")


def _refuse_bad_form(scans: dict[Folder, Scan]) -> None:
    problems = [problem for scanned in scans.values() for problem in scanned.problems]
    for folder, scanned in scans.items():
        if scanned.suspicious and not scanned.problems:
            problems += check_form(folder, order=False)
    if problems:
        raise refuse(problems)
