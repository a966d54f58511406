"""All that is used of Typer's private names, and why; an upgrade of Typer can break this module and no other.

Typer carries a Click of its own since 0.26, so that what a group offers to a shell that completes can only be made of
a class under ``typer._click``. And it imports Rich at each press of Tab, which takes longer than all the rest, to take
markup out of help that has none here.
"""

from __future__ import annotations

from typer import _completion_classes
from typer._click.shell_completion import CompletionItem

__all__ = ["CompletionItem", "complete_after_equals", "complete_without_rich"]


def complete_without_rich() -> None:
    """From now on help is offered to the shell as it is written."""
    _completion_classes._sanitize_help_text = lambda text: text


def complete_after_equals() -> None:
    """From now on ``--forum=O`` is completed in bash, which takes the ``=`` for a word of its own."""
    read = _completion_classes.BashComplete.get_completion_args

    def join(self: _completion_classes.BashComplete) -> tuple[list[str], str]:
        args, incomplete = read(self)
        if incomplete == "=":
            return args, ""
        return args[:-1] if args[-1:] == ["="] and args[-2][:2] == "--" else args, incomplete

    _completion_classes.BashComplete.get_completion_args = join  # type: ignore[method-assign]
