"""Every format of every question says the same: the values in files for machines, their labels in those for people."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cyberdiplo.ask import catalogue
from cyberdiplo.ask.run import ask
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.show.formats import BINARY, WRITERS, Format
from cyberdiplo.show.style import Style, heading, keys, plain

QUESTIONS = [path for folder in ("lists", "canned") for path in sorted((catalogue.QUESTIONS / folder).glob("*.sql"))]
MOST = 150  # rows of each; the rest is no different
Rows = list[list[str]]


def said(value: Any) -> str:
    return "" if value is None else str(plain(value))


def dicts(found: list[dict[str, Any]]) -> Rows:
    return [list(found[0]), *([said(value) for value in row.values()] for row in found)] if found else []


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


def from_xlsx(made: bytes) -> Rows:
    sheet = pytest.importorskip("openpyxl").load_workbook(io.BytesIO(made)).active
    return [[said(cell.value) for cell in row] for row in sheet.iter_rows()]


def from_parquet(made: bytes) -> Rows:
    return dicts(pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(made)).to_pylist())


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
    """By the rule under the headings; every character of the data takes one cell."""
    lines = text.splitlines()
    places = [found.span() for found in re.finditer("─+", lines[1])]
    return [[line[start:end].strip() for start, end in places] for line in [lines[0], *lines[2:]]]


MACHINES: dict[str, Callable[[Any], Rows]] = {
    "csv": from_csv,
    "tsv": from_tsv,
    "json": from_json,
    "jsonl": from_jsonl,
    "yaml": from_yaml,
    "xlsx": from_xlsx,
    "parquet": from_parquet,
}
PEOPLE: dict[str, Callable[[Any], Rows]] = {"markdown": from_markdown, "html": from_html, "table": from_table}


def test_every_format_is_compared() -> None:
    assert {*MACHINES, *PEOPLE} == set(WRITERS)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_every_format_says_the_same(path: Path, lang: str, database: sqlite3.Connection) -> None:
    question = catalogue.read(path)
    asked = ask(database, question, {}, lang=lang)
    rows = list(asked.rows)[:MOST]
    codes = [[said(value) for value in row] for row in rows]
    labels = [
        [
            label(asked.domains[name], value, lang) if name in asked.domains and value is not None else said(value)
            for name, value in zip(asked.columns, row, strict=True)
        ]
        for row in rows
    ]
    for name in WRITERS:
        result = type(asked)(asked.columns, iter(rows), asked.domains)
        made = written(name, result, Style(lang=lang, width=10**6))
        if name in MACHINES:
            assert MACHINES[name](made) == ([keys(asked.columns), *codes] if rows or name in ("csv", "tsv") else []), (
                name
            )
        else:
            expected = [[heading(column, lang) for column in asked.columns], *labels]
            if name == "table":
                expected = [[cell.strip() for cell in row] for row in expected]
            assert PEOPLE[name](made) == expected, name


def written(name: Format, result: Any, style: Style) -> Any:
    out: Any = io.BytesIO() if name in BINARY else io.StringIO()
    WRITERS[name](result, out, style)
    return out.getvalue()
