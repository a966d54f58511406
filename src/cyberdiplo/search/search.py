"""One ranked list over all kinds of records and both languages: what has that very name first, then by words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from heapq import merge
from itertools import chain, islice
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.questions.names import lookup
from cyberdiplo.result import Result, Row, Window, column
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.search_tables import BETWEEN, KINDS
from cyberdiplo.schema.vocabulary import CLOSED
from cyberdiplo.search.labels import names_of, places_of
from cyberdiplo.search.place_names import beside_places
from cyberdiplo.search.snippet import Wanted, snippet
from cyberdiplo.search.terms import Term, terms, whole
from cyberdiplo.search.types import Asked, Engine, Filters, Hit, Texts
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.store.connection import Connection

COLUMNS = ("kind", "id", "name", "snippet", "source", "locator", "score")
MAIN = ("kind", "name", "snippet", "locator", "id")
PLACE = 5.0  # what it adds to the score of a statement that it was made where a word says
EXACT = 1000.0  # the score of what has that very name
PROPER = {noun.kind for noun in NOUNS if noun.search and noun.search.proper}  # every name has a capital
BATCH = 50  # records whose names, places and snippets are looked up at a time


@dataclass(eq=False, repr=False)
class Found:
    """The answer, and what a reader should know of it."""

    result: Result
    notes: list[str] = field(default_factory=list)
    count: int | None = None  # how many records there are in all, where only some are given


def search(
    connection: Connection,
    typed: str,
    *,
    kinds: Sequence[str] = (),
    forums: Sequence[str] | None = None,
    lang: str = "en",
    page: Window | None = None,
) -> Found:
    """The records that have what was typed, the best first. Raises BadUsage where nothing was typed."""
    page = page or Window()
    typed = typed.encode("utf-8", "replace").decode()  # bytes that are no text reach us as surrogates
    if not typed.strip():
        raise BadUsage(
            tr("There is nothing to look for."), hint=tr("type a word, a name or a symbol: cyberdiplo search OTC")
        )
    asked = open_engine(connection)
    if not asked.ready():
        raise DatabaseProblem(tr("This database has no full-text index."), hint=tr("'cyberdiplo db index' makes it."))
    wished = terms(typed)
    wanted = any(term.wanted for term in wished)
    notes = [] if wanted else [tr("there is no word to look for in {typed!r}", lang, typed=typed)]
    filters = Filters(tuple(kinds), None if forums is None else tuple(forums))
    exact = _exact(connection, asked, typed, filters)
    if page.limit is not None and not page.sort:
        filters = filters._replace(most=page.limit + page.offset + len(exact))
    every = True
    questions = [(wished, filters), *_beside_places(connection, typed, filters)]
    ranked = _together(asked, questions)
    first = list(islice(ranked, 1))
    if not first and not exact and wanted:
        notes += _misses(asked, wished, lang)
        if sum(term.wanted for term in wished) > 1:
            every, questions = False, questions[:1]
            ranked = asked.rank(wished, filters, every=False)
            first = list(islice(ranked, 1))
            if first:
                notes.append(tr("nothing has all of the words; these have some of them", lang))
    seen = {hit.id for hit in exact}
    hits = chain(exact, (hit for hit in chain(first, ranked) if hit.id not in seen))
    rows = _rows(connection, asked, hits if page.sort else _part(hits, page), _matcher(asked, wished), lang)
    result = _arranged(Result(list(COLUMNS), rows, {"kind": CLOSED["records.kind"]}), page)
    cut = page.limit is not None and filters.forums is None and not filters.kinds
    return Found(result, notes, max(asked.count(questions, every=every), len(exact)) if cut else None)


def _beside_places(connection: Connection, typed: str, filters: Filters) -> list[Asked]:
    """The same words, some of them read as the places where statements with the others were made."""
    if filters.kinds and "statement" not in filters.kinds:
        return []
    return [(left, filters._replace(places=places)) for left, places in beside_places(connection, typed)]


def _together(asked: Engine, questions: Sequence[Asked]) -> Iterator[Hit]:
    """What any of the questions finds, the best first, each record once; a place is worth as much as a word."""
    found = [
        (hit._replace(score=hit.score + PLACE * len(filters.places)) for hit in asked.rank(terms, filters))
        if filters.places
        else asked.rank(terms, filters)
        for terms, filters in questions
    ]
    seen: set[str] = set()
    for hit in merge(*found, key=lambda hit: -hit.score) if len(found) > 1 else found[0]:
        if len(found) == 1 or hit.id not in seen:
            seen.add(hit.id)
            yield hit


def open_engine(connection: Connection) -> Engine:
    """The search of this kind of database."""
    if connection.kind == "sqlite":
        from cyberdiplo.search.sqlite import SqliteEngine

        return SqliteEngine(connection)
    from cyberdiplo.search.postgres import PostgresEngine

    return PostgresEngine(connection)


def _exact(connection: Connection, asked: Engine, typed: str, filters: Filters) -> list[Hit]:
    """What has this very id, name, acronym or symbol."""
    names = (lookup(connection, name, filters.kinds) for name in whole(typed))
    found = [one for one in next(filter(None, names), []) if one.kind in KINDS]
    order = {kind: place for place, kind in enumerate(KINDS)}
    found.sort(key=lambda one: (order[one.kind], one.id))
    if found and filters.forums is not None:
        there = asked.in_forum([one.id for one in found], filters.forums)
        found = [one for one in found if one.id in there]
    return [Hit(one.id, one.kind, EXACT) for one in found]


def _misses(asked: Engine, wished: Iterable[Term], lang: str) -> list[str]:
    """Words that stand nowhere, with what may be meant."""
    notes = []
    for word in dict.fromkeys(word for term in wished if term.wanted and not term.prefix for word in term.words):
        if not asked.forms(word):
            near = [_as_written(asked, one) for one in asked.near(word)]
            if near:
                words = tr(" or ", lang).join(near)
                notes.append(tr("{word!r} stands nowhere; did you mean {words}?", lang, word=word, words=words))
            else:
                notes.append(tr("{word!r} stands nowhere", lang, word=word))
    return notes


def _as_written(asked: Engine, word: str) -> str:
    """A word of the index with its accents, which the index has not: as a record that has it writes it."""
    hit = asked.with_word(word)
    texts = asked.texts([hit]).get(hit.id) if hit else None
    if hit is None or texts is None:
        return word
    for text in (texts.names, texts.text_fr, texts.text_en, texts.also):
        written: str
        for written in re.findall(r"\w+", text):
            if fold(written) == word:
                return written if written.isupper() or hit.kind in PROPER else written.lower()
    return word


def _part(hits: Iterable[Hit], page: Window) -> Iterator[Hit]:
    return islice(hits, page.offset, None if page.limit is None else page.offset + page.limit)


def _arranged(result: Result, page: Window) -> Result:
    """The columns and the order that are wanted."""

    rows = result.rows
    order = [(result.columns.index(column(name.lstrip("-"), result.columns)), name[0] == "-") for name in page.sort]
    if order:
        kept = list(rows)
        for place, down in reversed(order):
            kept.sort(key=lambda row: (row[place] is not None, row[place] or ""), reverse=down)
        rows = islice(kept, page.offset, None if page.limit is None else page.offset + page.limit)
    if not page.columns:
        return Result(result.columns, rows, result.codes)
    places = [result.columns.index(column(name, result.columns)) for name in page.columns]
    return Result(
        [result.columns[place] for place in places],
        (tuple(row[place] for place in places) for row in rows),
        result.codes,
    )


def _rows(connection: Connection, asked: Engine, hits: Iterable[Hit], wanted: Wanted, lang: str) -> Iterator[Row]:
    """The rows of the answer; all that ranking does not need is looked up for what is shown only."""
    source = iter(hits)
    while batch := list(islice(source, BATCH)):
        names = names_of(connection, batch, lang)
        places = places_of(connection, batch)
        texts = asked.texts(batch)
        for hit in batch:
            name = names.get(hit.id, hit.id)
            shown = _shown(texts[hit.id], name, wanted, lang) if hit.id in texts else ""
            yield (hit.kind, hit.id, name, shown, *places.get(hit.id, (None, None)), round(hit.score, 2))


def _matcher(asked: Engine, wished: Sequence[Term]) -> Wanted:
    words = {fold(form) for term in wished if term.wanted for word in term.words for form in (word, *asked.forms(word))}
    words |= {fold(form) for term in wished if len(term.words) > 1 for form in asked.forms("".join(term.words))}
    begun = tuple(term.words[-1] for term in wished if term.wanted and term.prefix)
    return lambda word: word in words or (bool(begun) and word.startswith(begun))


def _shown(texts: Texts, name: str, wanted: Wanted, lang: str) -> str:
    """The snippet: of the text in the asked language, else of the other, else of a name, else of the rest."""
    own, other = (texts.text_fr, texts.text_en) if lang == "fr" else (texts.text_en, texts.text_fr)
    for text in (own, other, name, *texts.names.split(BETWEEN), *texts.also.split(BETWEEN)):
        if found := snippet(text, wanted):
            return found
    return ""
