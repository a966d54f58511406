"""What was said: statements, whose they are and what they speak of, the figures in them."""

from __future__ import annotations

from sqlalchemy import REAL, Double, Integer, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    DateNoted,
    Loaded,
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
