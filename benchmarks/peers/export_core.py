"""SQLAlchemy Core, streaming, with the csv module. ``export_core.py DATABASE SQL_FILE``."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from sqlalchemy import create_engine, text


def main(database: str, sql: str) -> None:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect().execution_options(yield_per=1000) as connection:
        rows = connection.execute(text(sql))
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(rows.keys())
        writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).read_text("utf-8"))
