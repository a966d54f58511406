"""The nouns: ``cyberdiplo forums`` lists, ``cyberdiplo forums show NAME`` shows one.

Its filters stand in ``filters``.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from cyberdiplo import messages
from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.talk.why_empty import count_rows, find_why_empty
from cyberdiplo.cli.words import answer_options, options
from cyberdiplo.cli.words.answer_options import Options
from cyberdiplo.cli.words.filters import make_filters, read_filters
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.cli.words.options import Entry, OptionValue
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import RECORD_KINDS, Parameter, Question
from cyberdiplo.render.writers.registry import FOR_PEOPLE
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.vocabulary import DOMAINS

if TYPE_CHECKING:
    from cyberdiplo.questions.run import Answer
    from cyberdiplo.result import Result

Form = Callable[[Question, Mapping[str, Sequence[str]], Options], None]
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
            self.commands[cmd_name] = _make_verb(self.question, cmd_name)
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
            if meant := _guess_option(name, self.question):
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


def _make_asking(question: Question) -> type[TyperCommand]:
    """A command that asks a question, and tells with which option a name goes that stands by itself."""

    class Asking(TyperCommand):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            """As Click does."""
            ctx.allow_extra_args = True
            rest: list[str] = super().parse_args(ctx, args)
            if rest and not ctx.resilient_parsing:
                words = " ".join(rest)
                sentence = tr("Got unexpected extra argument(s) ({words})", words=words)
                path = ctx.command_path.partition(ctx.find_root().info_name)[2].removesuffix(" list")
                if meant := _guess_option(words, question):
                    command = f"cyberdiplo{path} {meant}"
                    sentence = tr("{sentence}. Did you mean '{command}'?", sentence=sentence, command=command)
                ctx.fail(sentence)
            return rest

    return Asking


def _guess_option(name: str, question: Question) -> str:
    """What was probably meant by a name without an option before it; empty where the database knows no such name."""
    from cyberdiplo import settings
    from cyberdiplo.errors import CyberdiploError
    from cyberdiplo.questions.codes import find_codes
    from cyberdiplo.questions.names import lookup, strip_article
    from cyberdiplo.store.address import database_at
    from cyberdiplo.store.words import read_vocabulary

    word = quote(name)
    suggestions: list[tuple[str, tuple[str, ...]]] = []
    if noun := OF.get(question.name):
        suggestions.append((f"show {word}", (noun.kind,)))
    suggestions += [
        (_spell_option(parameter, word), RECORD_KINDS[parameter.kind])
        for parameter in question.parameters
        if parameter.kind in RECORD_KINDS
    ]
    try:
        database = database_at(settings.database())
        if database.exists():  # do not build one to tell of a problem
            with database.asking() as connection:
                for spelling in (name, strip_article(name)):
                    for suggestion, kinds in suggestions:
                        if lookup(connection, spelling, kinds):
                            return suggestion
    except CyberdiploError:
        return ""
    codes = (
        parameter
        for parameter in question.parameters
        if parameter.kind in DOMAINS and len(find_codes(read_vocabulary(parameter.kind), name)) == 1
    )
    return next((_spell_option(parameter, word) for parameter in codes), "")


def quote(name: str) -> str:
    """As a shell takes it; in double quotes where these do, for l'OTC is easier to read so."""
    import shlex

    return f'"{name}"' if "'" in name and not set(name) & set('"$`\\!') else shlex.quote(name)


def _spell_option(parameter: Parameter, word: str) -> str:
    return f"{parameter.option} {word}"


def command(noun: str) -> Any:
    """The command group of a noun."""
    question = catalogue.read_list(noun)
    group = Noun(name=noun, help=question.title(messages.chosen()), rich_markup_mode=None)
    group.question = question
    return group


def _make_verb(question: Question, verb: str) -> Any:
    """``list`` or ``show`` of a noun."""
    noun = question.name
    if verb == "list":
        several = tr(
            "Several values of a filter, any of which may fit: separate them with commas, or repeat the filter."
        )
        whole = tr("One record in full: cyberdiplo {noun} show NAME", noun=noun)
        epilog = f"{several}\n\n{whole}"
        if noun == "votes":
            from cyberdiplo.cli.commands import votes

            return make_question_leaf(question, epilog=epilog, more=votes.OPTIONS, forms=votes.FORMS)
        return make_question_leaf(question, epilog=epilog)
    return make_leaf(_make_show(noun), name=verb, help=OF[noun].show_help(messages.chosen()))


