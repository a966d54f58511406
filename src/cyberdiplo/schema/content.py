"""What was said and decided: measures and their events, roll calls and votes, statements, figures."""

from __future__ import annotations

from sqlalchemy import REAL, Double, Index, Integer, PrimaryKeyConstraint, text as sql
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    Loaded,
    Named,
    Recorded,
    both_or_neither,
    check,
    filled,
    in_order,
    link,
    one_of,
    partial_date,
    text,
)

NUMBER: TypeEngine[float] = Double().with_variant(REAL, "sqlite")  # the only spelling that a STRICT table takes


class Measure(Recorded, Named, Base, kind="measure"):
    """Law, standard, norm, resolution, commitment, call, …"""

    __tablename__ = "measures"
    __table_args__ = (
        filled("name_fr", "name_en"),
        one_of("type", "measures.type"),
        one_of("force", "measures.force"),
        one_of("status", "measures.status"),
        check("not_own_parent", "parent_id <> id"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of measure.", null=False)
    force: Mapped[str] = text("Binding, voluntary or unknown.", null=False)
    status: Mapped[str] = text("The status at its latest event.", null=False)
    issuer_id: Mapped[str | None] = link("records", "Who issued it: an organisation, forum, process or country.")
    country_id: Mapped[str | None] = link("countries", "The jurisdiction it belongs to.")
    process_id: Mapped[str | None] = link("processes", "The process in which it was negotiated or reported.")
    parent_id: Mapped[str | None] = link("measures", "The measure it is part of or made under.")


class MeasureEvent(Recorded, Base, kind="measure_event"):
    """A step in a measure's life: proposed, adopted, in force, notified, endorsed, …"""

    __tablename__ = "measure_events"
    __table_args__ = (
        one_of("type", "measure_events.type"),
        one_of("method", "measure_events.method"),
        one_of("date_note", "date_note"),
        partial_date("event_date"),
        partial_date("attested_on"),
        check("dated", "event_date is not null or attested_on is not null"),
        both_or_neither("reason_in_both_languages", "date_reason_fr", "date_reason_en"),
        check("inferred_says_why", "date_note is null or date_reason_fr is not null"),
        Index(
            "uq_measure_events_fact",
            "measure_id",
            "type",
            sql("coalesce(event_date, attested_on)"),
            sql("coalesce(country_id, '')"),
            sql("coalesce(meeting_id, '')"),
            unique=True,
        ),
        STRICT,
    )
    measure_id: Mapped[str] = link("measures", "Whose step it is.", null=False, index=False)
    type: Mapped[str] = text("Which step.", null=False)
    event_date: Mapped[str | None] = text("When (partial date).", index=True)
    date_note: Mapped[str | None] = text("Set where no source prints the date: inferred, approximate, uncertain.")
    date_reason_fr: Mapped[str | None] = text("Why the date is what it is, in French.")
    date_reason_en: Mapped[str | None] = text("Why the date is what it is, in English.")
    attested_on: Mapped[str | None] = text("A day on which a source says that it had happened (partial date).")
    meeting_id: Mapped[str | None] = link("meetings", "The meeting at which it happened.")
    country_id: Mapped[str | None] = link("countries", "Who took the step, where it was one country.")
    method: Mapped[str | None] = text("How a body decided it: recorded vote, without a vote, by consensus.")


class RollCall(Recorded, Base, kind="roll_call"):
    """States voted on a measure: in committee or in plenary, on the whole text or a part of it."""

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
    measure_id: Mapped[str] = link("measures", "What was voted on.", null=False, index=False)
    event_id: Mapped[str | None] = link("measure_events", "The step at which it was taken, where that is on record.")
    stage: Mapped[str | None] = text("Where it was taken, where known: committee or plenary.")
    part: Mapped[str | None] = text("The paragraph or part voted on (par. 9); empty for the whole text.")
    vote_date: Mapped[str | None] = text("When, where the step does not say it (partial date).")
    corrects_id: Mapped[str | None] = link("roll_calls", "The record of the same vote that this one corrects.")


class Vote(Loaded, Base):
    """How a State voted at a roll call; totals are counted, never stored."""

    __tablename__ = "votes"
    __table_args__ = (PrimaryKeyConstraint("roll_call_id", "country_id"), one_of("vote", "votes.vote"), STRICT)
    roll_call_id: Mapped[str] = link("roll_calls", "At which roll call.", null=False, index=False)
    country_id: Mapped[str] = link("countries", "Who voted.", null=False)
    vote: Mapped[str] = text("yes, no, abstain or absent.", null=False)


class Statement(Recorded, Base, kind="statement"):
    """One point made, in our words, by whom and about what."""

    __tablename__ = "statements"
    __table_args__ = (
        check(
            "said_somewhere",
            "meeting_id is not null or process_id is not null or measure_id is not null or forum_id is not null",
        ),
        one_of("type", "statements.type"),
        one_of("attribution", "statements.attribution"),
        one_of("reporting", "statements.reporting"),
        one_of("stance", "statements.stance"),
        filled("summary_fr", "summary_en"),
        both_or_neither("stance_has_target", "stance", "stance_target_id"),
        both_or_neither("attribution_in_both_languages", "attribution_text_fr", "attribution_text_en"),
        check("collective_says_who", "attribution <> 'collective' or attribution_text_fr is not null"),
        check("sort_from_one", "sort >= 1"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of point.", null=False, index=True)
    meeting_id: Mapped[str | None] = link("meetings", "The meeting at which it was made.")
    process_id: Mapped[str | None] = link("processes", "The process it belongs to.")
    measure_id: Mapped[str | None] = link("measures", "The measure that says it.")
    forum_id: Mapped[str | None] = link(
        "forums", "The forum it is about, where no meeting, process or measure is named."
    )
    attribution: Mapped[str] = text(
        "individual, joint, collective, moderator, document or press.", null=False, index=True
    )
    attribution_text_fr: Mapped[str | None] = text("Whom the source names as its authors, in French.")
    attribution_text_en: Mapped[str | None] = text("Whom the source names as its authors, in English.")
    reporting: Mapped[str] = text("Quoted, reported or summarised by the source.", null=False)
    summary_fr: Mapped[str] = text("The point in our words, in French.", null=False)
    summary_en: Mapped[str] = text("The point in our words, in English.", null=False)
    stance: Mapped[str | None] = text("For or against the target.")
    stance_target_id: Mapped[str | None] = link("records", "What the stance is about.")
    sort: Mapped[int] = mapped_column(Integer, nullable=False, doc="Order in the source, from 1.")


class StatementParticipation(Loaded, Base):
    """Whose statement it is: one participation, individual; several, joint."""

    __tablename__ = "statement_participations"
    __table_args__ = (PrimaryKeyConstraint("statement_id", "participation_id"), STRICT)
    statement_id: Mapped[str] = link("statements", "The point made.", null=False, index=False)
    participation_id: Mapped[str] = link("participations", "By whom.", null=False)
    sort: Mapped[int] = mapped_column(Integer, nullable=False, doc="Order of the names in the source, from 1.")


class Figure(Recorded, Base, kind="figure"):
    """A number somebody stated, with its caution."""

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
        STRICT,
    )
    statement_id: Mapped[str | None] = link("statements", "The statement that gives it.")
    subject_id: Mapped[str | None] = link("records", "What it is a number of.")
    label_fr: Mapped[str] = text("What is counted, in French.", null=False)
    label_en: Mapped[str] = text("What is counted, in English.", null=False)
    comparator: Mapped[str] = text("How cautiously it is stated: eq, approx, gt, ge, lt, le, range.", null=False)
    value: Mapped[float] = mapped_column(NUMBER, nullable=False, doc="The value in full magnitude.")
    value_max: Mapped[float | None] = mapped_column(NUMBER, doc="The upper end of a range.")
    unit: Mapped[str] = text("count, percent, usd, eur, multiple or year.", null=False)
    of_figure_id: Mapped[str | None] = link("figures", "The figure of which this is a share.")
    period_start: Mapped[str | None] = text("First day of the period counted (partial date).")
    period_end: Mapped[str | None] = text("Last day of the period counted (partial date).")
    as_of: Mapped[str | None] = text("The day for which it is stated (partial date).")
    attributed_to_id: Mapped[str | None] = link("records", "Whose estimate it is, where the source says so.")
