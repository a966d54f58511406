"""Bring a database to what seed folders say, in one transaction, or change nothing.

The rows go straight into the constrained tables, which is quick; only when something is refused is the whole load
gone through again row by row, to tell all mistakes at once by file, row and column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cyberdiplo import __version__
from cyberdiplo.intake import derive, rules
from cyberdiplo.intake.diagnose import diagnose
from cyberdiplo.intake.expect import unmet
from cyberdiplo.intake.files import Folder, Scan, SeedFile, reader, scan
from cyberdiplo.intake.form import form_mistakes
from cyberdiplo.intake.mistakes import Mistake, refuse
from cyberdiplo.intake.search_index import index_missing_texts, index_texts
from cyberdiplo.intake.target import Target, register_sql
from cyberdiplo.schema.model import seed_tables

Loads = dict[tuple[str, str], tuple[list[int], str]]  # (collection, folder): numbers of its loads, digest of the last
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
    whole: Iterable[str] = (),
    search: bool = True,
    progress: Progress = quiet,
) -> Loaded:
    """Load the folders; of the collections named in ``whole``, folders that are no longer there are removed.

    Without ``search`` the full-text index is left to be made later: only for a database that has none.

    Raises BadSeed with every mistake found; then the caller's transaction must be rolled back.
    """
    folders = list(folders)
    scans = {folder: scan(folder) for folder in folders}
    _refuse_bad_form(scans)
    before = loaded_before(target)
    loaded = Loaded()
    given = {(folder.dataset, folder.name) for folder in folders}
    gone = [key for key in before if key[0] in set(whole) and key not in given]
    todo = [folder for folder in folders if _digest(before, folder) != scans[folder].digest]
    for folder in folders:
        loaded.folders[f"{folder.dataset}/{folder.name}"] = None
    if not todo and not gone:
        index_missing_texts(target)
        return loaded
    target.savepoint()
    mistakes = _bring(target, todo, scans, [before[key] for key in gone], before, loaded, progress)
    if mistakes is None:
        target.undo()
        mistakes = diagnose(target, todo, lambda: _clear(target, todo, gone, before))
    if mistakes:
        raise refuse(mistakes)
    if search:
        index_texts(target)
    loaded.removed = ["/".join(key) for key in gone]
    return loaded


def _bring(
    target: Target,
    todo: list[Folder],
    scans: dict[Folder, Scan],
    gone: list[tuple[list[int], str]],
    before: Loads,
    loaded: Loaded,
    progress: Progress,
) -> list[Mistake] | None:
    """Do it the quick way. None: something was refused, and only going row by row can say what."""
    forget(target, [number for numbers, _ in gone for number in numbers])
    forget(target, [number for folder in todo for number in before.get((folder.dataset, folder.name), ([], ""))[0]])
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
    derive.index_names(target)
    if not target.check_references():
        return None
    mistakes = rules.broken(target, todo)
    for folder in todo:
        mistakes += unmet(target, folder, numbers[folder])
    return mistakes


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
        "insert into loads (id, dataset, folder, loaded_at, version, files, rows, digest)"
        " values (:id, :dataset, :folder, :loaded_at, :version, :files, 0, :digest)",
        {
            "id": number,
            "dataset": folder.dataset,
            "folder": folder.name,
            "loaded_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "version": __version__,
            "files": len(folder.files),
            "digest": scanned.digest,
        },
    )
    return number


def loaded_before(target: Target) -> Loads:
    """The loads that the rows of each folder came with, and the digest of the last one; removed folders have none."""
    found: Loads = {}
    for number, dataset, folder, digest in target.execute("select id, dataset, folder, digest from loads order by id"):
        found[(dataset, folder)] = ([*found.get((dataset, folder), ([], ""))[0], number], digest)
    return {key: value for key, value in found.items() if value[1]}


def _digest(before: Loads, folder: Folder) -> str:
    return before.get((folder.dataset, folder.name), ([], ""))[1]


def _clear(
    target: Target,
    todo: list[Folder],
    gone: list[tuple[str, str]],
    before: Loads,
) -> None:
    keys = [*gone, *((folder.dataset, folder.name) for folder in todo)]
    forget(target, [number for key in keys for number in before.get(key, ([], ""))[0]])


def forget(target: Target, numbers: list[int]) -> None:
    """Take away the rows of earlier loads; the loads stay written down, without a digest."""
    if not numbers:
        return
    listed = ", ".join(str(number) for number in numbers)
    for table in [*seed_tables(), "records"]:
        target.execute(f"delete from {table} where load_id in ({listed})")
    target.execute(f"update loads set digest = '' where id in ({listed})")


def _refuse_bad_form(scans: dict[Folder, Scan]) -> None:
    mistakes = [mistake for scanned in scans.values() for mistake in scanned.mistakes]
    for folder, scanned in scans.items():
        if scanned.suspicious and not scanned.mistakes:
            mistakes += form_mistakes(folder, order=False)
    if mistakes:
        raise refuse(mistakes)


def dataset_rows(target: Target) -> Iterator[tuple[str, str, int]]:
    """Each folder that is loaded, with its rows."""
    sql = "select dataset, folder, rows from loads where digest <> '' order by dataset, folder"
    yield from ((str(a), str(b), int(c)) for a, b, c in target.execute(sql))
