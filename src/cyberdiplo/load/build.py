"""A database made from the seeds that ship with the program; loads into it, what is taken out again, upgrades.

All of these are one way for every kind of database: what differs, ``Database`` and ``Target`` know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.errors import BadSeed, BadUsage, CyberdiploError
from cyberdiplo.load import rules
from cyberdiplo.load.drafted import refuse_unreviewed
from cyberdiplo.load.files import IMPORTED, WORDS, find, find_collections
from cyberdiplo.load.handover import hand_over
from cyberdiplo.load.load import LoadReport, Progress, load, quiet
from cyberdiplo.load.remove import remove_folders
from cyberdiplo.load.targets import target_of
from cyberdiplo.messages import tr
from cyberdiplo.store.address import database_at
from cyberdiplo.store.loaded import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from cyberdiplo.load.target import Target


def build(
    address: str | Path,
    folders: Sequence[Path] = (),
    *,
    shipped: bool = True,
    search: bool = True,
    replace: bool = False,
    progress: Progress = quiet,
) -> LoadReport:
    """Make a new database from the shipped seeds, where wanted, and more folders; with its search index, or without.

    The file appears when it is complete, or not at all; so do the tables on a PostgreSQL server. Where another
    process makes one at the same time, the folders are loaded into that one. Raises BadSeed with all problems.
    """
    database = database_at(address)
    seed_folders = find([*([settings.resource("seeds")] if shipped else []), *folders])
    refuse_unreviewed(seed_folders)
    with database.building() as connection:
        if connection is not None:
            target = target_of(database.kind, connection, fresh=True)
            loaded = load(target, seed_folders, search=search, progress=progress)
            target.finish()  # a load does it too, but not where it had nothing to load
            return loaded
    return load_into(address, folders, replace=replace, progress=progress) if folders else LoadReport()


def load_into(
    address: str | Path, folders: Sequence[Path], *, replace: bool = False, progress: Progress = quiet
) -> LoadReport:
    """Load folders into a database that exists; ``replace``: also where that takes rows out (see ``removals``).

    While another load is under way, this one waits. Raises BadSeed, BadUsage or DatabaseProblem.
    """
    database = database_at(address)
    refuse_unreviewed(find(folders))  # what is wrong with them is told before anybody waits
    with database.writing() as connection:
        target = target_of(database.kind, connection)
        return load(target, find(folders), complete=find_collections(folders), replace=replace, progress=progress)


def remove(address: str | Path, names: Sequence[str]) -> dict[str, int]:
    """Take folders that were loaded out again; returns the rows of each. Raises what ``remove_folders`` does."""
    database = database_at(address)
    with database.writing() as connection:
        return remove_folders(target_of(database.kind, connection), names)


def index(address: str | Path) -> None:
    """Make the search index of a database again, from all rows. Raises DatabaseProblem."""
    database = database_at(address)
    with database.writing() as connection:
        target_of(database.kind, connection).index_texts()


def upgrade(
    address: str | Path,
    seeds: Path,
    *,
    progress: Progress = quiet,
    undecided: Callable[[list[str]], None] | None = None,
) -> LoadReport | None:
    """Migrate a database and load the shipped seeds; what users loaded themselves stays.

    Returns None where the shipped seeds were never in it: then they are not loaded. All is one transaction, on the
    database itself. ``undecided`` gets the ids of the users' rows that somebody has to look at.

    Raises DatabaseProblem; BadSeed or BadUsage where the shipped seeds do not go together with the
    user's rows, or would take some out: then the migration is done all the same, and every row is as it was.
    """
    from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here

    database = database_at(address)
    with migrate.upgrading(database) as connection:
        target = target_of(database.kind, connection)
        loaded, refused = _bring_seeds(target, seeds, progress)
        ids = list(_find_undecided(target))
    if undecided:
        undecided(ids)
    if refused:
        raise refused
    return loaded


def _find_undecided(target: Target) -> Iterator[str]:
    """The users' statements that break a rule since migration 0008, which could not tell what they mean."""
    rule = next(rule for rule in rules.read_rules() if rule.name == "said-by-a-measure")
    sql = (
        f"select broken.id from (\n{rule.sql}\n) as broken join statements on statements.id = broken.id"
        f" join loads on loads.id = statements.load_id where loads.dataset <> '{SHIPPED}' order by broken.id"
    )
    return (str(row[0]) for row in target.execute(sql))


def _bring_seeds(target: Target, seeds: Path, progress: Progress) -> tuple[LoadReport | None, CyberdiploError | None]:
    """After a migration, and in its transaction: load the shipped seeds where they were; or why they cannot stand."""
    datasets = {str(row[0]) for row in target.execute(f"select dataset from loads where folder <> '{WORDS}'")}
    if datasets and SHIPPED not in datasets:
        load(target, [], progress=progress)  # the vocabularies, and the index that is missing
        return None, None
    target.execute("savepoint shipped")
    try:
        folders = find([seeds])
        handed_over = hand_over(target, folders)
        loaded = load(target, folders, complete=find_collections([seeds]), progress=progress)
        loaded.handed_over = handed_over
    except (BadSeed, BadUsage) as error:
        target.execute("rollback to savepoint shipped")
        load(target, [], progress=progress)
        message = (
            "The schema is up to date and your rows are as they were, but the shipped seeds cannot stand beside them"
        )
        hint = "'cyberdiplo load --replace' takes these rows out." if isinstance(error, BadUsage) else error.hint
        if isinstance(error, BadSeed) and IMPORTED in datasets:
            hint = tr(
                "where what you imported now ships with the program: 'cyberdiplo load --remove FILE', 'cyberdiplo db"
                " upgrade', and import the file again; it then brings the rest."
            )
        return None, type(error)(f"{message}:\n{error}", hint=hint)
    return loaded, None
