"""Which words of a question name records, the longest run of words first where two overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.questions.names import Match
from cyberdiplo.search.terms import STOP
from cyberdiplo.search.widen import find_adjective
from cyberdiplo.store.lists import bind
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Connection

LONGEST = 24  # words that a name may have
MOST = 60  # words of a question that are looked at
SHORTEST = 3  # letters of a name of one word that is not in capitals
KINDS = ("process", "forum", "organisation", "measure", "meeting", "country", "speaker", "topic")


class Span(NamedTuple):
    """A run of words, and the records that it names."""

    words: range
    matches: list[Match]


def find_spans(connection: Connection, typed: str) -> list[Span]:
    """The records that runs of the words name, in the order of the words: for each run those that it means.

    A name of its own comes before one that a record shares; a word for what is of a country names the country.
    """
    runs = _list_runs(typed)
    if not runs:
        return []
    values: dict[str, Any] = {}
    norms, kinds = bind("norm", list(dict.fromkeys(runs.values())), values), ", ".join(map(repr, KINDS))
    sql = f"select norm, record_id, kind, name, weak from name_index where norm in ({norms}) and kind in ({kinds})"
    known: dict[str, list[Match]] = {}
    for norm, record_id, kind, name, weak in connection.execute(sql, values):
        known.setdefault(str(norm), []).append(Match(str(record_id), str(kind), str(name), bool(weak)))
    chosen: dict[range, list[Match]] = {}
    for span, norm in sorted(runs.items(), key=lambda item: (-len(item[0]), item[0].start)):
        if norm in known and not any(set(span) & set(longer) for longer in chosen):
            chosen[span] = _sort(known[norm])
    named = {index for span in chosen for index in span}
    for span, norm in runs.items():
        if len(span) == 1 and span.start not in named and (country := find_adjective(norm)):
            chosen[span] = [Match(country, "country", norm, False)]
    return [Span(span, chosen[span]) for span in sorted(chosen, key=lambda span: span.start)]


def make_matches(connection: Connection, ids: Sequence[str]) -> list[Match]:
    """The records of these ids, in this order."""
    values: dict[str, Any] = {}
    sql = f"select id, kind from records where id in ({bind('id', ids or [''], values)})"
    kinds = {str(row[0]): str(row[1]) for row in connection.execute(sql, values)}
    return [Match(record_id, kinds[record_id], record_id, False) for record_id in ids if record_id in kinds]


def _list_runs(typed: str) -> dict[range, str]:
    """The runs of words that may be a name, each as names are compared: a little word alone is none."""
    words = fold(typed).split()[:MOST]
    capitals = {fold(word) for word in re.findall(r"\w+", typed) if word.isupper()}
    runs = {}
    for start, first in enumerate(words):
        if first in capitals or (len(first) >= SHORTEST and first not in STOP):
            runs[range(start, start + 1)] = first
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            runs[range(start, end)] = " ".join(words[start:end])
    return runs


def _sort(matches: Sequence[Match]) -> list[Match]:
    """Each record once, by whether the name is its own and by its kind."""
    once: dict[str, Match] = {}
    for match in sorted(matches, key=lambda match: (match.weak, KINDS.index(match.kind), match.id)):
        once.setdefault(match.id, match)
    return list(once.values())
