"""Help in the reader's language: that of questions comes from their files, all other from ``french_words``."""

from __future__ import annotations

import inspect
import re
import sys
from functools import partial
from itertools import pairwise
from typing import Any

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage


def help_lang() -> str:
    """The language of help: what --lang says on the command line, else the user's; help is never a reason to fail."""
    said = [word.partition("=")[2] or after for word, after in pairwise([*sys.argv, ""]) if word.startswith("--lang")]
    try:
        return settings.lang(said[-1] if said else None)
    except BadUsage:
        return "en"


def translate(command: Any, lang: str) -> None:
    """Put the help of a command, its options and its verbs into French where that is the reader's language."""
    if lang != "fr" or getattr(command, "in_french", False):
        return
    command.in_french = True
    command.help = _paragraphs(command.help)
    command.epilog = _paragraphs(command.epilog)
    command.get_help = partial(_around, command.get_help)
    if getattr(command, "subcommand_metavar", None):
        command.subcommand_metavar = _metavar(command.subcommand_metavar)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = said(parameter.help)
        if parameter.metavar:
            parameter.metavar = _metavar(parameter.metavar)
    for one in getattr(command, "commands", {}).values():
        translate(one, lang)


def said(text: str, lang: str = "fr") -> str:
    """A text of help in that language; as it is where nobody has put it into French."""
    if lang != "fr":
        return text
    from cyberdiplo.cli.french_words import BEGINNINGS, COMMANDS, OPTIONS

    plain = " ".join(text.split())
    if found := OPTIONS.get(plain) or COMMANDS.get(plain):
        return found
    for english, french in BEGINNINGS:
        if re.fullmatch(english, plain):
            return re.sub(english, french, plain)
    return text


def _paragraphs(text: str | None) -> str | None:
    """Each paragraph in French; one that is set as it stands has examples."""
    if not text:
        return text
    made = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        as_it_stands = paragraph.startswith("\b")
        made.append(re.sub(r"^Examples?:", "Exemples :", paragraph, flags=re.M) if as_it_stands else said(paragraph))
    return "\n\n".join(made)


def _metavar(word: str) -> str:
    from cyberdiplo.cli.french_words import METAVARS

    return re.sub(r"[A-Z_]+", lambda found: METAVARS.get(found[0], found[0]), word)


def _around(get_help: Any, context: Any) -> str:
    """The help of a command with what Click says around it."""
    from cyberdiplo.cli.french_words import AROUND

    text = str(get_help(context))
    for english, french in AROUND:
        text = re.sub(english, french, text, flags=re.MULTILINE)
    return text
