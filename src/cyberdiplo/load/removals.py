"""What a load would take out of what users loaded before: seen before it is done, and done only where it is wanted.

Loading a folder again replaces its rows. Rows that change are what that is for; rows that are simply no longer there
may be a slip (a file that was cut off, another folder of the same name), and a slip must not cost anybody's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.load.files import Collection, Folder, FolderKey
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.schema.model import Table, seed_tables
from cyberdiplo.store.loaded import SHIPPED, name_folder

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


LoadsByFolder = dict[FolderKey, EarlierLoads]


def read_loads(target: Target) -> LoadsByFolder:
    """What is loaded, folder by folder; folders that were taken out are not there."""
    loads: LoadsByFolder = {}
    sql = "select id, dataset, folder, digest, origin from loads order by id"
    for number, collection, folder, digest, origin in target.execute(sql):
        key = FolderKey(collection, folder)
        earlier = loads.get(key)
        loads[key] = EarlierLoads([*(earlier.numbers if earlier else ()), number], digest, origin)
    return {key: value for key, value in loads.items() if value.digest}


def find_missing(before: LoadsByFolder, collection: Collection, folders: Iterable[Folder]) -> list[FolderKey]:
    """The folders that a whole collection no longer has; not those that came from another collection of its name."""
    present = {folder.key for folder in folders}
    return [
        key
        for key, earlier in before.items()
        if key.collection == collection.name and key not in present and earlier.origin in ("", collection.origin)
    ]


@dataclass
class Remembered:
    """What was there before a load: of each folder the ids of its records, and the rest by table; of those that a
    collection no longer has, how many rows.

    The rest is counted where a folder is loaded again from its place, for there a row may be corrected whatever its
    key is made of; and known by its keys where another folder of the same name comes.
    """

    gone: dict[FolderKey, int]  # rows of a folder
    ids: dict[FolderKey, set[str]]  # of its records
    rest: dict[FolderKey, dict[str, int | set[str]]]  # table -> rows, or their keys


def remember(
    target: Target, before: LoadsByFolder, todo: Iterable[Folder], gone: Sequence[FolderKey]
) -> Remembered | None:
    """Remember what is in the folders that a load is about to replace or remove; None where that is nothing."""
    held = Remembered({}, {}, {})
    for folder in todo:
        if (earlier := before.get(folder.key)) is not None:
            elsewhere = earlier.origin != folder.origin and bool(earlier.origin or folder.collection == SHIPPED)
            held.ids[folder.key] = _read_ids(target, earlier.numbers)
            held.rest[folder.key] = {
                table.name: _read_keys(target, table, earlier.numbers)
                if elsewhere
                else _count_rows(target, table.name, earlier.numbers)
                for table in seed_tables().values()
                if not table.kind
            }
    for key in gone:
        held.gone[key] = sum(_count_rows(target, name, before[key].numbers) for name in seed_tables())
    return held if held.ids or held.gone else None


def is_shipped_anew(folder: Folder, before: LoadsByFolder) -> bool:
    """Whether the program brings a folder of its own seeds in the place of what it brought before.

    Not where the user has loaded a copy of the shipped seeds, which may have rows of their own in it.
    """
    return folder.origin == "" and not (folder.key in before and before[folder.key].origin)


def refuse_losses(target: Target, held: Remembered) -> None:
    """Raise BadUsage where something is no longer there after the load, with what and in which folder."""
    losses = [
        "  "
        + tr_plural(
            "{folder}: the folder is no longer there ({count:,} row)",
            "{folder}: the folder is no longer there ({count:,} rows)",
            rows,
            folder=name_folder(key),
        )
        for key, rows in held.gone.items()
    ]
    now = read_loads(target)
    for key, ids in held.ids.items():
        if loss := _describe_losses(target, ids, held.rest[key], now[key].numbers):
            losses.append(f"  {name_folder(key)}: {loss}")
    if not losses:
        return
    more = ["  " + tr("… and {count} more folders", count=len(losses) - SHOWN)] if len(losses) > SHOWN else []
    raise BadUsage(
        "\n".join([tr("This load would take out what was loaded before:"), *losses[:SHOWN], *more]),
        hint=tr("--replace does it; a name of its own in a file DATASET tells a collection from another one."),
    )


def _describe_losses(target: Target, ids: set[str], rest: dict[str, int | set[str]], numbers: list[int]) -> str:
    """What a folder no longer has, in words; empty where all is still there, or has only moved to another folder."""
    losses = []
    lost = ids - _read_ids(target, numbers)
    lost -= {
        record_id
        for record_id in lost
        if list(target.execute("select 1 from records where id = :id", {"id": record_id}))
    }
    if lost:
        some = _list_some(lost)
        losses.append(tr_plural("{count:,} record ({some})", "{count:,} records ({some})", len(lost), some=some))
    for name, there in rest.items():
        if isinstance(there, set):
            if missing := there - _read_keys(target, seed_tables()[name], numbers):
                lacking = tr("{table}: {count:,} of {all:,} rows", table=name, count=len(missing), all=len(there))
                losses.append(f"{lacking} ({_list_some(missing)})")
        elif (now := _count_rows(target, name, numbers)) < there:
            losses.append(tr("{table}: {count:,} of {all:,} rows", table=name, count=there - now, all=there))
    return "; ".join(losses)


def _list_some(names: set[str]) -> str:
    return ", ".join(sorted(names)[:EXAMPLES]) + (", …" if len(names) > EXAMPLES else "")


def _read_ids(target: Target, numbers: list[int]) -> set[str]:
    return {str(row[0]) for row in target.execute(f"select id from records {_list_numbers(numbers)}")}


def _read_keys(target: Target, table: Table, numbers: list[int]) -> set[str]:
    rows = target.execute(f"select {', '.join(table.key)} from {table.name} {_list_numbers(numbers)}")
    return {" ".join(str(cell) for cell in row if cell not in ("", None)) for row in rows}


def _count_rows(target: Target, table: str, numbers: list[int]) -> int:
    return int(next(iter(target.execute(f"select count(*) from {table} {_list_numbers(numbers)}")))[0])


def _list_numbers(numbers: list[int]) -> str:
    return f"where load_id in ({', '.join(map(str, numbers))})"
