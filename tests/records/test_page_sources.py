"""A page of a collection is cited by itself: by who speaks there, when and where, whatever of it was asked for."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string

from cyberdiplo.records.citations import read_citations
from cyberdiplo.records.cited import CitedRecord, make_entries
from cyberdiplo.render.citations.writers import CiteStyle, write

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading

SPEECH = ["fra-sc-2021-06-29-1", "fra-sc-2021-06-29-2"]
TITLE = (
    "Déclaration\u00a0: Franck Riester (France), Premier débat public du Conseil de sécurité sur la cybersécurité,"
    " 29 juin 2021"
)
PAGE = "https://www.vie-publique.fr/discours/281861-franck-riester-29062021-cybersecurite"


def cited(database: Reading) -> list[CitedRecord]:
    """Every statement, with where it is written."""
    return read_citations(database, [row[0] for row in database.execute("select id from statements")], "en")


def written(records: list[CitedRecord], style: CiteStyle) -> str:
    out = StringIO()
    write(records, style, "en", 80, out)
    return out.getvalue()


def test_a_speech_is_read_back_with_speaker_day_title_site_and_page(database: Reading) -> None:
    records = read_citations(database, SPEECH, "en")
    (bibtex,) = parse_string(written(records, "bibtex")).entries
    fields = {field.key: str(field.value).strip("{}") for field in bibtex.fields}
    assert bibtex.key == "riester20210629unsc"
    assert [fields[name] for name in ("author", "title", "date", "url", "urldate")] == [
        "Riester, Franck", TITLE, "2021-06-29", PAGE, "2026-11-27"
    ]  # fmt: skip
    assert "Vie-publique.fr" in fields["howpublished"]
    (item,) = json.loads(written(records, "csl-json"))
    assert (item["author"], item["title"], item["URL"]) == ([{"family": "Riester", "given": "Franck"}], TITLE, PAGE)
    assert (item["issued"], item["container-title"]) == (
        {"date-parts": [[2021, 6, 29]]}, "Vie-publique.fr : discours"
    )  # fmt: skip
    (reference,) = rispy.loads(written(records, "ris"))
    assert [reference[name] for name in ("authors", "title", "date", "secondary_title", "urls")] == [
        ["Riester, Franck"], TITLE, "2021/06/29", "Vie-publique.fr : discours", [PAGE]
    ]  # fmt: skip


def test_a_page_has_one_key_and_no_other_page_has_it(database: Reading) -> None:
    addresses: dict[str, set[str]] = {}
    keys: dict[tuple[str, str | None], str] = {}
    for record in (records := cited(database)):
        for place in record.citations:
            if place.source.container:
                addresses.setdefault(place.source.key, set()).add(place.url or "")
                assert keys.setdefault((place.source.id, place.url), place.source.key) == place.source.key
    assert all(len(pages) == 1 for pages in addresses.values())
    assert len(addresses) > 100
    for record in records[:: len(records) // 20]:  # the same alone as among others
        assert read_citations(database, [record.id], "en") == [record]


def test_what_was_said_at_a_dated_meeting_has_a_date_in_a_bibliography(database: Reading) -> None:
    sql = "select statement_id from said where met_on is not null"
    for entry in make_entries(read_citations(database, [row[0] for row in database.execute(sql)], "en")):
        assert entry.source.published or entry.source.type == "report", entry.source


def test_a_report_of_others_has_no_speaker_for_an_author_and_a_date_that_is_about_right(database: Reading) -> None:
    records = read_citations(database, ["ind-ahc-2024-08-05-1", "ind-sc-2021-06-29-1"], "en")
    report, press = (entry.source for entry in make_entries(records))
    assert (report.authors, report.published, report.date_note) == ([], "2024-08-05", "inferred")
    assert report.title.startswith("Report: 12th meeting")
    assert (press.authors, press.title) == ([], "The Sentinel (Assam): India in the Security Council, June 2021")


def test_the_text_of_a_position_is_by_its_state(database: Reading) -> None:
    (record,) = read_citations(database, ["fra-position-2019-001"], "en")
    assert [author.name for author in record.citations[0].source.authors] == ["France"]
