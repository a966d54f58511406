"""A bibliography as BibTeX, for BibTeX and biblatex; above each entry, how to cite every place in it."""

from __future__ import annotations

from textwrap import shorten
from typing import IO, TYPE_CHECKING

from cyberdiplo.render.citations.places import say_place
from cyberdiplo.text.dates import parts
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.records.cited import Author, CitedPlace, CitedRecord, CitedSource, Entry

ESCAPES = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "&%$#_"},
        "{": r"\textbraceleft{}",  # BibTeX counts braces, behind a backslash too
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BABEL = ("arabic", "chinese", "english", "french", "german", "portuguese", "russian", "spanish")  # and not the others
WORDS = 60  # characters of what a record says, enough to know it again


def write_bibtex(entries: Sequence[Entry], lang: str, _several: bool, out: IO[str]) -> None:
    """One entry a source."""
    for number, entry in enumerate(entries):
        out.write("\n" if number else "")
        several_pages = len(entry.pages) > 1
        for record, place in entry.places:
            if place.locator:
                out.write(f"% {_say_cite(record, place, lang, with_page=several_pages)}\n")
        lines = [f"  {name} = {value}," for name, value in _fields(entry).items() if value]
        kind = "techreport" if _is_report(entry.source) else "misc"
        out.write(f"@{kind}{{{entry.source.key},\n" + "\n".join(lines) + "\n}\n")


def _say_cite(record: CitedRecord, place: CitedPlace, lang: str, *, with_page: bool) -> str:
    r"""``\cite[par. 3.5]{key}`` and what is there: a remark, in which only an at sign would begin an entry."""
    locator = say_locator(place.locator, lang).translate(ESCAPES)
    locator = f"{{{locator}}}" if set(locator) & set("[]") else locator
    words = say_place(place._replace(locator="", anchor=""), lang)
    page = f"<{place.page}>".replace("@", "%40") if place.page and with_page else ""
    name = shorten(record.name or "", WORDS, placeholder=" …", break_on_hyphens=False)
    text = " ".join(filter(None, [f"{record.id}:", name, words])).removesuffix(":").replace("@", "(at)")
    return f"\\cite[{locator}]{{{place.source.key}}} {text} {page}".rstrip()


def _is_report(source: CitedSource) -> bool:
    return bool(source.type == "report" and source.publisher)


def _fields(entry: Entry) -> dict[str, str]:
    source, pages = entry.source, entry.pages
    date = parts(source.published) if source.published else []
    report = _is_report(source)
    tongue = source.lang_name[1]
    return {
        "author": _say_authors(source.authors),
        "title": f"{{{_escape(source.title)}}}",  # the inner braces keep its capitals
        "institution" if report else "publisher": _escape(source.publisher if report else source.own_publisher),
        "organization": _escape(entry.site),
        "type" if report else "howpublished": _escape(", ".join(filter(None, [source.type_name, source.container]))),
        "number": _escape(source.symbol),
        "year": f"{{{date[0]}}}" if date else "",
        "month": MONTHS[date[1] - 1] if len(date) > 1 else "",
        "date": f"{{{source.published}{'~' if source.date_note else ''}}}" if date else "",
        "langid": _escape(tongue.lower() if tongue.lower() in BABEL else None),
        "language": _escape(tongue),
        "doi": _verbatim(source.doi),
        "url": _verbatim(entry.url),
        "urldate": _verbatim(source.retrieved_on if pages else None),
        "note": "{" + ", ".join(rf"\url{_verbatim(page)}" for page in pages) + "}" if len(pages) > 1 else "",
    }


def _say_authors(authors: Sequence[Author]) -> str:
    return f"{{{' and '.join(map(_say_author, authors))}}}" if authors else ""


def _say_author(author: Author) -> str:
    if author.body:
        return _escape(author.name)  # a body is one name: not split at "and", not turned round
    family, given_name, behind = (_escape(name)[1:-1] for name in author.in_turn)
    return ", ".join(filter(None, [family, behind, given_name])) if given_name or behind else f"{{{family}}}"


def _escape(text: str | None) -> str:
    return f"{{{text.translate(ESCAPES)}}}" if text else ""


def _verbatim(text: str | None) -> str:
    """A URL stands as it is; braces in it would unbalance the entry."""
    return f"{{{text.replace('{', '%7B').replace('}', '%7D')}}}" if text else ""
