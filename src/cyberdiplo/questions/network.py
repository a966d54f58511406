"""Who does what to what, as a network: the records of a list and those that they have to do with.

A file in ``edges/`` says which edges the records of a list have: from whom, to what, of which kind (the code of a
stance, role, step, relation or vote), when, where that is written, and of which record it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.questions.question import QUESTIONS
from cyberdiplo.store.lists import execute_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.result import Result
    from cyberdiplo.store.connection import Connection

EDGES = QUESTIONS / "edges"
KEYS = {"votes": "roll_call_id", "speakers": "meeting_id"}  # the column that has the ids, where it is not "id"
# Where rows share an id: what of a row must be what of an edge, for the edge to be one of those asked for.
ROWS = {
    "votes": {"country": "source", "roll_call_id": "record"},
    "speakers": {"id": "source", "meeting_id": "target", "role": "kind"},
}
LABELS = "select id, kind, name_{lang} from record_titles where id in (:ids) order by id"


class Node(NamedTuple):
    """A record that does something, or to which it is done."""

    id: str
    kind: str
    label: str


class Edge(NamedTuple):
    """What one does to the other; ``place`` is a source and where in it, ``record`` what can be cited for it."""

    source: str
    target: str
    kind: str
    date: str | None
    place: str | None
    record: str


class Network(NamedTuple):
    """Nodes, each once, by id; edges in the order of the list's records."""

    nodes: list[Node]
    edges: list[Edge]


def list_networks() -> list[str]:
    """The lists of which a network can be made."""
    return sorted(path.stem for path in EDGES.glob("*.sql"))


def read_network(connection: Connection, noun: str, result: Result, lang: str) -> Network:
    """The network of the records in an answer. Raises BadUsage where the list has none."""
    if noun not in list_networks():
        raise BadUsage(
            tr("There is no network of this list."),
            hint=tr("the lists that have one: {listed}.", listed=", ".join(list_networks())),
        )
    key = KEYS.get(noun, "id")
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    sql = (EDGES / f"{noun}.sql").read_text(encoding="utf-8")
    edges = [_make_edge(row) for row in execute_for(connection, sql, (row[key] for row in rows))]
    if same := ROWS.get(noun):
        asked = {tuple(row[column] for column in same) for row in rows}
        edges = [edge for edge in edges if tuple(getattr(edge, end) for end in same.values()) in asked]
    edges = list(dict.fromkeys(edges))
    ends = sorted({end for edge in edges for end in (edge.source, edge.target)})
    labels = LABELS.replace("{lang}", lang)
    return Network([Node(*row) for row in execute_for(connection, labels, ends)], edges)


def _make_edge(row: Sequence[Any]) -> Edge:
    source, target, kind, date, document, locator, record = row
    return Edge(source, target, kind, date, ", ".join(filter(None, (document, locator))) or None, record)
