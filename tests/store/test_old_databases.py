"""A database that an earlier revision made opens after an upgrade with every row of the user's, on both databases."""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from cyberdiplo.errors import BadSeed, DatabaseProblem
from cyberdiplo.load.build import load_into, upgrade
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import migrate, sqlite
from cyberdiplo.store.address import database_at
from tests import server
from tests.conftest import SEEDS
from tests.server import opened

OLD = Path(__file__).parent / "databases"
USERS: dict[str, dict[str, list[list[str]]]] = json.loads((OLD / "users.json").read_text("utf-8"))
Rows = dict[str, dict[tuple[str, ...], dict[str, object]]]


@pytest.fixture
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A copy of the database whose file is the parameter: a path, or the URL of one on a server."""
    name = request.param
    path = tmp_path / name
    path.write_bytes(lzma.decompress((OLD / f"{name}.xz").read_bytes()))
    if path.suffix == ".sqlite":
        yield str(path)
        return
    with server.database(request.getfixturevalue("postgres_server")) as url:
        server.restore(url, path)
        yield url


def of(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("old", names or sorted(USERS), ids=str, indirect=True)


def name_of(request: pytest.FixtureRequest) -> str:
    return str(request.node.callspec.params["old"])


def users_rows(target: str, name: str) -> Rows:
    """The user's rows as they are there, by table and key; the number of the load apart."""
    found: Rows = {}
    with opened(target) as connection:
        for table, keys in USERS[name].items():
            cursor = connection.execute(f"select * from {table}")
            columns = [column[0] for column in cursor.description]
            key = tables()[table].key
            rows = (dict(zip(columns, row, strict=True)) for row in cursor)
            every = {tuple(str(row[one] or "") for one in key): row for row in rows}
            found[table] = {tuple(one): every[tuple(one)] for one in keys}
    return found


def counts(target: str) -> dict[str, int]:
    with opened(target) as connection:
        return {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in USERS["0002.sqlite"]}


def assert_same(after: Rows, before: Rows) -> None:
    for table, rows in before.items():
        for key, row in rows.items():
            assert {name: after[table][key][name] for name in row} == row, (table, key)


NEVER_ALONE = ["0004", "0005"]  # came together with the next ones: nobody has a database of it


def test_every_revision_but_todays_is_there() -> None:
    made = sorted({name[:4] for name in USERS})
    assert made == [f"{number:04}" for number in range(1, int(REVISION)) if f"{number:04}" not in NEVER_ALONE]
    assert {f"{name}.xz" for name in USERS} == {path.name for path in OLD.glob("*.xz")}


@of()
def test_an_upgrade_keeps_every_row_of_the_users(old: str, request: pytest.FixtureRequest) -> None:
    before = users_rows(old, name_of(request))
    refused = pytest.raises(BadSeed, match="your rows are as they were") if "own" in name_of(request) else nullcontext()
    with refused:
        upgrade(old, SEEDS)
    assert_same(users_rows(old, name_of(request)), before)
    with opened(old) as connection:
        assert connection.execute("select version_num from alembic_version").fetchone() == (REVISION,)
        if "own-seeds" not in name_of(request):
            assert connection.execute("select count(*) from forums").fetchone()[0] >= 58


@of(*(name for name in sorted(USERS) if "own" not in name))
def test_up_and_down_and_up_again_keeps_every_row_of_the_users(old: str, request: pytest.FixtureRequest) -> None:
    before = users_rows(old, name_of(request))
    upgrade(old, SEEDS)
    migrate.downgrade(database_at(old), name_of(request)[:4])
    assert_same(users_rows(old, name_of(request)), before)
    upgrade(old, SEEDS)
    assert_same(users_rows(old, name_of(request)), before)


@of("0002.sqlite", "0002.postgresql.sql")
def test_the_shipped_folders_are_told_from_the_users_of_a_folder_called_seeds(old: str) -> None:
    upgrade(old, SEEDS)
    with opened(old) as connection:
        rows = connection.execute(
            "select dataset, folder from loads where digest <> '' and dataset <> 'cyberdiplo/seeds'"
        )
        assert sorted(rows) == [
            ("desk", "."),
            ("my-notes", "reference"),
            ("my-notes", "sources/my-report"),
            ("seeds", "sources/my-extra"),
        ]
        shipped = connection.execute("select count(*) from loads where digest <> '' and dataset = 'cyberdiplo/seeds'")
        assert shipped.fetchone()[0] == len(
            [SEEDS / "vocabularies", SEEDS / "reference", *(SEEDS / "sources").iterdir()]
        )


@of("0002.sqlite", "0002.postgresql.sql")
def test_the_users_folders_can_be_loaded_again_after_an_upgrade(old: str) -> None:
    upgrade(old, SEEDS)
    folders = [OLD / "users" / name for name in ("my-notes", "seeds/sources/my-extra", "desk")]
    assert set(load_into(old, folders).folders.values()) == {None}
    assert load_into(old, [SEEDS]).removed == []


@of("0002-own-seeds.sqlite")
def test_a_collection_called_seeds_that_took_the_place_of_the_shipped_one_stays(old: str) -> None:
    before = counts(old)
    with pytest.raises(BadSeed, match="cannot stand beside them"):
        upgrade(old, SEEDS)
    assert counts(old) == before  # nothing of what was tried has stayed
    assert set(load_into(old, [OLD / "users" / "own-seeds" / "seeds"]).folders.values()) == {None}
    connection = sqlite.reading(Path(old))
    assert connection.execute("select dataset, count(*) from loads where digest <> '' group by 1").fetchall() == [
        ("cyberdiplo/seeds", 1),  # the vocabularies, which every database has
        ("seeds", 2),
    ]
    connection.close()


@of("0001.sqlite")
@pytest.mark.usefixtures("home")
def test_two_upgrades_at_once_lose_nothing(old: str, request: pytest.FixtureRequest) -> None:
    before = users_rows(old, name_of(request))
    command = [sys.executable, "-m", "cyberdiplo", "db", "upgrade", "--database", old]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    assert_same(users_rows(old, name_of(request)), before)
    assert {path.name for path in Path(old).parent.iterdir()} == {Path(old).name}


@of("0001.sqlite")
def test_an_older_database_is_told_and_stays_as_it_is(old: str) -> None:
    raw = Path(old).read_bytes()
    with pytest.raises(DatabaseProblem, match="made by an earlier cyberdiplo"):
        sqlite.reading(Path(old))
    assert Path(old).read_bytes() == raw
