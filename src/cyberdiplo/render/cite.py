"""Citations as text, BibTeX or CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import IO, Any, Literal

from cyberdiplo.messages import tr
from cyberdiplo.records.citations import Author, CitedPlace, CitedRecord, CitedSource
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.dates import about, parts, say_date
from cyberdiplo.text.locators import say_locator

CiteStyle = Literal["text", "bibtex", "csl-json"]
Writer = Callable[[CitedRecord, str, int, IO[str]], None]

ENDINGS: dict[str, CiteStyle] = {".txt": "text", ".bib": "bibtex", ".json": "csl-json"}

BABEL = ("arabic", "chinese", "english", "french", "german", "portuguese", "russian", "spanish")  # and not the others


# --- text --------------------------------------------------------------------------------------


def write_text(cited: CitedRecord, lang: str, width: int, out: IO[str]) -> None:
    """As a person reads it; a link on a line of its own, never broken."""
    if cited.kind != "source":
        out.write(_fill(f"{cited.name or cited.id} ({label('records.kind', cited.kind, lang)} {cited.id})", width))
        out.write("" if cited.citations else "\n" + tr("Nothing says where this is written.", lang) + "\n")
    for citation in cited.citations:
        reference = ", ".join(filter(None, (say_reference(citation.source, lang), _place(citation, lang))))
        read = not citation.locator and citation.source.retrieved_on
        remarks = _remarks(citation, lang)
        if read:
            remarks.append(tr("Read on {date}.", lang, date=say_date(read, lang)))
        out.write("\n" if cited.kind != "source" else "")
        out.write(_fill(" ".join(filter(None, [_sentence(reference), *remarks])), width))
        out.writelines(f"{link}\n" for link in (citation.link, citation.mirror_url) if link)


def _sentence(text: str) -> str:
    """What is written, with a full stop unless it has one."""
    return text if text.endswith((".", "!", "?", "]")) else f"{text}."


def _fill(text: str, width: int) -> str:
    from textwrap import fill

    from cyberdiplo.render.table import make_visible  # Rich is for screens only

    return fill(make_visible(text), width, break_long_words=False, break_on_hyphens=False) + "\n"


def say_reference(source: CitedSource, lang: str) -> str:
    """Author, title, publisher, kind, number, date, language."""
    named = f"{source.author.name}, " if source.author else ""
    publisher = source.publisher if source.publisher and f"{source.publisher}, " != named else None
    rest = [
        publisher,
        source.type_name[lang == "en"],
        source.symbol,
        _date(source, lang),
        tr("in {language}", lang, language=source.lang_name[lang == "en"]),
        f"doi:{source.doi}" if source.doi else None,
    ]
    return f"{named}{_quoted(source.title, lang)}, {', '.join(filter(None, rest))}"


def _quoted(words: str, lang: str) -> str:
    return tr('"{words}"', lang, words=words)  # no line ends between a mark and what it marks


def _date(source: CitedSource, lang: str) -> str:
    if not source.published:
        return tr("no date", lang)
    return about(source.published, lang) if source.date_note else say_date(source.published, lang)


def _place(citation: CitedPlace, lang: str) -> str:
    """Where in the source: the place, the words there, and how they support what they are cited for."""
    place = say_locator(citation.locator, lang)
    if citation.anchor:
        place = tr("{place}: {words}", lang, place=place, words=_quoted(citation.anchor, lang))
    if citation.support not in ("", "states"):
        place += f" ({label('citations.support', citation.support, lang)})"
    return place


def _remarks(citation: CitedPlace, lang: str) -> list[str]:
    """What else a reader should know of the citation and of its source, a sentence each."""
    source = citation.source
    remarks = []
    if citation.note:
        remarks.append(f"[{_sentence(citation.note)}]")
    if not citation.locator and source.date_reason:
        how = label("date_note", source.date_note, lang)
        remarks.append(tr("[Date {how}: {reason}.]", lang, how=how, reason=source.date_reason.rstrip(".")))
    if source.file_name and (not citation.link or citation.locator.startswith("line")):
        remarks.append(tr("File {file}.", lang, file=source.file_name))
    return remarks


def _note(citation: CitedPlace, lang: str) -> str:
    """Place and remarks for programs that know no place; what they have a field for is not said again."""
    place = _place(citation, lang)
    return " ".join(filter(None, [_sentence(place) if place else "", *_remarks(citation, lang)]))


# --- BibTeX ------------------------------------------------------------------------------------

ESCAPES = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "&%$#_{}"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(cited: CitedRecord, lang: str, _width: int, out: IO[str]) -> None:
    """One entry a citation; readers of BibTeX and of biblatex find what they know."""
    for citation in cited.citations:
        report = citation.source.type == "report" and citation.source.publisher
        lines = [f"  {name} = {value}," for name, value in _bibtex(citation, lang).items() if value]
        out.write(f"@{'techreport' if report else 'misc'}{{{citation.key},\n" + "\n".join(lines) + "\n}\n")


def _bibtex(citation: CitedPlace, lang: str) -> dict[str, str]:
    source = citation.source
    date = parts(source.published) if source.published else []
    report = source.type == "report" and source.publisher
    tongue = source.lang_name[1]
    return {
        "author": _bibtex_author(source.author) if source.author else "",
        "title": f"{{{_escape(source.title)}}}",  # the inner braces keep its capitals
        "institution" if report else "publisher": _escape(source.publisher),
        "type" if report else "howpublished": _escape(source.type_name[lang == "en"]),
        "number": _escape(source.symbol),
        "year": f"{{{date[0]}}}" if date else "",
        "month": MONTHS[date[1] - 1] if len(date) > 1 else "",
        "date": f"{{{source.published}{'~' if source.date_note else ''}}}" if date else "",
        "langid": _escape(tongue.lower() if tongue.lower() in BABEL else None),
        "language": _escape(tongue),
        "doi": _verbatim(source.doi),
        "url": _verbatim(citation.link),
        "urldate": _verbatim(source.retrieved_on),
        "file": _verbatim(source.file_name),
        "locator": _escape(citation.locator),
        "note": _escape(_note(citation, lang)),
    }


def _bibtex_author(author: Author) -> str:
    if author.body:
        return f"{{{_escape(author.name)}}}"  # a body is one name: not split at "and", not turned round
    family, given_name = _escape(author.family)[1:-1], _escape(author.given_name)[1:-1]
    return f"{{{family}, {given_name}}}" if given_name else f"{{{{{family}}}}}"


def _escape(text: str | None) -> str:
    return f"{{{text.translate(ESCAPES)}}}" if text else ""


def _verbatim(text: str | None) -> str:
    """A URL stands as it is; braces in it would unbalance the entry."""
    return f"{{{text.replace('{', '%7B').replace('}', '%7D')}}}" if text else ""


# --- CSL-JSON ----------------------------------------------------------------------------------

CSL_TYPES = {
    "report": "report",
    "communique": "report",
    "news": "article-newspaper",
    "chapter": "chapter",
    "text": "webpage",
    "web_page": "webpage",
    "resolution": "report",
    "law": "legislation",
    "dataset": "dataset",
}


def write_csl(cited: CitedRecord, lang: str, _width: int, out: IO[str]) -> None:
    """One item a citation, as Zotero, pandoc and citation processors read it."""
    out.write(
        json.dumps([_csl(citation, cited, lang) for citation in cited.citations], ensure_ascii=False, indent=1) + "\n"
    )


def _csl(citation: CitedPlace, cited: CitedRecord, lang: str) -> dict[str, Any]:
    source = citation.source
    type_ = CSL_TYPES[source.type] if source.url or source.type != "text" else "report"
    item: dict[str, Any] = {"id": citation.key, "type": type_, "title": source.title}
    if source.author:
        item["author"] = [_csl_name(source.author)]
    if source.published:
        item["issued"] = {"date-parts": [parts(source.published)]} | ({"circa": True} if source.date_note else {})
    if source.retrieved_on:
        item["accessed"] = {"date-parts": [parts(source.retrieved_on)]}
    item |= {
        "container-title" if source.type == "news" else "publisher": source.publisher,
        "genre": source.type_name[lang == "en"] if type_ in ("report", "dataset") else None,
        "number": source.symbol,
        "language": source.lang,
        "DOI": source.doi,
        "URL": citation.link,
        "locator": citation.locator,
        "note": _note(citation, lang),
        "custom": {
            name: value
            for name, value in {
                "record": cited.id if citation.locator else None,
                "field": citation.field,
                "anchor": citation.anchor,
                "support": citation.support,
                "confidence": citation.confidence,
                "mirror": citation.mirror_url,
                "file": source.file_name,
                "sha256": source.sha256,
            }.items()
            if value
        },
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if author.body:
        return {"literal": author.name}
    return {"family": author.family} | ({"given": author.given_name} if author.given_name else {})


STYLES: dict[CiteStyle, Writer] = {"text": write_text, "bibtex": write_bibtex, "csl-json": write_csl}
