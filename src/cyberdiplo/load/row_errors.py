"""All problems of a load that was refused, by file, row and column.

Only on the way of an error: it goes row by row where rows are refused, and may take its time.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo.load import rules
from cyberdiplo.load.files import SAVE, Folder, Misfit, SeedFile, not_utf8, reader
from cyberdiplo.load.form import row_key
from cyberdiplo.load.problems import LIMIT, Location, Problem, RowKey
from cyberdiplo.load.refusals import refusal
from cyberdiplo.schema.model import Table, seed_tables, tables
from cyberdiplo.text.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cyberdiplo.load.target import Target

TOGETHER = 512  # rows that are tried at once before each is tried by itself
ONE = {"capacities": "capacity"}  # the vocabularies whose one word is not its table's without the s
Places = dict[RowKey, Location]


def diagnose(target: Target, folders: list[Folder], clear: Callable[[], None]) -> list[Problem]:
    """Try every row by itself, then every reference, then every rule; the rows stay, each folder a load."""
    clear()
    target.finish()
    numbers = {folder: _begin(target, folder) for folder in folders}
    problems: list[Problem] = []
    places: Places = {}
    for table in seed_tables().values():
        for folder in folders:
            for seed in folder.files:
                if seed.table.name == table.name and len(problems) <= LIMIT:
                    problems += _rows(target, seed, numbers[folder], places)
    refused = {problem.row_id for problem in problems if problem.row_id}
    problems += [problem for problem in orphans(target, places, refused) if problem.row_id not in refused]
    if not problems:
        problems += rules.broken(target, folders, places=places)
    return problems


def _begin(target: Target, folder: Folder) -> int:
    number = int(next(iter(target.execute("select coalesce(max(id), 0) + 1 from loads")))[0])
    target.execute(
        "insert into loads (id, dataset, folder, origin, loaded_at, version, files, rows, digest)"
        " values (:id, :dataset, :folder, '', '', '', 0, 0, '')",
        {"id": number, "dataset": folder.dataset, "folder": folder.name},
    )
    return number


def _rows(target: Target, seed: SeedFile, number: int, places: Places) -> list[Problem]:
    problems: list[Problem] = []
    waiting: list[tuple[int, list[str]]] = []  # (line, cells)
    odd: list[Problem] = []
    try:
        with reader(seed) as rows:
            line = rows.line_num + 1
            for cells in rows:
                waiting.append((line, cells))
                line = rows.line_num + 1
                if len(waiting) == TOGETHER:
                    problems += _some(target, seed, waiting, number, places)
                    waiting = []
                    if len(problems) > LIMIT:
                        break
    except csv.Error as error:
        odd.append(Problem(seed.path, None, "", "csv", f"this is not CSV: {error}", "look at the double quotes."))
    except UnicodeDecodeError:
        odd.append(Problem(seed.path, None, "", "utf-8", not_utf8(seed.path.read_bytes()), SAVE))
    return problems + _some(target, seed, waiting, number, places) + odd


def _some(
    target: Target, seed: SeedFile, rows: list[tuple[int, list[str]]], number: int, places: Places
) -> list[Problem]:
    """The problems of a few rows: tried together, and in halves where they are refused, down to the row."""
    if len(rows) == 1:
        return _row(target, seed, rows[0][1], rows[0][0], number, places)
    if not rows or _together(target, seed.table, [cells for _, cells in rows], number):
        places.update(
            ((seed.table.name, row_key(seed.table, cells)), Location(seed.path, line)) for line, cells in rows
        )
        return []
    half = len(rows) // 2
    problems = _some(target, seed, rows[:half], number, places)
    return problems if len(problems) > LIMIT else problems + _some(target, seed, rows[half:], number, places)


def _together(target: Target, table: Table, rows: list[list[str]], number: int) -> bool:
    """Whether the rows are all taken; if not, none of them is."""
    target.savepoint()
    try:
        target.insert(table, rows, number)
        if table.kind:
            place = table.header.index("id")
            target.insert_plain("records", ((cells[place], table.kind, number) for cells in rows))
    except target.refusals:
        target.undo()
        target.release()
        return False
    target.release()
    return True


def _row(target: Target, seed: SeedFile, cells: list[str], line: int, number: int, places: Places) -> list[Problem]:
    table = seed.table
    if isinstance(cells, Misfit) or len(cells) != len(table.header):
        given, wanted = (cells.given, cells.wanted) if isinstance(cells, Misfit) else (len(cells), len(table.header))
        said = f"the row has {given} cells, the header {wanted}"
        return [Problem(seed.path, line, "", "cells", said, "text that has a comma stands in double quotes.")]
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
        column, rule, said, hint = refusal(table, str(error), named)
        if rule == "unique" and (first := _first(target, table, named, places)):
            said = f"{said} by {first}"
        return [Problem(seed.path, line, column, rule, said, hint, row_id=named.get("id", ""))]
    target.release()
    places[(table.name, row_key(table, cells))] = Location(seed.path, line)
    return []


def _first(target: Target, table: Table, cells: dict[str, str], places: Places) -> str:
    """Where the row that was there first stands."""
    if place := places.get((table.name, tuple(cells[name] for name in table.key))):
        return f"{place[0]}:{place[1]}"
    for name, other in tables().items():
        if other.kind and (place := places.get((name, (cells.get("id", ""),)))):
            return f"{place[0]}:{place[1]}"
    if table.kind:
        sql = (
            "select records.kind, loads.folder from records"
            " join loads on loads.id = records.load_id where records.id = :id"
        )
        for kind, folder in target.execute(sql, {"id": cells["id"]}):
            return f"a {kind} of {folder}"
    return ""


def orphans(target: Target, places: Places, refused: Collection[str] = ()) -> list[Problem]:
    """Every reference that points at no row, with the nearest ids that are there or were refused."""
    problems: list[Problem] = []
    for table in seed_tables().values():
        for column in table.columns:
            parent = column.references
            if parent is None or column.bookkeeping or column.name == "id":
                continue
            keys, own = ", ".join(f"child.{name}" for name in table.key), tables()[parent].key[0]
            sql = (
                f"select {keys}, child.{column.name} from {table.name} child left join {parent} parent"
                f" on parent.{own} = child.{column.name} where child.{column.name} is not null and parent.{own} is null"
            )
            for *key, wanted in target.execute(sql):
                path, line = places.get((table.name, tuple(key)), (Path(f"{table.name} (already loaded)"), None))
                ids = {row[0] for row in target.execute(f"select {own} from {parent}")}
                hint = did_you_mean(
                    nearest(wanted, ids | set(refused)), f"add it to {parent}.csv, or take it away here."
                )
                said = f"there is no {_one(parent)} {wanted!r}"
                problems.append(Problem(path, line, column.name, "reference", said, hint, row_id=wanted))
                if len(problems) > LIMIT:
                    return problems
    return problems + _foreign_posts(target, places)


def _foreign_posts(target: Target, places: Places) -> list[Problem]:
    """A participation may only name a post of its own speaker."""
    sql = (
        "select participations.id, affiliation_id, affiliations.speaker_id from participations"
        " join affiliations on affiliations.id = affiliation_id"
        " where affiliations.speaker_id <> participations.speaker_id"
    )
    problems = []
    for record_id, post, holder in target.execute(sql):
        path, line = places.get(("participations", (record_id,)), (Path("participations (already loaded)"), None))
        said = f"the post {post!r} is held by {holder!r}, not by this speaker"
        problems.append(
            Problem(path, line, "affiliation_id", "affiliation_of_speaker", said, "name the speaker's own post.")
        )
    return problems


def _one(table: str) -> str:
    """The word for one row of a table."""
    kind = tables()[table].kind
    if tables()[table].words_of:
        return ONE.get(table, table.replace("_", " ").removesuffix("s"))
    return "record" if kind is None else kind.replace("_", " ")
