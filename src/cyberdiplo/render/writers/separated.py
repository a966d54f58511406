"""Comma- and tab-separated values, with the same quoting on every version of Python."""

from __future__ import annotations

import locale
import os
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.render.style import Style, make_plain
from cyberdiplo.render.writers.columns import Text, TextColumn, batches, sink
from cyberdiplo.result import make_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.result import Result

BOM = b"\xef\xbb\xbf"
QUOTE, LF, CR, COMMA, SEMICOLON, TAB = b'"\n\r,;\t'
# What makes a spreadsheet compute a cell, in ASCII and in full width; it also skips a first tab or line end.
FORMULA = tuple(sign.encode() for sign in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def write_csv(result: Result, out: IO[str], style: Style) -> None:
    """Comma-separated values; with ``style.excel``, as Excel opens them in the user's locale."""
    if style.excel:
        delimiter = separator(style.lang)
        sink(out)(BOM)
        _write(result, out, style, delimiter, b"\r\n", decimal=b"," if delimiter == SEMICOLON else b".")
    else:
        _write(result, out, style, COMMA, b"\n")


def write_tsv(result: Result, out: IO[str], style: Style) -> None:
    """Tab-separated values."""
    _write(result, out, style, TAB, b"\n")


def separator(lang: str) -> int:
    """What Excel takes for a comma where decimals have one: a semicolon in French and most of Europe."""
    if lang == "fr":
        return SEMICOLON
    name = os.environ.get("LC_ALL") or os.environ.get("LC_NUMERIC") or os.environ.get("LANG") or ""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, name)
        return SEMICOLON if locale.localeconv()["decimal_point"] == "," else COMMA
    except locale.Error:
        return COMMA
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def _write(result: Result, out: IO[str], style: Style, delimiter: int, end: bytes, decimal: bytes = b".") -> None:
    write, between = sink(out), bytes([delimiter])
    single = len(result.columns) == 1

    if style.header:
        names = [name.encode("utf-8", "replace") for name in make_keys(result.columns)]
        if style.guarded:
            write(between.join([_quote(_guard(name), delimiter) for name in names]) + end)
        else:
            write(between.join([_quote(name, delimiter) for name in names]) + end)
    for columns in batches(result):
        cells: list[Sequence[Text]] = [_cells(column, delimiter, style.guarded, decimal) for column in columns]
        if single:  # many readers skip an empty line
            cells = [[cell or b'""' for cell in cells[0]]]
        write(end.join(map(between.join, zip(*cells, strict=True))) + end)


def _cells(column: TextColumn, delimiter: int, guard: bool, decimal: bytes) -> Sequence[Text]:
    """The cells of a column as they are written."""
    cells, joined = column.values, column.joined
    if column.numbers:
        return [b"%d" % value for value in cells]
    if not column.text:
        return [b"" if value is None else _cell(value, delimiter, guard, decimal) for value in cells]
    if column.nulls:
        cells = [cell or b"" for cell in cells]
    if guard:
        cells = [_guard(cell) for cell in cells]
    if QUOTE in joined:
        return [_quote(cell, delimiter) for cell in cells]
    if LF in joined or CR in joined:
        return [b'"%b"' % cell if delimiter in cell or LF in cell or CR in cell else cell for cell in cells]
    return [b'"%b"' % cell if delimiter in cell else cell for cell in cells] if delimiter in joined else cells


def _cell(value: Any, delimiter: int, guard: bool, decimal: bytes) -> Text:
    if isinstance(value, Text):
        return _quote(_guard(value) if guard else value, delimiter)
    if isinstance(value, bool):
        return b"true" if value else b"false"
    return str(make_plain(value)).encode().replace(b".", decimal)


def _quote(text: Text, delimiter: int) -> Text:
    if QUOTE in text:
        return b'"' + text.replace(b'"', b'""') + b'"'
    return b'"' + text + b'"' if delimiter in text or LF in text or CR in text else text


def _guard(text: Text) -> Text:
    """A text that a spreadsheet would compute gets an apostrophe before it."""
    return b"'" + text if text.startswith(FORMULA) else text
