"""Where else the sides of a debate stand: statements on what is a form of it, or rivals it, and those who back it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.questions.names import read_short_name
from cyberdiplo.questions.vote_notices import values_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

# What is a form of the same, however far; what rivals, replaces, succeeds or is a part of it, next to it.
KIN = """
with recursive pairs(one, other) as (
  select subject_id, object_id from relations where predicate = 'case_of'
  union all
  select object_id, subject_id from relations where predicate = 'case_of'
), forms(id) as (
  select cast(:id as text)
  union
  select pairs.other from forms join pairs on pairs.one = forms.id
), kin(id) as (
  select id from forms
  union select object_id from relations where subject_id = :id and predicate in ({near})
  union select subject_id from relations where object_id = :id and predicate in ({near})
  union select id from measures where parent_id = :id
  union select parent_id from measures where id = :id and parent_id is not null
  union select id from processes where parent_id = :id
  union select parent_id from processes where id = :id and parent_id is not null
)
select
  kin.id,
  sum(case statements.stance when 'supports' then 1 else 0 end) as supporting,
  sum(case when statements.stance in ('opposes', 'criticises') then 1 else 0 end) as against
from kin
join statements on statements.stance_target_id = kin.id and statements.stance is not null
where kin.id <> :id
group by kin.id
order by count(*) desc, kin.id
limit 6
""".replace("{near}", "'competes_with', 'proposed_to_replace', 'compares_with', 'succeeds'")
BACKERS = "select count(*) from relations where object_id = :id and predicate in ('supports', 'opposes')"


def find_kin(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Which other records have statements for and against, and how many States or bodies back it in another way."""
    for record_id in values_of(values, question.sides):
        others = [
            tr("{name} (statements: {supporting} for, {against} against): --record {id}", lang,
               name=read_short_name(connection, str(id), lang), supporting=supporting, against=against, id=id)
            for id, supporting, against in connection.execute(KIN, {"id": record_id})
        ]  # fmt: skip
        if others:
            yield tr("See also: {listed}.", lang, listed=tr("; ", lang).join(others))
        backers = connection.execute(BACKERS, {"id": record_id}).fetchone()
        if backers and backers[0]:
            yield tr_plural(
                "{count} State or body more has its support or objection on record without words:"
                " cyberdiplo query run supporters --record {id}",
                "{count} States or bodies more have their support or objection on record without words:"
                " cyberdiplo query run supporters --record {id}",
                int(backers[0]), lang, id=record_id,
            )  # fmt: skip
