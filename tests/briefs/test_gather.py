"""What stands in a brief is what the database has on the selection, once, at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.briefs.gather import LEAST, MOST, gather, read_question
from cyberdiplo.briefs.note import list_sentences
from cyberdiplo.briefs.points import choose_points
from cyberdiplo.briefs.room import PAGES, count_pages
from cyberdiplo.questions import catalogue, run
from cyberdiplo.store.address import database_at
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.briefs.note import Brief, Column, Section
    from cyberdiplo.store.connection import Connection
    from cyberdiplo.store.sqlite_reading import Reading

SESSION = {"meeting": ["wto-tbt-2023-06-20-cybersecurity"]}
SELECTIONS: list[dict[str, list[str]]] = [
    SESSION,
    {"forum": ["OTC"]},
    {"process": ["OEWG"], "country": ["France"]},
    {"measure": ["A/RES/77/37"]},
    {"country": ["RUS"]},
    {"topic": ["labelling"]},
    {"from": ["2023"], "to": ["2023-06"]},
    {"meeting": SESSION["meeting"], "country": ["JPN", "GBR"]},
]


def written(database: Connection, wishes: dict[str, list[str]], lang: str = "en", *, full: bool = False) -> Brief:
    brief = gather(database, wishes, lang, full=full)
    assert brief
    return brief


def section(brief: Brief, title: str) -> Section:
    return next(section for section in brief.sections if section.title == title)


def columns(section: Section) -> Iterator[Column]:
    for block in section.blocks:
        yield from block.columns


def records(column: Column) -> list[str]:
    return [sentence.record_id for group in column.groups for entry in group.entries for sentence in entry.sentences]


@pytest.mark.parametrize("wishes", SELECTIONS, ids=str)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_sentence_stands_in_the_database_at_its_place(database: Reading, wishes: Any, lang: str) -> None:
    brief = written(database, wishes, lang, full=True)
    sources = {source.key: source.id for source in brief.sources}
    for sentence in list_sentences(brief.sections):
        sql = "select source_id, locator from first_citations where record_id = :id"
        first = database.execute(sql, {"id": sentence.record_id}).fetchone()
        assert (sentence.place is None) == (first is None), sentence
        if sentence.place and first:
            assert sources[sentence.place.key] == first[0]
            place = say_locator(str(first[1]), lang)
            beginning = re.split(r" ?\(|,? ?confi", sentence.place.locator)[0]
            assert sentence.place.locator.startswith(place) or (place.startswith("page ") and beginning in place)
    for column in columns(section(brief, "Positions")) if "Positions" not in brief.missing else ():
        for group in column.groups:
            for entry in group.entries:
                for sentence in entry.sentences:
                    sql = f"select summary_{lang} from statements where id = :id"
                    assert database.execute(sql, {"id": sentence.record_id}).fetchone() == (sentence.text,)


def test_every_source_is_written_out_once_and_none_that_is_not_cited(database: Reading) -> None:
    brief = written(database, SESSION)
    cited = [sentence.place.key for sentence in list_sentences(brief.sections) if sentence.place]
    assert [source.key for source in brief.sources] == list(dict.fromkeys(cited))  # numbered as a reader meets them


@pytest.mark.parametrize("wishes", SELECTIONS, ids=str)
def test_every_statement_of_the_list_is_told_once_or_counted(database: Reading, wishes: Any) -> None:
    asked = {name: values for name, values in wishes.items() if name not in ("from", "to")}
    rows = run.ask(database, catalogue.read_list("statements"), asked).rows
    listed = {row[0] for row in rows if within(str(row[1] or ""), wishes)}
    short, full = (section(written(database, wishes, full=full), "Positions") for full in (False, True))
    told, all_told = ([id for column in columns(part) for id in records(column)] for part in (short, full))
    assert sorted(all_told) == sorted(listed)
    assert full.left_out == 0
    assert min(len(listed), LEAST["points"]) <= len(told) <= MOST["points"]
    assert short.left_out == len(listed) - len(told)


def within(day: str, wishes: dict[str, list[str]]) -> bool:
    if "from" not in wishes:
        return True
    return bool(day) and f"{day}-01-01" >= wishes["from"][0] and f"{day}-99" <= wishes["to"][0] + "-99"


@pytest.mark.parametrize("wishes", SELECTIONS, ids=str)
def test_agreements_and_objections_stand_side_by_side(database: Reading, wishes: Any) -> None:
    stances = dict(database.execute("select id, coalesce(stance, '') from statements", {}))
    sides = {"Agreements": {"supports"}, "Objections": {"opposes", "criticises"}}
    for block in section(written(database, wishes, full=True), "Positions").blocks:
        for column in block.columns:
            allowed = sides.get(column.title, {"", "neutral", "mixed"})
            assert {stances[id] for id in records(column)} <= allowed
        if len(block.columns) > 1:
            assert [column.title for column in block.columns] == ["Agreements", "Objections"]


def test_a_stance_says_on_what(database: Reading) -> None:
    (trade,) = (block for block in section(written(database, SESSION), "Positions").blocks if len(block.columns) == 2)
    assert trade.title == "Trade and regulation"
    against = {group.label: [entry.lead for entry in group.entries] for group in trade.columns[1].groups}
    assert against["National measures on the digital environment"] == ["Jonathan McHale"]


def test_all_who_sat_in_the_session_are_told_by_capacity_with_country(database: Reading) -> None:
    (block,) = section(written(database, SESSION), "Who").blocks
    (column,) = block.columns
    by_capacity = {group.label: [entry.lead for entry in group.entries] for group in column.groups}
    assert sum(map(len, by_capacity.values())) == 13
    assert "Nandini Jolly (CryptoMill, Canada)" in by_capacity["for the private sector"]
    assert by_capacity["as chair or moderator"] == ["Wei Guo Tang (Singapore)"]


def test_a_country_brief_says_how_it_voted_and_what_the_totals_were(database: Reading) -> None:
    brief = written(database, {"country": ["FRA"], "measure": ["A/RES/77/37"]})
    (group,) = next(columns(section(brief, "Votes"))).groups
    (entry,) = group.entries
    assert entry.lead.startswith("A/RES/77/37, ")
    assert entry.sentences[0].text.startswith("France: in favour. 156 in favour, 7 against, 14 abstaining; against: ")
    assert "Syrian Arab Republic" in entry.sentences[0].text


def test_measures_of_the_session_have_their_steps_with_dates(database: Reading) -> None:
    groups = next(columns(section(written(database, SESSION), "Measures"))).groups
    steps = {group.entries[0].lead: [sentence.text for sentence in group.entries[0].sentences] for group in groups}
    act = steps["32024R2847, Cyber Resilience Act (in force)"]
    assert act[0] == "proposed: 15 September 2022"
    assert "entered into force: 10 December 2024" in act


def test_figures_keep_their_caution(database: Reading) -> None:
    groups = next(columns(section(written(database, SESSION), "Figures"))).groups
    told = {entry.lead: (group.label, entry.sentences[0].text) for group in groups for entry in group.entries}
    assert told["about USD\u00a0160\u00a0billion"][0] == "according to WTO Secretariat"
    assert told["more than 60%"][1].endswith("(as at 31 May 2023)")


def test_what_is_missing_is_named(database: Reading) -> None:
    assert written(database, SESSION).missing == ["Votes"]


def test_a_selection_with_nothing_in_it_gives_no_brief(database: Reading) -> None:
    assert gather(database, {"meeting": SESSION["meeting"], "from": ["2024"], "topic": ["encryption"]}, "en") is None


def test_what_is_left_out_has_a_command_that_lists_it_all(database: Reading) -> None:
    part = section(written(database, SESSION), "Positions")
    assert part.command == "cyberdiplo statements --meeting wto-tbt-2023-06-20-cybersecurity"
    assert section(written(database, {"forum": ["ONU"]}), "Votes").command == "cyberdiplo brief --forum un --full"


def test_as_much_is_told_as_two_pages_hold(database: Reading) -> None:
    for wishes in SELECTIONS:
        brief = written(database, wishes, "fr")
        points = section(brief, "Positions")
        assert count_pages(brief) <= PAGES
        assert not points.left_out or count_pages(brief) > PAGES * 0.85


def test_every_day_of_a_measure_is_told_or_counted(database: Reading) -> None:
    for group in next(columns(section(written(database, SESSION), "Measures"))).groups:
        (entry,) = group.entries
        sql = "select measure_id from measure_events where id = :id"
        row = database.execute(sql, {"id": entry.sentences[0].record_id}).fetchone()
        if row is None:  # it has no dated step
            continue
        sql = (
            "select count(*) from measure_events join measures on measures.id = measure_id where measure_id = :id"
            " and event_date is not null"
            " and (measure_events.country_id is null"
            " or measure_events.country_id = coalesce(measures.country_id, issuer_id))"
        )
        (count,) = database.execute(sql, {"id": row[0]}).fetchone() or (0,)
        assert len(entry.sentences) + int(entry.more.partition(" ")[0] or 0) == count, entry
        assert not entry.more or entry.more.endswith(f"cyberdiplo show {row[0]}")


def test_no_id_stands_in_what_is_handed_over(database: Reading) -> None:
    for sentence in list_sentences(written(database, {"process": ["OEWG"], "country": ["France"]}).sections[:1]):
        assert not re.search(r"\b[a-z]+(?:-[a-z0-9]+)+\b", sentence.text.replace("open-ended", "")), sentence.text


def test_where_there_is_no_room_every_voice_has_its_turn() -> None:
    def point(who: str, type: str = "position", stance: str | None = None, date: str = "2023") -> dict[str, Any]:
        return {"who": who, "type": type, "stance": stance, "date": date}

    points = [
        point("A", "fact"), point("A"), point("A"), point("A", stance="supports"),
        point("B", "fact"), point("B"), point("C", "fact"), point("C", "fact", date="2024"),
    ]  # fmt: skip
    assert choose_points(points, None) == choose_points(points, 8) == points
    assert choose_points(points, 1) == [points[3]]  # what somebody is for or against comes first
    assert choose_points(points, 3) == [points[1], points[3], points[5]]  # then what they want
    assert {told["who"] for told in choose_points(points, 6)} == {"A", "B", "C"}


@pytest.mark.parametrize("wishes", SELECTIONS, ids=str)
def test_both_databases_write_the_same_brief(database_path: Any, postgres_url: str, wishes: Any) -> None:
    briefs = []
    for address in (str(database_path), postgres_url):
        with database_at(address).asking() as connection:
            briefs.append(gather(connection, wishes, "fr"))
    assert briefs[0] == briefs[1]


@pytest.mark.parametrize("name", ["points", "people", "votes", "measures", "figures"])
def test_a_question_of_a_brief_takes_what_a_brief_is_asked_for(name: str) -> None:
    question = read_question(name)
    assert "{" not in question.sql
    asked = {parameter.name for parameter in question.parameters}
    assert {"meeting", "forum", "process", "measure", "country", "topic", "from", "to"} <= asked
