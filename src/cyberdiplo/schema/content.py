"""What was said and decided: measures and their events, roll calls and votes, statements, figures."""

from __future__ import annotations

from sqlalchemy import REAL, Double, Index, Integer, PrimaryKeyConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    DateNoted,
    Loaded,
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
    place,
    text,
)

NUMBER: TypeEngine[float] = Double().with_variant(REAL, "sqlite")  # the only spelling that a STRICT table takes


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


class Statement(Recorded, Base, kind="statement"):
    """One point made, in our words, by whom and about what; where it was made nowhere else, its source is its home."""

    french = (
        "Un propos, rendu dans nos mots : de qui et sur quoi ; celui qui n'a été tenu nulle part ailleurs est de sa"
        " source."
    )

    __tablename__ = "statements"
    __table_args__ = (
        one_of("type", "statements.type"),
        one_of("attribution", "statements.attribution"),
        one_of("reporting", "statements.reporting"),
        one_of("stance", "statements.stance"),
        one_of("verb", "statements.verb"),
        filled("summary_fr", "summary_en"),
        both_or_neither("stance_has_target", "stance", "stance_target_id"),
        both_or_neither("attribution_in_both_languages", "attribution_text_fr", "attribution_text_en"),
        check("collective_says_who", "attribution <> 'collective' or attribution_text_fr is not null"),
        check("sort_from_one", "sort >= 1"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of point.", "Type de déclaration.", null=False, index=True)
    meeting_id: Mapped[str | None] = link(
        "meetings", "The meeting at which it was made.", "La réunion où elle a été faite."
    )
    process_id: Mapped[str | None] = link(
        "processes", "The process in which it was made.", "Le processus où elle a été faite."
    )
    measure_id: Mapped[str | None] = link(
        "measures",
        "The measure that says it, never one that it only speaks of.",
        "La mesure qui l'énonce, jamais une mesure dont elle ne fait que parler.",
    )
    forum_id: Mapped[str | None] = link(
        "forums",
        "The forum in which it was made, where no meeting, process or measure is named.",
        "L'enceinte où elle a été faite, faute de réunion, de processus ou de mesure nommés.",
    )
    attribution: Mapped[str] = text(
        "Individual, joint, collective, moderator, document or press.",
        "Individuelle, conjointe, collective, modération, document ou presse.",
        null=False,
        index=True,
        heading="attribution",
    )
    attribution_text_fr: Mapped[str | None] = text(
        "Whom the source names as its authors, in French.",
        "Les auteurs que la source lui donne, en français.",
        heading="voix",
    )
    attribution_text_en: Mapped[str | None] = text(
        "Whom the source names as its authors, in English.", "Les auteurs que la source lui donne, en anglais."
    )
    reporting: Mapped[str] = text(
        "Quoted, reported or summarised by the source.",
        "Propos cité, rapporté ou résumé par la source.",
        null=False,
        heading="mode",
    )
    summary_fr: Mapped[str] = text(
        "The point in our words, in French.", "Le propos dans nos mots, en français.", null=False, heading="résumé"
    )
    summary_en: Mapped[str] = text(
        "The point in our words, in English.", "Le propos dans nos mots, en anglais.", null=False
    )
    stance: Mapped[str | None] = text(
        "For, against, critical, neutral or mixed, towards the target.",
        "Pour, contre, critique, neutre ou partagée, à l'égard de l'objet.",
        heading="position",
    )
    stance_target_id: Mapped[str | None] = link(
        "records", "What the stance is about.", "Ce sur quoi porte la position.", heading="à propos de"
    )
    verb: Mapped[str | None] = text(
        "The verb of a paragraph of a resolution, or what sort of article it is: decides, requests, obliges.",
        "Le verbe d'un paragraphe de résolution, ou la nature d'un article : décide, demande, oblige.",
        heading="verbe",
    )
    sort: Mapped[int] = mapped_column(
        Integer,
        nullable=False,
        doc="Order in the source, from 1.",
        info=meaning("Ordre dans la source, à partir de 1."),
    )


class StatementParticipation(Loaded, Base):
    """Whose statement it is: one participation, individual; several, joint."""

    french = "De qui est la déclaration : une participation, individuelle ; plusieurs, conjointe."

    __tablename__ = "statement_participations"
    __table_args__ = (PrimaryKeyConstraint("statement_id", "participation_id"), STRICT)
    statement_id: Mapped[str] = link("statements", "The point made.", "La déclaration.", null=False, index=False)
    participation_id: Mapped[str] = link("participations", "By whom.", "De qui.", null=False)
    sort: Mapped[int] = mapped_column(
        Integer,
        nullable=False,
        doc="Order of the names in the source, from 1.",
        info=meaning("Ordre des noms dans la source, à partir de 1."),
    )


class Mention(Loaded, Base):
    """A statement, figure or step speaks of a measure, process, forum, organisation, country or person, and where."""

    french = (
        "Une déclaration, un chiffre ou une étape parle d'une mesure, d'un processus, d'une enceinte, d'une"
        " organisation, d'un pays ou d'une personne, et où."
    )

    __tablename__ = "mentions"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "mentioned_id"),
        check("not_itself", "record_id <> mentioned_id"),
        *place(),
        STRICT,
    )
    record_id: Mapped[str] = link(
        "records", "The statement, figure or step.", "La déclaration, le chiffre ou l'étape.", null=False, index=False
    )
    mentioned_id: Mapped[str] = link("records", "What it speaks of.", "Ce dont il est question.", null=False)
    source_id: Mapped[str] = link("sources", "In which document.", "Dans quel document.", null=False)
    locator: Mapped[str] = text(
        "At which place: par. 3.5, note 7.", "À quel endroit : par. 3.5, note 7.", form="locator", null=False
    )
    anchor: Mapped[str] = text(
        "The words that name it there, at most eight; empty where it is not named again.",
        "Les mots qui la nomment à cet endroit, huit au plus ; vide si elle n'y est pas nommée à nouveau.",
        form="anchor",
        null=False,
        server_default="",
    )


