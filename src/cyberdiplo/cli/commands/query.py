"""``cyberdiplo query``: canned questions, ours and the user's own: list them, show one, run one, begin one."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from cyberdiplo import messages
from cyberdiplo.cli.commands import nouns
from cyberdiplo.cli.talk.say import put, say
from cyberdiplo.cli.words import answer_options, leaf, options
from cyberdiplo.cli.words.leaf import example_lines, examples
from cyberdiplo.errors import BadUsage, CyberdiploError
from cyberdiplo.messages import say_system, tr, visible
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import Question

HELP = {
    "list": tr("Every canned question, ours and your own.") + "\n\n" + examples("query list --format markdown"),
    "show": tr("What a question asks, its parameters and its SQL.") + "\n\n" + examples("query show votes-of-a-state"),
    "run": tr("Run a question; its parameters are options.")
    + "\n\n"
    + example_lines(
        "cyberdiplo query run vote-totals",
        "cyberdiplo query run votes-of-a-state --country BRA --format csv",
        "cyberdiplo query run group-split --param group=ASEAN",
    ),
    "new": tr("Begin a question of your own, from a template or from another question.")
    + "\n\n"
    + example_lines("cyberdiplo query new my-question", "cyberdiplo query new my-votes --like votes-of-a-state"),
}
NOT_LISTED = ("columns", "sort", "limit", "offset")  # what is done by asking a database; the list asks none
Param = Annotated[
    list[str] | None,
    typer.Option(
        "--param", "-p", metavar="NAME=VALUE", help=tr("A parameter by its name; may be given several times.")
    ),
]


def folder() -> Path:
    """Where the user's own questions are."""
    from cyberdiplo import settings

    return settings.config_folder() / "questions"


def _names(incomplete: str) -> list[str]:
    return [name for name in catalogue.find_canned([folder()]) if name.startswith(incomplete)]


Name = Annotated[str, typer.Argument(metavar="NAME", help=tr("A name from 'query list'."), autocompletion=_names)]
New = Annotated[str, typer.Argument(metavar="NAME", help=tr("Lower-case letters, digits and hyphens."))]
Like = Annotated[
    str | None,
    typer.Option("--like", metavar="NAME", help=tr("Start from a copy of this question."), autocompletion=_names),
]
How = Annotated[
    Literal["text", "json"] | None, typer.Option("--format", "-f", help=tr("text or json."), show_choices=False)
]


class Query(TyperGroup):
    """The verbs of ``query``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Click does; the name of a question where a verb belongs is told."""
        if args and args[0] in catalogue.find_canned([folder()]) and not ctx.resilient_parsing:
            ctx.fail(tr("{name!r} is a question. Did you mean 'cyberdiplo query run {name}'?", name=args[0]))
        return super().resolve_command(ctx, args)


