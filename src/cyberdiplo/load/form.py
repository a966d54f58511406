"""The form of seed files: what ``seeds check`` finds cell by cell, and what ``seeds fmt`` repairs."""

from __future__ import annotations

import csv
import re
import unicodedata
from typing import TYPE_CHECKING

from cyberdiplo.load.problems import Problem
from cyberdiplo.load.rows import SAVE, Misfit, arrange, check_header, describe_bytes
from cyberdiplo.load.sound import ASTRAY, UNSEEN, describe_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cyberdiplo.load.files import Folder, SeedFile
    from cyberdiplo.schema.model import Column, Table

FMT = "'cyberdiplo seeds fmt' repairs this."
NOTHING = re.compile(r"n/?a|-+|\?+|null|none|tbd|9999-12-31|0001-01-01|#[A-Z/0]+[!?]?", re.IGNORECASE)
SPREADSHEET = (
    (re.compile(r"[A-Z][a-zéû]{2,4}-\d\d|\d\d?-[A-Z][a-zéû]{2,4}"), "a spreadsheet made this of a date"),
    (re.compile(r"\d\d?/\d\d?/\d{2,4}"), "this is how a spreadsheet writes a date; here it is YYYY-MM-DD"),
    (re.compile(r"\d+([.,]\d+)?E[+-]?\d+"), "a spreadsheet made this of a large number"),
    (re.compile(r"\d+,\d+"), "a spreadsheet made this of a decimal number or a paragraph; here it has a point"),
)
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
INTEGER = re.compile(r"-?\d+", re.ASCII)
LINE_END = re.compile(r"[\t\n]")


def check_form(folder: Folder, *, order: bool = True) -> Iterator[Problem]:
    """Everything about the form of a folder's files; without ``order``, only what changes the meaning of a cell."""
    for seed in folder.files:
        yield from _check_file(seed, order)


def _check_file(seed: SeedFile, order: bool) -> Iterator[Problem]:
    """A file line by line: of a large one that comes from a stranger, too, not more is held."""
    returns, raw = False, b"\n"
    with seed.path.open("rb") as file:
        for line, raw in enumerate(file, 1):
            returns = returns or b"\r" in raw
            try:
                raw.decode()
            except UnicodeDecodeError:
                yield Problem(seed.path, line, "", "utf-8", describe_bytes(raw), SAVE)
                return
    if wrong := check_header(seed):
        yield from wrong
        return
    if returns:
        yield Problem(seed.path, None, "", "line-ends", "the lines end as on Windows", FMT)
    with seed.path.open(encoding="utf-8", newline=None if returns else "") as text:
        yield from _check_rows(seed, text, order)
    if order and not raw.endswith((b"\n", b"\r")):
        yield Problem(seed.path, None, "", "line-ends", "the last line has no end", FMT)


def _check_rows(seed: SeedFile, text: Iterable[str], order: bool) -> Iterator[Problem]:
    reader = csv.reader(text, strict=True)
    header = seed.table.header
    before: tuple[str, ...] | None = None
    try:
        rows = arrange(reader, seed.table)
        line = rows.line_num + 1
        for cells in rows:
            if isinstance(cells, Misfit) or len(cells) != len(header):
                count, expected = (
                    (cells.length, cells.expected) if isinstance(cells, Misfit) else (len(cells), len(header))
                )
                message = f"the row has {count} cells, the header {expected}"
                yield Problem(seed.path, line, "", "cells", message, "text that has a comma stands in double quotes.")
            else:
                for name, cell in zip(header, cells, strict=True):
                    yield from _check_cell(seed.path, line, seed.table.column(name), cell)
                key = row_key(seed.table, cells)
                if order and before is not None and key < before:
                    yield Problem(seed.path, line, seed.table.key[0], "sorted", "the rows are not sorted by key", FMT)
                    order = False
                if key == before:
                    yield Problem(
                        seed.path, line, seed.table.key[0], "twice", f"the row {' '.join(key)!r} is there twice"
                    )
                before = key
            line = rows.line_num + 1
    except csv.Error as error:
        yield Problem(seed.path, reader.line_num, "", "csv", *describe_csv(error))


def row_key(table: Table, cells: list[str]) -> tuple[str, ...]:
    """What identifies a row in its file, and by what the file is sorted."""
    indexes = [table.header.index(name) for name in table.key]
    return tuple(cells[index] for index in indexes)


def _check_cell(path: Path, line: int, column: Column, cell: str) -> Iterator[Problem]:
    if not cell:
        return
    name = column.name
    if cell != cell.strip() or "  " in cell:
        yield Problem(path, line, name, "spaces", "there are spaces too many", FMT)
    plain = cell.isascii() and cell.isprintable()
    if not plain and (unseen := find_unseen(name, cell)):
        what = f"there is a character in it that nobody sees (U+{ord(unseen):04X})"
        yield Problem(path, line, name, "unseen", what, "take it out, or put back what the source says.")
    if not cell.isascii():
        yield from _check_letters(path, line, name, cell)
    if NOTHING.fullmatch(cell) and name != "alpha2":  # NA is Namibia
        yield Problem(path, line, name, "placeholder", f"{cell!r} stands for nothing", "leave the cell empty.")
        return
    if name in ("name", "value") and column.type == "TEXT":
        return  # a printed name or symbol may look like anything
    for pattern, message in SPREADSHEET:
        if pattern.fullmatch(cell):
            yield Problem(path, line, name, "spreadsheet", f"{cell!r}: {message}", "put back what the source says.")
            return
    form = {"INTEGER": INTEGER, "REAL": NUMBER}.get(column.type)
    if form and not form.fullmatch(cell):
        yield Problem(path, line, name, "number", f"{cell!r} is not a number", "digits, and a point for decimals.")


def find_unseen(column: str, cell: str) -> str:
    """A character of a cell that nobody sees, empty where there is none."""
    if seldom := UNSEEN.search(cell) or (LINE_END.search(cell) if is_name(column) else None):
        return seldom[0]
    if joiner := ASTRAY.search(cell):
        return "\u200c" if "\u200c" in joiner[0] else "\u200d"
    return ""


def is_name(column: str) -> bool:
    """Whether a column holds what something is called: one line, and one word for one thing."""
    return column.startswith(("name", "acronym", "title", "given_name", "family_name", "sort_name", "id", "symbol"))


def _check_letters(path: Path, line: int, name: str, cell: str) -> Iterator[Problem]:
    if "\u2019" in cell or "\u2018" in cell:
        yield Problem(path, line, name, "apostrophe", "the apostrophe is curly; ours are straight", FMT)
    if not unicodedata.is_normalized("NFC", cell):
        yield Problem(path, line, name, "nfc", "the accents are in decomposed form", FMT)
