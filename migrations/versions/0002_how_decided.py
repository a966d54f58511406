"""A measure's events say how a body decided, and codes are found by index.

Why: "adopted without a vote" is not a vote with nobody in favour, and no row of votes could say so; lists filtered by
type, attribution, role or capacity read whole tables.
Data: events loaded before this say nothing of it; the shipped seeds fill it in when they are loaded again.
Undo: the column goes; the seeds keep it.
"""

import re

from alembic import op

revision, down_revision = "0002", "0001"

INDEXES = (
    ("statements", "type"),
    ("statements", "attribution"),
    ("participations", "role"),
    ("participations", "capacity"),
)
COLUMN = ("\tmethod TEXT", "\tCONSTRAINT ck_measure_events_method_known ")


def upgrade() -> None:
    # Not in batch mode: it would rebuild the table without its index on expressions, which cannot be reflected.
    collation = ' COLLATE "C"' if op.get_bind().dialect.name == "postgresql" else ""
    op.execute(
        f"ALTER TABLE measure_events ADD COLUMN method TEXT{collation}"
        " CONSTRAINT ck_measure_events_method_known CHECK (method in ('recorded_vote', 'without_vote', 'consensus'))"
    )
    for table, column in INDEXES:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    for table, column in reversed(INDEXES):
        op.drop_index(op.f(f"ix_{table}_{column}"), table)
    if not _rebuilt():
        op.drop_column("measure_events", "method")


def _rebuilt() -> bool:
    """Make the table anew without the column where SQLite cannot drop it: where it was made with its check apart."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return False
    made = "select sql from sqlite_master where tbl_name = 'measure_events' and sql is not null order by type desc"
    (table,), *indexes = connection.exec_driver_sql(made).fetchall()
    lines = [line for line in table.splitlines() if not line.startswith(COLUMN)]
    if len(lines) > len(table.splitlines()) - 2:
        return False
    info = connection.exec_driver_sql("pragma table_xinfo(measure_events)").fetchall()
    kept = ", ".join(name for _, name, *_, hidden in info if name != "method" and not hidden)
    new = re.sub('^CREATE TABLE "?measure_events"?', "CREATE TABLE measure_events_new", "\n".join(lines))
    new = re.sub(r",(\s*\)[^)]*)$", r"\1", new)  # the rule may have been the last line
    for sql in (
        new,
        f"INSERT INTO measure_events_new ({kept}) SELECT {kept} FROM measure_events",
        "DROP TABLE measure_events",
        "ALTER TABLE measure_events_new RENAME TO measure_events",
        *(sql for (sql,) in indexes),
    ):
        connection.exec_driver_sql(sql)
    return True
