"""Which column a reader means who names it as it is headed: in either language, any case, with or without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.render.style import make_headings
from cyberdiplo.result import refuse_column
from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

NEARLY = 0.75  # the share of a heading that must agree for the only column that fits to be taken


def read_column(name: str, known: Sequence[str], lang: str) -> tuple[str, list[str]]:
    """The column that a name or heading means, and a sentence where that was guessed.

    Raises BadUsage where none fits or several do.
    """
    languages = sorted(("fr", "en"), key=lambda language: language != lang)  # the reader's first
    headings = [dict(zip(known, make_headings(known, language), strict=True)) for language in languages]
    word = _fold(name)
    for spellings in ({column: column for column in known}, *headings):
        if columns := [column for column, heading in spellings.items() if _fold(heading) == word]:
            if len(columns) == 1:
                return columns[0], []
            raise BadUsage(tr("{name!r} is the heading of several columns.", name=name), hint=did_you_mean(columns))
    spelled: dict[str, str] = {}  # folded heading -> column
    for spellings in (*reversed(headings), {column: column for column in known}):
        spelled |= {_fold(heading): column for column, heading in spellings.items()}
    near = _columns(spelled, find_nearest(word, spelled, cutoff=NEARLY, most=4))
    if len(near) == 1:
        return near[0], [tr("column: {heading} ({name})", heading=headings[0][near[0]], name=near[0])]
    raise refuse_column(name, known, (near or _columns(spelled, find_nearest(word, spelled)))[:3])


def _columns(spelled: dict[str, str], words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(spelled[word] for word in words))


def _fold(heading: str) -> str:
    return fold(heading.replace("_", " "))
