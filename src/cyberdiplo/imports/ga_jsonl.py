"""Resolutions of a session as JSON Lines, one a row (repository UNxml/GAresolutions)."""

from __future__ import annotations

import json
import re
from sys import intern
from typing import TYPE_CHECKING, Any

from cyberdiplo.imports.files import clean, read_lines, refuse
from cyberdiplo.imports.ga_records import Record, read_symbol
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cyberdiplo.imports.outcome import Outcome

METHODS = {"by a recorded vote": "recorded_vote", "without a vote": "without_vote"}
SIZE = 60_000_000  # bytes; a session has less than a million, and all of a run is kept until it is merged
NOTHING = {"", "n.a."}
LISTS = {"in_favour": "MS_in_favour", "against": "MS_against", "abstaining": "MS_abstaining"}
DRAFT = re.compile(r"A/(?:(?:C\.\d|BUR|ES-\d+|S-\d+)/)?(?:\d+/)?L\.\d+(?:/Rev\.\d+)?")
TEXTS = ("symbol", "title", "adoption_date", "adoption_type", "pv", "committee", "agenda_item", "originating_document")


def read_jsonl(path: Path, outcome: Outcome) -> Iterator[Record]:
    """The rows of a file. Raises BadSeed where a line is no JSON; a row that is no resolution is rejected."""
    for number, line in enumerate(read_lines(path, most=SIZE), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            cut = not line.endswith("\n")
            what = (
                tr("the line is cut off")
                if cut
                else tr("the line is no JSON ({error})", error=say_system(str(error)[:80]))
            )
            raise refuse(path, number, what) from None
        if not isinstance(row, dict) or not (symbol := read_symbol(_text(row, "symbol"))):
            shown = _text(row, "symbol") if isinstance(row, dict) else str(row)
            reason = tr("the row has no symbol of a General Assembly resolution")
            outcome.reject(path, number, shown, "symbol", shown, reason)
            continue
        yield _read(row, symbol, path, number)


def _read(row: dict[str, Any], symbol: str, path: Path, number: int) -> Record:
    origin = clean(_text(row, "originating_document"))
    draft = DRAFT.match(origin)
    return Record(
        symbol,
        path,
        number,
        titles={"en": title} if (title := clean(_text(row, "title"))) else {},
        adopted=_text(row, "adoption_date"),
        method=METHODS.get(_text(row, "adoption_type").casefold(), ""),
        meeting=clean(_text(row, "pv")),
        committee=clean(_text(row, "committee")),
        agenda_item=clean(_text(row, "agenda_item")),
        origin=origin,
        draft=draft[0] if draft else "",
        sponsors=_texts(row, "sponsors"),
        joined=_texts(row, "additional_sponsors"),
        votes={vote: _texts(row, name) for vote, name in LISTS.items()},
        totals={vote: _text(row, f"{name}_count") for vote, name in LISTS.items()},
        subjects=[str(subject[0]) for subject in _list(row, "subjects") if isinstance(subject, list) and subject],
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    text = value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""
    return "" if text.casefold() in NOTHING else text


def _list(row: dict[str, Any], name: str) -> list[Any]:
    value = row.get(name)
    return value if isinstance(value, list) else []


def _texts(row: dict[str, Any], name: str) -> list[str]:
    """The texts of a list; names of States come by the ten thousand, and each is kept once."""
    return [intern(text) for text in _list(row, name) if isinstance(text, str)]
