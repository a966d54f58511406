"""The build hook: the schema written down from the models, whenever the program is built or installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Makes ``src/cyberdiplo/schema/generated``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before anything is packed, also where the program is installed in place."""
        source = str(Path(self.root) / "src")
        sys.path.insert(0, source)
        try:
            from cyberdiplo.schema import snapshot

            snapshot.main()
        finally:
            sys.path.remove(source)
