"""The statements of those whose words a question asks for, put before all others, and what is said of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from cyberdiplo.search.answering import lead
from cyberdiplo.search.named import make_matches
from cyberdiplo.search.order import BEST
from cyberdiplo.search.place_names import split_off_places
from cyberdiplo.search.terms import read_terms
from cyberdiplo.search.types import NOBODY, Voiced
from cyberdiplo.search.voices import NEWEST, drop_words, find_own, find_tagged, find_voice, tell_own, tell_votes
from cyberdiplo.search.widen import widen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.search.order import Order
    from cyberdiplo.search.types import Filters, TermsAndFilters
    from cyberdiplo.search.voices import Voice
    from cyberdiplo.search.ways import Asked

ON_IT = 0.6  # which share of the words of its subject a statement must have, rare ones counting more


def find_voiced(order: Order, asked: Asked, filters: Filters) -> Voiced:
    """What those said on it whom a question names before its subject; NOBODY where it names none."""
    voice = find_voice(asked.typed, asked.spans)
    if voice is None or (filters.kinds and "statement" not in filters.kinds):
        return NOBODY
    own = find_own(order.connection, voice)
    fitting, near = _find_fitting(order, asked.typed, voice, filters, own)
    shown = fitting or list(dict.fromkeys([*near, *own]))[:NEWEST]
    answers = [
        tell_own(order.connection, voice, own, fitting, order.lang),
        tell_votes(order.connection, voice, order.lang),
    ]
    return Voiced(
        lead(order.connection, make_matches(order.connection, shown)),
        [answer for answer in answers if answer is not None],
    )


def _find_fitting(
    order: Order, typed: str, voice: Voice, filters: Filters, own: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Those of the statements that are on the subject, and those that have a word of it, the best first."""
    of_voice = filters._replace(kinds=("statement",), voices=voice.ids)
    terms = drop_words(read_terms(typed), voice)
    if not terms or not own:
        return [*own], []
    connection, engine = order.connection, order.engine
    questions: list[TermsAndFilters] = [(widen(connection, engine, terms, typed), of_voice)]
    for left, places in split_off_places(connection, typed):
        if subject := drop_words(left, voice):
            questions.append((widen(connection, engine, subject, typed), of_voice._replace(places=places)))
    hits = list(islice(order.rank(questions), BEST))
    best = [hit.id for hit in hits if order.shares.get(hit.id, 0.0) >= ON_IT]
    return list(dict.fromkeys([*best, *find_tagged(connection, voice, own)])), [hit.id for hit in hits]
