"""The one id space, and what can be attached to any record: names, identifiers, topics, relations."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, UniqueConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
    TEXT,
    Base,
    Loaded,
    Named,
    Recorded,
    check,
    filled,
    in_order,
    link,
    one_of,
    partial_date,
    text,
)


class Load(Base):
    """What was loaded, when, from which files."""

    __tablename__ = "loads"
    __table_args__ = (check("files_counted", "files >= 0 and rows >= 0"), STRICT)
    id: Mapped[int] = mapped_column(Integer, primary_key=True, doc="Number of the load.")
    dataset: Mapped[str] = text("The collection of seed folders that the folder belongs to.", null=False)
    folder: Mapped[str] = text("The folder within the collection: reference, or sources/<id>.", null=False)
    loaded_at: Mapped[str] = text("When, in UTC, as YYYY-MM-DDTHH:MM:SSZ.", null=False)
    version: Mapped[str] = text("The version of cyberdiplo that loaded it.", null=False)
    files: Mapped[int] = mapped_column(Integer, nullable=False, doc="How many files the folder had.")
    rows: Mapped[int] = mapped_column(Integer, nullable=False, doc="How many rows the files had.")
    digest: Mapped[str] = text("SHA-256 over the names and contents of the files.", null=False)
    origin: Mapped[str] = text(
        "A digest of where the collection lay, which tells it from another one of its name; empty: not known, or the"
        " program's own.",
        null=False,
        server_default="",
    )


class Record(Loaded, Base):
    """One thing that can be cited, named, tagged or related."""

    __tablename__ = "records"
    __table_args__ = (
        UniqueConstraint("id", "kind"),
        one_of("kind", "records.kind"),
        check(
            "id_readable",
            "kind = 'country' and ltrim(id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = '' and length(id) between 2 and 3"
            " or kind <> 'country' and ltrim(id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''"
            " and id not like '-%' and id not like '%-' and id not like '%--%'",
        ),
        STRICT,
    )
    id: Mapped[str] = text("Readable id, unique over all tables, never reused.", null=False, primary_key=True)
    kind: Mapped[str] = text("What the record is: forum, speaker, statement, …", null=False)


class Topic(Recorded, Named, Base, kind="topic"):
    """A term of the small bilingual thesaurus of two levels."""

    __tablename__ = "topics"
    __table_args__ = (
        filled("name_fr", "name_en"),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    parent_id: Mapped[str | None] = link("topics", "The wider term, where there is one.")
    sort: Mapped[int] = mapped_column(Integer, nullable=False, doc="Order among its siblings, from 1.")


class RecordTopic(Loaded, Base):
    """A record is about a topic."""

    __tablename__ = "record_topics"
    __table_args__ = (PrimaryKeyConstraint("record_id", "topic_id"), STRICT)
    record_id: Mapped[str] = link("records", "What is about the topic.", null=False, index=False)
    topic_id: Mapped[str] = link("topics", "The topic.", null=False)


class Relation(Recorded, Base, kind="relation"):
    """One record stands in a relation to another: succeeds, competes with, implements, supports, …"""

    __tablename__ = "relations"
    __table_args__ = (
        one_of("predicate", "relations.predicate"),
        check("not_with_itself", "subject_id <> object_id"),
        partial_date("start_date"),
        partial_date("end_date"),
        partial_date("attested_on"),
        in_order("start_date", "end_date"),
        Index(
            "uq_relations_fact", "subject_id", "predicate", "object_id", sql("coalesce(start_date, '')"), unique=True
        ),
        STRICT,
    )
    subject_id: Mapped[str] = link("records", "Who or what stands in the relation.", null=False, index=False)
    predicate: Mapped[str] = text("Which relation.", null=False)
    object_id: Mapped[str] = link("records", "To whom or what.", null=False)
    start_date: Mapped[str | None] = text("Since when (partial date).")
    end_date: Mapped[str | None] = text("Until when (partial date).")
    attested_on: Mapped[str | None] = text("A day on which a source shows it (partial date).")


class Name(Loaded, Base):
    """Any other name of a record: alias, acronym, former name, other language, as printed."""

    __tablename__ = "names"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "lang", "type", "name"),
        filled("name"),
        one_of("type", "names.type"),
        check("lang_is_tag", "length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''"),
        check("weak_is_flag", "weak in (0, 1)"),
        STRICT,
    )
    record_id: Mapped[str] = link("records", "Whose name it is.", null=False, index=False)
    name: Mapped[str] = text("The name.", null=False)
    lang: Mapped[str] = text("Language tag; mul where it is the same in all, und where unknown.", null=False)
    type: Mapped[str] = text("What sort of name.", null=False)
    weak: Mapped[int] = mapped_column(
        Integer,
        nullable=False,
        server_default="0",
        doc="1: the name fits several records and finds this one only by kind.",
    )


class Identifier(Loaded, Base):
    """A symbol or number under which others know a record."""

    __tablename__ = "identifiers"
    __table_args__ = (
        PrimaryKeyConstraint("scheme", "value"),
        one_of("scheme", "identifiers.scheme"),
        filled("value"),
        STRICT,
    )
    scheme: Mapped[str] = text("Whose numbering: un, wto, celex, url, …", null=False)
    value: Mapped[str] = text("The symbol as its issuer writes it.", null=False)
    record_id: Mapped[str] = link("records", "What it identifies.", null=False)


# Every name, acronym, symbol and title of every record as it is compared, so that a look-up is one step in an
# index. Made by the loader from the tables above; seed files do not have it.
NAME_INDEX = Table(
    "name_index",
    Base.metadata,
    Column("norm", TEXT, nullable=False, doc="The name as it is compared: no case, accents or punctuation."),
    Column("record_id", TEXT, nullable=False, doc="Whose name it is."),
    Column("kind", TEXT, nullable=False, doc="The kind of that record."),
    Column("name", TEXT, nullable=False, doc="The name as written."),
    Column("weak", Integer, nullable=False, doc="1: finds the record only where its kind is known."),
    Index("ix_name_index_norm", "norm", "kind"),
    info={"doc": "Every name of every record as it is compared."},
    sqlite_strict=True,
)
