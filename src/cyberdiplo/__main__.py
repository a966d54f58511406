"""``cyberdiplo`` and ``python -m cyberdiplo``."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; a closed pipe ends quietly."""
    for stream in (sys.stdout, sys.stderr):  # UTF-8 out whatever the locale, or é breaks under ASCII
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    from cyberdiplo.cli.main import app

    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
