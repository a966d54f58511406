"""What is said about a thing is found by it, every list says whether it is whole, and no step stands twice."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.questions.notices import find_notices
from cyberdiplo.questions.run import answer
from cyberdiplo.records.dump import read_rows, wide_dumps
from cyberdiplo.records.record import read_record
from cyberdiplo.store import sqlite
from tests.expect import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.store.sqlite_reading import Reading

FIVE = (
    *("afp-french-proposal-2020", "fr-de-ministerial-2022", "other-forums-chapter", "un-oewg-text"),
    "wto-tbt-cyber-2023",
)
# Measure and statement: every measure that the five documents name one by one, as two readings of them have it.
NAMED: dict[str, set[str]] = defaultdict(set)
with (Path(__file__).parent / "named_measures.csv").open(encoding="utf-8", newline="") as file:
    for line in csv.DictReader(file):
        NAMED[line["measure"]].add(line["statement"])


@pytest.fixture(scope="module")
def asked(database_path: Path) -> Iterator[Reading]:
    connection = sqlite.reading(database_path)
    yield connection
    connection.close()


def rows(connection: Reading, name: str, **wishes: str | tuple[str, ...]) -> list[dict[str, Any]]:
    result = answer(connection, catalogue.read(QUESTIONS[name]), wishes).result
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def notices(connection: Reading, name: str, lang: str = "en", **wishes: str) -> list[str]:
    question = catalogue.read(QUESTIONS[name])
    answered = answer(connection, question, wishes, lang=lang)
    list(answered.result.rows)
    return find_notices(connection, question, answered.values, lang)


@pytest.mark.parametrize("measure", NAMED)
def test_a_measure_finds_the_statements_about_it_and_no_others(asked: Reading, measure: str) -> None:
    about = rows(asked, "statements", measure=measure, link="about")
    assert {row["id"] for row in about if row["source"] in FIVE} == NAMED[measure]


def test_the_cyber_resilience_act_is_found_by_its_name(asked: Reading) -> None:
    found = rows(asked, "statements", measure="Cyber Resilience Act")
    assert {row["id"] for row in found if row["source"] in FIVE} == NAMED["eu-cyber-resilience-act"]
    assert len(NAMED["eu-cyber-resilience-act"]) == 10


@pytest.mark.parametrize("country", ["ALB", "COL", "SEN", "TUR"])
def test_a_collective_statement_is_found_by_each_of_its_states(asked: Reading, country: str) -> None:
    found = rows(asked, "statements", country=country, link="by")
    assert {row["source"] for row in found} >= {"fr-de-ministerial-2022"}
    assert {row["attribution"] for row in found if row["source"] == "fr-de-ministerial-2022"} <= {"collective", "joint"}


def test_the_officials_of_the_union_speak_for_the_group(asked: Reading) -> None:
    found = rows(asked, "statements", group="EU")
    assert [row["id"] for row in found if "Polverino" in (row["speakers"] or "")]


def test_both_sides_are_shown_and_a_silent_one_says_whether_it_was_looked_for(asked: Reading) -> None:
    against = rows(asked, "for-and-against", stance="against")
    assert {row["stance"] for row in against} <= {"opposes", "criticises"}
    assert {row["id"] for row in against} >= {"otc-2023-044", "otc-2023-045", "otc-2023-046", "otc-2023-150"}
    (notice,) = notices(asked, "for-and-against", record="un-responsible-behaviour-framework", stance="against")
    assert "looked for" in notice
    assert notices(asked, "for-and-against", record="data-localisation-requirements")[0].startswith("Nothing for it")
    sql = (
        "select min(about_id) from statement_abouts"
        " where about_id not in (select stance_target_id from statements where stance is not null)"
    )
    spoken_of = str(asked.execute(sql, {}).fetchone()[0])
    assert notices(asked, "for-and-against", record=spoken_of)[0].startswith("Nothing for or against it")
    sql = "select min(id) from measures where id not in (select about_id from statement_abouts)"
    silent = str(asked.execute(sql, {}).fetchone()[0])
    assert notices(asked, "for-and-against", record=silent) == [
        "Nothing on record speaks for or against it; that does not mean that nobody did."
    ]


def test_what_an_answer_does_not_mean_is_told_beside_it(asked: Reading) -> None:
    for name in ("silent-on", "voted-alike", "voting-neighbours", "speakers-by-country"):
        assert catalogue.find(name).description_en in notices(asked, name)
    assert "norms" not in {row["id"] for row in rows(asked, "silent-on", country="RUS")}


def test_forms_of_one_thing_name_each_other_with_their_sides(asked: Reading) -> None:
    forms = ("legally-binding-instrument", "new-legal-obligations", "new-rules-for-cyberspace")
    for record in forms:
        (told,) = [notice for notice in notices(asked, "for-and-against", record=record) if "See also" in notice]
        assert [form for form in forms if f"--record {form}" in told] == [form for form in forms if form != record]
        assert " against)" in told
    against = {row["who"] for row in rows(asked, "for-and-against", record=forms, stance="against")}
    assert against == {"Austria", "Sweden", "Michele Markoff", "Mitch Fifield; Canada; New Zealand"}
    (backed,) = [told for told in notices(asked, "for-and-against", record=forms[0]) if "without words" in told]
    assert "1 State or body" in backed


# Who was in a group on 27 November 2026, by the newest lists: how many, some who are and some who are not.
GROUPS = [
    ("BRICS", 10, {"IDN", "IRN", "EGY"}, {"ARG", "SAU"}),
    ("SCO", 10, {"BLR", "IRN"}, {"AFG", "MNG", "TUR"}),
    ("EU", 27, {"HRV"}, {"GBR"}),
    ("UN", 193, {"SSD", "MNE"}, {"SCG", "VAT"}),
]


@pytest.mark.parametrize(("group", "number", "members", "others"), GROUPS)
def test_the_members_of_a_group_are_right_for_the_day(
    asked: Reading, group: str, number: int, members: set[str], others: set[str]
) -> None:
    found = [row["id"] for row in rows(asked, "members-of-a-group", group=group, on="2026-11-27")]
    assert len(found) == len({*found}) == number
    assert {*found} >= members
    assert not {*found} & others


@pytest.mark.parametrize(
    ("question", "wishes", "says"),
    [
        ("members-of-a-group", {"group": "BRICS"}, "BRICS: 10 of 10 members are on record, as of 6 January 2025"),
        ("members-of-a-group", {"group": "CRI"}, "CRI: 68 of 74 members are on record, as of 24 October 2025"),
        ("members-of-a-group", {"group": "FOC"}, "FOC: 31 of 41 members are on record, as of 12 February 2026"),
        ("members-of-a-group", {"group": "CRI", "on": "2022-12"}, "CRI: 37 of 37 members are on record"),
        ("countries", {"group": "SCO"}, "SCO: 10 of 10 members are on record, as of 4 July 2024"),
        ("supporters", {"record": "Budapest Convention"}, " of 76 parties are on record, as of October 2024"),
        ("supporters", {"record": "un-cybercrime-convention"}, " of 74 signatories are on record, as of March 2026"),
        ("supporters", {"record": "un-poa"}, " of 47 supporters are on record, as of 2021"),
    ],
)
def test_a_list_says_how_many_of_how_many_it_has(
    asked: Reading, question: str, wishes: dict[str, str], says: str
) -> None:
    assert [notice for notice in notices(asked, question, **wishes) if says in notice], notices(
        asked, question, **wishes
    )


def test_a_member_that_was_only_seen_says_when_and_goes_with_a_newer_whole_list(asked: Reading) -> None:
    seen = [row for row in rows(asked, "members-of-a-group", group="UN") if row["last_seen"]]
    assert seen
    newest = asked.execute(
        "select max(as_of) from rosters where record_id = 'sco' and list = 'members' and whole = 1", {}
    ).fetchone()[0]
    for row in rows(asked, "members-of-a-group", group="SCO", on="2026-11-27"):
        assert not row["last_seen"] or row["last_seen"] >= newest


def test_no_step_stands_twice_in_the_timeline(asked: Reading) -> None:
    steps = Counter(
        (row["id"], row["what"], row["date"], row["country"])
        for row in rows(asked, "timeline", kind="measure")
        if row["what"] not in ("entered_into_force", "applied")  # each part on a day of its own
    )
    assert [step for step, times in steps.items() if times > 1] == []


def test_what_contradicts_a_step_is_never_shown_as_its_source(asked: Reading) -> None:
    contradicted = asked.execute(
        "select record_id, source_id, locator from citations where support = 'contradicts'"
        " and record_id in (select id from measure_events)",
        {},
    ).fetchall()
    assert contradicted
    shown = {(row["event"], row["source"], row["locator"]) for row in rows(asked, "measure-history") if row["source"]}
    for record_id, source, locator in contradicted:
        kind = asked.execute("select type from measure_events where id = :id", {"id": record_id}).fetchone()[0]
        other = asked.execute(
            "select 1 from citations where source_id = :source and locator = :locator and support <> 'contradicts'"
            " and record_id in (select id from measure_events where type = :kind)",
            {"source": source, "locator": locator, "kind": kind},
        ).fetchone()
        assert other or (kind, source, locator) not in shown


def test_a_meeting_beside_another_is_not_counted_in_its_forum(asked: Reading) -> None:
    assert not [row for row in rows(asked, "statements", forum="UNGA") if row["source"] == "fr-de-ministerial-2022"]
    assert not [row for row in rows(asked, "meetings", forum="UNGA") if row["id"] == "fr-de-2022-09-23-ministerial"]


def test_a_plan_whose_day_has_passed_says_that_its_outcome_is_not_recorded(
    asked: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = "un-global-mechanism-thematic-groups-2026-12"
    step = str(asked.execute("select min(id) from open_plans where id like 'ev-%'", {}).fetchone()[0])
    for day, status in (("2009-01-01", "planned"), ("2030-01-01", "not_recorded")):
        monkeypatch.setenv("CYBERDIPLO_TODAY", day)
        (row,) = [row for row in rows(asked, "meetings") if row["id"] == planned]
        assert row["status"] == status
        (row,) = [row for row in rows(asked, "timeline") if row["id"] == planned]
        assert row["what"] == status
        for record_id, kind, column in ((planned, "meeting", "status"), (step, "measure_event", "type")):
            fields = {field.column: field.text for field in read_record(asked, record_id, kind, "en").fields}
            assert ("not recorded" in fields[column]) == (status == "not_recorded")


def test_measures_show_when_they_were_adopted_came_into_force_and_apply(asked: Reading) -> None:
    (act,) = [row for row in rows(asked, "measures", country="EU") if row["id"] == "eu-cyber-resilience-act"]
    assert (act["adopted"], act["in_force"], act["applies"]) == ("2024-10-23", "2024-12-10", "2026-06-11")
    assert (act["latest_step"], act["latest_part"]) == ("applied", "reporting duties, article 14")
    assert act["next"] == "2027-12-11"
    (act,) = [row for row in rows(asked, "measures", country="GBR") if row["id"] == "uk-psti-act-2022"]
    assert (act["adopted"], act["in_force"], act["applies"]) == ("2022-12-06", "2024-04-29", None)  # by assent; part 1
    assert act["latest_part"] == "part 1 (product security regime)"


def test_the_dates_of_a_measure_do_not_contradict_its_status(asked: Reading) -> None:
    for row in rows(asked, "measures"):
        if row["status"] in ("announced", "proposed", "adopted", "unknown"):
            assert (row["in_force"], row["applies"]) == (None, None), row["id"]
        if row["status"] in ("announced", "proposed"):
            assert row["adopted"] is None, row["id"]
        days = [row[name][:7] for name in ("adopted", "in_force", "latest", "next") if len(row[name] or "") > 4]
        assert days == sorted(days), row["id"]


def test_the_list_the_pages_and_the_wide_table_have_the_same_dates(asked: Reading) -> None:
    listed = {row["id"]: row for row in rows(asked, "measures")}
    dates = ("adopted", "in_force", "applies")
    (dump,) = [dump for dump in wide_dumps() if dump.name == "measures"]
    wide = read_rows(asked, dump)
    told_wide = {row["id"]: row for row in (dict(zip(wide.columns, row, strict=True)) for row in wide.rows)}
    assert set(told_wide) == set(listed)
    for record_id, told in told_wide.items():
        assert [told[name] for name in dates] == [listed[record_id][name] for name in dates]
        assert (told["date"], told["latest_step"]) == (listed[record_id]["latest"], listed[record_id]["latest_step"])
    for record_id, kind in (("EU", "country"), ("GBR", "country"), ("un-oewg-2019-2021", "process")):
        (section,) = [s for s in read_record(asked, record_id, kind, "en").sections if s.key == "measures"]
        for told in (dict(zip(section.columns, row, strict=True)) for row in section.rows):
            for name in set(dates) & set(section.columns):
                assert told[name] == listed[told["id"]][name], told["id"]


def test_every_statement_says_whose_it_is_and_for_whom(asked: Reading) -> None:
    """Nobody's cell is empty: where nobody is named it is the body, the agency or the kind of document."""
    found = answer(asked, catalogue.read_list("statements"), {}, lang="fr").result
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert [row["id"] for row in rows if not row["speakers"]] == []
    by_id = {row["id"]: row for row in rows}
    shown = [by_id[one] for one in ("otc-2023-049", "otc-2023-143", "otc-2023-004")]
    assert [(row["speakers"], row["capacity"], row["country"]) for row in shown] == [
        ("Jonathan McHale", "private_sector", "États-Unis d'Amérique"),
        ("auteur de la question non nommé", None, None),
        ("rapport", None, None),
    ]
    assert shown[0]["organisation"] == "Computer & Communications Industry Association"