def make_question_leaf(
    question: Question,
    *,
    epilog: str = "",
    more: dict[str, Entry] | None = None,
    forms: Mapping[str, Form] | None = None,
) -> Any:
    """The command that asks one question: its parameters are options, beside ``more`` and those of every answer.

    ``forms`` are those of ``more`` that ask for the answer in another form, each with what writes it.
    """
    lang = messages.chosen()
    if question.next:
        usual = example_lines(*(f"cyberdiplo {line}" for line in question.next), title=tr("Often next:"))
        epilog = f"{epilog}\n\n{usual}".lstrip()

    def run(chosen: Options, /, param: Sequence[str] | None = None, **words: OptionValue) -> None:
        wishes = read_filters(question, words, param or ())
        form = next((form for name, form in (forms or {}).items() if words[name]), answer)
        (answer if chosen.explain else form)(question, wishes, chosen)

    function = answer_options.make_command(make_filters(question) | (more or {}), run, options.QUESTION)
    cls = _make_asking(question)
    return make_leaf(function, name=question.name, help=help_text(question, lang), epilog=epilog, cls=cls)


def help_text(question: Question, lang: str) -> str:
    """Title, description and examples of a question, as help shows them."""
    parts = [question.title(lang).rstrip(".") + ".", question.description(lang)]
    if question.examples:
        parts.append(example_lines(*(f"cyberdiplo {example}" for example in question.examples), lang=lang))
    return "\n\n".join(part for part in parts if part)


def answer(question: Question, wishes: Mapping[str, Sequence[str]], chosen: Options) -> None:
    """Ask a question with these values and write the answer."""
    from cyberdiplo.questions import run

    lang = chosen.lang
    style = chosen.style(title=question.title(lang), main=question.main, below=question.below)
    with answer_options.hushed(chosen.quiet), asking(chosen.database) as connection:
        answered = run.answer(
            connection, question, wishes, lang=lang, window=chosen.window, explaining=chosen.explain, guessing=True,
            ids=chosen.ids,
        )  # fmt: skip
        say(*answered.guesses)
        if chosen.verbose:
            _report_sql(answered)
        if question.may_have_notices(answered.values, wishes) and not chosen.explain:
            from cyberdiplo.questions.notices import find_notices

            say(*find_notices(connection, question, answered.values, lang, wishes))
        result, rows = count_rows(answered.result)
        if question.together and chosen.format in FOR_PEOPLE and not (chosen.window.columns or chosen.explain):
            result = _join_rows(result, question.together, chosen)
        chosen.write(result, style, connection, question.name if question.path.parent.name == "lists" else "")
        if not rows.take_count():
            say(*find_why_empty(connection, question, wishes, chosen))


def _join_rows(result: Result, column: str, chosen: Options) -> Result:
    """The answer as a person wants it: rows that differ in the State alone are one, on a screen in short."""
    from cyberdiplo.render.output import to_stdout
    from cyberdiplo.render.screen.together import join_rows
    from cyberdiplo.text.several import NAMED

    drawn = to_stdout(chosen.output) and sys.stdout.isatty()
    return join_rows(result, column, chosen.lang, NAMED if drawn else None)


def _report_sql(answered: Answer) -> None:
    """What was run, so that 'cyberdiplo sql' can run it again."""

    say(answered.sql)
    say("".join(f"-- --param {name}={value}\n" for name, value in answered.values.items()).rstrip())


def _make_show(noun: str) -> Callable[..., None]:
    from cyberdiplo.cli.commands import show

    if noun == "sources":
        from cyberdiplo.cli.commands.sources import show_source

        return show_source

    listed = OF[noun].listed
    after = listed.after if listed else ""

    def call(
        name: show.Name,
        section: show.Sections = None,
        format: show.How = None,
        lang: options.Lang = None,
        database: options.Database = None,
    ) -> None:
        show.show(name, section, format, lang, database, kinds=OF[noun].shown, after=after)

    call.__annotations__ = {
        "name": show.Name, "section": show.Sections, "format": show.How, "lang": options.Lang,
        "database": options.Database, "return": None,
    }  # fmt: skip
    return call
