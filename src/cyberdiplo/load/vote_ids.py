"""What the ids of votes from before roll calls find now: each its roll call, with the State as the field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.load.files import Line
    from cyberdiplo.schema.model import Table

PREFIX = "vote-"  # what the ids of most votes began with: vote-<measure>-<country>


class RollCallVote(NamedTuple):
    """What a vote's id finds now: its roll call, and the State."""

    record: str
    country: str


@dataclass
class KnownVotes:
    """What the ids of votes find: those that are written down, and by their form, measure and State, all others."""

    ids: dict[str, RollCallVote] = field(default_factory=dict)
    calls: dict[str, str] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)

    def find(self, record: str) -> RollCallVote | None:
        """What a record's id finds, where it is the id that a vote had."""
        if (was := self.ids.get(record)) or not record.startswith(PREFIX):
            return was
        measure, _, country = record.removeprefix(PREFIX).rpartition("-")
        known = measure in self.calls and country.upper() in self.states
        return RollCallVote(self.calls[measure], country.upper()) if known else None


def usual(measure: str, country: str) -> str:
    """The id of a vote that is known by its form, and need not be written down."""
    return f"{PREFIX}{measure}-{country.lower()}"


def find_links(table: Table) -> list[int]:
    """The places of the columns that may name any record; what former ids find is never a vote."""
    if table.name == "former_ids":
        return []
    return [table.header.index(c.name) for c in table.columns if c.references == "records" and c.name in table.header]


def point_to_roll_calls(table: Table, rows: Iterable[Line], known: KnownVotes) -> Iterator[Line]:
    """The rows with roll calls in place of votes; where two become the same row, it is given once."""
    indexes, seen = find_links(table), set()
    key = [table.header.index(name) for name in table.key]
    for line, cells in rows:
        former = {index: was for index in indexes if index < len(cells) and (was := known.find(cells[index]))}
        if not former or len(cells) != len(table.header):
            yield line, cells
        elif table.name == "citations":
            yield line, point_citation(cells, known)
        else:
            cells = [former[index].record if index in former else cell for index, cell in enumerate(cells)]
            if (fact := tuple(cells[index] for index in key)) not in seen:
                seen.add(fact)
                yield line, cells


def point_citation(cells: list[str], known: KnownVotes) -> list[str]:
    """A citation of a vote as one of its roll call, the State its field."""
    was = known.find(cells[0]) if cells else None
    return cells if was is None else [was.record, f"{was.country} {cells[1]}".strip(), *cells[2:]]
