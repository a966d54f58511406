"""A brief as a file to hand over or as text: one writer a format, all of the same paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple

from cyberdiplo import __version__
from cyberdiplo.messages import tr
from cyberdiplo.render.cite import say_reference
from cyberdiplo.render.style import make_visible
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Brief, Group, Section
    from cyberdiplo.records.citations import CitedSource

BriefFormat = Literal["markdown", "html", "docx"]
ENDINGS: dict[str, BriefFormat] = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown"}
Look = Literal["label", "lead", "text", "mark"]


class Run(NamedTuple):
    """A piece of a paragraph that looks alike; ``record_id`` of whom it tells, ``source`` the number that it marks."""

    look: Look
    text: str
    record_id: str = ""
    source: int = 0
    link: str | None = None


def list_runs(group: Group, brief: Brief) -> Iterator[Run]:
    """A group as one paragraph: its label, then each entry's lead and sentences, each sentence with its mark."""
    if group.label:
        yield Run("label", _before(group.label, brief.lang))
    sentences = [(entry, number) for entry in group.entries for number in range(len(entry.sentences))]
    for index, (entry, number) in enumerate(sentences):
        sentence = entry.sentences[number]
        if entry.lead and number == 0:
            yield Run("lead", _before(make_visible(entry.lead), brief.lang))
        text = make_visible(sentence.text)
        yield Run("text", text, sentence.record_id)
        if place := sentence.place:
            source = brief.numbers[place.source_id]
            mark = f"[{source}, {make_visible(place.locator)}]"
            yield Run("text", "\u00a0" if len(mark) < 16 else " ")  # a short mark stays with its sentence
            yield Run("mark", mark, sentence.record_id, source, place.link)
        last = index == len(sentences) - 1
        if not text.endswith((".", "!", "?", "…")):
            yield Run("text", "." if last else ";")
        if not last:
            yield Run("text", " ")


def _before(words: str, lang: str) -> str:
    return tr("{words}:", lang, words=words) + " "


def say_source(source: CitedSource, lang: str) -> str:
    """A source as it is written out at the end, with its id, by which it can be asked for."""
    return make_visible(f"{say_reference(source, lang)} ({source.id})")


def find_page(source: CitedSource) -> str | None:
    """The address of a source that a reader may open."""
    return source.url if source.url and source.url.startswith(("https://", "http://")) else None


def say_left_out(section: Section, brief: Brief) -> str:
    """How much of a section is not told here, and the command that lists all of it; empty where nothing is left out."""
    if not section.left_out:
        return ""
    if not section.command:
        return tr("{count} more in the database", brief.lang, count=section.left_out)
    return tr("{count} more in the database: {command}", brief.lang, count=section.left_out, command=section.command)


def say_end(brief: Brief) -> list[str]:
    """What a reader should know of the brief: what it has nothing on, how to read it, what made it."""
    lines = []
    if brief.missing:
        lines.append(tr("Nothing on record here: {listed}.", brief.lang, listed=", ".join(brief.missing).lower()))
    explained = tr("In brackets: the number of the source, and the place in it.", brief.lang)
    made_by = tr(
        "Made with cyberdiplo {version} on {date}.", brief.lang, version=__version__, date=say_date(brief.day, brief.lang)
    )
    return [*lines, f"{explained} {made_by}"]


def _later(module: str, function: str) -> Callable[[Brief, IO[Any], int | None], None]:
    """A writer whose module is imported when it is called."""

    def write(brief: Brief, out: IO[Any], width: int | None = None) -> None:
        import importlib

        getattr(importlib.import_module(f"cyberdiplo.render.{module}"), function)(brief, out, width)

    return write


WRITERS: dict[BriefFormat, Callable[[Brief, IO[Any], int | None], None]] = {
    "markdown": _later("brief_markdown", "write_markdown"),
    "html": _later("brief_html", "write_html"),
    "docx": _later("brief_docx", "write_docx"),
}
