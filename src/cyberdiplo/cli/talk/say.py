"""Sentences for the reader on standard error, apart from the data."""

from __future__ import annotations

import sys

from cyberdiplo.messages import in_one_line, visible


def put(text: str) -> None:
    """Print a word on standard output, such as a path: on one line of a terminal, to a script as it is."""
    print(in_one_line(text) if sys.stdout.isatty() else text)


def say(*texts: str) -> None:
    """Print each text on stderr, on a line of its own, so that data on stdout stay data; it may quote a stranger."""
    for text in texts:
        print(visible(text), file=sys.stderr)
