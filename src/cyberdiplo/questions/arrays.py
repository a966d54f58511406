"""Arrays in an answer: several names of one cell as a list of records, or of codes, for formats that have lists.

A header says ``-- array NAME: FILE``; in the SQL the column of that name has the id of the record whose list it is.
The file is in ``arrays/``: a row an item, the first column the id, the others the keys of the item; where there is one
alone its values are the items themselves.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from json import dumps
from typing import TYPE_CHECKING, Any

from cyberdiplo.questions.question import ARRAYS
from cyberdiplo.store.lists import bind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from cyberdiplo.result import Row
    from cyberdiplo.store.connection import Connection

BATCH = 500  # rows whose arrays are read at once


@cache
def read_sql(name: str) -> str:
    """The SQL of an array."""
    return (ARRAYS / f"{name}.sql").read_text(encoding="utf-8")


def put_arrays(
    connection: Connection,
    columns: Sequence[str],
    rows: Iterable[Row],
    arrays: Mapping[str, str],
    translate: Callable[[str], str],
) -> Iterator[Row]:
    """The rows, with JSON text in the place of the ids in the columns that are arrays."""
    places = [(index, translate(read_sql(arrays[name]))) for index, name in enumerate(columns) if name in arrays]
    coming = iter(rows)
    while batch := list(islice(coming, BATCH)):
        lists = [(index, _read_items(connection, sql, [row[index] for row in batch])) for index, sql in places]
        for row in batch:
            cells = list(row)
            for index, items in lists:
                cells[index] = dumps(items.get(row[index], []), ensure_ascii=False, separators=(",", ":"))
            yield tuple(cells)


def _read_items(connection: Connection, sql: str, ids: Sequence[Any]) -> dict[Any, list[Any]]:
    """The items of each record."""
    values: dict[str, Any] = {}
    listed = bind("id", dict.fromkeys(ids), values)
    cursor = connection.execute(sql.replace("(:ids)", f"({listed})"), values)
    names = [str(column[0]) for column in cursor.description or ()][1:]
    items: dict[Any, list[Any]] = {}
    for record_id, *cells in cursor:
        item = cells[0] if len(names) == 1 else dict(zip(names, cells, strict=True))
        items.setdefault(record_id, []).append(item)
    return items
