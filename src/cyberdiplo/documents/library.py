"""Libraries that only documents of some formats need, imported when such a file is read."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr


def import_library(module: str, format: str) -> Any:
    """A library of the extra ``documents``. Raises BadUsage where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise BadUsage(
            tr("Reading {format} needs a library that is not installed.", format=format),
            hint=tr('pip install "cyberdiplo[documents]".'),
        ) from None
