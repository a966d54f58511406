"""What each format says, read back by a parser that is not ours where there is one, as rows of text."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.render.style import make_plain
from cyberdiplo.schema.vocabulary import choose_label as word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Rows = list[list[str]]


MISSING = "(missing)"  # in formats that know the difference from empty text
KNOW_MISSING = ("json", "jsonl", "yaml", "parquet")


def write_value(value: Any, missing: str = "") -> str:
    return missing if value is None else str(make_plain(value))


def labelled(columns: Sequence[str], rows: Sequence[Sequence[Any]], domains: Any, lang: str) -> Rows:
    """The rows as people read them: codes as their labels."""
    return [
        [
            "; ".join(word(domains[name], code, lang) for code in str(value).split("; "))
            if name in domains and value is not None
            else write_value(value)
            for name, value in zip(columns, row, strict=True)
        ]
        for row in rows
    ]


def dicts(objects: list[dict[str, Any]]) -> Rows:
    return (
        [list(objects[0]), *([write_value(value, MISSING) for value in row.values()] for row in objects)]
        if objects
        else []
    )


def from_csv(text: str) -> Rows:
    return list(csv.reader(io.StringIO(text, newline="")))


def from_tsv(text: str) -> Rows:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))


def from_json(text: str) -> Rows:
    return dicts(json.loads(text))


def from_jsonl(text: str) -> Rows:
    return dicts([json.loads(line) for line in text.splitlines()])


def from_yaml(text: str) -> Rows:
    return dicts(pytest.importorskip("yaml").safe_load(text))


def from_xlsx(raw: bytes) -> Rows:
    sheet = pytest.importorskip("openpyxl").load_workbook(io.BytesIO(raw)).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [
        [f"{value:%Y-%m-%d}" if isinstance(value, datetime) else write_value(value) for value in row] for row in cells
    ]


def from_parquet(raw: bytes) -> Rows:
    return dicts(pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(raw)).to_pylist())


def from_markdown(text: str) -> Rows:
    lines = [re.split(r"(?<!\\) \|(?: |$)", line[2:]) for line in text.splitlines()]
    plainly = [[re.sub(r"\\(.)", r"\1", cell) for cell in line[:-1]] for line in lines]
    return [plainly[0], *([unescaped(cell) for cell in line] for line in plainly[2:])]


def from_html(text: str) -> Rows:
    lines = re.findall("<tr>(.*?)</tr>", text)
    return [[unescaped(cell) for cell in re.findall("<t[dh][^>]*>(.*?)</t[dh]>", line)] for line in lines]


def unescaped(cell: str) -> str:
    from html import unescape

    return unescape(cell.replace("<br>", "\n"))


def from_table(text: str) -> Rows:
    """By the rule under the headings: a column is as many cells of the screen, of which some characters take two."""
    lines = text.splitlines()
    places = [match.span() for match in re.finditer("─+", lines[1])]
    return [
        ["".join(cells[start:end]).strip() for start, end in places]
        for cells in ([cell for character in line for cell in _cells(character)] for line in [lines[0], *lines[2:]])
    ]


def from_record(text: str) -> Rows:
    """Heading and value of each line; a record leaves out what is empty."""
    return [
        [cell for line in block.splitlines() for cell in re.split(r"\s{2,}", line, maxsplit=1)]
        for block in text.rstrip("\n").split("\n\n")
        if block
    ]


def _cells(character: str) -> list[str]:
    """What each cell that a character takes has in it."""
    return [character, ""] if unicodedata.east_asian_width(character) in ("W", "F") else [character]


MACHINES: dict[str, Callable[[Any], Rows]] = {
    "csv": from_csv,
    "tsv": from_tsv,
    "json": from_json,
    "jsonl": from_jsonl,
    "yaml": from_yaml,
    "xlsx": from_xlsx,
    "parquet": from_parquet,
}
PEOPLE: dict[str, Callable[[Any], Rows]] = {
    "markdown": from_markdown,
    "html": from_html,
    "table": from_table,
    "record": from_record,
}
