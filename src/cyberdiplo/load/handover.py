"""What an import brought and the program now ships itself: at an upgrade such rows give way to the shipped ones.

Only what says the same goes: the vote of a State on a resolution that now ships stays, as long as that vote does not
ship as well.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cyberdiplo.load.files import IMPORTED
from cyberdiplo.load.removals import read_loads
from cyberdiplo.load.rows import open_rows
from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.load.files import Folder
    from cyberdiplo.load.target import Target
    from cyberdiplo.schema.model import Table


def hand_over(target: Target, shipped: Iterable[Folder]) -> list[str]:
    """Take out the imported rows that ship, records by their ids; returns these.

    To be done in the transaction that then loads these folders.
    """
    loads = read_loads(target).items()
    numbers = [number for key, earlier in loads if key.collection == IMPORTED for number in earlier.numbers]
    if not numbers:
        return []
    listed = f"load_id in ({', '.join(map(str, numbers))})"
    keys = _read_keys(shipped)
    handed: list[str] = []
    for table in seed_tables().values():
        names = _name_key(table)
        rows = list(target.execute(f"select {', '.join(names)} from {table.name} where {listed}"))
        for key in {tuple("" if cell is None else str(cell) for cell in row) for row in rows} & keys[table.name]:
            values = {name: cell for name, cell in zip(names, key, strict=True) if name in table.key}
            where = " and ".join(f"{name} = :{name}" for name in values)
            target.execute(f"delete from {table.name} where {listed} and {where}", values)
            if table.kind:
                target.execute(f"delete from records where {listed} and id = :id", values)
                handed.append(key[0])
    return sorted(handed)


def _name_key(table: Table) -> list[str]:
    """The columns by which two rows say the same: the key, and of what is no record whatever it refers to.

    A symbol that the program gives to another record is no such case: somebody has to look at it.
    """
    links = [] if table.kind else [column.name for column in table.columns if column.references]
    return list(dict.fromkeys(name for name in [*table.key, *links] if name in table.header))


def _read_keys(folders: Iterable[Folder]) -> dict[str, set[tuple[str, ...]]]:
    """What tells the rows of seed files apart, by table."""
    keys: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for seed in (seed for folder in folders for seed in folder.files):
        places = [seed.table.header.index(name) for name in _name_key(seed.table)]
        with open_rows(seed) as rows:
            whole = (cells for cells in rows if len(cells) == len(seed.table.header))
            keys[seed.table.name].update(tuple(cells[place] for place in places) for cells in whole)
    return keys
