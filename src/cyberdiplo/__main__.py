"""``cyberdiplo`` and ``python -m cyberdiplo``."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line; a closed pipe ends quietly, and a mistake of ours is said in a sentence."""
    for stream in (sys.stdout, sys.stderr):  # UTF-8 out whatever the locale, or é breaks under ASCII
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    try:
        from cyberdiplo.cli.main import app

        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        print(f"error: the answer could not be written: {error.strerror or error}.", file=sys.stderr)
        os._exit(1)  # what is left in the buffer cannot be written either
    except Exception as error:
        if os.environ.get("CYBERDIPLO_DEBUG"):
            raise
        print(f"error: cyberdiplo itself failed: {type(error).__name__}: {error}", file=sys.stderr)
        print("hint: please report it, with what CYBERDIPLO_DEBUG=1 prints for the same command.", file=sys.stderr)
        sys.exit(1)
    finally:
        gc.freeze()  # nothing is looked through on the way out, a seventh of a short command's time


if __name__ == "__main__":
    main()
