"""All that is written by commands, written anew: ``python -m tests.generate``, or ``nox -s generate``.

Whoever does reads what git shows as changed. Each step is a process of its own, for it reads what one before it wrote.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT

# In the order in which they read one another.
STEPS = (
    "cyberdiplo.schema.snapshot",  # the schema as plain files
    "tests.catalogue",  # the messages, and what is compiled of them
    "cyberdiplo seeds fmt seeds tests/load/mini",  # the headers of seed files
    "tests.format_page",
    "cyberdiplo db schema --format markdown --output docs/schema.md --force",
    "tests.expect",  # the answers of questions
    "tests.desk",  # those of a desk officer
    "tests.sources_page",
    "tests.balance_page",
    "tests.readme",
)
POSIX = {"tests.readme"}  # it asks on a terminal


def main() -> None:
    """Write it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"CYBERDIPLO_DATABASE": str(Path(folder, "cyberdiplo.sqlite")), "LC_ALL": "C.UTF-8"}
        for step in STEPS:
            if sys.platform == "win32" and step in POSIX:
                continue
            print(step, file=sys.stderr, flush=True)
            subprocess.run([sys.executable, "-m", *step.split()], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
