"""Which words of a question name records, the longest run of words first where two overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.questions.names import Match
from cyberdiplo.search.terms import STOP
from cyberdiplo.store.lists import bind
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Connection

LONGEST = 24  # words that a name may have
MOST = 60  # words of a question that are looked at
SHORTEST = 3  # letters of a name of one word that is not in capitals
KINDS = ("process", "forum", "organisation", "measure", "meeting", "country", "speaker", "topic")


def find_named(connection: Connection, typed: str) -> list[list[Match]]:
    """The records that runs of the words name, in the order of the words: for each run those that it means.

    A name of its own comes before one that a record shares.
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
    return [chosen[span] for span in sorted(chosen, key=lambda span: span.start)]


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
