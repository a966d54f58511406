"""An answer to a whole question, in a line: which rows a list has for it, of which it says itself what counts.

``tells`` of a question (``role: name, position``) has the columns by which rows are put together before the colon:
those with a question mark only where rows differ in them. What is else the same in every row is said once, first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import later, tr, tr_plural
from cyberdiplo.schema.vocabulary import choose_label
from cyberdiplo.text.dates import say_date
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cyberdiplo.result import Labels

    Cells = Mapping[str, str]

MOST = 12  # of one group that are named; of more these, and how many more
DATE = re.compile(r"\d{4}(-\d\d){0,2}")
BETWEEN = " · "
SEMICOLON = {"en": "; ", "fr": "\u00a0; "}


def tell_rows(
    rows: Sequence[Mapping[str, Any]], codes: Mapping[str, Labels], tells: str, lang: str, *, several: bool = False
) -> str:
    """The rows in a line; empty where the list does not say what of a row counts.

    ``several``: more than one record was asked for, hence it is said of which each row is.
    """
    grouping, _, items = tells.rpartition(":")
    heads, columns = _split(grouping), _split(items)
    heads = [name.rstrip("?") for name in heads if several or name[-1] != "?" or _differ(rows, name[:-1])]
    shown = [{name: _say(row.get(name), codes.get(name), lang) for name in (*heads, *columns)} for row in rows]
    shown = [*{tuple(cells.items()): cells for cells in shown}.values()]
    first, columns = _take_constant(shown, heads, columns)
    groups: dict[str, list[str]] = {}
    for cells in shown:
        head = ", ".join(filter(None, (cells[name] for name in heads)))
        groups.setdefault(head, []).append(", ".join(dict.fromkeys(filter(None, map(cells.get, columns)))))
    largest = sorted(groups.items(), key=lambda group: -len(group[1]))
    parts = [_tell_group(head, texts, lang, alone=len(columns) == 1) for head, texts in largest]
    return BETWEEN.join(filter(None, (first, *parts)))


def tell_places(rows: Sequence[Mapping[str, Any]], lang: str, *, seat: bool) -> str:
    """Where meetings were held, the most frequent place first; empty where that is not known."""
    counts: dict[str, int] = {}
    for row in rows:
        if row["place"]:
            counts[row["place"]] = counts.get(row["place"], 0) + 1
    listed = [f"{place} ({count})" for place, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]
    if not listed:
        return ""
    sentence = (
        later("The seat is not on record; meetings were held in: {places}.")
        if seat
        else later("Meetings were held in: {places}.")
    )
    return tr(sentence, lang, places=list_some(listed, lang))


def list_some(texts: Sequence[str], lang: str) -> str:
    """Texts one after the other, as many as a reader takes in."""
    between = SEMICOLON[lang] if any("," in text for text in texts) else ", "
    listed = between.join(texts[:MOST])
    more = len(texts) - MOST
    return (
        tr_plural("{names} and {count} more", "{names} and {count} more", more, lang, names=listed)
        if more > 0
        else listed
    )


def count_rows(count: int, lang: str) -> str:
    """How many rows, where no more is said of them."""
    return tr_plural("{count} row", "{count} rows", count, lang)


def _differ(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    return len({row[name] for row in rows}) > 1


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _say(value: Any, labels: Labels | None, lang: str) -> str:
    text = "" if value is None else str(value)
    if labels is not None and text in labels:
        return choose_label(labels, text, lang)
    return say_date(text, lang) if DATE.fullmatch(text) and isinstance(value, str) else text


def _take_constant(shown: Sequence[Cells], heads: list[str], columns: list[str]) -> tuple[str, list[str]]:
    """The text that every row has alike, and the columns that are left; of a single row nothing is taken."""
    if len(shown) < 2:
        return "", columns
    same = [name for name in (*heads, *columns) if len({cells[name] for cells in shown}) == 1]
    first = ", ".join(filter(None, (shown[0][name] for name in same if name in columns)))
    return first, [name for name in columns if name not in same] or columns[:1]


def _tell_group(head: str, texts: Sequence[str], lang: str, *, alone: bool) -> str:
    """One group: its head, how many, and which; names in the order of the alphabet, what has more in its own."""
    named = [*filter(None, texts)]
    listed = list_some(sorted(named, key=fold) if alone and not any(map(DATE.search, named)) else named, lang)
    if not head or not named:
        return listed or head
    head = head if len(named) == 1 else f"{head} ({len(named)})"
    return tr("{head}: {listed}", lang, head=head, listed=listed)
