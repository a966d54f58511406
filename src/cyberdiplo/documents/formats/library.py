"""Libraries that only documents of some formats need, imported when such a file is read."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cyberdiplo.errors import BadUsage, is_out_of_memory
from cyberdiplo.messages import tr


def import_library(module: str, format: str) -> Any:
    """A library of the extra ``documents``. Raises BadUsage where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise BadUsage(
            tr("Reading {format} needs a library that is not installed.", format=format),
            hint=tr('pip install "cyberdiplo[documents]".'),
        ) from None
    except ImportError as error:  # it is there, and broken, or there is no memory for it
        if is_out_of_memory(error):
            raise
        raise BadUsage(
            tr("The library that {format} needs cannot be loaded: {reason}.", format=format, reason=error),
            hint=tr("install it anew, or take another format."),
        ) from error
