"""What a folder says more exactly of a record of another folder: set while it is loaded, and undone with it.

A refined record keeps in ``refinements.value_before`` what it says itself. Whatever changes rows first withdraws all
refinements, and applies them again at its end, so that a new release of a record finds them as well.
"""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.load.problems import Location, Problem, RowKey
from cyberdiplo.load.refusals import explain_refusal
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import Column, Table, seed_tables, tables
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.load.target import Target

NUMBERS: dict[str, tuple[re.Pattern[str], type]] = {
    "INTEGER": (re.compile(r"-?[0-9]{1,18}"), int),  # what every database can hold
    "REAL": (re.compile(r"-?[0-9]+(\.[0-9]+)?"), float),
}


Fault = tuple[str, str, str, str, str]  # the refined column; the cell at fault, the rule, what is wrong, what helps


class Refined(NamedTuple):
    """One refinement, and the table of its record; ``own``: the record is of the same folder."""

    record_id: str
    field: str
    value: str
    before: str | None
    own: bool
    table: Table


def withdraw(target: Target) -> None:
    """Let every refined record say again what it says itself."""
    for record_id, rows in groupby(list(_read(target)), key=lambda row: row.record_id):
        refined = list(rows)
        _update(target, refined[0].table, record_id, {row.field: row.before for row in refined})


def apply(target: Target, locations: Mapping[RowKey, Location] | None = None) -> list[Problem]:
    """Let records say what the refinements have; returns what is wrong with those that could not be applied.

    All columns of one record are set together, for some make sense only so. ``locations``: where each row stands.
    """
    problems: list[Problem] = []
    for record_id, rows in groupby(list(_read(target)), key=lambda row: row.record_id):
        refined = list(rows)
        faults = [fault for row in refined if (fault := _find_fault(target, row))]
        if not faults:
            faults = _apply_to(target, refined)
        for field, column, rule, message, hint in faults:
            path, line = (locations or {}).get(("refinements", (record_id, field)), (Path("refinements"), None))
            problems.append(Problem(path, line, column, rule, message, hint))
    return problems


def _read(target: Target) -> Iterator[Refined]:
    """Every refinement of a record that is there, record by record."""
    of_kind = {table.kind: table for table in seed_tables().values() if table.kind}
    sql = (
        "select record_id, field, value, value_before, records.load_id = refinements.load_id, records.kind"
        " from refinements join records on records.id = record_id order by record_id, field"
    )
    for record_id, field, value, before, own, kind in list(target.execute(sql)):
        yield Refined(record_id, field, value, before, bool(own), of_kind[kind])


def _find_fault(target: Target, row: Refined) -> Fault | None:
    """What is wrong with a refinement by itself."""
    columns = [name for name in row.table.header if name != "id"]
    if row.field not in columns:
        listed = tr("its columns: {listed}.", listed=", ".join(columns))
        near = did_you_mean(find_nearest(row.field, columns), listed)
        message = tr("{table} have no column {name!r} that could be refined", table=row.table.name, name=row.field)
        return row.field, "field", "no-such-column", message, near
    if row.own:
        message = tr("the record {id!r} is of this folder itself", id=row.record_id)
        return row.field, "record_id", "refines-its-own", message, tr("write it in the record's own row.")
    column = row.table.column(row.field)
    if column.type in NUMBERS and not NUMBERS[column.type][0].fullmatch(row.value):
        message = tr("{value!r} is not a number", value=row.value)
        return row.field, "value", "number", message, tr("digits, and a point for decimals.")
    return _find_dangling(target, row, column)


def _find_dangling(target: Target, row: Refined, column: Column) -> Fault | None:
    if not (parent := column.references):
        return None
    key = tables()[parent].key[0]
    known = {str(there[0]) for there in target.execute(f"select {key} from {parent}")}
    if row.value in known:
        return None
    message = tr("there is no {id!r} in {parent}", id=row.value, parent=parent)
    hint = did_you_mean(find_nearest(row.value, known), tr("name one that is there."))
    return row.field, "value", "reference", message, hint


def _apply_to(target: Target, refined: list[Refined]) -> list[Fault]:
    table, record_id = refined[0].table, refined[0].record_id
    fields = [row.field for row in refined]
    sql = f"select {', '.join(fields)} from {table.name} where id = :id"
    before = next(iter(list(target.execute(sql, {"id": record_id}))))
    target.savepoint()
    try:
        _update(target, table, record_id, {row.field: row.value for row in refined})
    except target.refusals as error:
        target.undo()
        target.release()
        column, rule, message, hint = explain_refusal(table, str(error), {row.field: row.value for row in refined})
        field = column if column in fields else fields[0]
        return [(field, "value", rule, message, hint)]
    target.release()
    for row, value in zip(refined, before, strict=True):
        target.execute(
            "update refinements set value_before = :value where record_id = :id and field = :field",
            {"value": None if value is None else str(value), "id": record_id, "field": row.field},
        )
    return []


def _update(target: Target, table: Table, record_id: str, values: Mapping[str, str | None]) -> None:
    """Set columns of a record, from text."""
    ready = {
        name: value if value is None or (number := NUMBERS.get(table.column(name).type)) is None else number[1](value)
        for name, value in values.items()
    }
    assignments = ", ".join(f"{name} = :{name}" for name in ready)
    target.execute(f"update {table.name} set {assignments} where id = :id", {**ready, "id": record_id})
