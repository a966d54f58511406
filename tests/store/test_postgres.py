"""A connection to PostgreSQL reads only, answers as SQLite does, and says in a sentence what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given, strategies as st

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage, CyberdiploError, DatabaseProblem, Stopped
from cyberdiplo.load.build import build
from cyberdiplo.store import postgres
from cyberdiplo.store.postgres_reading import Reading, convert
from tests.server import beside, change, opened

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def connection(postgres_url: str) -> Iterator[Reading]:
    opened = postgres.reading(postgres_url)
    yield opened
    opened.close()


# --- reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "delete from forums",
        "with gone as (delete from forums returning id) select * from gone",
        "create table mine (id text)",
        "select nextval('mine')",
        "select set_config('transaction_read_only', 'off', false)",
        "set transaction read write",
        "select 1; delete from forums",
        "commit; delete from forums",
    ],
)
def test_nothing_can_be_written(connection: Reading, sql: str) -> None:
    before = list(connection.execute("select count(*) from forums"))
    with pytest.raises((psycopg.Error, CyberdiploError)):
        list(connection.execute(sql))
    assert list(connection.execute("select count(*) from forums")) == before


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("select true", 1),
        ("select 1 = 2", 0),
        ("select sum(n) from (values (1), (2)) as numbers(n)", 3),
        ("select sum(cast(9000000000 as bigint))", 9_000_000_000),
        ("select avg(n) from (values (1), (2)) as numbers(n)", 1.5),
        ("select round(100.0 * 1 / 3, 1)", 33.3),
        ("select cast(160000000000 as double precision)", 1.6e11),
        ("select cast('2023-06-20' as date)", "2023-06-20"),
        ("select array['a', 'b']", "{a,b}"),
        ("select cast(null as text)", None),
        ("select cast('é' as bytea)", "é".encode()),
    ],
)
def test_values_come_as_from_sqlite(connection: Reading, sql: str, value: object) -> None:
    found = connection.execute(sql).fetchone()
    assert found == (value,)
    assert found is not None
    assert type(found[0]) is type(value)


@pytest.fixture(scope="module")
def kept(postgres_url: str) -> Iterator[Reading]:
    opened = postgres.reading(postgres_url)
    yield opened
    opened.close()


@given(text=st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_a_value_arrives_as_it_was_given(kept: Reading, text: str) -> None:
    sql = "select :text, 'it''s :text and 100%', :text || \"%\" from (select '' as \"%\") as one -- :text"
    assert kept.execute(sql, {"text": text}).fetchone() == (text, "it's :text and 100%", text)


@pytest.mark.parametrize(
    ("sql", "psycopgs"),
    [
        ("where a = :a", "where a = %(a)s"),
        ("where a like '%:a'", "where a like '%%:a'"),
        ("select a::text, b::int[]", "select a::text, b::int[]"),
        ('select ":a"', 'select ":a"'),
        ("select 1 -- :a %", "select 1 -- :a %%"),
        ("select /* :a */ :b", "select /* :a */ %(b)s"),
        ("select $x$ :a $x$", "select $x$ :a $x$"),
        ("select 5 % 2", "select 5 %% 2"),
    ],
)
def test_parameters_are_found_where_they_are_ones(sql: str, psycopgs: str) -> None:
    assert convert(sql) == psycopgs


def test_rows_come_before_the_last_one_is_known(connection: Reading) -> None:
    rows = connection.execute("select 1 / (900000 - n) from generate_series(1, 1000000) as n")
    assert rows.fetchone() == (0,)
    with pytest.raises(psycopg.errors.DivisionByZero):
        list(rows)
    assert connection.execute("select 1").fetchone() == (1,)


def test_another_question_in_between_loses_no_row(connection: Reading) -> None:
    rows = connection.execute("select n from generate_series(1, 2000) as n")
    assert rows.fetchone() == (1,)
    assert connection.execute("select 'other'").fetchone() == ("other",)
    assert [row[0] for row in rows] == list(range(2, 2001))


def test_an_empty_answer_still_has_its_columns(connection: Reading) -> None:
    cursor = connection.execute("select id, name_fr as name from forums where id = :id", {"id": "none"})
    assert [column[0] for column in cursor.description or ()] == ["id", "name"]
    assert list(cursor) == []


def test_all_of_an_answer_is_from_one_moment(empty_postgres: str) -> None:
    from cyberdiplo.load.build import build
    from tests.load.mini import MINI

    build(empty_postgres, [MINI], shipped=False)
    opened = postgres.reading(empty_postgres)
    before = list(opened.execute("select count(*) from name_index"))
    change(empty_postgres, "delete from name_index")
    assert list(opened.execute("select count(*) from name_index")) == before
    opened.close()


def test_a_question_that_takes_too_long_is_stopped(connection: Reading) -> None:
    connection.allow(0.2)
    with pytest.raises(Stopped):
        connection.execute("select pg_sleep(30)")
    assert connection.execute("select 1").fetchone() == (1,)


# --- what can be wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "says", "hint"),
    [
        ("postgresql://u:secret@127.0.0.1:1/d", "No server answers there", "host and port"),
        ("postgresql://u:secret@no-such-host.invalid/d", "There is no server of that name", "%40"),
        ("postgresql://u:sec@ret@127.0.0.1:1/d", "u@127.0.0.1:1/d: There is no server", "%40"),
        ("postgresql://u:secret@127.0.0.1:port/d", "The URL cannot be read", "%40"),
        ("postgresql://u@127.0.0.1:1/d?password=secret", "No server answers there", "host and port"),
        ("postgresql://u:secret@[::1/d", "The URL cannot be read", "%40"),
    ],
)
def test_a_server_that_is_not_there_is_told_in_a_sentence(url: str, says: str, hint: str) -> None:
    with pytest.raises(DatabaseProblem) as told:
        postgres.reading(url)
    assert says in str(told.value)
    assert hint in told.value.hint
    assert "sec" not in str(told.value) + told.value.hint
    assert "\n" not in str(told.value)


def test_a_missing_database_is_told_with_how_to_make_it(postgres_server: str) -> None:
    with pytest.raises(DatabaseProblem, match="There is no database nowhere") as told:
        postgres.reading(beside(postgres_server, "nowhere"))
    assert "createdb nowhere" in told.value.hint


def test_a_wrong_password_is_told(postgres_server: str, empty_postgres: str) -> None:
    change(
        postgres_server, "drop role if exists cyberdiplo_locked; create role cyberdiplo_locked login password 'right'"
    )
    place = empty_postgres.partition("@")[2]
    try:
        if not server_asks(f"postgresql://cyberdiplo_locked:wrong@{place}"):
            pytest.skip("this server lets everybody in without a password")
        for password in ("wrong", ""):
            with pytest.raises(DatabaseProblem, match=r"refuses the user or the password|wants a password") as told:
                postgres.connect(f"postgresql://cyberdiplo_locked:{password}@{place}")
            assert "PGPASSWORD" in told.value.hint
            assert "wrong" not in str(told.value)
        postgres.connect(f"postgresql://cyberdiplo_locked:right@{place}").close()
    finally:
        change(postgres_server, "drop role cyberdiplo_locked")


def server_asks(url: str) -> bool:
    """Whether the server wants a right password."""
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        return True
    return False


def test_a_database_without_our_tables_is_told(empty_postgres: str) -> None:
    with pytest.raises(DatabaseProblem, match="has no tables of cyberdiplo") as told:
        postgres.reading(empty_postgres)
    assert "load" in told.value.hint


def test_the_tables_of_another_program_are_left_alone(empty_postgres: str) -> None:
    from cyberdiplo.load.build import build

    change(
        empty_postgres, "create table alembic_version (version_num text); insert into alembic_version values ('ae10')"
    )
    for ask in (postgres.reading, build):
        with pytest.raises(DatabaseProblem, match="another program"):
            ask(empty_postgres)


@pytest.mark.parametrize(
    ("revision", "says"),
    [("9999", "newer cyberdiplo"), ("0001", "earlier cyberdiplo"), ("0000", "not a cyberdiplo database")],
)
def test_another_revision_is_told(mini_url: str, postgres_server: str, revision: str, says: str) -> None:
    from tests import server

    with server.database(postgres_server, server.name(mini_url)) as url:
        change(url, f"update alembic_version set version_num = '{revision}'")
        with pytest.raises(DatabaseProblem, match=says):
            postgres.reading(url)


def test_an_old_server_is_told(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "OLDEST", 99)
    with pytest.raises(DatabaseProblem, match=r"runs PostgreSQL \d+; cyberdiplo needs 99 or later"):
        postgres.reading(postgres_url)


def test_a_server_that_goes_away_is_told(postgres_url: str, postgres_server: str) -> None:
    opened = postgres.reading(postgres_url)
    pid = opened.execute("select pg_backend_pid()").fetchone()
    assert pid is not None
    change(postgres_server, f"select pg_terminate_backend({pid[0]})")
    with pytest.raises(DatabaseProblem):
        list(opened.execute("select 1"))
    opened.close()


def test_a_reader_may_read_and_not_write(mini_url: str, postgres_server: str) -> None:
    from cyberdiplo.load.build import load_into
    from tests import server
    from tests.load.mini import MINI

    with server.database(postgres_server, server.name(mini_url)) as url:
        reader = "cyberdiplo_reader_of_tests"
        change(
            url,
            f"drop role if exists {reader}; create role {reader} login; grant usage on schema public to {reader};"
            f" grant select on all tables in schema public to {reader}",
        )
        try:
            theirs = url.replace("postgres@", f"{reader}@", 1)
            opened = postgres.reading(theirs)
            assert opened.execute("select count(*) from forums").fetchone() != (0,)
            opened.close()
            change(url, "update loads set digest = 'other'")
            with pytest.raises(DatabaseProblem, match="This user may not do that"):
                load_into(theirs, [MINI])
        finally:
            change(url, f"drop owned by {reader}; drop role {reader}")


def test_another_kind_of_server_is_told() -> None:
    with pytest.raises(BadUsage, match="mysql:// is not a kind of database that cyberdiplo knows"):
        postgres.connect("mysql://root:secret@localhost/d")


# --- the password ----------------------------------------------------------------------------------

WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=6, max_size=20)


@given(password=WORDS.map(lambda word: f"<{word}>"))
def test_no_password_is_shown_however_it_is_written(password: str) -> None:
    assert settings.printable(f"postgresql://someone:{password}@host:5432/db") == "postgresql://someone@host:5432/db"


def test_a_password_among_the_parameters_is_not_shown() -> None:
    shown = settings.printable("postgresql:///db?host=h&password=secret&sslpassword=hidden&user=u")
    assert "secret" not in shown
    assert "hidden" not in shown
    assert settings.printable("~/x.sqlite") == str(Path("~/x.sqlite").expanduser())


# --- what is not ours ------------------------------------------------------------------------------


def test_a_view_of_somebody_elses_is_not_taken_away(empty_postgres: str) -> None:
    change(empty_postgres, "create view said as select 1 as mine")
    with pytest.raises(DatabaseProblem, match=r'not ours has the name .*"said" already'):
        build(empty_postgres, shipped=False)
    with opened(empty_postgres) as raw:
        assert raw.execute("select mine from said").fetchall() == [(1,)]


def test_a_view_of_somebody_elses_on_ours_is_named(empty_postgres: str) -> None:
    change(empty_postgres, "create view ours as select 1 as n; create view mine as select * from ours")
    with (
        pytest.raises(DatabaseProblem, match="view mine depends on view ours"),
        postgres.writing(empty_postgres) as raw,
    ):
        raw.execute("drop view ours")
