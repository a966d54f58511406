"""The words of a vocabulary: closed ones from the code, open ones from the database, or as they ship."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from cyberdiplo import settings
from cyberdiplo.schema.synonyms import SYNONYMS
from cyberdiplo.schema.vocabulary import CLOSED, OPEN, Labels

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = ("code", "label_fr", "label_en", "synonyms")


class Asked(Protocol):
    """A database that answers: a connection, or what a load writes to."""

    def execute(self, sql: str, parameters: dict[str, Any] = ..., /) -> Iterable[tuple[Any, ...]]:
        """Run a statement with ``:name`` parameters."""


class Word(NamedTuple):
    """A code as people know it: its labels (empty where no reader sees one), and what else it is called."""

    fr: str
    en: str
    synonyms: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """Everything that it is called."""
        return [name for name in (self.fr, self.en, *self.synonyms) if name]


Vocabulary = dict[str, Word]  # code -> word, in their order


def vocabulary(domain: str, database: Asked | None = None) -> Vocabulary:
    """The codes of a vocabulary; of an open one those that the database has, else those that ship with the program.

    ``domain`` is one of DOMAINS, or several with a comma between them: of a code that several have, the first counts.
    """
    found: Vocabulary = {}
    for one in reversed(domain.split(", ")):
        if one in CLOSED:
            also = SYNONYMS.get(one, {})
            words = {code: Word(*labels, also.get(code, ())) for code, labels in CLOSED[one].items()}
        elif database is None:
            words = _shipped(OPEN[one])
        else:
            rows = database.execute(f"select {', '.join(COLUMNS)} from {OPEN[one]} order by sort, code", {})
            words = _words(rows)
        found = {**words, **{code: word for code, word in found.items() if code not in words}}
    return found


def labels(domain: str, database: Asked | None = None) -> Labels:
    """The labels of a vocabulary's codes, French and English."""
    return {code: (word.fr, word.en) for code, word in vocabulary(domain, database).items()}


@cache
def _shipped(table: str) -> Vocabulary:
    import csv  # a question asks the database

    path = settings.resource("seeds") / "vocabularies" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (int(row["sort"] or 0), row["code"]))
    return _words(tuple(row[name] for name in COLUMNS) for row in rows)


def _words(rows: Iterable[tuple[str, ...]]) -> Vocabulary:
    return {
        code: Word(fr, en, tuple(name.strip() for name in (synonyms or "").split(";") if name.strip()))
        for code, fr, en, synonyms in rows
    }
