"""Several States side by side: what the question ``states-compared`` tells of them, a column a State."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import tr
from cyberdiplo.result import Result, Row
from cyberdiplo.schema.vocabulary import choose_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Fact = dict[str, Any]  # a row of the question by its columns
Line = dict[str, str]  # what stands in a row, by State


def set_side_by_side(result: Result, states: Mapping[str, str], lang: str) -> Result:
    """A kind of facts under the other, in each what is of one text or topic in one row, with the places in brackets.

    ``states`` are the ids in the order of the columns, and what each is called; one with nothing on record says so.
    """
    facts = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    silent = {state for state in states if all(fact["country"] != state for fact in facts)}
    kinds: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        told = _label(fact, result, lang)
        about = "" if fact["kind"] == "measure" else told["about"] or ""
        kinds.setdefault(told["kind"], {}).setdefault(about, []).append(told)
    rows: list[Row] = []
    for kind, topics in kinds.items():
        rows.append((kind.upper(), *[""] * len(states)))
        for about, of_it in topics.items():
            rows += _set_lines(about, of_it, states, lang)
    if facts and silent:
        rows.insert(0, ("", *(tr("nothing on record", lang) if state in silent else "" for state in states)))
    return Result(["about", *states.values()], iter(rows))


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