class Figure(Recorded, DateNoted, Base, kind="figure"):
    """A number somebody stated, with its caution."""

    french = "Un chiffre avancé par quelqu'un, avec ses réserves."

    __tablename__ = "figures"
    __table_args__ = (
        one_of("comparator", "figures.comparator"),
        one_of("unit", "figures.unit"),
        filled("label_fr", "label_en"),
        check("about_something", "statement_id is not null or subject_id is not null"),
        check("range_has_two_ends", "(comparator = 'range') = (value_max is not null)"),
        check("range_in_order", "value_max > value"),
        check("percent_of_hundred", "unit <> 'percent' or value between 0 and 100"),
        partial_date("period_start"),
        partial_date("period_end"),
        partial_date("as_of"),
        in_order("period_start", "period_end", "period_in_order"),
        check("not_of_itself", "of_figure_id <> id"),
        *date_noted(),
        STRICT,
    )
    statement_id: Mapped[str | None] = link(
        "statements", "The statement that gives it, where one does.", "La déclaration qui le donne, s'il y en a une."
    )
    subject_id: Mapped[str | None] = link("records", "What it is about.", "Ce à quoi il se rapporte.")
    label_fr: Mapped[str] = text(
        "What is counted, in French.", "Ce qui est compté, en français.", null=False, heading="libellé"
    )
    label_en: Mapped[str] = text("What is counted, in English.", "Ce qui est compté, en anglais.", null=False)
    comparator: Mapped[str] = text(
        "How cautiously it is stated: eq, approx, gt, ge, lt, le, range.",
        "Avec quelle réserve il est avancé : eq, approx, gt, ge, lt, le, range.",
        form="comparator",
        null=False,
        heading="réserve",
    )
    value: Mapped[float] = mapped_column(
        NUMBER,
        nullable=False,
        doc="The value in full, not in thousands or millions.",
        info=meaning("La valeur en entier, et non en milliers ni en millions.", form="value"),
    )
    value_max: Mapped[float | None] = mapped_column(
        NUMBER,
        doc="The upper end, where it is a range.",
        info=meaning("La borne supérieure, si c'est un intervalle.", form="value", heading="valeur max."),
    )
    unit: Mapped[str] = text(
        "In what it counts: count, percent, usd, and so on.",
        "L'unité : nombre, pour cent, dollars des États-Unis, etc.",
        null=False,
        heading="unité",
    )
    of_figure_id: Mapped[str | None] = link(
        "figures", "The figure of which this is a share.", "Le chiffre dont celui-ci est une part.", heading="part de"
    )
    period_start: Mapped[str | None] = text(
        "When the period begins (partial date).",
        "Quand commence la période considérée (date partielle).",
        form="date",
        heading="début de période",
    )
    period_end: Mapped[str | None] = text(
        "When the period ends (partial date).",
        "Quand finit la période considérée (date partielle).",
        form="date",
        heading="fin de période",
    )
    as_of: Mapped[str | None] = text(
        "The date for which it is stated (partial date).",
        "La date pour laquelle il est avancé (date partielle).",
        form="date",
        heading="au",
    )
    attributed_to_id: Mapped[str | None] = link(
        "records",
        "Whose estimate it is, where the source says so.",
        "De qui est l'estimation, si la source le dit.",
        heading="estimation de",
    )
