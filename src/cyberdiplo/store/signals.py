"""TERM and HUP (a closed terminal) end the program as an exception does, so that what was begun is cleaned up."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
STEPS = 100_000  # of SQLite's machine between two looks: some milliseconds

_received: list[int] = []


class Terminated(BaseException):
    """The program was told to end; ``number`` is the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def raised() -> Iterator[None]:
    """Here a signal that would end the program raises Terminated instead; one that is ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: dict[int, Any] = {n: signal.getsignal(n) for n in ENDING}
    ours = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    if before and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        before[signal.SIGINT] = signal.default_int_handler
        ours.append(signal.SIGINT)
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])


def _end(number: int, _frame: FrameType | None) -> None:
    _received.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Terminated(number)


def look() -> int:
    """A progress handler for SQLite: signals are seen while it works; anything but 0 stops the statement."""
    return int(bool(_received))


def raise_received() -> None:
    """Raise what a signal meant that came while SQLite worked, and was swallowed there."""
    if _received:
        number = _received[-1]
        raise KeyboardInterrupt if number == signal.SIGINT else Terminated(number)


def die(number: int) -> None:
    """End as the signal would have ended the program, now that all is cleaned up."""
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)
