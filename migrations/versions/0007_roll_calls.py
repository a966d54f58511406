"""Votes belong to a roll call, which is the record and is cited once; a vote is a row of it.

Why: a record and a citation a vote were half of all records and nearly half of all citations, and one resolution could
have one list of votes only: none in committee, none on a paragraph, none corrected.
Data: the votes on a measure become one roll call, of the load that has most of them. What is written of all of its
votes alike is written of the roll call; what is written of one vote (another note, line or page) stays, with its State
as its field. What named, tagged or related a vote does so to its roll call. An id that is not made from measure and
State is kept in former_ids; so is that of a relation that would now say what another one says. Where and when a roll
call was taken was never said, and is left empty.
Undo: each vote is a record again, with its id and citations; of the roll calls on a measure only the final one on the
whole text has a place. What was said of a roll call other than its votes is said of its first vote. Folders that have
roll calls are read again when they are loaded next, for what is lost here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import Any

import sqlalchemy as sa
from alembic import op

from cyberdiplo.store.batch import batch

revision, down_revision = "0007", "0006"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KINDS = (
    *("country", "organisation", "forum", "process", "meeting", "speaker", "measure", "statement", "figure", "topic"),
    *("source", "affiliation", "participation", "measure_event", "{}", "membership", "relation"),
)
CITATION = ("source_id", "locator", "anchor", "support", "confidence", "url", "mirror_url", "note", "load_id")
PLACE = 3  # the first of these are part of the key
LINKS = (  # what may name any record, and so a vote or a roll call
    ("record_topics", "record_id", ("topic_id",)),
    ("names", "record_id", ("lang", "type", "name")),
    ("identifiers", "record_id", ()),
    ("relations", "subject_id", ()),
    ("relations", "object_id", ()),
    ("statements", "stance_target_id", ()),
    ("figures", "subject_id", ()),
    ("figures", "attributed_to_id", ()),
    ("measures", "issuer_id", ()),
    ("sources", "author_id", ()),
    ("memberships", "member_id", ()),
    ("memberships", "group_id", ()),
)
Row = tuple[Any, ...]


def upgrade() -> None:
    _allow("vote", "roll_call")
    _deferred()
    votes = _all("select id, measure_id, country_id, vote, load_id from votes order by measure_id, country_id")
    calls = {measure: _roll_call(measure, rows) for measure, rows in _by(votes, 1).items()}  # measure: (id, load)
    of = {vote_id: calls[measure][0] for vote_id, measure, *_ in votes}
    op.drop_table("votes")
    _make_tables()
    _insert("records", ("id", "kind", "load_id"), ((one, "roll_call", load) for one, load in calls.values()))
    rows = ((one, measure, load) for measure, (one, load) in calls.items())
    _insert("roll_calls", ("id", "measure_id", "load_id"), rows)
    cast = ((of[vote_id], country, vote, load) for vote_id, _, country, vote, load in votes)
    _insert("votes", ("roll_call_id", "country_id", "vote", "load_id"), cast)
    own = ((i, of[i], country, load) for i, measure, country, _, load in votes if i != _usual(measure, country))
    _insert("former_ids", ("id", "record_id", "field", "load_id"), own)
    _cite(_of_roll_calls(votes, calls), of)
    _point(of, {call: measure for measure, (call, _) in calls.items()})
    op.execute("delete from records where kind = 'vote'")
    _settled()
    _allow("roll_call")


def downgrade() -> None:
    _allow("vote", "roll_call")
    _deferred()
    calls = _all("select id, measure_id, load_id from roll_calls order by id")
    former = {(call, country): i for i, call, country in _all("select id, record_id, field from former_ids")}
    taken = {i for (i,) in _all("select id from records")}
    best = """
        select votes.roll_call_id, roll_calls.measure_id, votes.country_id, votes.vote, votes.load_id
        from votes join roll_calls on roll_calls.id = votes.roll_call_id
        order by exists (select 1 from roll_calls as others where others.corrects_id = roll_calls.id),
          roll_calls.part is not null, coalesce(roll_calls.stage, '') = 'committee', roll_calls.vote_date desc,
          roll_calls.id desc, votes.country_id
    """
    votes: dict[tuple[str, str], Row] = {}
    for call, measure, country, vote, load in _all(best):
        if (measure, country) not in votes:
            vote_id = former.get((call, country)) or _free(_usual(measure, country), taken)
            taken.add(vote_id)
            votes[measure, country] = (vote_id, call, country, vote, load)
    op.execute("update loads set digest = 'undone' where digest <> '' and id in (select load_id from roll_calls)")
    measures = {call: measure for call, measure, _ in calls}
    first = {call: min(rows, key=lambda row: row[2])[0] for call, rows in _by(votes.values(), 1).items()}
    cited = list(_of_votes(votes.values(), {call: load for call, _, load in calls}))
    op.drop_table("votes")
    op.drop_table("former_ids")
    op.drop_table("roll_calls")
    _make_old_table()
    _insert("records", ("id", "kind", "load_id"), ((i, "vote", load) for i, _, _, _, load in votes.values()))
    rows = ((i, measures[call], country, vote, load) for i, call, country, vote, load in votes.values())
    _insert("votes", ("id", "measure_id", "country_id", "vote", "load_id"), rows)
    _cite(cited, measures)
    _point(measures | first, {})
    op.execute("delete from records where kind = 'roll_call'")
    _settled()
    _allow("vote")


# --- roll calls and their votes ----------------------------------------------------------------


def _usual(measure: str, country: str) -> str:
    """The id of a vote that a rule gives back, and that no table need hold."""
    return f"vote-{measure}-{country.lower()}"


def _roll_call(measure: str, votes: list[Row]) -> tuple[str, int]:
    """Its id and load: the one with most of the votes, of several the first."""
    loads = Counter(load for *_, load in votes)
    taken = {i for (i,) in _all("select id from records where id like :id", id=f"{measure}-roll-call%")}
    return _free(f"{measure}-roll-call", taken), min(loads, key=lambda load: (-loads[load], load))


def _free(wanted: str, taken: set[str]) -> str:
    return next(name for name in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if name not in taken)


def _of_roll_calls(votes: list[Row], calls: dict[str, tuple[str, int]]) -> Iterator[Row]:
    """The citations of votes as those of their roll calls: record, field, and the rest.

    Where every vote of the roll call's own load is cited at a place, what most of them say there is said of the roll
    call; all else is said of the one State.
    """
    cited = _by(_all(f"select record_id, field, {', '.join(CITATION)} from citations"), 0)
    for measure, rows in _by(votes, 1).items():
        call, load = calls[measure]
        places: dict[Row, list[tuple[Row, Row]]] = defaultdict(list)  # (field, source, locator, anchor): (vote, rest)
        for vote in rows:
            for _, field, *cells in cited.get(vote[0], []):
                places[field, *cells[:PLACE]].append((vote, tuple(cells)))
        mine = {vote[0] for vote in rows if vote[4] == load}
        for (field, *_), said in places.items():
            usual = None
            if {vote[0] for vote, _ in said} >= mine:
                counted = Counter(rest for vote, rest in said if vote[0] in mine)
                usual = max(counted, key=lambda rest: (counted[rest], [str(cell or "") for cell in rest[:-1]]))
                yield call, field, *usual
            for vote, rest in said:
                if rest != usual or vote[0] not in mine:
                    yield call, f"{vote[2]} {field}".strip(), *rest


def _of_votes(votes: Iterable[Row], loads: dict[str, int]) -> Iterator[Row]:
    """The citations of roll calls as those of their votes."""
    cited = _by(
        _all(
            f"select record_id, field, {', '.join(CITATION)} from citations"
            " where record_id in (select id from roll_calls)"
        ),
        0,
    )
    for call, rows in _by(votes, 1).items():
        own: dict[tuple[str, str], list[Row]] = defaultdict(list)
        common: list[tuple[str, Row]] = []
        countries = {row[2] for row in rows}
        for _, said, *cells in cited.get(call, []):
            country, _, field = said.partition(" ")
            if country in countries:
                own[country, field].append(tuple(cells))
            else:
                common.append((said if said in ("id", "measure_id", "country_id", "vote") else "", tuple(cells)))
        for vote_id, _, country, _, load in rows:
            seen = set()
            theirs = [(field, rest) for (one, field), many in own.items() if one == country for rest in many]
            for field, rest in [*theirs, *(common if load == loads[call] else [])]:
                if (field, *rest[:PLACE]) not in seen:
                    seen.add((field, *rest[:PLACE]))
                    yield vote_id, field, *rest


# --- what names a record -----------------------------------------------------------------------


def _cite(rows: Iterable[Row], before: Iterable[str]) -> None:
    """Put citations in the place of those of other records."""
    rows = list(rows)
    _remove("citations", "record_id", before)
    _insert("citations", ("record_id", "field", *CITATION), rows)


def _point(ids: dict[str, str], measures: dict[str, str]) -> None:
    """Whatever names one of these records names what it has become; what would then be said twice is said once.

    What was said of two votes of one roll call is said of the roll call and its measure.
    """
    for table, column, key in LINKS:
        names = [one["name"] for one in sa.inspect(op.get_bind()).get_columns(table)]
        place = names.index(column)
        found = [row for row in _all(f"select {', '.join(names)} from {table}") if row[place] in ids]
        if table == "relations":
            for row in found:
                relation = dict(zip(names, row, strict=True))
                new = ids[row[place]]
                other = relation["subject_id" if column == "object_id" else "object_id"]
                _relate(relation, column, measures[new] if new == other else new)
            continue
        if not key:
            for one in {row[place] for row in found}:
                change = f"update {table} set {column} = :new where {column} = :old"
                op.get_bind().execute(sa.text(change), {"new": ids[one], "old": one})
            continue
        _remove(table, column, ids)
        there = {tuple(row) for row in _all(f"select {column}, {', '.join(key)} from {table}")}
        for row in found:
            moved = [ids[row[place]] if number == place else value for number, value in enumerate(row)]
            if (fact := tuple(moved[names.index(name)] for name in (column, *key))) not in there:
                there.add(fact)
                _insert(table, tuple(names), [tuple(moved)])


def _relate(row: dict[str, Any], column: str, record: str) -> None:
    """A relation of what a record has become; one that is there already has the citations of both."""
    new = {**row, column: record}
    same = (
        "select id from relations where subject_id = :subject_id and predicate = :predicate and object_id = :object_id"
        " and coalesce(start_date, '') = coalesce(cast(:start_date as text), '') and id <> :id"
    )
    ends = {name: new[name] for name in ("id", "subject_id", "predicate", "object_id", "start_date")}
    there = [i for (i,) in _all(same, **ends)]
    run = op.get_bind().execute
    if not there:
        run(sa.text(f"update relations set {column} = :record where id = :id"), {"record": record, "id": row["id"]})
        return
    columns = ("record_id", "field", *CITATION)
    moved = _all(f"select {', '.join(columns)} from citations where record_id = :id", id=row["id"])
    known = {
        cells[1:5] for cells in _all(f"select {', '.join(columns)} from citations where record_id = :id", id=there[0])
    }
    _insert("citations", columns, [(there[0], *cells[1:]) for cells in moved if cells[1:5] not in known])
    if sa.inspect(op.get_bind()).has_table("former_ids"):
        _insert("former_ids", ("id", "record_id", "load_id"), [(row["id"], there[0], row["load_id"])])
    for table, of in (("citations", "record_id"), ("relations", "id"), ("records", "id")):
        _remove(table, of, [row["id"]])


# --- tables ------------------------------------------------------------------------------------


def _key(table: str, columns: list[str], targets: list[str]) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{'_'.join(columns)}")
    return sa.ForeignKeyConstraint(columns, targets, name=name, deferrable=True, initially="IMMEDIATE")


def _is_date(column: str) -> str:
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


def _make_tables() -> None:
    op.create_table(
        "roll_calls",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("measure_id", TEXT, nullable=False),
        *(sa.Column(name, TEXT) for name in ("event_id", "stage", "part", "vote_date", "corrects_id")),
        sa.Column("kind", TEXT, server_default="roll_call", nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_calls")),
        sa.CheckConstraint("stage in ('committee', 'plenary')", name=op.f("ck_roll_calls_stage_known")),
        sa.CheckConstraint(_is_date("vote_date"), name=op.f("ck_roll_calls_vote_date_is_date")),
        sa.CheckConstraint("trim(part) <> ''", name=op.f("ck_roll_calls_not_blank")),
        sa.CheckConstraint("substr(part, 1, 1) not between '0' and '9'", name=op.f("ck_roll_calls_part_says_what")),
        sa.CheckConstraint("corrects_id <> id", name=op.f("ck_roll_calls_not_its_own_correction")),
        sa.CheckConstraint("kind = 'roll_call'", name=op.f("ck_roll_calls_kind")),
        _key("roll_calls", ["id", "kind"], ["records.id", "records.kind"]),
        _key("roll_calls", ["measure_id"], ["measures.id"]),
        _key("roll_calls", ["event_id"], ["measure_events.id"]),
        _key("roll_calls", ["corrects_id"], ["roll_calls.id"]),
        _key("roll_calls", ["load_id"], ["loads.id"]),
        sqlite_strict=True,
    )
    for column in ("corrects_id", "event_id"):
        op.create_index(op.f(f"ix_roll_calls_{column}"), "roll_calls", [column])
    may_be_empty = ("stage", "part", "event_id", "vote_date", "corrects_id")
    fact: list[str | sa.TextClause] = ["measure_id", *(sa.text(f"coalesce({name}, '')") for name in may_be_empty)]
    op.create_index(op.f("uq_roll_calls_fact"), "roll_calls", fact, unique=True)
    op.create_table(
        "votes",
        *(sa.Column(name, TEXT, nullable=False) for name in ("roll_call_id", "country_id", "vote")),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("roll_call_id", "country_id", name=op.f("pk_votes")),
        sa.CheckConstraint("vote in ('yes', 'no', 'abstain', 'absent')", name=op.f("ck_votes_vote_known")),
        _key("votes", ["roll_call_id"], ["roll_calls.id"]),
        _key("votes", ["country_id"], ["countries.id"]),
        _key("votes", ["load_id"], ["loads.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_votes_country_id"), "votes", ["country_id"])
    op.create_table(
        "former_ids",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("field", TEXT, server_default="", nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_ids")),
        sa.CheckConstraint("trim(id) <> ''", name=op.f("ck_former_ids_not_blank")),
        sa.CheckConstraint("id <> record_id", name=op.f("ck_former_ids_not_still_its_id")),
        _key("former_ids", ["record_id"], ["records.id"]),
        _key("former_ids", ["load_id"], ["loads.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_former_ids_record_id"), "former_ids", ["record_id"])


def _make_old_table() -> None:
    op.create_table(
        "votes",
        *(sa.Column(name, TEXT, nullable=False) for name in ("id", "measure_id", "country_id", "vote")),
        sa.Column("kind", TEXT, server_default="vote", nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
        sa.CheckConstraint("kind = 'vote'", name=op.f("ck_votes_kind")),
        sa.CheckConstraint("vote in ('yes', 'no', 'abstain', 'absent')", name=op.f("ck_votes_vote_known")),
        _key("votes", ["country_id"], ["countries.id"]),
        _key("votes", ["id", "kind"], ["records.id", "records.kind"]),
        _key("votes", ["load_id"], ["loads.id"]),
        _key("votes", ["measure_id"], ["measures.id"]),
        sa.UniqueConstraint("measure_id", "country_id", name=op.f("uq_votes_measure_id_country_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_votes_country_id"), "votes", ["country_id"])


def _allow(*kinds: str) -> None:
    """Let records be of these kinds, and of all that are neither votes nor roll calls."""
    known = ", ".join(f"'{one}'" for kind in KINDS for one in (kinds if kind == "{}" else (kind,)))
    with batch("records") as records:
        records.drop_constraint(op.f("ck_records_kind_known"), type_="check")
        records.create_check_constraint(op.f("ck_records_kind_known"), f"kind in ({known})")


def _deferred() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("set constraints all deferred")


def _settled() -> None:
    """References are checked, and tables can be changed again."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("set constraints all immediate")


# --- rows --------------------------------------------------------------------------------------


def _all(sql: str, **values: Any) -> list[Row]:
    return [tuple(row) for row in op.get_bind().execute(sa.text(sql), values)]


def _by(rows: Iterable[Row], place: int) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[place]].append(row)
    return dict(found)


def _insert(table: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    sql = f"insert into {table} ({', '.join(columns)}) values ({', '.join(f':{name}' for name in columns)})"
    if made := [dict(zip(columns, row, strict=True)) for row in rows]:
        op.get_bind().execute(sa.text(sql), made)


def _remove(table: str, column: str, ids: Iterable[str]) -> None:
    if made := [{"id": one} for one in ids]:
        op.get_bind().execute(sa.text(f"delete from {table} where {column} = :id"), made)
