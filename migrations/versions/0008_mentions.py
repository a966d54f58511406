"""What a statement speaks of is data, where it was made may be its source alone, and a list says whether it is whole.

Why: thirteen statements stood as said by a measure that they only spoke of, remarks of a chapter or an agency had a
forum only because a rule demanded one, and two of 72 signatories looked like all of them.
Data: rows stay as they are, and the shipped seeds fill in the new tables and columns when they are loaded again. What
an earlier revision could not say is empty.
Undo: mentions, rosters, what a step is of and why a date is what it is are lost, and are loaded again from their
folders. Who criticises opposes; what states a thing less precisely states it, what is superseded is concluded. A
statement that was made nowhere but in its source, and a meeting of no forum, stand in a forum of that name, which the
next upgrade takes away.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from cyberdiplo.store.batch import batch

revision, down_revision = "0008", "0007"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NOTED = ("figures", "relations", "affiliations", "memberships")  # whose dates can say why they are what they are
NOTES = ("date_note", "date_reason_fr", "date_reason_en")
STANCES = ("supports", "opposes", "criticises", "neutral", "mixed")
SUPPORTS = ("states", "vaguer", "implies", "contradicts")
PROCESSES = ("proposed", "active", "concluded", "superseded", "suspended", "unknown")
LISTS = ("members", "observers", "parties", "signatories", "supporters", "sponsors", "participants")
NOWHERE = "stated-nowhere-else"
SAID_SOMEWHERE = "meeting_id is not null or process_id is not null or measure_id is not null or forum_id is not null"
FACT = ("event_date, attested_on", "country_id, ''", "meeting_id, ''")


def upgrade() -> None:
    _make_tables()
    _step_index("drop")
    with batch("measure_events") as events:
        events.add_column(sa.Column("of_fr", TEXT))
        events.add_column(sa.Column("of_en", TEXT))
        rule = "(of_fr is null) = (of_en is null)"
        events.create_check_constraint(op.f("ck_measure_events_part_in_both_languages"), rule)
    _step_index("create", *FACT, "of_en, ''")
    for name in NOTED:
        with batch(name) as table:
            for column in NOTES:
                table.add_column(sa.Column(column, TEXT))
            for rule, sql in _note_rules().items():
                table.create_check_constraint(op.f(f"ck_{name}_{rule}"), sql)
    with batch("processes") as table:
        _known(table, "processes", "status", PROCESSES)
    with batch("meetings") as table:
        table.drop_constraint(op.f("ck_meetings_somewhere"), type_="check")
    with batch("statements") as table:
        table.drop_constraint(op.f("ck_statements_said_somewhere"), type_="check")
        _known(table, "statements", "stance", STANCES)
    with batch("citations") as table:
        _known(table, "citations", "support", SUPPORTS)
    for kept in ("statements", "meetings"):
        op.execute(f"update {kept} set forum_id = null where forum_id = '{NOWHERE}'")
    op.execute(f"delete from forums where id = '{NOWHERE}'")
    op.execute(f"delete from records where id = '{NOWHERE}'")


def downgrade() -> None:
    op.execute(
        "update loads set digest = 'undone' where digest <> ''"
        " and id in (select load_id from measure_events where of_en is not null"
        + "".join(f" union select load_id from {name} where date_note is not null" for name in NOTED)
        + " union select load_id from statements where stance = 'criticises'"
        " union select load_id from processes where status = 'superseded'"
        " union select load_id from citations where support = 'vaguer'"
        " union select load_id from mentions union select load_id from rosters)"
    )
    op.drop_table("mentions")
    op.drop_table("rosters")
    op.execute("update statements set stance = 'opposes' where stance = 'criticises'")
    op.execute("update citations set support = 'states' where support = 'vaguer'")
    op.execute("update processes set status = 'concluded' where status = 'superseded'")
    _give_a_home()
    with batch("processes") as table:
        _known(table, "processes", "status", [code for code in PROCESSES if code != "superseded"])
    with batch("citations") as table:
        _known(table, "citations", "support", [code for code in SUPPORTS if code != "vaguer"])
    with batch("meetings") as table:
        table.create_check_constraint(op.f("ck_meetings_somewhere"), "forum_id is not null or process_id is not null")
    with batch("statements") as table:
        _known(table, "statements", "stance", [code for code in STANCES if code != "criticises"])
        table.create_check_constraint(op.f("ck_statements_said_somewhere"), SAID_SOMEWHERE)
    for name in NOTED:
        with batch(name) as table:
            for rule in _note_rules():
                table.drop_constraint(op.f(f"ck_{name}_{rule}"), type_="check")
            for column in NOTES:
                table.drop_column(column)
    _step_index("drop")
    _join_steps()
    with batch("measure_events") as events:
        events.drop_constraint(op.f("ck_measure_events_part_in_both_languages"), type_="check")
        events.drop_column("of_fr")
        events.drop_column("of_en")
    _step_index("create", *FACT)


def _known(table: BatchOperations, name: str, column: str, codes: Sequence[str]) -> None:
    """Let a column have these codes and no others."""
    rule = op.f(f"ck_{name}_{column}_known")
    table.drop_constraint(rule, type_="check")
    table.create_check_constraint(rule, f"{column} in ({_listed(codes)})")


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


def _step_index(change: str, *parts: str) -> None:
    """No step stands twice; the index is on expressions, which batch mode cannot carry along."""
    name = op.f("uq_measure_events_fact")
    if change == "drop":
        op.drop_index(name, "measure_events")
    else:
        fact: list[str | sa.TextClause] = ["measure_id", "type", *(sa.text(f"coalesce({part})") for part in parts)]
        op.create_index(name, "measure_events", fact, unique=True)


def _note_rules() -> dict[str, str]:
    return {
        "date_note_known": "date_note in ('inferred', 'approximate', 'uncertain')",
        "reason_in_both_languages": "(date_reason_fr is null) = (date_reason_en is null)",
        "inferred_says_why": "date_note is null or date_reason_fr is not null",
    }


def _is_date(column: str) -> str:
    """The rule of 0001 for partial dates."""
    year, month, day = (f"substr({column}, {start}, {size})" for start, size in ((1, 4), (6, 2), (9, 2)))
    number = f"cast({year} as integer)"
    leap = f"({number} % 4 = 0 and {number} % 100 <> 0 or {number} % 400 = 0)"
    return (
        f"length({column}) in (4, 7, 10) and length({year}) = 4 and ltrim({year}, '0123456789') = ''"
        f" and (length({column}) = 4 or substr({column}, 5, 1) = '-' and ltrim({month}, '0123456789') = ''"
        f" and {month} between '01' and '12')"
        f" and (length({column}) < 10 or substr({column}, 8, 1) = '-' and ltrim({day}, '0123456789') = ''"
        f" and {day} >= '01' and {day} <= case when {month} in ('04', '06', '09', '11') then '30'"
        f" when {month} = '02' and {leap} then '29' when {month} = '02' then '28' else '31' end)"
    )


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="IMMEDIATE")


def _make_tables() -> None:
    op.create_table(
        "mentions",
        *(sa.Column(name, TEXT, nullable=False) for name in ("record_id", "mentioned_id", "source_id", "locator")),
        sa.Column("anchor", TEXT, server_default="", nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "mentioned_id", name=op.f("pk_mentions")),
        sa.CheckConstraint("record_id <> mentioned_id", name=op.f("ck_mentions_not_itself")),
        *_place_rules("mentions"),
        sa.CheckConstraint(
            "length(anchor) - length(replace(anchor, ' ', '')) < 8", name=op.f("ck_mentions_anchor_is_short")
        ),
        _key("mentions", "record_id", "records.id"),
        _key("mentions", "mentioned_id", "records.id"),
        _key("mentions", "source_id", "sources.id"),
        _key("mentions", "load_id", "loads.id"),
        sqlite_strict=True,
    )
    for column in ("mentioned_id", "source_id"):
        op.create_index(op.f(f"ix_mentions_{column}"), "mentions", [column])
    op.create_table(
        "rosters",
        *(sa.Column(name, TEXT, nullable=False) for name in ("record_id", "list", "as_of")),
        sa.Column("total", sa.Integer),
        sa.Column("whole", sa.Integer, nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("source_id", "locator")),
        *(sa.Column(name, TEXT) for name in ("note_fr", "note_en")),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "list", "as_of", name=op.f("pk_rosters")),
        sa.CheckConstraint(f"list in ({_listed(LISTS)})", name=op.f("ck_rosters_list_known")),
        sa.CheckConstraint(_is_date("as_of"), name=op.f("ck_rosters_as_of_is_date")),
        sa.CheckConstraint("total >= 1", name=op.f("ck_rosters_counts_somebody")),
        sa.CheckConstraint("whole in (0, 1)", name=op.f("ck_rosters_whole_is_flag")),
        sa.CheckConstraint("whole = 0 or total is not null", name=op.f("ck_rosters_whole_has_total")),
        sa.CheckConstraint("(note_fr is null) = (note_en is null)", name=op.f("ck_rosters_note_in_both_languages")),
        *_place_rules("rosters"),
        _key("rosters", "record_id", "records.id"),
        _key("rosters", "source_id", "sources.id"),
        _key("rosters", "load_id", "loads.id"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_rosters_source_id"), "rosters", ["source_id"])


def _place_rules(table: str) -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint("trim(locator) <> ''", name=op.f(f"ck_{table}_not_blank")),
        sa.CheckConstraint("substr(locator, 1, 1) not between '0' and '9'", name=op.f(f"ck_{table}_locator_says_what")),
    ]


def _give_a_home() -> None:
    """What stands in its source alone, or beside another meeting, gets a forum, for the earlier rules want a place."""
    homeless = {"statements": f"not ({SAID_SOMEWHERE})", "meetings": "forum_id is null and process_id is null"}
    loads = " union all ".join(f"select load_id from {table} where {sql}" for table, sql in homeless.items())
    made = op.get_bind().exec_driver_sql(f"select min(load_id) from ({loads}) as homeless").scalar()
    if made is None:
        return
    op.execute(f"insert into records (id, kind, load_id) values ('{NOWHERE}', 'forum', {made})")
    op.execute(
        "insert into forums (id, type, name_fr, name_en, load_id)"
        f" values ('{NOWHERE}', 'other', 'Sans autre lieu que la source', 'Nowhere but in the source', {made})"
    )
    for table, sql in homeless.items():
        op.execute(f"update {table} set forum_id = '{NOWHERE}' where {sql}")


def _join_steps() -> None:
    """Of several parts that took the same step on the same day, one stands for the measure."""
    same = " and ".join(
        f"coalesce(first.{column}, '') = coalesce(measure_events.{column}, '')"
        for column in ("type", "event_date", "country_id", "meeting_id")
    )
    twice = (
        "select id from measure_events where exists (select 1 from measure_events as first"
        f" where first.measure_id = measure_events.measure_id and {same}"
        " and coalesce(first.event_date, first.attested_on)"
        " = coalesce(measure_events.event_date, measure_events.attested_on) and first.id < measure_events.id)"
    )
    if not (ids := [row[0] for row in op.get_bind().exec_driver_sql(twice)]):
        return
    listed = _listed(ids)
    op.execute(f"update roll_calls set event_id = null where event_id in ({listed})")
    for table, column in (
        *((name, "record_id") for name in ("citations", "record_topics", "names", "identifiers")),
        *(("relations", column) for column in ("subject_id", "object_id")),
        ("former_ids", "record_id"),
    ):
        op.execute(f"delete from {table} where {column} in ({listed})")
    op.execute(f"delete from measure_events where id in ({listed})")
    op.execute(f"delete from records where id in ({listed})")
