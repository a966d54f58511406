"""What an import costs beside plainly reading the same rows and inserting them: ``python -m benchmarks.imports FILE…``.

The rows are those of General Assembly resolutions (``.jsonl``, repository UNxml/GAresolutions). The plain way reads
every line with ``json`` and inserts by ``executemany`` the very rows that the import made, ready for use, into the same
tables with their indexes: no name of a State is looked up, nothing is cited, compared, checked or indexed for search.
CPU seconds of each, the least of several runs in turn, and their ratio; then the CPU of a question before and after.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from cyberdiplo.load.build import build
from cyberdiplo.schema.model import tables

QUESTION = ("votes", "--country", "FRA", "--from", "2020")
PLAIN = "plain"


def cpu_of(*words: str, database: Path) -> float:
    """CPU seconds of a command of the program, in a process of its own."""
    code = (
        "import sys, time\nfrom cyberdiplo.__main__ import main\n"
        f"sys.argv = ['cyberdiplo', *{[*words, '--database', str(database)]!r}]\n"
        "try:\n    main()\nfinally:\n    print('cpu', time.process_time(), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stderr.rsplit("cpu", 1)[1])


def rows_added(database: Path, since: int) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table that loads after number ``since`` brought, ready to be inserted."""
    with closing(sqlite3.connect(database)) as connection:
        names = ["loads", *(name for name, table in tables().items() if _is_loaded(name))]
        return {
            name: connection.execute(
                f"select * from {name} where {'id' if name == 'loads' else 'load_id'} > ?", [since]
            ).fetchall()
            for name in names
        }


def _is_loaded(name: str) -> bool:
    return any(column.name == "load_id" for column in tables()[name].columns)


def insert_plainly(files: list[Path], rows: dict[str, list[tuple[object, ...]]], database: Path) -> float:
    """CPU seconds of reading the lines with json and inserting the rows."""
    begun = time.process_time()
    for path in files:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                json.loads(line)
    with closing(sqlite3.connect(database)) as connection, connection:
        for name, values in rows.items():
            if values:
                connection.executemany(f"insert into {name} values ({', '.join('?' * len(values[0]))})", values)
    return time.process_time() - begun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before, imported, plain = (Path(folder) / f"{name}.sqlite" for name in ("before", "imported", PLAIN))
        build(before)
        with closing(sqlite3.connect(before)) as connection:
            since = int(connection.execute("select max(id) from loads").fetchone()[0])
        seconds: dict[str, list[float]] = {"import": [], PLAIN: [], "question before": [], "question after": []}
        words = ("import", "un-ga-resolutions", *map(str, arguments.files))
        for _ in range(arguments.repeat):
            shutil.copy(before, imported)
            shutil.copy(before, plain)
            seconds["import"].append(cpu_of(*words, database=imported))
            rows = rows_added(imported, since)
            seconds[PLAIN].append(insert_plainly(arguments.files, rows, plain))
            seconds["question before"].append(cpu_of(*QUESTION, database=before))
            seconds["question after"].append(cpu_of(*QUESTION, database=imported))
    least = {name: min(values) for name, values in seconds.items()}
    print(f"{sum(map(len, rows.values())):,} rows of {len(arguments.files)} files")
    for name, value in least.items():
        print(f"{name:16} {value:6.2f} s of CPU")
    print(f"import : plain   {least['import'] / least[PLAIN]:6.2f}")


if __name__ == "__main__":
    main()
