"""All problems of a load that was refused, by file, row and column.

Only on the way of an error: it goes row by row where rows are refused, and may take its time.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo.load import refinements, rules
from cyberdiplo.load.form import row_key
from cyberdiplo.load.problems import LIMIT, Location, Problem, RowKey
from cyberdiplo.load.refusals import explain_refusal
from cyberdiplo.load.rows import SAVE, Misfit, describe_file, open_rows
from cyberdiplo.load.sound import describe_csv
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import Table, seed_tables, tables
from cyberdiplo.store.loaded import name_folder
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cyberdiplo.load.files import Folder, SeedFile
    from cyberdiplo.load.target import Target

TOGETHER = 512  # rows that are tried at once before each is tried by itself
ROW_NAMES = {"capacities": "capacity"}  # the vocabularies whose one word is not its table's without the s
Locations = dict[RowKey, Location]


def diagnose(target: Target, folders: list[Folder], clear: Callable[[], None]) -> list[Problem]:
    """Try every row by itself, then every reference, then every rule; the rows stay, each folder a load."""
    clear()
    target.finish()
    numbers = {folder: _begin(target, folder) for folder in folders}
    problems: list[Problem] = []
    locations: Locations = {}
    for table in seed_tables().values():
        for folder in folders:
            for seed in folder.files:
                if seed.table.name == table.name and len(problems) <= LIMIT:
                    problems += _try_rows(target, seed, numbers[folder], locations)
    refused = {problem.row_id for problem in problems if problem.row_id}
    problems += [problem for problem in find_orphans(target, locations, refused) if problem.row_id not in refused]
    if not problems:
        problems += refinements.apply(target, locations)
    if not problems:
        problems += rules.find_broken(target, folders, locations=locations)
    return problems


def _begin(target: Target, folder: Folder) -> int:
    number = int(next(iter(target.execute("select coalesce(max(id), 0) + 1 from loads")))[0])
    target.execute(
        "insert into loads (id, dataset, folder, origin, loaded_at, version, files, rows, digest)"
        " values (:id, :dataset, :folder, '', '', '', 0, 0, '')",
        {"id": number, "dataset": folder.collection, "folder": folder.name},
    )
    return number


def _try_rows(target: Target, seed: SeedFile, number: int, locations: Locations) -> list[Problem]:
    problems: list[Problem] = []
    waiting: list[tuple[int, list[str]]] = []  # (line, cells)
    odd: list[Problem] = []
    try:
        with open_rows(seed) as rows:
            line = rows.line_num + 1
            for cells in rows:
                waiting.append((line, cells))
                line = rows.line_num + 1
                if len(waiting) == TOGETHER:
                    problems += _try_some(target, seed, waiting, number, locations)
                    waiting = []
                    if len(problems) > LIMIT:
                        break
    except csv.Error as error:
        odd.append(Problem(seed.path, None, "", "csv", *describe_csv(error)))
    except UnicodeDecodeError:
        odd.append(Problem(seed.path, None, "", "utf-8", describe_file(seed.path), SAVE))
    return problems + _try_some(target, seed, waiting, number, locations) + odd


def _try_some(
    target: Target, seed: SeedFile, rows: list[tuple[int, list[str]]], number: int, locations: Locations
) -> list[Problem]:
    """The problems of a few rows: tried together, and in halves where they are refused, down to the row."""
    if len(rows) == 1:
        return _try_row(target, seed, rows[0][1], rows[0][0], number, locations)
    if not rows or _try_together(target, seed.table, [cells for _, cells in rows], number):
        locations.update(
            ((seed.table.name, row_key(seed.table, cells)), Location(seed.path, line)) for line, cells in rows
        )
        return []
    half = len(rows) // 2
    problems = _try_some(target, seed, rows[:half], number, locations)
    return problems if len(problems) > LIMIT else problems + _try_some(target, seed, rows[half:], number, locations)


def _try_together(target: Target, table: Table, rows: list[list[str]], number: int) -> bool:
    """Whether the rows are all taken; if not, none of them is."""
    target.savepoint()
    try:
        target.insert(table, rows, number)
        if table.kind:
            index = table.header.index("id")
            target.insert_plain("records", ((cells[index], table.kind, number) for cells in rows))
    except target.refusals:
        target.undo()
        target.release()
        return False
    target.release()
    return True


def _try_row(
    target: Target, seed: SeedFile, cells: list[str], line: int, number: int, locations: Locations
) -> list[Problem]:
    table = seed.table
    if isinstance(cells, Misfit) or len(cells) != len(table.header):
        count, expected = (
            (cells.length, cells.expected) if isinstance(cells, Misfit) else (len(cells), len(table.header))
        )
        message = f"the row has {count} cells, the header {expected}"
        return [Problem(seed.path, line, "", "cells", message, "text that has a comma stands in double quotes.")]
    named = dict(zip(table.header, cells, strict=True))
    target.savepoint()
    try:
        target.insert(table, [cells], number)
        if table.kind:
            target.execute(
                "insert into records (id, kind, load_id) values (:id, :kind, :load)",
                {"id": named["id"], "kind": table.kind, "load": number},
            )
    except target.refusals as error:
        target.undo()
        target.release()
        column, rule, message, hint = explain_refusal(table, str(error), named)
        if rule == "unique" and (first := _find_first(target, table, named, locations)):
            message = f"{message} by {first}"
        return [Problem(seed.path, line, column, rule, message, hint, row_id=named.get("id", ""))]
    target.release()
    locations[(table.name, row_key(table, cells))] = Location(seed.path, line)
    return []


def _find_first(target: Target, table: Table, cells: dict[str, str], locations: Locations) -> str:
    """Where the row that was there first stands."""
    if location := locations.get((table.name, tuple(cells[name] for name in table.key))):
        return f"{location[0]}:{location[1]}"
    for name, other in tables().items():
        if other.kind and (location := locations.get((name, (cells.get("id", ""),)))):
            return f"{location[0]}:{location[1]}"
    if table.kind:
        sql = (
            "select records.kind, loads.dataset, loads.folder from records"
            " join loads on loads.id = records.load_id where records.id = :id"
        )
        for kind, *folder in target.execute(sql, {"id": cells["id"]}):
            return f"a {kind} of {name_folder((str(folder[0]), str(folder[1])))}"
    return ""


def find_orphans(target: Target, locations: Locations, refused: Collection[str] = ()) -> list[Problem]:
    """Every reference that points at no row, with the nearest ids that are there or were refused."""
    problems: list[Problem] = []
    for table in seed_tables().values():
        for column in table.columns:
            parent = column.references
            if parent is None or column.bookkeeping or column.name == "id":
                continue
            keys, pk = ", ".join(f"child.{name}" for name in table.key), tables()[parent].key[0]
            sql = (
                f"select {keys}, child.{column.name} from {table.name} child left join {parent} parent"
                f" on parent.{pk} = child.{column.name} where child.{column.name} is not null and parent.{pk} is null"
            )
            for *key, missing_id in target.execute(sql):
                path, line = locations.get((table.name, tuple(key)), (Path(f"{table.name} (already loaded)"), None))
                ids = {row[0] for row in target.execute(f"select {pk} from {parent}")}
                hint = did_you_mean(
                    find_nearest(missing_id, ids | set(refused)),
                    tr("add it to {parent}.csv, or take it away here.", parent=parent),
                )
                message = f"there is no {_name_row(parent)} {missing_id!r}"
                problems.append(Problem(path, line, column.name, "reference", message, hint, row_id=missing_id))
                if len(problems) > LIMIT:
                    return problems
    return problems + _find_foreign_posts(target, locations)


def _find_foreign_posts(target: Target, locations: Locations) -> list[Problem]:
    """A participation may only name a post of its own speaker."""
    sql = (
        "select participations.id, affiliation_id, affiliations.speaker_id from participations"
        " join affiliations on affiliations.id = affiliation_id"
        " where affiliations.speaker_id <> participations.speaker_id"
    )
    problems = []
    for record_id, post, holder in target.execute(sql):
        path, line = locations.get(("participations", (record_id,)), (Path("participations (already loaded)"), None))
        message = f"the post {post!r} is held by {holder!r}, not by this speaker"
        problems.append(
            Problem(path, line, "affiliation_id", "affiliation_of_speaker", message, "name the speaker's own post.")
        )
    return problems


def _name_row(table: str) -> str:
    """The word for one row of a table."""
    kind = tables()[table].kind
    if tables()[table].words_of:
        return ROW_NAMES.get(table, table.replace("_", " ").removesuffix("s"))
    return "record" if kind is None else kind.replace("_", " ")
