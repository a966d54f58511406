"""Full-text search in a PostgreSQL database: a ``tsvector`` of folded words a record.

The forms of a word are found as on SQLite, from the list of words by the French and English stemmers, so that both
find the same records. The order differs a little: a word counts the more the rarer it is and the shorter the record,
but PostgreSQL weighs how often it stands there in its own way.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Any, cast

from cyberdiplo.search import sqlite
from cyberdiplo.search.terms import Term
from cyberdiplo.search.types import Filters, Hit, Texts
from cyberdiplo.store.connection import Connection
from cyberdiplo.text.nearest import nearest

WEIGHTS = "{0.1, 0.1, 0.4, 1.0}"  # of what else belongs to a record, nothing, its texts, its names
SCALE = 10  # to numbers of the size that SQLite's scores have
BY_LENGTH = 1  # ts_rank divides by the logarithm of a record's length
MATCH = "search_records.words @@ cast(:match as tsquery)"


class Engine(sqlite.Engine):
    """The search of one database."""

    condition = MATCH

    def __init__(self, connection: Connection) -> None:
        super().__init__(cast("Any", connection))

    def ready(self) -> bool:
        """Whether the database has an index."""
        return bool(self._one_of("select to_regclass('search_texts') is not null"))

    def begun(self, beginning: str) -> list[str]:  # noqa: ARG002  # as SQLite's index takes it
        """None: the index has folded words only."""
        return []

    def near(self, word: str) -> list[str]:
        """Words of the index that are spelt nearly so."""
        sql = "select norm from search_words where norm >= :begun and norm < :end order by rows desc limit 20000"
        values = {"begun": word[:1], "end": word[:1] + sqlite.LAST}
        return nearest(word, (row[0] for row in self.connection.execute(sql, values)), cutoff=0.75)

    def rank(self, terms: Sequence[Term], filters: Filters, *, every: bool = True) -> Iterator[Hit]:
        """The records that have the terms (all, or only some of them), the best first."""
        values: dict[str, Any] = {}
        where = self._where(terms, filters, values, every=every)
        if where is None:
            return
        sql = (
            f"select record_id, kind, {self._score(terms, values)} as score, number from search_records"
            f" where {' and '.join(where)} order by score desc, number limit {filters.most}"
        )
        for record_id, kind, score, number in self.connection.execute(sql, values):
            yield Hit(record_id, kind, score, number)

    def with_word(self, word: str) -> Hit | None:
        """Any record that has a word of the index."""
        sql = f"select record_id, kind, number from search_records where {MATCH} limit 1"
        row = self.connection.execute(sql, {"match": _quoted(word)}).fetchone()
        return Hit(row[0], row[1], 0, row[2]) if row else None

    def texts(self, hits: Sequence[Hit]) -> dict[str, Texts]:
        """What of these records could be searched."""
        values: dict[str, Any] = {}
        ids = Filters.bind("id", [hit.id for hit in hits if hit.number is not None] or [""], values)
        sql = f"select record_id, names, text_fr, text_en, also from search_texts where record_id in ({ids})"
        return {row[0]: Texts(*(value or "" for value in row[1:])) for row in self.connection.execute(sql, values)}

    def _numbers(self, where: list[str]) -> str:
        """The numbers of the records that keep the conditions."""
        return f"select number from search_records where {' and '.join(where)}"

    def _score(self, terms: Sequence[Term], values: dict[str, Any]) -> str:
        """The worth of a record: of each term how it stands there, times how rare it is."""
        made = []
        for place, term in enumerate(term for term in terms if term.wanted):
            if query := self._one(term):
                values[f"term_{place}"] = query
                rarity = SCALE * math.log(1 + (self.size + 0.5) / (self._rows(term) + 0.5))
                made.append(f"{rarity:.4f} * ts_rank('{WEIGHTS}', words, cast(:term_{place} as tsquery), {BY_LENGTH})")
        return " + ".join(made)

    def _rows(self, term: Term) -> int:
        """In about how many records the term stands: as many as the form of a word of it that stands in most."""
        forms: dict[str, Any] = {}
        listed = Filters.bind("form", [form for word in term.words for form in self.forms(word)] or [""], forms)
        row = self.connection.execute(f"select max(rows) from search_words where norm in ({listed})", forms).fetchone()
        return int(row[0] or 0)

    def _match(self, terms: Sequence[Term], *, every: bool) -> str | None:
        """The question as a ``tsquery``; None where it has no answer."""
        wanted = [self._one(term) for term in terms if term.wanted]
        given = [one for one in wanted if one]
        if not given or (every and len(given) < len(wanted)):
            return None
        unwanted = [one for term in terms if not term.wanted and (one := self._one(term))]
        return f"({(' & ' if every else ' | ').join(given)})" + "".join(f" & !{one}" for one in unwanted)

    def _one(self, term: Term) -> str:
        """One term with all its forms; empty where the index has none."""
        *before, last = term.words
        star = ":*" if term.prefix else ""
        ends = [last] if term.prefix else self.forms(last)
        phrases = islice(product(*map(self.forms, before), ends), sqlite.MOST_PHRASES)
        made = [" <-> ".join(map(_quoted, phrase)) + star for phrase in phrases]
        if before:
            made += [_quoted(form) for form in self.forms("".join(term.words))]  # cyber-sécurité, cybersécurité
        return f"({' | '.join(f'({one})' for one in made)})" if made else ""

    def _one_of(self, sql: str, match: str = "") -> Any:
        row = self.connection.execute(sql, {"match": match} if match else {}).fetchone()
        return row[0] if row else None


def engine(connection: Connection) -> Engine:
    """The search of a PostgreSQL database."""
    return Engine(connection)


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
