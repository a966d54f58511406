"""A database to ask: the one named, or one's own, which is built the first time it is asked."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.cli.talk.say import say
from cyberdiplo.messages import tr
from cyberdiplo.store.address import database_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.store.connection import Connection


@contextmanager
def asking(option: str | None) -> Iterator[Connection]:
    """A connection that can only read. Raises DatabaseProblem where there is nothing to ask."""
    address = settings.database(option)
    database = database_at(address)
    if settings.is_default(address) and not database.exists():
        build_default(address)
    with database.asking() as connection:
        yield connection


def build_default(address: str) -> None:
    """Build the user's own database from the shipped seeds, once."""
    from cyberdiplo.load.build import build

    loaded = build(address)
    if loaded.folders:  # none where another one has built it meanwhile
        say(
            tr(
                "Built the database at {address} from the shipped seeds ({rows:,} rows).",
                address=address,
                rows=loaded.rows,
            )
        )
