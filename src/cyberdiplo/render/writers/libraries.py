"""Libraries that only some formats need."""

from __future__ import annotations

import importlib
from typing import Any

from cyberdiplo.errors import BadUsage, is_out_of_memory
from cyberdiplo.messages import tr
from cyberdiplo.store.memory import read_memory


def require(module: str, extra: str, format: str = "") -> Any:
    """The module; raises BadUsage with the extra to install where it is missing (called as the format, if not said)."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise BadUsage(
            tr("The format {format} needs a library that is not installed.", format=format or extra),
            hint=tr('pip install "cyberdiplo[{extra}]", or take another format.', extra=extra),
        ) from error
    except ImportError as error:  # it is there, and broken, or there is no memory for it
        if is_out_of_memory(error):
            raise
        raise BadUsage(
            tr("The library that {format} needs cannot be loaded: {reason}.", format=format or extra, reason=error),
            hint=tr("install it anew, or take another format."),
        ) from error


def require_room(size: int) -> None:
    """Raise MemoryError where the program may not take so many bytes of address space more.

    For a library that ends the whole program where it gets none; a limit as ``ulimit -v`` sets it is known beforehand.
    """
    try:
        import resource

        limit = resource.getrlimit(resource.RLIMIT_AS)[0]
        if limit == resource.RLIM_INFINITY:
            return
    except ImportError:  # another system, which limits no memory
        return
    if limit - read_memory()[0] < size:
        raise MemoryError
