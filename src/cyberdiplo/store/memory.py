"""How much memory this program has, as the system counts it."""

from __future__ import annotations

import os


def read_memory() -> tuple[int, int]:
    """Bytes of address space that the program has, and bytes that it holds; zeros where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # read with every few rows of an answer
            space, held = file.read().split()[:2]
        page = os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0, 0
    return int(space) * page, int(held) * page
