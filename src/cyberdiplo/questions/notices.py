"""What a reader should know of an answer that is not in it.

What it was asked for by default; how a resolution without votes was adopted, and one with votes; which texts were
compared; how many of how many members or signatories are on record; whether the side of a debate that has nothing was
looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import later, tr, tr_plural
from cyberdiplo.questions.kin_notices import find_kin
from cyberdiplo.questions.names import read_short_name, resolve
from cyberdiplo.questions.question import RECORD_KINDS
from cyberdiplo.questions.vague_dates import find_vague
from cyberdiplo.questions.vote_notices import find_pairs, find_totals, values_of
from cyberdiplo.schema.vocabulary import choose_label
from cyberdiplo.store.lists import translate_columns
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

    Find = Callable[[Connection, Question, Mapping[str, Any], str], Iterator[str]]

ADOPTED = """
select
  coalesce((select symbol from symbols where record_id = measures.id), measures.id),
  measure_events.method,
  measure_events.event_date
from measures
left join measure_events on measure_events.measure_id = measures.id and measure_events.type = 'adopted'
where measures.id = :id and not exists (
  select 1 from votes join roll_calls on roll_calls.id = votes.roll_call_id where roll_calls.measure_id = :id
)
order by measure_events.method is null, measure_events.event_date desc
limit 1
"""
# What States voted on that is the record itself, or a text of the process that it is.
VOTED = """
select count(*), sum(yes), sum(no), case max(measure_id) when :id then 'resolution' else 'process' end
from final_totals
where measure_id = :id or measure_id in (select measure_id from measure_processes where process_id = :id)
"""
SENTENCES = {
    "without_vote": later("{symbol} was adopted without a vote{on}: no State voted on it."),
    "consensus": later("{symbol} was adopted by consensus{on}: no State voted on it."),
    "recorded_vote": later(
        "{symbol} was adopted by a recorded vote{on}; the votes of the States are not on record here."
    ),
    None: later("No votes on {symbol} are on record here."),
}
WITH_VOTES = r"\b(?:from|join) (?:votes|final_votes|final_totals|roll_call_totals)\b"

# The newest list of each kind up to a day, of a record: of those that say how many there are, else of any.
COUNTED = """
with lists as (
  select * from rosters
  where record_id = :id and (total is not null or not exists (
    select 1 from rosters as told
    where told.record_id = rosters.record_id and told.list = rosters.list and told.total is not null
  ))
)
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = newest.record_id) as name,
  newest.list,
  newest.as_of,
  newest.on_record,
  newest.total,
  (select title from sources where sources.id = newest.source_id) as source,
  newest.note_fr as note
from counted_rosters as newest
where newest.record_id = :id and newest.as_of = (
  select max(lists.as_of) from lists
  where lists.list = newest.list and (lists.as_of <= :day or not exists (
    select 1 from lists as older where older.list = lists.list and older.as_of <= :day
  ))
)
order by newest.list
"""
INTRODUCED = """
select
  (select name_fr from countries where id = :id),
  (
    select count(distinct measure_id) from measure_events
    where country_id = :id and type in ('introduced', 'co_sponsored', 'proposed')
  )
"""
COUNT = later("{name}: {on_record} of {total} {list} are on record, {on} ({source}).")
UNCOUNTED = later("{name}: {list}: {on_record} on record, {on}; the source does not say how many there are ({source}).")
NOTHING = {  # whether there is something for it, against it
    (True, False): later(
        "Nothing against it is on record."
        " It was looked for in every statement on it from documents read whole ({read})."
    ),
    (False, True): later(
        "Nothing for it is on record. It was looked for in every statement on it from documents read whole ({read})."
    ),
    (False, False): later(
        "Nothing for or against it is on record."
        " It was looked for in every statement on it from documents read whole ({read})."
    ),
}
SEEN_IN_PART = later("Of the pages behind the others ({others}), only part was seen.")
# Who spoke of it, for it, against it or without a stance on it; those of documents that were read whole, and of others.
SIDES = """
select
  coalesce(sum(case when taking.stance = 'supports' then 1 else 0 end), 0),
  coalesce(sum(case when taking.stance in ('opposes', 'criticises') then 1 else 0 end), 0),
  coalesce(sum(case when sources.sha256 is not null then 1 else 0 end), 0),
  count(*)
