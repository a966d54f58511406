"""The nouns: ``cyberdiplo forums`` lists, ``cyberdiplo forums show NAME`` shows one.

A noun's filters are its question's parameters, so that a new filter is a line in a .sql file.
"""

from __future__ import annotations

import itertools
import keyword
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from cyberdiplo import messages
from cyberdiplo.cli import complete, options
from cyberdiplo.cli.leaf import example_lines, leaf
from cyberdiplo.cli.opening import asking
from cyberdiplo.cli.options import Entry, Given, Options
from cyberdiplo.cli.say import say
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.catalogue import PLAIN_KINDS, RECORD_KINDS, Parameter, Question
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.vocabulary import DOMAINS

if TYPE_CHECKING:
    from cyberdiplo.questions.run import Answer

OF = {noun.command: noun for noun in NOUNS if noun.listed}


class Noun(TyperGroup):
    """A group that lists when no verb is given; a verb is made when it is needed."""

    question: Question

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs."""
        return ["list", "show"]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The verb of that name."""
        if cmd_name not in self.commands and cmd_name in self.list_commands(ctx):
            self.commands[cmd_name] = _verb(self.question, cmd_name)
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """``speakers --forum OTC`` is ``speakers list --forum OTC``."""
        if args[0].startswith("-") if args else not ctx.resilient_parsing:
            args = ["list", *args]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Click does; a name where a verb belongs is told, with the option that takes it."""
        if args and args[0] not in self.list_commands(ctx) and not ctx.resilient_parsing:
            name = " ".join(itertools.takewhile(lambda word: not word.startswith("-"), args))
            if meant := _meant(name, self.question):
                noun = self.question.name
                ctx.fail(
                    tr(
                        "No such command {name!r}. Did you mean 'cyberdiplo {noun} {meant}'?",
                        name=name,
                        noun=noun,
                        meant=meant,
                    )
                )
            for verb in self.list_commands(ctx):  # from which Typer takes what may have been meant
                self.get_command(ctx, verb)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The verbs, and after a hyphen the options of ``list``."""
        if incomplete.startswith("-"):
            verb: Any = self.get_command(ctx, "list")
            return verb.shell_complete(verb.make_context("list", [], parent=ctx, resilient_parsing=True), incomplete)
        return super().shell_complete(ctx, incomplete)


def _meant(name: str, question: Question) -> str:
    """What was probably meant by a name without an option before it; empty where the database knows no such name."""
    from cyberdiplo import settings
    from cyberdiplo.errors import CyberdiploError
    from cyberdiplo.questions.codes import meant
    from cyberdiplo.questions.names import bare, lookup
    from cyberdiplo.store.address import database_at
    from cyberdiplo.store.words import vocabulary

    word = _quoted(name)
    wanted: list[tuple[str, tuple[str, ...]]] = [(f"show {word}", (OF[question.name].kind,))]
    wanted += [(_option(one, word), RECORD_KINDS[one.kind]) for one in question.parameters if one.kind in RECORD_KINDS]
    try:
        database = database_at(settings.database())
        if database.exists():  # do not build one to tell of a problem
            with database.asking() as connection:
                for written in (name, bare(name)):
                    for said, kinds in wanted:
                        if lookup(connection, written, kinds):
                            return said
    except CyberdiploError:
        return ""
    codes = (one for one in question.parameters if one.kind in DOMAINS and len(meant(vocabulary(one.kind), name)) == 1)
    return next((_option(one, word) for one in codes), "")


def _quoted(name: str) -> str:
    """As a shell takes it; in double quotes where these do, for l'OTC is easier to read so."""
    import shlex

    return f'"{name}"' if "'" in name and not set(name) & set('"$`\\!') else shlex.quote(name)


def _option(parameter: Parameter, word: str) -> str:
    return f"--{parameter.name.replace('_', '-')} {word}"


def command(noun: str) -> Any:
    """The command group of a noun."""
    question = catalogue.listing(noun)
    group = Noun(name=noun, help=question.title(messages.chosen()), rich_markup_mode=None)
    group.question = question
    return group


