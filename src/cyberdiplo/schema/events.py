"""Who took part in what: meetings, people, their posts and their participations."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, Integer, UniqueConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    DateNoted,
    Named,
    Recorded,
    both_or_neither,
    check,
    clock,
    date_noted,
    filled,
    in_order,
    link,
    meaning,
    one_of,
    partial_date,
    text,
)


class Meeting(Recorded, Named, Base, kind="meeting"):
    """A sitting, on a date."""

    french = "Une réunion, à une date donnée."

    __tablename__ = "meetings"
    __table_args__ = (
        filled("name_fr", "name_en"),
        one_of("type", "meetings.type"),
        one_of("status", "meetings.status"),
        partial_date("start_date"),
        partial_date("end_date"),
        in_order("start_date", "end_date"),
        clock("start_time"),
        clock("end_time"),
        both_or_neither("place_in_both_languages", "place_fr", "place_en"),
        *date_noted(),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of sitting.", "Type de réunion.", null=False)
    forum_id: Mapped[str | None] = link("forums", "The forum that sits.", "L'enceinte qui se réunit.")
    process_id: Mapped[str | None] = link(
        "processes", "The process it is part of.", "Le processus dont elle fait partie."
    )
    parent_id: Mapped[str | None] = link(
        "meetings", "The meeting it is held within.", "La réunion dans le cadre de laquelle elle se tient."
    )
    start_date: Mapped[str] = text(
        "First day (partial date).", "Premier jour (date partielle).", form="date", null=False, index=True
    )
    end_date: Mapped[str | None] = text("Last day (partial date).", "Dernier jour (date partielle).", form="date")
    date_note: Mapped[str | None] = text(
        "Set where no source prints the date: inferred, approximate, uncertain.",
        "Renseigné si aucune source n'imprime la date : déduite, approximative, incertaine.",
    )
    date_reason_fr: Mapped[str | None] = text(
        "Why the date is what it is, in French.", "Raison de la date retenue, en français."
    )
    date_reason_en: Mapped[str | None] = text(
        "Why the date is what it is, in English.", "Raison de la date retenue, en anglais."
    )
    start_time: Mapped[str | None] = text(
        "When it begins, local time.", "Heure de début, heure locale.", form="time", heading="heure de début"
    )
    end_time: Mapped[str | None] = text(
        "When it ends, local time.", "Heure de fin, heure locale.", form="time", heading="heure de fin"
    )
    place_fr: Mapped[str | None] = text("Where, in French.", "Lieu, en français.", heading="lieu")
    place_en: Mapped[str | None] = text("Where, in English.", "Lieu, en anglais.")
    country_id: Mapped[str | None] = link("countries", "The country where it was held.", "Le pays où elle s'est tenue.")
    status: Mapped[str] = text(
        "Held, postponed, cancelled, planned or unknown.",
        "Tenue, reportée, annulée, prévue ou de statut inconnu.",
        null=False,
    )


class Speaker(Recorded, Base, kind="speaker"):
    """A person, identity only: posts stand in affiliations, roles in participations."""

    french = "Une personne, son identité seule : les fonctions sont dans affiliations, les rôles dans participations."

    __tablename__ = "speakers"
    __table_args__ = (filled("family_name", "sort_name"), STRICT)
    given_name: Mapped[str | None] = text("Given names.", "Prénoms.", heading="prénom")
    family_name: Mapped[str] = text("Family names.", "Noms de famille.", null=False, heading="nom de famille")
    sort_name: Mapped[str] = text(
        "Family names first, for sorting.",
        "Noms de famille d'abord, pour le tri.",
        form="sort_name",
        null=False,
        heading="nom de tri",
    )


class Affiliation(Recorded, DateNoted, Base, kind="affiliation"):
    """A person held a post in an organisation."""

    french = "Une personne a exercé une fonction dans une organisation."

    __tablename__ = "affiliations"
    __table_args__ = (
        UniqueConstraint("id", "speaker_id"),
        partial_date("start_date"),
        partial_date("end_date"),
        partial_date("attested_on"),
        in_order("start_date", "end_date"),
        check("dated", "start_date is not null or attested_on is not null"),
        both_or_neither("position_in_both_languages", "position_fr", "position_en"),
        *date_noted(),
        Index(
            "uq_affiliations_fact",
            "speaker_id",
            "organisation_id",
            sql("coalesce(position_en, '')"),
            sql("coalesce(start_date, attested_on)"),
            unique=True,
        ),
        STRICT,
    )
    speaker_id: Mapped[str] = link("speakers", "Who held it.", "Qui l'a exercée.", null=False, index=False)
    organisation_id: Mapped[str] = link("organisations", "In which body.", "Dans quelle organisation.", null=False)
    position_fr: Mapped[str | None] = text("The post, in French.", "La fonction, en français.", heading="fonction")
    position_en: Mapped[str | None] = text("The post, in English.", "La fonction, en anglais.")
    start_date: Mapped[str | None] = text("Since when (partial date).", "Depuis quand (date partielle).", form="date")
    end_date: Mapped[str | None] = text("Until when (partial date).", "Jusqu'à quand (date partielle).", form="date")
    attested_on: Mapped[str | None] = text(
        "A day on which a source shows the person in the post (partial date).",
        "Un jour où une source montre la personne dans cette fonction (date partielle).",
        form="date",
    )


class Participation(Recorded, Base, kind="participation"):
    """Somebody took part in a meeting or process, in a role and a capacity."""

    french = "Quelqu'un a participé à une réunion ou à un processus, dans tel rôle et à tel titre."

    __tablename__ = "participations"
    __table_args__ = (
        one_of("role", "participations.role"),
        one_of("capacity", "participations.capacity"),
        one_of("form", "participations.form"),
        both_or_neither("group_in_both_languages", "on_behalf_of_fr", "on_behalf_of_en"),
        check("one_place", "(meeting_id is null) <> (process_id is null)"),
        check(
            "somebody",
            "speaker_id is not null or organisation_id is not null or country_id is not null"
            " or name_as_recorded is not null",
        ),
        check("state_names_its_state", "capacity <> 'state' or country_id is not null or name_as_recorded is not null"),
        check("affiliation_of_speaker", "affiliation_id is null or speaker_id is not null"),
        ForeignKeyConstraint(
            ["affiliation_id", "speaker_id"],
            ["affiliations.id", "affiliations.speaker_id"],
            deferrable=True,
            initially="IMMEDIATE",
        ),
        Index(
            "uq_participations_fact",
            sql("coalesce(meeting_id, process_id)"),
            "role",
            sql("coalesce(speaker_id, '')"),
            sql("coalesce(organisation_id, '')"),
            sql("coalesce(country_id, '')"),
            sql("(case when speaker_id is null then coalesce(name_as_recorded, '') else '' end)"),
            sql("coalesce(form, '')"),
            sql("coalesce(on_behalf_of_id, on_behalf_of_en, '')"),
            unique=True,
        ),
        STRICT,
    )
    meeting_id: Mapped[str | None] = link(
        "meetings", "The meeting; either this or process_id is given.", "Soit la réunion, soit process_id."
    )
    process_id: Mapped[str | None] = link(
        "processes", "The process; either this or meeting_id is given.", "Soit le processus, soit meeting_id."
    )
    role: Mapped[str] = text(
        "The part taken: speaker, host, moderator, participant, and so on.",
        "Le rôle tenu : orateur, hôte, modération, participant, etc.",
        null=False,
        index=True,
    )
    capacity: Mapped[str] = text(
        "For whom; only state means for the country named.",
        "À quel titre ; seul « state » signifie au nom du pays nommé.",
        null=False,
        index=True,
        heading="à quel titre",
    )
    speaker_id: Mapped[str | None] = link(
        "speakers", "Who, where a person is named.", "Qui, si une personne est nommée."
    )
    affiliation_id: Mapped[str | None] = text("The post held then.", "La fonction exercée alors.", index=True)
    organisation_id: Mapped[str | None] = link("organisations", "The body represented.", "L'organisation représentée.")
    country_id: Mapped[str | None] = link(
        "countries", "The country printed beside the name.", "Le pays imprimé à côté du nom."
    )
    name_as_recorded: Mapped[str | None] = text(
        "The name as the source prints it.", "Le nom tel que la source l'imprime.", heading="nom imprimé"
    )
    honorific: Mapped[str | None] = text(
        "The form of address as printed.", "La civilité ou le titre, tels qu'imprimés.", heading="titre"
    )
    form: Mapped[str | None] = text(
        "In which form the floor was taken: a right of reply, an explanation of vote.",
        "Sous quelle forme la parole a été prise : droit de réponse, explication de vote.",
        heading="forme",
    )
    on_behalf_of_id: Mapped[str | None] = link(
        "records",
        "For whom besides: a group, organisation or forum in whose name somebody spoke.",
        "Au nom de qui en outre : un groupe, une organisation, une enceinte.",
        heading="au nom de",
    )
    on_behalf_of_fr: Mapped[str | None] = text(
        "For whom besides, as the source says it, in French: a group without a record.",
        "Au nom de qui en outre, tel que la source le dit, en français : un groupe sans fiche.",
    )
    on_behalf_of_en: Mapped[str | None] = text(
        "For whom besides, as the source says it, in English: a group without a record.",
        "Au nom de qui en outre, tel que la source le dit, en anglais : un groupe sans fiche.",
    )
    sort: Mapped[int | None] = mapped_column(
        Integer, doc="Order in the source, from 1.", info=meaning("Ordre dans la source, à partir de 1.")
    )
