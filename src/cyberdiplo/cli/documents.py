"""``cyberdiplo documents``: documents as passages, the rows that they give, and their review."""

from __future__ import annotations

from typing import Any

from cyberdiplo.cli import drafting, leaf
from cyberdiplo.messages import tr

documents = leaf.make_group(help=tr("Documents: the rows that they give, and a person's word on each."))
drafting.add_commands(documents)


def command(_: str) -> Any:
    """The command group."""
    return leaf.finish(documents)
