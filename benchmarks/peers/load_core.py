"""SQLAlchemy Core, ten thousand dictionaries a call, into the same tables with their indexes already there."""

from __future__ import annotations

import csv
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from load_executemany import KEPT, KINDS, ORDER, begin  # type: ignore[import-not-found]
from sqlalchemy import create_engine, event, insert

from cyberdiplo.schema.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: cell if cell or name in KEPT else None for name, cell in row.items()} | {"load_id": 1}


def main(corpus: Path, database: Path) -> None:
    database.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{database}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("pragma foreign_keys = on"))
    with engine.begin() as connection:
        raw: Any = connection.connection.driver_connection
        begin(raw)
    with engine.begin() as connection:
        connection.exec_driver_sql("pragma defer_foreign_keys = on")
        for name in ORDER:
            for path in sorted(corpus.rglob(f"{name}.csv")):
                lines = rows(path)
                while some := list(islice(lines, 10_000)):
                    connection.execute(insert(METADATA.tables[name]), some)
                    if name in KINDS:
                        register = [{"id": row["id"], "kind": KINDS[name], "load_id": 1} for row in some]
                        connection.execute(insert(METADATA.tables["records"]), register)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
