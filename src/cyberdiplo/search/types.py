"""What a search engine is asked for, and what it gives: the same for each kind of database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from cyberdiplo.search.terms import Term

PASSAGE = "passage"  # the kind of what is found in added documents, which no record is
ANSWER = "answer"  # the kind of a row that answers a whole question itself
EXACT = 1000.0  # the score of what has that very name


class Hit(NamedTuple):
    """A record that was found; ``number`` is its number in the index, where the engine has one."""

    id: str
    kind: str
    score: float
    number: int | None = None


class Answered(NamedTuple):
    """An answer in a line: the record that it is about, the command that lists all of it, and where it is written."""

    id: str
    command: str
    text: str
    source: str | None = None
    locator: str | None = None


class Told(NamedTuple):
    """What is answered, the records that lead, and the sentences to say beside it."""

    answers: list[Answered]
    leads: list[Hit]
    notices: list[str]
    counting: bool = False  # a number was asked for: a figure that has it comes first
    complete: bool = True  # whether the list has rows for it; else another one may have


class Voiced(NamedTuple):
    """The statements of those whose words a question asks for, which come first, and what is said of them."""

    hits: list[Hit]
    answers: list[Answered]


NOTHING, NOBODY = Told([], [], []), Voiced([], [])


class Written(NamedTuple):
    """Where a record is written first: the id of a source, and the place in it."""

    source: str | None
    locator: str | None


class Texts(NamedTuple):
    """What of a record can be searched: all its names, its texts, and who or what belongs to it."""

    names: str
    text_fr: str
    text_en: str
    also: str


class Place(NamedTuple):
    """Where statements are made: any of these forums, processes, meetings and texts, with all that is under them."""

    forums: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


class Filters(NamedTuple):
    """Which records count: only of these kinds (any, where there are none), only of these forums (None: any)."""

    kinds: tuple[str, ...] = ()
    forums: tuple[str, ...] | None = None
    places: tuple[Place, ...] = ()  # only statements made in each of them
    voices: tuple[str, ...] = ()  # only statements by one of these records
    most: int = 1 << 40  # hits that anybody will look at


TermsAndFilters = tuple[Sequence[Term], Filters]  # what is looked for, and among what


class SearchEngine(Protocol):
    """The search of one database."""

    @property
    def size(self) -> int:
        """How many records are indexed."""

    def ready(self) -> bool:
        """Whether the database has an index."""

    def forms(self, word: str) -> list[str]:
        """The forms of a folded word that the index has, to mark them in a snippet."""

    def known(self, words: Sequence[str]) -> set[str]:
        """Those of the folded words that the index has."""

    def count_rows(self, word: str) -> int:
        """In about how many records a folded word stands, in all its forms."""

    def near(self, word: str) -> list[str]:
        """Words of the index that are spelt nearly so, as they are compared."""

    def with_word(self, word: str) -> Hit | None:
        """Any record that has a word of the index."""

    def rank(self, terms: Sequence[Term], filters: Filters, *, every: bool = True) -> Iterator[Hit]:
        """The records that have the terms (all, or only some of them), the best first."""

    def count(self, questions: Sequence[TermsAndFilters], *, every: bool = True) -> int:
        """How many records one of these questions finds."""

    def texts(self, hits: Sequence[Hit]) -> dict[str, Texts]:
        """What of these records could be searched, by id."""

    def in_forum(self, ids: Sequence[str], forums: Sequence[str]) -> set[str]:
        """Those of the records that belong to one of the forums."""
