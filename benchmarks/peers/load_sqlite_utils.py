"""``sqlite-utils insert``, a call a file, into the same tables (it does not enforce foreign keys)."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from load_executemany import KINDS, ORDER, begin  # type: ignore[import-not-found]

CONVERT = "row['load_id'] = 1; return {k: v for k, v in row.items() if v != '' or k in ('field', 'anchor')}"


def main(corpus: Path, database: Path) -> None:
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    begin(connection)
    connection.close()
    tool = Path(sys.executable).with_name("sqlite-utils")
    for table in ORDER:
        for path in sorted(corpus.rglob(f"{table}.csv")):
            words = [str(tool), "insert", str(database), table, str(path), "--csv", "--convert", CONVERT]
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
    connection = sqlite3.connect(database)
    with connection:
        for table, kind in KINDS.items():
            connection.execute(f"insert into records (id, kind, load_id) select id, '{kind}', 1 from {table}")
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
