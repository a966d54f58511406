"""What a folder says more exactly of a record of another folder.

Why: a user who has a more exact date, or one that is missing, says so with a citation, and edits nothing that ships.
Data: no row changes; the table begins empty.
Undo: every record says again what it says itself; the refinements go, and are loaded again after an upgrade.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0014", "0013"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by code point on every server

TABLES = {
    **{kind: f"{kind}s" for kind in ("forum", "meeting", "speaker", "organisation", "measure", "statement", "source")},
    **{kind: f"{kind}s" for kind in ("affiliation", "participation", "measure_event", "roll_call", "membership")},
    **{kind: f"{kind}s" for kind in ("figure", "topic", "relation")},
    "process": "processes",
    "country": "countries",
}


def upgrade() -> None:
    op.create_table(
        "refinements",
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("field", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("value_before", TEXT, nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "field", name=op.f("pk_refinements")),
        sa.CheckConstraint("trim(value) <> ''", name=op.f("ck_refinements_not_blank")),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["records.id"],
            name=op.f("fk_refinements_record_id"),
            deferrable=True,
            initially="IMMEDIATE",
        ),
        sa.ForeignKeyConstraint(
            ["load_id"], ["loads.id"], name=op.f("fk_refinements_load_id"), deferrable=True, initially="IMMEDIATE"
        ),
        sqlite_strict=True,
    )


def downgrade() -> None:
    bind = op.get_bind()
    rows = bind.execute(
        sa.text(
            "select records.kind, refinements.field, record_id, value_before from refinements"
            " join records on records.id = record_id"
        )
    )
    for kind, field, record_id, before in rows.fetchall():
        table = sa.Table(TABLES[kind], sa.MetaData(), autoload_with=bind)
        column = table.c[field]
        value = before if before is None or column.type.python_type is str else column.type.python_type(before)
        bind.execute(table.update().where(table.c.id == record_id).values({field: value}))
    op.execute("update loads set digest = 'undone' where digest <> '' and id in (select load_id from refinements)")
    op.drop_table("refinements")
