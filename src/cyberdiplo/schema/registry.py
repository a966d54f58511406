"""The one id space, and what can be attached to any record: names, identifiers, topics, relations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, UniqueConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
    TEXT,
    Base,
    DateNoted,
    Loaded,
    Named,
    Recorded,
    check,
    date_noted,
    filled,
    in_order,
    link,
    meaning,
    one_of,
    partial_date,
    text,
)


class Load(Base):
    """What was loaded, when, from which files."""

    french = "Ce qui a été chargé, quand, depuis quels fichiers."

    __tablename__ = "loads"
    __table_args__ = (check("files_counted", "files >= 0 and rows >= 0"), STRICT)
    id: Mapped[int] = mapped_column(
        Integer, primary_key=True, doc="Number of the load.", info=meaning("Numéro du chargement.")
    )
    dataset: Mapped[str] = text(
        "The collection of seed folders that the folder belongs to.",
        "La collection de dossiers de données à laquelle appartient le dossier.",
        null=False,
    )
    folder: Mapped[str] = text(
        "The folder within the collection: reference, vocabularies or sources/<id>; a dot where it stands alone.",
        "Le dossier dans la collection : reference, vocabularies ou sources/<id> ; un point s'il est seul.",
        null=False,
    )
    loaded_at: Mapped[str] = text(
        "When, in UTC, as YYYY-MM-DDTHH:MM:SSZ.",
        "Quand, en UTC, sous la forme AAAA-MM-JJTHH:MM:SSZ.",
        form="utc",
        null=False,
    )
    version: Mapped[str] = text(
        "The version of cyberdiplo that loaded it.",
        "La version de cyberdiplo qui l'a chargé.",
        form="version",
        null=False,
    )
    files: Mapped[int] = mapped_column(
        Integer, nullable=False, doc="How many files the folder had.", info=meaning("Nombre de fichiers du dossier.")
    )
    rows: Mapped[int] = mapped_column(
        Integer, nullable=False, doc="How many rows the files had.", info=meaning("Nombre de lignes des fichiers.")
    )
    digest: Mapped[str] = text(
        "SHA-256 of the names and contents of the files; empty where the rows have been taken out or replaced.",
        "SHA-256 des noms et du contenu des fichiers ; vide si les lignes ont été retirées ou remplacées.",
        form="digest",
        null=False,
    )
    origin: Mapped[str] = text(
        "A digest of the place of the collection, which tells it from another of the same name; empty: unknown, or the"
        " program's own collection.",
        "Une empreinte de l'emplacement de la collection, qui la distingue d'une autre du même nom ; vide : emplacement"
        " inconnu, ou collection du programme.",
        form="digest",
        null=False,
        server_default="",
    )


class Record(Loaded, Base):
    """One thing that can be cited, named, tagged or related."""

    french = "Une chose que l'on peut citer, nommer, rattacher à un thème ou mettre en relation."

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
    id: Mapped[str] = text(
        "Readable id, unique over all tables, never reused.",
        "Identifiant lisible, unique dans l'ensemble des tables, jamais réattribué.",
        form="record_id",
        null=False,
        primary_key=True,
    )
    kind: Mapped[str] = text(
        "What the record is: forum, speaker, statement, and so on.",
        "Ce qu'est la fiche : enceinte, personne, déclaration, etc.",
        null=False,
    )


class Topic(Recorded, Named, Base, kind="topic"):
    """A term of the small bilingual thesaurus of two levels."""

    french = "Un terme du petit thésaurus bilingue à deux niveaux."

    __tablename__ = "topics"
    __table_args__ = (
        filled("name_fr", "name_en"),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    parent_id: Mapped[str | None] = link(
        "topics", "The wider term, where there is one.", "Le terme plus large, s'il y en a un."
    )
    sort: Mapped[int] = mapped_column(
        Integer,
        nullable=False,
        doc="Order among its siblings, from 1.",
        info=meaning("Ordre parmi les termes de même rattachement, à partir de 1."),
    )


class RecordTopic(Loaded, Base):
    """A record is about a topic."""

    french = "Une fiche porte sur un thème."

    __tablename__ = "record_topics"
    __table_args__ = (PrimaryKeyConstraint("record_id", "topic_id"), STRICT)
    record_id: Mapped[str] = link(
        "records", "What is about the topic.", "Ce qui porte sur le thème.", null=False, index=False
    )
    topic_id: Mapped[str] = link("topics", "The topic.", "Le thème.", null=False)


class Relation(Recorded, DateNoted, Base, kind="relation"):
    """One record stands in a relation to another: succeeds, competes with, implements, supports, …"""

    french = "Une fiche est en relation avec une autre : succède à, concurrence, met en œuvre, soutient, etc."

    __tablename__ = "relations"
    __table_args__ = (
        one_of("predicate", "relations.predicate"),
        check("not_with_itself", "subject_id <> object_id"),
        partial_date("start_date"),
        partial_date("end_date"),
        partial_date("attested_on"),
        in_order("start_date", "end_date"),
        *date_noted(),
        Index(
            "uq_relations_fact", "subject_id", "predicate", "object_id", sql("coalesce(start_date, '')"), unique=True
        ),
        STRICT,
    )
    subject_id: Mapped[str] = link(
        "records", "Who or what stands in the relation.", "Qui ou quoi est en relation.", null=False, index=False
    )
    predicate: Mapped[str] = text("Which relation.", "Quelle relation.", null=False, heading="relation")
    object_id: Mapped[str] = link("records", "To whom or what.", "Avec qui ou avec quoi.", null=False, heading="à quoi")
    start_date: Mapped[str | None] = text("Since when (partial date).", "Depuis quand (date partielle).", form="date")
    end_date: Mapped[str | None] = text("Until when (partial date).", "Jusqu'à quand (date partielle).", form="date")
    attested_on: Mapped[str | None] = text(
        "A day on which a source shows it (partial date).",
        "Un jour où une source l'atteste (date partielle).",
        form="date",
    )


class Name(Loaded, Base):
    """Any other name of a record: alias, acronym, former name, other language, as printed."""

    french = "Tout autre nom d'une fiche : variante, sigle, ancien nom, autre langue, forme imprimée."

    __tablename__ = "names"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "lang", "type", "name"),
        filled("name"),
        one_of("type", "names.type"),
        check("lang_is_tag", "length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''"),
        check("weak_is_flag", "weak in (0, 1)"),
        STRICT,
    )
    record_id: Mapped[str] = link("records", "Whose name it is.", "La fiche qui porte ce nom.", null=False, index=False)
    name: Mapped[str] = text("The name.", "Le nom.", null=False)
    lang: Mapped[str] = text(
        "Language tag; mul where it is the same in all, und where unknown.",
        "Étiquette de langue ; mul si le nom est le même dans toutes, und si la langue est inconnue.",
        form="language",
        null=False,
    )
    type: Mapped[str] = text("What sort of name.", "Type de nom.", null=False)
    weak: Mapped[int] = mapped_column(
        Integer,
        nullable=False,
        server_default="0",
        doc="1: the name is shared; it finds this record only where no other record has it as its own.",
        info=meaning(
            "1 : le nom est partagé ; il ne trouve cette fiche que si aucune autre ne l'a en propre.", form="flag"
        ),
    )


class Identifier(Loaded, Base):
    """A symbol or number under which others know a record."""

    french = "Une cote ou un numéro sous lequel d'autres connaissent une fiche."

    __tablename__ = "identifiers"
    __table_args__ = (
        PrimaryKeyConstraint("scheme", "value"),
        one_of("scheme", "identifiers.scheme"),
        filled("value"),
        STRICT,
    )
    scheme: Mapped[str] = text(
        "Whose numbering: un, wto, celex, url, …",
        "De qui est la numérotation : ONU, OMC, CELEX, URL, etc.",
        null=False,
        heading="système",
    )
    value: Mapped[str] = text(
        "The symbol or number as it is written by those who give it.",
        "La cote ou le numéro, tels que les écrivent ceux qui les donnent.",
        null=False,
    )
    record_id: Mapped[str] = link("records", "What it identifies.", "Ce qu'elle désigne.", null=False)


class FormerId(Loaded, Base):
    """An id that a record had before, under which it may have been cited; it is never used for another one."""

    french = (
        "Un identifiant qu'une fiche a porté, sous lequel elle a pu être citée ; il ne sert plus jamais pour une autre."
    )

    __tablename__ = "former_ids"
    __table_args__ = (filled("id"), check("not_still_its_id", "id <> record_id"), STRICT)
    id: Mapped[str] = text(
        "The id as it was.", "L'identifiant tel qu'il était.", form="id", null=False, primary_key=True
    )
    record_id: Mapped[str] = link(
        "records", "The record that it finds now.", "La fiche qu'il fait trouver aujourd'hui.", null=False
    )
    field: Mapped[str] = text(
        "What of that record it was: of a roll call, the State whose vote; empty for the whole record.",
        "Ce qu'il était de cette fiche : d'un vote enregistré, l'État qui vote ; vide pour la fiche entière.",
        null=False,
        server_default="",
    )


def _dictionary(name: str, doc: str, french: str, *columns: Column[Any]) -> Table:
    info = {"doc": doc, "fr": french}
    return Table(name, Base.metadata, *columns, info=info, sqlite_strict=True)


def _text(name: str, doc: str, french: str, *, key: bool = False, null: bool = False) -> Column[Any]:
    return Column(name, TEXT, primary_key=key, nullable=null, doc=doc, info=meaning(french))


# What the tables and columns mean, for whoever opens the database in another tool. Made by the loader from the models.
DICTIONARY_TABLES = _dictionary(
    "dictionary_tables",
    "What each table is.",
    "Ce qu'est chaque table.",
    _text("name", "Name of the table.", "Nom de la table.", key=True),
    _text("meaning_fr", "What a row is, in French.", "Ce qu'est une ligne, en français."),
    _text("meaning_en", "What a row is, in English.", "Ce qu'est une ligne, en anglais."),
    _text("kind", "The kind of its records, where it has records.", "Le type de ses fiches, si elle en a.", null=True),
    Column("sort", Integer, nullable=False, doc="Order among the tables.", info=meaning("Ordre parmi les tables.")),
)
DICTIONARY_COLUMNS = _dictionary(
    "dictionary_columns",
    "What each column of each table holds.",
    "Ce que contient chaque colonne de chaque table.",
    _text("table_name", "The table.", "La table.", key=True),
    _text("name", "Name of the column.", "Nom de la colonne.", key=True),
    _text("type", "TEXT, INTEGER or REAL.", "TEXT, INTEGER ou REAL."),
    Column("required", Integer, nullable=False, doc="1: never empty.", info=meaning("1 : jamais vide.", form="flag")),
    _text("meaning_fr", "What it holds, in French.", "Ce qu'elle contient, en français."),
    _text("meaning_en", "What it holds, in English.", "Ce qu'elle contient, en anglais."),
    _text("form_fr", "How it is written, in French.", "Comment cela s'écrit, en français.", null=True),
    _text("form_en", "How it is written, in English.", "Comment cela s'écrit, en anglais.", null=True),
    _text(
        "target",
        "The table whose ids or codes it holds.",
        "La table dont elle contient les identifiants ou les codes.",
        null=True,
    ),
    _text("codes", "Its codes, where they are a closed list.", "Ses codes, si la liste en est fermée.", null=True),
    Column("sort", Integer, nullable=False, doc="Order in the table.", info=meaning("Ordre dans la table.")),
)

# Every name, acronym, symbol and title of every record as it is compared, so that a look-up is one step in an
# index. Made by the loader from the tables above; seed files do not have it.
NAME_INDEX = Table(
    "name_index",
    Base.metadata,
    Column(
        "norm",
        TEXT,
        nullable=False,
        doc="The name as it is compared: no case, accents or punctuation.",
        info=meaning("Le nom tel qu'il est comparé : sans casse, accents ni ponctuation.", form="norm"),
    ),
    Column("record_id", TEXT, nullable=False, doc="Whose name it is.", info=meaning("La fiche qui porte ce nom.")),
    Column("kind", TEXT, nullable=False, doc="The kind of that record.", info=meaning("La nature de cette fiche.")),
    Column("name", TEXT, nullable=False, doc="The name as it is written.", info=meaning("Le nom tel qu'il est écrit.")),
    Column(
        "weak",
        Integer,
        nullable=False,
        doc="1: the name finds this record only where no other record has it as its own.",
        info=meaning("1 : le nom ne trouve cette fiche que si aucune autre ne l'a en propre.", form="flag"),
    ),
    Index("ix_name_index_norm", "norm", "kind"),
    info={
        "doc": "Every name, acronym, symbol and title of a record, as it is compared.",
        "fr": "Tous les noms, sigles, cotes et titres des fiches, tels qu'ils sont comparés.",
    },
    sqlite_strict=True,
)
