"""Where and between whom diplomacy takes place: countries, organisations, forums, processes."""

from __future__ import annotations

from sqlalchemy import Index, Integer, UniqueConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    DateNoted,
    Named,
    Recorded,
    both_or_neither,
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


class Country(Recorded, Named, Base, kind="country"):
    """A State, a union of States, a territory or a former State."""

    french = "Un État, une union d'États, un territoire ou un ancien État."

    __tablename__ = "countries"
    __table_args__ = (
        UniqueConstraint("alpha2"),
        UniqueConstraint("m49"),
        filled("name_fr", "name_en"),
        one_of("type", "countries.type"),
        check("alpha2_is_code", "length(alpha2) = 2 and ltrim(alpha2, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''"),
        check("m49_is_code", "length(m49) = 3 and ltrim(m49, '0123456789') = ''"),
        STRICT,
    )
    type: Mapped[str] = text(
        "State, union, territory or former State.", "État, union, territoire ou ancien État.", null=False
    )
    alpha2: Mapped[str | None] = text(
        "ISO 3166-1 alpha-2 code.", "Code ISO 3166-1 alpha-2.", form="alpha2", heading="alpha-2"
    )
    m49: Mapped[str | None] = text("UN M49 code, three digits.", "Code M49 de l'ONU, à trois chiffres.", form="m49")


class Organisation(Recorded, Named, Base, kind="organisation"):
    """A body that employs, issues or hosts."""

    french = "Une organisation qui emploie, adopte ou accueille."

    __tablename__ = "organisations"
    __table_args__ = (
        filled("name_fr", "name_en"),
        one_of("type", "organisations.type"),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of body.", "Type d'organisation.", null=False)
    country_id: Mapped[str | None] = link(
        "countries", "The country it belongs to, where it has one.", "Le pays dont elle relève, s'il y en a un."
    )
    parent_id: Mapped[str | None] = link(
        "organisations", "The body it is part of.", "L'organisation dont elle fait partie."
    )


class Forum(Recorded, Named, Base, kind="forum"):
    """A standing place of discussion."""

    french = "Une enceinte permanente de discussion."

    __tablename__ = "forums"
    __table_args__ = (
        filled("name_fr", "name_en"),
        one_of("type", "forums.type"),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of forum.", "Type d'enceinte.", null=False)
    organisation_id: Mapped[str | None] = link(
        "organisations", "The organisation that hosts it.", "L'organisation qui l'accueille."
    )
    parent_id: Mapped[str | None] = link("forums", "The forum it is under.", "L'enceinte dont elle dépend.")


class Process(Recorded, Named, Base, kind="process"):
    """A track of work, under a mandate or for a limited time."""

    french = "Des travaux menés sous mandat ou pour un temps limité."

    __tablename__ = "processes"
    __table_args__ = (
        filled("name_fr", "name_en"),
        one_of("type", "processes.type"),
        one_of("status", "processes.status"),
        partial_date("start_date"),
        partial_date("end_date"),
        in_order("start_date", "end_date"),
        check("not_own_parent", "parent_id <> id"),
        check("seats_counted", "seats >= 1"),
        both_or_neither("outcome_in_both_languages", "outcome_fr", "outcome_en"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of track.", "Type de processus.", null=False)
    forum_id: Mapped[str | None] = link("forums", "The forum under which it runs.", "L'enceinte dont il relève.")
    mandate_id: Mapped[str | None] = link(
        "measures",
        "The resolution or decision that gives its mandate.",
        "La résolution ou la décision qui lui donne son mandat.",
        use_alter=True,
        heading="mandat",
    )
    parent_id: Mapped[str | None] = link(
        "processes", "The wider process it belongs to.", "Le processus plus large auquel il appartient."
    )
    start_date: Mapped[str | None] = text("Since when (partial date).", "Depuis quand (date partielle).", form="date")
    end_date: Mapped[str | None] = text("Until when (partial date).", "Jusqu'à quand (date partielle).", form="date")
    status: Mapped[str] = text(
        "Proposed, active, concluded, suspended or unknown.",
        "Proposé, en cours, achevé, suspendu ou de statut inconnu.",
        null=False,
    )
    seats: Mapped[int | None] = mapped_column(
        Integer,
        doc="How many members it has, where that is limited.",
        info=meaning("Nombre de ses membres, s'il est limité.", heading="sièges"),
    )
    outcome_fr: Mapped[str | None] = text(
        "What came of it, in a few words of French.", "Son résultat, en quelques mots, en français.", heading="résultat"
    )
    outcome_en: Mapped[str | None] = text(
        "What came of it, in a few words of English.", "Son résultat, en quelques mots, en anglais."
    )


class Membership(Recorded, DateNoted, Base, kind="membership"):
    """A state or body belongs to a forum, organisation, process, measure or union."""

    french = (
        "Un État ou une organisation appartient à une enceinte, à une organisation, à un processus, à une mesure ou à"
        " une union."
    )

    __tablename__ = "memberships"
    __table_args__ = (
        one_of("role", "memberships.role"),
        partial_date("start_date"),
        partial_date("end_date"),
        partial_date("attested_on"),
        in_order("start_date", "end_date"),
        check("dated", "start_date is not null or attested_on is not null"),
        check("not_of_itself", "member_id <> group_id"),
        *date_noted(),
        Index(
            "uq_memberships_fact",
            "member_id",
            "group_id",
            "role",
            sql("coalesce(start_date, attested_on)"),
            unique=True,
        ),
        STRICT,
    )
    member_id: Mapped[str] = link(
        "records",
        "Who belongs: a country or an organisation.",
        "Qui en fait partie : un pays ou une organisation.",
        null=False,
        index=False,
        heading="membre",
    )
    group_id: Mapped[str] = link(
        "records",
        "To what: a forum, organisation, process, measure or union.",
        "De quoi : une enceinte, une organisation, un processus, une mesure ou une union.",
        null=False,
        heading="groupe",
    )
    role: Mapped[str] = text(
        "Member, observer, signatory, and so on.", "Membre, observateur, signataire, etc.", null=False
    )
    start_date: Mapped[str | None] = text("Since when (partial date).", "Depuis quand (date partielle).", form="date")
    end_date: Mapped[str | None] = text("Until when (partial date).", "Jusqu'à quand (date partielle).", form="date")
    attested_on: Mapped[str | None] = text(
        "A day on which a source shows it (partial date).",
        "Un jour où une source l'atteste (date partielle).",
        form="date",
    )
