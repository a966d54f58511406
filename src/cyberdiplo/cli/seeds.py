"""``cyberdiplo seeds``: check seed files, repair their form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Seed folders; none: ./seeds where there is one, else the shipped ones."),
]
Dry = Annotated[
    bool, typer.Option("--check", help="Change nothing; exit 4 where something would change.", show_default=False)
]

seeds = typer.Typer(
    rich_markup_mode=None, add_completion=False, no_args_is_help=True, help="Check seed files, repair their form."
)


def command(_: str) -> Any:
    """The command group."""
    made = typer.main.get_command(seeds)
    made.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    return made


def _paths(paths: list[Path] | None) -> list[Path]:
    from cyberdiplo import settings

    here = Path("seeds")
    return paths or [here if here.is_dir() else settings.resource("seeds")]


Alone = Annotated[bool, typer.Option("--empty", help="As for a database without the shipped seeds.", show_default=False)]


@seeds.command()
def check(paths: Paths = None, empty: Alone = False) -> None:
    """Every mistake in seed files, by file, row, column and rule, with what would be right.

    Examples: cyberdiplo seeds check | cyberdiplo seeds check my-seeds/sources/my-source
    """
    from cyberdiplo.cli.main import words
    from cyberdiplo.intake.check import check

    folders, mistakes = check(_paths(paths), shipped=not empty)
    for mistake in mistakes:
        print(f"{mistake.level}: {mistake}")
    errors = sum(mistake.level == "error" for mistake in mistakes)
    files = sum(len(folder.files) for folder in folders)
    words(f"{len(folders)} folders, {files} files: {errors} errors, {len(mistakes) - errors} warnings")
    if errors:
        raise typer.Exit(4)


@seeds.command()
def fmt(paths: Paths = None, check: Dry = False) -> None:
    """Repair the form of seed files (encoding, line ends, accents, apostrophes, columns, order), never content.

    Examples: cyberdiplo seeds fmt my-seeds | cyberdiplo seeds fmt --check
    """
    from cyberdiplo.cli.main import words
    from cyberdiplo.errors import BadSeed
    from cyberdiplo.intake.files import find
    from cyberdiplo.intake.form import repaired

    changed = []
    for folder in find(_paths(paths)):
        for seed in folder.files:
            try:
                right = repaired(seed).encode()
            except UnicodeDecodeError as error:
                raise BadSeed(f"{seed} is not UTF-8.", hint="save the file as UTF-8 (CSV UTF-8 in Excel).") from error
            if right != seed.path.read_bytes():
                changed.append(seed.path)
                if not check:
                    seed.path.write_bytes(right)
    for path in changed:
        print(path, file=sys.stdout)
    words(f"{len(changed)} files {'would be ' if check else ''}repaired")
    if check and changed:
        raise typer.Exit(4)
