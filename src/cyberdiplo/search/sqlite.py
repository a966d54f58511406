"""Full-text search in a SQLite database: FTS5 over the words as they are written.

Forms of a word are found by asking for all of those that the index has, so that loading has nothing to stem.
"""

from __future__ import annotations

import math
from functools import cache, cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.schema.search_tables import SEARCHED, select_sql
from cyberdiplo.search import stems
from cyberdiplo.search.engine import LAST, MOST_OTHERS, MOST_PHRASES, WordListEngine, join_terms
from cyberdiplo.search.types import Filters, Hit, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.search.terms import Term
    from cyberdiplo.store.connection import Connection

WEIGHTS = {"names": 10.0, "text_fr": 4.0, "text_en": 4.0, "also": 1.0}  # a word is worth more in a name
COMMON = 20_000  # rows; words that find more are asked for once only
MATCH = "search_index match :match"


class Group(NamedTuple):
    """Forms of a word that are looked for together."""

    query: str  # as FTS5 reads it
    rows: int  # how many it finds


class SqliteEngine(WordListEngine):
    """See SearchEngine."""

    condition = MATCH

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._groups: dict[str, list[Group]] = {}

    @cached_property
    def weights(self) -> str:
        """What a word is worth in each column, in the order that the index has them."""
        columns = self.connection.execute("select name from pragma_table_info('search_index')")
        return ", ".join(str(WEIGHTS[name]) for (name,) in columns if name in WEIGHTS)

    def ready(self) -> bool:
        """Whether the database has an index."""
        sql = "select count(*) from sqlite_master where name in ('search_index', 'search_words', 'search_records')"
        ((there,),) = self.connection.execute(sql, {})
        return bool(there == 3)

    def _find_begun(self, beginning: str) -> list[str]:
        """Words that begin so only when œ is written oe and ø is written o."""
        sql = (
            "select word from search_words where norm >= :begun and norm < :end and word <> norm"
            " order by rows desc limit 50"
        )
        return [str(row[0]) for row in self.connection.execute(sql, {"begun": beginning, "end": beginning + LAST})]

    def rank(self, terms: Sequence[Term], filters: Filters, *, every: bool = True) -> Iterator[Hit]:
        """The records that have the terms (all, or only some of them), the best first."""
        values: dict[str, Any] = {}
        where = self.where(terms, filters, values, every=every)
        if where is None:
            return
        join = "join search_records on search_records.number = search_index.rowid" if len(where) > 1 else ""
        sql = (
            f"select record_id, kind, -score, best.number from (select search_index.rowid as number,"
            f" bm25(search_index, {self.weights}) as score from search_index {join} where {' and '.join(where)}"
            f" order by score, search_index.rowid limit {filters.most}) as best"
            " join search_records on search_records.number = best.number order by score, best.number"
        )
        for record_id, kind, score, number in self.connection.execute(sql, values):
            yield Hit(record_id, kind, score, number)

    def numbers(self, where: list[str]) -> str:
        """See WordListEngine."""
        join = "join search_records on search_records.number = search_index.rowid" if len(where) > 1 else ""
        return f"select search_index.rowid from search_index {join} where {' and '.join(where)}"

    def with_word(self, word: str) -> Hit | None:
        """Any record that has a word of the index."""
        sql = (
            "select record_id, kind, number from search_records"
            " where number = (select rowid from search_index where search_index match :word limit 1)"
        )
        row = self.connection.execute(sql, {"word": _quoted(word)}).fetchone()
        return Hit(row[0], row[1], 0, row[2]) if row else None

    def texts(self, hits: Sequence[Hit]) -> dict[str, Texts]:
        """What of these records could be searched."""
        texts = {}
        for hit in hits:
            if hit.number is None:
                continue
            if row := self.connection.execute(_texts_sql(hit.kind), {"number": hit.number}).fetchone():
                texts[hit.id] = Texts(*(value or "" for value in row))
        return texts

    def _group(self, forms: Sequence[str], rows: dict[str, int], others: set[str]) -> list[Group]:
        """The forms as few questions, each with how many rows it finds: ``norme*`` where only forms begin so.

        FTS5 counts a beginning as one word; asked one by one, the rarest form would be the most important.
        """
        left, groups = list(forms), []
        while left:
            form = left[0]
            ends = range(max(stems.SHORTEST, len(form) - 4), len(form) + 1)
            begun = next((form[:end] for end in ends if not any(o.startswith(form[:end]) for o in others)), "")
            same = [other_form for other_form in left if begun and other_form.startswith(begun)]
            complete = begun.isascii() and len(same) > 1 and len(rows) == len(forms)
            group = same if complete else [form]
            groups.append(
                Group(
                    _quoted(begun) + "*" if complete else _quoted(form), sum(rows[other_form] for other_form in group)
                )
            )
            left = [other_form for other_form in left if other_form not in group]
        return groups

    def _weigh(self, word: str) -> list[str]:
        """The questions for the forms of a word, those that find much repeated, so that none is worth more.

        The form that was typed is worth twice as much as the others.
        """
        typed = self.forms(word)[:1] == [word]
        if word not in self._groups:
            self._groups[word] = self._group(*self.read_forms(word))
        groups = self._groups[word]
        rarity = [math.log(1 + (self.size + 0.5) / (rows + 0.5)) for _, rows in groups]
        repeated = []
        for index, (query, rows) in enumerate(groups):
            times = min(3, round(max(rarity) / rarity[index])) if len(groups) > 1 and rows < COMMON else 1
            repeated += [query] * (times * 2 if typed and index == 0 and len(groups) > 1 and rows < COMMON else times)
        return repeated

    def match(self, terms: Sequence[Term], *, every: bool) -> str | None:
        """The question as FTS5 reads it; None where it has no answer."""
        return join_terms(terms, self._write_term, " AND " if every else " OR ", " NOT ", every=every)

    def _write_term(self, term: Term) -> str:
        """One term with all its forms; empty where the index has none."""
        *before, last = term.words
        if not before:
            joined = self._weigh(last)
            if term.prefix:
                joined = [_quoted(last) + "*", *(_quoted(form) for form in self._find_begun(last))]
        else:
            ends = [last, *self._find_begun(last)] if term.prefix else self.forms(last)
            star = "*" if term.prefix else ""
            phrases = islice(product(*map(self.forms, before), ends), MOST_PHRASES)
            joined = [_quoted(" ".join(phrase)) + star for phrase in phrases]
            joined += self._weigh("".join(term.words))  # cyber-sécurité, cybersécurité
        for phrase in term.others:
            every = islice(product(*map(self.forms, phrase)), MOST_OTHERS)
            joined += [_quoted(" ".join(forms)) for forms in every] if len(phrase) > 1 else self._weigh(*phrase)
        return f"({' OR '.join(joined)})" if joined else ""


@cache
def _texts_sql(kind: str) -> str:
    """What of a record of that kind can be searched: that part of ``search_texts`` alone.

    Of the whole view SQLite prepares the parts for every kind, which takes longer than finding a word, and tries each
    of them for each record.
    """
    part = next(select_sql(searched) for searched in SEARCHED if searched.kind == kind)
    return f"select {', '.join(Texts._fields)} from ({part} and search_records.number = :number) as texts"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
