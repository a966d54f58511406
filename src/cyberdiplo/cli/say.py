"""Sentences for the reader on standard error, apart from the data."""

from __future__ import annotations

import sys

from cyberdiplo.messages import visible


def say(*texts: str) -> None:
    """Print each text on stderr, on a line of its own, so that data on stdout stay data; it may quote a stranger."""
    for text in texts:
        print(visible(text), file=sys.stderr)
