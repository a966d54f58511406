"""Full-text search in the passages of added documents: the same on every kind of database, by a table of their words.

They come after the records: what is said of a text is sooner looked for than the text.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.search import stems
from cyberdiplo.search.engine import LAST
from cyberdiplo.search.types import PASSAGE, Hit
from cyberdiplo.store.lists import bind
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.search.terms import Term
    from cyberdiplo.store.connection import Connection

MOST_FORMS = 60  # of a word
Key = tuple[str, int]  # a document and the order of a passage in it


class Shown(NamedTuple):
    """What is shown of a passage."""

    id: str
    name: str
    text: str
    source: str
    place: str


def find_passages(connection: Connection, terms: Sequence[Term]) -> list[Hit]:
    """The passages that have all of the terms, the best first: where rarer words stand."""
    ((size,),) = connection.execute("select count(*) from passages", {})
    scores: dict[Key, float] | None = None
    for term in (term for term in terms if term.positive):
        keys = _find_term(connection, term)
        rarity = math.log(1 + (size + 0.5) / (len(keys) + 0.5))
        scores = {
            key: rarity + (scores[key] if scores else 0.0) for key in (keys if scores is None else keys & scores.keys())
        }
        if not scores:
            return []
    for term in (term for term in terms if not term.positive):
        for key in _find_term(connection, term):
            (scores or {}).pop(key, None)
    ranked = sorted((scores or {}).items(), key=lambda pair: (-round(pair[1], 6), pair[0]))
    return [Hit(f"{document}#{sort}", PASSAGE, score) for (document, sort), score in ranked]


def find_forms(connection: Connection, word: str, *, prefix: bool = False) -> list[str]:
    """The forms of a word that passages have, or with ``prefix`` what begins so."""
    forms: dict[str, None] = {}
    sql = (
        "select norm from passage_words where norm >= :begun and norm < :end"
        " group by norm order by count(*) desc, norm"  # where they are too many, the commonest count on every database
    )
    for beginning in [word] if prefix else (stems.find_beginnings(word) or [word]):
        for (norm,) in connection.execute(sql, {"begun": beginning, "end": beginning + LAST}):
            if prefix or stems.is_form(norm, word):
                forms[str(norm)] = None
    return list(forms)[:MOST_FORMS]


def _find_term(connection: Connection, term: Term) -> set[Key]:
    """The passages that have a term: one word in any of its forms, or several that follow one another."""
    *before, last = term.words
    per_word = [find_forms(connection, word) for word in before]
    per_word.append(find_forms(connection, last, prefix=term.prefix))
    keys: set[Key] | None = None
    for forms in per_word:
        having = _find_having(connection, forms)
        keys = having if keys is None else keys & having
    if keys and len(per_word) > 1:
        keys = {key for key in keys if _follows(_read_text(connection, key), per_word)}
    return keys or set()


def _find_having(connection: Connection, forms: Sequence[str]) -> set[Key]:
    if not forms:
        return set()
    values: dict[str, str] = {}
    sql = f"select document_id, sort from passage_words where norm in ({bind('form', forms, values)})"
    return {(str(document), int(sort)) for document, sort in connection.execute(sql, values)}


def _read_text(connection: Connection, key: Key) -> str:
    sql = "select coalesce(speaker, '') || ' · ' || text from passages where document_id = :document and sort = :sort"
    row = connection.execute(sql, {"document": key[0], "sort": key[1]}).fetchone()
    return str(row[0]) if row else ""


def _follows(text: str, per_word: Sequence[Sequence[str]]) -> bool:
    words = fold(text).split()
    sets = [frozenset(forms) for forms in per_word]
    return any(
        all(words[at + step] in forms for step, forms in enumerate(sets)) for at in range(len(words) - len(sets) + 1)
    )


def read_shown(connection: Connection, hits: Sequence[Hit]) -> Iterator[Shown]:
    """What is shown of the passages among hits: who speaks in which file, the text, and where it stands."""
    sql = (
        "select passages.text, passages.speaker, passages.place, documents.file_name,"
        " coalesce(documents.source_id, documents.id) from passages"
        " join documents on documents.id = passages.document_id"
        " where passages.document_id = :document and passages.sort = :sort"
    )
    for hit in hits:
        document, _, sort = hit.id.rpartition("#")
        values = {"document": document, "sort": int(sort)} if hit.kind == PASSAGE else None
        if values and (row := connection.execute(sql, values).fetchone()):
            text, speaker, place, file_name, source = row
            yield Shown(hit.id, f"{speaker}, {file_name}" if speaker else str(file_name), text, source, place)
