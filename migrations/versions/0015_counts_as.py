"""A code of a user's own says as which of ours it counts.

Why: questions ask for codes by name (who chaired: chair, co_chair), and passed over a code that a user had added for one
sort of them (president).
Data: rows stay as they are, the new column is empty.
Undo: the column goes; folders that filled it are loaded again after the next upgrade.
"""

import sqlalchemy as sa
from alembic import op

from cyberdiplo.store.batch import batch

revision, down_revision = "0015", "0014"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WORDS = (
    *("organisation_types", "forum_types", "process_types", "meeting_types", "participation_roles", "capacities"),
    *("measure_types", "step_types", "adoption_methods", "statement_types", "units", "predicates"),
    *("membership_roles", "name_types", "identifier_schemes", "source_types", "record_types", "languages"),
    *("intervention_forms", "verbs"),
)


def upgrade() -> None:
    for name in WORDS:
        with batch(name) as table:
            table.add_column(sa.Column("counts_as", TEXT))
            table.create_foreign_key(
                op.f(f"fk_{name}_counts_as"), name, ["counts_as"], ["code"], deferrable=True, initially="IMMEDIATE"
            )
            table.create_check_constraint(op.f(f"ck_{name}_counts_as_another"), "counts_as <> code")


def downgrade() -> None:
    given = " union ".join(f"select load_id from {name} where counts_as is not null" for name in WORDS)
    op.execute(f"update loads set digest = 'undone' where digest <> '' and id in ({given})")
    for name in WORDS:
        with batch(name) as table:
            table.drop_constraint(op.f(f"ck_{name}_counts_as_another"), type_="check")
            table.drop_constraint(op.f(f"fk_{name}_counts_as"), type_="foreignkey")
            table.drop_column("counts_as")
