"""The database carries its dictionary.

Why: whoever opened the file in another tool had to guess what its tables and columns mean.
Data: none yet; each load writes it from the program's own tables.
Undo: the dictionary goes; the program has it.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0006", "0005"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by code point on every server


def upgrade() -> None:
    op.create_table(
        "dictionary_tables",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("meaning_fr", TEXT, nullable=False),
        sa.Column("meaning_en", TEXT, nullable=False),
        sa.Column("kind", TEXT),
        sa.Column("sort", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_dictionary_tables")),
        sqlite_strict=True,
    )
    op.create_table(
        "dictionary_columns",
        sa.Column("table_name", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("required", sa.Integer, nullable=False),
        sa.Column("meaning_fr", TEXT, nullable=False),
        sa.Column("meaning_en", TEXT, nullable=False),
        sa.Column("form_fr", TEXT),
        sa.Column("form_en", TEXT),
        sa.Column("target", TEXT),
        sa.Column("codes", TEXT),
        sa.Column("sort", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("table_name", "name", name=op.f("pk_dictionary_columns")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("dictionary_columns")
    op.drop_table("dictionary_tables")
