"""What the engines of both kinds of database have in common: plain functions over a connection and its word list.

A word list is the table ``search_words``: each word as it is compared (norm), as the index has it (word), and in how
many records it stands (rows).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.search import stems
from cyberdiplo.search.scope import IN_FORUM
from cyberdiplo.search.terms import Term
from cyberdiplo.search.types import Filters, TermsAndFilters
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


def count_indexed(connection: Connection) -> int:
    """How many records are indexed."""
    ((most,),) = connection.execute("select coalesce(max(number), 0) from search_records", {})
    return int(most)


def find_forms(connection: Connection, word: str) -> Forms:
    """The forms of a word that the word list has, at most MOST_FORMS."""
    word_keys = stems.find_keys(word)
    rows: dict[str, int] = {}
    others: set[str] = set()
    sql = (
        "select norm, word, rows from search_words where norm >= :begun and norm < :end"
        f" order by rows desc limit {MOST_CANDIDATES}"
    )
    for beginning in stems.find_beginnings(word) or [word]:
        for norm, form, number in connection.execute(sql, {"begun": beginning, "end": beginning + LAST}):
            if norm == word or (len(norm) <= len(word) + stems.LONGEST_ENDING and word_keys & stems.find_keys(norm)):
                rows[form] = number
            else:
                others.add(form)
    return Forms(sorted(rows, key=lambda form: (form != word, -rows[form], form))[:MOST_FORMS], rows, others)


def find_known(connection: Connection, words: Sequence[str]) -> set[str]:
    """Those of the words that the word list has."""
    values: dict[str, Any] = {}
    sql = f"select norm from search_words where rows > 0 and norm in ({Filters.bind('word', words or [''], values)})"
    return {str(row[0]) for row in connection.execute(sql, values)}


def find_near(connection: Connection, word: str) -> list[str]:
    """Words of the word list that are spelt nearly so."""
    sql = (
        "select norm from search_words where norm >= :begun and norm < :end and rows > 0"
        f" order by rows desc limit {MOST_NEAR}"
    )
    words = connection.execute(sql, {"begun": word[:1], "end": word[:1] + LAST})
    return find_misspelt(word, [str(row[0]) for row in words])


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


def keep_in_forum(connection: Connection, ids: Sequence[str], forums: Sequence[str]) -> set[str]:
    """Those of the records that belong to one of the forums."""
    values: dict[str, Any] = {}
    sql = (
        "select id from (select id as record_id, id, kind from records) as search_records"
        f" where id in ({Filters.bind('id', ids, values)})"
        f" and {IN_FORUM.format(forums=Filters.bind('forum', forums or ('',), values))}"
    )
    return {str(row[0]) for row in connection.execute(sql, values)}
