"""The default database, made from the seeds that ship with the program; loads into any database; upgrades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.errors import BadSeed, BadUsage, CyberdiploError, DatabaseProblem
from cyberdiplo.load.files import SHIPPED, WORDS, collections, find
from cyberdiplo.load.load import Loaded, Progress, load, quiet
from cyberdiplo.load.remove import unload
from cyberdiplo.load.search_index import index_texts
from cyberdiplo.load.target import SqliteTarget, Target
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import lock, sqlite


def exists(target: str) -> bool:
    """Whether there is a database that folders can be loaded into. Raises DatabaseProblem."""
    if settings.is_url(target):
        from cyberdiplo.load import postgres_build

        return postgres_build.exists(target)
    return Path(target).expanduser().exists()


def build(
    target: str | Path,
    folders: Sequence[Path] = (),
    *,
    shipped: bool = True,
    search: bool = True,
    replace: bool = False,
    progress: Progress = quiet,
) -> Loaded:
    """Make a new database from the shipped seeds, where wanted, and more folders; with its search index, or without.

    The file appears when it is complete, or not at all; so do the tables on a PostgreSQL server. Where somebody else
    makes one at the same time, the folders are loaded into theirs. Raises BadSeed with all problems of the files.
    """
    if settings.is_url(str(target)):
        from cyberdiplo.load import postgres_build

        return postgres_build.build(
            str(target), folders, shipped=shipped, search=search, replace=replace, progress=progress
        )
    path = Path(target).expanduser()
    found = find([*([settings.resource("seeds")] if shipped else []), *folders])
    _make_folder(path)
    with lock.exclusive(path):
        if path.exists():
            return _load(path, folders, replace=replace, progress=progress) if folders else Loaded()
        with sqlite.building(path) as connection:
            return load(SqliteTarget(connection), found, search=search, progress=progress)


def _make_folder(path: Path) -> None:
    try:
        path.resolve().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseProblem(
            f"The folder of {path} cannot be made: {error.strerror}.", hint="name another place with --database."
        ) from error


def load_into(
    target: str | Path, folders: Sequence[Path], *, replace: bool = False, progress: Progress = quiet
) -> Loaded:
    """Load folders into a database that exists; ``replace``: also where that takes rows out (see ``removals``).

    Raises BadSeed, BadUsage or DatabaseProblem.
    """
    if settings.is_url(str(target)):
        from cyberdiplo.load import postgres_build

        return postgres_build.load_into(str(target), folders, replace=replace, progress=progress)
    path = Path(target).expanduser()
    find(folders)  # what is wrong with them is told before anybody waits
    _must_be_there(path)
    with lock.exclusive(path):
        return _load(path, folders, replace=replace, progress=progress)


def _load(path: Path, folders: Sequence[Path], *, replace: bool, progress: Progress) -> Loaded:
    """For whoever holds the lock."""
    with _writing(path) as target:
        return load(target, find(folders), whole=collections(folders), replace=replace, progress=progress)


@contextmanager
def _writing(path: Path) -> Iterator[SqliteTarget]:
    """For whoever holds the lock: a transaction on a database of this revision."""
    sqlite.reading(path).close()  # its revision is ours, or the error says what to do
    with sqlite.writing(path) as connection:
        yield SqliteTarget(connection)


def _must_be_there(path: Path) -> None:
    if not path.is_file():
        raise sqlite.missing(path)


def remove(target: str | Path, names: Sequence[str]) -> dict[str, int]:
    """Take folders that were loaded out again; returns their rows. Raises what ``unload`` does, or DatabaseProblem."""
    if settings.is_url(str(target)):
        from cyberdiplo.load import postgres_build

        return postgres_build.remove(str(target), names)
    path = Path(target).expanduser()
    _must_be_there(path)
    with lock.exclusive(path), _writing(path) as writer:
        return unload(writer, names)


def index(target: str | Path) -> None:
    """Make the search index of a database anew. Raises DatabaseProblem."""
    if settings.is_url(str(target)):
        from cyberdiplo.load import postgres_build

        return postgres_build.index(str(target))
    path = Path(target).expanduser()
    _must_be_there(path)
    with lock.exclusive(path), _writing(path) as writer:
        index_texts(writer)
    return None


def upgrade(target: str | Path, seeds: Path, *, progress: Progress = quiet) -> Loaded | None:
    """Migrate a database and load the shipped seeds; what users loaded themselves stays.

    Returns None where the shipped seeds were never in it: then they are not loaded. All is one transaction, on the
    database itself. Raises DatabaseProblem; BadSeed or BadUsage where the shipped seeds cannot stand beside rows of the
    user's, or would take some out: then the migration is done all the same, and every row is as it was.
    """
    if settings.is_url(str(target)):
        from cyberdiplo.load import postgres_build

        return postgres_build.upgrade(str(target), seeds, progress=progress)
    path = Path(target).expanduser()
    from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here

    _must_be_there(path)
    with lock.exclusive(path):
        sqlite.opened(path).close()  # recovered, where a write was cut off; or the error says what to do
        with migrate.writing(str(path)) as (connection, raw):
            before = sqlite.revision(raw)
            if before is None or before > REVISION:
                raise sqlite.other_revision(before, str(path))
            if before != REVISION:
                migrate.run_upgrade(connection)
            loaded, refused = bring_seeds(SqliteTarget(raw), seeds, progress)
    if refused:
        raise refused
    return loaded


def bring_seeds(target: Target, seeds: Path, progress: Progress) -> tuple[Loaded | None, CyberdiploError | None]:
    """After a migration, and in its transaction: load the shipped seeds where they were; or why they cannot stand."""
    datasets = {str(row[0]) for row in target.execute(f"select dataset from loads where folder <> '{WORDS}'")}
    if datasets and SHIPPED not in datasets:
        load(target, [], progress=progress)  # the vocabularies, and the index that is missing
        return None, None
    target.execute("savepoint shipped")
    try:
        loaded = load(target, find([seeds]), whole=collections([seeds]), progress=progress)
    except (BadSeed, BadUsage) as error:
        target.execute("rollback to savepoint shipped")
        load(target, [], progress=progress)
        said = "The schema is up to date and your rows are as they were, but the shipped seeds cannot stand beside them"
        hint = "'cyberdiplo load --replace' takes these rows out." if isinstance(error, BadUsage) else error.hint
        return None, type(error)(f"{said}:\n{error}", hint=hint)
    return loaded, None
