"""A database that an earlier revision made opens after an upgrade with every row of the user's, on both databases."""

from __future__ import annotations

import json
import lzma
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed, DatabaseProblem
from cyberdiplo.load.build import load_into, upgrade
from cyberdiplo.questions.names import resolve
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import migrate, sqlite
from cyberdiplo.store.address import database_at
from tests import server
from tests.conftest import SEEDS
from tests.server import change, opened
from tests.store.kept import Facts, facts, some_facts, votes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = Path(__file__).parent / "databases"
USERS: dict[str, dict[str, list[list[str]]]] = json.loads((OLD / "users.json").read_text("utf-8"))


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


# The way of the others lies within theirs.
FIRST_AND_LAST = ("0001.sqlite", "0003-tally.postgresql.sql")


def name_of(request: pytest.FixtureRequest) -> str:
    return str(request.node.callspec.params["old"])


def users_rows(target: str, name: str) -> Facts:
    """What the user's rows say."""
    return some_facts(target, USERS[name])


def assert_kept(target: str, before: Facts) -> None:
    """All of it is still said, by the same load."""
    after = facts(target, list(before))
    for table, rows in before.items():
        for key, row in rows.items():
            assert {name: after[table][key][name] for name in row} == row, (table, key)


def counts(target: str) -> dict[str, int]:
    with opened(target) as connection:
        return {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in USERS["0002.sqlite"]}


def test_every_database_is_listed_and_those_of_the_first_revisions_are_there() -> None:
    """A release keeps one of its own revision: ``nox -s dist`` asks for it. Between releases nobody need have one."""
    assert {f"{name}.xz" for name in USERS} == {path.name for path in OLD.glob("*.xz")}
    assert {"0001", "0002", "0003"} <= {name[:4] for name in USERS}
    assert max(name[:4] for name in USERS) <= REVISION


@of("0001.postgresql.sql", "0002-own-seeds.sqlite", "0003.sqlite")  # the others: below
def test_an_upgrade_keeps_every_row_of_the_users(old: str, request: pytest.FixtureRequest) -> None:
    before = users_rows(old, name_of(request))
    refused = pytest.raises(BadSeed, match="your rows are as they were") if "own" in name_of(request) else nullcontext()
    with refused:
        upgrade(old, SEEDS)
    assert_kept(old, before)
    with opened(old) as connection:
        assert connection.execute("select version_num from alembic_version").fetchone() == (REVISION,)
        if "own-seeds" not in name_of(request):
            assert connection.execute("select count(*) from forums").fetchone()[0] >= 58


@of(*FIRST_AND_LAST)
def test_the_id_of_a_vote_finds_its_roll_call(old: str, request: pytest.FixtureRequest) -> None:
    """The user's own, whatever their form, and those of the shipped seeds, which are written down nowhere."""
    before = votes_of(old, USERS[name_of(request)])
    if "own" not in name_of(request):
        before["vote-a-res-60-45-afg"] = ("a-res-60-45", "AFG")
    migrate.upgrade(database_at(old))
    with opened(old) as connection:
        for vote, (measure, country) in before.items():
            found = resolve(connection, vote)
            assert (found.kind, found.name) == ("roll_call", vote)
            sql = (
                "select roll_calls.measure_id from roll_calls join votes on votes.roll_call_id = roll_calls.id"
                " where roll_calls.id = :id and votes.country_id = :country"
            )
            assert list(connection.execute(sql, {"id": found.id, "country": country})) == [(measure,)]


@of("0003-tally.sqlite", "0003-tally.postgresql.sql")
def test_what_was_loaded_from_a_folder_of_old_votes_is_what_the_migration_makes_of_it(
    old: str, request: pytest.FixtureRequest
) -> None:
    """Loaded again after the upgrade, a user's folder changes nothing, though its votes are still records in it."""
    kept = users_rows(old, name_of(request))
    upgrade(old, SEEDS)
    assert_kept(old, kept)
    with opened(old) as connection:
        loads = "(select id from loads where dataset in ('my-notes', 'desk', 'tally') and digest <> '')"
        names = [name for name, table in seed_tables().items()]

        def rows() -> dict[str, set[tuple[object, ...]]]:
            sql = "select {}, 1 from {} where load_id in {}"
            return {
                name: set(
                    map(tuple, connection.execute(sql.format(", ".join(seed_tables()[name].header), name, loads)))
                )
                for name in names
            }

        before = rows()
    change(old, f"update loads set digest = 'other' where id in {loads}")
    folders = [OLD / "users" / name for name in ("my-notes", "desk", "tally")]
    assert None not in load_into(old, folders).folders.values()
    with opened(old) as connection:
        assert rows() == before
    assert before["former_ids"] >= {("ballot-1", "pebble-charter-roll-call", "FRA", 1)}


@of(*FIRST_AND_LAST)
def test_up_and_down_and_up_again_keeps_every_row_of_the_users(old: str, request: pytest.FixtureRequest) -> None:
    before = users_rows(old, name_of(request))
    upgrade(old, SEEDS)
    assert_kept(old, before)
    migrate.downgrade(database_at(old), name_of(request)[:4])
    assert_kept(old, before)
    votes = {f"{country} on {measure}" for measure, country in before["votes"]}
    cited = {key for key in facts(old, list(before))["citations"] if key[0] in votes}
    assert cited == {key for key in before["citations"] if key[0] in votes}  # and none that it had not
    upgrade(old, SEEDS)
    assert_kept(old, before)


@of("0002.sqlite", "0002.postgresql.sql")
def test_what_no_rule_can_decide_is_told_and_the_shipped_folders_from_the_users_of_a_folder_called_seeds(
    old: str, request: pytest.FixtureRequest
) -> None:
    """Since migration 0008 a statement's measure is the one that says it; a person's may only speak of it."""
    told: list[list[str]] = []
    before = users_rows(old, name_of(request))
    upgrade(old, SEEDS, undecided=told.append)
    assert_kept(old, before)
    assert told == [["desk-1", "my-extra-1", "my-report-1", "my-report-14", "my-report-3"]]
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
def test_an_older_database_is_told_and_stays_as_it_is(old: str) -> None:
    raw = Path(old).read_bytes()
    with pytest.raises(DatabaseProblem, match="made by an earlier cyberdiplo"):
        sqlite.reading(Path(old))
    assert Path(old).read_bytes() == raw
