"""The open vocabularies are tables, which curators and users extend with rows.

Why: a new code cost a migration and a release, and whoever opened the database in another tool found codes without
what they mean.
Data: the codes of today are entered, named by themselves until the shipped vocabularies are loaded, which an upgrade
does in the same transaction. Rows stay as they are.
Undo: the lists are part of the tables' rules again; a word that they did not have stands as one that they had (INSTEAD).
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from cyberdiplo.store.batch import batch

revision, down_revision = "0005", "0004"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by code point on every server

# What is a word of which vocabulary: table -> column -> table of the words.
COLUMNS = {
    "organisations": {"type": "organisation_types"},
    "forums": {"type": "forum_types"},
    "processes": {"type": "process_types"},
    "meetings": {"type": "meeting_types"},
    "participations": {"role": "participation_roles", "capacity": "capacities"},
    "measures": {"type": "measure_types"},
    "measure_events": {"type": "step_types", "method": "adoption_methods"},
    "statements": {"type": "statement_types"},
    "figures": {"unit": "units"},
    "relations": {"predicate": "predicates"},
    "memberships": {"role": "membership_roles"},
    "names": {"type": "name_types"},
    "identifiers": {"scheme": "identifier_schemes"},
    "sources": {"type": "source_types", "record_type": "record_types"},
}
CODES = {
    "organisation_types": """
        intergovernmental union_institution government ministry agency parliament court standards_body
        technical_committee company industry_association university research_institute ngo media partnership
        political_group secretariat other
    """,
    "forum_types": """
        assembly council committee commission group working_group task_force focus_group summit conference dialogue
        initiative network other
    """,
    "process_types": """
        expert_group open_ended_group ad_hoc_committee negotiation session_series work_track programme mechanism
        initiative call dialogue review conference_series other
    """,
    "meeting_types": """
        session organisational_session substantive_session thematic_session intersessional consultation plenary
        ministerial summit conference round_table side_event signing press meeting
    """,
    "participation_roles": """
        host organiser chair co_chair vice_chair moderator rapporteur speaker panellist participant expert member
        observer proposer supporter signatory secretariat
    """,
    "capacities": """
        state intergovernmental standards_body private_sector academia civil_society partnership media personal
        unknown
    """,
    "measure_types": """
        law bill regulation directive delegated_act decision resolution treaty agreement declaration communique
        commitment norm principle confidence_building_measure standard framework code_of_practice guideline
        certification_scheme label_scheme programme initiative call recommendation strategy policy report proposal
        notification trade_concern
    """,
    "step_types": """
        announced proposed introduced adopted signed published opened_for_signature ratified entered_into_force
        applied launched notified raised discussed endorsed reaffirmed used reviewed amended withdrawn replaced
        planned
    """,
    "adoption_methods": "recorded_vote without_vote consensus",
    "statement_types": """
        position proposal commitment recommendation call concern finding description question answer conclusion
        procedure fact
    """,
    "units": "count percent usd eur multiple year",
    "predicates": """
        succeeds competes_with proposed_to_replace builds_on implements amends establishes extends references
        mentions supports opposes cooperates_with compares_with complements part_of organises develops uses
        reports_to outcome_of
    """,
    "membership_roles": "member observer candidate participant signatory party",
    "name_types": "official acronym alias former as_recorded",
    "identifier_schemes": """
        un wto oecd celex eu eli iso iec iso_iec etsi itu nist ieee national regional article wikidata doi url
    """,
    "source_types": "report communique news chapter text web_page resolution law dataset",
    "record_types": "verbatim summary news compilation instrument",
    "languages": """
        fr en es ru ar zh de pt it nl vi ja ko id ms th hi fa he tr uk pl cs ro el sv no da fi et lv lt mul und
    """,
}


def upgrade() -> None:
    connection = op.get_bind()
    for name in CODES:
        op.create_table(
            name,
            sa.Column("code", TEXT, nullable=False),
            sa.Column("label_fr", TEXT, nullable=False),
            sa.Column("label_en", TEXT, nullable=False),
            sa.Column("meaning_fr", TEXT),
            sa.Column("meaning_en", TEXT),
            sa.Column("synonyms", TEXT),
            sa.Column("sort", sa.Integer, nullable=False, server_default="0"),
            sa.Column("load_id", sa.Integer, nullable=False),
            sa.PrimaryKeyConstraint("code", name=op.f(f"pk_{name}")),
            sa.CheckConstraint(
                "trim(label_fr) <> '' and trim(label_en) <> ''",
                name=op.f(f"ck_{name}_not_blank"),
            ),
            sa.CheckConstraint(
                "ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''",
                name=op.f(f"ck_{name}_code_is_word"),
            ),
            sa.ForeignKeyConstraint(
                ["load_id"], ["loads.id"], name=op.f(f"fk_{name}_load_id"), deferrable=True, initially="IMMEDIATE"
            ),
            sqlite_strict=True,
        )
    if connection.execute(sa.text("select 1 from records limit 1")).fetchone():  # else the first load brings them
        _enter(connection)
    for table, columns in COLUMNS.items():
        with batch(table) as changed:
            for column, words in columns.items():
                changed.drop_constraint(op.f(f"ck_{table}_{column}_known"), type_="check")
                changed.create_foreign_key(
                    op.f(f"fk_{table}_{column}"), words, [column], ["code"], deferrable=True, initially="IMMEDIATE"
                )


def _enter(connection: sa.Connection) -> None:
    number = connection.execute(sa.text("select coalesce(max(id), 0) + 1 from loads")).scalar_one()
    load = sa.text(
        "insert into loads (id, dataset, folder, origin, loaded_at, version, files, rows, digest)"
        " values (:id, 'cyberdiplo/seeds', 'vocabularies', '', :now, '', 0, :rows, 'codes')"
    )
    rows = sum(len(codes.split()) for codes in CODES.values())
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute(load, {"id": number, "now": now, "rows": rows})
    for name, codes in CODES.items():
        word = sa.text(
            f"insert into {name} (code, label_fr, label_en, sort, load_id) values (:code, :code, :code, :sort, :load)"
        )
        found = [{"code": code, "sort": sort, "load": number} for sort, code in enumerate(codes.split(), 1)]
        connection.execute(word, found)


# What a word that was added since stands under in an earlier version, which had fixed lists; else what is the last of it.
INSTEAD = {
    "meeting_types": "meeting",
    "participation_roles": "participant",
    "measure_types": "policy",
    "step_types": "announced",
    "predicates": "references",
    "name_types": "alias",
    "membership_roles": "participant",
    "units": "count",
    "source_types": "text",
}


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        for column, words in columns.items():
            _put_instead(table, column, words)
        with batch(table) as changed:
            for column, words in columns.items():
                changed.drop_constraint(op.f(f"fk_{table}_{column}"), type_="foreignkey")
                codes = ", ".join(f"'{code}'" for code in CODES[words].split())
                changed.create_check_constraint(op.f(f"ck_{table}_{column}_known"), f"{column} in ({codes})")
    for name in CODES:
        op.drop_table(name)
    op.execute("delete from loads where folder = 'vocabularies' and dataset = 'cyberdiplo/seeds'")


def _put_instead(table: str, column: str, words: str) -> None:
    """Let rows have words of the list only; those of the program are loaded again from their folders."""
    codes = CODES[words].split()
    listed = ", ".join(f"'{code}'" for code in codes)
    added = f"{column} not in ({listed})"
    made = f"select load_id from {table} where {added}"
    op.execute(f"update loads set digest = 'undone' where digest <> '' and id in ({made})")
    op.execute(f"update {table} set {column} = '{INSTEAD.get(words, codes[-1])}' where {added}")
