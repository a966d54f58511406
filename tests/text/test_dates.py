"""A day that is none is told with why: the months there are, the days that a month has."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from cyberdiplo.load.refusals import explain_refusal
from cyberdiplo.schema.model import tables
from cyberdiplo.text.dates import find_fault, read_day

if TYPE_CHECKING:
    from tests.conftest import Run


MONTHS = "the months are 1 to 12: there is no month"
MOIS = "les mois vont de 1 à 12 : il n'y a pas de"


@pytest.mark.parametrize(
    ("written", "why", "pourquoi"),
    [
        ("31/02/2023", "February 2023 has 28 days: there is no day 31.", "février 2023 a 28 jours : il n'a pas de 31."),
        ("2023-02-30", "February 2023 has 28 days: there is no day 30.", "février 2023 a 28 jours : il n'a pas de 30."),
        ("29.2.2023", "February 2023 has 28 days: there is no day 29.", "février 2023 a 28 jours : il n'a pas de 29."),
        ("2024-02-30", "February 2024 has 29 days: there is no day 30.", "février 2024 a 29 jours : il n'a pas de 30."),
        (
            "00/13/2023",
            f"{MONTHS} 13.",
            f"{MOIS} 13.",
        ),
        ("2023-00", f"{MONTHS} 0.", f"{MOIS} 0."),
        ("00/04/2023", "April 2023 has 30 days: there is no day 0.", "avril 2023 a 30 jours : il n'a pas de 0."),
        ("0000-01-01", "there was no year 0.", "il n'y a pas eu d'an 0."),
    ],
)
def test_what_no_calendar_has_is_told(written: str, why: str, pourquoi: str) -> None:
    assert find_fault(written, "en") == why
    assert find_fault(written, "fr").replace("\u00a0", " ") == pourquoi


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_has_a_fault_where_the_calendar_has_not_got_it(year: int, month: int, day: int) -> None:
    there = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    for written in (f"{year:04}-{month:02}-{day:02}", f"{year:04}/{month}/{day}"):
        assert bool(find_fault(written, "en")) == (not there)
    if month <= 12:  # a number beyond may be the day, as Americans write it
        assert bool(find_fault(f"{day}/{month}/{year:04}", "en")) == (not there)


def test_what_is_not_written_as_a_date_has_no_such_fault() -> None:
    for written in ("", "abc", "20", "2023", "31/02", "31-02-2023", "12/31/2023"):
        assert find_fault(written, "en") == ""
    assert read_day("00/13/2023") == "2023-13-00"  # the month comes second where neither can be first


@pytest.mark.parametrize(
    "words",
    [
        ("statements", "--from", "31/02/2023"),
        ("votes", "--to", "2023-02-30"),
        ("processes", "--active-on", "29/02/2023"),
        ("agreement", "FRA", "--with", "DEU", "--since", "2023-02-31"),
        ("compare", "FRA", "DEU", "--since", "2023-02-31"),
        ("brief", "--from", "2023-02-29"),
        ("cite", "--country", "FRA", "--to", "30.02.2023"),
        ("query", "run", "members-of-a-group", "--group", "G7", "--on", "2023-02-29"),
    ],
)
def test_every_option_that_takes_a_day_says_so(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    done = cyberdiplo(*words, "--lang", "en")
    assert done.returncode == 2
    assert "hint: February 2023 has 28 days: there is no day" in done.stderr
    assert "février 2023 a 28 jours" in cyberdiplo(*words, "--lang", "fr").stderr


def test_so_do_a_day_of_the_environment_and_a_cell_of_a_seed(cyberdiplo: Run) -> None:
    done = cyberdiplo("timeline", "--limit", "1", env={"CYBERDIPLO_TODAY": "2023-02-30"})
    assert "February 2023 has 28 days: there is no day 30." in done.stderr
    told = explain_refusal(tables()["meetings"], "ck_meetings_start_date_is_date", {"start_date": "2023-02-30"})
    assert told[2:] == ("'2023-02-30' is not a date", "February 2023 has 28 days: there is no day 30.")
