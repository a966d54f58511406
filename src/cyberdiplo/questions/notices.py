"""What a reader should know of an answer that is not in it: how a resolution without votes was adopted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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
SAID = {
    "without_vote": (
        "{} a été adoptée sans vote{} : aucun État n'y a voté.",
        "{} was adopted without a vote{}: no State voted on it.",
    ),
    "consensus": (
        "{} a été adoptée par consensus{} : aucun État n'y a voté.",
        "{} was adopted by consensus{}: no State voted on it.",
    ),
    "recorded_vote": (
        "{} a été adoptée par un vote enregistré{} ; les votes des États ne sont pas dans la base.",
        "{} was adopted by a recorded vote{}; the votes of the States are not on record here.",
    ),
    None: (
        "Aucun vote sur {} n'est dans la base.",
        "No votes on {} are on record here.",
    ),
}
WITH_VOTES = r"\b(?:from|join) (?:final_)?votes\b"


def find_notices(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> list[str]:
    """A sentence for each resolution that was asked for by name, in a question about votes, and has none."""
    measures = [parameter.name for parameter in question.parameters if parameter.kind == "measure"]
    if not measures or not re.search(WITH_VOTES, question.sql):
        return []
    ids = [value for key, value in values.items() if re.sub(r"_\d+$", "", key) in measures]
    return [said for measure_id in dict.fromkeys(ids) if (said := _without_votes(connection, measure_id, lang))]


def _without_votes(connection: Connection, measure_id: str, lang: str) -> str:
    row = connection.execute(ADOPTED, {"id": measure_id}).fetchone()
    if row is None:
        return ""
    symbol, method, date = row
    on = "" if date is None else f" {_on(date, lang)}"
    return SAID[method][lang != "fr"].format(symbol, on)


def _on(date: str, lang: str) -> str:
    whole = len(date) == len("YYYY-MM-DD")
    return f"{'le' if whole else 'en'} {date}" if lang == "fr" else f"{'on' if whole else 'in'} {date}"
