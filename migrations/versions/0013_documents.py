"""Documents that a user adds, with their passages and the words of these.

Why: a statement is read with what stands around it, and checked in a document that is at hand.
Data: no row changes; the tables begin empty. A document belongs to the user: loads leave it alone.
Undo: the documents that were added go; their files are where they were, and are added again after an upgrade.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0013", "0012"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by code point on every server


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("source_id", TEXT, nullable=True),
        sa.Column("file_name", TEXT, nullable=False),
        sa.Column("format", TEXT, nullable=False),
        sa.Column("lang", TEXT, nullable=True),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("remarks", TEXT, nullable=True),
        sa.Column("added_at", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sqlite_strict=True,
    )
    op.create_index("ix_documents_source_id", "documents", ["source_id"], unique=False)
    op.create_index("uq_documents_sha256", "documents", ["sha256"], unique=True)

    op.create_table(
        "passage_words",
        sa.Column("norm", TEXT, nullable=False),
        sa.Column("document_id", TEXT, nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("norm", "document_id", "sort", name=op.f("pk_passage_words")),
        sqlite_strict=True,
    )
    op.create_index("ix_passage_words_document_id", "passage_words", ["document_id"], unique=False)

    op.create_table(
        "passages",
        sa.Column("document_id", TEXT, nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("lang", TEXT, nullable=True),
        sa.Column("speaker", TEXT, nullable=True),
        sa.Column("heading", TEXT, nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("last_line", sa.Integer(), nullable=True),
        sa.Column("marks", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("document_id", "sort", name=op.f("pk_passages")),
        sqlite_strict=True,
    )
    op.create_index("ix_passages_place", "passages", ["place"], unique=False)


def downgrade() -> None:
    for table in ("passage_words", "passages", "documents"):
        op.drop_table(table)
