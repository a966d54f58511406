"""What ``db status`` tells, as a reader calls it: its rows are codes for programs, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import later, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.result import Labels

FACTS = (
    *(later("database"), later("state"), later("bytes"), later("revision"), later("revision expected")),
    *(later("encoding"), later("replica"), later("sessions"), later("soundness"), later("broken references")),
    *(later("rules not yet checked"), later("bytes of tables"), later("bytes of indexes"), later("indexes")),
    *(later("indexes never used"), later("reads of whole tables"), later("reads by index"), later("last load")),
)
STATES = (later("ready"), later("of another version"), later("missing"), later("yes"), later("no"), later("none"))
ROWS, NEWEST = "rows of ", "newest fact: "  # what a table's name, an area's name stands behind


def label_facts(facts: Iterable[tuple[str, Any]]) -> dict[str, Labels]:
    """What the facts and states are called, in French and English."""
    return {
        "what": {fact: (_say_fact(fact, "fr"), _say_fact(fact, "en")) for fact, _ in facts},
        "value": {state: (tr(state, "fr"), state) for state in STATES},
    }


def _say_fact(fact: str, lang: str) -> str:
    if fact.startswith(ROWS):
        return tr("rows of {table}", lang, table=fact.removeprefix(ROWS))
    if fact.startswith(NEWEST):
        return tr("newest fact: {area}", lang, area=fact.removeprefix(NEWEST))
    return tr(fact, lang) if fact in FACTS else fact
