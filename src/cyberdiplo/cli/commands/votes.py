"""``cyberdiplo votes``: what the list has beside its filters, the matrix of States by texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.talk.why_empty import find_why_empty
from cyberdiplo.cli.words import answer_options, options
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import tr
from cyberdiplo.render.writers.registry import FOR_PEOPLE

if TYPE_CHECKING:
    from cyberdiplo.cli.words.answer_options import Options
    from cyberdiplo.questions.question import Question
    from cyberdiplo.questions.vote_matrix import Matrix
    from cyberdiplo.result import Result, Window

AsMatrix = Annotated[
    bool,
    typer.Option(
        "--matrix",
        help=tr("States by texts: a row a State, a column a text, changes marked, totals below; groups one by one."),
        show_default=False,
    ),
]


def write_matrix(question: Question, wishes: Mapping[str, Sequence[str]], chosen: Options) -> None:
    """Ask for the votes and write them as a matrix. Raises BadUsage where the votes asked for are none of one text."""
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.questions import vote_matrix
    from cyberdiplo.questions.notices import find_notices

    if wishes.get("roll_call"):
        raise BadUsage(
            tr("A matrix has one vote for each text, not a roll call by its id."),
            hint=tr("leave --roll-call out, or --matrix."),
        )
    lang, window = chosen.lang, chosen.window
    whole = not (window.columns or window.sort or window.limit is not None or window.offset)
    with answer_options.hushed(chosen.quiet), asking(chosen.database) as connection:
        matrix = vote_matrix.make_matrix(connection, wishes, lang)
        say(*matrix.guesses, *find_notices(connection, question._replace(totals=""), matrix.values, lang, wishes))
        if whole and chosen.format in FOR_PEOPLE:  # the others get the matrix as data
            result = vote_matrix.as_read(matrix, lang)
            say(_tell_key(matrix, lang))
        else:
            headings = dict(zip(vote_matrix.headings(matrix.dates), matrix.dates, strict=True))
            window = window._replace(columns=[headings.get(name, name) for name in window.columns])  # as it was shown
            result = _cut(vote_matrix.as_data(matrix), window)
        chosen.write(result, chosen.style(title=question.title(lang), spread="blocks"))
        if not any(matrix.groups.values()):
            say(*find_why_empty(connection, question, wishes, chosen))


def _cut(result: Result, window: Window) -> Result:
    """The part of the matrix that is wanted; what is missing comes first, as in every list."""
    from cyberdiplo.result import Result
    from cyberdiplo.sql.paging import cut_window

    rows = list(result.rows)
    for name in reversed(window.sort):
        place = result.columns.index(window.find(name.lstrip("-"), result.columns))
        rows.sort(key=lambda row: (row[place] is not None, row[place]), reverse=name.startswith("-"))
    cut = cut_window(Result(result.columns, iter(rows)), window)
    return Result(cut.columns, cut.rows, result.codes)


def _tell_key(matrix: Matrix, lang: str) -> str:
    """What the letters mean."""
    from cyberdiplo.questions.vote_matrix import CHANGED, LETTERS, VOTES
    from cyberdiplo.schema.vocabulary import choose_label

    signs = [f"{choose_label(LETTERS, vote, lang)} {choose_label(VOTES, vote, lang)}" for vote in LETTERS]
    states = [state for of_group in matrix.groups.values() for state in of_group]
    if any(map(matrix.changed, states)):
        signs.append(tr("{mark} changed since the previous text in the same line", lang, mark=CHANGED))
    if any(len(state.votes) < len(matrix.dates) for state in states):
        signs.append(tr("blank: not on the list of that vote", lang))
    return ", ".join(signs)


OPTIONS: dict[str, options.Entry] = {"matrix": (AsMatrix, False)}
FORMS = {"matrix": write_matrix}
