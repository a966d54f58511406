"""The language of what is said, chosen before anything is; Click's own words come from our catalogue too."""

from __future__ import annotations

import os
import re
import sys
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import typer
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
# How Click says what is wrong with a command line; the whole of one may stand in another.
MISTAKES = (
    later("Invalid value: {what}"),
    later("Invalid value for {name}: {what}"),
    later("Missing argument {name}."),
    later("Missing option {name}."),
    later("No such option: {name}"),
    later("Option {name} does not take a value."),
    later("Option {name} requires an argument."),
    later("Got unexpected extra argument(s) ({words})"),
    later("{value} is not a valid int."),
    later("{value} is not a valid float."),
    later("{value} is not a valid int range."),
    later("{value} is not a valid float range."),
    later("{value} is not in the range {range}."),
    later("{value} is not one of {listed}."),
    later("{what}. Did you mean {listed}?"),
)
# The words for values, in lines of usage and beside options.
WORDS = (
    *(later("ARGS"), later("COMMAND"), later("DIR"), later("FILE"), later("FOLDER"), later("INTEGER"), later("NAME")),
    *(later("NUMBER"), later("PATH"), later("PATH_OR_URL"), later("SECONDS"), later("STATEMENT"), later("TEXT")),
    *(later("VALUE"), later("WORD"), later("WORDS")),
)


QUOTED = r"(?<![\w'])'([^']*)'(?!\w)"  # what Click quotes; an apostrophe follows a letter


def choose() -> None:
    """Take what --lang says on the command line, else the user's language; neither is a reason to fail here."""
    values = [word.partition("=")[2] or after for word, after in pairwise([*sys.argv, ""]) if word.startswith("--lang")]
    try:
        lang = settings.lang(values[-1] if values else None)
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


def translate(error: Exception) -> Exception:
    """A mistake in the command line that Click has found, which is then shown in the reader's language."""
    if messages.chosen() != "en" and getattr(type(error), "show", None) is typer.BadParameter.show:
        error.show = partial(_show, error)  # type: ignore[attr-defined]
    return error


def _show(error: Any) -> None:
    """As Click does."""
    context = getattr(error, "ctx", None)
    if context is not None:
        print(context.get_usage(), file=sys.stderr)
        if context.command.get_help_option(context) is not None:
            command, option = context.command_path, context.help_option_names[0]
            print(tr("Try '{command} {option}' for help.", command=command, option=option), file=sys.stderr)
        print(file=sys.stderr)
    mistake = re.sub(QUOTED, lambda match: tr('"{words}"', words=match[1]), _translate_mistake(error.format_message()))
    print(tr("Error: {error}", error=mistake), file=sys.stderr)


def _translate_mistake(text: str) -> str:
    """A sentence of Click's, which are made where no catalogue is asked; as it is where we do not know it."""
    for known in MISTAKES:
        if match := re.fullmatch(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(known)), text, re.DOTALL):
            values = match.groupdict()
            if "what" in values:
                values["what"] = _translate_mistake(values["what"])
            return tr(known, **values)
    return text


class Formatter(TyperGroup.context_class.formatter_class):  # type: ignore[misc, name-defined]
    """Help in another language than English: what Click does not look up is looked up here."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """As Click does."""
        super().write_usage(prog, _translate_words(args), tr("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """As Click does."""
        self.write(" " * self.current_indent + tr("{heading}:", heading=heading) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """As Click does."""
        super().write_dl([(_translate_words(first), tr(second)) for first, second in rows], col_max, col_spacing)


def _translate_words(usage: str) -> str:
    """NAME is NOM."""
    return re.sub(r"[A-Z_]{2,}", lambda match: tr(match[0]), usage)