def _verb(question: Question, verb: str) -> Any:
    """``list`` or ``show`` of a noun."""
    noun = question.name
    if verb == "list":
        return question_leaf(question, epilog=tr("One record whole: cyberdiplo {noun} show NAME", noun=noun))
    return leaf(_show(noun), name=verb, help=OF[noun].show_help(messages.chosen()))


def question_leaf(question: Question, *, epilog: str = "", more: dict[str, Entry] | None = None) -> Any:
    """The command that asks one question: its parameters are options, beside ``more`` and those of every answer."""
    lang = messages.chosen()

    def run(chosen: Options, /, param: Sequence[str] | None = None, **given: Given) -> None:
        values = {name.removesuffix("_"): value for name, value in given.items()}
        answer(question, options.wishes(question, values, param or ()), chosen)

    own = {_safe(parameter.name): _filter(parameter, lang) for parameter in question.parameters} | (more or {})
    function = options.command(own, run, options.QUESTION)
    return leaf(function, name=question.name, help=help_text(question, lang), epilog=epilog)


def help_text(question: Question, lang: str) -> str:
    """Title, description and examples of a question, as help shows them."""
    parts = [question.title(lang).rstrip(".") + ".", question.description(lang)]
    if question.examples:
        parts.append(example_lines(*(f"cyberdiplo {example}" for example in question.examples), lang=lang))
    return "\n\n".join(part for part in parts if part)


def _safe(name: str) -> str:
    """A name that Python takes for a parameter's: ``from`` is a word of its own."""
    return f"{name}_" if keyword.iskeyword(name) else name


def _filter(parameter: Parameter, lang: str) -> tuple[Any, Any]:
    """The option for a parameter: may be given twice (either) where the question takes several values."""
    option = f"--{parameter.name.replace('_', '-')}"
    default = tr("default: {default}", lang, default=parameter.default)
    help_ = parameter.help(lang) + (f" [{default}]" if parameter.default else "")
    if parameter.kind in PLAIN_KINDS:
        metavar = "DATE" if parameter.kind == "date" else parameter.kind.upper()
        return Annotated[str | None, typer.Option(option, metavar=metavar, help=help_)], None
    if parameter.kind in RECORD_KINDS:
        completer = complete.records(*RECORD_KINDS[parameter.kind], groups=parameter.kind == "group")
        metavar = "NAME"
    else:
        completer = complete.codes(parameter.kind, *(["any"] if parameter.default else []))
        metavar = "WORD"
    made = typer.Option(option, metavar=metavar, help=help_, autocompletion=completer)
    return Annotated[list[str] | None, made], None


def answer(question: Question, wishes: Mapping[str, Sequence[str]], chosen: Options) -> None:
    """Ask a question with these values and write the answer."""
    from cyberdiplo.questions import run

    lang = chosen.lang
    style = chosen.style(title=question.title(lang), main=question.main, below=question.below)
    with options.hushed(chosen.quiet), asking(chosen.database) as connection:
        made = run.answer(connection, question, wishes, lang=lang, page=chosen.window, explaining=chosen.explain)
        if chosen.verbose:
            _tell(made)
        if "votes" in question.sql and not chosen.explain:
            from cyberdiplo.questions.notices import find_notices

            for notice in find_notices(connection, question, made.values, lang):
                say(notice)
        chosen.write(made.result, style)


def _tell(made: Answer) -> None:
    """What was run, so that 'cyberdiplo sql' can run it again."""
    say(made.sql)
    say("".join(f"-- --param {name}={value}\n" for name, value in made.values.items()).rstrip())


def _show(noun: str) -> Callable[..., None]:
    from cyberdiplo.cli import show

    if noun == "sources":
        from cyberdiplo.cli.sources import show_source

        return show_source

    listed = OF[noun].listed
    after = listed.after if listed else ""

    def call(
        name: show.Name, format: show.How = None, lang: options.Lang = None, database: options.Database = None
    ) -> None:
        show.show(name, format, lang, database, kinds=OF[noun].shown, after=after)

    call.__annotations__ = {
        "name": show.Name, "format": show.How, "lang": options.Lang, "database": options.Database, "return": None
    }  # fmt: skip
    return call
