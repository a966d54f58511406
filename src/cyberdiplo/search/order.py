"""The order of hits: engines find them, their texts say which are best, and a question says what is asked for."""

from __future__ import annotations

from heapq import merge
from itertools import chain, islice
from typing import TYPE_CHECKING

from cyberdiplo.search.rerank import ASKED_FOR, BEST, rerank
from cyberdiplo.search.terms import asks_what_was_said, asks_who, find_asked_kind, is_question
from cyberdiplo.store.lists import bind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.search.terms import Term
    from cyberdiplo.search.types import Filters, Hit, SearchEngine, TermsAndFilters
    from cyberdiplo.store.connection import Connection

__all__ = ["BEST", "Order"]

PLACE = 5.5  # what it adds to the score of a statement that it was made where a word says
VOICED = 1.15  # what a statement that a person or State made counts more, where it is asked who said something
LEAST = 0.35  # which share of the words of a question must be there, rare ones counting more

PERSON = 1.08  # what one of a named person counts more, where it is asked who

# Those of the statements that a person, a State or somebody else made, and not a text that States agreed on; whether
# a person is named.
VOICES = """
select statement_id, max(case when participations.speaker_id is null then 0 else 1 end)
from statement_participations
join participations on participations.id = statement_participations.participation_id
where statement_id in ({ids})
group by statement_id
union all
select statements.id, 0 from statements
join measures on measures.id = statements.measure_id
where statements.id in ({ids})
  and exists (select 1 from countries where countries.id in (measures.issuer_id, measures.country_id))
"""


class Order:
    """How the hits for what was typed are put in order."""

    def __init__(self, connection: Connection, engine: SearchEngine, lang: str, typed: str) -> None:
        self.connection, self.engine, self.lang = connection, engine, lang
        self.voiced: dict[str, float] = {}
        self.shares: dict[str, float] = {}  # which share of the words of a question its best hits have
        self.asking = is_question(typed)
        self.saying = self.asking and asks_what_was_said(typed)
        self.asked_kind = find_asked_kind(typed) if self.asking else ""
        self.asks_who = asks_who(typed)

    def rank(self, questions: Sequence[TermsAndFilters], *, every: bool = True) -> Iterator[Hit]:
        """What any of the questions finds, the best first, each record once.

        For a whole question, what has most of the words comes too, after what has all where both are as near.
        """
        if self.asking and every:
            best = self._gather(questions)
            seen = {hit.id for hit in best}
            rest = (hit for hit in self._merge(questions, every=True) if hit.id not in seen)
            return chain(best, rest if best else ())
        return self._merge(questions, every=every)

    def _gather(self, questions: Sequence[TermsAndFilters]) -> list[Hit]:
        """The best hits for a whole question; none where none has all of the words, nor most of them."""
        best: dict[str, Hit] = {}
        for terms, filters in questions:
            hits: dict[str, Hit] = {}
            for kinds in (
                [filters.kinds] if filters.kinds else [(), *((kind,) for kind in {self.asked_kind, "statement"} - {""})]
            ):
                for every in (True, False):
                    among = filters._replace(kinds=kinds)
                    hits |= {hit.id: hit for hit in islice(self.engine.rank(terms, among, every=every), BEST)}
            if self.asked_kind == "statement":
                self._find_voiced(hits.values())
            for hit, share in rerank(self.engine, [*hits.values()], terms, self.lang, self._prefer):
                self.shares[hit.id] = max(share, self.shares.get(hit.id, 0.0))
                counted = hit._replace(score=hit.score + PLACE * len(filters.places))
                if share >= LEAST and (hit.id not in best or best[hit.id].score < counted.score):
                    best[hit.id] = counted
        return sorted(best.values(), key=lambda hit: (self.saying and hit.kind != "statement", -hit.score))

    def _prefer(self, hit: Hit) -> float:
        """How much a hit counts more for its kind, and for being said by somebody and not by a text."""
        return (ASKED_FOR if hit.kind == self.asked_kind else 1.0) * self.voiced.get(hit.id, 1.0)

    def _find_voiced(self, hits: Iterable[Hit]) -> None:
        """Note how much more those of the hits count that are statements which somebody made."""
        values: dict[str, str] = {}
        ids = bind("id", [hit.id for hit in hits if hit.kind == "statement"] or [""], values)
        for statement, named in self.connection.execute(VOICES.format(ids=ids), values):
            self.voiced[str(statement)] = VOICED * (PERSON if named and self.asks_who else 1.0)

    def _merge(self, questions: Sequence[TermsAndFilters], *, every: bool) -> Iterator[Hit]:
        """What any of the questions finds, the best first, each record once; a place is worth as much as a word."""
        rankings = [self._rank_one(*question, every=every) for question in questions]
        seen: set[str] = set()
        for hit in merge(*rankings, key=lambda hit: -hit.score) if len(rankings) > 1 else rankings[0]:
            if hit.id not in seen:
                seen.add(hit.id)
                yield hit

    def _rank_one(self, terms: Sequence[Term], filters: Filters, *, every: bool) -> Iterator[Hit]:
        """What one question finds: the best put in order anew, the rest as the engine gives them."""
        ranked = self.engine.rank(terms, filters, every=every)
        best = [hit for hit, _ in rerank(self.engine, [*islice(ranked, BEST)], terms, self.lang, self._prefer)]
        least = best[-1].score if best else 0.0
        for hit in chain(best, (hit._replace(score=min(hit.score, least)) for hit in ranked)):
            yield hit._replace(score=hit.score + PLACE * len(filters.places)) if filters.places else hit
