"""``cyberdiplo compare A B …``: what several States voted, supported, said and enacted, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.talk.why_empty import count_rows, find_why_empty
from cyberdiplo.cli.words import answer_options, complete, options
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import later, tr
from cyberdiplo.questions import catalogue
from cyberdiplo.render.writers.registry import FOR_PEOPLE

if TYPE_CHECKING:
    from cyberdiplo.render.style import Spread

States = Annotated[
    list[str],
    typer.Argument(metavar="STATES...", help=tr("Two States or more."), autocompletion=complete.records("country")),
]
Topic = Annotated[
    list[str] | None,
    typer.Option(
        "--topic", metavar="NAME", help=tr("Only about this topic."), autocompletion=complete.records("topic")
    ),
]
Since = Annotated[str | None, typer.Option("--from", "--since", metavar="DATE", help=tr("Only from this date on."))]
Every = Annotated[
    bool,
    typer.Option("--all", help=tr("Each vote by itself, also where all of them voted alike."), show_default=False),
]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help=tr("Only up to this date."))]


def command(_: str) -> Any:
    """The command."""
    words: dict[str, options.Entry] = {
        "states": (States, None), "topic": (Topic, None), "since": (Since, None), "until": (Until, None),
        "every": (Every, False),
    }  # fmt: skip
    help_ = tr(
        "What several States voted, supported, said and enacted, side by side, each with its place.\n\n"
        "A table and a page have a column a State, and count in one row the texts on which all of them voted alike;"
        " CSV, JSON and the others have a row a fact, with its place in columns of their own."
    )
    examples = example_lines(
        "cyberdiplo compare FRA DEU BRA --topic institutional-dialogue --from 2020",
        "cyberdiplo compare France China --topic cybercrime --output compared.csv",
    )
    function = answer_options.make_command(words, write, options.ANSWER, required=("states",))
    return make_leaf(function, help=f"{help_}\n\n{examples}")


def write(
    chosen: answer_options.Options,
    states: Sequence[str],
    topic: Sequence[str] | None,
    since: str | None,
    until: str | None,
    every: bool,
) -> None:
    """Ask the question ``states-compared`` and write its answer. Raises what ``ask`` does."""
    from cyberdiplo.questions import comparison
    from cyberdiplo.questions.run import ask
    from cyberdiplo.questions.values import read_values
    from cyberdiplo.records.record import read_label

    question = catalogue.find("states-compared")
    values: dict[str, options.OptionValue] = {
        "country": list(states), "topic": list(topic or ()), "from": since, "to": until
    }  # fmt: skip
    window = chosen.window
    whole = not (window.columns or window.sort or window.limit is not None or window.offset)
    with answer_options.hushed(chosen.quiet), asking(chosen.database) as connection:
        guesses: list[str] = []
        wishes = answer_options.read_wishes(question, values)
        settled = read_values(connection, question.parameters, wishes, chosen.lang, guesses)
        say(*guesses)
        result, rows = count_rows(ask(connection, question, settled, lang=chosen.lang, window=window))
        alike = 0
        spread: Spread = ""
        if whole and chosen.format in FOR_PEOPLE:  # the others get a row a fact
            names = {state: read_label(connection, state, chosen.lang) or state for state in settled["country"]}
            result, alike = comparison.set_side_by_side(result, names, chosen.lang, every=every)
            spread = "over"
        chosen.write(result, chosen.style(title=question.title(chosen.lang), main=question.main, spread=spread))
        say(question.description(chosen.lang))
        if not rows.take_count():
            say(*find_why_empty(connection, question, wishes, chosen))
        if alike:
            narrowed = " ".join(f"--{name} {','.join(chosen_values)}" for name, chosen_values in settled.items())
            listed = f"cyberdiplo votes --matrix {narrowed}"
            sentence = later(
                "{count} texts on which they voted alike are counted together; --all tells each, '{command}' too."
            )
            say(tr(sentence, chosen.lang, count=alike, command=listed))
