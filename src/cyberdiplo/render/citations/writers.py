"""Where records are written, as text or as a bibliography that other programs read."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, Literal

from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.records.cited import make_entries
from cyberdiplo.render.citations.bibtex import write_bibtex
from cyberdiplo.render.citations.csl_json import write_csl
from cyberdiplo.render.citations.places import end_sentence, join_locators, quote, say_place, say_remark
from cyberdiplo.render.citations.ris import write_ris
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.dates import about, say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cyberdiplo.records.cited import CitedPlace, CitedRecord, CitedSource, Entry
    from cyberdiplo.render.style import Style

    Writer = Callable[[Sequence[Entry], str, bool, IO[str]], None]

CiteStyle = Literal["text", "bibtex", "ris", "csl-json"]
ENDINGS: dict[str, CiteStyle] = {".txt": "text", ".bib": "bibtex", ".ris": "ris", ".json": "csl-json"}
WRITERS: dict[CiteStyle, Writer] = {"bibtex": write_bibtex, "ris": write_ris, "csl-json": write_csl}
STYLES: tuple[CiteStyle, ...] = ("text", *WRITERS)
INDENT = 4


def write(records: Sequence[CitedRecord], style: CiteStyle, lang: str, width: int, out: IO[str]) -> None:
    """Write where these records are written."""
    entries, several = make_entries(records), len(records) > 1
    if style != "text":
        WRITERS[style](entries, lang, several, out)
    elif several:
        _write_bibliography(entries, lang, width, out)
    else:
        for record in records:
            _write_record(record, entries, lang, width, out)


def write_cited(
    records: Sequence[CitedRecord], style: CiteStyle, look: Style, output: Path | None, *, force: bool = False
) -> None:
    """Write them where they are to go, and say on standard error what a reader should know beside them."""
    from cyberdiplo.render import output as out

    with out.open_output(output, force=force, as_it_is=False) as file:
        write(records, style, look.lang, look.width or 80, file)
    if len(records) > 1 and (without := sum(not record.citations for record in records)):
        sentence = tr_plural(
            "{count:,} of {all:,} records has no citation.", "{count:,} of {all:,} records have no citation.",
            without, look.lang, all=len(records),
        )  # fmt: skip
        print(sentence, file=sys.stderr)
    entries = tr_plural("wrote {count:,} entry", "wrote {count:,} entries", len(make_entries(records)), look.lang)
    count = sum(len(record.citations) for record in records)
    places = tr_plural("{count:,} place", "{count:,} places", count, look.lang)
    sentence = tr("{entries} with {places} to {file}", look.lang, entries=entries, places=places, file=output)
    out.report_written(output, sentence)


def _write_record(record: CitedRecord, entries: Sequence[Entry], lang: str, width: int, out: IO[str]) -> None:
    """Of one record: each source with every place in it and the words there; a link on a line of its own."""
    source_itself = record.kind == "source"
    if not source_itself:
        out.write(_fill(f"{record.name or record.id} ({label('records.kind', record.kind, lang)} {record.id})", width))
        out.write("" if record.citations else "\n" + tr("No source is on record for this.", lang) + "\n")
    for entry in entries:
        source, places = entry.source, [place for _, place in entry.places]
        text = "; ".join(dict.fromkeys(filter(None, (say_place(place, lang) for place in places))))
        remarks = list(dict.fromkeys(filter(None, map(say_remark, places))))
        if source_itself:
            remarks += _list_remarks(source, lang)
        out.write("" if source_itself else "\n")
        sentence = end_sentence(", ".join(filter(None, (say_reference(source, lang), text))))
        out.write(_fill(" ".join([sentence, *remarks]), width))
        out.writelines(f"{link}\n" for link in _list_links(places))


def _write_bibliography(entries: Sequence[Entry], lang: str, width: int, out: IO[str]) -> None:
    """Of several records: each source as it stands in a bibliography, and under it what is cited from where."""
    for number, entry in enumerate(entries):
        out.write("\n" if number else "")
        reference = ", ".join(filter(None, [say_reference(entry.source, lang), join_locators(entry, lang)]))
        out.write(_fill(end_sentence(reference), width))
        page = entry.pages[0] if len(entry.pages) == 1 else None
        out.write(f"{page}\n" if page else "")
        for record, place in entry.places:
            if place.locator:
                words = [f"{record.id}, {say_place(place, lang)}", say_remark(place)]
                out.write(_fill(" ".join(filter(None, words)), width, INDENT))
                out.writelines(" " * INDENT + f"{link}\n" for link in _list_links([place] if not page else []))


def _list_links(places: Sequence[CitedPlace]) -> list[str]:
    return list(dict.fromkeys(link for place in places for link in (place.link, place.mirror_url) if link))


def _fill(text: str, width: int, indent: int = 0) -> str:
    from textwrap import fill

    from cyberdiplo.render.style import make_visible

    blank = " " * indent
    return (
        fill(
            make_visible(text), width, break_long_words=False, break_on_hyphens=False, initial_indent=blank,
            subsequent_indent=blank * 2,
        )
        + "\n"
    )  # fmt: skip


def say_reference(source: CitedSource, lang: str) -> str:
    """Author, title, publisher, kind, number, date, language."""
    rest = [
        source.own_publisher,
        source.type_name,
        source.symbol,
        _date(source, lang),
        tr("in {language}", lang, language=source.lang_name[lang == "en"]) if source.lang else None,
        f"doi:{source.doi}" if source.doi else None,
    ]
    authors = "; ".join(author.name for author in source.authors)
    return ", ".join(filter(None, [authors, quote(source.title, lang), source.container, *rest]))


def _date(source: CitedSource, lang: str) -> str:
    if not source.published:
        return tr("no date", lang)
    return about(source.published, lang) if source.date_note else say_date(source.published, lang)


def _list_remarks(source: CitedSource, lang: str) -> list[str]:
    """What else a reader should know of a source, a sentence each."""
    remarks = []
    if source.date_reason:
        how = label("date_note", source.date_note, lang)
        remarks.append(tr("[Date {how}: {reason}.]", lang, how=how, reason=source.date_reason.rstrip(".")))
    if source.retrieved_on:
        remarks.append(tr("Read on {date}.", lang, date=say_date(source.retrieved_on, lang)))
    return remarks
