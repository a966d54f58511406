"""Whether the generated files of a checkout were made from the models that are there now.

A pull, another branch or a change by hand leaves them behind. What is installed was made from what it came with.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from cyberdiplo.schema import GENERATED

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[2] / "pyproject.toml"
MARK = GENERATED / "made-from"  # the digest of the sources


@cache
def is_stale() -> bool:
    """Whether the files have to be made anew. Only what was written since is read: a question has no time for more."""
    if not CHECKOUT.is_file():
        return False
    try:
        written_on = MARK.stat().st_mtime_ns
        if all(path.stat().st_mtime_ns < written_on for path in (HERE, *_list_sources())):
            return False
        if MARK.read_text(encoding="utf-8") != digest_sources():
            return True
        os.utime(MARK)  # touched, and the same: it need not be read again
    except FileNotFoundError:
        return True
    except OSError:  # a checkout that may not be written
        pass
    return False


def _list_sources() -> list[Path]:
    return sorted(path for path in HERE.iterdir() if path.suffix in (".py", ".sql"))


def digest_sources() -> str:
    """The SHA-256 of the models and all beside them."""
    import hashlib

    digest = hashlib.sha256()
    for path in _list_sources():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
