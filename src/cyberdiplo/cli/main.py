"""The top of the command line: what commands there are, and how their errors are shown.

A command's module is imported when that command is called, so that each costs only what it needs.
"""

from __future__ import annotations

import importlib
import os
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cyberdiplo import __version__, settings
from cyberdiplo.cli import french
from cyberdiplo.errors import CyberdiploError
from cyberdiplo.text.nearest import did_you_mean, nearest

# command -> (module, what it is for); those without a module are nouns that list.
COMMANDS: dict[str, tuple[str, str]] = {
    "forums": ("nouns", "Standing places of discussion."),
    "processes": ("nouns", "Mandated tracks, with mandate and chair."),
    "meetings": ("nouns", "Sittings, in order of their dates."),
    "speakers": ("nouns", "Who took part, in which role and capacity."),
    "organisations": ("nouns", "Bodies that employ, issue or host."),
    "measures": ("nouns", "Laws, standards, norms, resolutions, commitments, calls."),
    "statements": ("nouns", "What was said, by whom, and where it is written."),
    "figures": ("nouns", "Numbers that somebody stated, with their caution."),
    "votes": ("nouns", "How States voted."),
    "topics": ("nouns", "The thesaurus."),
    "countries": ("nouns", "States and unions."),
    "sources": ("nouns", "The documents that were read."),
    "show": ("show", "One record whole, by id, acronym, alias or name in any language."),
    "search": ("search", "Full text over everything, ranked, with where it is written."),
    "timeline": ("timeline", "Meetings, events and processes in order."),
    "query": ("query", "Canned questions: list them, show one, run one."),
    "sql": ("sql", "Your own question in SQL, read-only."),
    "cite": ("cite", "Where a record is written, as text, BibTeX or CSL-JSON."),
    "verify": ("verify", "Every anchor against the source documents themselves."),
    "export": ("export", "All tables and wide views, with a data package description."),
    "load": ("load", "Seed folders into the database."),
    "seeds": ("seeds", "Check seed files, repair their form, begin a new source."),
    "db": ("db", "Where the database is and what state it is in; upgrade, back up, restore."),
}
GROUPS = (
    (
        "Ask",
        (
            *("forums", "processes", "meetings", "speakers", "organisations", "measures", "statements", "figures"),
            *("votes", "topics", "countries", "sources", "timeline", "show", "search", "query", "sql"),
        ),
    ),
    ("Cite and prove", ("cite", "verify")),
    ("Data", ("export", "load", "seeds", "db")),
)


class Commands(TyperGroup):
    """The commands by name, each imported when it is called; errors become a sentence, a hint and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cyberdiplo.cli.{COMMANDS[cmd_name][0]}")
        made = module.command(cmd_name)
        if ctx is None or not ctx.resilient_parsing:  # a shell that completes shows no help, and waits
            french.translate(made, french.help_lang())
        return made

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Click does, with what was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            hint = did_you_mean(nearest(args[0], COMMANDS)).capitalize()
            ctx.fail(f"No such command {args[0]!r}. {hint}".rstrip())
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The commands that begin so, without importing any of them."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from cyberdiplo.cli.typer_internals import CompletionItem

        begun = {name: said for name, (_, said) in COMMANDS.items() if name.startswith(incomplete)}
        lang = french.help_lang()
        return [CompletionItem(name, help=french.said(said, lang)) for name, said in begun.items()]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, without importing any of them."""
        for title, names in GROUPS:
            with formatter.section(title):
                formatter.write_dl([(name, french.said(COMMANDS[name][1], french.help_lang())) for name in names])

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """As Click does; --help and --version answer here already, and their reader may close the pipe."""
        if not extra.get("resilient_parsing"):
            french.translate(self, french.help_lang())
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError:
            raise typer.Exit from None  # a good end; Typer would end with 1
        except Exception as error:
            raise _without_secrets(error) from None

    def invoke(self, ctx: Any) -> Any:
        """Run, and show a problem that the user can act on as one."""
        try:
            return super().invoke(ctx)
        except CyberdiploError as error:
            with suppress(BrokenPipeError):  # the pipe is closed; the exit code still says it
                hint = f"\nhint: {error.hint}" if error.hint else ""
                typer.echo(settings.masked(f"error: {error}{hint}"), err=True)
            raise typer.Exit(error.exit_code) from None
        except BrokenPipeError:
            raise typer.Exit from None  # a good end; Typer would end with 1
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except Exception as error:
            raise _without_secrets(error) from error


def _without_secrets(error: Exception) -> Exception:
    """What Click says of wrong words, which it repeats, without the password that an address among them may have."""
    if isinstance(message := getattr(error, "message", None), str):
        error.message = settings.masked(message)  # type: ignore[attr-defined]
    return error


app = typer.Typer(
    name="cyberdiplo",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples: cyberdiplo speakers --forum OTC | cyberdiplo show GTCNL | "
    "cyberdiplo statements --topic labelling --format csv",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cyberdiplo {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None:
    """Who said what, in which capacity, in which forum, under which mandate, about which measure,
    and where it is written: multilateral cyber diplomacy.

    Defaults (lang, database, format, excel) may stand in cyberdiplo/config.toml in your configuration folder
    (~/.config on Linux), as lines such as: format = "csv"

    Exit codes: 0 fine, 1 failure, 2 wrong usage, 3 no or several such names, 4 bad seed or input file,
    5 database missing, unreadable or of another version, 6 stopped by a limit, 130 interrupted.
    """


if "_CYBERDIPLO_COMPLETE" in os.environ:  # set by the shell, when Tab was pressed
    from cyberdiplo.cli.typer_internals import complete_without_rich

    complete_without_rich()
