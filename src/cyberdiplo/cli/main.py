"""The top of the command line: what commands there are, and how their errors are shown.

A command's module is imported when that command is called, so that each costs only what it needs.
"""

from __future__ import annotations

import importlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cyberdiplo import __version__, settings
from cyberdiplo.cli.words import language
from cyberdiplo.cli.words.leaf import examples
from cyberdiplo.errors import CyberdiploError
from cyberdiplo.messages import chosen, later, tr, visible
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.text.nearest import did_you_mean

LISTS = Path(__file__).parents[1] / "questions" / "lists"
LISTED = sorted((noun for noun in NOUNS if noun.listed), key=lambda noun: noun.listed.place if noun.listed else 0)
# command -> (module, what it is for); a noun itself says what it is for.
COMMANDS: dict[str, tuple[str, str]] = {
    **{noun.command: ("nouns", "") for noun in LISTED},
    "show": ("show", later("One record in full, by id, acronym, alias or name in any language.")),
    "search": ("search", later("Full text over everything, ranked, with where it is written.")),
    "timeline": ("timeline", later("Meetings, events and processes in order.")),
    "compare": ("compare", later("What several States voted, supported, said and enacted, side by side.")),
    "agreement": ("agreement", later("How often a State voted as others did, and on which texts they differed.")),
    "query": ("query", later("Canned questions: list them, show one, run one.")),
    "sql": ("sql", later("Your own question in SQL, read-only.")),
    "cite": ("cite", later("Where records are written, as text, BibTeX, RIS or CSL-JSON.")),
    "brief": ("brief", later("A page or two to hand over: who, where, what, votes, dates, each with its place.")),
    "documents": (
        "documents",
        later("Documents by paragraph: add, list, show, remove, draft rows from them, review these."),
    ),
    "verify": ("verify", later("Check every anchor against the source documents themselves.")),
    "export": ("export", later("All tables and wide views, with a data package description.")),
    "load": ("load", later("Seed folders into the database.")),
    "import": ("imports", later("Official data and a team's own tables into the database.")),
    "add": ("adding", later("One speech or page, in a conversation.")),
    "remove": ("adding", later("Folders out of the database again.")),
    "seeds": ("seeds", later("Check seed files, repair their form, begin a new source.")),
    "db": ("db", later("Where the database is and what state it is in; upgrade, back up, restore.")),
}
GROUPS = (
    (
        later("Ask"),
        (*(noun.command for noun in LISTED), "timeline", "compare", "agreement", "show", "search", "query", "sql"),
    ),
    (later("Cite and prove"), ("cite", "brief", "documents", "verify")),
    (later("Data"), ("export", "load", "add", "remove", "import", "seeds", "db")),
)

# Options of every command that people write before it: how many values each has. They are read as if they came after.
BEFORE = {
    **dict.fromkeys(("--lang", "--database", "--format", "-f", "--output", "-o", "--limit", "-n"), 1),
    **dict.fromkeys(("--quiet", "-q", "--verbose"), 0),
}

HELPING = ("--help", "-h", "--version")
OWN = (*HELPING, "--install-completion", "--show-completion")  # options of the program itself


def _read_as_meant(args: list[str]) -> list[str]:
    """``help forums`` is ``forums --help``, ``-v`` is ``--version``, ``--lang fr forums`` is ``forums --lang fr``."""
    if args == ["-v"]:
        return ["--version"]
    end = 0
    while end < len(args) and (option := args[end].partition("=")[0]) in BEFORE:
        end += 1 if "=" in args[end] else 1 + BEFORE[option]
    before, rest = args[:end], args[end:]
    first = next((index for index, word in enumerate(rest) if word in COMMANDS), 0)
    if first and rest[0].startswith("--") and rest[0].partition("=")[0] not in OWN:  # of the command, before it
        before, rest = [*before, *rest[:first]], rest[first:]
    if rest[:1] in (["help"], ["aide"]):
        if len(rest) == 1:
            return ["--help"]  # whose language is chosen by now
        rest = [*rest[1:], "--help"]
    if rest[:1] and rest[0] in HELPING:
        return rest  # whose language is chosen by now
    if not rest or rest[0].startswith("-"):
        return args
    stop = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:stop], *before, *rest[stop:]]


def find_summary(name: str) -> str:
    """What a command is for, in a line."""
    if brief := COMMANDS[name][1]:
        return tr(brief)
    noun = next(noun for noun in LISTED if noun.command == name)
    if noun.listed and noun.listed.brief:
        return noun.listed.brief[0 if chosen() == "fr" else 1]
    text = (LISTS / f"{name}.sql").read_text(encoding="utf-8")  # the title alone: help is no reason to read it whole
    return text.partition(f"-- {'titre' if chosen() == 'fr' else 'title'}: ")[2].partition("\n")[0].rstrip() + "."


