"""The nouns: ``cyberdiplo forums`` lists, ``cyberdiplo forums show NAME`` shows one.

A noun's filters are its question's parameters, so that a new filter is a line in a .sql file.
"""

from __future__ import annotations

import inspect
import keyword
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cyberdiplo.ask import catalogue
from cyberdiplo.ask.catalogue import PLAIN_KINDS, RECORD_KINDS, Parameter, Question
from cyberdiplo.cli import complete, options
from cyberdiplo.cli.opening import asking
from cyberdiplo.schema.vocabulary import VOCABULARY

KIND_OF = {  # noun -> the kind of record that its ``show`` looks for
    "forums": "forum",
    "processes": "process",
    "meetings": "meeting",
    "speakers": "speaker",
    "organisations": "organisation",
    "measures": "measure",
    "statements": "statement",
    "figures": "figure",
    "votes": "vote",
    "topics": "topic",
    "countries": "country",
    "sources": "source",
}


class Noun(TyperGroup):
    """A group that lists when no verb is given."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """``speakers --forum OTC`` is ``speakers list --forum OTC``."""
        if not args or args[0].startswith("-"):
            args = ["list", *args]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed


def command(noun: str) -> Any:
    """The command group of a noun."""
    question = catalogue.listing(noun)
    group = typer.Typer(cls=Noun, rich_markup_mode=None, add_completion=False, help=question.title_en)
    group.command("list", help=help_text(question, noun), epilog=_verbs(noun))(
        runner(question, lambda given: answer(question, given))
    )
    group.command("show", help=f"One {KIND_OF[noun].replace('_', ' ')} whole.")(_show(noun))
    made = typer.main.get_command(group)
    made.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    return made


def help_text(question: Question, noun: str = "") -> str:
    """Title, description and examples of a question, as help shows them."""
    parts = [question.title_en + ".", question.description]
    if question.examples:
        parts.append("\b\nExamples:\n" + "\n".join(f"  cyberdiplo {example}" for example in question.examples))
    return "\n\n".join(part for part in parts if part)


def _verbs(noun: str) -> str:
    return f"One record whole: cyberdiplo {noun} show NAME"


def runner(question: Question, run: Callable[[dict[str, Any]], None]) -> Callable[..., None]:
    """A function whose signature is the question's parameters and the options of every answer."""

    def call(**given: Any) -> None:
        run({name.removesuffix("_"): value for name, value in given.items()})

    entries = {_safe(parameter.name): _filter(parameter) for parameter in question.parameters} | options.ANSWER
    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in entries.items()
        ]
    )
    call.__annotations__ = {name: annotation for name, (annotation, _) in entries.items()} | {"return": None}
    return call


def _safe(name: str) -> str:
    """A name that Python takes for a parameter's: ``from`` is a word of its own."""
    return f"{name}_" if keyword.iskeyword(name) else name


def _filter(parameter: Parameter) -> tuple[Any, Any]:
    """The option for a parameter: names and codes may be given twice (either), plain values once."""
    option = f"--{parameter.name.replace('_', '-')}"
    help_ = parameter.help_en + (f" [default: {parameter.default}]" if parameter.default else "")
    if parameter.kind in PLAIN_KINDS:
        metavar = "DATE" if parameter.kind == "date" else parameter.kind.upper()
        return Annotated[str | None, typer.Option(option, metavar=metavar, help=help_)], None
    if parameter.kind in RECORD_KINDS:
        completer = complete.records(*RECORD_KINDS[parameter.kind])
        metavar = "NAME"
    else:
        words = [*VOCABULARY[parameter.kind], *(["any"] if parameter.default else [])]
        completer = complete.choices(*words)
        metavar = "WORD"
    made = typer.Option(option, metavar=metavar, help=help_, autocompletion=completer)
    return Annotated[list[str] | None, made], None


def answer(question: Question, given: dict[str, Any]) -> None:
    """Ask a question with these options and write the answer."""
    from cyberdiplo import settings
    from cyberdiplo.ask.run import ask
    from cyberdiplo.show import output

    lang = settings.lang(given["lang"])
    format_ = output.chosen(given["format"], given["output"])
    style = output.style(lang, main=question.main, header=not given["no_header"], excel=given["excel"])
    with asking(given["database"]) as connection:
        wishes = {parameter.name: given.get(parameter.name) for parameter in question.parameters}
        result = ask(connection, question, wishes, lang=lang, page=options.page(given))
        output.write(result, style, format_, given["output"])


def _show(noun: str) -> Callable[..., None]:
    from cyberdiplo.cli import show

    def call(
        name: show.Name, format: show.How = None, lang: options.Lang = None, database: options.Database = None
    ) -> None:
        show.show(name, format, lang, database, kinds=(KIND_OF[noun],))

    call.__annotations__ = {
        "name": show.Name, "format": show.How, "lang": options.Lang, "database": options.Database, "return": None
    }  # fmt: skip
    return call
