"""What ``seeds fmt`` does: the form of a seed file put right, its content kept, the file swapped in whole."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.form import row_key
from cyberdiplo.load.problems import Problem
from cyberdiplo.load.rows import SAVE, CsvRows, describe_file, find_separator
from cyberdiplo.load.sound import describe_csv
from cyberdiplo.messages import later, say_system, tr
from cyberdiplo.store import atomic

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.load.files import Folder, SeedFile

GIVE_RIGHT = later("give yourself the right to write it, or mend it where it is.")
LARGEST = 32 << 20  # bytes of a file that is repaired
COUNTS = re.compile(r"^\[counts\].*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)  # the section of expect.toml
COUNT = re.compile(r"^([ \t]*(\w+)[ \t]*=[ \t]*)[\d_]+", re.MULTILINE)  # one of its lines


def repair_folder(folder: Folder, *, counts: bool = False, only_look: bool = False) -> tuple[list[Path], list[Problem]]:
    """The files that were not in form and now are, and why others have to be mended by a person.

    With ``counts`` the row counts of ``expect.toml`` too, where all files are sound.
    """
    changed, refused = [], []
    for seed in folder.files:
        if problem := find_obstacle(seed):
            refused.append(problem)
        elif repair(seed, only_look=only_look):
            changed.append(seed.path)
    if counts and not refused and repair_counts(folder, only_look=only_look):
        changed.append(folder.path / "expect.toml")
    return changed, refused


def repair(seed: SeedFile, *, only_look: bool = False) -> bool:
    """Put the file in the right form, or only look whether it would change; for a file that ``find_obstacle`` lets be.

    Raises BadSeed where it cannot be written.
    """
    return _put(seed.path, repair_text(seed), only_look)


def repair_counts(folder: Folder, *, only_look: bool = False) -> bool:
    """Write the row counts that ``expect.toml`` promises as the folder's files have them; its other promises stay.

    For somebody who has added rows and looked at them. Raises BadSeed where it cannot be written.
    """
    path = folder.path / "expect.toml"
    try:
        text = path.read_bytes().decode("utf-8")  # with its own ends of lines
    except FileNotFoundError:
        return False
    except UnicodeDecodeError:
        raise BadSeed(f"{path}: {describe_file(path)}.", hint=SAVE) from None
    rows = {seed.table.name: max(sum(map(bool, _open_reader(seed))) - 1, 0) for seed in folder.files}

    def count(entry: re.Match[str]) -> str:  # a promise about no file stays, and is told by the check
        return f"{entry[1]}{rows[entry[2]]}" if entry[2] in rows else entry[0]

    return _put(path, COUNTS.sub(lambda section: COUNT.sub(count, section[0]), text), only_look)


def _put(path: Path, text: str, only_look: bool) -> bool:
    """Write a file that is not so yet, whole; True where it was not. Raises BadSeed where that cannot be."""
    if text.encode() == path.read_bytes():
        return False
    if only_look:
        return True
    try:
        with atomic.replacing(path, hint=tr(GIVE_RIGHT)) as beside:
            beside.write_bytes(text.encode())
    except atomic.WriteProtected as error:  # as what is wrong with a seed file always ends
        raise BadSeed(str(error), hint=error.hint) from error
    except OSError as error:
        raise BadSeed(
            tr("{seed}: it cannot be written: {reason}. It is as it was.", seed=path, reason=say_system(error)),
            hint=tr("check folder and room."),
        ) from error
    return True


def find_obstacle(seed: SeedFile) -> Problem | None:
    """Why a person has to mend a file: what can be read in several ways, or would be lost by writing it."""
    rows = []
    if seed.path.stat().st_size > LARGEST:
        message = f"the file has more than {LARGEST >> 20} MB, and is put in order whole"
        return Problem(seed.path, None, "", "size", message, "divide it over several folders.")
    try:
        reader = _open_reader(seed)
        line = 1
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    except UnicodeDecodeError:
        return Problem(seed.path, None, "", "utf-8", describe_file(seed.path), SAVE)
    except csv.Error as error:
        return Problem(seed.path, reader.line_num, "", "csv", *describe_csv(error))
    header = rows[0][1] if rows else []
    if twice := [name for name, count in Counter(header).items() if count > 1]:
        message = f"the column {twice[0]!r} is there twice"
        return Problem(seed.path, 1, twice[0], "header", message, "take the one out that is not meant.")
    if unknown := [name for name in header if name not in seed.table.header]:
        hint = f"the columns are: {', '.join(seed.table.header)}."
        return Problem(seed.path, 1, unknown[0], "header", f"there is no column {unknown[0]!r}", hint)
    for line, row in rows[1:]:
        if row and len(row) != len(header):
            message = f"the row has {len(row)} cells, the header {len(header)}"
            return Problem(seed.path, line, "", "cells", message, "text that has a comma stands in double quotes.")
    return None


def repair_text(seed: SeedFile) -> str:
    """The file's text in the right form: separators, line ends, accents, apostrophes, spaces, columns, order.

    Content stays: what is not form (a wrong code, a missing cell) is left for its author. Raises csv.Error or
    UnicodeDecodeError for what ``find_obstacle`` refuses.
    """
    rows = list(_open_reader(seed))
    if not rows:
        return _write_csv([list(seed.table.header)])
    header, body = rows[0], [row for row in rows[1:] if row]
    indexes = [header.index(name) if name in header else None for name in seed.table.header]
    body = [["" if index is None else _repair_cell(row[index]) for index in indexes] for row in body]
    body.sort(key=lambda row: row_key(seed.table, row))
    return _write_csv([list(seed.table.header), *body])


def _open_reader(seed: SeedFile) -> CsvRows:
    """The rows as strictly as they are loaded, but whatever the separator and line ends."""
    raw = seed.path.read_bytes().decode("utf-8-sig")
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    delimiter = find_separator(seed.table, text.partition("\n")[0])
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _repair_cell(cell: str) -> str:
    plain = cell.replace("\u2019", "'").replace("\u2018", "'").strip()
    return re.sub(" {2,}", " ", plain)


def _write_csv(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
