"""The standard library alone: ``csv`` or ``json`` over a cursor. ``export_rows.py csv|jsonl DATABASE SQL_FILE``."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from pathlib import Path


def main(how: str, database: str, sql: str) -> None:
    cursor = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(sql)
    columns = [column[0] for column in cursor.description]
    if how == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(cursor)
    else:
        for row in cursor:
            sys.stdout.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_text("utf-8"))
