"""``cyberdiplo agreement STATE``: how often it voted as others did, and on which texts they differed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from cyberdiplo.cli.commands import nouns
from cyberdiplo.cli.words import answer_options, complete, options
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import RECORD_KINDS

State = Annotated[
    list[str], typer.Argument(metavar="STATE", help=tr("A State."), autocompletion=complete.records("country"))
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="NAME",
        help=tr("Only compared with the members of this group on the day of the vote, or with this State."),
        autocompletion=complete.records(*RECORD_KINDS["party"]),
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", "--from", metavar="DATE", help=tr("Only texts from this date on."))
]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help=tr("Only texts up to this date."))]


def command(_: str) -> Any:
    """The command."""
    words: dict[str, options.Entry] = {
        "state": (State, None), "with_": (With, None), "since": (Since, None), "until": (Until, None)
    }  # fmt: skip
    help_ = tr("How often a State voted as each other State did, and on which texts they differed.")
    examples = example_lines("cyberdiplo agreement FRA --with G7 --since 2018", "cyberdiplo agreement BRA --with IND")
    function = answer_options.make_command(words, write, options.QUESTION, required=("state",))
    return make_leaf(function, help=f"{help_}\n\n{examples}")


def write(
    chosen: answer_options.Options,
    state: Sequence[str],
    with_: Sequence[str] | None,
    since: str | None,
    until: str | None,
) -> None:
    """Ask the question ``voting-neighbours`` and write its answer, which says what it counts.

    What stands behind the first State is what it is compared with, as after ``--with``.
    """
    first, *others = state
    question = catalogue.find("voting-neighbours")
    values: dict[str, options.OptionValue] = {
        "country": first, "group": [*others, *(with_ or ())], "from": since, "to": until
    }  # fmt: skip
    nouns.answer(question, answer_options.read_wishes(question, values), chosen)
