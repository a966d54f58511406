"""A command made when it is called: of one function, or of a group of them; -h and the width of help are the top's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from cyberdiplo.messages import tr


def make_leaf(
    function: Callable[..., None],
    *,
    name: str | None = None,
    help: str | None = None,
    epilog: str = "",
    cls: Any = None,
) -> Any:
    """The command that is one function; without ``help`` its docstring is that."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(name, cls=cls, help=help, epilog=epilog or None)(function)
    return finish(app)


def examples(*commands: str) -> str:
    """An example or several in one line, as an epilog has them."""
    listed = " | ".join(f"cyberdiplo {command}" for command in commands)
    return (
        tr("Example: {commands}", commands=listed)
        if len(commands) == 1
        else tr("Examples: {commands}", commands=listed)
    )


def example_lines(*commands: str, lang: str | None = None, title: str = "") -> str:
    """Examples under each other, or what ``title`` says they are: a paragraph of help that is set as it stands."""
    return "\n".join(["\b", title or tr("Examples:", lang), *(f"  {command}" for command in commands)])


def make_group(*, help: str, epilog: str = "", **more: Any) -> typer.Typer:
    """A group to which commands are added; ``finish`` makes it one itself."""
    return typer.Typer(
        rich_markup_mode=None, add_completion=False, no_args_is_help=True, help=help, epilog=epilog or None, **more
    )


def finish(app: typer.Typer) -> Any:
    """The command of an app."""
    return typer.main.get_command(app)
