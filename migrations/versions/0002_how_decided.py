"""A measure's events say how a body decided, and codes are found by index.

Why: "adopted without a vote" is not a vote with nobody in favour, and no row of votes could say so; lists filtered by
type, attribution, role or capacity read whole tables.
Data: events loaded before this say nothing of it; the shipped seeds fill it in when they are loaded again.
Undo: the column goes; the seeds keep it.
"""

from alembic import op

revision, down_revision = "0002", "0001"

INDEXES = (
    ("statements", "type"),
    ("statements", "attribution"),
    ("participations", "role"),
    ("participations", "capacity"),
)


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
    op.drop_column("measure_events", "method")
