"""The kind of a record is a plain column.

Why: as a generated column it could not be copied, so that no table of records could be rebuilt, neither by Alembic's
batch mode nor by another tool, and no rule of it could be changed.
Data: every row stays as it is; the column holds what it held.
Undo: the column is generated again.
"""

import re

from alembic import op

from cyberdiplo.errors import DatabaseProblem

revision, down_revision = "0004", "0003"

KINDS = {
    "forums": "forum",
    "processes": "process",
    "meetings": "meeting",
    "speakers": "speaker",
    "organisations": "organisation",
    "measures": "measure",
    "statements": "statement",
    "countries": "country",
    "affiliations": "affiliation",
    "participations": "participation",
    "measure_events": "measure_event",
    "votes": "vote",
    "memberships": "membership",
    "figures": "figure",
    "topics": "topic",
    "relations": "relation",
    "sources": "source",
}


GENERATED = "kind TEXT GENERATED ALWAYS AS ('{kind}') STORED"
PLAIN = "kind TEXT DEFAULT '{kind}' NOT NULL"
KEY = "CONSTRAINT pk_{table} PRIMARY KEY (id)"
RULE = "CONSTRAINT ck_{table}_kind CHECK (kind = '{kind}')"


def upgrade() -> None:
    for table, kind in KINDS.items():
        if op.get_bind().dialect.name == "sqlite":
            rebuild(table, kind, (GENERATED, PLAIN), (KEY, f"{KEY}, \n\t{RULE}"))
            continue
        op.execute(f"ALTER TABLE {table} ALTER COLUMN kind DROP EXPRESSION")
        op.execute(f"ALTER TABLE {table} ALTER COLUMN kind SET DEFAULT '{kind}', ALTER COLUMN kind SET NOT NULL")
        op.create_check_constraint(op.f(f"ck_{table}_kind"), table, f"kind = '{kind}'")


def downgrade() -> None:
    for table, kind in KINDS.items():
        if op.get_bind().dialect.name == "sqlite":
            rebuild(table, kind, (PLAIN, GENERATED), (f", {RULE}", ""))
            continue
        op.drop_column(table, "kind")  # and with it the key to records
        op.execute(f"ALTER TABLE {table} ADD COLUMN kind TEXT COLLATE \"C\" GENERATED ALWAYS AS ('{kind}') STORED")
        op.create_foreign_key(
            op.f(f"fk_{table}_id_kind"),
            table,
            "records",
            ["id", "kind"],
            ["id", "kind"],
            deferrable=True,
            initially="IMMEDIATE",
        )


def rebuild(table: str, kind: str, *changes: tuple[str, str]) -> None:
    """Make a table anew with some of its text replaced: rows, rules, indexes and their order stay.

    From its own text: what SQLAlchemy reflects lacks checks and indexes on expressions.
    """
    connection = op.get_bind()
    made = "select sql from sqlite_master where tbl_name = ? and sql is not null order by type = 'table' desc, name"
    (text,), *rest = connection.exec_driver_sql(made, (table,)).fetchall()
    text, times = re.subn(rf'^CREATE TABLE "?{table}"?', f"CREATE TABLE {table}_new", text)
    whole = times == 1
    for before, after in changes:
        this = re.escape(before.format(table=table, kind=kind)).replace("\\ ", r"\s+").replace(",", r"\s*,")
        text, times = re.subn(this, after.format(table=table, kind=kind), text)
        whole = whole and times == 1
    if not whole:
        raise DatabaseProblem(f"The table {table} is not as cyberdiplo made it.", hint="nothing was changed.")
    info = connection.exec_driver_sql(f"pragma table_info({table})").fetchall()  # without what is generated
    columns = ", ".join(row[1] for row in info if row[1] != "kind")
    for sql in (
        "PRAGMA legacy_alter_table = on",  # a view of the user's that reads the table may stand meanwhile
        text,
        f"INSERT INTO {table}_new ({columns}) SELECT {columns} FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table}_new RENAME TO {table}",
        "PRAGMA legacy_alter_table = off",
        *(sql for (sql,) in rest),
    ):
        connection.exec_driver_sql(sql)
