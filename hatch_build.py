"""The build hook: what is made whenever the program is built or installed, and is not in git."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Makes ``schema/generated``, the schema written down from the models, and compiles the messages in ``locale``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before anything is packed, also where the program is installed in place."""
        source = str(Path(self.root) / "src")
        sys.path.insert(0, source)
        try:
            from cyberdiplo.messages import compile
            from cyberdiplo.schema import snapshot

            snapshot.main()
            compile.main()
        finally:
            sys.path.remove(source)
