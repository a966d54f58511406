"""Sentences for the reader on standard error, apart from the data."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Print a line on stderr, so that data on stdout stay data."""
    print(text, file=sys.stderr)
