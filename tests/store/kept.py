"""What an earlier revision's database says, in a form that can be compared with what a later one says.

Where a vote was a record, with an id and citations of its own, it is now a row of a roll call. A vote is kept where the
same State still voted so on the same measure; its citation, where the same is still written of that State's vote, or of
the roll call whole; what tagged, named or related it, where it does so to a vote or the roll call on that measure.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from cyberdiplo.schema.model import tables
from tests.server import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[str, ...]
Row = dict[str, object]
Facts = dict[str, dict[Key, Row]]
LINKS = {
    name: [column.name for column in table.columns if column.references == "records" and column.name != "id"]
    for name, table in tables().items()
}


class _Reading:
    """The rows of a database by table and key, whichever way it has votes."""

    def __init__(self, connection: Any, names: list[str]) -> None:
        self.rows = {name: list(_rows(connection, name)) for name in names}
        votes = self.rows.pop("votes")
        calls = {} if "id" in votes[0] else {row["id"]: row for row in _rows(connection, "roll_calls")}
        self.votes: list[Row] = []
        self.of_vote: dict[object, Row] = {}  # by the id of a vote of its own
        self.of_call: dict[object, list[Row]] = defaultdict(list)
        for row in votes:
            call = calls.get(row.get("roll_call_id"), {})
            measure = row.get("measure_id") or call["measure_id"]
            kept = {"measure_id": measure, **{name: row[name] for name in ("country_id", "vote", "load_id")}}
            self.votes.append(kept)
            if call:
                self.of_call[call["id"]].append(kept | {"same_load": call["load_id"] == row["load_id"]})
            else:
                self.of_vote[row["id"]] = kept
        self.said_twice: dict[object, object] = {}
        self.ids = {row["id"]: (str(row["measure_id"]), str(row["country_id"])) for row in votes if "id" in row}

    def facts(self) -> Facts:
        """By table and key."""
        facts: Facts = {"votes": {(str(row["measure_id"]), str(row["country_id"])): row for row in self.votes}}
        facts["relations"] = self._relations()
        for name in self.rows:
            if name not in ("relations", "citations"):
                facts[name] = {self.key(name, row): self._linked(name, row) for row in self.rows[name] if self._is(row)}
        facts["citations"] = dict(self._citations())
        return facts

    def key(self, name: str, row: Row) -> Key:
        """The key of a row; the same where it names a vote and where it names the roll call."""
        if name == "votes":
            return self.ids[row["id"]]
        if name == "citations" and row["record_id"] in self.ids:
            measure, country = self.ids[row["record_id"]]
            return (f"{country} on {measure}", *(str(row[column] or "") for column in tables()[name].key[1:]))
        linked = self._linked(name, row)
        return tuple(str(self.said_twice.get(linked[column], linked[column]) or "") for column in tables()[name].key)

    def _is(self, row: Row) -> bool:
        return row.get("id") not in self.said_twice and row.get("kind") not in ("vote", "roll_call")

    def _who(self, value: object) -> object:
        if value in self.of_vote:
            return f"a vote on {self.of_vote[value]['measure_id']}"
        return f"a vote on {self.of_call[value][0]['measure_id']}" if self.of_call.get(value) else value

    def _linked(self, name: str, row: Row) -> Row:
        return row | {column: self._who(row[column]) for column in LINKS[name] if column in row}

    def _relations(self) -> dict[Key, Row]:
        """Those that say the same of a roll call are one."""
        by_key: dict[Key, Row] = {}
        for row in sorted(self.rows["relations"], key=lambda row: str(row["id"])):
            linked = self._linked("relations", row)
            same = [
                relation
                for relation in by_key.values()
                if all(relation[n] == linked[n] for n in linked if n not in ("id", "load_id"))
            ]
            if same and "a vote on" in f"{linked['subject_id']} {linked['object_id']}":
                self.said_twice[row["id"]] = same[0]["id"]
            else:
                by_key[(str(row["id"]),)] = linked
        return by_key

    def _citations(self) -> Iterator[tuple[Key, Row]]:
        ordered = sorted(self.rows["citations"], key=lambda row: str(row["field"]))  # of the whole roll call first
        for row in ordered:
            record, rest = (
                row["record_id"],
                tuple(str(row[column] or "") for column in ("source_id", "locator", "anchor")),
            )
            if record in self.of_vote:
                vote = self.of_vote[record]
                who = f"{vote['country_id']} on {vote['measure_id']}"
                yield (who, str(row["field"]), *rest), row | {"record_id": who}
            elif record in self.of_call:
                country, _, field = str(row["field"]).partition(" ")
                votes = [vote for vote in self.of_call[record] if vote["country_id"] == country]
                for vote in votes or [vote for vote in self.of_call[record] if vote["same_load"]]:
                    column = field if votes else str(row["field"])
                    who = f"{vote['country_id']} on {vote['measure_id']}"
                    yield (who, column, *rest), row | {"record_id": who, "field": column}
            else:
                who = str(self.said_twice.get(record, record))
                yield (who, str(row["field"]), *rest), row | {"record_id": who}


def _rows(connection: Any, name: str) -> Iterator[Row]:
    cursor = connection.execute(f"select * from {name}")
    columns = [column[0] for column in cursor.description]
    return (dict(zip(columns, row, strict=True)) for row in cursor.fetchall())


def facts(target: str, names: list[str]) -> Facts:
    """Everything that these tables say."""
    with opened(target) as connection:
        return _Reading(connection, names).facts()


def some_facts(target: str, keys: dict[str, list[list[str]]]) -> Facts:
    """What these rows say, by the keys that they have in a database where votes are records."""
    with opened(target) as connection:
        read = _Reading(connection, list(keys))
        every = read.facts()
        facts: Facts = {}
        for name, wished in keys.items():
            of = {"votes": ("id",)}.get(name, tables()[name].key)
            rows = _rows(connection, name)
            by_key = {tuple(str(row[column] or "") for column in of): row for row in rows}
            keys_now = {read.key(name, by_key[tuple(parts)]) for parts in wished}
            facts[name] = {key: every[name][key] for key in keys_now if name != "records" or key in every[name]}
    return facts


def votes_of(target: str, keys: dict[str, list[list[str]]]) -> dict[str, Key]:
    """(measure, State) of these votes by their ids, in a database where votes are records."""
    measures = {key[0] for key in keys["votes"]}
    with opened(target) as connection:
        rows = list(_rows(connection, "votes"))
    return {str(row["id"]): (str(row["measure_id"]), str(row["country_id"])) for row in rows if row["id"] in measures}
