"""How long a statement may run: a limit on its own time, and Ctrl-C at once."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from cyberdiplo.store import signals

if TYPE_CHECKING:
    from types import FrameType

    from cyberdiplo.sql.limits import LastWords

STEPS = 10_000  # of SQLite's machine between two looks at the clock: some tenths of a millisecond
GRACE = 1.0  # seconds that a single step may take beyond the limit, before the program is ended
TICK = 0.1


class Timeout:
    """Watches the time while SQLite works.

    A single function call (instr() in a long text) does not look at the clock: where one goes on beyond the limit, a
    thread calls ``last_words`` with an exit code, which has to end the program.
    """

    def __init__(self, connection: sqlite3.Connection, seconds: float, last_words: LastWords) -> None:
        self.connection = connection
        self.seconds = seconds or float("inf")
        self.last_words = last_words
        self.interrupted = False
        self.late = False
        self._spent = 0.0
        self._begun = time.process_time()
        self._since: float | None = None
        self._over = threading.Event()
        self._before: Any = None
        self._pipe: tuple[int, int] | None = None
        self._fd = -1

    def start(self) -> None:
        """Begin to watch."""
        self.connection.set_progress_handler(self._look, STEPS)
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupt)
            if os.name == "posix":  # the handler runs only between two steps; the pipe tells of the signal at once
                self._pipe = os.pipe()
                os.set_blocking(self._pipe[1], False)
                self._fd = signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        threading.Thread(target=self._stand_by, daemon=True).start()

    def stop(self) -> None:
        """Stop watching; it may be called more than once."""
        if self._over.is_set():
            return
        self._over.set()
        with suppress(sqlite3.ProgrammingError):  # it may be closed already
            self.connection.set_progress_handler(None, 0)
        if self._before is not None:
            if self._pipe:
                signal.set_wakeup_fd(self._fd)
            signal.signal(signal.SIGINT, self._before)

    def begin(self) -> None:
        """SQLite begins to work."""
        self._since = time.monotonic()

    def end(self) -> None:
        """SQLite has done a step."""
        if self._since is not None:
            self._spent += time.monotonic() - self._since
            self._since = None
        self.late = self.late or self._now() > self.seconds  # long rows are few steps
        if self.interrupted:
            raise KeyboardInterrupt
        signals.raise_received()

    def _now(self) -> float:
        """Seconds that SQLite or the program has worked, without the time in which the reader looks at the answer."""
        since = self._since
        waited = self._spent + (time.monotonic() - since if since is not None else 0.0)
        return max(waited, time.process_time() - self._begun)

    def _look(self) -> int:
        """SQLite asks this every now and then; anything but 0 stops the statement."""
        self.late = self.late or self._now() > self.seconds
        return int(self.late or self.interrupted or signals.look())

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self.interrupted = True
        if self._since is None:
            raise KeyboardInterrupt

    def _stand_by(self) -> None:
        interrupted: float | None = None
        number = 0
        while not self._over.is_set():
            if self._pipe is None:
                time.sleep(TICK)
            elif select.select([self._pipe[0]], [], [], TICK)[0]:
                number = next((n for n in os.read(self._pipe[0], 64) if n in (signal.SIGINT, *signals.ENDING)), number)
                interrupted = interrupted or (time.monotonic() if number else None)
            working = self._since is not None
            if working and interrupted is not None and time.monotonic() > interrupted + GRACE / 2:
                self.last_words(128 + number)
            if working and self._now() > self.seconds + GRACE:
                self.last_words(6)
