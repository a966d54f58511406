"""What tests of imports do again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.imports.importers import find_importer
from cyberdiplo.imports.run import ImportReport, import_files
from cyberdiplo.schema.model import seed_tables
from tests.server import opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def bring_in(
    database: str,
    name: str,
    *paths: Path,
    dry: bool = False,
    replace: bool = False,
    mapping: Mapping[str, str] | None = None,
    options: Mapping[str, list[str]] | None = None,
) -> ImportReport:
    return import_files(
        database, find_importer(name), paths, options=options or {}, mapping=mapping, dry=dry, replace=replace
    )


def ask(database: str, sql: str) -> list[tuple[object, ...]]:
    with opened(database) as connection:
        return [tuple(row) for row in connection.execute(sql)]


def counts(database: str) -> dict[str, int]:
    """How many rows each table has, but for the loads, which stay written down."""
    names = [*seed_tables(), "records", "name_index"]
    return {name: int(str(ask(database, f"select count(*) from {name}")[0][0])) for name in names}
