"""A new PostgreSQL database without its keys while the rows come in: they are made at once at the end.

A reference that is checked row by row costs several times what one join over all rows does, and an index that grows
with the rows more than one built from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.schema.model import tables

if TYPE_CHECKING:
    from cyberdiplo.store.postgres import Connection

CONSTRAINTS = """
select conrelid::regclass::text, conname, contype::text, pg_get_constraintdef(oid)
from pg_constraint
where connamespace = to_regnamespace(current_schema())
  and conrelid::regclass::text = any(%s) and contype in ('p', 'u', 'f')
order by contype = 'f', conrelid::regclass::text, conname
"""
INDEXES = """
select indexname, indexdef from pg_indexes
where schemaname = current_schema() and tablename = any(%s)
  and indexname not in (select conname from pg_constraint where connamespace = to_regnamespace(current_schema()))
order by indexname
"""
MEMORY = "256MB"  # for sorting the rows of an index


class Keys:
    """The keys, references and indexes of our tables, as the server describes them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        names = [name for name in tables() if name != "loads"]
        self.constraints = connection.execute(CONSTRAINTS, (names,)).fetchall()
        self.indexes = connection.execute(INDEXES, (names,)).fetchall()

    def drop(self) -> None:
        """Take them away, references first."""
        for table, name, _, _ in reversed(self.constraints):
            self.connection.execute(f"alter table {table} drop constraint {name}")
        for name, _ in self.indexes:
            self.connection.execute(f"drop index {name}")

    def make(self) -> None:
        """Make them again unless they are there, references last; where a row breaks one, the server says which."""
        if self.connection.execute("select to_regclass('ix_name_index_norm') is not null").fetchone() == (True,):
            return
        self.connection.execute("select set_config('maintenance_work_mem', %s, true)", (MEMORY,))
        for _, sql in self.indexes:
            self.connection.execute(sql)
        for table, name, _, sql in self.constraints:
            self.connection.execute(f"alter table {table} add constraint {name} {sql}")
