"""Which words of a search name a forum, process or meeting, so that what was said there is found by them too.

``OTC étiquetage``: no statement need say OTC, for it was made there. The index holds no such names: they are looked up
when they are typed.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.questions.values import find_below
from cyberdiplo.search.terms import MOST as MOST_TERMS, Piece, Term, may_name, split_pieces
from cyberdiplo.search.types import Place
from cyberdiplo.store.lists import bind
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.store.connection import Connection

LONGEST = 24  # words that a name may have
MOST = 2  # places in one search
KINDS = ("forum", "organisation", "process", "meeting", "measure")
PLACES = ("forum", "process", "meeting", "measure")  # as the fields of a Place


class Named(NamedTuple):
    """A place, and which pieces of what was typed name it."""

    place: Place
    pieces: range


def split_off_places(connection: Connection, typed: str) -> Iterator[tuple[list[Term], tuple[Place, ...]]]:
    """Each way to read some of the words as places: the other words, and the places where they must have been said."""
    every = split_pieces(typed)
    named = _find_named(connection, every)[:MOST]
    for size in range(1, len(named) + 1):
        for chosen in combinations(named, size):
            used = {number for named_place in chosen for number in named_place.pieces}
            left = [piece.term for number, piece in enumerate(every) if number not in used and not piece.little]
            if any(term.positive for term in left):
                yield list(dict.fromkeys(left))[:MOST_TERMS], tuple(named_place.place for named_place in chosen)


def _find_named(connection: Connection, every: Sequence[Piece]) -> list[Named]:
    """The places that runs of words name, the longest run first where two overlap."""
    runs: dict[range, str] = {}
    for start in range(len(every)):
        for end in range(start + 1, min(start + LONGEST, len(every)) + 1):
            run = every[start:end]
            if any(piece.term.prefix or not piece.term.positive for piece in run):
                break
            if len(run) > 1 or _may_name_place(run[0].spelling):
                runs[range(start, end)] = fold(" ".join(piece.spelling for piece in run))
    known = _read_places(connection, list(dict.fromkeys(runs.values()))) if runs and len(every) > 1 else {}
    places: list[Named] = []
    for span, norm in sorted(runs.items(), key=lambda item: (-len(item[0]), item[0].start)):
        if norm in known and not any(set(span) & set(longer.pieces) for longer in places):
            places.append(Named(known[norm], span))
    return places


def _may_name_place(word: str) -> bool:
    return may_name(word) and (len(word) > 2 or word.isupper())


def _read_places(connection: Connection, norms: list[str]) -> dict[str, Place]:
    """The places that these names mean; an organisation stands for the forums it hosts."""
    values: dict[str, Any] = {}
    listed, kinds = bind("norm", norms, values), ", ".join(repr(kind) for kind in KINDS)
    ids: dict[str, dict[str, list[str]]] = {}
    where = f"norm in ({listed}) and kind in ({kinds})"
    sql = f"select norm, kind, record_id from name_index where {where} order by record_id"
    for norm, kind, record_id in connection.execute(sql, values):
        ids.setdefault(norm, {}).setdefault(kind, []).append(record_id)
    places = {}
    for norm, by_kind in ids.items():
        by_kind["forum"] = [*by_kind.get("forum", ()), *by_kind.get("organisation", ())]
        place = Place(*(_with_those_under(connection, kind, by_kind.get(kind, ())) for kind in PLACES))
        if place != Place():
            places[norm] = place
    return places


def _with_those_under(connection: Connection, kind: str, ids: Sequence[str]) -> tuple[str, ...]:
    """The ids and those of what is under them."""
    if kind == "measure":
        values: dict[str, str] = {}
        listed = bind("id", ids or [""], values)
        sql = f"select id from measures where id in ({listed}) or parent_id in ({listed}) order by id"
        return tuple(str(row[0]) for row in connection.execute(sql, values))
    return tuple(record_id for record_id in find_below(connection, kind, ids) if record_id) if ids else ()
