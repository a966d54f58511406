"""Full-text search in a PostgreSQL database: a ``tsvector`` of folded words a record.

The forms of a word are found as on SQLite, from the list of words by the French and English stemmers, so that both
find the same records. The order differs a little: a word counts the more the rarer it is and the shorter the record,
but PostgreSQL weighs how often it stands there in its own way.
"""

from __future__ import annotations

import math
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from cyberdiplo.search.engine import MOST_OTHERS, MOST_PHRASES, WordListEngine, join_terms
from cyberdiplo.search.types import Filters, Hit, Texts
from cyberdiplo.store.lists import bind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.search.terms import Term

WEIGHTS = "{0.1, 0.1, 0.4, 1.0}"  # of what else belongs to a record, nothing, its texts, its names
SCALE = 10  # to numbers of the size that SQLite's scores have
BY_LENGTH = 1  # ts_rank divides by the logarithm of a record's length
MATCH = "search_records.words @@ cast(:match as tsquery)"


class PostgresEngine(WordListEngine):
    """See SearchEngine."""

    condition = MATCH

    def ready(self) -> bool:
        """See SearchEngine."""
        ((there,),) = self.connection.execute("select to_regclass('search_texts') is not null", {})
        return bool(there)

    def rank(self, terms: Sequence[Term], filters: Filters, *, every: bool = True) -> Iterator[Hit]:
        """The records that have the terms (all, or only some of them), the best first."""
        values: dict[str, Any] = {}
        where = self.where(terms, filters, values, every=every)
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
        ids = bind("id", [hit.id for hit in hits if hit.number is not None] or [""], values)
        sql = f"select record_id, names, text_fr, text_en, also from search_texts where record_id in ({ids})"
        return {row[0]: Texts(*(value or "" for value in row[1:])) for row in self.connection.execute(sql, values)}

    def numbers(self, where: list[str]) -> str:
        """See WordListEngine."""
        return f"select number from search_records where {' and '.join(where)}"

    def _score(self, terms: Sequence[Term], values: dict[str, Any]) -> str:
        """The worth of a record: of each term how it stands there, times how rare it is."""
        parts = []
        for index, term in enumerate(term for term in terms if term.positive):
            if query := self._write_term(term):
                values[f"term_{index}"] = query
                rarity = SCALE * math.log(1 + (self.size + 0.5) / (self._rows(term) + 0.5))
                parts.append(f"{rarity:.4f} * ts_rank('{WEIGHTS}', words, cast(:term_{index} as tsquery), {BY_LENGTH})")
        return " + ".join(parts)

    def _rows(self, term: Term) -> int:
        """In about how many records the term stands: as many as the form of a word of it that stands in most."""
        forms: dict[str, Any] = {}
        listed = bind("form", [form for word in term.words for form in self.forms(word)] or [""], forms)
        ((most,),) = self.connection.execute(f"select max(rows) from search_words where norm in ({listed})", forms)
        return int(most or 0)

    def match(self, terms: Sequence[Term], *, every: bool) -> str | None:
        """The question as a ``tsquery``; None where it has no answer."""
        return join_terms(terms, self._write_term, " & " if every else " | ", " & !", every=every)

    def _write_term(self, term: Term) -> str:
        """One term with all its forms; empty where the index has none."""
        *before, last = term.words
        star = ":*" if term.prefix else ""
        ends = [last] if term.prefix else self.forms(last)
        phrases = islice(product(*map(self.forms, before), ends), MOST_PHRASES)
        alternatives = [" <-> ".join(map(_quoted, phrase)) + star for phrase in phrases]
        if before:
            alternatives += [_quoted(form) for form in self.forms("".join(term.words))]  # cyber-sécurité, cybersécurité
        for phrase in term.others:
            every = islice(product(*map(self.forms, phrase)), MOST_OTHERS)
            alternatives += [" <-> ".join(map(_quoted, forms)) for forms in every]
        return f"({' | '.join(f'({alternative})' for alternative in alternatives)})" if alternatives else ""


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
