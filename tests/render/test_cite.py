"""Citations are what other programs read: each is checked by a parser that is not ours."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from bibtexparser.entrypoint import parse_string
from citeproc import (  # type: ignore[import-untyped]
    Citation as Cluster,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

from cyberdiplo.records.citations import (
    Author,
    CitedPlace,
    CitedRecord,
    CitedSource,
    encode_address,
    passage_link,
    read_citations,
)
from cyberdiplo.render.cite import STYLES
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.store.sqlite_reading import Reading

KINDS = (
    *("source", "country", "organisation", "forum", "process", "meeting", "speaker", "measure", "statement", "figure"),
    *("affiliation", "participation", "measure_event", "membership", "relation"),
)

# What CSL-JSON has of what we use: another name in an item, and programs that check it refuse the whole file.
CSL_VARIABLES = {
    *("id", "type", "title", "author", "issued", "accessed", "publisher", "container-title", "genre", "number"),
    *("language", "DOI", "URL", "locator", "note", "custom"),
}
CSL_TYPES = {"report", "article-newspaper", "chapter", "webpage", "legislation", "dataset"}


def written(made: CitedRecord, style: str, lang: str = "en") -> str:
    out = StringIO()
    STYLES[style](made, lang, 80, out)  # type: ignore[index]
    return out.getvalue()


def sample(database: Reading, kind: str) -> Iterator[CitedRecord]:
    """Every source; of another kind, the records that are cited most, and a few others."""
    limit = 10_000 if kind == "source" else 12
    sql = (
        "select records.id from records left join citations on citations.record_id = records.id where kind = ?"
        " group by records.id order by count(citations.source_id) desc, records.id limit ?"
    )
    for (record_id,) in database.execute(sql, (kind, limit)):
        yield read_citations(database, record_id, kind, "fr")


def _named(fields: dict[str, Any]) -> dict[str, Any]:
    """With what the type and the language are called, as the database says it."""
    words = {"type": read_labels("sources.type"), "lang": read_labels("languages")}
    return fields | {f"{name}_name": known.get(fields[name], (fields[name],) * 2) for name, known in words.items()}


def citation(**more: Any) -> CitedPlace:
    """A citation of a source that has nothing but what is given."""
    fields: dict[str, Any] = dict.fromkeys(CitedSource._fields)
    fields |= {"id": "text", "type": "report", "title": "Un titre", "lang": "fr"}
    of_citation = {name: more.pop(name) for name in list(more) if name in CitedPlace._fields}
    cells: dict[str, Any] = {"key": "text", "source": CitedSource(**_named(fields | more))} | of_citation
    return CitedPlace(**cells)


def entry(one: CitedPlace) -> dict[str, str]:
    library = parse_string(written(CitedRecord("text", "source", None, [one]), "bibtex"))
    (found,) = library.entries
    return {field.key: str(field.value) for field in found.fields}


def item(one: CitedPlace) -> dict[str, Any]:
    (found,) = json.loads(written(CitedRecord("text", "source", None, [one]), "csl-json"))
    return dict(found)


@pytest.mark.parametrize("kind", KINDS)
def test_another_parser_reads_every_bibtex_entry(database: Reading, kind: str) -> None:
    records = list(sample(database, kind))
    assert records
    for made in records:
        library = parse_string(written(made, "bibtex"))
        assert library.failed_blocks == []
        assert [found.key for found in library.entries] == [one.key for one in made.citations]
        for found, one in zip(library.entries, made.citations, strict=True):
            values = {field.key: field.value for field in found.fields}
            assert values["title"].strip("{}") == re.sub(r"([&%$#_])", r"\\\1", one.source.title)
            assert values.get("url") == one.link
            assert values.get("year") == (one.source.published[:4] if one.source.published else None)
            assert values.get("locator", "").replace("\\", "") == one.locator


@pytest.mark.parametrize("kind", KINDS)
def test_a_citation_processor_prints_every_csl_item(database: Reading, kind: str) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for made in sample(database, kind):
        items = json.loads(written(made, "csl-json"))
        assert [found["id"] for found in items] == [one.key for one in made.citations]
        for found in items:
            assert found.keys() <= CSL_VARIABLES
            assert found["type"] in CSL_TYPES
        known = [{name: value for name, value in found.items() if name != "custom"} for found in items]
        for found in known:  # it does not know this type, which CSL has
            found["type"] = "report" if found["type"] == "dataset" else found["type"]
        bibliography = CitationStylesBibliography(style, CiteProcJSON(known), formatter.plain)
        for found in known:
            bibliography.register(Cluster([CitationItem(found["id"])]))
        printed = [str(line) for line in bibliography.bibliography()]
        assert len(printed) == len({found["id"] for found in known})
        for one in made.citations:
            assert any(one.source.title[:30] in line for line in printed)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_citation_is_left_out(database: Reading, kind: str, style: str) -> None:
    if kind == "source":
        return
    for made in sample(database, kind):
        sql = "select locator, anchor from citations where record_id = ?"
        said = written(made, style)
        rows = database.execute(sql, (made.id,)).fetchall()
        assert len(made.citations) == len(rows) > 0
        if style == "csl-json":
            told = [(found["locator"], found.get("custom", {}).get("anchor", "")) for found in json.loads(said)]
            assert sorted(told) == sorted(rows)


def test_a_body_is_one_name() -> None:
    body = Author("Bureau du commerce and Industry, S.A.")
    assert entry(citation(author=body))["author"] == "{Bureau du commerce and Industry, S.A.}"
    assert item(citation(author=body))["author"] == [{"literal": body.name}]


def test_a_person_has_family_and_given_names() -> None:
    person = Author("Wei Guo Tang", "Tang", "Wei Guo")
    assert entry(citation(author=person))["author"] == "Tang, Wei Guo"
    assert item(citation(author=person))["author"] == [{"family": "Tang", "given": "Wei Guo"}]


@pytest.mark.parametrize(
    ("date", "parts", "month", "english", "french"),
    [
        ("2020", [2020], None, "2020", "2020"),
        ("2020-11", [2020, 11], "nov", "November 2020", "novembre 2020"),
        ("2020-08-01", [2020, 8, 1], "aug", "1 August 2020", "1er août 2020"),
    ],
)
def test_a_date_says_no_more_than_the_source(
    date: str, parts: list[int], month: str | None, english: str, french: str
) -> None:
    one = citation(published=date)
    assert item(one)["issued"] == {"date-parts": [parts]}
    found = entry(one)
    assert (found["year"], found.get("month"), found["date"]) == ("2020", month, date)
    assert (say_date(date, "en"), say_date(date, "fr")) == (english, french)


def test_a_date_that_is_not_printed_is_about_right() -> None:
    one = citation(published="2020-11-13", date_note="inferred", date_reason="Le texte dit « vendredi ».")
    assert item(one)["issued"] == {"date-parts": [[2020, 11, 13]], "circa": True}
    assert entry(one)["date"] == "2020-11-13~"
    made = CitedRecord("text", "source", None, [one])
    assert "vers le 13 novembre 2020" in written(made, "text", "fr")
    assert "[Date déduite : Le texte dit « vendredi ».]" in " ".join(written(made, "text", "fr").split())
    assert "about 13 November 2020" in written(made, "text", "en")


def test_no_date_is_no_date() -> None:
    one = citation()
    assert "issued" not in item(one)
    assert not {"year", "month", "date"} & entry(one).keys()
    assert "s. d." in written(CitedRecord("text", "source", None, [one]), "text", "fr")


def test_a_symbol_is_the_number_and_the_language_is_told() -> None:
    one = citation(symbol="A/75/816", publisher="ONU")
    assert (item(one)["number"], item(one)["language"]) == ("A/75/816", "fr")
    found = entry(one)
    assert (found["number"], found["langid"], found["language"]) == ("A/75/816", "french", "French")


@pytest.mark.parametrize(
    ("tag", "french", "english", "babel"),
    [
        ("mul", "en plusieurs langues", "in several languages", None),
        ("vi", "en vietnamien", "in Vietnamese", None),
        ("es", "en espagnol", "in Spanish", "spanish"),
        ("qqq", "en qqq", "in qqq", None),
    ],
)
def test_a_language_is_named(tag: str, french: str, english: str, babel: str | None) -> None:
    one = citation(lang=tag)
    made = CitedRecord("text", "source", None, [one])
    assert french in written(made, "text", "fr")
    assert english in written(made, "text", "en")
    assert entry(one).get("langid") == babel


def test_an_article_is_in_a_newspaper() -> None:
    assert item(citation(type="news", publisher="L'Orient-Le Jour"))["container-title"] == "L'Orient-Le Jour"
    assert item(citation(type="web_page", publisher="ONU"))["publisher"] == "ONU"


def test_a_note_is_made_of_sentences() -> None:
    one = citation(
        locator="lines 3-4", anchor="ce code", support="implies", note="Same words in English", file_name="a_b.txt"
    )
    assert item(one)["note"] == 'lines 3-4: "ce code" (implies it). [Same words in English.] File a_b.txt.'
    assert entry(one)["note"] == item(one)["note"].replace("_", r"\_")
    assert entry(one)["file"] == "a_b.txt"
    french = written(CitedRecord("text", "source", None, [one]), "text", "fr")
    assert "lignes 3-4\xa0: «\xa0ce code\xa0» (l'implique). [Same" in french.replace("\n", " ")


def test_what_has_a_field_of_its_own_is_not_said_again_in_the_note() -> None:
    one = citation(retrieved_on="2026-11-21")
    assert "note" not in item(one)
    assert "note" not in entry(one)
    assert "Read on 21 November 2026." in written(CitedRecord("text", "source", None, [one]), "text")


def test_what_tex_would_obey_is_printed() -> None:
    found = entry(citation(title="R&D: 60% of $ for C# {a_b} ~ ^ \\", url="https://example.org/a_b?c=%C3%A9&d={e}"))
    assert found["title"] == (
        r"{R\&D: 60\% of \$ for C\# \{a\_b\} \textasciitilde{} \textasciicircum{} \textbackslash{}}"
    )
    assert found["url"] == "https://example.org/a_b?c=%C3%A9&d=%7Be%7D"


@pytest.mark.parametrize(
    ("page", "words", "link"),
    [
        ("https://example.org/a", "", "https://example.org/a"),
        ("https://example.org/é%20a/{x}?ü", "", "https://example.org/%C3%A9%20a/%7Bx%7D?%C3%BC"),
        ("https://example.org/a", "ce code", "https://example.org/a#:~:text=ce%20code"),
        ("https://example.org/a", "A-B, C & D", "https://example.org/a#:~:text=A%2DB%2C%20C%20%26%20D"),
        ("https://example.org/a", "où ? 5/6 #1", "https://example.org/a#:~:text=o%C3%B9%20%3F%205%2F6%20%231"),
        ("https://example.org/a#part", "ce code", "https://example.org/a#part:~:text=ce%20code"),
        ("https://example.org/a#:~:text=x", "ce code", "https://example.org/a#:~:text=x"),
    ],
)
def test_a_link_opens_at_the_passage(page: str, words: str, link: str) -> None:
    assert passage_link(encode_address(page), words) == link


def test_a_links_words_are_the_anchor(database: Reading) -> None:
    for made in sample(database, "statement"):
        for one in made.citations:
            if one.link:
                directive = one.link.partition(":~:text=")[2]
                assert unquote(directive) == one.anchor
                assert not set(directive) & set("-,& ")


def test_the_page_of_a_citation_comes_before_that_of_its_source() -> None:
    assert citation(url="https://example.org/page").link == "https://example.org/page"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_reader_is_told_place_and_words_in_their_language(lang: str) -> None:
    one = citation(locator="line 9", anchor="ce code", support="implies", file_name="a.txt")
    said = " ".join(written(CitedRecord("x", "statement", "Le code", [one]), "text", lang).split())
    assert ("ligne 9 : « ce code »" if lang == "fr" else 'line 9: "ce code"') in said
    assert ("(l'implique)" if lang == "fr" else "(implies it)") in said
    assert ("Fichier a.txt" if lang == "fr" else "File a.txt") in said


def test_a_record_that_nothing_cites_says_so() -> None:
    assert "Rien ne dit" in written(CitedRecord("x", "topic", "Thème", []), "text", "fr")
    assert written(CitedRecord("x", "topic", "Thème", []), "csl-json") == "[]\n"
