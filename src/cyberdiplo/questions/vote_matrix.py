"""How States voted as a matrix: a row a State, a column a text, by group where groups are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.questions import catalogue
from cyberdiplo.questions.names import read_short_name
from cyberdiplo.questions.run import answer, ask
from cyberdiplo.questions.values import find_records
from cyberdiplo.result import Result, Row
from cyberdiplo.schema.vocabulary import CLOSED, choose_label
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

Wishes = Mapping[str, Sequence[str]]
VOTES = CLOSED["votes.vote"]
# As the records of the United Nations are read: pour, contre, abstention; in favour and against as yes and no.
LETTERS = {"yes": ("P", "Y"), "no": ("C", "N"), "abstain": ("A", "A"), "absent": ("-", "-")}
CHANGED = "*"  # behind the vote of a State that voted otherwise than on the text before
MARKED = {f"{vote}{CHANGED}": (fr + CHANGED, en + CHANGED) for vote, (fr, en) in LETTERS.items()} | LETTERS
NAMES = ("country", "country_name")


class State(NamedTuple):
    """A row of the matrix: a State and its votes by text."""

    id: str
    name: str
    votes: dict[str, str]


class Matrix(NamedTuple):
    """Texts in order of date, States by group (one without a name where none was asked for), who changed on what."""

    dates: dict[str, str]
    groups: dict[str, list[State]]
    changes: set[tuple[str, str]]  # text, State
    values: Mapping[str, Any]
    guesses: Sequence[str]

    def changed(self, state: State) -> int:
        """How often a State voted otherwise than on the text before in the same line."""
        return sum((text, state.id) in self.changes for text in state.votes)


def make_matrix(connection: Connection, wishes: Wishes, lang: str) -> Matrix:
    """The votes that the list ``votes`` gives for these values. Raises what ``ask`` does."""
    question = catalogue.read_list("votes")
    dates: dict[str, str] = {}
    groups: dict[str, list[State]] = {}
    values: Mapping[str, Any] = {}
    guesses: list[str] = []
    for group in find_records(connection, "group", wishes.get("group", ()), guesses) or [""]:
        named = {**wishes, "group": [group] if group else []}
        asked = answer(connection, question, named, lang=lang, guessing=True)
        guesses += asked.guesses
        values = asked.values
        states: dict[str, State] = {}
        for text, date, country, name, vote in asked.result.rows:
            dates.setdefault(text, date or "")
            states.setdefault(country, State(country, name, {})).votes[text] = vote
        name = read_short_name(connection, group, lang) if group else ""
        groups[name] = sorted(states.values(), key=lambda state: fold(state.name))
    dates = dict(sorted(dates.items(), key=lambda pair: pair[1]))
    changes = set() if wishes.get("stage") else _find_changes(connection, dates)
    return Matrix(dates, groups, changes, values, list(dict.fromkeys(guesses)))


def _find_changes(connection: Connection, texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Who voted otherwise than on the text before, where both texts are in the matrix."""
    result = ask(connection, catalogue.find("changed-position"), {})
    first, second, state = (result.columns.index(name) for name in ("first", "second", "id"))
    return {(row[second], row[state]) for row in result.rows if row[first] in texts and row[second] in texts}


def as_data(matrix: Matrix) -> Result:
    """A row a State, a column a text with the code of the vote, and how often the State changed position."""
    grouped = [] if "" in matrix.groups else ["group"]
    rows = [
        (*([name] if grouped else []), state.id, state.name, *map(state.votes.get, matrix.dates), matrix.changed(state))
        for name, states in matrix.groups.items()
        for state in states
    ]
    return Result([*grouped, *NAMES, *matrix.dates, "changes"], iter(rows), dict.fromkeys(matrix.dates, VOTES))


def as_read(matrix: Matrix, lang: str) -> Result:
    """As people read it: a letter a vote, a mark for a change and how many, a group under its name, totals below."""
    rows: list[Row] = []
    counted = bool(matrix.changes)  # how often each State changed is told where any did
    for name, states in matrix.groups.items():
        if name:
            rows.append((name, *[""] * (len(matrix.dates) + counted)))
        for state in states:
            votes = ((text, state.votes.get(text)) for text in matrix.dates)
            marked = (vote and vote + CHANGED * ((text, state.id) in matrix.changes) for text, vote in votes)
            rows.append((state.name, *marked, *[str(matrix.changed(state))] * counted))
        totals = _count(states, matrix.dates, lang) if states else []
        rows += [(*total, *[""] * counted) for total in totals]
    texts = headings(matrix.dates)
    return Result(["country", *texts, *["changes"] * counted], iter(rows), dict.fromkeys(texts, MARKED))


def _count(states: Sequence[State], texts: Mapping[str, str], lang: str) -> list[Row]:
    """How many voted so on each text, a row a vote."""
    counts = {text: Counter(state.votes.get(text) for state in states) for text in texts}
    names = {vote: f"{choose_label(LETTERS, vote, lang)}  {choose_label(VOTES, vote, lang)}" for vote in LETTERS}
    return [(name, *(str(counts[text][vote]) for text in texts)) for vote, name in names.items()]


def headings(dates: Mapping[str, str]) -> list[str]:
    """The texts as they stand above columns: without what all symbols begin with, with the year."""
    texts = list(dates)
    begin = texts[0].rpartition("/")[0].rpartition("/")[0] + "/" if texts else ""
    short = len(begin) > 1 and all(text.startswith(begin) for text in texts)
    return [f"{text.removeprefix(begin) if short else text} {date[:4]}".rstrip() for text, date in dates.items()]
