"""``python -m benchmarks.search_quality [DATABASE]``: how well search finds what it should, as nDCG@10.

DATABASE is a file or the URL of a server; without one the shipped seeds are built anew. The queries were judged by
reading the records; half of them were held out while the ranking was tuned (``tests/search/search_queries.csv``).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.search.quality import Query, find_mean, measure, read_queries

from cyberdiplo.load.build import build
from cyberdiplo.store.address import database_at

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS: dict[str, Callable[[Query], bool]] = {
    "all": lambda _: True,
    "tuned": lambda query: not query.held,
    "held out": lambda query: query.held,
    "whole questions": lambda query: query.asks,
    "whole questions, held out": lambda query: query.asks and query.held,
    "words and names": lambda query: not query.asks,
    "words and names, held out": lambda query: not query.asks and query.held,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("database", nargs="?", default="")
    parser.add_argument("--worst", type=int, default=0, help="how many of the worst queries to print")
    parser.add_argument("--tuned", action="store_true", help="print none that is held out among them")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = chosen.database
        if not address:
            address = str(Path(folder) / "shipped.sqlite")
            build(Path(address))
        with database_at(address).asking() as connection:
            gains = measure(connection, read_queries())
    print("| queries | how many | nDCG@10 | at zero |\n| --- | --- | --- | --- |")
    for name, belongs in ROWS.items():
        some = [gain for query, gain in gains.items() if belongs(query)]
        print(f"| {name} | {len(some)} | {find_mean(some):.3f} | {some.count(0.0)} |")
    shown = (entry for entry in gains.items() if not (chosen.tuned and entry[0].held))
    for query, gain in sorted(shown, key=lambda entry: entry[1])[: chosen.worst]:
        print(f"{gain:.2f}  {query.typed}  {' '.join(query.kinds)}")


if __name__ == "__main__":
    main()
