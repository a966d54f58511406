"""One writer a format; each takes rows as they come."""

from __future__ import annotations

import csv
import json
import locale
import os
from collections.abc import Callable, Iterator
from typing import IO, Any, Literal

from cyberdiplo.ask.run import Result, Row
from cyberdiplo.show.style import Style, heading, plain, shown

Format = Literal["table", "csv", "tsv", "json", "jsonl", "markdown"]
Writer = Callable[[Result, IO[str], Style], None]

ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".txt": "table",
}
BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet compute a cell


def write_csv(result: Result, out: IO[str], style: Style) -> None:
    """Comma-separated values; with ``style.excel``, as Excel opens them in the user's locale."""
    if not style.excel:
        _write_separated(result, out, style, ",", "\n")
        return
    out.write(BOM)
    guarded = Result(result.columns, (tuple(_guard(value) for value in row) for row in result.rows), result.domains)
    _write_separated(guarded, out, style, separator(style.lang), "\r\n")


def write_tsv(result: Result, out: IO[str], style: Style) -> None:
    """Tab-separated values."""
    _write_separated(result, out, style, "\t", "\n")


def _write_separated(result: Result, out: IO[str], style: Style, delimiter: str, end: str) -> None:
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    if style.header:
        writer.writerow(result.columns)
    writer.writerows([plain(value) for value in row] for row in result.rows)


def separator(lang: str) -> str:
    """What Excel takes for a comma where decimals have one: a semicolon in French and most of Europe."""
    if lang == "fr":
        return ";"
    name = os.environ.get("LC_ALL") or os.environ.get("LC_NUMERIC") or os.environ.get("LANG") or ""
    try:
        before = locale.setlocale(locale.LC_NUMERIC)
        locale.setlocale(locale.LC_NUMERIC, name)
        point = locale.localeconv()["decimal_point"]
        locale.setlocale(locale.LC_NUMERIC, before)
    except locale.Error:
        return ","
    return ";" if point == "," else ","


def _guard(value: Any) -> Any:
    """A text that a spreadsheet would compute gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def write_json(result: Result, out: IO[str], style: Style) -> None:
    """One array of objects, a line each."""
    columns = keys(result.columns)
    out.write("[")
    before = "\n"
    for row in result.rows:
        out.write(before + _object(columns, row))
        before = ",\n"
    out.write("]\n" if before == "\n" else "\n]\n")


def write_jsonl(result: Result, out: IO[str], style: Style) -> None:
    """One object a line."""
    columns = keys(result.columns)
    for row in result.rows:
        out.write(_object(columns, row) + "\n")


def keys(columns: list[str]) -> list[str]:
    """Column names as keys: a name that comes again gets a number, so that no value is lost."""
    seen: dict[str, int] = {}
    made = []
    for name in columns:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return made


def _object(columns: list[str], row: Row) -> str:
    return json.dumps(dict(zip(columns, map(plain, row), strict=True)), ensure_ascii=False, default=_bytes)


def _bytes(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(type(value).__name__)


def write_markdown(result: Result, out: IO[str], style: Style) -> None:
    """A table as GitHub and pandoc read it."""
    out.write("| " + " | ".join(heading(name, style.lang) for name in result.columns) + " |\n")
    out.write("|" + " --- |" * len(result.columns) + "\n")
    for row in result.rows:
        out.write("| " + " | ".join(_markdown_cells(result, row, style.lang)) + " |\n")


def _markdown_cells(result: Result, row: Row, lang: str) -> Iterator[str]:
    for name, value in zip(result.columns, row, strict=True):
        text = shown(value, result.domains.get(name), lang)
        for odd, meant in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("\r", ""), ("\n", "<br>")):
            text = text.replace(odd, meant)
        yield text


def _write_table(result: Result, out: IO[str], style: Style) -> None:
    from cyberdiplo.show.table import write_table  # Rich is for screens only

    write_table(result, out, style)


WRITERS: dict[Format, Writer] = {
    "table": _write_table,
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "jsonl": write_jsonl,
    "markdown": write_markdown,
}
