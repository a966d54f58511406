"""The filters of a noun: its question's parameters as options, so that a new one is a line in a .sql file."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo import messages
from cyberdiplo.cli.words import answer_options, complete
from cyberdiplo.cli.words.options import Entry, OptionValue
from cyberdiplo.messages import tr
from cyberdiplo.questions import folders
from cyberdiplo.questions.question import PLAIN_KINDS, RECORD_KINDS, Parameter, Question

if TYPE_CHECKING:
    pass

ALSO = {"record": ("about", "measure", "process", "topic"), "resolution": ("measure",)}  # of a parameter: other names


def make_filters(question: Question) -> dict[str, Entry]:
    """The parameters of a question as options of a command."""
    lang = messages.chosen()
    named = {parameter.name for parameter in question.parameters}
    filters = {
        _safe(parameter.name): make_filter(
            parameter, lang, [name for name in ALSO.get(parameter.name, ()) if name not in named]
        )
        for parameter in question.parameters
    }
    return filters | ({folders.NAME: _make_folder_filter()} if folders.asks_for_folders(question) else {})


def _make_folder_filter() -> Entry:
    option = typer.Option(
        f"--{folders.NAME}", metavar="NAME", help=folders.describe(), autocompletion=complete.on_tab(complete.folders)
    )
    return Annotated[list[str] | None, option], None


def read_filters(
    question: Question, words: Mapping[str, OptionValue], pairs: Sequence[str] = ()
) -> dict[str, list[str]]:
    """What was given for these options. Raises BadUsage for pairs that are no parameters."""
    return answer_options.read_wishes(question, {name.removesuffix("_"): value for name, value in words.items()}, pairs)


def _safe(name: str) -> str:
    """A name that Python takes for a parameter's: ``from`` is a word of its own."""
    return f"{name}_" if keyword.iskeyword(name) else name


def make_filter(parameter: Parameter, lang: str, also: Sequence[str] = ()) -> tuple[Any, Any]:
    """The option for a parameter: may be given twice (either) where the question takes several values.

    ``also``: what the option is called besides, as that of the same meaning is elsewhere.
    """
    spellings = [parameter.option, *(f"--{name.replace('_', '-')}" for name in also)]
    default = tr("default: {default}", lang, default=parameter.default)
    help_ = parameter.help(lang) + (f" [{default}]" if parameter.default else "")
    if parameter.kind in PLAIN_KINDS:
        metavar = "DATE" if parameter.kind == "date" else parameter.kind.upper()
        return Annotated[str | None, typer.Option(*spellings, metavar=metavar, help=help_)], None
    if parameter.kind in RECORD_KINDS:
        completer = complete.records(*RECORD_KINDS[parameter.kind], groups=parameter.kind in ("group", "party"))
        metavar = "NAME"
    else:
        completer = complete.codes(parameter.kind, *(["any"] if parameter.default else []))
        metavar = "WORD"
    parameter_option = typer.Option(*spellings, metavar=metavar, help=help_, autocompletion=completer)
    return Annotated[list[str] | None, parameter_option], None
