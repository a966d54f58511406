"""The language of what is said, chosen before anything is; Click's own words come from our catalogue too."""

from __future__ import annotations

import os
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from typer.core import TyperGroup

from cyberdiplo import messages, settings
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import later, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

# What Click and Typer say by themselves; from "Arguments" on they look it up, in the domain of gettext made ours.
CLICK = (
    *(later("Show this message and exit."), later("Install completion for the current shell.")),
    later("Show completion for the current shell, to copy it or customize the installation."),
    *(later("Arguments"), later("Options"), later("Commands"), later("required"), later("default: {default}")),
    *(later("env var: {var}"), later("(dynamic)"), later("Missing command."), later("No such command {name!r}.")),
    later("Aborted!"),
)
# The words for values, in lines of usage and beside options.
WORDS = (
    *(later("ARGS"), later("COMMAND"), later("DIR"), later("FILE"), later("FOLDER"), later("INTEGER"), later("NAME")),
    *(later("NUMBER"), later("PATH"), later("PATH_OR_URL"), later("SECONDS"), later("STATEMENT"), later("TEXT")),
    *(later("VALUE"), later("WORD"), later("WORDS")),
)


def choose() -> None:
    """Take what --lang says on the command line, else the user's language; neither is a reason to fail here."""
    said = [word.partition("=")[2] or after for word, after in pairwise([*sys.argv, ""]) if word.startswith("--lang")]
    try:
        lang = settings.lang(said[-1] if said else None)
    except BadUsage:  # which is said when the command is run
        return
    messages.choose(lang)
    if lang != "en":
        _teach_click(lang)


def _teach_click(lang: str) -> None:
    """Let Click find its words in our catalogue, and write help with our Formatter."""
    import gettext

    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(messages.DOMAIN, messages.LOCALE)
    gettext.textdomain(messages.DOMAIN)
    TyperGroup.context_class.formatter_class = Formatter


class Formatter(TyperGroup.context_class.formatter_class):  # type: ignore[misc, name-defined]
    """Help in another language than English: what Click does not look up is looked up here."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """As Click does."""
        super().write_usage(prog, _words(args), tr("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """As Click does."""
        self.write(" " * self.current_indent + tr("{heading}:", heading=heading) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """As Click does."""
        super().write_dl([(_words(first), tr(second)) for first, second in rows], col_max, col_spacing)


def _words(usage: str) -> str:
    """NAME is NOM."""
    return re.sub(r"[A-Z_]{2,}", lambda found: tr(found[0]), usage)
