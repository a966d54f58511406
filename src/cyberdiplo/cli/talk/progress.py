"""A progress bar on stderr for what takes over a second, where stderr is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cyberdiplo.load.load import Progress, quiet
from cyberdiplo.messages import visible

PATIENCE = 1.0  # seconds


@contextmanager
def bar() -> Iterator[Progress]:
    """A function to tell how far the work is; the bar appears when the work has lasted a while."""
    if not sys.stderr.isatty():
        yield quiet
        return
    begun = time.monotonic()
    shown: list[object] = []

    def tell(what: str, done: int, total: int) -> None:
        if time.monotonic() - begun < PATIENCE:
            return
        from rich.console import Console
        from rich.markup import escape
        from rich.progress import Progress as Bar

        if not shown:
            progress = Bar(console=Console(file=sys.stderr), transient=True)
            progress.start()
            shown.extend((progress, progress.add_task("", total=total)))
        running, task = shown
        running.update(task, description=escape(visible(what)), completed=done, total=total)  # type: ignore[attr-defined]

    try:
        yield tell
    finally:
        if shown:
            shown[0].stop()  # type: ignore[attr-defined]
