"""How well search finds what it should: nDCG@10 over queries that were judged by reading the records.

``search_queries.csv``: what is typed, in which language, the kind that it is narrowed to, the records that answer it,
those that help, whether the first of the answers must come first, and whether the query was held out while the ranking
was tuned.
"""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.result import Window
from cyberdiplo.search.search import search
from cyberdiplo.search.terms import is_question
from cyberdiplo.search.types import ANSWER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cyberdiplo.store.connection import Connection

WITHIN = 10  # hits that a reader looks at
MOST_ANSWERS = 2  # rows that answer a question themselves
ANSWERS, HELPS = 3, 1  # what a hit is worth


class Query(NamedTuple):
    """One query and what it must find."""

    typed: str
    lang: str
    kinds: tuple[str, ...]
    answers: tuple[str, ...]
    helpful: tuple[str, ...]
    first: bool
    held: bool

    @property
    def asks(self) -> bool:
        """Whether it is a whole question."""
        return is_question(self.typed)


def read_queries() -> list[Query]:
    """The judged queries."""
    text = (Path(__file__).parent / "search_queries.csv").read_text("utf-8")
    return [
        Query(
            line["query"],
            line["lang"],
            tuple(line["kind"].split()),
            tuple(line["expected"].split()),
            tuple(line["helpful"].split()),
            line["first"] == "yes",
            line["held"] == "yes",
        )
        for line in csv.DictReader(text.splitlines())
    ]


def find_ids(connection: Connection, query: Query) -> list[str]:
    """The ids of the first hits; what is answered before them counts for nothing here."""
    window = Window(limit=WITHIN + MOST_ANSWERS)
    rows = search(connection, query.typed, kinds=query.kinds, lang=query.lang, window=window).result.rows
    return [row[1] for row in rows if row[0] != ANSWER][:WITHIN]


def find_gain(query: Query, ids: Sequence[str]) -> float:
    """nDCG@10: 1 where the answers come first and then what helps, 0 where neither is among the first ten."""
    worth = dict.fromkeys(query.helpful, HELPS) | dict.fromkeys(query.answers, ANSWERS)
    best = sorted(worth.values(), reverse=True)[:WITHIN]
    return _discount(worth.get(record_id, 0) for record_id in ids[:WITHIN]) / _discount(best)


def _discount(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def measure(connection: Connection, queries: Sequence[Query]) -> dict[Query, float]:
    """The nDCG@10 of each query."""
    return {query: find_gain(query, find_ids(connection, query)) for query in queries}


def find_mean(gains: Iterable[float]) -> float:
    """Their mean; 0 of none."""
    every = list(gains)
    return sum(every) / len(every) if every else 0.0
