"""Where the records of a list are written, whatever list it is: its ids say which they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.records.citations import read_citations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.records.cited import CitedRecord
    from cyberdiplo.result import Result
    from cyberdiplo.store.connection import Connection


def read_cited_list(connection: Connection, result: Result, lang: str) -> list[CitedRecord]:
    """The records of an answer with their citations, each once. Raises BadUsage where it names none."""
    rows = list(result.rows)
    column = find_id_column(result.columns)
    ids = [str(row[column]) for row in rows if row[column] is not None] if column is not None else []
    records = read_citations(connection, ids, lang)
    if rows and not records:
        raise BadUsage(
            tr("This list has no ids of records, so nothing in it can be cited."),
            hint=tr("'cyberdiplo cite NAME' cites what you name; of votes 'query run roll-calls' has ids."),
        )
    return records


def find_id_column(columns: Sequence[str]) -> int | None:
    """Which column says what a row is about: ``id``, else the first that ends so."""
    names = [name.lower() for name in columns]
    if "id" in names:
        return names.index("id")
    return next((index for index, name in enumerate(names) if name.endswith("_id")), None)
