"""All that is used of Typer's private names, and why; an upgrade of Typer can break this module and no other.

Typer carries a Click of its own since 0.26, so that what a group offers to a shell that completes can only be made of
a class under ``typer._click``. And it imports Rich at each press of Tab, which takes longer than all the rest, to take
markup out of help that has none here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from typer import _completion_classes
from typer._click.parser import _Option
from typer._click.shell_completion import CompletionItem, ShellComplete
from typer._click.types import _NumberParamTypeBase
from typer.models import TyperPath

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr

__all__ = [
    "CompletionItem",
    "complete_after_equals",
    "complete_without_harm",
    "complete_without_rich",
    "read_numbers",
    "read_paths",
    "refuse_second_values",
]

# What a shell reads as more than a letter, between quotes of either kind or outside of them: compiled for a Tab alone.
PARTED_IN_QUOTES = r"""[\\"$`;&|<>!\x00-\x1f\x7f]"""
PARTED = r"""[\\"$`;&|<>!'(){}\[\]*?\x00-\x1f\x7f]|^[~#=]"""


NUMBER = re.compile(r"[+\-.0-9A-Za-z]+")  # of what Python takes for one: no blanks, no _, no other digits


def refuse_second_values() -> None:
    """From now on an option of one value that is given two is refused; Click takes the last without a word."""
    process = _Option.process

    def process_once(self: _Option, value: Any, state: Any) -> None:
        before = state.opts.get(self.dest)
        process(self, value, state)
        if self.action in ("store", "store_const") and before not in (None, state.opts[self.dest]):
            name = "/".join(self.obj.opts[:1] + self.obj.secondary_opts[:1])
            flag = self.action == "store_const"
            raise BadUsage(
                tr("{option} is given twice, and not alike.", option=name)
                if flag
                else tr("{option} is given twice: {first!r} and {second!r}.", option=name, first=before, second=value),
                hint=tr("give it once."),
            )

    _Option.process = process_once  # type: ignore[method-assign]


def read_paths() -> None:
    """From now on a path that is empty is refused, which would be the folder one is in, and ~ is the home folder.

    An empty one is mostly a variable of the shell that is not set; ~ stays as it is where it is quoted or after =.
    """
    convert = TyperPath.convert

    def convert_named(self: TyperPath, value: Any, parameter: Any, context: Any) -> Any:
        text = str(value)
        if not text.strip():
            option = parameter.param_type_name == "option"
            name = parameter.opts[0] if option else parameter.make_metavar(context).strip("[].{}")
            raise BadUsage(
                tr("{name} names nothing.", name=name), hint=tr("leave it out; is a variable of the shell empty?")
            )
        return convert(self, _expand(text) if text.startswith("~") else value, parameter, context)

    TyperPath.convert = convert_named  # type: ignore[method-assign, assignment]


def _expand(text: str) -> str:
    try:
        return str(Path(text).expanduser())
    except RuntimeError:  # nobody has that name, or no home: a file may be called so
        return text


def read_numbers() -> None:
    """From now on a number is written in the digits of ASCII; Python takes others, blanks and 1_000 without a word."""
    convert = _NumberParamTypeBase.convert

    def convert_plain(self: _NumberParamTypeBase, value: Any, parameter: Any, context: Any) -> Any:
        number = convert(self, value, parameter, context)
        if isinstance(value, str) and not NUMBER.fullmatch(value):
            raise BadUsage(
                tr("{value!r} is no number that {option} takes.", value=value, option=parameter.opts[0]),
                hint=tr("write it in plain digits: 10, 1000, 0.5."),
            )
        return number

    _NumberParamTypeBase.convert = convert_plain  # type: ignore[method-assign, assignment]


def complete_without_rich() -> None:
    """From now on help is offered to the shell as it is written."""
    _completion_classes._sanitize_help_text = lambda text: text


def complete_without_harm() -> None:
    """From now on nothing is offered that a shell would run or take apart: names may be those of a stranger's data.

    Bash puts a word into the line as it is; zsh evaluates the list of them, where Typer leaves a backslash as it is and
    loses an apostrophe.
    """
    offer: Any = ShellComplete.get_completions

    def offer_harmless(self: ShellComplete, args: list[str], incomplete: str) -> list[CompletionItem]:
        parted = PARTED_IN_QUOTES if " " in incomplete else PARTED
        items = [item for item in offer(self, args, incomplete) if not re.search(parted, item.value)]
        for item in items:
            item.help = item.help and item.help.replace("\\", "")
        return items

    ShellComplete.get_completions = offer_harmless  # type: ignore[method-assign]
    write = _completion_classes.ZshComplete.format_completion

    def write_apostrophes(self: _completion_classes.ZshComplete, item: CompletionItem) -> str:
        return write(self, item).replace("''", "'\\''")  # it writes one as two

    _completion_classes.ZshComplete.format_completion = write_apostrophes  # type: ignore[method-assign]


def complete_after_equals() -> None:
    """From now on ``--forum=O`` is completed as ``--forum O`` is.

    Bash takes the ``=`` for a word of its own, and puts in what comes after it; zsh and fish want the whole word.
    """
    bash: Any = _completion_classes.BashComplete
    read_words = bash.get_completion_args

    def read_bash(self: _completion_classes.BashComplete) -> tuple[list[str], str]:
        args, incomplete = read_words(self)
        if incomplete == "=":
            return args, ""
        return args[:-1] if len(args) > 1 and args[-1] == "=" and args[-2][:2] == "--" else args, incomplete

    bash.get_completion_args = read_bash
    for shell in (_completion_classes.ZshComplete, _completion_classes.FishComplete):
        _complete_whole_word(shell)


def _complete_whole_word(shell: Any) -> None:
    read_words, write = shell.get_completion_args, shell.format_completion

    def read(self: Any) -> tuple[list[str], str]:
        args, incomplete = read_words(self)
        option, equals, value = incomplete.partition("=")
        if not (equals and option[:2] == "--"):
            return args, incomplete
        self.before = f"{option}="
        return [*args, option], value

    def format_completion(self: Any, item: CompletionItem) -> str:
        item.value = getattr(self, "before", "") + item.value
        return str(write(self, item))

    shell.get_completion_args, shell.format_completion = read, format_completion
