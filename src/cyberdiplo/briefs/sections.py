"""The sections of a brief: people, votes, measures, figures; each from one question's rows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from cyberdiplo.briefs.note import Block, Column, Entry, Group, Section, Sentence
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.schema.vocabulary import choose_label, label
from cyberdiplo.text.amounts import say_amount
from cyberdiplo.text.dates import about, say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from cyberdiplo.briefs.note import Place
    from cyberdiplo.result import Labels

    Row = Mapping[str, Any]
    FindPlace = Callable[[Row], Place | None]

BINDING = ("entered_into_force", "applied", "planned", "not_recorded")  # steps that each part has a day of its own for
NAMED = 12  # States against a text that are named; of more, the number says enough


def write_people(
    rows: Sequence[Row], codes: Mapping[str, Labels], most: int | None, find_place: FindPlace, lang: str
) -> Section:
    """Everybody once, by capacity, in the order of the source; where there are too many, those who said most."""
    people: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        people.setdefault((row["id"], row["capacity"]), []).append(row)
    first = [told[0] for told in people.values()]
    points = {key: sum(row["points"] for row in told) for key, told in people.items()}
    kept = sorted(people, key=lambda key: -points[key])[:most]
    shown = [row for row in first if (row["id"], row["capacity"]) in kept]
    order = list(dict.fromkeys(row["capacity"] for row in shown))
    groups = [
        Group(
            choose_label(codes["capacity"], capacity, lang),
            [
                Entry(_name_person(row, codes, lang), [Sentence(row["participation_id"], "", find_place(row))])
                for row in told
            ],
        )
        for capacity, told in groupby(
            sorted(shown, key=lambda row: order.index(row["capacity"])), key=lambda row: row["capacity"]
        )
    ]
    return Section(tr("Who", lang), _in_one(groups), len(people) - len(shown))


def _name_person(row: Row, codes: Mapping[str, Labels], lang: str) -> str:
    leads = (
        row["role"] in ("chair", "co_chair", "moderator") and row["capacity"] != "moderator"
    )  # which says it already
    role = choose_label(codes["role"], row["role"], lang) if leads else None
    described = ", ".join(filter(None, (role, row["organisation"], row["country"])))
    return f"{row['name']} ({described})" if described else str(row["name"])


def write_votes(rows: Sequence[Row], most: int | None, find_place: FindPlace, lang: str) -> Section:
    """A paragraph for each text, the newest first."""
    groups = [Group("", [_tell_vote(row, find_place, lang)]) for row in rows[:most]]
    return Section(tr("Votes", lang), _in_one(groups), len(rows) - len(groups))


def _tell_vote(row: Row, find_place: FindPlace, lang: str) -> Entry:
    text = tr(
        "{yes} in favour, {no} against, {abstain} abstaining", lang, **{n: row[n] for n in ("yes", "no", "abstain")}
    )
    if row["against"] and row["no"] <= NAMED:
        text = tr("{totals}; against: {listed}", lang, totals=text, listed=row["against"])
    for told in filter(None, (row.get("of_country") or "").split("; ")):
        name, _, vote = told.rpartition(": ")
        text = tr("{country}: {vote}. {totals}", lang, country=name, vote=label("votes.vote", vote, lang), totals=text)
    day = tr("{what}, {date}", lang, what=row["name"], date=say_date(row["date"], lang)) if row["date"] else row["name"]
    return Entry(_name(row["symbol"], day), [Sentence(row["id"], text + ".", find_place(row))])


def write_measures(
    rows: Sequence[Row], codes: Mapping[str, Labels], most: int | None, find_place: FindPlace, lang: str
) -> Section:
    """A paragraph for each measure: what it is at now, and its steps with their dates.

    Each sort of step once, of those that bind somebody each part; the others are counted, unless all is asked for.
    """
    by_measure = [list(told) for _, told in groupby(rows, key=lambda row: row["id"])]
    groups = []
    for steps in by_measure[:most]:
        lead, status = _name(steps[0]["symbol"], steps[0]["name"]), steps[0]["status"]
        if status != "unknown":
            lead = tr("{name} ({status})", lang, name=lead, status=choose_label(codes["status"], status, lang))
        whole_first = sorted(steps, key=lambda row: row["part"] is not None)
        once = {(row["step"], row["part"] if row["step"] in BINDING else None): row for row in reversed(whole_first)}
        told = sorted(once.values() if most else steps, key=lambda row: row["date"] or "")
        sentences = [
            Sentence(row["step_id"] or row["id"], _tell_step(row, codes, lang), find_place(row)) for row in told
        ]
        more = tr_plural(
            "{count} more step: cyberdiplo show {id}", "{count} more steps: cyberdiplo show {id}",
            len(steps) - len(told), lang, id=steps[0]["id"],
        )  # fmt: skip
        groups.append(Group("", [Entry(lead, sentences, more if len(told) < len(steps) else "")]))
    return Section(tr("Measures", lang), _in_one(groups), len(by_measure) - len(groups))


def _tell_step(row: Row, codes: Mapping[str, Labels], lang: str) -> str:
    """What happened, to which part, when; what it is, where no step of it has a date."""
    if row["date"] is None:
        return choose_label(codes["type"], row["type"], lang)
    date = about(row["date"], lang) if row["date_note"] else say_date(row["date"], lang)
    step = choose_label(codes["step"], row["step"], lang)
    step = f"{step} ({row['part']})" if row["part"] else step
    return tr("{step}: {date}", lang, step=step, date=date)


def write_figures(
    rows: Sequence[Row], codes: Mapping[str, Labels], most: int | None, find_place: FindPlace, lang: str
) -> Section:
    """A paragraph for each voice with the figures that it stated: how much, of what, as at when."""
    by_voice: dict[str, list[Row]] = {}
    labels = {row["label"] for row in rows[:most]}
    for row in rows[:most]:
        by_voice.setdefault(row["stated_by"] or "", []).append(row)
    groups = [
        Group(
            tr("according to {who}", lang, who=voice) if voice else "",
            [Entry(_say_amount(row, codes, lang), [_tell_figure(row, labels, find_place, lang)]) for row in told],
        )
        for voice, told in by_voice.items()
    ]
    return Section(tr("Figures", lang), _in_one(groups), max(0, len(rows) - (most or len(rows))))


def _say_amount(row: Row, codes: Mapping[str, Labels], lang: str) -> str:
    words, unit = (choose_label(codes[name], row[name], lang) for name in ("comparator", "unit"))
    return say_amount(words, row["value"], row["value_max"], row["unit"], unit, lang)


def _tell_figure(row: Row, labels: Collection[str], find_place: FindPlace, lang: str) -> Sentence:
    """A figure with what to bear in mind: what it is a part of, unless that is told beside it, and as at when."""
    whole = row["percent_of"] if row["percent_of"] not in labels else None
    caution = [
        tr("of: {whole}", lang, whole=whole) if whole else None,
        tr("as at {date}", lang, date=say_date(row["as_of"], lang)) if row["as_of"] else None,
    ]
    told = "; ".join(filter(None, caution))
    return Sentence(row["id"], f"{row['label']} ({told})" if told else row["label"], find_place(row))


def _name(symbol: str | None, name: str) -> str:
    return f"{symbol}, {name}" if symbol and symbol not in name else name


def _in_one(groups: list[Group]) -> list[Block]:
    return [Block("", [Column("", groups)])] if groups else []
