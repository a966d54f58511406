"""``cyberdiplo timeline``: what happened, in order."""

from __future__ import annotations

from typing import Any

from cyberdiplo.cli.commands import nouns
from cyberdiplo.questions import catalogue


def command(name: str) -> Any:
    """The command."""
    return nouns.make_question_leaf(catalogue.read_list(name))
