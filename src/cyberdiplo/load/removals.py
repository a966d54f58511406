"""What a load would take out of what users loaded before: seen before it is done, and done only where it is wanted.

Loading a folder again replaces its rows. Rows that change are what that is for; rows that are simply no longer there
may be a slip (a file that was cut off, another folder of the same name), and a slip must not cost anybody's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.load.files import SHIPPED, Collection, Folder, Key
from cyberdiplo.schema.model import Table, seed_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cyberdiplo.load.target import Target

SHOWN = 10  # folders that are listed
EXAMPLES = 3  # ids of each


class EarlierLoads(NamedTuple):
    """The loads that a folder's rows came with; digest and origin are those of the last one."""

    numbers: list[int]
    digest: str
    origin: str


LoadsByFolder = dict[Key, EarlierLoads]


def read_loads(target: Target) -> LoadsByFolder:
    """What is loaded, folder by folder; folders that were taken out are not there."""
    found: LoadsByFolder = {}
    sql = "select id, dataset, folder, digest, origin from loads order by id"
    for number, dataset, folder, digest, origin in target.execute(sql):
        key = Key(dataset, folder)
        earlier = found.get(key)
        found[key] = EarlierLoads([*(earlier.numbers if earlier else ()), number], digest, origin)
    return {key: value for key, value in found.items() if value.digest}


def name_folder(key: Key) -> str:
    """A folder as it is told; one that is a collection by itself is its collection."""
    return key.collection if key.folder == "." else "/".join(key)


def find_missing(before: LoadsByFolder, collection: Collection, folders: Iterable[Folder]) -> list[Key]:
    """The folders that a whole collection no longer has; not those that came from another collection of its name."""
    given = {folder.key for folder in folders}
    return [
        key
        for key, one in before.items()
        if key.collection == collection.name and key not in given and one.origin in ("", collection.origin)
    ]


@dataclass
class Remembered:
    """What was there before a load: of each folder the ids of its records, and the rest by table; of those that a
    collection no longer has, how many rows.

    The rest is counted where a folder is loaded again from its place, for there a row may be corrected whatever its
    key is made of; and known by its keys where another folder of the same name comes.
    """

    gone: dict[Key, int]  # rows of a folder
    ids: dict[Key, set[str]]  # of its records
    rest: dict[Key, dict[str, int | set[str]]]  # table -> rows, or their keys


def remember(target: Target, before: LoadsByFolder, todo: Iterable[Folder], gone: Sequence[Key]) -> Remembered | None:
    """Remember what is in the folders that a load is about to replace or remove; None where that is nothing."""
    held = Remembered({}, {}, {})
    for folder in todo:
        if (one := before.get(folder.key)) is not None:
            elsewhere = one.origin != folder.origin and bool(one.origin or folder.dataset == SHIPPED)
            held.ids[folder.key] = _ids(target, one.numbers)
            held.rest[folder.key] = {
                table.name: _keys(target, table, one.numbers) if elsewhere else _count(target, table.name, one.numbers)
                for table in seed_tables().values()
                if not table.kind
            }
    for key in gone:
        held.gone[key] = sum(_count(target, name, before[key].numbers) for name in seed_tables())
    return held if held.ids or held.gone else None


def is_shipped_anew(folder: Folder, before: LoadsByFolder) -> bool:
    """Whether the program brings a folder of its own seeds in the place of what it brought before.

    Not where the user has loaded a copy of the shipped seeds, which may have rows of their own in it.
    """
    return folder.origin == "" and not (folder.key in before and before[folder.key].origin)


def refuse_losses(target: Target, held: Remembered) -> None:
    """Raise BadUsage where something is no longer there after the load, with what and in which folder."""
    told = [
        f"  {name_folder(key)}: the folder is no longer there ({rows:,} {'row' if rows == 1 else 'rows'})"
        for key, rows in held.gone.items()
    ]
    now = read_loads(target)
    for key, ids in held.ids.items():
        if said := _less(target, ids, held.rest[key], now[key].numbers):
            told.append(f"  {name_folder(key)}: {said}")
    if not told:
        return
    more = f"\n  … and {len(told) - SHOWN} more folders" if len(told) > SHOWN else ""
    raise BadUsage(
        "This load would take out what was loaded before:\n" + "\n".join(told[:SHOWN]) + more,
        hint="--replace does it; a name of its own in a file DATASET tells a collection from another one.",
    )


def _less(target: Target, ids: set[str], rest: dict[str, int | set[str]], numbers: list[int]) -> str:
    """What a folder no longer has, in words; empty where all is still there, or has only moved to another folder."""
    said = []
    lost = ids - _ids(target, numbers)
    lost -= {one for one in lost if list(target.execute("select 1 from records where id = :id", {"id": one}))}
    if lost:
        said.append(f"{len(lost):,} {'record' if len(lost) == 1 else 'records'} ({_some(lost)})")
    for name, there in rest.items():
        if isinstance(there, set):
            if missing := there - _keys(target, seed_tables()[name], numbers):
                said.append(f"{name}: {len(missing):,} of {len(there):,} rows ({_some(missing)})")
        elif (now := _count(target, name, numbers)) < there:
            said.append(f"{name}: {there - now:,} of {there:,} rows")
    return "; ".join(said)


def _some(names: set[str]) -> str:
    return ", ".join(sorted(names)[:EXAMPLES]) + (", …" if len(names) > EXAMPLES else "")


def _ids(target: Target, numbers: list[int]) -> set[str]:
    return {str(row[0]) for row in target.execute(f"select id from records {_of(numbers)}")}


def _keys(target: Target, table: Table, numbers: list[int]) -> set[str]:
    rows = target.execute(f"select {', '.join(table.key)} from {table.name} {_of(numbers)}")
    return {" ".join(str(cell) for cell in row if cell not in ("", None)) for row in rows}


def _count(target: Target, table: str, numbers: list[int]) -> int:
    return int(next(iter(target.execute(f"select count(*) from {table} {_of(numbers)}")))[0])


def _of(numbers: list[int]) -> str:
    return f"where load_id in ({', '.join(map(str, numbers))})"
