"""The best hits put in order by how their texts have the terms: one rule for both kinds of database.

An engine finds what has the words and gives it in a rough order; of the best of these the texts are read here. A term
counts the more the rarer it is, more in a name than in a text and more there than in what else belongs to the record;
terms that stand close together count more than those apart.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.schema.search_tables import BETWEEN
from cyberdiplo.search.terms import STOP
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cyberdiplo.search.terms import Term
    from cyberdiplo.search.types import Hit, SearchEngine, Texts

BEST = 80  # hits whose texts are read
SATURATION = 1.2  # how soon it is no matter how often a term stands there
BY_LENGTH = 0.35  # how much a long text counts less: 0 not at all, 1 by all its length
USUAL = {"names": 8, "text": 28, "also": 24}  # words
WORTH = {"names": 4.0, "text": 1.6, "also": 1.1}
BELONGING = 0.15  # of the last: who or what belongs to a record, where these are not voices and words of a source
AS_TYPED = 0.3  # what the very form that was typed counts more than another form
OTHER_WAY = 0.65  # what a synonym is worth beside the word that was typed
NEAR, ADJACENT, CLOSE = 6, 2, 0.5  # words apart; what terms so near count more, as a share of the rarer one
WHOLE_NAME = 0.6  # what a name counts more that stands whole among the terms, as a share of its terms
COVERED = 2.0  # how much it matters that all terms are there
VOICED_KINDS = ("statement", "figure")
REPEATED = 0.8  # what a text counts that says again, word for word, what a better hit says
ASKED_FOR = 1.35  # what the kind of record that was asked for counts more


class Sought(NamedTuple):
    """A term as it is looked for in a text: each way is a row of sets of forms."""

    word: str  # as it was typed; empty where it is several
    typed: list[list[set[str]]]
    others: list[list[set[str]]]
    prefix: str
    rarity: float


def make_sought(engine: SearchEngine, terms: Sequence[Term]) -> list[Sought]:
    """The terms that are wanted, with how rare each is."""
    return [_make_sought(engine, term) for term in terms if term.positive]


def _make_sought(engine: SearchEngine, term: Term) -> Sought:
    def read(phrase: Sequence[str]) -> list[set[str]]:
        return [{word, *map(fold, engine.forms(word))} for word in phrase]

    typed = [read(term.words)]
    if len(term.words) > 1:
        typed.append(read(["".join(term.words)]))
    rows = max(_count(engine, phrase) for phrase in (term.words, ("".join(term.words),)))
    rarity = math.log(1 + (engine.size + 0.5) / (rows + 0.5))
    prefix = term.words[-1] if term.prefix else ""
    return Sought(
        term.words[0] if len(term.words) == 1 else "", typed, [read(phrase) for phrase in term.others], prefix, rarity
    )


def _count(engine: SearchEngine, phrase: Sequence[str]) -> int:
    return min((engine.count_rows(word) for word in phrase if word not in STOP), default=0)


def find_places(sought: Sought, words: list[str]) -> tuple[list[int], list[int]]:
    """Where in a text the term stands as it was typed, and otherwise."""
    typed = [place for way in sought.typed for place in _find_way(way, words, sought.prefix)]
    taken = set(typed)
    others = {place for way in sought.others for place in _find_way(way, words, "")} - taken
    return sorted(taken), sorted(others)


def _find_way(way: list[set[str]], words: list[str], prefix: str) -> list[int]:
    first, *rest = way
    if first.isdisjoint(words) and (rest or not prefix):  # as mostly, and quicker than looking at word after word
        return []
    if not rest:
        return [i for i, word in enumerate(words) if word in first or (prefix and word.startswith(prefix))]
    *between, last = rest
    places = []
    for i in [i for i, word in enumerate(words[: max(0, len(words) - len(rest))]) if word in first]:
        end = words[i + len(rest)]
        if all(words[i + n] in forms for n, forms in enumerate(between, 1)) and (
            end in last or (prefix and end.startswith(prefix))
        ):
            places.append(i)
    return places


def score(texts: Texts, every: Sequence[Sought], lang: str, *, voiced: bool) -> tuple[float, float]:
    """The worth of a record, and which share of the terms it has, each counted as it is rare."""
    names = [_read_field(every, name, "names") for name in texts.names.split(BETWEEN)]
    both = [_read_field(every, text, "text") for text in (texts.text_fr, texts.text_en)]
    in_lang = both if lang == "fr" else both[::-1]  # of two as good, the first counts
    name, text = max(names, key=_weigh_field), max(in_lang, key=_weigh_field)
    also = _read_field(every, texts.also, "also")
    whole = sum((sought.rarity for sought in every), 0.0) or 1.0
    worth, there = 0.0, 0.0
    shares = ((name, 1.0), (text, 1.0), (also, 1.0 if voiced else BELONGING))
    for index, sought in enumerate(every):
        weight = sum(field.weights[index] * share for field, share in shares)
        # A term that stands in another of its names, or in the other language only, is there too.
        if not weight and any(field.weights[index] for field in (*names, *both)):
            weight = WORTH["also"] * OTHER_WAY
        if weight:
            there += sought.rarity
            worth += sought.rarity * _saturate(weight) * (SATURATION + 1)
    worth += max(field.nearness for field in (name, text, also))
    worth += max(_weigh_name(every, field) for field in names)
    return worth * (there / whole) ** COVERED, there / whole


class Field(NamedTuple):
    """A text of a record with what it has of the terms."""

    words: list[str]
    weights: list[float]  # of each term
    rarities: list[float]
    nearness: float


def _read_field(every: Sequence[Sought], text: str, kind: str) -> Field:
    words = fold(text).split()
    places = [find_places(sought, words) for sought in every]
    length = 1 - BY_LENGTH + BY_LENGTH * len(words) / USUAL[kind]
    weights = []
    for sought, (typed, others) in zip(every, places, strict=True):
        as_typed = AS_TYPED if any(words[place] == sought.word for place in typed) else 0
        weights.append(WORTH[kind] * (len(typed) + as_typed + OTHER_WAY * min(1, len(others))) / length)
    nearness = _weigh_nearness(every, [[*typed, *others] for typed, others in places])
    return Field(words, weights, [sought.rarity for sought in every], nearness)


def _weigh_field(field: Field) -> float:
    pairs = zip(field.rarities, field.weights, strict=True)
    return sum(rarity * _saturate(weight) for rarity, weight in pairs) + field.nearness


def _saturate(weight: float) -> float:
    return weight / (weight + SATURATION)


def _weigh_nearness(every: Sequence[Sought], places: list[list[int]]) -> float:
    """What it counts that terms that follow one another stand close together in a text."""
    worth = 0.0
    for (before, here), (after, there) in pairwise(zip(every, places, strict=True)):
        if here and there:
            apart = min(abs(i - j) if j >= i else abs(i - j) + 1 for i in here for j in there)
            if apart <= NEAR:
                worth += CLOSE * min(before.rarity, after.rarity) * (1 if apart <= ADJACENT else 0.5)
    return worth


def _weigh_name(every: Sequence[Sought], name: Field) -> float:
    """What it counts that all words of a name are terms, little ones aside."""
    words = [word for word in name.words if word not in STOP]
    if not words or not any(name.weights):
        return 0.0
    forms = {form for sought in every for way in (*sought.typed, *sought.others) for some in way for form in some}
    if not forms.issuperset(words):
        return 0.0
    return WHOLE_NAME * sum(rarity for rarity, weight in zip(name.rarities, name.weights, strict=True) if weight)


def rerank(
    engine: SearchEngine,
    hits: Sequence[Hit],
    terms: Sequence[Term],
    lang: str,
    prefer: Callable[[Hit], float],
) -> list[tuple[Hit, float]]:
    """The hits, the best first, with new scores, and which share of the terms each has."""
    every = make_sought(engine, terms)
    texts = engine.texts(hits)
    scored = []
    for number, hit in enumerate(hits):
        worth, share = (
            score(texts[hit.id], every, lang, voiced=hit.kind in VOICED_KINDS) if hit.id in texts else (0.0, 0.0)
        )
        scored.append((-worth * prefer(hit), number, hit, share))
    scored.sort(key=lambda entry: entry[:2])
    ranked: list[tuple[Hit, float]] = []
    told: set[str] = set()
    for worth, _, hit, share in scored:
        text = fold(texts[hit.id].text_en or texts[hit.id].text_fr) if hit.id in texts else ""
        ranked.append((hit._replace(score=-worth * (REPEATED if text in told else 1)), share))
        told |= {text} if text else set()
    return sorted(ranked, key=lambda entry: -entry[0].score)
