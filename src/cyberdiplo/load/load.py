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
from cyberdiplo.load import dictionary, name_index, removals, rules
from cyberdiplo.load.expectations import unmet
from cyberdiplo.load.files import Collection, Folder, Key, Scan, SeedFile, reader, scan, words
from cyberdiplo.load.form import form_problems
from cyberdiplo.load.old_votes import as_roll_calls
from cyberdiplo.load.problems import Problem, refuse
from cyberdiplo.load.removals import EarlierLoads, LoadsByFolder, read_loads
from cyberdiplo.load.row_errors import diagnose
from cyberdiplo.load.target import Target, register_sql
from cyberdiplo.schema.model import seed_tables

Progress = Callable[[str, int, int], None]  # what is being done, bytes done, bytes in all


def quiet(_what: str, _done: int, _all: int) -> None:
    """No progress shown."""


@dataclass
class Loaded:
    """What a load did, folder by folder: rows now there, None where the folder had not changed."""

    folders: dict[str, int | None] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(rows or 0 for rows in self.folders.values())


def load(
    target: Target,
    folders: Iterable[Folder],
    *,
    whole: Iterable[Collection] = (),
    search: bool = True,
    replace: bool = False,
    progress: Progress = quiet,
) -> Loaded:
    """Load the folders; of the collections in ``whole``, folders that are no longer there are removed.

    Without ``search`` the full-text index is left to be made later: only for a database that has none. What a load
    would take out of what users loaded before is refused unless they want to ``replace`` it.

    Raises BadSeed with every problem found, or BadUsage; then the caller's transaction must be rolled back.
    """
    folders = list(folders)
    before = read_loads(target)
    if also := _words(folders, before):
        folders = [also, *folders]
    scans = {folder: scan(folder) for folder in folders}
    _refuse_bad_form(scans)
    loaded = Loaded()
    whole = list(whole)
    gone = [key for one in whole for key in removals.find_missing(before, one, folders)]
    todo = [folder for folder in folders if _digest(before, folder) != scans[folder].digest]
    for folder in folders:
        loaded.folders[f"{folder.dataset}/{folder.name}"] = None
        if folder not in todo and before[folder.key].origin != folder.origin:
            values = {"origin": folder.origin, "id": before[folder.key].numbers[-1]}
            target.execute("update loads set origin = :origin where id = :id", values)
    if not todo and not gone:
        index_missing_texts(target)
        return _asked(loaded, also)
    read = as_roll_calls(target, todo)
    scans = {now: scans[folder] for now, folder in zip(read, todo, strict=True)}
    todo = read
    theirs = [folder for folder in todo if not removals.is_shipped_anew(folder, before)]
    unwanted = [key for one in whole if one.origin for key in removals.find_missing(before, one, folders)]
    held = None if replace else removals.remember(target, before, theirs, unwanted)
    target.savepoint()
    problems = _bring(target, todo, scans, [before[key] for key in gone], before, loaded, progress)
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
    return _asked(loaded, also)


def _asked(loaded: Loaded, also: Folder | None) -> Loaded:
    """What a load did of what was asked for."""
    if also:
        del loaded.folders[f"{also.dataset}/{also.name}"]
    return loaded


def _words(folders: list[Folder], before: LoadsByFolder) -> Folder | None:
    """The shipped vocabularies, which every database has, unless these folders or an earlier load bring them."""
    shipped = words()
    if any(folder.key == shipped.key for folder in folders) or (shipped.key in before and before[shipped.key].origin):
        return None
    return shipped


def index_missing_texts(target: Target) -> None:
    """Make the full-text index where there is none: in a database that was migrated, or made by hand."""
    if not target.has_index():
        target.index_texts()


def _bring(
    target: Target,
    todo: list[Folder],
    scans: dict[Folder, Scan],
    gone: list[EarlierLoads],
    before: LoadsByFolder,
    loaded: Loaded,
    progress: Progress,
) -> list[Problem] | None:
    """Do it the quick way. None: something was refused, and only going row by row can say what."""
    forget(target, [number for one in gone for number in one.numbers])
    forget(target, [number for folder in todo if (one := before.get(folder.key)) for number in one.numbers])
    size, done = sum(scans[folder].size for folder in todo), 0
    numbers = {folder: _begin(target, folder, scans[folder]) for folder in todo}
    try:
        for table in seed_tables().values():
            for folder in todo:
                for seed in (seed for seed in folder.files if seed.table.name == table.name):
                    progress(f"{folder.name}/{seed.path.name}", done, size)
                    rows = _insert(target, seed, numbers[folder])
                    done += seed.path.stat().st_size
                    key = f"{folder.dataset}/{folder.name}"
                    loaded.folders[key] = (loaded.folders[key] or 0) + rows
        for statement in register_sql(min(numbers.values(), default=1)):
            target.execute(statement)
        progress("indexes and references", size, size)
        target.finish()
    except refusals(target):
        return None
    for folder, number in numbers.items():
        rows_now = loaded.folders[f"{folder.dataset}/{folder.name}"] or 0
        target.execute("update loads set rows = :rows where id = :id", {"rows": rows_now, "id": number})
    name_index.index_names(target)
    dictionary.describe_tables(target)
    if not target.check_references():
        return None
    problems = rules.broken(target, todo)
    for folder in todo:
        problems += unmet(target, folder, numbers[folder])
    return problems


def refusals(target: Target) -> tuple[type[Exception], ...]:
    """What is raised for a row that cannot be read or does not keep a rule."""
    return (csv.Error, UnicodeDecodeError, *target.refusals)


def _insert(target: Target, seed: SeedFile, number: int) -> int:
    with reader(seed) as rows:
        return target.insert(seed.table, rows, number)


def _begin(target: Target, folder: Folder, scanned: Scan) -> int:
    """Enter the load in ``loads``; its number marks the rows."""
    number = int(next(iter(target.execute("select coalesce(max(id), 0) + 1 from loads")))[0])
    target.execute(
        "insert into loads (id, dataset, folder, origin, loaded_at, version, files, rows, digest)"
        " values (:id, :dataset, :folder, :origin, :loaded_at, :version, :files, 0, :digest)",
        {
            "id": number,
            "dataset": folder.dataset,
            "folder": folder.name,
            "origin": folder.origin,
            "loaded_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "version": __version__,
            "files": len({seed.path for seed in folder.files}),
            "digest": scanned.digest,
        },
    )
    return number


def _digest(before: LoadsByFolder, folder: Folder) -> str:
    return before[folder.key].digest if folder.key in before else ""


def _clear(target: Target, todo: list[Folder], gone: list[Key], before: LoadsByFolder) -> None:
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
            problems += form_problems(folder, order=False)
    if problems:
        raise refuse(problems)
