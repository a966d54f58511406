"""The answer by which a point is chosen: its number, and where they are others than shown, its topics and stance.

``3`` keeps what is shown; ``3 topics cybercrime, norms; supports OEWG`` says others, ``3 topics -; stance -`` none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.points.stances import Stance
from cyberdiplo.errors import UnclearName
from cyberdiplo.messages import tr
from cyberdiplo.questions.names import resolve
from cyberdiplo.store.words import read_vocabulary
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

CHOICE = re.compile(r"(?P<number>\d{1,4})(?:\s*[:,]?\s+(?P<rest>\S.*))?")
TOPICS = re.compile(r"(?:topics?|sujets?|thèmes?|themes?)\s*:?\s+(?P<listed>.+)", re.IGNORECASE)
NO_STANCE = re.compile(r"(?:stance|position)\s*:?\s+-", re.IGNORECASE)
NONE = "-"


class Choice(NamedTuple):
    """What was chosen; None where the answer leaves it as it is shown."""

    number: int
    topics: list[str] | None = None
    stance: Stance | None = None
    no_stance: bool = False


def read_choice(connection: Connection, answer: str) -> Choice | None:
    """The choice that an answer means; None for no number. Raises UnclearName, with the nearest."""
    match = CHOICE.fullmatch(answer.strip())
    if not match:
        return None
    choice = Choice(int(match["number"]))
    for piece in filter(None, (piece.strip() for piece in (match["rest"] or "").split(";"))):
        if NO_STANCE.fullmatch(piece):
            choice = choice._replace(stance=None, no_stance=True)
        elif topics := TOPICS.fullmatch(piece):
            choice = choice._replace(topics=_read_topics(connection, topics["listed"]))
        else:
            choice = choice._replace(stance=_read_stance(connection, piece), no_stance=False)
    return choice


def _read_topics(connection: Connection, listed: str) -> list[str]:
    names = [name.strip() for name in listed.split(",") if name.strip() not in ("", NONE)]
    return list(dict.fromkeys(resolve(connection, name, ("topic",), what="topic").id for name in names))


def _read_stance(connection: Connection, piece: str) -> Stance:
    """« supports OEWG », « pour la convention »: a word of the vocabulary, then a record."""
    folded = fold(piece)
    names = ((fold(name), code) for code, word in read_vocabulary("statements.stance").items() for name in word.names)
    for name, code in sorted((*names, *((code, code) for code in read_vocabulary("statements.stance"))), reverse=True):
        if folded.startswith(f"{name} "):
            target = piece.split(maxsplit=len(name.split()))[-1]
            return Stance(code, resolve(connection, target).id)
    raise UnclearName(
        tr("{piece!r} is neither topics nor a stance.", piece=piece),
        hint=tr("'3 topics cybercrime; supports OEWG' is understood, and '-' for none."),
    )
