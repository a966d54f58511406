"""How a shell starts a command."""

from __future__ import annotations

import signal


def as_in_the_foreground() -> None:
    """Before a process begins: a suite that runs in the background or under nohup would hand down what it ignores."""
    for name in ("SIGINT", "SIGHUP", "SIGTERM"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_DFL)
