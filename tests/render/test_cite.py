"""Citations are what other programs read: each is checked by a parser that is not ours."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from citeproc import (  # type: ignore[import-untyped]
    Citation as Cluster,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

from cyberdiplo.records.citations import read_citations
from cyberdiplo.records.cited import (
    Author,
    CitedPlace,
    CitedRecord,
    CitedSource,
    encode_address,
    make_entries,
    passage_link,
)
from cyberdiplo.render.citations.writers import STYLES, CiteStyle, write
from cyberdiplo.schema.vocabulary import choose_label
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.dates import say_date
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading

KINDS = (
    *("source", "country", "organisation", "forum", "process", "meeting", "speaker", "measure", "statement", "figure"),
    *("affiliation", "participation", "measure_event", "membership", "relation"),
)

# What CSL-JSON has of what we use: another name in an item, and programs that check it refuse the whole file.
CSL_VARIABLES = {
    *("id", "type", "title", "author", "issued", "accessed", "publisher", "container-title", "genre", "number"),
    *("language", "DOI", "URL", "custom"),
}
CSL_TYPES = {"report", "article-newspaper", "chapter", "webpage", "legislation", "dataset"}


def written(made: CitedRecord | list[CitedRecord], style: CiteStyle, lang: str = "en") -> str:
    out = StringIO()
    write(made if isinstance(made, list) else [made], style, lang, 80, out)
    return out.getvalue()


def sample(database: Reading, kind: str) -> list[CitedRecord]:
    """Every source; of another kind, the records that are cited most, and a few others."""
    limit = 10_000 if kind == "source" else 12
    sql = (
        "select records.id from records left join citations on citations.record_id = records.id where kind = ?"
        " group by records.id order by count(citations.source_id) desc, records.id limit ?"
    )
    return read_citations(database, [row[0] for row in database.execute(sql, (kind, limit))], "fr")


def _named(fields: dict[str, Any]) -> dict[str, Any]:
    """With what the type and the language are called, as the database says it."""
    type_, lang = fields["type"], fields["lang"]
    return fields | {
        "type_name": choose_label(read_labels("sources.type"), type_, lang),
        "lang_name": read_labels("languages").get(lang, (lang, lang)),
    }


def citation(**more: Any) -> CitedPlace:
    """A citation of a source that has nothing but what is given."""
    fields: dict[str, Any] = dict.fromkeys(CitedSource._fields)
    fields |= {"id": "text", "key": "text", "type": "report", "title": "Un titre", "lang": "fr", "other_authors": ()}
    of_citation = {name: more.pop(name) for name in list(more) if name in CitedPlace._fields}
    cells: dict[str, Any] = {"source": CitedSource(**_named(fields | more))} | of_citation
    return CitedPlace(**cells)


def entry(one: CitedPlace) -> dict[str, str]:
    library = parse_string(written(CitedRecord("text", "source", None, [one]), "bibtex"))
    (found,) = library.entries
    return {field.key: str(field.value) for field in found.fields}


def item(one: CitedPlace) -> dict[str, Any]:
    (found,) = json.loads(written(CitedRecord("text", "source", None, [one]), "csl-json"))
    return dict(found)


def reference(one: CitedPlace) -> dict[str, Any]:
    (found,) = rispy.loads(written(CitedRecord("text", "source", None, [one]), "ris"))
    return dict(found)


@pytest.mark.parametrize("kind", KINDS)
def test_another_parser_reads_every_bibtex_entry(database: Reading, kind: str) -> None:
    records = sample(database, kind)
    assert records
    for made in records:
        entries = make_entries([made])
        library = parse_string(written(made, "bibtex"))
        assert library.failed_blocks == []
        assert [found.key for found in library.entries] == [one.source.key for one in entries]
        for found, one in zip(library.entries, entries, strict=True):
            values = {field.key: field.value for field in found.fields}
            assert values["title"].strip("{}") == re.sub(r"([&%$#_])", r"\\\1", one.source.title)
            assert values.get("url") == one.url
            assert values.get("year") == (one.source.published[:4] if one.source.published else None)


@pytest.mark.parametrize("kind", KINDS)
def test_another_parser_reads_every_ris_reference(database: Reading, kind: str) -> None:
    for made in sample(database, kind):
        entries = make_entries([made])
        found = rispy.loads(written(made, "ris"))
        assert [one["id"] for one in found] == [one.source.key for one in entries]
        for one, entry_ in zip(found, entries, strict=True):
            source = entry_.source
            assert one["title"] == source.title
            assert one.get("urls", []) == entry_.pages
            assert one.get("year") == (source.published[:4] if source.published else None)
            assert one.get("authors") == ([_as_in_ris(source.author)] if source.author else None)
            assert "unknown_tag" not in one


def _as_in_ris(author: Author) -> str:
    return ", ".join(filter(None, [author.family or author.name, author.given_name]))


# The one that ships with the processor, and one that prints whatever an item has, the note too, as French ones do.
STYLE_FILES = ("harvard-cite-them-right", str(Path(__file__).with_name("everything.csl")))


@pytest.mark.parametrize("style_file", STYLE_FILES, ids=lambda name: Path(name).stem)
@pytest.mark.parametrize("kind", KINDS)
def test_a_citation_processor_prints_every_csl_item(database: Reading, kind: str, style_file: str) -> None:
    records = sample(database, kind)
    items: dict[str, dict[str, Any]] = {}
    for made in records:
        found = json.loads(written(made, "csl-json"))
        assert [one["id"] for one in found] == [one.source.key for one in make_entries([made])]
        items |= {one["id"]: one for one in found}
    for one in items.values():
        assert one.keys() <= CSL_VARIABLES
        assert one["type"] in CSL_TYPES
    printed = bibliography(list(items.values()), style_file)
    assert len(printed) == len(items)
    lines = "\n".join(printed)
    for made in records:
        assert all(one.source.title[:30] in lines for one in made.citations)
        assert made.kind != "statement" or made.id not in lines  # which is ours, and no reader's


def bibliography(items: list[dict[str, Any]], style_file: str) -> list[str]:
    """The lines of a bibliography as a citation processor prints it."""
    known = [{name: value for name, value in found.items() if name != "custom"} for found in items]
    for found in known:  # it does not know this type, which CSL has
        found["type"] = "report" if found["type"] == "dataset" else found["type"]
    style = CitationStylesStyle(style_file, validate=False)
    printer = CitationStylesBibliography(style, CiteProcJSON(known), formatter.plain)
    for found in known:
        printer.register(Cluster([CitationItem(found["id"])]))
    return [str(line) for line in printer.bibliography()]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_place_is_left_out(database: Reading, kind: str, style: CiteStyle) -> None:
    if kind == "source":
        return
    for made in sample(database, kind):
        sql = "select locator, anchor from citations where record_id = ?"
        said = written(made, style)
        rows = database.execute(sql, (made.id,)).fetchall()
        assert len(made.citations) == len(rows) > 0
        words = " ".join(said.split()).replace("\\", "")
        for locator, anchor in rows:
            assert " ".join(say_locator(locator, "en").split()) in words.replace("{[", "[") or style == "csl-json"
            assert style == "bibtex" or style == "csl-json" or " ".join(anchor.split()) in words
        if style == "csl-json":
            told = [place for found in json.loads(said) for place in found["custom"]["places"]]
            assert sorted((place["locator"], place.get("anchor", "")) for place in told) == sorted(
                (say_locator(locator, "en"), anchor) for locator, anchor in rows
            )


def test_a_body_is_one_name() -> None:
    body = Author("Bureau du commerce and Industry, S.A.")
    assert entry(citation(author=body))["author"] == "{Bureau du commerce and Industry, S.A.}"
    assert item(citation(author=body))["author"] == [{"literal": body.name}]


def test_a_person_has_family_and_given_names() -> None:
    person = Author("Wei Guo Tang", "Tang", "Wei Guo")
    assert entry(citation(author=person))["author"] == "Tang, Wei Guo"
    assert item(citation(author=person))["author"] == [{"family": "Tang", "given": "Wei Guo"}]


@pytest.mark.parametrize("family", ["King Jr.", "King, Jr."])
def test_what_stands_behind_a_name_has_the_place_that_each_reader_wants(family: str) -> None:
    person = Author(f"Martin {family}", family, "Martin")
    assert entry(citation(author=person))["author"] == "King, Jr., Martin"
    assert item(citation(author=person))["author"] == [{"family": "King", "given": "Martin", "suffix": "Jr."}]
    cited = CitedRecord("text", "source", None, [citation(author=person)])
    assert rispy.loads(written(cited, "ris"))[0]["authors"] == ["King, Martin, Jr."]


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
    assert "s.\u00a0d." in written(CitedRecord("text", "source", None, [one]), "text", "fr")


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
    assert reference(citation(type="news", publisher="L'Orient-Le Jour"))["secondary_title"] == "L'Orient-Le Jour"


def test_what_a_reference_manager_takes_for_a_doi_or_an_isbn_is_one() -> None:
    """Zotero reads the type of work as a DOI, and a number as an ISBN, but of some types."""
    report, law, news = (reference(citation(type=type_, symbol="A/75/816")) for type_ in ("resolution", "law", "news"))
    assert (report["type_of_work"], report["issn"]) == ("résolution", "A/75/816")
    assert (law.get("type_of_work"), law.get("issn"), law["note"]) == (None, None, "A/75/816")
    assert (news.get("type_of_work"), news.get("issn")) == (None, None)


def test_a_page_of_no_known_publisher_is_on_its_site() -> None:
    page = {"type": "news", "url": "https://www.lorientlejour.com/article/1240886"}
    assert item(citation(**page))["container-title"] == "lorientlejour.com"
    assert entry(citation(**page))["organization"] == "lorientlejour.com"
    assert reference(citation(**page))["secondary_title"] == "lorientlejour.com"
    known = citation(**page, publisher="L'Orient-Le Jour")
    assert item(known)["container-title"] == "L'Orient-Le Jour"
    assert "organization" not in entry(known)
    assert reference(known)["secondary_title"] == "L'Orient-Le Jour"
    assert not {"container-title", "publisher"} & item(citation(url="https://example.org/report.pdf")).keys()


def test_a_publisher_that_is_the_author_is_named_once() -> None:
    one = citation(type="web_page", author=Author("ONU"), publisher="ONU")
    assert "publisher" not in item(one)
    assert "publisher" not in entry(one)
    assert "publisher" not in reference(one)
    assert written(CitedRecord("text", "source", None, [one]), "text").count("ONU") == 1


def test_words_of_an_entry_are_in_the_language_of_its_source() -> None:
    assert entry(citation(type="news"))["howpublished"] == "article de presse"
    assert entry(citation(type="news", lang="en"))["howpublished"] == "news item"
    assert reference(citation())["type_of_work"] == "rapport"
    assert item(citation(lang="en"))["genre"] == "report"
    assert "rapport" in written(CitedRecord("text", "source", None, [citation()]), "text", "en")


def test_no_name_of_a_file_is_told(database: Reading) -> None:
    names = [name for (name,) in database.execute("select file_name from sources where file_name is not null")]
    sources = [made for made in sample(database, "source") if made.citations]
    statements = sample(database, "statement")
    for style in STYLES:
        said = written(sources, style) + written(statements, style)
        assert names
        assert [name for name in names if name in said] == []


def test_a_page_was_read_on_a_day_only_where_there_is_a_page() -> None:
    page = citation(retrieved_on="2026-11-21", url="https://example.org/a")
    assert entry(page)["urldate"] == "2026-11-21"
    assert item(page)["accessed"] == {"date-parts": [[2026, 11, 21]]}
    assert reference(page)["access_date"] == "2026/11/21"
    assert "Read on 21 November 2026." in written(CitedRecord("text", "source", None, [page]), "text")
    none = citation(retrieved_on="2026-11-21")
    assert "urldate" not in entry(none)
    assert "accessed" not in item(none)
    assert "access_date" not in reference(none)


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [("2020", "2020", None), ("2020-11", "2020", "2020/11"), ("2020-08-01", "2020", "2020/08/01")],
)
def test_a_ris_date_says_no_more_than_the_source(date: str, year: str, day: str | None) -> None:
    found = reference(citation(published=date))
    assert (found["year"], found.get("date")) == (year, day)


def test_what_tex_would_obey_is_printed() -> None:
    found = entry(citation(title="R&D: 60% of $ for C# {a_b} ~ ^ \\", url="https://example.org/a_b?c=%C3%A9&d={e}"))
    assert found["title"] == (
        r"{R\&D: 60\% of \$ for C\# \textbraceleft{}a\_b\textbraceright{}"
        r" \textasciitilde{} \textasciicircum{} \textbackslash{}}"
    )
    assert found["url"] == "https://example.org/a_b?c=%C3%A9&d=%7Be%7D"


def several() -> list[CitedRecord]:
    """Two points at one place and one at another of a source; the first stands in a second source too."""
    source = {"id": "wto", "key": "tang2023seance", "author": Author("Wei Guo Tang", "Tang", "Wei Guo")}
    other = citation(key="afp2020france", type="news", title="La France propose", locator="line 12")
    return [
        CitedRecord("otc-2", "statement", "Le second", [citation(**source, locator="par. 3.10", anchor="plus loin")]),
        CitedRecord("otc-1", "statement", "Le premier", [other, citation(**source, locator="par. 3.5")]),
        CitedRecord(
            "otc-3", "statement", "A [3] % @ {", [citation(**source, locator="par. 3.5", support="contradicts")]
        ),
    ]


def test_a_source_of_several_records_is_one_entry_with_the_places_beside_it() -> None:
    said = written(several(), "bibtex")
    assert [found.key for found in parse_string(said).entries] == ["afp2020france", "tang2023seance"]
    assert [line for line in said.splitlines() if line.startswith("%")] == [
        r"% \cite[line 12]{afp2020france} otc-1: Le premier",
        r"% \cite[par. 3.5]{tang2023seance} otc-1: Le premier",
        r"% \cite[par. 3.5]{tang2023seance} otc-3: A [3] % (at) { (contradicts it)",
        r"% \cite[par. 3.10]{tang2023seance} otc-2: Le second",
    ]


def test_the_text_of_several_records_is_a_bibliography() -> None:
    assert written(several(), "text", "fr") == (
        "« La France propose », article de presse, s.\u00a0d., en français, ligne 12.\n"
        "    otc-1, ligne 12\n"
        "\n"
        "Wei Guo Tang, « Un titre », rapport, s.\u00a0d., en français, par. 3.5, par. 3.10.\n"
        "    otc-1, par. 3.5\n"
        "    otc-3, par. 3.5 (le contredit)\n"
        "    otc-2, par. 3.10 : « plus loin »\n"
    ).replace("« ", "«\xa0").replace(" »", "\xa0»").replace(" :", "\xa0:")


def test_a_ris_note_says_each_place_once() -> None:
    notes = [found["notes"] for found in rispy.loads(written(several(), "ris"))]
    assert notes == [["line 12 (otc-1)"], ["par. 3.5 (otc-1, otc-3 (contradicts it)); par. 3.10 (otc-2)"]]


def test_a_csl_item_has_its_places_where_no_style_prints_them() -> None:
    _, found = json.loads(written(several(), "csl-json"))
    assert [(place["record"], place["locator"]) for place in found["custom"]["places"]] == [
        ("otc-1", "par. 3.5"), ("otc-3", "par. 3.5"), ("otc-2", "par. 3.10"),
    ]  # fmt: skip
    assert "note" not in found
    assert "locator" not in found


def test_a_place_with_brackets_is_still_one_argument() -> None:
    made = CitedRecord("a", "statement", None, [citation(locator="par. 5 [bis] & 6")])
    assert written(made, "bibtex").startswith(r"% \cite[{par. 5 [bis] \& 6}]{text} a" + "\n")


def test_pages_of_a_collection_are_told_each() -> None:
    pages = [citation(type="web_page", locator=f"page {name}", url=f"https://example.org/@{name}") for name in "ab"]
    made = [CitedRecord("x", "statement", "X", pages[:1]), CitedRecord("y", "statement", "Y", pages)]
    said = written(made, "bibtex")
    assert r"% \cite[page b]{text} y: Y <https://example.org/%40b>" in said
    assert r"note = {\url{https://example.org/@a}, \url{https://example.org/@b}}," in said
    (found,) = rispy.loads(written(made, "ris"))
    assert found["urls"] == ["https://example.org/@a", "https://example.org/@b"]
    (found,) = json.loads(written(made, "csl-json"))
    assert found["URL"] == "https://example.org/@a"
    assert [place["URL"] for place in found["custom"]["places"]] == [
        *["https://example.org/@a"] * 2, "https://example.org/@b"
    ]  # fmt: skip


def test_a_document_that_was_read_in_two_places_is_found_at_the_first() -> None:
    pages = [citation(type="text", locator=f"section {name}", url=f"https://{name}.example.org/") for name in "ab"]
    made = [CitedRecord("x", "statement", "X", pages)]
    (found,) = json.loads(written(made, "csl-json"))
    assert found["URL"] == "https://a.example.org/"
    assert "url = {https://a.example.org/}," in written(made, "bibtex")


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
    one = citation(locator="line 9", anchor="ce code", support="implies", note="Same words")
    said = " ".join(written(CitedRecord("x", "statement", "Le code", [one]), "text", lang).split())
    assert ("ligne 9 : « ce code »" if lang == "fr" else 'line 9: "ce code"') in said
    assert ("(l'implique)" if lang == "fr" else "(implies it)") in said
    assert said.endswith("[Same words.]")


def test_a_record_that_nothing_cites_says_so() -> None:
    assert "Rien ne dit" in written(CitedRecord("x", "topic", "Thème", []), "text", "fr")
    assert written(CitedRecord("x", "topic", "Thème", []), "csl-json") == "[]\n"
