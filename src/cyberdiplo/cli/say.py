"""Sentences for the reader on standard error, apart from the data."""

from __future__ import annotations

import sys


def say(*texts: str) -> None:
    """Print each text on stderr, on a line of its own, so that data on stdout stay data."""
    for text in texts:
        print(text, file=sys.stderr)
