"""Several States side by side: what the question ``states-compared`` tells of them, a column a State."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import tr
from cyberdiplo.result import Result, Row
from cyberdiplo.schema.vocabulary import choose_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Fact = dict[str, Any]  # a row of the question by its columns
Line = dict[str, str]  # what stands in a row, by State


FEW = 2  # votes that are alike and are told one by one all the same


def set_side_by_side(
    result: Result, states: Mapping[str, str], lang: str, *, every: bool = False
) -> tuple[Result, int]:
    """A kind of facts under the other, in each what is of one text or topic in one row, with the places in brackets.

    ``states`` are the ids in the order of the columns, and what each is called; one with nothing on record says so.
    Texts on which all of them voted alike are counted in one row, unless ``every`` one is wanted; how many is told.
    """
    facts = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    alike = [] if every else _find_alike(facts, states)
    summary = [_count_alike(alike, states, result, lang)] if len(alike) > FEW else []
    counted = {fact["id"] for fact in alike} if summary else set()
    silent = {state for state in states if all(fact["country"] != state for fact in facts)}
    kinds: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        if fact["id"] in counted:
            kinds.setdefault(_label(fact, result, lang)["kind"], {})
            continue
        told = _label(fact, result, lang)
        about = "" if fact["kind"] == "measure" else told["about"] or ""
        kinds.setdefault(told["kind"], {}).setdefault(about, []).append(told)
    rows: list[Row] = []
    for kind, topics in kinds.items():
        rows.append((kind.upper(), *[""] * len(states)))
        rows += summary
        summary = []
        for about, of_it in topics.items():
            rows += _set_lines(about, of_it, states, lang)
    if facts and silent:
        rows.insert(0, ("", *(tr("nothing on record", lang) if state in silent else "" for state in states)))
    return Result(["about", *states.values()], iter(rows)), len(counted)


def _find_alike(facts: Sequence[Fact], states: Mapping[str, str]) -> list[Fact]:
    """The votes of the texts on which all of the States voted, and in the same way: of each text one."""
    of_text: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact["kind"] == "vote":
            of_text.setdefault(fact["id"], []).append(fact)
    return [
        cast[0]
        for cast in of_text.values()
        if len(states) > 1 and {fact["country"] for fact in cast} == set(states) and len({f["how"] for f in cast}) == 1
    ]


def _count_alike(alike: Sequence[Fact], states: Mapping[str, str], result: Result, lang: str) -> Row:
    """How many texts they voted alike on, and how: a row like those of single texts, which it stands before."""
    counts = Counter(choose_label(result.codes["how"], fact["how"], lang) for fact in alike)
    cell = "; ".join(tr("{vote}: {count}", lang, vote=vote, count=count) for vote, count in counts.most_common())
    heading = tr("{count} texts on which they voted alike", lang, count=len(alike))
    return (heading, *[cell] * len(states))


def _label(fact: Fact, result: Result, lang: str) -> Fact:
    """The fact with its codes as readers know them."""
    return {
        name: choose_label(result.codes[name], value, lang) if value and name in result.codes else value
        for name, value in fact.items()
    }


def _set_lines(about: str, told: Sequence[Fact], states: Mapping[str, str], lang: str) -> list[Row]:
    """The facts on one text or topic: each in the first row in which its States have nothing yet."""
    lines: list[Line] = []
    of_one: dict[str, list[Fact]] = {}
    for fact in sorted(told, key=lambda fact: [*states].index(fact["country"])):
        of_one.setdefault(fact["id"], []).append(fact)
    places = {_tell_place(fact) for fact in told}
    shared = places.pop() if len(places) == 1 and len(told) > 1 else ""
    for facts in sorted(of_one.values(), key=lambda facts: facts[0]["date"] or ""):
        line = next((line for line in lines if not any(fact["country"] in line for fact in facts)), None)
        if line is None:
            lines.append(line := {})
        for fact in facts:
            if fact["summary"] and fact is not facts[0]:
                line[fact["country"]] = tr("with {name}", lang, name=states[facts[0]["country"]])
            else:
                line[fact["country"]] = f"{_tell(fact, lang)} {'' if shared else _tell_place(fact)}".rstrip()
    heading = f"{about} {shared}".strip()
    return [
        (heading if number == 0 else "", *(line.get(state, "") for state in states))
        for number, line in enumerate(lines)
    ]


def _tell(fact: Fact, lang: str) -> str:
    """What a State did or said, in words."""
    if fact["summary"]:
        return tr("{stance}: {summary}", lang, **fact) if fact["stance"] else str(fact["summary"])
    return str(fact["how"] or f"{fact['about']} ({fact['type']})")


def _tell_place(fact: Fact) -> str:
    """When it was, and where it is written."""
    return f"[{', '.join(fact[name] for name in ('date', 'source', 'locator') if fact[name])}]"
