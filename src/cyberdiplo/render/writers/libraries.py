"""Libraries that only some formats need."""

from __future__ import annotations

import importlib
from typing import Any

from cyberdiplo.errors import BadUsage, is_out_of_memory
from cyberdiplo.messages import tr


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
