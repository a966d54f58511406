"""What is said to the reader beside the data."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Print a line on stderr, so that data on stdout stay data."""
    print(text, file=sys.stderr)
