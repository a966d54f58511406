"""What a reader should know of an answer that is not in it: how a resolution without votes was adopted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import later, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cyberdiplo.questions.catalogue import Question
    from cyberdiplo.store.connection import Connection

ADOPTED = """
select
  coalesce(
    (select value from identifiers where record_id = measures.id and scheme <> 'url' order by scheme, value limit 1),
    measures.id
  ),
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
SENTENCES = {
    "without_vote": later("{symbol} was adopted without a vote{on}: no State voted on it."),
    "consensus": later("{symbol} was adopted by consensus{on}: no State voted on it."),
    "recorded_vote": later(
        "{symbol} was adopted by a recorded vote{on}; the votes of the States are not on record here."
    ),
    None: later("No votes on {symbol} are on record here."),
}
WITH_VOTES = r"\b(?:from|join) (?:final_)?votes\b"


def find_notices(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> list[str]:
    """A sentence for each resolution that was asked for by name, in a question about votes, and has none."""
    measures = [parameter.name for parameter in question.parameters if parameter.kind == "measure"]
    if not measures or not re.search(WITH_VOTES, question.sql):
        return []
    ids = [value for key, value in values.items() if re.sub(r"_\d+$", "", key) in measures]
    return [notice for measure_id in dict.fromkeys(ids) if (notice := _without_votes(connection, measure_id, lang))]


def _without_votes(connection: Connection, measure_id: str, lang: str) -> str:
    row = connection.execute(ADOPTED, {"id": measure_id}).fetchone()
    if row is None:
        return ""
    symbol, method, date = row
    on = "" if date is None else f" {_say_date(date, lang)}"
    return tr(SENTENCES[method], lang, symbol=symbol, on=on)


def _say_date(date: str, lang: str) -> str:
    return tr("on {date}", lang, date=date) if len(date) == len("YYYY-MM-DD") else tr("in {date}", lang, date=date)
