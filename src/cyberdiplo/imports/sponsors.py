"""Who sponsors a draft, as it is printed: Names, States for a group, an officer or a body.

A list may be one text (``Austria, Egypt (on behalf of the League of Arab States) and Trinidad and Tobago``) or one
entry a sponsor; entries may have an article, capitals or stray blanks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.files import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.imports.known import Names

_BODY = re.compile(
    r"(?:was )?(?:submitted by|introduced in the committee by|the representative of|on the basis of)\b", re.IGNORECASE
)
_FOR = re.compile(r"(?P<state>.+?),? ?\(?(?P<whom>(?:of|on) behalf of .+|in its capacity as .+?)\)?", re.IGNORECASE)
_COMMA = re.compile(r",(?![^(]*\))")
_AND = re.compile(r" and (?![^(]*\))", re.IGNORECASE)


class Sponsor(NamedTuple):
    """One sponsor: a State, with ``printed`` where it acts for others; or who else, as printed; or neither: unknown."""

    country_id: str | None
    printed: str
    known: bool = True


def read_sponsors(entries: list[str], states: Names) -> Iterator[Sponsor]:
    """The sponsors of these entries, in order; what cannot be told is ``known=False``."""
    for entry in entries:
        if country_id := states.find(entry):
            yield Sponsor(country_id, "")
        elif text := clean(entry):
            yield from _read(text, states)


def _read(text: str, states: Names) -> Iterator[Sponsor]:
    if country_id := states.find(text):
        yield Sponsor(country_id, "")
    elif _BODY.match(text):
        yield Sponsor(None, text)
    elif len(pieces := _split(text, states)) > 1:
        for piece in pieces:
            yield from _read(piece, states)
    elif (acting := _FOR.fullmatch(text)) and (country_id := states.find(acting["state"])):
        yield Sponsor(country_id, text)
    else:
        yield Sponsor(None, text, known=False)


def _split(text: str, states: Names) -> list[str]:
    """The entries of a list that is one text; names that have ``and`` in them, or a comma, stay whole."""
    pieces = [piece.strip() for piece in _COMMA.split(text) if piece.strip()]
    if len(pieces) == 2 and pieces[1].casefold().startswith(("on behalf of", "of behalf of", "in its capacity")):
        return [text]
    return [part for piece in pieces for part in _split_and(piece, states)]


def _split_and(piece: str, states: Names) -> list[str]:
    """Two where a piece is ``X and Y`` and one of both is a State; at the first such place."""
    if states.find(piece):
        return [piece]
    for joint in _AND.finditer(piece):
        left, right = piece[: joint.start()].strip(), piece[joint.end() :].strip()
        if _is_sponsor(left, states) and any(_is_sponsor(part, states) for part in _split_and(right, states)):
            return [left, *_split_and(right, states)]
    return [piece.removeprefix("and ")]


def _is_sponsor(text: str, states: Names) -> bool:
    acting = _FOR.fullmatch(text)
    return bool(states.find(acting["state"] if acting else text))
