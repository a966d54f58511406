"""JSON, one object a row, whether in an array or a line each."""

from __future__ import annotations

import math
from itertools import repeat
from json.encoder import encode_basestring
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.render.style import Style, make_plain
from cyberdiplo.render.writers.columns import BATCH, Text, TextColumn, batches, repair_utf8, sink
from cyberdiplo.result import make_keys
from cyberdiplo.store.encoded import EncodedRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.result import Result

QUOTE, BACKSLASH, LF = b'"\\\n'
CONTROL = bytes(0 if code < 0x20 and code != LF else 1 for code in range(256))  # makes all of them the same byte


def write_json(result: Result, out: IO[str], _style: Style) -> None:
    """One array of objects, a line each."""
    write = sink(out)
    write(b"[")
    before = b"\n"
    for lines in _batches(result, b",\n"):
        write(before + lines)
        before = b",\n"
    write(b"]\n" if before == b"\n" else b"\n]\n")


def write_jsonl(result: Result, out: IO[str], _style: Style) -> None:
    """One object a line."""
    write = sink(out)
    for lines in _batches(result, b"\n"):
        write(lines + b"\n")


def encode(value: Any) -> str:
    """A plain value as JSON; what JSON has no number for is one that readers take for it, or null."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "null" if math.isnan(value) else "9e999" if value > 0 else "-9e999"
    return repr(value)


def _batches(result: Result, between: bytes) -> Iterator[Text]:
    if isinstance(result.rows, EncodedRows) and (encoded := result.rows.objects(BATCH)):
        for objects in encoded:
            yield repair_utf8(between.join(objects))
        return
    names = [encode(name).encode("utf-8", "replace") + b":" for name in make_keys(result.columns)]
    arrays = [name in result.arrays for name in result.columns]
    for columns in batches(result):
        size = len(columns[0].values)
        parts: list[Iterable[bytes]] = []
        owed = b"{"  # what still has to stand before the next key
        for name, array, column in zip(names, arrays, columns, strict=True):
            cells, quoted = (column.values, False) if array else _cells(column)
            quote = b'"' if quoted else b""
            parts += [repeat(owed + name + quote, size), cells]
            owed = quote + b","
        parts.append(repeat(owed[:-1] + b"}", size))
        yield between.join(map(b"".join, zip(*parts, strict=True)))


def _cells(column: TextColumn) -> tuple[Sequence[bytes], bool]:
    """The cells of a column, and whether their quotes are still to be put around them."""
    values, joined = column.values, column.joined
    if column.numbers:
        return [b"%d" % value for value in values], False
    if not column.text or 0 in joined.translate(CONTROL):
        return [b"null" if value is None else _cell(value) for value in values], False
    if QUOTE in joined or BACKSLASH in joined or LF in joined:
        values = [
            _escape(value) if value and (QUOTE in value or BACKSLASH in value or LF in value) else value
            for value in values
        ]
    if column.nulls:
        return [b"null" if value is None else b'"%b"' % value for value in values], False
    return values, True


def _escape(text: bytes) -> bytes:
    return text.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")


def _cell(value: Any) -> bytes:
    return encode(value.decode() if isinstance(value, Text) else make_plain(value)).encode()