class Commands(TyperGroup):
    """The commands by name, each imported when it is called; errors become a sentence, a hint and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cyberdiplo.cli.commands.{COMMANDS[cmd_name][0]}")
        return module.command(cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What people write before a command is read as they mean it."""
        parsed: list[str] = super().parse_args(ctx, args if ctx.resilient_parsing else _read_as_meant(args))
        return parsed

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Click does, with what was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from cyberdiplo.cli.words.other_words import COMMANDS as WORDS, find_meant

            hint = did_you_mean(find_meant(args[0], COMMANDS, WORDS)).capitalize()
            sentence = tr("No such command {name!r}.", name=args[0])
            ctx.fail(f"{sentence} {hint}".rstrip())
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The commands that begin so, without importing any of them."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from cyberdiplo.cli.words.typer_internals import CompletionItem

        begun = [name for name in COMMANDS if name.startswith(incomplete)]
        return [CompletionItem(name, help=find_summary(name)) for name in begun]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, without importing any of them."""
        for title, names in GROUPS:
            with formatter.section(tr(title)):
                formatter.write_dl([(name, find_summary(name)) for name in names])

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """As Click does; --help and --version answer here already, and whoever reads them may have enough."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError:
            raise typer.Exit from None  # a good end; Typer would end with 1
        except OSError as error:
            from cyberdiplo.cli.talk.troubles import explain

            problem = explain(error)
            raise _told(problem) if problem else error from None
        except Exception as error:
            raise _tellable(error) from None

    def invoke(self, ctx: Any) -> Any:
        """Run, and show a problem that the user can act on as one."""
        try:
            return super().invoke(ctx)
        except CyberdiploError as error:
            raise _told(error) from None
        except BrokenPipeError:
            raise typer.Exit from None  # a good end; Typer would end with 1
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except Exception as error:
            from cyberdiplo.cli.talk.troubles import explain

            if (problem := explain(error)) is not None and not os.environ.get("CYBERDIPLO_DEBUG"):
                raise _told(problem) from None
            raise _tellable(error) from error


def _told(error: CyberdiploError) -> typer.Exit:
    """Say what is wrong and what to do; returns the end of the program."""
    with suppress(BrokenPipeError):  # nobody reads what is wrong; the exit code says it
        sentence = tr("error: {error}", error=error)
        hint = "\n" + tr("hint: {hint}", hint=error.hint) if error.hint else ""
        typer.echo(settings.mask(visible(sentence + hint)), err=True)
    return typer.Exit(error.exit_code)


def _tellable(error: Exception) -> Exception:
    """What Click says of wrong words, which it repeats, without the password that an address among them may have."""
    if hasattr(error, "possibilities"):  # an option that the command has not
        from cyberdiplo.cli.words.other_words import explain_option

        explain_option(error)
    if isinstance(message := getattr(error, "message", None), str):
        error.message = settings.mask(visible(message))  # type: ignore[attr-defined]
    return language.translate(error)


app = typer.Typer(
    name="cyberdiplo",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples("speakers --forum OTC", "show GTCNL", "statements --topic labelling --format csv"),
)


def _version(asked_for: bool) -> None:
    if asked_for:
        typer.echo(f"cyberdiplo {__version__}")
        raise typer.Exit


@app.callback(
    help=tr(
        "Who said what, in which capacity, in which forum, under which mandate, about which measure, and where it is"
        " written: multilateral cyber diplomacy.\n\n"
        "Defaults (lang, database, format, excel) may stand in cyberdiplo/config.toml in your configuration folder"
        ' (~/.config on Linux), as lines such as: format = "csv"\n\n'
        "Exit codes: 0 success, 1 failure, 2 wrong usage, 3 no or several such names, 4 bad seed or input file, 5"
        " database missing, unreadable or of another version, 6 stopped by a limit, 130 interrupted."
    )
)
def root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help=tr("Show the version and exit."))
    ] = False,
) -> None:
    """What stands before any command."""


if "_CYBERDIPLO_COMPLETE" in os.environ:  # set by the shell, when Tab was pressed
    from cyberdiplo.cli.words.typer_internals import complete_after_equals, complete_without_harm, complete_without_rich

    complete_without_rich()
    complete_without_harm()
    complete_after_equals()
else:
    from cyberdiplo.cli.words.typer_internals import read_numbers, read_paths, refuse_second_values

    refuse_second_values()
    read_numbers()
    read_paths()
