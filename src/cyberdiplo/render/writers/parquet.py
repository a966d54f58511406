"""Parquet, for data frames and analytical engines."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.render.style import Style, make_plain
from cyberdiplo.render.writers.libraries import require, require_room
from cyberdiplo.result import make_keys, take_rows
from cyberdiplo.store.leftovers import find_temporary_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cyberdiplo.result import Result

ROWS = 20_000  # of one group
WEIGHT = 16 << 20  # bytes of the rows of one group
ROOM = 150 << 20  # bytes of address space that Arrow maps; with less it ends the program (seen with pyarrow 26)


def write_parquet(result: Result, out: IO[bytes], _style: Style, declared: Mapping[str, str] | None = None) -> None:
    """One file, in groups of rows; ``declared`` says integer or number where a column has nothing but nulls.

    A column's type is known only when all rows are (a database may hold 3 and then 3.5), so that the rows go
    through a temporary file first, and memory stays flat.
    """
    require_room(ROOM)
    pa = require("pyarrow", "parquet")
    parquet = require("pyarrow.parquet", "parquet")
    names = make_keys(result.columns)
    known: dict[str, set[type]] = {"integer": {int}, "number": {float}}
    kinds: list[set[type]] = [set(known.get((declared or {}).get(name, ""), set())) for name in names]
    with TemporaryFile(dir=find_temporary_folder()) as spool:
        for table in _tables(pa, result, names, kinds):
            with pa.ipc.new_stream(spool, table.schema) as stream:
                stream.write_table(table)
        end = spool.tell()
        spool.seek(0)
        schema = pa.schema([(name, _type(pa, kind)) for name, kind in zip(names, kinds, strict=True)])
        with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
            while spool.tell() < end:
                with pa.ipc.open_stream(spool) as stream:
                    writer.write_table(_cast(pa, stream.read_all(), schema))


def _tables(pa: Any, result: Result, names: list[str], kinds: list[set[type]]) -> Any:
    """The rows in groups, each with the types that its own values have."""
    rows = iter(result.rows)
    while group := take_rows(rows, ROWS, WEIGHT):
        arrays = []
        for index, values in enumerate(zip(*group, strict=True)):
            types = set(map(type, values)) - {type(None)}
            if not types <= {str, int, float, bytes, bool} or (len(types) > 1 and types != {int, float}):
                values = tuple(None if value is None else str(make_plain(value)) for value in values)
                types = {str}
            if types == {int, float}:
                values = tuple(None if value is None else float(value) for value in values)
            kinds[index] |= types
            arrays.append(pa.array(values, _type(pa, types)))
        yield pa.table(arrays, names=names)


def _type(pa: Any, kinds: set[type]) -> Any:
    """The type that holds all of these: text where nothing else does."""
    if kinds == {bool}:
        return pa.bool_()
    if kinds == {int}:
        return pa.int64()
    if kinds and kinds <= {int, float}:
        return pa.float64()
    return pa.binary() if kinds == {bytes} else pa.string()


def _cast(pa: Any, table: Any, schema: Any) -> Any:
    columns = []
    for column, field in zip(table.columns, schema, strict=True):
        if pa.types.is_binary(column.type) and field.type == pa.string():
            column = pa.chunked_array([pa.array([v and v.hex() for v in column.to_pylist()], pa.string())])
        columns.append(column.cast(field.type, safe=False))
    return pa.table(columns, schema=schema)