from statement_abouts
join statements on statements.id = statement_abouts.statement_id
left join statements as taking on taking.id = statements.id and taking.stance_target_id = :id
left join first_citations on first_citations.record_id = statements.id
left join sources on sources.id = first_citations.source_id
where statement_abouts.about_id = :id
"""


def find_notices(
    connection: Connection,
    question: Question,
    values: Mapping[str, Any],
    lang: str,
    wishes: Mapping[str, Sequence[str]] | None = None,
) -> list[str]:
    """The sentences to say beside an answer, each once; ``wishes`` are the parameters that were asked for."""
    notices = [] if wishes is None else list(_find_defaults(connection, question, wishes, lang))
    if wishes is not None:
        notices += find_vague(connection, question, wishes, lang)
    notices += [notice for find in KINDS for notice in find(connection, question, values, lang)]
    if question.caveat:
        notices.append(question.description(lang))
    return list(dict.fromkeys(notices))


def _find_defaults(
    connection: Connection, question: Question, wishes: Mapping[str, Sequence[str]], lang: str
) -> Iterator[str]:
    """Which records the answer is about because nobody named others: without them it cannot be understood."""
    listed = []
    for parameter in question.assumed(wishes):
        match = resolve(connection, parameter.default or "", RECORD_KINDS[parameter.kind])
        listed.append(f"{parameter.option} {read_short_name(connection, match.id, lang)}")
    if listed:
        yield tr("By default: {listed}.", lang, listed="; ".join(listed))


def _find_without_votes(
    connection: Connection, question: Question, values: Mapping[str, Any], lang: str
) -> Iterator[str]:
    """A sentence for each resolution that was asked for by name, in a question about votes, and has none."""
    if not re.search(WITH_VOTES, question.sql):
        return
    for measure_id in values_of(values, *(p.name for p in question.parameters if p.kind == "measure")):
        row = connection.execute(ADOPTED, {"id": measure_id}).fetchone()
        if row is not None:
            symbol, method, date = row
            on = "" if date is None else f" {_say_on(date, lang)}"
            yield tr(SENTENCES[method], lang, symbol=symbol, on=on)


def _find_counts(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> Iterator[str]:
    """How many of how many, for each list of the records whose members the answer lists."""
    record_ids = values_of(values, question.counts)
    if not record_ids:
        return
    of_role = {str(row[0]): str(row[1]) for row in connection.execute("select role, list from membership_lists", {})}
    asked = [of_role.get(role, "") for role in values_of(values, "role")]  # none: all of its lists
    lists = read_labels("rosters.list", connection)
    day = next(iter(values_of(values, "on")), "9999")
    for record_id in record_ids:
        for name, code, as_of, on_record, total, source, note in connection.execute(
            translate_columns(COUNTED, lang), {"id": record_id, "day": day}
        ):
            if not asked or code in asked:
                sentence = tr(
                    COUNT if total is not None else UNCOUNTED,
                    lang,
                    name=name,
                    on_record=on_record,
                    total=total,
                    list=choose_label(lists, code, lang),
                    on=_say_as_of(as_of, lang),
                    source=source,
                )
                yield f"{sentence} {note}" if note else sentence


def _find_silent_side(
    connection: Connection, question: Question, values: Mapping[str, Any], lang: str
) -> Iterator[str]:
    """Where one side has nothing: whether that was looked for, and among how much."""
    for record_id in values_of(values, question.sides):
        row = connection.execute(SIDES, {"id": record_id}).fetchone()
        supporting, against, read, total = row or (0, 0, 0, 0)
        asked = {*values_of(values, "stance")}
        if (supporting and asked == {"supports"}) or (
            against and asked and asked <= {"against", "opposes", "criticises"}
        ):
            continue
        if not total:
            yield tr("Nothing on record speaks for or against it; that does not mean that nobody did.", lang)
        elif not (supporting and against):
            side = NOTHING[bool(supporting), bool(against)]
            more = " " + tr(SEEN_IN_PART, lang, others=total - read) if total > read else ""
            yield tr(side, lang, read=read) + more
        voted = connection.execute(VOTED, {"id": record_id}).fetchone()
        if voted and voted[0] and not (supporting and against):
            command = f"cyberdiplo votes --{voted[3]} {record_id} --vote no"
            yield tr_plural(
                "States voted on {count} text: {yes} votes for, {no} against; {command}",
                "States voted on {count} texts: {yes} votes for, {no} against; {command}",
                int(voted[0]), lang, yes=voted[1], no=voted[2], command=command,
            )  # fmt: skip


def _find_introduced(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Where else what a State proposed is found: among the texts that it introduced or sponsored."""
    for country in values_of(values, question.introduced):
        row = connection.execute(translate_columns(INTRODUCED, lang), {"id": country}).fetchone()
        if row and row[1]:
            yield tr_plural(
                "{name} introduced or sponsored {count} text: cyberdiplo measures --introduced-by {id}",
                "{name} introduced or sponsored {count} texts: cyberdiplo measures --introduced-by {id}",
                int(row[1]), lang, name=row[0], id=country,
            )  # fmt: skip


KINDS: tuple[Find, ...] = (
    *(_find_without_votes, _find_counts, _find_silent_side, find_kin, _find_introduced),
    *(find_totals, find_pairs),
)


def _say_on(date: str, lang: str) -> str:
    return tr("on {date}", lang, date=date) if len(date) == len("YYYY-MM-DD") else tr("in {date}", lang, date=date)


def _say_as_of(date: str, lang: str) -> str:
    return tr("as of {date}", lang, date=say_date(date, lang))
