"""What a reader should know of an answer about votes: how each text was decided, which texts were compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import later, tr, tr_plural
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import ask
from cyberdiplo.store.lists import translate_columns
from cyberdiplo.text.several import list_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

SPONSORS = 3  # as many are named, more are counted
PAIRS = 4  # pairs of texts that are told one by one
OF_ANOTHER = ("stage", "roll_call")  # where one of these is asked for, it may be another vote than the final one
CAST = """
select
  coalesce((select symbol from symbols where record_id = final_votes.measure_id), final_votes.measure_id) as symbol,
  final_votes.date,
  final_votes.vote,
  countries.name_fr as name
from final_votes join countries on countries.id = final_votes.country_id
where final_votes.measure_id = :id
"""
RIVALS = later("{first} and {second} are rival texts: to vote for one and against the other is no change of position.")
NEXT = later("Each text is compared with the next one of its line that States voted on; two others: --first, --second.")
MANY = later("{count} pairs of texts: 'cyberdiplo query run successive-texts' lists them, with who introduced each.")


def values_of(values: Mapping[str, Any], *names: str) -> list[str]:
    """The values of these parameters, of which several are numbered."""
    return list(dict.fromkeys(value for key, value in values.items() if re.sub(r"_\d+$", "", key) in names))


def find_totals(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> Iterator[str]:
    """For each text that was asked for by name: how many for and against, and who was against or abstained."""
    if values_of(values, *OF_ANOTHER):
        return
    narrowed = bool(values_of(values, "country", "group"))  # how these voted is the answer; the camps would hide it
    for measure_id in values_of(values, question.totals):
        rows = list(connection.execute(translate_columns(CAST, lang), {"id": measure_id}))
        camps: dict[str, list[str]] = {vote: [] for vote in ("yes", "no", "abstain", "absent")}
        for *_, vote, name in rows:
            camps[vote].append(name)
        if rows:
            symbol, date = rows[0][:2]
            counts = {vote: len(names) for vote, names in camps.items()}
            told = [_say_totals(symbol, date or "?", counts, lang)]
            against, abstaining = ([] if narrowed else camps[vote] for vote in ("no", "abstain"))
            if against:
                told.append(tr("{count} against: {names}.", lang, count=counts["no"], names=list_names(against, lang)))
            if abstaining:
                told.append(
                    tr_plural(
                        "{count} abstention: {names}.", "{count} abstentions: {names}.", counts["abstain"], lang,
                        names=list_names(abstaining, lang),
                    )
                )  # fmt: skip
            yield " ".join(told)


def _say_totals(symbol: str, date: str, counts: Mapping[str, int], lang: str) -> str:
    """How many voted how, in a sentence."""
    return tr_plural(
        "{symbol} ({date}): {yes} in favour, {no} against, {count} abstention, {absent} did not vote.",
        "{symbol} ({date}): {yes} in favour, {no} against, {count} abstentions, {absent} did not vote.",
        counts["abstain"],
        lang,
        symbol=symbol,
        date=date,
        **counts,
    )


def find_pairs(connection: Connection, question: Question, values: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Which texts are compared, with dates and sponsors, and whether they are rivals."""
    if not question.compares:
        return
    lists = catalogue.find(question.compares)
    result = ask(connection, lists, {p.name: values_of(values, p.name) for p in lists.parameters}, lang=lang)
    pairs = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    if len([name for name in ORDER if values_of(values, name)]) < len(ORDER):
        yield tr(NEXT, lang)
    if len(pairs) > PAIRS:
        yield tr(MANY, lang, count=len(pairs))
        return
    for pair in pairs:
        sponsors = {f"{place}_by": _say_sponsors(connection, pair[f"{place}_introduced_by"], lang) for place in ORDER}
        yield tr_plural(
            "{first} ({first_date}; {first_by}) → {second} ({second_date}; {second_by}):"
            " {count} State voted otherwise.",
            "{first} ({first_date}; {first_by}) → {second} ({second_date}; {second_by}):"
            " {count} States voted otherwise.",
            int(pair["changed"]),
            lang,
            **pair,
            **sponsors,
        )
        if pair["rivals"]:
            yield tr(RIVALS, lang, **pair)


ORDER = ("first", "second")


def _say_sponsors(connection: Connection, codes: str | None, lang: str) -> str:
    """Who introduced a text: by name where they are few."""
    countries = codes.split(", ") if codes else []
    if not countries:
        return tr("who introduced it is not on record", lang)
    if len(countries) > SPONSORS:
        return tr("introduced by {count} States", lang, count=len(countries))
    sql = translate_columns("select name_fr from countries where id = :id", lang)
    names = [str(row[0]) for code in countries for row in connection.execute(sql, {"id": code})]
    return tr("introduced by: {names}", lang, names=", ".join(names))
