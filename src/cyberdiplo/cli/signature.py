"""A command function from data: Typer reads the words of a command off its signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

REQUIRED = inspect.Parameter.empty  # the default of what must be given


def command(entries: dict[str, tuple[Any, Any]], run: Callable[[dict[str, Any]], None]) -> Callable[..., None]:
    """A function with these parameters, name -> (annotation, default), that hands them to ``run``."""

    def call(**given: Any) -> None:
        run(given)

    call.__doc__ = run.__doc__
    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in entries.items()
        ]
    )
    call.__annotations__ = {name: annotation for name, (annotation, _) in entries.items()} | {"return": None}
    return call
