"""What was chosen on the command line: the options that many commands share, read into one record."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo import messages
from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words.options import QUESTION, Entry, OptionValue
from cyberdiplo.messages import tr
from cyberdiplo.render.writers.registry import CITING, NETWORKS, WITH_IDS, Format

if TYPE_CHECKING:
    from cyberdiplo.questions.question import Question
    from cyberdiplo.render.style import Spread, Style
    from cyberdiplo.result import Result, Window
    from cyberdiplo.settings import Lang as Language
    from cyberdiplo.store.connection import Connection

MOST_COLUMNS = 500


def _split_names(values: Sequence[str] | None) -> tuple[str, ...]:
    """The names given with commas, by repeating the option, or both."""
    from cyberdiplo.errors import BadUsage

    names = tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())
    if len(names) > MOST_COLUMNS:
        raise BadUsage(
            tr("{count:,} columns are more than an answer has.", count=len(names)),
            hint=tr("name at most {most}.", most=MOST_COLUMNS),
        )
    return names


class Options(NamedTuple):
    """What an answer is to be like and where it goes, whatever is asked: made once, where the command line is read."""

    format: Format
    output: Path | None
    force: bool
    window: Window  # the part of the answer that is wanted, and its order
    header: bool
    excel: bool
    codes: bool  # in a spreadsheet, not the labels
    guard: bool | None
    pager: bool
    quiet: bool
    lang: Language
    database: str | None
    verbose: bool
    explain: bool

    @property
    def ids(self) -> bool:
        """Whether the ids of what the answer names are wanted: in formats for programs, or asked for as columns."""
        return self.format in (*WITH_IDS, *NETWORKS) or any(
            name.endswith(("_id", "_list")) for name in self.window.columns
        )

    def style(
        self, *, title: str = "", main: tuple[str, ...] = (), below: tuple[str, ...] = (), spread: Spread = ""
    ) -> Style:
        """The look of the answer; columns that the user named are not left out of a table."""
        from cyberdiplo.render import output

        return output.make_style(
            self.lang, title=title, main=() if self.window.columns else main, below=below, spread=spread,
            header=self.header, excel=self.excel, codes=self.codes, guard=self.guard, pager=self.pager,
            output=self.output,
        )  # fmt: skip

    def write(self, result: Result, style: Style, connection: Connection | None = None, noun: str = "") -> None:
        """Write the answer where it is to go; with the ``connection`` that gave it, as a bibliography too.

        The answer to a ``noun`` may be written as a network.
        """
        from cyberdiplo.render import output

        if self.format in CITING and connection and not self.explain:
            from cyberdiplo.records.cited_list import read_cited_list
            from cyberdiplo.render.citations.writers import write_cited

            records = read_cited_list(connection, result, self.lang)
            write_cited(records, self.format, style, self.output, force=self.force)
            return
        if self.format in NETWORKS and connection and noun and not self.explain:
            from cyberdiplo.questions.network import read_network
            from cyberdiplo.render.writers.network import write_network

            write_network(read_network(connection, noun, result, self.lang), self.format, self.output, force=self.force)
            return
        output.write(result, style, self.format, self.output, force=self.force)


def take(options: dict[str, Any], shared: Collection[str]) -> Options:
    """The options of these names, taken out of what a command was given. Raises BadUsage."""
    from cyberdiplo import settings
    from cyberdiplo.render import output
    from cyberdiplo.result import Window

    def find_column(name: str, known: Sequence[str]) -> str:
        if name in known:
            return name
        from cyberdiplo.render.column_names import read_column

        chosen, guess = read_column(name, known, messages.chosen())
        say(*guess)
        return chosen

    values = {name: options.pop(name) if name in shared else default for name, (_, default) in QUESTION.items()}
    excel = settings.read_config().get("excel") if values["excel"] is None else values["excel"]
    format_ = output.choose_format(values["format"], values["output"])
    columns = () if format_ in (*CITING, *NETWORKS) else _split_names(values["columns"])  # what is cited its id says
    return Options(
        format_,
        values["output"],
        values["force"],
        Window(columns, _split_names(values["sort"]), values["limit"], values["offset"], find_column),
        not values["no_header"],
        bool(excel),
        values["codes"],
        values["guard"],
        not values["no_pager"],
        values["quiet"],
        settings.lang(values["lang"]),
        values["database"],
        values["verbose"],
        values["explain"],
    )


def make_command(
    extra: dict[str, Entry], run: Callable[..., None], shared: dict[str, Entry], required: Collection[str] = ()
) -> Callable[..., None]:
    """A command function whose words are ``extra`` and the ``shared`` ones: Typer reads them off its signature.

    ``run`` is called with Options first, and with its own words by their names; those in ``required`` must be given.
    """

    def call(**words: Any) -> None:
        run(take(words, shared), **words)

    call.__doc__ = run.__doc__
    return declare(call, extra | shared, required)


def declare(
    call: Callable[..., None], entries: dict[str, Entry], required: Collection[str] = ()
) -> Callable[..., None]:
    """The function as Typer reads it: its words are these entries."""
    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if name in required else default,
                annotation=annotation,
            )
            for name, (annotation, default) in entries.items()
        ]
    )
    call.__annotations__ = {name: annotation for name, (annotation, _) in entries.items()} | {"return": None}
    return call


@contextmanager
def hushed(quiet: bool) -> Iterator[None]:
    """Where quiet is asked for, no words; an error leaves this place and is told all the same."""
    if not quiet:
        yield
        return
    with Path(os.devnull).open("w") as nowhere, redirect_stderr(nowhere):
        yield


def read_wishes(
    question: Question, options: Mapping[str, OptionValue], pairs: Sequence[str] = ()
) -> dict[str, list[str]]:
    """The values for a question's parameters, given as options and as NAME=VALUE. Raises BadUsage."""
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.questions.folders import NAME as FOLDER, asks_for_folders
    from cyberdiplo.text.nearest import did_you_mean, find_nearest

    names = [parameter.name for parameter in question.parameters]
    names += [FOLDER] if asks_for_folders(question) else []
    for name in names:
        if options.get(name) == "":
            raise BadUsage(
                tr("--{name} has no value.", name=name.replace("_", "-")),
                hint=tr("leave it out; is a variable of the shell empty?"),
            )
    values_by_name = {
        name: [value] if isinstance(value, str) else list(value) for name in names if (value := options.get(name))
    }
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name = name.strip().replace("-", "_")
        if not equals:
            raise BadUsage(tr("{pair!r} is not a parameter.", pair=pair), hint=tr("write --param NAME=VALUE."))
        if name not in names:
            near = find_nearest(name, names)
            hint = did_you_mean(near[:1], tr("it has: {listed}.", listed=", ".join(names) or tr("none")))
            raise BadUsage(tr("{question} has no parameter {name!r}.", question=question.name, name=name), hint=hint)
        values_by_name.setdefault(name, []).append(value)
    return values_by_name
