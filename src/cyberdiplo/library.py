"""What other programs may import: a database to ask, its questions, and the record that a name means.

The names in ``__all__`` stay as they are within a major version; docs/library.md shows them. All else in this package
is internal and changes when it has to.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo import settings
from cyberdiplo.errors import BadSeed, BadUsage, CyberdiploError, DatabaseProblem, UnclearName
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue, names, run
from cyberdiplo.result import Window
from cyberdiplo.store.address import database_at
from cyberdiplo.store.connection import Connection
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.questions.question import Question
    from cyberdiplo.settings import Lang

__all__ = [
    "BadSeed",
    "BadUsage",
    "Connection",
    "CyberdiploError",
    "DatabaseProblem",
    "Record",
    "UnclearName",
    "ask",
    "list_questions",
    "open_database",
    "resolve",
]


class Record(NamedTuple):
    """What a name means: the id to ask with, the kind of record, and the name by which it was found."""

    id: str
    kind: str
    name: str


@contextmanager
def open_database(target: str | Path | None = None) -> Iterator[Connection]:
    """A connection that can only read.

    ``target`` is the path of a file or a ``postgresql://`` URL; without one it is the database that the command asks,
    and a user's own is built the first time. Raises DatabaseProblem where there is nothing to ask.
    """
    place = settings.database(None if target is None else str(target))
    database = database_at(place)
    if settings.is_default(place) and not database.exists():
        from cyberdiplo.load.build import build

        build(place)
    with database.asking() as connection:
        yield connection


def list_questions() -> list[str]:
    """The names that ``ask`` takes: the lists (``speakers``, ``votes``, …), then the canned questions."""
    return [*catalogue.list_nouns(), *catalogue.find_canned()]


def ask(
    database: Connection,
    question: str | Path,
    *,
    lang: Lang = "en",
    columns: Sequence[str] = (),
    limit: int | None = None,
    **parameters: str | float | Sequence[str] | None,
) -> Iterator[dict[str, Any]]:
    """The rows of an answer as they come, each a dict by column.

    ``question`` is a name from ``list_questions``, or the path of a question file of your own. The parameters are those
    of the command, names in any form that it takes; ``from_`` stands for ``from``, which Python keeps for itself.
    Raises UnclearName for a name that fits no record or several, BadUsage for a parameter or value that makes no sense,
    BadSeed for a question file that is not well formed.
    """
    chosen = _find_question(question)
    values = {_strip_underscore(name): _make_words(value) for name, value in parameters.items()}
    known = [parameter.name for parameter in chosen.parameters]
    for name in values:
        if name not in known:
            has = tr("parameters: {listed}.", listed=", ".join(known) or tr("none"))
            hint = f"{did_you_mean(find_nearest(name, known))} {has}"
            raise BadUsage(
                tr("The question {question} has no parameter {name!r}.", question=chosen.name, name=name),
                hint=hint.lstrip(),
            )
    answer = run.ask(database, chosen, values, lang=lang, window=Window(columns=tuple(columns), limit=limit))
    return (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def resolve(database: Connection, name: str, kind: str | None = None) -> Record:
    """The one record that a name means, of one kind where that is given (``forum``, ``country``, ``measure``, …).

    Raises UnclearName where none or several fit.
    """
    match = names.resolve(database, name, (kind,) if kind else (), what=(kind or "record").replace("_", " "))
    return Record(match.id, match.kind, match.name)


def _find_question(question: str | Path) -> Question:
    if isinstance(question, Path):
        return catalogue.read(question)
    return catalogue.read_list(question) if question in catalogue.list_nouns() else catalogue.find(question)


def _strip_underscore(name: str) -> str:
    return name.removesuffix("_")


def _make_words(value: str | float | Sequence[str] | None) -> str | Sequence[str] | None:
    return str(value) if isinstance(value, int | float) else value
