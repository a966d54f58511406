"""One ranked list over all kinds of records and both languages: what has that very name first, then by words.

What one plain word does not need (reading it as a question, or as a place; what was probably meant) is imported by the
functions that need it: it is half of what search imports, and takes as long as finding the word.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.questions.names import lookup
from cyberdiplo.result import Result, Row, Window
from cyberdiplo.schema.search_tables import BETWEEN, KINDS
from cyberdiplo.schema.vocabulary import CLOSED
from cyberdiplo.search.labels import read_names, read_places
from cyberdiplo.search.order import BEST, Order
from cyberdiplo.search.snippet import IsMatch, begin_snippet, find_snippet
from cyberdiplo.search.terms import STOP, Term, find_whole_names, is_lone_word, read_terms
from cyberdiplo.search.types import ANSWER, EXACT, NOBODY, NOTHING, PASSAGE, Filters, Hit, Texts, Told, Written
from cyberdiplo.search.widen import widen
from cyberdiplo.text.locators import LABELS as PLACES
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.search.types import Answered, SearchEngine, TermsAndFilters, Voiced
    from cyberdiplo.search.ways import Asked
    from cyberdiplo.store.connection import Connection

COLUMNS = ("kind", "id", "name", "snippet", "source", "locator", "score")
MAIN = ("kind", "name", "snippet", "locator")
BELOW = ("snippet", "id")  # where there is no room beside
PASSAGE_LABEL, ANSWER_LABEL = ("passage", "passage"), ("réponse", "answer")
MOSTLY = 0.6  # of the words of a question, rare ones counting more: a figure that has so many answers it
BATCH = 50  # records whose names, places and snippets are looked up at a time


class SearchAnswer:
    """The answer, and what a reader should know of it; ``count``: how many records there are, where some are given.

    No dataclass: making one takes a millisecond.
    """

    def __init__(self, result: Result, notices: list[str], count: int | None) -> None:
        self.result = result
        self.notices = notices
        self.count = count


def search(
    connection: Connection,
    typed: str,
    *,
    kinds: Sequence[str] = (),
    forums: Sequence[str] | None = None,
    lang: str = "en",
    window: Window | None = None,
    correcting: bool = True,
) -> SearchAnswer:
    """The records that have what was typed, the best first. Raises BadUsage where nothing was typed.

    ``correcting``: words that stand nowhere are taken for those that they nearly are, and this is told.
    """
    window = window or Window()
    typed = typed.encode("utf-8", "replace").decode()  # bytes that are no text reach us as surrogates
    if not typed.strip():
        raise BadUsage(
            tr("There is nothing to search for."), hint=tr("type a word, a name or a symbol: cyberdiplo search OTC")
        )
    engine = open_engine(connection)
    if not engine.ready():
        raise DatabaseProblem(tr("This database has no full-text index."), hint=tr("'cyberdiplo db index' makes it."))
    wished = widen(connection, engine, read_terms(typed), typed)
    positive = any(term.positive for term in wished)
    notices = [] if positive else [tr("there is no word to search for in {typed!r}", lang, typed=typed)]
    filters = Filters(tuple(kinds), None if forums is None else tuple(forums))
    exact = _find_exact(connection, engine, typed, filters)
    order = Order(connection, engine, lang, typed)
    lone = is_lone_word(typed)
    no_question = exact or forums is not None or (lone and not kinds)  # what is exact may be of another kind
    asked, told = (None, NOTHING) if no_question else _find_told(order, typed)
    notices += told.notices
    if window.limit is not None and not window.sort:
        filters = filters._replace(most=max(BEST, window.limit + window.offset + len(exact) + len(told.leads)))
    voiced = NOBODY if asked is None or told.answers else _find_voiced(order, asked, filters)
    answers = [] if kinds else [*told.answers, *voiced.answers]
    questions = [(wished, filters), *(() if lone else _beside_places(connection, engine, typed, filters))]
    ranked, every = order.rank(questions), True
    passages = _find_passages(connection, wished, filters) if positive else []
    first = list(islice(ranked, 1))
    exact = exact or [*_choose_leads(told, first, order, filters), *voiced.hits]
    lacking = positive and not exact and not passages and correcting
    if lacking and (not first or (order.asking and not told.answers)):
        from cyberdiplo.search.correction import correct

        corrected, corrections = correct(engine, wished, lang, typed)
        if corrected:
            inner = search(
                connection, corrected, kinds=kinds, forums=forums, lang=lang, window=window, correcting=False
            )
            return SearchAnswer(inner.result, [*corrections, *inner.notices], inner.count)
        notices += corrections if not first else []
    if not first and not exact and positive and not passages:
        from cyberdiplo.search.correction import find_only_name

        exact, guesses = find_only_name(connection, engine, typed, filters, lang)
        notices = guesses or notices
    if not first and not exact and positive and not passages and sum(term.positive for term in wished) > 1:
        every, questions = False, questions[:1]
        ranked = order.rank(questions, every=False)
        first = list(islice(ranked, 1))
        if first:
            notices.append(tr("nothing contains all of the words; these contain some of them", lang))
    if not (first or exact or answers or passages or notices or kinds or forums):  # as of « R&D »
        notices = [tr("{word!r} was not found", lang, word=typed)]
    seen = {hit.id for hit in exact}
    hits = chain(exact, (hit for hit in chain(first, ranked) if hit.id not in seen), passages)
    matcher = _make_matcher(engine, wished, connection if passages else None)
    shown, left = (answers, window) if window.sort else _cut_answers(answers, window)
    rows = chain(
        (_make_row(answer) for answer in shown),
        _rows(connection, engine, hits if window.sort else _cut(hits, left), matcher, lang),
    )
    codes = {"kind": {**CLOSED["records.kind"], PASSAGE: PASSAGE_LABEL, ANSWER: ANSWER_LABEL}, **PLACES}
    result = _arrange(Result(list(COLUMNS), rows, codes), window)
    cut = window.limit is not None and filters.forums is None and not filters.kinds
    count = max(engine.count(questions, every=every), len(exact)) + len(passages) + len(answers) if cut else None
    return SearchAnswer(result, notices, count)


def _find_told(order: Order, typed: str) -> tuple[Asked, Told]:
    """What was typed as a question, and what a list of ours answers to it."""
    from cyberdiplo.search.answering import find_told
    from cyberdiplo.search.by_words import find_measures
    from cyberdiplo.search.ways import read_asked

    asked = read_asked(order.connection, typed)
    return asked, find_told(order.connection, asked, order.lang, lambda words: find_measures(order, typed, words))


def _find_voiced(order: Order, asked: Asked, filters: Filters) -> Voiced:
    """The statements of those whose words a question asks for."""
    from cyberdiplo.search.voiced import find_voiced

    return find_voiced(order, asked, filters)


def _make_row(answer: Answered) -> Row:
    """What is answered as a row: the command that lists all of it in place of a name."""
    return (ANSWER, answer.id, answer.command, answer.text, answer.source, answer.locator, EXACT)


def _cut_answers(answers: Sequence[Answered], window: Window) -> tuple[Sequence[Answered], Window]:
    """Those of the answers that are shown, and which part of the hits is shown after them."""
    end = None if window.limit is None else window.offset + window.limit
    shown = answers[window.offset : end]
    limit = None if window.limit is None else window.limit - len(shown)
    return shown, window._replace(limit=limit, offset=max(0, window.offset - len(answers)))


def _choose_leads(told: Told, first: Sequence[Hit], order: Order, filters: Filters) -> list[Hit]:
    """The records that lead to the answer; none where a figure that has most of the words is the answer itself."""
    if told.counting and first and first[0].kind == "figure" and order.shares.get(first[0].id, 0.0) >= MOSTLY:
        return []
    return [hit for hit in told.leads if not filters.kinds or hit.kind in filters.kinds]


def _find_passages(connection: Connection, wished: Sequence[Term], filters: Filters) -> list[Hit]:
    """The passages of added documents that have the terms; they are in no forum."""
    if filters.forums is not None or (filters.kinds and PASSAGE not in filters.kinds):
        return []
    if connection.execute("select 1 from documents limit 1", {}).fetchone() is None:
        return []
    from cyberdiplo.search.passages import find_passages

    return find_passages(connection, wished)


def _beside_places(connection: Connection, engine: SearchEngine, typed: str, filters: Filters) -> list[TermsAndFilters]:
    """The same words, some of them read as the places where statements with the others were made, or meetings held."""
    if filters.kinds and {"statement", "meeting"}.isdisjoint(filters.kinds):
        return []
    from cyberdiplo.search.place_names import split_off_places

    return [
        (widen(connection, engine, left, typed), filters._replace(places=places))
        for left, places in split_off_places(connection, typed)
    ]


def open_engine(connection: Connection) -> SearchEngine:
    """The search of this kind of database."""
    if connection.kind == "sqlite":
        from cyberdiplo.search.sqlite import SqliteEngine

        return SqliteEngine(connection)
    from cyberdiplo.search.postgres import PostgresEngine

    return PostgresEngine(connection)


def _find_exact(connection: Connection, engine: SearchEngine, typed: str, filters: Filters) -> list[Hit]:
    """What has this very id, name, acronym or symbol."""
    names = (lookup(connection, name, filters.kinds) for name in find_whole_names(typed))
    matches = [match for match in next(filter(None, names), []) if match.kind in KINDS]
    order = {kind: index for index, kind in enumerate(KINDS)}
    matches.sort(key=lambda match: (order[match.kind], match.id))
    if matches and filters.forums is not None:
        there = engine.in_forum([match.id for match in matches], filters.forums)
        matches = [match for match in matches if match.id in there]
    return [Hit(match.id, match.kind, EXACT) for match in matches]


def _cut(hits: Iterable[Hit], window: Window) -> Iterator[Hit]:
    return islice(hits, window.offset, None if window.limit is None else window.offset + window.limit)


def _arrange(result: Result, window: Window) -> Result:
    """The columns and the order that are wanted."""

    rows, known = result.rows, result.columns
    order = [(known.index(window.find(name.lstrip("-"), known)), name[0] == "-") for name in window.sort]
    if order:
        sorted_rows = list(rows)
        for index, down in reversed(order):
            sorted_rows.sort(key=lambda row: (row[index] is not None, row[index] or ""), reverse=down)
        rows = islice(sorted_rows, window.offset, None if window.limit is None else window.offset + window.limit)
    if not window.columns:
        return Result(result.columns, rows, result.codes)
    indexes = [result.columns.index(window.find(name, result.columns)) for name in window.columns]
    return Result(
        [result.columns[index] for index in indexes],
        (tuple(row[index] for index in indexes) for row in rows),
        result.codes,
    )


def _rows(
    connection: Connection, engine: SearchEngine, hits: Iterable[Hit], is_match: IsMatch, lang: str
) -> Iterator[Row]:
    """The rows of the answer; all that ranking does not need is looked up for what is shown only."""
    source = iter(hits)
    while batch := list(islice(source, BATCH)):
        names = read_names(connection, batch, lang)
        places = read_places(connection, batch)
        texts = engine.texts(batch)
        if any(hit.kind == PASSAGE for hit in batch):
            _add_passages(connection, batch, names, places, texts)
        for hit in batch:
            name = names.get(hit.id, hit.id)
            shown = (
                _make_snippet(texts[hit.id], "" if hit.kind == "statement" else name, is_match, lang)
                if hit.id in texts
                else ""
            )
            yield (hit.kind, hit.id, name, shown, *places.get(hit.id, Written(None, None)), round(hit.score, 2))


def _add_passages(
    connection: Connection,
    batch: Sequence[Hit],
    names: dict[str, str],
    places: dict[str, Written],
    texts: dict[str, Texts],
) -> None:
    """What is shown of the passages of a batch."""
    from cyberdiplo.search.passages import read_shown

    for shown in read_shown(connection, batch):
        names[shown.id], places[shown.id] = shown.name, Written(shown.source, shown.place)
        texts[shown.id] = Texts("", shown.text, shown.text, "")


def _make_matcher(engine: SearchEngine, wished: Sequence[Term], passages: Connection | None) -> IsMatch:
    words = {
        fold(form) for term in wished if term.positive for word in term.words for form in (word, *engine.forms(word))
    }
    words |= {fold(form) for term in wished if len(term.words) > 1 for form in engine.forms("".join(term.words))}
    others = {word for term in wished for phrase in term.others for word in phrase} - STOP
    words |= {fold(form) for word in others for form in (word, *engine.forms(word)) if len(word) > 3}
    if passages:
        from cyberdiplo.search.passages import find_forms

        words |= {
            form for term in wished if term.positive for word in term.words for form in find_forms(passages, word)
        }
    begun = tuple(term.words[-1] for term in wished if term.positive and term.prefix)
    return lambda word: word in words or (bool(begun) and word.startswith(begun))


def _make_snippet(texts: Texts, name: str, is_match: IsMatch, lang: str) -> str:
    """The snippet: of the text in the asked language, else of a name that says more, else of the rest.

    What matches in the other language only is shown from its beginning in the asked one.
    """
    text_in_lang, other = (texts.text_fr, texts.text_en) if lang == "fr" else (texts.text_en, texts.text_fr)
    for text in (text_in_lang, name, "" if text_in_lang else other, *texts.names.split(BETWEEN)):
        if stretch := find_snippet(text, is_match):
            return stretch
    also = (stretch for text in texts.also.split(BETWEEN) if (stretch := find_snippet(text, is_match)))
    return begin_snippet(text_in_lang) or next(also, "")
