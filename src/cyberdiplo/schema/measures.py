"""What was decided: measures and their steps, roll calls and votes."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, text as sql
from sqlalchemy.orm import Mapped

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    Loaded,
    Named,
    Recorded,
    both_or_neither,
    check,
    date_noted,
    filled,
    link,
    one_of,
    partial_date,
    text,
)


class Measure(Recorded, Named, Base, kind="measure"):
    """A law, standard, norm, resolution, commitment, call or other measure."""

    french = (
        "Une loi, une norme technique ou de comportement, une résolution, un engagement, un appel ou une autre mesure."
    )

    __tablename__ = "measures"
    __table_args__ = (
        filled("name_fr", "name_en"),
        one_of("type", "measures.type"),
        one_of("force", "measures.force"),
        one_of("status", "measures.status"),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of measure.", "Type de mesure.", null=False)
    force: Mapped[str] = text(
        "Binding, voluntary or unknown.", "Contraignante, volontaire ou de force inconnue.", null=False, heading="force"
    )
    status: Mapped[str] = text(
        "Its status after its latest event, or unknown.", "Son statut après sa dernière étape, ou inconnu.", null=False
    )
    issuer_id: Mapped[str | None] = link(
        "records",
        "Who issued it: an organisation, forum, process or country.",
        "De qui elle émane : organisation, enceinte, processus ou pays.",
        heading="émetteur",
    )
    agenda_item: Mapped[str | None] = text(
        "The item of the agenda under which a body dealt with it: 94.",
        "Le point de l'ordre du jour au titre duquel un organe l'a examinée : 94.",
        heading="point de l'ordre du jour",
    )
    country_id: Mapped[str | None] = link(
        "countries",
        "The country or union whose law or policy it is.",
        "Le pays ou l'union dont elle est le droit ou la politique.",
    )
    process_id: Mapped[str | None] = link(
        "processes",
        "The process in which it was negotiated, or whose outcome it is.",
        "Le processus où elle a été négociée, ou dont elle est issue.",
    )
    parent_id: Mapped[str | None] = link(
        "measures",
        "The measure it is part of or made under.",
        "La mesure dont elle fait partie ou en vertu de laquelle elle est prise.",
    )


class MeasureEvent(Recorded, Base, kind="measure_event"):
    """A step in a measure's life: proposed, adopted, in force, notified, endorsed, …"""

    french = (
        "Une étape de la vie d'une mesure : proposition, adoption, entrée en vigueur, notification, approbation, etc."
    )

    __tablename__ = "measure_events"
    __table_args__ = (
        one_of("type", "measure_events.type"),
        one_of("method", "measure_events.method"),
        partial_date("event_date"),
        partial_date("attested_on"),
        check("dated", "event_date is not null or attested_on is not null"),
        *date_noted(),
        both_or_neither("part_in_both_languages", "of_fr", "of_en"),
        Index(
            "uq_measure_events_fact",
            "measure_id",
            "type",
            sql("coalesce(event_date, attested_on)"),
            sql("coalesce(country_id, '')"),
            sql("coalesce(meeting_id, '')"),
            sql("coalesce(of_en, '')"),
            unique=True,
        ),
        STRICT,
    )
    measure_id: Mapped[str] = link(
        "measures", "Whose step it is.", "La mesure dont c'est une étape.", null=False, index=False
    )
    type: Mapped[str] = text("Which step.", "Quelle étape.", null=False)
    event_date: Mapped[str | None] = text(
        "When (partial date).", "Quand (date partielle).", form="date", index=True, heading="date"
    )
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
    attested_on: Mapped[str | None] = text(
        "A day on which a source says that it has happened (partial date).",
        "Un jour où une source dit que l'étape a eu lieu (date partielle).",
        form="date",
    )
    meeting_id: Mapped[str | None] = link(
        "meetings", "The meeting at which it happened.", "La réunion où elle a eu lieu."
    )
    country_id: Mapped[str | None] = link(
        "countries", "Who took the step, where it was one country.", "Qui en est l'auteur, si c'est un seul pays."
    )
    method: Mapped[str | None] = text(
        "How a body decided it: recorded vote, without a vote, by consensus.",
        "Comment un organe l'a décidée : vote enregistré, sans vote, par consensus.",
        heading="mode d'adoption",
    )
    of_fr: Mapped[str | None] = text(
        "What it is a step of, where not of the whole measure, in French: obligations de notification.",
        "De quoi c'est une étape, si ce n'est pas de la mesure entière, en français : obligations de notification.",
        heading="partie",
    )
    of_en: Mapped[str | None] = text(
        "What it is a step of, where not of the whole measure, in English: reporting duties.",
        "De quoi c'est une étape, si ce n'est pas de la mesure entière, en anglais : reporting duties.",
    )


class RollCall(Recorded, Base, kind="roll_call"):
    """States voted on a measure: in committee or in plenary, on the whole text or a part of it."""

    french = "Des États ont voté sur une mesure : en commission ou en plénière, sur le texte entier ou une partie."

    __tablename__ = "roll_calls"
    __table_args__ = (
        one_of("stage", "roll_calls.stage"),
        partial_date("vote_date"),
        filled("part"),
        check("part_says_what", "substr(part, 1, 1) not between '0' and '9'"),
        check("not_its_own_correction", "corrects_id <> id"),
        Index(
            "uq_roll_calls_fact",
            "measure_id",
            sql("coalesce(stage, '')"),
            sql("coalesce(part, '')"),
            sql("coalesce(event_id, '')"),
            sql("coalesce(vote_date, '')"),
            sql("coalesce(corrects_id, '')"),
            unique=True,
        ),
        STRICT,
    )
    measure_id: Mapped[str] = link(
        "measures", "What was voted on.", "Ce qui a été mis aux voix.", null=False, index=False
    )
    event_id: Mapped[str | None] = link(
        "measure_events",
        "The step at which it was taken, where that is on record.",
        "L'étape lors de laquelle il a eu lieu, si elle est enregistrée.",
        heading="étape",
    )
    stage: Mapped[str | None] = text(
        "Where it was taken, where known: committee or plenary.",
        "Où il a eu lieu, si on le sait : en commission ou en plénière.",
        heading="stade",
    )
    part: Mapped[str | None] = text(
        "The paragraph or part voted on (par. 9); empty for the whole text.",
        "Le paragraphe ou la partie mis aux voix (par. 9) ; vide pour le texte entier.",
        heading="partie",
    )
    vote_date: Mapped[str | None] = text(
        "When, where the step does not say it (partial date).",
        "Quand, si l'étape ne le dit pas (date partielle).",
        form="date",
        heading="date du vote",
    )
    corrects_id: Mapped[str | None] = link(
        "roll_calls",
        "The record of the same vote that this one corrects.",
        "Le relevé du même vote que celui-ci corrige.",
        heading="corrige",
    )


class Vote(Loaded, Base):
    """How a State voted at a roll call; totals are counted, never stored."""

    french = "Comment un État a voté lors d'un vote enregistré ; les totaux sont calculés, jamais conservés."

    __tablename__ = "votes"
    __table_args__ = (PrimaryKeyConstraint("roll_call_id", "country_id"), one_of("vote", "votes.vote"), STRICT)
    roll_call_id: Mapped[str] = link(
        "roll_calls", "At which roll call.", "Lors de quel vote enregistré.", null=False, index=False
    )
    country_id: Mapped[str] = link("countries", "Who voted.", "Qui a voté.", null=False)
    vote: Mapped[str] = text(
        "Yes, no, abstain or absent.", "Pour, contre, abstention ou non-votant.", null=False, heading="vote"
    )
