"""Full-text search in a PostgreSQL database: a ``tsvector`` of folded words a record.

The forms of a word are found as on SQLite, from the list of words by the French and English stemmers, so that both
find the same records. The order differs a little: a word counts the more the rarer it is and the shorter the record,
but PostgreSQL weighs how often it stands there in its own way.
"""

from __future__ import annotations

import math
from functools import cached_property, partial
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from cyberdiplo.search.engine import (
    MOST_OTHERS,
    MOST_PHRASES,
    count_any,
    count_indexed,
    find_forms,
    find_known,
    find_near,
    join_terms,
    keep_in_forum,
)
from cyberdiplo.search.scope import make_conditions
from cyberdiplo.search.types import Filters, Hit, TermsAndFilters, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.search.terms import Term
    from cyberdiplo.store.connection import Connection

WEIGHTS = "{0.1, 0.1, 0.4, 1.0}"  # of what else belongs to a record, nothing, its texts, its names
SCALE = 10  # to numbers of the size that SQLite's scores have
BY_LENGTH = 1  # ts_rank divides by the logarithm of a record's length
MATCH = "search_records.words @@ cast(:match as tsquery)"


class PostgresEngine:
    """See SearchEngine."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._forms: dict[str, list[str]] = {}
        self._all_rows: dict[str, int] = {}

    @cached_property
    def size(self) -> int:
        """How many records are indexed."""
        return count_indexed(self.connection)

    def ready(self) -> bool:
        """See SearchEngine."""
        ((there,),) = self.connection.execute("select to_regclass('search_texts') is not null", {})
        return bool(there)

    def forms(self, word: str) -> list[str]:
        """See SearchEngine."""
        if word not in self._forms:
            forms = find_forms(self.connection, word)
            self._forms[word], self._all_rows[word] = forms.forms, sum(forms.rows.values())
        return self._forms[word]

    def known(self, words: Sequence[str]) -> set[str]:
        """See SearchEngine."""
        return find_known(self.connection, words)

    def count_rows(self, word: str) -> int:
        """See SearchEngine."""
        self.forms(word)
        return self._all_rows[word]

    def near(self, word: str) -> list[str]:
        """See SearchEngine."""
        return find_near(self.connection, word)

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

    def count(self, questions: Sequence[TermsAndFilters], *, every: bool = True) -> int:
        """See SearchEngine."""
        return count_any(self.connection, questions, partial(self._where, every=every), self._numbers)

    def in_forum(self, ids: Sequence[str], forums: Sequence[str]) -> set[str]:
        """See SearchEngine."""
        return keep_in_forum(self.connection, ids, forums)

    def _where(
        self, terms: Sequence[Term], filters: Filters, values: dict[str, Any], *, every: bool
    ) -> list[str] | None:
        """The conditions on a record, that of its words first; None where nothing can be found."""
        values["match"] = self._match(terms, every=every)
        return None if values["match"] is None else [MATCH, *make_conditions(filters, values)]

    def _numbers(self, where: list[str]) -> str:
        """The numbers of the records that keep the conditions."""
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
        listed = Filters.bind("form", [form for word in term.words for form in self.forms(word)] or [""], forms)
        ((most,),) = self.connection.execute(f"select max(rows) from search_words where norm in ({listed})", forms)
        return int(most or 0)

    def _match(self, terms: Sequence[Term], *, every: bool) -> str | None:
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
