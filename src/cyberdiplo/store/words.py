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


class CanExecute(Protocol):
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


def read_vocabulary(domain: str, database: CanExecute | None = None) -> Vocabulary:
    """The codes of a vocabulary; of an open one those that the database has, else those that ship with the program.

    ``domain`` is one of DOMAINS, or several with a comma between them: of a code that several have, the first counts.
    """
    codes: Vocabulary = {}
    for part in reversed(domain.split(", ")):
        if part in CLOSED:
            also = SYNONYMS.get(part, {})
            words = {code: Word(*labels, also.get(code, ())) for code, labels in CLOSED[part].items()}
        elif database is None:
            words = _read_shipped(OPEN[part])
        else:
            rows = database.execute(f"select {', '.join(COLUMNS)} from {OPEN[part]} order by sort, code", {})
            words = _make_words(rows)
        codes = {**words, **{code: word for code, word in codes.items() if code not in words}}
    return codes


def read_labels(domain: str, database: CanExecute | None = None) -> Labels:
    """The labels of a vocabulary's codes, French and English."""
    return {code: (word.fr, word.en) for code, word in read_vocabulary(domain, database).items()}


@cache
def _read_shipped(table: str) -> Vocabulary:
    import csv  # a question asks the database

    path = settings.resource("seeds") / "vocabularies" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (int(row["sort"] or 0), row["code"]))
    return _make_words(tuple(row[name] for name in COLUMNS) for row in rows)


def _make_words(rows: Iterable[tuple[str, ...]]) -> Vocabulary:
    return {
        code: Word(fr, en, tuple(name.strip() for name in (synonyms or "").split(";") if name.strip()))
        for code, fr, en, synonyms in rows
    }