class Run(TyperGroup):
    """Every question is a command, made when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the questions."""
        return list(catalogue.find_canned([folder()]))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command for a question. Raises UnclearName or BadSeed, but while a shell completes."""
        if ctx.resilient_parsing and cmd_name not in self.list_commands(ctx):
            return None
        return nouns.make_question_leaf(catalogue.find(cmd_name, [folder()]), more={"param": (Param, None)})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """``run --format csv NAME`` is ``run NAME --format csv``."""
        if args and args[0].startswith("-") and not {"-h", "--help"} & set(args):
            known = set(self.list_commands(ctx))
            if index := next((i for i, word in enumerate(args) if word in known), None):
                args = [args[index], *args[:index], *args[index + 1 :]]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The names that begin so, without reading a file."""
        from cyberdiplo.cli.words.typer_internals import CompletionItem

        return [CompletionItem(name) for name in self.list_commands(ctx) if name.startswith(incomplete)]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The questions with their titles; one that cannot be read says so."""
        with formatter.section(tr("Questions")):
            formatter.write_dl([(name, title) for name, title, *_ in rows(messages.chosen())])


def command(_: str) -> Any:
    """The command group."""
    verbs = leaf.make_group(
        cls=Query,
        help=tr("Canned questions: list them, show one, run one, begin one of your own."),
        epilog=examples("query list", "query run vote-totals", "query new my-question"),
    )
    listed = {name: entry for name, entry in options.ANSWER.items() if name not in NOT_LISTED}
    verbs.command("list", help=HELP["list"])(answer_options.make_command({}, list_, listed))
    verbs.command("show", help=HELP["show"])(show)
    runs = leaf.make_group(cls=Run, help=HELP["run"], subcommand_metavar="NAME [--param NAME=VALUE]... [OPTIONS]")
    runs.callback()(lambda: None)
    verbs.add_typer(runs, name="run")
    verbs.command("new", help=HELP["new"])(new)
    return leaf.finish(verbs)


def rows(lang: str) -> list[tuple[str, str, str, str]]:
    """(name, title, parameters, origin) of every question; one that cannot be read says so in its title."""
    from cyberdiplo.errors import BadSeed

    listed = []
    for name, path in catalogue.find_canned([folder()]).items():
        origin = "own" if path.parent == folder() else "shipped"
        try:
            question = catalogue.read(path)
        except BadSeed as error:
            listed.append((name, f"({str(error).replace(str(path.parent) + '/', '')})", "", origin))
            continue
        names = ", ".join(parameter.name for parameter in question.parameters)
        listed.append((name, question.title(lang), names, origin))
    return listed


def list_(chosen: answer_options.Options) -> None:
    """Write the list of questions."""
    from cyberdiplo.result import Result
    from cyberdiplo.schema.vocabulary import CLOSED

    result = Result(
        ["name", "title", "parameters", "origin"], iter(rows(chosen.lang)), {"origin": CLOSED["questions.origin"]}
    )
    with answer_options.hushed(chosen.quiet):
        for path in catalogue.find_shadowed([folder()]):
            say(tr("{path} is not listed: a question of this name is shipped. Rename it.", path=path))
        chosen.write(result, chosen.style(main=("name", "title")))


def show(name: Name, format: How = None, lang: options.Lang = None, database: options.Database = None) -> None:
    """Write what a question asks, which is the same of any database."""
    from cyberdiplo import settings

    tongue = settings.lang(lang)
    question = catalogue.find(name, [folder()])
    if format == "json":
        print(json.dumps(_describe(question, tongue), ensure_ascii=False, indent=1))
        return
    print(nouns.help_text(question, tongue).replace("\b\n", ""))
    if question.parameters:
        print("\n" + tr("Parameters:", tongue))
        wide = max(len(parameter.name) for parameter in question.parameters)
        for parameter in question.parameters:
            default = f" [= {parameter.default}]" if parameter.default else ""
            print(f"  {parameter.name.ljust(wide)}  {parameter.kind}: {parameter.help(tongue)}{default}")
    print(f"\n{question.path}\n" if question.own else "")
    print(visible(question.sql))


def _describe(question: Question, lang: str) -> dict[str, Any]:
    return {
        "name": question.name,
        "title": question.title(lang),
        "description": question.description(lang),
        "parameters": [
            {
                "name": parameter.name,
                "kind": parameter.kind,
                "help": parameter.help(lang),
                "default": parameter.default,
                "required": parameter.required,
            }
            for parameter in question.parameters
        ],
        "examples": list(question.examples),
        "origin": "own" if question.own else "shipped",
        "sql": question.sql,
    }


TEMPLATE = """\
-- title: Measures of a country, in one line for 'query list'
-- titre: Les mesures d'un pays, en une ligne pour « query list »
-- param country: country    only of this country | seulement de ce pays
-- param from: date    only with an event from this date on | seulement avec une étape à partir de cette date
-- column status: measures.status
-- main: name, status
-- example: query run {name} --country FRA
-- A line of the SQL whose parameter was not given is left out, of several lines those from '-- if :NAME' to '-- end';
-- a column that ends in _fr becomes _en in English; '-- | …' goes on with the French half of the line above it.
-- 'cyberdiplo db schema' lists the tables, 'cyberdiplo query show NAME' shows how other questions are written.
select
  measures.id,
  measures.name_fr as name,
  measures.status
from measures
where 1 = 1
  and measures.country_id in (:country)
  -- if :from
  and measures.id in (
    select measure_id from measure_events where event_date || '-01-01' >= :from
  )
  -- end
order by measures.id
"""


def _taken_name(name: str, path: Path) -> BadUsage:
    return BadUsage(
        tr("There is a question {name!r} already: {path}.", name=name, path=path), hint=tr("take another name.")
    )


def new(name: New, like: Like = None, database: options.Database = None) -> None:
    """Write a question to begin with, and say where; it may be asked of any database."""
    from cyberdiplo.store import atomic

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise BadUsage(
            tr("{name!r} cannot be the name of a question.", name=name),
            hint=tr("lower-case letters, digits and hyphens."),
        )
    path = folder() / f"{name}.sql"
    if ours := catalogue.find_canned().get(name):
        raise _taken_name(name, ours)
    text = TEMPLATE.format(name=name)
    if like:
        text = catalogue.find(like, [folder()]).path.read_text(encoding="utf-8").replace(f"run {like}", f"run {name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic.new(path) as file:
            file.write_text(text, encoding="utf-8")
    except FileExistsError:
        raise _taken_name(name, path) from None
    except OSError as error:
        raise CyberdiploError(
            tr("{path} cannot be written: {reason}.", path=path, reason=say_system(error)),
            hint=tr("check its permissions."),
        ) from error
    put(str(path))
    say(tr("edit it, then: cyberdiplo query run {name}", name=name))
    sys.stdout.flush()
