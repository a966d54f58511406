"""Who speaks for whom, in which form, and with which verb a resolution says what it says.

Why: statements of delegations are made for groups too, as rights of reply or explanations of vote, and each paragraph of
a resolution has its verb; nothing had a place for these.
Data: rows stay as they are, the new columns are empty; the shipped seeds fill them in when they are loaded again.
Undo: the columns and the two vocabularies go. Of several participations of one voice at one meeting that only they tell
apart, one stays, with the statements of all.
"""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from cyberdiplo.store.batch import batch

revision, down_revision = "0009", "0008"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WORDS = {"intervention_forms": ("participations", "form"), "verbs": ("statements", "verb")}
VOICE = (
    "coalesce(meeting_id, process_id)",
    "role",
    "coalesce(speaker_id, '')",
    "coalesce(organisation_id, '')",
    "coalesce(country_id, '')",
    "(case when speaker_id is null then coalesce(name_as_recorded, '') else '' end)",
)
APART = ("coalesce(form, '')", "coalesce(on_behalf_of_id, on_behalf_of_en, '')")
GROUP = "(on_behalf_of_fr is null) = (on_behalf_of_en is null)"


def upgrade() -> None:
    for name in WORDS:
        _make_words(name)
    _voice_index("drop")
    with batch("participations") as table:
        for column in ("form", "on_behalf_of_id", "on_behalf_of_fr", "on_behalf_of_en"):
            table.add_column(sa.Column(column, TEXT))
        _refer(table, "participations", "form", "intervention_forms.code")
        _refer(table, "participations", "on_behalf_of_id", "records.id")
        table.create_check_constraint(op.f("ck_participations_group_in_both_languages"), GROUP)
    op.create_index(op.f("ix_participations_on_behalf_of_id"), "participations", ["on_behalf_of_id"])
    _voice_index("create", *APART)
    with batch("statements") as table:
        table.add_column(sa.Column("verb", TEXT))
        _refer(table, "statements", "verb", "verbs.code")
    op.add_column("measures", sa.Column("agenda_item", TEXT))


def downgrade() -> None:
    _undo_loads()
    _join_voices()
    _voice_index("drop")
    op.drop_index(op.f("ix_participations_on_behalf_of_id"), "participations")
    with batch("participations") as table:
        table.drop_constraint(op.f("ck_participations_group_in_both_languages"), type_="check")
        for column in ("form", "on_behalf_of_id"):
            table.drop_constraint(op.f(f"fk_participations_{column}"), type_="foreignkey")
        for column in ("form", "on_behalf_of_id", "on_behalf_of_fr", "on_behalf_of_en"):
            table.drop_column(column)
    _voice_index("create")
    with batch("statements") as table:
        table.drop_constraint(op.f("fk_statements_verb"), type_="foreignkey")
        table.drop_column("verb")
    with batch("measures") as table:
        table.drop_column("agenda_item")
    for name in WORDS:
        op.drop_table(name)


def _make_words(name: str) -> None:
    op.create_table(
        name,
        *(sa.Column(column, TEXT, nullable=False) for column in ("code", "label_fr", "label_en")),
        *(sa.Column(column, TEXT) for column in ("meaning_fr", "meaning_en", "synonyms")),
        sa.Column("sort", sa.Integer, nullable=False, server_default="0"),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f(f"pk_{name}")),
        sa.CheckConstraint("trim(label_fr) <> '' and trim(label_en) <> ''", name=op.f(f"ck_{name}_not_blank")),
        sa.CheckConstraint(
            "ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''", name=op.f(f"ck_{name}_code_is_word")
        ),
        sa.ForeignKeyConstraint(
            ["load_id"], ["loads.id"], name=op.f(f"fk_{name}_load_id"), deferrable=True, initially="IMMEDIATE"
        ),
        sqlite_strict=True,
    )


def _refer(table: BatchOperations, name: str, column: str, target: str) -> None:
    other, _, key = target.partition(".")
    table.create_foreign_key(
        op.f(f"fk_{name}_{column}"), other, [column], [key], deferrable=True, initially="IMMEDIATE"
    )


def _voice_index(change: str, *more: str) -> None:
    """Nobody stands twice; the index is on expressions, which batch mode cannot carry along."""
    name = op.f("uq_participations_fact")
    if change == "drop":
        op.drop_index(name, "participations")
    else:
        op.create_index(name, "participations", [sa.text(part) for part in (*VOICE, *more)], unique=True)


def _undo_loads() -> None:
    """What is lost is loaded again from its folder after the next upgrade."""
    given = (
        "select load_id from participations where form is not null or on_behalf_of_id is not null"
        " or on_behalf_of_en is not null union select load_id from statements where verb is not null"
        " union select load_id from measures where agenda_item is not null"
        " union select load_id from verbs union select load_id from intervention_forms"
    )
    op.execute(f"update loads set digest = 'undone' where digest <> '' and id in ({given})")


def _join_voices() -> None:
    """Of voices that only the new columns tell apart, the first stays."""
    same = " and ".join(f"{_of('first', part)} = {_of('participations', part)}" for part in VOICE)
    earlier = f"select min(first.id) from participations as first where {same}"
    pairs = op.get_bind().exec_driver_sql(
        f"select id, ({earlier}) from participations where id <> ({earlier})"
    ).fetchall()  # fmt: skip
    for again, first in pairs:
        kept = f"select statement_id from statement_participations where participation_id = '{first}'"
        op.execute(
            f"update statement_participations set participation_id = '{first}'"
            f" where participation_id = '{again}' and statement_id not in ({kept})"
        )
        op.execute(f"delete from statement_participations where participation_id = '{again}'")
        for table, column in (
            *((name, "record_id") for name in ("citations", "record_topics", "names", "identifiers", "former_ids")),
            *(("relations", column) for column in ("subject_id", "object_id")),
        ):
            op.execute(f"delete from {table} where {column} = '{again}'")
        op.execute(f"delete from participations where id = '{again}'")
        op.execute(f"delete from records where id = '{again}'")


def _of(table: str, expression: str) -> str:
    """An expression with its columns named as those of one table."""
    for column in (
        "meeting_id",
        "process_id",
        "role",
        "speaker_id",
        "organisation_id",
        "country_id",
        "name_as_recorded",
    ):
        expression = expression.replace(column, f"{table}.{column}")
    return expression
