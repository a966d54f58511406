"""A small collection of seed files in which every table has a row: a place to make one problem at a time."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo.load.build import build

if TYPE_CHECKING:
    from collections.abc import Callable

MINI = Path(__file__).parent / "mini"


def build_mini(path: Path) -> Path:
    """A database of the small collection alone."""
    build(path, [MINI], shipped=False)
    return path


def copy_mini(folder: Path) -> Path:
    """A copy to make problems in."""
    return Path(shutil.copytree(MINI, folder / "mini"))


def edit(path: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    """Change the rows of a seed file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    header = list(rows[0])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def set_cell(path: Path, row: int, column: str, value: str) -> None:
    """Change one cell; ``row`` counts from 0."""
    edit(path, lambda rows: rows[row].__setitem__(column, value))
