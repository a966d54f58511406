"""Which law, treaty or other text a question means by words of its name: ``the Chinese cybersecurity law``."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from cyberdiplo.questions.names import Match
from cyberdiplo.schema.search_tables import BETWEEN
from cyberdiplo.search.order import BEST
from cyberdiplo.search.rerank import find_places, make_sought, rerank
from cyberdiplo.search.terms import STOP, read_terms
from cyberdiplo.search.types import Filters
from cyberdiplo.search.widen import widen
from cyberdiplo.store.lists import bind
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.search.order import Order
    from cyberdiplo.search.rerank import Sought
    from cyberdiplo.search.types import Hit

WHOLE = 0.99  # which share of the words must be there
MORE, NOT_NAMED = 3, 99  # words of a name that another one may have more, to be meant as well
MOST = 2  # texts that may be meant


def find_measures(order: Order, typed: str, words: Sequence[str]) -> list[Match]:
    """The texts that have all of these words of what was typed; at most MOST."""
    terms = [term for term in read_terms(typed) if not {*term.words}.isdisjoint(words)]
    if not terms:
        return []
    wished = widen(order.connection, order.engine, terms, typed)
    filters = Filters(kinds=("measure",))
    hits = [*islice(order.engine.rank(wished, filters, every=True), BEST)]
    ranked = [hit for hit, share in rerank(order.engine, hits, wished, order.lang, lambda _: 1.0) if share >= WHOLE]
    texts, sought = order.engine.texts(ranked), make_sought(order.engine, wished)
    more = {hit: _count_more(texts[hit.id].names, sought) for hit in ranked if hit.id in texts}
    least = min(more.values(), default=NOT_NAMED)
    best = [hit for hit in ranked if more[hit] <= least + MORE] if least < NOT_NAMED else ranked[:1]
    best = _keep_type(order, sorted(best, key=lambda hit: more[hit])) if len(best) > 1 else best
    return [Match(hit.id, hit.kind, hit.id, False) for hit in best] if len(best) <= MOST else []


def _count_more(names: str, sought: Sequence[Sought]) -> int:
    """How many other words has the name that has all of these words; NOT_NAMED where none has."""
    every = [[word for word in fold(name).split() if word not in STOP] for name in names.split(BETWEEN)]
    return min(
        (len(words) - len(sought) for words in every if all(any(find_places(term, words)) for term in sought)),
        default=NOT_NAMED,
    )


def _keep_type(order: Order, hits: Sequence[Hit]) -> list[Hit]:
    """Those of the texts that are of the same type as the first: a law, and not what is said of it elsewhere."""
    values: dict[str, Any] = {}
    sql = f"select id, type from measures where id in ({bind('id', [hit.id for hit in hits], values)})"
    types = {str(row[0]): str(row[1]) for row in order.connection.execute(sql, values)}
    return [hit for hit in hits if types[hit.id] == types[hits[0].id]]
