"""The tables of cyberdiplo.

Why: the first schema.
Data: none yet.
Undo: everything goes; the seed files keep it.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by code point on every server
NUMBER: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def is_date(column: str) -> str:
    """A real day, month or year, as precise as the source and no more."""
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


def key(table: str, columns: list[str], targets: list[str]) -> sa.ForeignKeyConstraint:
    """A foreign key that a load may leave unchecked until its end."""
    name = op.f(f"fk_{table}_{'_'.join(columns)}")
    return sa.ForeignKeyConstraint(columns, targets, name=name, deferrable=True, initially="IMMEDIATE")


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.create_table(
        "loads",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("dataset", TEXT, nullable=False),
        sa.Column("folder", TEXT, nullable=False),
        sa.Column("loaded_at", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("files", sa.Integer, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loads")),
        sa.CheckConstraint("files >= 0 and rows >= 0", name=op.f("ck_loads_files_counted")),
        sqlite_strict=True,
    )
    op.create_table(
        "name_index",
        sa.Column("norm", TEXT, nullable=False),
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("weak", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_name_index_norm"), "name_index", ["norm", "kind"])
    op.create_table(
        "records",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_records")),
        sa.CheckConstraint(
            "kind = 'country' and ltrim(id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = '' and length(id) between 2 and 3 or kind <> 'country' and ltrim(id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = '' and id not like '-%' and id not like '%-' and id not like '%--%'",
            name=op.f("ck_records_id_readable"),
        ),
        sa.CheckConstraint(
            "kind in ('country', 'organisation', 'forum', 'process', 'meeting', 'speaker', 'measure', 'statement', 'figure', 'topic', 'source', 'affiliation', 'participation', 'measure_event', 'vote', 'membership', 'relation')",
            name=op.f("ck_records_kind_known"),
        ),
        key("records", ["load_id"], ["loads.id"]),
        sa.UniqueConstraint("id", "kind", name=op.f("uq_records_id_kind")),
        sqlite_strict=True,
    )
    op.create_table(
        "countries",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("alpha2", TEXT, nullable=True),
        sa.Column("m49", TEXT, nullable=True),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'country'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_countries")),
        sa.CheckConstraint(
            "length(alpha2) = 2 and ltrim(alpha2, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''",
            name=op.f("ck_countries_alpha2_is_code"),
        ),
        sa.CheckConstraint("length(m49) = 3 and ltrim(m49, '0123456789') = ''", name=op.f("ck_countries_m49_is_code")),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_countries_not_blank")),
        sa.CheckConstraint(
            "type in ('state', 'union', 'territory', 'former_state')", name=op.f("ck_countries_type_known")
        ),
        key("countries", ["id", "kind"], ["records.id", "records.kind"]),
        key("countries", ["load_id"], ["loads.id"]),
        sa.UniqueConstraint("alpha2", name=op.f("uq_countries_alpha2")),
        sa.UniqueConstraint("m49", name=op.f("uq_countries_m49")),
        sqlite_strict=True,
    )
    op.create_table(
        "identifiers",
        sa.Column("scheme", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("scheme", "value", name=op.f("pk_identifiers")),
        sa.CheckConstraint("trim(value) <> ''", name=op.f("ck_identifiers_not_blank")),
        sa.CheckConstraint(
            "scheme in ('un', 'wto', 'oecd', 'celex', 'eu', 'eli', 'iso', 'iec', 'iso_iec', 'etsi', 'itu', 'nist', 'ieee', 'national', 'regional', 'article', 'wikidata', 'doi', 'url')",
            name=op.f("ck_identifiers_scheme_known"),
        ),
        key("identifiers", ["load_id"], ["loads.id"]),
        key("identifiers", ["record_id"], ["records.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_identifiers_record_id"), "identifiers", ["record_id"])
    op.create_table(
        "memberships",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("member_id", TEXT, nullable=False),
        sa.Column("group_id", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("start_date", TEXT, nullable=True),
        sa.Column("end_date", TEXT, nullable=True),
        sa.Column("attested_on", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'membership'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.CheckConstraint(is_date("attested_on"), name=op.f("ck_memberships_attested_on_is_date")),
        sa.CheckConstraint("start_date is not null or attested_on is not null", name=op.f("ck_memberships_dated")),
        sa.CheckConstraint(is_date("end_date"), name=op.f("ck_memberships_end_date_is_date")),
        sa.CheckConstraint(
            "substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))",
            name=op.f("ck_memberships_end_not_before_start"),
        ),
        sa.CheckConstraint("member_id <> group_id", name=op.f("ck_memberships_not_of_itself")),
        sa.CheckConstraint(
            "role in ('member', 'observer', 'candidate', 'participant', 'signatory', 'party')",
            name=op.f("ck_memberships_role_known"),
        ),
        sa.CheckConstraint(is_date("start_date"), name=op.f("ck_memberships_start_date_is_date")),
        key("memberships", ["group_id"], ["records.id"]),
        key("memberships", ["id", "kind"], ["records.id", "records.kind"]),
        key("memberships", ["load_id"], ["loads.id"]),
        key("memberships", ["member_id"], ["records.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_memberships_group_id"), "memberships", ["group_id"])
    op.create_index(
        op.f("uq_memberships_fact"),
        "memberships",
        ["member_id", "group_id", "role", sa.text("coalesce(start_date, attested_on)")],
        unique=True,
    )
    op.create_table(
        "names",
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("lang", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("weak", sa.Integer, nullable=False, server_default="0"),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "lang", "type", "name", name=op.f("pk_names")),
        sa.CheckConstraint(
            "length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''",
            name=op.f("ck_names_lang_is_tag"),
        ),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_names_not_blank")),
        sa.CheckConstraint(
            "type in ('official', 'acronym', 'alias', 'former', 'as_recorded')", name=op.f("ck_names_type_known")
        ),
        sa.CheckConstraint("weak in (0, 1)", name=op.f("ck_names_weak_is_flag")),
        key("names", ["load_id"], ["loads.id"]),
        key("names", ["record_id"], ["records.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "relations",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("subject_id", TEXT, nullable=False),
        sa.Column("predicate", TEXT, nullable=False),
        sa.Column("object_id", TEXT, nullable=False),
        sa.Column("start_date", TEXT, nullable=True),
        sa.Column("end_date", TEXT, nullable=True),
        sa.Column("attested_on", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'relation'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relations")),
        sa.CheckConstraint(is_date("attested_on"), name=op.f("ck_relations_attested_on_is_date")),
        sa.CheckConstraint(is_date("end_date"), name=op.f("ck_relations_end_date_is_date")),
        sa.CheckConstraint(
            "substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))",
            name=op.f("ck_relations_end_not_before_start"),
        ),
        sa.CheckConstraint("subject_id <> object_id", name=op.f("ck_relations_not_with_itself")),
        sa.CheckConstraint(
            "predicate in ('succeeds', 'competes_with', 'proposed_to_replace', 'builds_on', 'implements', 'amends', 'establishes', 'extends', 'references', 'mentions', 'supports', 'opposes', 'cooperates_with', 'compares_with', 'complements', 'part_of', 'organises', 'develops', 'uses', 'reports_to', 'outcome_of')",
            name=op.f("ck_relations_predicate_known"),
        ),
        sa.CheckConstraint(is_date("start_date"), name=op.f("ck_relations_start_date_is_date")),
        key("relations", ["id", "kind"], ["records.id", "records.kind"]),
        key("relations", ["load_id"], ["loads.id"]),
        key("relations", ["object_id"], ["records.id"]),
        key("relations", ["subject_id"], ["records.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_relations_object_id"), "relations", ["object_id"])
    op.create_index(
        op.f("uq_relations_fact"),
        "relations",
        ["subject_id", "predicate", "object_id", sa.text("coalesce(start_date, '')")],
        unique=True,
    )
    op.create_table(
        "speakers",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("given_name", TEXT, nullable=True),
        sa.Column("family_name", TEXT, nullable=False),
        sa.Column("sort_name", TEXT, nullable=False),
        sa.Column("kind", TEXT, sa.Computed("'speaker'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
        sa.CheckConstraint("trim(family_name) <> '' and trim(sort_name) <> ''", name=op.f("ck_speakers_not_blank")),
        key("speakers", ["id", "kind"], ["records.id", "records.kind"]),
        key("speakers", ["load_id"], ["loads.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "topics",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("parent_id", TEXT, nullable=True),
        sa.Column("sort", sa.Integer, nullable=False),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'topic'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_topics_not_blank")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_topics_not_own_parent")),
        key("topics", ["id", "kind"], ["records.id", "records.kind"]),
        key("topics", ["load_id"], ["loads.id"]),
        key("topics", ["parent_id"], ["topics.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_topics_parent_id"), "topics", ["parent_id"])
    op.create_table(
        "organisations",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("country_id", TEXT, nullable=True),
        sa.Column("parent_id", TEXT, nullable=True),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'organisation'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_organisations_not_blank")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_organisations_not_own_parent")),
        sa.CheckConstraint(
            "type in ('intergovernmental', 'union_institution', 'government', 'ministry', 'agency', 'parliament', 'court', 'standards_body', 'technical_committee', 'company', 'industry_association', 'university', 'research_institute', 'ngo', 'media', 'partnership', 'political_group', 'secretariat', 'other')",
            name=op.f("ck_organisations_type_known"),
        ),
        key("organisations", ["country_id"], ["countries.id"]),
        key("organisations", ["id", "kind"], ["records.id", "records.kind"]),
        key("organisations", ["load_id"], ["loads.id"]),
        key("organisations", ["parent_id"], ["organisations.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_organisations_country_id"), "organisations", ["country_id"])
    op.create_index(op.f("ix_organisations_parent_id"), "organisations", ["parent_id"])
    op.create_table(
        "record_topics",
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("topic_id", TEXT, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "topic_id", name=op.f("pk_record_topics")),
        key("record_topics", ["load_id"], ["loads.id"]),
        key("record_topics", ["record_id"], ["records.id"]),
        key("record_topics", ["topic_id"], ["topics.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_record_topics_topic_id"), "record_topics", ["topic_id"])
    op.create_table(
        "affiliations",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("speaker_id", TEXT, nullable=False),
        sa.Column("organisation_id", TEXT, nullable=False),
        sa.Column("position_fr", TEXT, nullable=True),
        sa.Column("position_en", TEXT, nullable=True),
        sa.Column("start_date", TEXT, nullable=True),
        sa.Column("end_date", TEXT, nullable=True),
        sa.Column("attested_on", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'affiliation'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliations")),
        sa.CheckConstraint(is_date("attested_on"), name=op.f("ck_affiliations_attested_on_is_date")),
        sa.CheckConstraint("start_date is not null or attested_on is not null", name=op.f("ck_affiliations_dated")),
        sa.CheckConstraint(is_date("end_date"), name=op.f("ck_affiliations_end_date_is_date")),
        sa.CheckConstraint(
            "substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))",
            name=op.f("ck_affiliations_end_not_before_start"),
        ),
        sa.CheckConstraint(
            "(position_fr is null) = (position_en is null)", name=op.f("ck_affiliations_position_in_both_languages")
        ),
        sa.CheckConstraint(is_date("start_date"), name=op.f("ck_affiliations_start_date_is_date")),
        key("affiliations", ["id", "kind"], ["records.id", "records.kind"]),
        key("affiliations", ["load_id"], ["loads.id"]),
        key("affiliations", ["organisation_id"], ["organisations.id"]),
        key("affiliations", ["speaker_id"], ["speakers.id"]),
        sa.UniqueConstraint("id", "speaker_id", name=op.f("uq_affiliations_id_speaker_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_affiliations_organisation_id"), "affiliations", ["organisation_id"])
    op.create_index(
        op.f("uq_affiliations_fact"),
        "affiliations",
        [
            "speaker_id",
            "organisation_id",
            sa.text("coalesce(position_en, '')"),
            sa.text("coalesce(start_date, attested_on)"),
        ],
        unique=True,
    )
    op.create_table(
        "forums",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("organisation_id", TEXT, nullable=True),
        sa.Column("parent_id", TEXT, nullable=True),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'forum'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forums")),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_forums_not_blank")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_forums_not_own_parent")),
        sa.CheckConstraint(
            "type in ('assembly', 'council', 'committee', 'commission', 'group', 'working_group', 'task_force', 'focus_group', 'summit', 'conference', 'dialogue', 'initiative', 'network', 'other')",
            name=op.f("ck_forums_type_known"),
        ),
        key("forums", ["id", "kind"], ["records.id", "records.kind"]),
        key("forums", ["load_id"], ["loads.id"]),
        key("forums", ["organisation_id"], ["organisations.id"]),
        key("forums", ["parent_id"], ["forums.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_forums_organisation_id"), "forums", ["organisation_id"])
    op.create_index(op.f("ix_forums_parent_id"), "forums", ["parent_id"])
    op.create_table(
        "sources",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("record_type", TEXT, nullable=True),
        sa.Column("publisher_id", TEXT, nullable=True),
        sa.Column("author_id", TEXT, nullable=True),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("published", TEXT, nullable=True),
        sa.Column("date_note", TEXT, nullable=True),
        sa.Column("date_reason_fr", TEXT, nullable=True),
        sa.Column("date_reason_en", TEXT, nullable=True),
        sa.Column("lang", TEXT, nullable=False),
        sa.Column("original_lang", TEXT, nullable=True),
        sa.Column("url", TEXT, nullable=True),
        sa.Column("retrieved_on", TEXT, nullable=True),
        sa.Column("file_name", TEXT, nullable=True),
        sa.Column("sha256", TEXT, nullable=True),
        sa.Column("rights_fr", TEXT, nullable=False),
        sa.Column("rights_en", TEXT, nullable=False),
        sa.Column("note_fr", TEXT, nullable=True),
        sa.Column("note_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'source'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.CheckConstraint(
            "date_note in ('inferred', 'approximate', 'uncertain')", name=op.f("ck_sources_date_note_known")
        ),
        sa.CheckConstraint(
            "date_note is null or date_reason_fr is not null", name=op.f("ck_sources_inferred_says_why")
        ),
        sa.CheckConstraint(
            "length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''",
            name=op.f("ck_sources_lang_is_tag"),
        ),
        sa.CheckConstraint(
            "trim(title) <> '' and trim(rights_fr) <> '' and trim(rights_en) <> ''", name=op.f("ck_sources_not_blank")
        ),
        sa.CheckConstraint("(note_fr is null) = (note_en is null)", name=op.f("ck_sources_note_in_both_languages")),
        sa.CheckConstraint(is_date("published"), name=op.f("ck_sources_published_is_date")),
        sa.CheckConstraint(
            "(date_reason_fr is null) = (date_reason_en is null)", name=op.f("ck_sources_reason_in_both_languages")
        ),
        sa.CheckConstraint(
            "record_type in ('verbatim', 'summary', 'news', 'compilation', 'instrument')",
            name=op.f("ck_sources_record_type_known"),
        ),
        sa.CheckConstraint(is_date("retrieved_on"), name=op.f("ck_sources_retrieved_on_is_date")),
        sa.CheckConstraint(
            "length(sha256) = 64 and ltrim(sha256, '0123456789abcdef') = ''", name=op.f("ck_sources_sha256_is_hex")
        ),
        sa.CheckConstraint(
            "type in ('report', 'communique', 'news', 'chapter', 'text', 'web_page', 'resolution', 'law', 'dataset')",
            name=op.f("ck_sources_type_known"),
        ),
        key("sources", ["author_id"], ["records.id"]),
        key("sources", ["id", "kind"], ["records.id", "records.kind"]),
        key("sources", ["load_id"], ["loads.id"]),
        key("sources", ["publisher_id"], ["organisations.id"]),
        sa.UniqueConstraint("sha256", name=op.f("uq_sources_sha256")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sources_author_id"), "sources", ["author_id"])
    op.create_index(op.f("ix_sources_publisher_id"), "sources", ["publisher_id"])
    op.create_table(
        "citations",
        sa.Column("record_id", TEXT, nullable=False),
        sa.Column("field", TEXT, nullable=False, server_default=""),
        sa.Column("source_id", TEXT, nullable=False),
        sa.Column("locator", TEXT, nullable=False),
        sa.Column("anchor", TEXT, nullable=False, server_default=""),
        sa.Column("support", TEXT, nullable=False),
        sa.Column("confidence", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=True),
        sa.Column("mirror_url", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "field", "source_id", "locator", "anchor", name=op.f("pk_citations")),
        sa.CheckConstraint(
            "length(anchor) - length(replace(anchor, ' ', '')) < 8", name=op.f("ck_citations_anchor_is_short")
        ),
        sa.CheckConstraint("confidence in ('high', 'medium')", name=op.f("ck_citations_confidence_known")),
        sa.CheckConstraint(
            "substr(locator, 1, 1) not between '0' and '9'", name=op.f("ck_citations_locator_says_what")
        ),
        sa.CheckConstraint("mirror_url is null or url is not null", name=op.f("ck_citations_mirror_beside_page")),
        sa.CheckConstraint("trim(locator) <> ''", name=op.f("ck_citations_not_blank")),
        sa.CheckConstraint("support in ('states', 'implies', 'contradicts')", name=op.f("ck_citations_support_known")),
        key("citations", ["load_id"], ["loads.id"]),
        key("citations", ["record_id"], ["records.id"]),
        key("citations", ["source_id"], ["sources.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_citations_source_id"), "citations", ["source_id"])
    op.create_table(
        "processes",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("forum_id", TEXT, nullable=True),
        sa.Column("mandate_id", TEXT, nullable=True),
        sa.Column("parent_id", TEXT, nullable=True),
        sa.Column("start_date", TEXT, nullable=True),
        sa.Column("end_date", TEXT, nullable=True),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("seats", sa.Integer, nullable=True),
        sa.Column("outcome_fr", TEXT, nullable=True),
        sa.Column("outcome_en", TEXT, nullable=True),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'process'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_processes")),
        sa.CheckConstraint(is_date("end_date"), name=op.f("ck_processes_end_date_is_date")),
        sa.CheckConstraint(
            "substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))",
            name=op.f("ck_processes_end_not_before_start"),
        ),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_processes_not_blank")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_processes_not_own_parent")),
        sa.CheckConstraint(
            "(outcome_fr is null) = (outcome_en is null)", name=op.f("ck_processes_outcome_in_both_languages")
        ),
        sa.CheckConstraint("seats >= 1", name=op.f("ck_processes_seats_counted")),
        sa.CheckConstraint(is_date("start_date"), name=op.f("ck_processes_start_date_is_date")),
        sa.CheckConstraint(
            "status in ('proposed', 'active', 'concluded', 'suspended', 'unknown')",
            name=op.f("ck_processes_status_known"),
        ),
        sa.CheckConstraint(
            "type in ('expert_group', 'open_ended_group', 'ad_hoc_committee', 'negotiation', 'session_series', 'work_track', 'programme', 'mechanism', 'initiative', 'call', 'dialogue', 'review', 'conference_series', 'other')",
            name=op.f("ck_processes_type_known"),
        ),
        key("processes", ["forum_id"], ["forums.id"]),
        key("processes", ["id", "kind"], ["records.id", "records.kind"]),
        key("processes", ["load_id"], ["loads.id"]),
        *(
            [] if postgresql else [key("processes", ["mandate_id"], ["measures.id"])]
        ),  # on PostgreSQL once measures are there
        key("processes", ["parent_id"], ["processes.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_processes_forum_id"), "processes", ["forum_id"])
    op.create_index(op.f("ix_processes_mandate_id"), "processes", ["mandate_id"])
    op.create_index(op.f("ix_processes_parent_id"), "processes", ["parent_id"])
    op.create_table(
        "measures",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("force", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("issuer_id", TEXT, nullable=True),
        sa.Column("country_id", TEXT, nullable=True),
        sa.Column("process_id", TEXT, nullable=True),
        sa.Column("parent_id", TEXT, nullable=True),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'measure'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measures")),
        sa.CheckConstraint("force in ('binding', 'voluntary', 'unknown')", name=op.f("ck_measures_force_known")),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_measures_not_blank")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_measures_not_own_parent")),
        sa.CheckConstraint(
            "status in ('announced', 'proposed', 'adopted', 'in_force', 'under_review', 'withdrawn', 'replaced', 'unknown')",
            name=op.f("ck_measures_status_known"),
        ),
        sa.CheckConstraint(
            "type in ('law', 'bill', 'regulation', 'directive', 'delegated_act', 'decision', 'resolution', 'treaty', 'agreement', 'declaration', 'communique', 'commitment', 'norm', 'principle', 'confidence_building_measure', 'standard', 'framework', 'code_of_practice', 'guideline', 'certification_scheme', 'label_scheme', 'programme', 'initiative', 'call', 'recommendation', 'strategy', 'policy', 'report', 'proposal', 'notification', 'trade_concern')",
            name=op.f("ck_measures_type_known"),
        ),
        key("measures", ["country_id"], ["countries.id"]),
        key("measures", ["id", "kind"], ["records.id", "records.kind"]),
        key("measures", ["issuer_id"], ["records.id"]),
        key("measures", ["load_id"], ["loads.id"]),
        key("measures", ["parent_id"], ["measures.id"]),
        key("measures", ["process_id"], ["processes.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_measures_country_id"), "measures", ["country_id"])
    op.create_index(op.f("ix_measures_issuer_id"), "measures", ["issuer_id"])
    op.create_index(op.f("ix_measures_parent_id"), "measures", ["parent_id"])
    op.create_index(op.f("ix_measures_process_id"), "measures", ["process_id"])
    op.create_table(
        "meetings",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("forum_id", TEXT, nullable=True),
        sa.Column("process_id", TEXT, nullable=True),
        sa.Column("parent_id", TEXT, nullable=True),
        sa.Column("start_date", TEXT, nullable=False),
        sa.Column("end_date", TEXT, nullable=True),
        sa.Column("date_note", TEXT, nullable=True),
        sa.Column("date_reason_fr", TEXT, nullable=True),
        sa.Column("date_reason_en", TEXT, nullable=True),
        sa.Column("start_time", TEXT, nullable=True),
        sa.Column("end_time", TEXT, nullable=True),
        sa.Column("place_fr", TEXT, nullable=True),
        sa.Column("place_en", TEXT, nullable=True),
        sa.Column("country_id", TEXT, nullable=True),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("name_fr", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("acronym_fr", TEXT, nullable=True),
        sa.Column("acronym_en", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'meeting'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.CheckConstraint(
            "date_note in ('inferred', 'approximate', 'uncertain')", name=op.f("ck_meetings_date_note_known")
        ),
        sa.CheckConstraint(is_date("end_date"), name=op.f("ck_meetings_end_date_is_date")),
        sa.CheckConstraint(
            "substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))",
            name=op.f("ck_meetings_end_not_before_start"),
        ),
        sa.CheckConstraint(
            "length(end_time) = 5 and substr(end_time, 3, 1) = ':' and ltrim(substr(end_time, 1, 2), '0123456789') = '' and ltrim(substr(end_time, 4, 2), '0123456789') = '' and end_time between '00:00' and '23:59' and substr(end_time, 4, 2) <= '59'",
            name=op.f("ck_meetings_end_time_is_time"),
        ),
        sa.CheckConstraint(
            "date_note is null or date_reason_fr is not null", name=op.f("ck_meetings_inferred_says_why")
        ),
        sa.CheckConstraint("trim(name_fr) <> '' and trim(name_en) <> ''", name=op.f("ck_meetings_not_blank")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_meetings_not_own_parent")),
        sa.CheckConstraint("(place_fr is null) = (place_en is null)", name=op.f("ck_meetings_place_in_both_languages")),
        sa.CheckConstraint(
            "(date_reason_fr is null) = (date_reason_en is null)", name=op.f("ck_meetings_reason_in_both_languages")
        ),
        sa.CheckConstraint("forum_id is not null or process_id is not null", name=op.f("ck_meetings_somewhere")),
        sa.CheckConstraint(is_date("start_date"), name=op.f("ck_meetings_start_date_is_date")),
        sa.CheckConstraint(
            "length(start_time) = 5 and substr(start_time, 3, 1) = ':' and ltrim(substr(start_time, 1, 2), '0123456789') = '' and ltrim(substr(start_time, 4, 2), '0123456789') = '' and start_time between '00:00' and '23:59' and substr(start_time, 4, 2) <= '59'",
            name=op.f("ck_meetings_start_time_is_time"),
        ),
        sa.CheckConstraint(
            "status in ('held', 'postponed', 'cancelled', 'planned', 'unknown')", name=op.f("ck_meetings_status_known")
        ),
        sa.CheckConstraint(
            "type in ('session', 'organisational_session', 'substantive_session', 'thematic_session', 'intersessional', 'consultation', 'plenary', 'ministerial', 'summit', 'conference', 'round_table', 'side_event', 'signing', 'press', 'meeting')",
            name=op.f("ck_meetings_type_known"),
        ),
        key("meetings", ["country_id"], ["countries.id"]),
        key("meetings", ["forum_id"], ["forums.id"]),
        key("meetings", ["id", "kind"], ["records.id", "records.kind"]),
        key("meetings", ["load_id"], ["loads.id"]),
        key("meetings", ["parent_id"], ["meetings.id"]),
        key("meetings", ["process_id"], ["processes.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_meetings_country_id"), "meetings", ["country_id"])
    op.create_index(op.f("ix_meetings_forum_id"), "meetings", ["forum_id"])
    op.create_index(op.f("ix_meetings_parent_id"), "meetings", ["parent_id"])
    op.create_index(op.f("ix_meetings_process_id"), "meetings", ["process_id"])
    op.create_index(op.f("ix_meetings_start_date"), "meetings", ["start_date"])
    op.create_table(
        "measure_events",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("measure_id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("event_date", TEXT, nullable=True),
        sa.Column("date_note", TEXT, nullable=True),
        sa.Column("date_reason_fr", TEXT, nullable=True),
        sa.Column("date_reason_en", TEXT, nullable=True),
        sa.Column("attested_on", TEXT, nullable=True),
        sa.Column("meeting_id", TEXT, nullable=True),
        sa.Column("country_id", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'measure_event'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure_events")),
        sa.CheckConstraint(is_date("attested_on"), name=op.f("ck_measure_events_attested_on_is_date")),
        sa.CheckConstraint(
            "date_note in ('inferred', 'approximate', 'uncertain')", name=op.f("ck_measure_events_date_note_known")
        ),
        sa.CheckConstraint("event_date is not null or attested_on is not null", name=op.f("ck_measure_events_dated")),
        sa.CheckConstraint(is_date("event_date"), name=op.f("ck_measure_events_event_date_is_date")),
        sa.CheckConstraint(
            "date_note is null or date_reason_fr is not null", name=op.f("ck_measure_events_inferred_says_why")
        ),
        sa.CheckConstraint(
            "(date_reason_fr is null) = (date_reason_en is null)",
            name=op.f("ck_measure_events_reason_in_both_languages"),
        ),
        sa.CheckConstraint(
            "type in ('announced', 'proposed', 'introduced', 'adopted', 'signed', 'published', 'opened_for_signature', 'ratified', 'entered_into_force', 'applied', 'launched', 'notified', 'raised', 'discussed', 'endorsed', 'reaffirmed', 'used', 'reviewed', 'amended', 'withdrawn', 'replaced', 'planned')",
            name=op.f("ck_measure_events_type_known"),
        ),
        key("measure_events", ["country_id"], ["countries.id"]),
        key("measure_events", ["id", "kind"], ["records.id", "records.kind"]),
        key("measure_events", ["load_id"], ["loads.id"]),
        key("measure_events", ["measure_id"], ["measures.id"]),
        key("measure_events", ["meeting_id"], ["meetings.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_measure_events_country_id"), "measure_events", ["country_id"])
    op.create_index(op.f("ix_measure_events_event_date"), "measure_events", ["event_date"])
    op.create_index(op.f("ix_measure_events_meeting_id"), "measure_events", ["meeting_id"])
    op.create_index(
        op.f("uq_measure_events_fact"),
        "measure_events",
        [
            "measure_id",
            "type",
            sa.text("coalesce(event_date, attested_on)"),
            sa.text("coalesce(country_id, '')"),
            sa.text("coalesce(meeting_id, '')"),
        ],
        unique=True,
    )
    op.create_table(
        "participations",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("meeting_id", TEXT, nullable=True),
        sa.Column("process_id", TEXT, nullable=True),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("capacity", TEXT, nullable=False),
        sa.Column("speaker_id", TEXT, nullable=True),
        sa.Column("affiliation_id", TEXT, nullable=True),
        sa.Column("organisation_id", TEXT, nullable=True),
        sa.Column("country_id", TEXT, nullable=True),
        sa.Column("name_as_recorded", TEXT, nullable=True),
        sa.Column("honorific", TEXT, nullable=True),
        sa.Column("sort", sa.Integer, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'participation'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participations")),
        sa.CheckConstraint(
            "affiliation_id is null or speaker_id is not null", name=op.f("ck_participations_affiliation_of_speaker")
        ),
        sa.CheckConstraint(
            "capacity in ('state', 'intergovernmental', 'standards_body', 'private_sector', 'academia', 'civil_society', 'partnership', 'media', 'personal', 'unknown')",
            name=op.f("ck_participations_capacity_known"),
        ),
        sa.CheckConstraint("(meeting_id is null) <> (process_id is null)", name=op.f("ck_participations_one_place")),
        sa.CheckConstraint(
            "role in ('host', 'organiser', 'chair', 'co_chair', 'vice_chair', 'moderator', 'rapporteur', 'speaker', 'panellist', 'participant', 'expert', 'member', 'observer', 'proposer', 'supporter', 'signatory', 'secretariat')",
            name=op.f("ck_participations_role_known"),
        ),
        sa.CheckConstraint(
            "speaker_id is not null or organisation_id is not null or country_id is not null or name_as_recorded is not null",
            name=op.f("ck_participations_somebody"),
        ),
        sa.CheckConstraint(
            "capacity <> 'state' or country_id is not null or name_as_recorded is not null",
            name=op.f("ck_participations_state_names_its_state"),
        ),
        key("participations", ["affiliation_id", "speaker_id"], ["affiliations.id", "affiliations.speaker_id"]),
        key("participations", ["country_id"], ["countries.id"]),
        key("participations", ["id", "kind"], ["records.id", "records.kind"]),
        key("participations", ["load_id"], ["loads.id"]),
        key("participations", ["meeting_id"], ["meetings.id"]),
        key("participations", ["organisation_id"], ["organisations.id"]),
        key("participations", ["process_id"], ["processes.id"]),
        key("participations", ["speaker_id"], ["speakers.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_participations_affiliation_id"), "participations", ["affiliation_id"])
    op.create_index(op.f("ix_participations_country_id"), "participations", ["country_id"])
    op.create_index(op.f("ix_participations_meeting_id"), "participations", ["meeting_id"])
    op.create_index(op.f("ix_participations_organisation_id"), "participations", ["organisation_id"])
    op.create_index(op.f("ix_participations_process_id"), "participations", ["process_id"])
    op.create_index(op.f("ix_participations_speaker_id"), "participations", ["speaker_id"])
    op.create_index(
        op.f("uq_participations_fact"),
        "participations",
        [
            sa.text("coalesce(meeting_id, process_id)"),
            "role",
            sa.text("coalesce(speaker_id, '')"),
            sa.text("coalesce(organisation_id, '')"),
            sa.text("coalesce(country_id, '')"),
            sa.text("(case when speaker_id is null then coalesce(name_as_recorded, '') else '' end)"),
        ],
        unique=True,
    )
    op.create_table(
        "statements",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("meeting_id", TEXT, nullable=True),
        sa.Column("process_id", TEXT, nullable=True),
        sa.Column("measure_id", TEXT, nullable=True),
        sa.Column("forum_id", TEXT, nullable=True),
        sa.Column("attribution", TEXT, nullable=False),
        sa.Column("attribution_text_fr", TEXT, nullable=True),
        sa.Column("attribution_text_en", TEXT, nullable=True),
        sa.Column("reporting", TEXT, nullable=False),
        sa.Column("summary_fr", TEXT, nullable=False),
        sa.Column("summary_en", TEXT, nullable=False),
        sa.Column("stance", TEXT, nullable=True),
        sa.Column("stance_target_id", TEXT, nullable=True),
        sa.Column("sort", sa.Integer, nullable=False),
        sa.Column("kind", TEXT, sa.Computed("'statement'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.CheckConstraint(
            "(attribution_text_fr is null) = (attribution_text_en is null)",
            name=op.f("ck_statements_attribution_in_both_languages"),
        ),
        sa.CheckConstraint(
            "attribution in ('individual', 'joint', 'collective', 'moderator', 'document', 'press')",
            name=op.f("ck_statements_attribution_known"),
        ),
        sa.CheckConstraint(
            "attribution <> 'collective' or attribution_text_fr is not null",
            name=op.f("ck_statements_collective_says_who"),
        ),
        sa.CheckConstraint("trim(summary_fr) <> '' and trim(summary_en) <> ''", name=op.f("ck_statements_not_blank")),
        sa.CheckConstraint(
            "reporting in ('quoted', 'reported', 'summarised')", name=op.f("ck_statements_reporting_known")
        ),
        sa.CheckConstraint(
            "meeting_id is not null or process_id is not null or measure_id is not null or forum_id is not null",
            name=op.f("ck_statements_said_somewhere"),
        ),
        sa.CheckConstraint("sort >= 1", name=op.f("ck_statements_sort_from_one")),
        sa.CheckConstraint(
            "(stance is null) = (stance_target_id is null)", name=op.f("ck_statements_stance_has_target")
        ),
        sa.CheckConstraint(
            "stance in ('supports', 'opposes', 'neutral', 'mixed')", name=op.f("ck_statements_stance_known")
        ),
        sa.CheckConstraint(
            "type in ('position', 'proposal', 'commitment', 'recommendation', 'call', 'concern', 'finding', 'description', 'question', 'answer', 'conclusion', 'procedure', 'fact')",
            name=op.f("ck_statements_type_known"),
        ),
        key("statements", ["forum_id"], ["forums.id"]),
        key("statements", ["id", "kind"], ["records.id", "records.kind"]),
        key("statements", ["load_id"], ["loads.id"]),
        key("statements", ["measure_id"], ["measures.id"]),
        key("statements", ["meeting_id"], ["meetings.id"]),
        key("statements", ["process_id"], ["processes.id"]),
        key("statements", ["stance_target_id"], ["records.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_statements_forum_id"), "statements", ["forum_id"])
    op.create_index(op.f("ix_statements_measure_id"), "statements", ["measure_id"])
    op.create_index(op.f("ix_statements_meeting_id"), "statements", ["meeting_id"])
    op.create_index(op.f("ix_statements_process_id"), "statements", ["process_id"])
    op.create_index(op.f("ix_statements_stance_target_id"), "statements", ["stance_target_id"])
    op.create_table(
        "votes",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("measure_id", TEXT, nullable=False),
        sa.Column("country_id", TEXT, nullable=False),
        sa.Column("vote", TEXT, nullable=False),
        sa.Column("kind", TEXT, sa.Computed("'vote'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
        sa.CheckConstraint("vote in ('yes', 'no', 'abstain', 'absent')", name=op.f("ck_votes_vote_known")),
        key("votes", ["country_id"], ["countries.id"]),
        key("votes", ["id", "kind"], ["records.id", "records.kind"]),
        key("votes", ["load_id"], ["loads.id"]),
        key("votes", ["measure_id"], ["measures.id"]),
        sa.UniqueConstraint("measure_id", "country_id", name=op.f("uq_votes_measure_id_country_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_votes_country_id"), "votes", ["country_id"])
    op.create_table(
        "figures",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("statement_id", TEXT, nullable=True),
        sa.Column("subject_id", TEXT, nullable=True),
        sa.Column("label_fr", TEXT, nullable=False),
        sa.Column("label_en", TEXT, nullable=False),
        sa.Column("comparator", TEXT, nullable=False),
        sa.Column("value", NUMBER, nullable=False),
        sa.Column("value_max", NUMBER, nullable=True),
        sa.Column("unit", TEXT, nullable=False),
        sa.Column("of_figure_id", TEXT, nullable=True),
        sa.Column("period_start", TEXT, nullable=True),
        sa.Column("period_end", TEXT, nullable=True),
        sa.Column("as_of", TEXT, nullable=True),
        sa.Column("attributed_to_id", TEXT, nullable=True),
        sa.Column("kind", TEXT, sa.Computed("'figure'", persisted=True), nullable=True),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures")),
        sa.CheckConstraint(
            "statement_id is not null or subject_id is not null", name=op.f("ck_figures_about_something")
        ),
        sa.CheckConstraint(is_date("as_of"), name=op.f("ck_figures_as_of_is_date")),
        sa.CheckConstraint(
            "comparator in ('eq', 'approx', 'gt', 'ge', 'lt', 'le', 'range')", name=op.f("ck_figures_comparator_known")
        ),
        sa.CheckConstraint("trim(label_fr) <> '' and trim(label_en) <> ''", name=op.f("ck_figures_not_blank")),
        sa.CheckConstraint("of_figure_id <> id", name=op.f("ck_figures_not_of_itself")),
        sa.CheckConstraint("unit <> 'percent' or value between 0 and 100", name=op.f("ck_figures_percent_of_hundred")),
        sa.CheckConstraint(is_date("period_end"), name=op.f("ck_figures_period_end_is_date")),
        sa.CheckConstraint(
            "substr(period_end, 1, length(period_start)) >= substr(period_start, 1, length(period_end))",
            name=op.f("ck_figures_period_in_order"),
        ),
        sa.CheckConstraint(is_date("period_start"), name=op.f("ck_figures_period_start_is_date")),
        sa.CheckConstraint(
            "(comparator = 'range') = (value_max is not null)", name=op.f("ck_figures_range_has_two_ends")
        ),
        sa.CheckConstraint("value_max > value", name=op.f("ck_figures_range_in_order")),
        sa.CheckConstraint(
            "unit in ('count', 'percent', 'usd', 'eur', 'multiple', 'year')", name=op.f("ck_figures_unit_known")
        ),
        key("figures", ["attributed_to_id"], ["records.id"]),
        key("figures", ["id", "kind"], ["records.id", "records.kind"]),
        key("figures", ["load_id"], ["loads.id"]),
        key("figures", ["of_figure_id"], ["figures.id"]),
        key("figures", ["statement_id"], ["statements.id"]),
        key("figures", ["subject_id"], ["records.id"]),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_figures_attributed_to_id"), "figures", ["attributed_to_id"])
    op.create_index(op.f("ix_figures_of_figure_id"), "figures", ["of_figure_id"])
    op.create_index(op.f("ix_figures_statement_id"), "figures", ["statement_id"])
    op.create_index(op.f("ix_figures_subject_id"), "figures", ["subject_id"])
    op.create_table(
        "statement_participations",
        sa.Column("statement_id", TEXT, nullable=False),
        sa.Column("participation_id", TEXT, nullable=False),
        sa.Column("sort", sa.Integer, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("statement_id", "participation_id", name=op.f("pk_statement_participations")),
        key("statement_participations", ["load_id"], ["loads.id"]),
        key("statement_participations", ["participation_id"], ["participations.id"]),
        key("statement_participations", ["statement_id"], ["statements.id"]),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_statement_participations_participation_id"), "statement_participations", ["participation_id"]
    )
    if postgresql:
        op.create_foreign_key(
            op.f("fk_processes_mandate_id"),
            "processes",
            "measures",
            ["mandate_id"],
            ["id"],
            deferrable=True,
            initially="IMMEDIATE",
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(op.f("fk_processes_mandate_id"), "processes", type_="foreignkey")
    op.drop_table("statement_participations")
    op.drop_table("figures")
    op.drop_table("votes")
    op.drop_table("statements")
    op.drop_table("participations")
    op.drop_table("measure_events")
    op.drop_table("meetings")
    op.drop_table("measures")
    op.drop_table("processes")
    op.drop_table("citations")
    op.drop_table("sources")
    op.drop_table("forums")
    op.drop_table("affiliations")
    op.drop_table("record_topics")
    op.drop_table("organisations")
    op.drop_table("topics")
    op.drop_table("speakers")
    op.drop_table("relations")
    op.drop_table("names")
    op.drop_table("memberships")
    op.drop_table("identifiers")
    op.drop_table("countries")
    op.drop_table("records")
    op.drop_table("name_index")
    op.drop_table("loads")
