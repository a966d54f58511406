"""``cyberdiplo timeline``: what happened, in order."""

from __future__ import annotations

from typing import Any

import typer

from cyberdiplo.cli import french, nouns
from cyberdiplo.questions import catalogue


def command(name: str) -> Any:
    """The command."""
    question = catalogue.listing(name)
    lang = french.help_lang()
    one = typer.Typer(rich_markup_mode=None, add_completion=False)
    one.command(help=nouns.help_text(question, lang))(nouns.runner(question, lang))
    made = typer.main.get_command(one)
    made.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    french.translate(made, lang)
    return made
