"""What can be attached to any record: topics, relations, names, identifiers."""

from __future__ import annotations

from sqlalchemy import Index, Integer, PrimaryKeyConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
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
