"""What the engines of both kinds of database have in common: all that needs no index but the word list.

A word list is the table ``search_words``: each word as it is compared (norm), as the index has it (word), and in how
many records it stands (rows).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.search import stems
from cyberdiplo.search.scope import IN_FORUM, make_conditions
from cyberdiplo.search.terms import Term
from cyberdiplo.search.types import Filters, TermsAndFilters
from cyberdiplo.store.lists import bind
from cyberdiplo.text.nearest import find_misspelt

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

MOST_FORMS = 24  # of one word
MOST_PHRASES = 120  # combinations of the forms of a phrase's words
MOST_OTHERS = 24  # of one of what a term may also stand as
MOST_CANDIDATES = 1500
MOST_NEAR = 20_000  # words that are looked through for one that is spelt nearly so
LAST = "\U0010ffff"  # after every other character
NAMED = re.compile(r":(\w+)")

# (terms, filters, values to be filled) -> the conditions on a record; None where nothing can be found
Where = Callable[[Sequence[Term], Filters, dict[str, Any]], list[str] | None]


class Forms(NamedTuple):
    """The forms of a word that a word list has."""

    forms: list[str]  # the word itself first, then the commonest
    rows: dict[str, int]  # of all forms, in how many records each stands
    others: set[str]  # words that begin as they do and are no forms


def find_forms(connection: Connection, word: str) -> Forms:
    """The forms of a word that the word list has, at most MOST_FORMS."""
    rows: dict[str, int] = {}
    others: set[str] = set()
    sql = (
        "select norm, word, rows from search_words where norm >= :begun and norm < :end"
        f" order by rows desc limit {MOST_CANDIDATES}"
    )
    for beginning in stems.find_beginnings(word) or [word]:
        for norm, form, number in connection.execute(sql, {"begun": beginning, "end": beginning + LAST}):
            if stems.is_form(norm, word):
                rows[form] = number
            else:
                others.add(form)
    return Forms(sorted(rows, key=lambda form: (form != word, -rows[form], form))[:MOST_FORMS], rows, others)


def join_terms(
    terms: Sequence[Term], spell: Callable[[Term], str], between: str, without: str, *, every: bool
) -> str | None:
    """The terms as a question to the index; None where it has no answer.

    ``spell`` gives a term with all its forms, empty where the index has none; ``between`` stands between those wanted,
    ``without`` before what is not; ``every``: all of the terms have to be there.
    """
    texts = [spell(term) for term in terms if term.positive]
    known = [text for text in texts if text]
    if not known or (every and len(known) < len(texts)):
        return None
    unwanted = [text for term in terms if not term.positive and (text := spell(term))]
    return f"({between.join(known)})" + "".join(f"{without}{text}" for text in unwanted)


def count_any(
    connection: Connection, questions: Sequence[TermsAndFilters], where: Where, numbers: Callable[[list[str]], str]
) -> int:
    """How many records one of these questions finds; ``numbers`` is SQL for those that keep conditions."""
    parts: list[str] = []
    every_value: dict[str, Any] = {}
    for index, (terms, filters) in enumerate(questions):
        values: dict[str, Any] = {}
        if conditions := where(terms, filters, values):
            parts.append(NAMED.sub(rf":of_{index}_\1", numbers(conditions)))
            every_value |= {f"of_{index}_{name}": value for name, value in values.items()}
    if not parts:
        return 0
    ((count,),) = connection.execute(f"select count(*) from ({' union '.join(parts)}) as found", every_value)
    return int(count)


class WordListEngine(ABC):
    """See SearchEngine: what it does by the word list and the records alone, whatever the index is."""

    condition: str  # on a record, that it has the words which ``:match`` has

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._known_forms: dict[str, Forms] = {}

    @abstractmethod
    def match(self, terms: Sequence[Term], *, every: bool) -> str | None:
        """The question as the index reads it; None where it has no answer."""

    @abstractmethod
    def numbers(self, where: list[str]) -> str:
        """SQL for the numbers of the records that keep the conditions, of which that of the words is the first."""

    @cached_property
    def size(self) -> int:
        """See SearchEngine."""
        ((most,),) = self.connection.execute("select coalesce(max(number), 0) from search_records", {})
        return int(most)

    def read_forms(self, word: str) -> Forms:
        """The forms of a word, read once."""
        if word not in self._known_forms:
            self._known_forms[word] = find_forms(self.connection, word)
        return self._known_forms[word]

    def forms(self, word: str) -> list[str]:
        """See SearchEngine."""
        return self.read_forms(word).forms

    def count_rows(self, word: str) -> int:
        """See SearchEngine."""
        return sum(self.read_forms(word).rows.values())

    def known(self, words: Sequence[str]) -> set[str]:
        """See SearchEngine."""
        values: dict[str, Any] = {}
        sql = f"select norm from search_words where rows > 0 and norm in ({bind('word', words or [''], values)})"
        return {str(row[0]) for row in self.connection.execute(sql, values)}

    def near(self, word: str) -> list[str]:
        """See SearchEngine."""
        sql = (
            "select norm from search_words where norm >= :begun and norm < :end and rows > 0"
            f" order by rows desc limit {MOST_NEAR}"
        )
        words = self.connection.execute(sql, {"begun": word[:1], "end": word[:1] + LAST})
        return find_misspelt(word, [str(row[0]) for row in words])

    def where(
        self, terms: Sequence[Term], filters: Filters, values: dict[str, Any], *, every: bool
    ) -> list[str] | None:
        """The conditions on a record, that of its words first; None where nothing can be found."""
        values["match"] = self.match(terms, every=every)
        return None if values["match"] is None else [self.condition, *make_conditions(filters, values)]

    def count(self, questions: Sequence[TermsAndFilters], *, every: bool = True) -> int:
        """See SearchEngine."""
        return count_any(self.connection, questions, partial(self.where, every=every), self.numbers)

    def in_forum(self, ids: Sequence[str], forums: Sequence[str]) -> set[str]:
        """See SearchEngine."""
        values: dict[str, Any] = {}
        sql = (
            "select id from (select id as record_id, id, kind from records) as search_records"
            f" where id in ({bind('id', ids, values)})"
            f" and {IN_FORUM.format(forums=bind('forum', forums or ('',), values))}"
        )
        return {str(row[0]) for row in self.connection.execute(sql, values)}
