"""How much a statement may take: of time, and of memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import Stopped
from cyberdiplo.messages import tr
from cyberdiplo.store.memory import read_memory

if TYPE_CHECKING:
    from cyberdiplo.result import Row

MEGABYTE = 1 << 20
SECONDS = 10.0  # that a statement may take, unless more is allowed
MEMORY = 220 * MEGABYTE  # that the program may hold while it gathers an answer
LARGEST_ROW = 16 * MEGABYTE

LastWords = Callable[[int], None]  # called with an exit code, to end the program


def do_nothing(_: int) -> None:
    """Do nothing before the program is ended: the default for ``last_words``."""


class Limits(NamedTuple):
    """What stops a statement; 0 is no limit."""

    seconds: float | None = None  # None: as the database itself has it
    memory: int = 0  # bytes that the program may hold
    row: int = 0  # characters and bytes of a row
    last_words: LastWords = do_nothing  # where one step of it cannot be stopped otherwise
    streams: bool = False  # whether rows go on as they come, so that another format would need no less
    whole_program: bool = False  # the program does nothing else, so that all of its memory may be limited for good


def refuse_time(seconds: float) -> Stopped:
    """The error for a statement that was stopped by its time limit."""
    return Stopped(
        tr("The statement was stopped after {seconds:g} second.", seconds=seconds)
        if seconds == 1
        else tr("The statement was stopped after {seconds:g} seconds.", seconds=seconds),
        hint=tr("--timeout SECONDS allows more (at most a day, 86400); --explain shows what takes the time."),
    )


def too_large(*, streams: bool = False) -> Stopped:
    """The error for an answer that fills the memory; in a format that ``streams``, no other one helps."""
    return Stopped(
        tr("The answer needs more memory than a question may use."),
        hint=tr("ask for less: fewer rows (--limit N), or part of a long value (substr).")
        if streams
        else tr("--format csv or jsonl streams rows of any number; or ask for less with --limit N."),
    )


def limit_program(more: int) -> None:
    """Let the program take at most so many bytes more, until it ends: only for one that does nothing else.

    A value of a server's is held whole by its library before anybody can weigh it.
    """
    try:
        import resource

        now, _ = read_memory()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if now:
            resource.setrlimit(resource.RLIMIT_AS, (now + more, hard))
    except (ImportError, OSError, ValueError):  # another system: its rows are weighed when they are there
        return


def weight(row: Row) -> int:
    """Characters and bytes of a row."""
    return sum(len(value) for value in row if isinstance(value, str | bytes | bytearray))


def memory() -> int:
    """Bytes that the program holds; 0 where the system does not say."""
    return read_memory()[1]
